/*
 * Bytes from the terminal and the passing of time, turned into events. Pure: no terminal, no
 * clock, no curses; so every odd keyboard can be written down in a test.
 *
 * What it promises:
 * - no byte, however wrong, swallows the keys after it: a stray byte gives no event;
 * - a sequence or a character may arrive in any number of pieces;
 * - an Esc alone becomes a key after ESC_DELAY_MS of silence, or at once when another key
 *   follows it in a later read;
 * - unknown sequences and reports vanish whole;
 * - the answer to a cursor position request is never a key.
 *
 * Full-width letters are left as they are: outside text fields the app folds them.
 *
 * Ownership: the bytes fed are borrowed until input_next() returns false, which must happen
 * before the next feed. A paste's text is lent until the next call.
 */
#ifndef KAIRO_UI_INPUT_H
#define KAIRO_UI_INPUT_H

#include "base/buf.h"
#include "ui/event.h"

enum {
    /* Slow lines split arrow sequences by 150 ms; people feel a wait of 250. */
    ESC_DELAY_MS = 200,
    /* An unfinished sequence is forgotten when the next byte comes later than this. */
    INPUT_STALE_MS = 2000,
    /* A paste whose end never comes ends after this silence. */
    INPUT_PASTE_GAP_MS = 5000,
    /* How long pieces of an answer from the terminal are put together, however slow. */
    INPUT_ANSWER_MS = 10000,
    INPUT_PASTE_MOST = 1 << 20,  /* bytes; the rest of a longer paste is dropped */
    INPUT_STRING_MOST = 1 << 16, /* bytes of an unknown sequence that are swallowed */
    INPUT_SEQUENCE_MOST = 64,
};

typedef enum InputState {
    INPUT_GROUND,
    INPUT_RUNE,       /* inside a UTF-8 character */
    INPUT_ESC,        /* after ESC */
    INPUT_ESC_ESC,    /* after two: two keys, or Alt with a sequence */
    INPUT_SEQUENCE,   /* after ESC [ or ESC O */
    INPUT_MOUSE,      /* three raw bytes of an old mouse report */
    INPUT_STRING,     /* OSC, DCS, SOS, PM, APC: up to BEL or ESC \ */
    INPUT_STRING_ESC, /* ESC inside one */
    INPUT_PASTE,
    INPUT_REPLAY, /* what looked like a sequence were keys: gives them out */
} InputState;

/* Fields are private to input.c. `Input in = {0}` must be given to input_init. */
typedef struct Input {
    InputState state;
    Str bytes;                          /* fed, not yet decoded; borrowed */
    char sequence[INPUT_SEQUENCE_MOST]; /* without its ESC */
    size_t sequence_len;
    size_t swallowed; /* bytes of the sequence or string so far */
    size_t replay_at;
    bool alt;       /* Alt belongs to the key being decoded */
    bool apart;     /* the ESC came in an earlier read than what follows */
    bool orphan;    /* its ESC was given out as a key already */
    bool timed_out; /* the silence was long enough; input_next acts on it */
    int silence_ms; /* since the last byte */
    uint32_t rune, rune_least;
    int bytes_left; /* of a character or a mouse report */
    Buf paste;
    size_t paste_end;                 /* bytes of the end marker seen */
    bool asked_ground;                /* an answer about the background is awaited */
    char answer[INPUT_SEQUENCE_MOST]; /* the beginning of a string */
    size_t answer_len;
    bool asked;       /* an answer about ambiguous characters is awaited */
    int answer_ms;    /* for how long its pieces are put together */
    int since_esc_ms; /* since an Esc was given out after silence; -1 when not */
} Input;

void input_init(Input *input);
void input_release(Input *input);

/* Bytes just read, `ms` after the last call of input_feed or input_pass. */
void input_feed(Input *input, Str bytes, int ms);

/* `ms` passed since the last call and nothing came. */
void input_pass(Input *input, int ms);

/* How long to wait for bytes before input_pass matters; -1: for ever. */
int input_wait_ms(const Input *input);

/* The next event; false when all that was fed is used up. */
bool input_next(Input *input, Event *out);

/* The terminal was asked for its cursor position after an ambiguous character on row 2. */
void input_ask_ambiguous(Input *input);

/* It was asked for the colour of its background (OSC 11): the answer is EVENT_BACKGROUND. */
void input_ask_background(Input *input);

#endif
