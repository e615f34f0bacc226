/* Small language helpers every layer shares. */
#ifndef KAIRO_BASE_MACROS_H
#define KAIRO_BASE_MACROS_H

#include <stddef.h>

/* Number of elements of a true array (not a pointer). */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Lets the compiler check printf-style arguments, translated formats included. */
#define PRINTF_LIKE(position, first) __attribute__((format(printf, position, first)))

#define MIN_OF(a, b) ((a) < (b) ? (a) : (b))
#define MAX_OF(a, b) ((a) > (b) ? (a) : (b))

/* A counted, borrowed, read-only run of T: struct { const T *at; size_t count; }. */
#define LIST_OF(T, Name)                                                                           \
    typedef struct Name {                                                                          \
        const T *at;                                                                               \
        size_t count;                                                                              \
    } Name

#endif
