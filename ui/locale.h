/*
 * Which character encoding the terminal speaks, as the environment tells, and the C library
 * set to it. Called once, before anything else touches the terminal.
 */
#ifndef KAIRO_UI_LOCALE_H
#define KAIRO_UI_LOCALE_H

#include "text/charset.h"

typedef enum TermLocale {
    LOCALE_UTF8,      /* the environment says UTF-8 */
    LOCALE_FELL_BACK, /* it says nothing usable (unset, C, POSIX): UTF-8 is assumed */
    LOCALE_CHARSET,   /* it names another encoding with Japanese in it (ja_JP.eucJP) */
    /* No UTF-8 on this machine, or an encoding without Japanese: text must be ASCII
     * (AppStart.substitute). */
    LOCALE_NONE,
} TermLocale;

/* Opens *charset for LOCALE_CHARSET, which the caller closes; else it is UTF-8. The C library is
   set to UTF-8 then too: the conversion is the last thing before the wire. */
TermLocale term_locale(Charset *charset);

/* A sentence for the user about it; "" for LOCALE_UTF8. */
const char *term_locale_notice(TermLocale locale);

/*
 * The same decision for given values, without touching the C library. `name` is the first
 * of LC_ALL, LC_CTYPE and LANG that is set, or "";
 * `codeset` and `multibyte` say what the C library made of it.
 */
typedef enum LocaleWish { WISH_UTF8, WISH_OTHER, WISH_NONE } LocaleWish;
LocaleWish term_locale_wish(const char *name, const char *codeset, int multibyte);

#endif
