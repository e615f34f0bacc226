/*
 * Functions that write without knowing how much room there is, or that keep hidden
 * state. Included by the compiler in every file (-include), so using one does not build.
 */
#ifndef KAIRO_BASE_BANNED_H
#define KAIRO_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok
#pragma GCC poison atoi atol atof gmtime localtime ctime asctime tmpnam tempnam mktemp
#pragma GCC poison system popen

#endif
