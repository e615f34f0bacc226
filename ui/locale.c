/*
 * The name counts before what is installed: a server that lacks ja_JP.UTF-8 still talks to a
 * UTF-8 terminal, and one that lacks ja_JP.eucJP does not.
 */
#include "ui/locale.h"

#include "base/macros.h"
#include "base/tr.h"
#include "cli/environment.h"

#include <langinfo.h>
#include <locale.h>
#include <strings.h>

static int is_utf8_name(const char *codeset) {
    return strncasecmp(codeset, "utf-8", 5) == 0 || strncasecmp(codeset, "utf8", 4) == 0;
}

LocaleWish term_locale_wish(const char *name, const char *codeset, int multibyte) {
    const char *dot = strchr(name, '.');
    if (dot != NULL)
        return is_utf8_name(dot + 1) ? WISH_UTF8 : WISH_OTHER;
    if (is_utf8_name(codeset))
        return WISH_UTF8;
    return multibyte ? WISH_OTHER : WISH_NONE;
}

/* Any UTF-8 locale will do: only LC_CTYPE is set, and all of them agree there. */
static int set_any_utf8(void) {
    static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "ja_JP.UTF-8"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (setlocale(LC_CTYPE, names[i]) != NULL && is_utf8_name(nl_langinfo(CODESET)))
            return 1;
    return 0;
}

/* The encoding that the environment's locale names, or means where it is installed. */
static int open_charset(Charset *charset, const char *codeset) {
    char name[CHARSET_NAME_BYTES];
    charset_of_locale(environment_locale(), name);
    return charset_open(charset, name[0] != '\0' ? name : codeset);
}

TermLocale term_locale(Charset *charset) {
    *charset = (Charset){.rest_len = 0};
    int installed = setlocale(LC_CTYPE, "") != NULL;
    const char *codeset = installed ? nl_langinfo(CODESET) : "";
    LocaleWish wish = term_locale_wish(environment_locale(), codeset, MB_CUR_MAX > 1);
    if (wish == WISH_UTF8 && installed && is_utf8_name(codeset))
        return LOCALE_UTF8;
    if (wish != WISH_OTHER && set_any_utf8())
        return wish == WISH_UTF8 ? LOCALE_UTF8 : LOCALE_FELL_BACK;
    char kept[CHARSET_NAME_BYTES]; /* another setlocale may overwrite it */
    snprintf(kept, sizeof kept, "%s", codeset);
    if (wish == WISH_OTHER && set_any_utf8() && open_charset(charset, kept))
        return LOCALE_CHARSET;
    setlocale(LC_CTYPE, "C");
    return LOCALE_NONE;
}

const char *term_locale_notice(TermLocale locale) {
    switch (locale) {
    case LOCALE_FELL_BACK:
        return _("The environment names no character encoding (LANG); UTF-8 is assumed.");
    case LOCALE_NONE:
        return _(
            "This terminal is set to an encoding without Japanese; it is shown in Latin letters.");
    case LOCALE_CHARSET:
    case LOCALE_UTF8:
        break;
    }
    return "";
}
