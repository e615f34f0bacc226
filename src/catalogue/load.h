/*
 * Reading and checking catalogue files. Strict: unknown keys, doubled ids, dangling
 * references, wrong types and values are errors, each with file, line and column, what is
 * wrong, what was expected and the nearest right word. All errors are reported in one run.
 *
 * Limits against hostile files (../shared/reliability.md is their source): nesting of 8,
 * 8 MiB per file, 64 KiB per scalar, no anchors, aliases, tags or % directives, UTF-8 only,
 * no control characters. libyaml's event interface only, and only in yaml_reader.c.
 */
#ifndef KAIRO_CATALOGUE_LOAD_H
#define KAIRO_CATALOGUE_LOAD_H

#include "catalogue/model.h"

enum { PROBLEMS_MOST = 200 };

typedef struct Problem {
    const char *file;    /* as the user named it */
    int line, column;    /* from 1; column in code points; 0 when the file has no place */
    const char *message; /* in the user's language */
} Problem;

/* A file in the order of reading. */
typedef struct ProblemFile ProblemFile;
struct ProblemFile {
    const char *name;
    ProblemFile *next;
};

/*
 * `Problems p = {0};` is empty. Keeps the first PROBLEMS_MOST and counts further ones; a
 * loader that sees it full may stop, so `dropped` means "at least so many more".
 */
typedef struct Problems {
    Arena arena; /* owns items and their strings */
    Problem *items;
    ProblemFile *files; /* every file met, first to last */
    size_t count, dropped, room;
} Problems;

void problems_add(Problems *problems, const char *file, int line, int column, const char *format,
                  ...) PRINTF_LIKE(5, 6);
/* Whether a further problem would only be counted: then its message is not worth making. */
bool problems_are_full(const Problems *problems);
/* Names a file before it is read, so that sorting follows the order of reading. */
void problems_meet(Problems *problems, const char *file);
/* In order of file (as first met), line, column. */
void problems_sort(Problems *problems);
void problems_release(Problems *problems);

/* Lies in the edition's folder but is no part of the catalogue: query/diagnosis_rules.h reads it
   when it is first needed. */
#define CATALOGUE_DIAGNOSIS "diagnosis.yaml"

/*
 * Loads the edition in folder `folder` (all *.yaml in it but CATALOGUE_DIAGNOSIS, by name) and then
 * `extra` files or folders, which may add programs, resources, providers, countries, events, cases
 * and figures but not replace any. False with at least one problem when anything is wrong; then
 * `out` is empty. On success the caller releases `out`.
 */
bool catalogue_load(Catalogue *out, const char *folder, Strings extra, Problems *problems);

/* "file:line:column: message", "file: message" without a place; in `arena`. */
const char *problem_text(Arena *arena, const Problem *problem);

#endif
