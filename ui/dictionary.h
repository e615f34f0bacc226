/*
 * The dictionary of romaji (cli/migemo.h) in a process of its own, so that loading it keeps no
 * screen waiting: started at the first word, asked and heard through a socket, and gone when that
 * closes. It has nothing of the session: no terminal, no files, no handlers.
 *
 * A dictionary that dies, never answers or answers nonsense costs the session nothing but its
 * answers; it is not started a second time.
 */
#ifndef KAIRO_UI_DICTIONARY_H
#define KAIRO_UI_DICTIONARY_H

#include "base/arena.h"
#include "base/buf.h"

#include <sys/types.h>

enum {
    DICTIONARY_WORD_MOST = 64,            /* bytes of a word that is asked about */
    DICTIONARY_ANSWER_MOST = 1024 * 1024, /* bytes of an answer */
};

/*
 * What runs in the child: reads words from `in`, one a line, and writes an answer for each to
 * `out`: the word and what it may stand for, parted by tabs, on one line.
 */
typedef void DictionaryServe(int in, int out, const char *file);

/* Fields are private to dictionary.c. */
typedef struct Dictionary {
    DictionaryServe *serve;
    const char *file; /* lent */
    pid_t child;      /* 0: none */
    int fd;           /* -1 */
    bool given_up;
    size_t due;  /* answers that are awaited */
    Buf heard;   /* not yet taken */
    Arena words; /* of the last answer */
} Dictionary;

/* `file` is lent: the dictionary's, "" for the system's. Nothing is started yet. */
void dictionary_init(Dictionary *dictionary, const char *file);
/* The same with another child, for tests. */
void dictionary_init_with(Dictionary *dictionary, const char *file, DictionaryServe *serve);
/* Ends the child; nothing of it is left. */
void dictionary_release(Dictionary *dictionary);

/* Never waits; a word that cannot be sent is left out. */
void dictionary_ask(Dictionary *dictionary, const char *word);

/* To be waited on for reading; -1 when there is nothing to wait for. */
int dictionary_fd(const Dictionary *dictionary);
/* Takes what has come, when there is something to read. Never waits. */
void dictionary_hear(Dictionary *dictionary);
/* The next answer; false when there is no whole one. Both are lent until the next call. */
bool dictionary_next(Dictionary *dictionary, Str *word, Strings *alternatives);

#endif
