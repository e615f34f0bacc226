/*
 * Checked allocation. These end the program cleanly when memory is gone (bug_no_memory);
 * loaders and savers that must survive it use mem_try_* and report an Err instead.
 */
#ifndef KAIRO_BASE_MEM_H
#define KAIRO_BASE_MEM_H

#include <stddef.h>

/* Zeroed memory for `count` items of `size` bytes; overflow counts as no memory. */
void *mem_new(size_t count, size_t size);

/* Grows or shrinks; keeps the old bytes. The caller owns the result. */
void *mem_resize(void *old, size_t count, size_t size);

/* As mem_new and mem_resize, but NULL when memory is gone (old stays valid). */
void *mem_try_new(size_t count, size_t size);
void *mem_try_resize(void *old, size_t count, size_t size);

/* An owned copy of a NUL-terminated string. */
char *mem_copy_string(const char *text);

#endif
