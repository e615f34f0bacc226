/* cmocka and what it wants included before it. */
#ifndef KAIRO_TEST_CMOCKA_ALL_H
#define KAIRO_TEST_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
