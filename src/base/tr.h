/*
 * Messages in the user's language. Source texts are English (the msgids); po/ja.po holds
 * the Japanese, compiled by msgfmt and carried inside the program, because glibc's own
 * gettext refuses to translate under C.UTF-8 and most servers have no ja_JP locale.
 *
 * The language is process-wide, as a locale is: tr_use() is called where a session or a
 * command starts and when the user switches. Strings returned are static.
 */
#ifndef KAIRO_BASE_TR_H
#define KAIRO_BASE_TR_H

#include "base/macros.h"

#include <stdbool.h>

typedef enum Lang { LANG_JA, LANG_EN } Lang;

void tr_use(Lang lang);
Lang tr_lang(void);

/* "ja" or "en"; false and untouched for anything else. */
bool tr_parse(const char *text, Lang *out);

/*
 * What the environment asks for: LANGUAGE, LC_ALL, LC_MESSAGES, LANG in gettext's order,
 * handed in by the caller (NULL when unset); Japanese unless it names English.
 */
Lang tr_from_environment(const char *language, const char *lc_all, const char *lc_messages,
                         const char *lang);

/* The translation of msgid, or msgid itself. */
const char *tr(const char *msgid) __attribute__((format_arg(1)));
/* Where one English word has two Japanese ones. */
const char *tr_context(const char *context, const char *msgid) __attribute__((format_arg(2)));
/* The right form for a count. */
const char *tr_plural(const char *one, const char *many, long count)
    __attribute__((format_arg(1), format_arg(2)));

#define _(msgid) tr(msgid)
#define N_(msgid) msgid

#endif
