/* Open addressing with steps of one, at most half full. Hash: FNV-1a, 64 bits. */
#include "catalogue/index.h"

#include "base/mem.h"

#include <stdint.h>

static size_t hash_of(Space space, const char *name) {
    uint64_t hash = 14695981039346656037u ^ (uint64_t)space;
    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 1099511628211u;
    return (size_t)(hash ^ hash >> 32);
}

/* The slot that holds the name, or the free one where it would go. */
static size_t *slot_of(const Index *index, Space space, const char *name) {
    size_t at = hash_of(space, name) % index->slot_count;
    while (index->slots[at] != 0) {
        const IndexEntry *entry = &index->entries[index->slots[at] - 1];
        if (entry->space == space && strcmp(entry->name, name) == 0)
            break;
        at = (at + 1) % index->slot_count;
    }
    return &index->slots[at];
}

static void grow(Index *index) {
    index->room = index->room == 0 ? 128 : index->room * 2;
    index->entries = mem_resize(index->entries, index->room, sizeof *index->entries);
    free(index->slots);
    index->slot_count = index->room * 2;
    index->slots = mem_new(index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++)
        *slot_of(index, index->entries[i].space, index->entries[i].name) = i + 1;
}

const IndexEntry *index_add(Index *index, IndexEntry entry) {
    if (index->count == index->room)
        grow(index);
    size_t *slot = slot_of(index, entry.space, entry.name);
    if (*slot != 0)
        return &index->entries[*slot - 1];
    index->entries[index->count++] = entry;
    *slot = index->count;
    return NULL;
}

const IndexEntry *index_find(const Index *index, Space space, const char *name) {
    if (index->count == 0)
        return NULL;
    size_t slot = *slot_of(index, space, name);
    return slot == 0 ? NULL : &index->entries[slot - 1];
}

Strings index_names(const Index *index, Space space, Arena *arena) {
    size_t count = 0;
    const char **names = arena_new(arena, const char *, index->count);
    for (size_t i = 0; i < index->count; i++)
        if (index->entries[i].space == space)
            names[count++] = index->entries[i].name;
    return (Strings){names, count};
}

void index_release(Index *index) {
    free(index->entries);
    free(index->slots);
    *index = (Index){0};
}
