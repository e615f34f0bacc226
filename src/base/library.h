/*
 * Libraries that are opened at run time (dlopen), so that the program starts without them and runs
 * where they are not installed.
 */
#ifndef KAIRO_BASE_LIBRARY_H
#define KAIRO_BASE_LIBRARY_H

#include <dlfcn.h>

/* Puts a function of an open library into the pointer *out; false when it has none of that name.
 * dlsym gives a pointer to data, which C does not convert to one to a function. */
#define LIBRARY_FUNCTION(library, name, out)                                                       \
    (*(void **)(out) = dlsym((library), (name)), *(out) != NULL)

#endif
