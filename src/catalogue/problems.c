/* See load.h. Files are kept in the order they were met, which is the order of reading. */
#include "catalogue/load.h"

#include "base/mem.h"

bool problems_are_full(const Problems *problems) {
    return problems->count >= PROBLEMS_MOST;
}

/* The list's own copy of the file's name. */
static const char *meet(Problems *problems, const char *file) {
    ProblemFile **end = &problems->files;
    for (; *end != NULL; end = &(*end)->next)
        if (strcmp((*end)->name, file) == 0)
            return (*end)->name;
    *end = arena_new(&problems->arena, ProblemFile, 1);
    (*end)->name = arena_copy(&problems->arena, str(file));
    return (*end)->name;
}

void problems_meet(Problems *problems, const char *file) {
    meet(problems, file);
}

static Problem *next_problem(Problems *problems) {
    problems->items = arena_grow(&problems->arena, problems->items, problems->count,
                                 &problems->room, sizeof *problems->items);
    return &problems->items[problems->count++];
}

void problems_add(Problems *problems, const char *file, int line, int column, const char *format,
                  ...) {
    if (problems_are_full(problems)) {
        problems->dropped++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(&problems->arena, format, arguments);
    va_end(arguments);
    *next_problem(problems) = (Problem){meet(problems, file), line, column, message};
}

typedef struct Ranked {
    Problem problem;
    size_t file, added; /* places in the order of files and of adding */
} Ranked;

static size_t rank_of_file(const Problems *problems, const char *file) {
    size_t rank = 0;
    for (const ProblemFile *met = problems->files; met != NULL && met->name != file;
         met = met->next)
        rank++;
    return rank;
}

static int compare_ranked(const void *a, const void *b) {
    const Ranked *x = a, *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->problem.line != y->problem.line)
        return x->problem.line < y->problem.line ? -1 : 1;
    if (x->problem.column != y->problem.column)
        return x->problem.column < y->problem.column ? -1 : 1;
    return x->added < y->added ? -1 : 1;
}

void problems_sort(Problems *problems) {
    if (problems->count < 2)
        return;
    Ranked *ranked = mem_new(problems->count, sizeof *ranked);
    for (size_t i = 0; i < problems->count; i++)
        ranked[i] =
            (Ranked){problems->items[i], rank_of_file(problems, problems->items[i].file), i};
    qsort(ranked, problems->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < problems->count; i++)
        problems->items[i] = ranked[i].problem;
    free(ranked);
}

void problems_release(Problems *problems) {
    arena_release(&problems->arena);
    *problems = (Problems){0};
}

const char *problem_text(Arena *arena, const Problem *problem) {
    if (problem->line == 0)
        return arena_printf(arena, "%s: %s", problem->file, problem->message);
    return arena_printf(arena, "%s:%d:%d: %s", problem->file, problem->line, problem->column,
                        problem->message);
}
