/* What key_fold makes of single code points of the Basic Multilingual Plane (key_table.c). */
#ifndef KAIRO_TEXT_KEY_TABLE_H
#define KAIRO_TEXT_KEY_TABLE_H

#include <stdint.h>

enum {
    KEY_BLOCK = 128,

    /* An entry is one of these, or the place of its replacement in key_pool: */
    KEY_ASK = 0,   /* ask key_fold, together with the code point before */
    KEY_SAME = 1,  /* stays as it is */
    KEY_DROP = 2,  /* becomes nothing */
    KEY_BLANK = 3, /* becomes a blank */
    KEY_POOL = 4,  /* the first place in use */
};

extern const unsigned char key_stage1[0x10000 / KEY_BLOCK];
extern const uint16_t key_stage2[][KEY_BLOCK];

/* Replacements: a byte of length, then so many bytes of UTF-8, never more than replaced. */
extern const unsigned char key_pool[];

#endif
