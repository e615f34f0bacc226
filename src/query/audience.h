/*
 * Whom a program is for, in classes: those whose words the source's own sentence (audience)
 * uses, and no others. A sentence may name several; that a micro business is a small firm by
 * law is not said here, because the source does not say it. A sentence with none of the words
 * (of a file of the user's) is AUDIENCE_OTHER, none at all AUDIENCE_NOT_STATED.
 */
#ifndef KAIRO_QUERY_AUDIENCE_H
#define KAIRO_QUERY_AUDIENCE_H

#include "base/str.h"

typedef enum Audience {
    AUDIENCE_MICRO,   /* 小規模事業者 */
    AUDIENCE_SMALL,   /* 中小企業 */
    AUDIENCE_MIDDLE,  /* 中堅企業 */
    AUDIENCE_LARGE,   /* 大企業, 大手 */
    AUDIENCE_COMPANY, /* 企業, of no size */
    AUDIENCE_BODY,    /* 支援機関, 団体, 金融機関 */
    AUDIENCE_PEOPLE,  /* 人材, 管理者, 技術者 */
    AUDIENCE_ANYBODY, /* だれでも */
    AUDIENCE_OTHER,
    AUDIENCE_NOT_STATED,
    AUDIENCE_COUNT
} Audience;

/* The classes that a sentence names, as bits 1 << Audience; never 0. */
unsigned audience_of(Str text);

/* The name for people: an English msgid, to be passed through tr(). */
const char *audience_label(Audience audience);

#endif
