/*
 * What the printers of JSON share: values put into objects in a fixed order, and the printed
 * text made safe for a terminal. No memory ends the program.
 */
#ifndef KAIRO_REPORT_JSON_PARTS_H
#define KAIRO_REPORT_JSON_PARTS_H

#include "base/buf.h"

#include <jansson.h>

/* The value itself; NULL, as jansson gives it without memory, ends the program. */
json_t *js_made(json_t *value);

/* These take over `value`. */
void js_put(json_t *object, const char *key, json_t *value);
void js_append(json_t *array, json_t *value);

/* UTF-8 as it is; other bytes cleaned. */
json_t *js_text(const char *text);

/* null for "". */
void js_put_text(json_t *object, const char *key, const char *text);

/* Two blanks of indentation, a line feed at the end, \u escapes for what json.h says; frees
   `root`. */
void js_print(Buf *out, json_t *root);

#endif
