/* See mem.h. */
#include "base/mem.h"

#include "base/bug.h"

#include <stdint.h>

void *mem_try_new(size_t count, size_t size) {
    return calloc(count == 0 ? 1 : count, size == 0 ? 1 : size);
}

void *mem_try_resize(void *old, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    size_t bytes = count * size;
    return realloc(old, bytes == 0 ? 1 : bytes);
}

void *mem_new(size_t count, size_t size) {
    void *made = mem_try_new(count, size);
    if (made == NULL)
        bug_no_memory();
    return made;
}

void *mem_resize(void *old, size_t count, size_t size) {
    void *made = mem_try_resize(old, count, size);
    if (made == NULL)
        bug_no_memory();
    return made;
}

char *mem_copy_string(const char *text) {
    size_t bytes = strlen(text) + 1;
    char *copy = mem_new(bytes, 1);
    memcpy(copy, text, bytes);
    return copy;
}
