/*
 * kairo doctor: what kairo has found around it, for a person to read and to paste into a mail.
 *
 * What was found comes as plain facts, gathered elsewhere: of the terminal at the edge
 * (ui/doctor.h), of files in cli/doctor_files.h. Here they are judged and set as text or JSON.
 * Pure.
 *
 * Nothing private is in it: no names of plans, users or machines and no notes. Facts hold none,
 * and values of the environment are shown only where they look like what they should be.
 *
 *   {"schema": 1, "doctor": {"state": "note", "problems": 0, "notes": 1,
 *     "locale": {"environment": {"state": "ok", "lc_all": null, …, "advice": null}, …},
 *     "terminal": {…}, "files": {…}, "catalogue": {…}, "plans": {…}, "parts": {…},
 *     "versions": {…}}}
 *
 * Every finding has "state" (ok, note, problem) first and "advice" last, a sentence in the user's
 * language or null. null is what is not known. All keys always, in this order.
 */
#ifndef KAIRO_REPORT_DOCTOR_H
#define KAIRO_REPORT_DOCTOR_H

#include "base/arena.h"
#include "base/buf.h"
#include "text/width.h"

#include <stdint.h>

typedef enum DoctorState { DOCTOR_OK, DOCTOR_NOTE, DOCTOR_PROBLEM, DOCTOR_STATE_COUNT } DoctorState;

/* ---- facts; strings are lent, "" for what is not set or not there ---- */

typedef enum DoctorEncoding {
    ENCODING_UTF8,    /* the environment says so */
    ENCODING_ASSUMED, /* it says nothing: UTF-8 */
    ENCODING_OTHER,   /* another one with Japanese in it */
    ENCODING_ASCII,   /* none with Japanese: Latin letters */
} DoctorEncoding;

typedef struct DoctorLocale {
    const char *lc_all, *lc_ctype, *lang;
    const char *c_library; /* the locale that the C library took; "" when it refused */
    DoctorEncoding encoding;
    const char *charset;     /* its name for ENCODING_OTHER */
    const char *language_by; /* "--lang", "LANGUAGE", "LC_ALL", …; "" for nothing */
} DoctorLocale;

/* What the terminal said of the width of ambiguous characters. */
typedef enum DoctorAnswer {
    ANSWER_NOT_ASKED,
    ANSWER_NARROW,
    ANSWER_WIDE,
    ANSWER_NONE
} DoctorAnswer;

typedef enum DoctorBetween { BETWEEN_NOTHING, BETWEEN_TMUX, BETWEEN_SCREEN } DoctorBetween;

enum { DOCTOR_BARS = 5, DOCTOR_BAR_BYTES = 64 };

typedef struct DoctorTerminal {
    bool in, out;      /* whether standard input and output are a terminal */
    const char *name;  /* $TERM */
    const char *used;  /* the description that is used; "" when there is none at all */
    bool known;        /* the description of `name` itself is there */
    bool moves_cursor; /* can be addressed */
    bool alternate_screen;
    int colours;           /* as kairo uses them: 0, 8, 16, 256 */
    bool no_colour;        /* NO_COLOR is set */
    const char *colorterm; /* $COLORTERM */
    DoctorBetween between; /* a multiplexer */
    bool ssh;
    int cols, rows; /* 0 when not known */
    DoctorAnswer answer;
    DoctorBetween clipboard_through;
    bool clipboard, browser;                  /* requests would be sent; one would open */
    char bars[DOCTOR_BARS][DOCTOR_BAR_BYTES]; /* what turns a step's colour on, no step first */
    char no_bar[DOCTOR_BAR_BYTES];            /* and off; "" without colours */
} DoctorTerminal;

typedef enum DoctorPlace {
    PLACE_CATALOGUE,
    PLACE_CONFIG,
    PLACE_PLANS,
    PLACE_VERSIONS,
    PLACE_BOOKMARKS, /* a file, as the next */
    PLACE_SESSION,
    PLACE_COUNT
} DoctorPlace;

typedef enum DoctorLocks { LOCKS_NOT_TRIED, LOCKS_WORK, LOCKS_DO_NOT } DoctorLocks;

typedef struct DoctorPath {
    const char *shown; /* "~/.local/share/kairo/plans"; "" when there is no place for it */
    bool exists;
    bool right_kind; /* a folder, or a file for the last two */
    bool readable;
    bool writable;      /* or can be made, where it does not exist */
    bool foreign;       /* belongs to another user */
    unsigned mode;      /* permissions; 0 where it does not exist */
    int64_t free_bytes; /* for this user on its file system; -1 when not known */
    DoctorLocks locks;
} DoctorPath;

typedef enum DoctorReading {
    READING_NONE, /* there is nothing to read */
    READING_DONE,
    READING_FAILED,
    READING_NOT_TRIED, /* as what it belongs to cannot be read */
} DoctorReading;

typedef struct DoctorCatalogue {
    bool loaded;
    const char *edition; /* 2016-12 */
    const char *age;     /* in words: words_edition_line */
    size_t programs, resources, providers, needs, countries, cases, events, figures;
    size_t overlays; /* files and folders of the user's own */
    size_t problems; /* in the catalogue and the diagnosis together */
    bool more;       /* at least so many */
    Strings places;  /* of the first ones, each once: "programs.yaml:3:5" */
    DoctorReading diagnosis;
    size_t questions, rules;
    DoctorReading holidays; /* the user's list */
    size_t holiday_count;
} DoctorCatalogue;

typedef struct DoctorPlans {
    bool listed; /* false when the folder cannot be read */
    size_t count, archived, damaged;
    size_t open_to_others; /* files that others on the machine may read */
    size_t versions;       /* kept, of all plans */
    size_t leftovers;      /* temporary files of saves that were killed */
} DoctorPlans;

typedef struct DoctorParts {
    bool dictionary; /* libmigemo with its dictionary */
    bool qr;         /* libqrencode */
    bool euc_jp;     /* the C library converts to it */
} DoctorParts;

typedef struct DoctorVersions {
    const char *kairo, *ncurses, *libyaml, *libunistring, *jansson, *c_library;
} DoctorVersions;

typedef struct DoctorFacts {
    DoctorLocale locale;
    const DoctorTerminal *terminal;
    bool width_fixed; /* --ambiguous narrow or wide: */
    Ambiguous width;
    DoctorPath paths[PLACE_COUNT];
    DoctorCatalogue catalogue;
    DoctorPlans plans;
    DoctorParts parts;
    DoctorVersions versions;
} DoctorFacts;

/* ---- the report ---- */

/* How wide kairo takes ambiguous characters to be, as the facts tell. */
Ambiguous doctor_width(const DoctorFacts *facts);

/* Lines of at most 80 cells. Returns the worst state. */
DoctorState doctor_print_text(Buf *out, const DoctorFacts *facts);
DoctorState doctor_print_json(Buf *out, const DoctorFacts *facts);

/*
 * Lines to compare by eye: the bars at their ends are in one column when the terminal's widths are
 * kairo's. Not for terminals of ASCII.
 */
void doctor_print_card(Buf *out, const DoctorFacts *facts);

/*
 * The steps' colours as one line, with the terminal's own sequences in it: for the terminal alone,
 * and not to be cleaned. Nothing where there are no colours.
 */
void doctor_print_bars(Buf *out, const DoctorTerminal *terminal);

#endif
