/*
 * Blocks that double in size, filled from the front. With KAIRO_ARENA_DEBUG every item gets
 * a block of its own, so that AddressSanitizer sees an overrun into the neighbour.
 */
#include "base/arena.h"

#include "base/bug.h"
#include "base/mem.h"

#include <stdint.h>

struct ArenaBlock {
    ArenaBlock *older;
    size_t size, used; /* bytes of `bytes` */
    _Alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 4 * 1024, LARGEST_STEP = 1024 * 1024 };

static ArenaBlock *block_new(ArenaBlock *older, size_t size) {
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        bug_no_memory();
    ArenaBlock *block = mem_new(1, sizeof(ArenaBlock) + size);
    block->older = older;
    block->size = size;
    return block;
}

static size_t next_block_size(const Arena *arena, size_t need) {
#ifdef KAIRO_ARENA_DEBUG
    (void)arena;
    return need;
#else
    size_t grown = arena->head == NULL ? FIRST_BLOCK : MIN_OF(arena->head->size * 2, LARGEST_STEP);
    return MAX_OF(grown, need);
#endif
}

void *arena_alloc(Arena *arena, size_t bytes) {
    const size_t align = _Alignof(max_align_t);
    if (bytes > SIZE_MAX / 2)
        bug_no_memory();
    size_t need = (bytes + align - 1) / align * align;
    if (arena->head == NULL || arena->head->size - arena->head->used < need)
        arena->head = block_new(arena->head, next_block_size(arena, need));
    unsigned char *item = arena->head->bytes + arena->head->used;
    arena->head->used += need;
    arena->total += need;
    return item;
}

void *arena_array(Arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        bug_no_memory();
    return arena_alloc(arena, count * size);
}

char *arena_copy(Arena *arena, Str text) {
    char *copy = arena_alloc(arena, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    return copy;
}

char *arena_vprintf(Arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        BUG("a format could not be printed");
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size) {
    if (count < *room)
        return items;
    *room = *room == 0 ? 16 : *room * 2;
    void *more = arena_array(arena, *room, size);
    if (count > 0)
        memcpy(more, items, count * size);
    return more;
}

static ArenaBlock *free_all_but(ArenaBlock *blocks, ArenaBlock *kept) {
    while (blocks != NULL) {
        ArenaBlock *older = blocks->older;
        if (blocks != kept)
            free(blocks);
        blocks = older;
    }
    return kept;
}

void arena_reset(Arena *arena) {
    ArenaBlock *largest = arena->head;
    for (ArenaBlock *block = arena->head; block != NULL; block = block->older)
        if (block->size > largest->size)
            largest = block;
    arena->head = free_all_but(arena->head, largest);
    arena->total = 0;
    if (largest == NULL)
        return;
    largest->older = NULL;
    memset(largest->bytes, 0, largest->used);
    largest->used = 0;
}

void arena_release(Arena *arena) {
    free_all_but(arena->head, NULL);
    *arena = (Arena){0};
}
