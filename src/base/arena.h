/*
 * An arena: many small allocations, freed together. The catalogue is one, each frame
 * another. Memory is zeroed. Out of memory ends the program (base/bug.h).
 *
 * Ownership: the arena owns all it hands out; nothing from it is freed alone.
 * `Arena a = {0};` is a valid, empty arena.
 */
#ifndef KAIRO_BASE_ARENA_H
#define KAIRO_BASE_ARENA_H

#include "base/macros.h"
#include "base/str.h"

#include <stdarg.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *head; /* block being filled; older blocks behind it */
    size_t total;     /* bytes handed out since the last reset */
} Arena;

void *arena_alloc(Arena *arena, size_t bytes);

/* Room for `count` items of T, zeroed. */
#define arena_new(arena, T, count) ((T *)arena_array((arena), (count), sizeof(T)))
void *arena_array(Arena *arena, size_t count, size_t size);

/* NUL-terminated copies. */
char *arena_copy(Arena *arena, Str text);
char *arena_printf(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
char *arena_vprintf(Arena *arena, const char *format, va_list arguments) PRINTF_LIKE(2, 0);

/*
 * Room for one more item in an array that grows: returns `items`, or a doubled copy when
 * `count` has reached `*room`. The old array stays until the arena is reset.
 */
void *arena_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size);

/* Forgets everything but keeps the largest block for reuse: what each frame starts with. */
void arena_reset(Arena *arena);

/* Frees everything; the arena is empty and usable again. */
void arena_release(Arena *arena);

#endif
