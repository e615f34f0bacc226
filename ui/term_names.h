/* Which terminal descriptions to try for a TERM that this machine may not know. Pure. */
#ifndef KAIRO_UI_TERM_NAMES_H
#define KAIRO_UI_TERM_NAMES_H

enum { TERM_NAMES_MOST = 5, TERM_NAME_BYTES = 64 };

typedef struct TermNames {
    char at[TERM_NAMES_MOST][TERM_NAME_BYTES]; /* printable ASCII */
    int count;
} TermNames;

/*
 * TERM itself, its family with 256 colours and without (xterm-ghostty: xterm-256color,
 * xterm), xterm-256color, vt100; each once. The family is what stands before the first '-'
 * or '.'. NULL and "" have no family. A name too long or not printable is "?".
 */
TermNames term_names(const char *term);

#endif
