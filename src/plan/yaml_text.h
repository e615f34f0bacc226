/*
 * Texts as YAML, each in the plainest form that libyaml and the guard of the reader
 * (catalogue/yaml_guard.h) give back byte for byte.
 */
#ifndef KAIRO_PLAN_YAML_TEXT_H
#define KAIRO_PLAN_YAML_TEXT_H

#include "base/str.h"

/* Bytes that grow; unlike base/buf.h it survives the end of memory: `failed`, then nothing. */
typedef struct YamlOut {
    char *at; /* owned, NUL-terminated once anything was written */
    size_t len, room;
    bool failed;
} YamlOut;

void yaml_out_add(YamlOut *out, Str bytes);
void yaml_out_text(YamlOut *out, const char *text);
void yaml_out_blanks(YamlOut *out, size_t count);

/* Hands the bytes over. False when memory went (`failed`), or when there are more than are read
   again (YAML_FILE_MOST); then they are freed. */
bool yaml_out_take(YamlOut *out, char **bytes, size_t *len);

/* A value on the rest of the line: plain, or in double quotes. `flow`: inside { }. */
void yaml_out_scalar(YamlOut *out, Str text, bool flow);

/*
 * A value that may have many lines, each on its own at `indent` blanks: a block, or in double
 * quotes with an escaped line feed at each line's end. Ends without the last line feed.
 */
void yaml_out_lines(YamlOut *out, Str text, size_t indent);

/* ---- lines of `key: value`, after `indent` blanks ---- */

/* "key:", and nothing after it. */
void yaml_out_key(YamlOut *out, size_t indent, const char *key);
/* With any text on the line. */
void yaml_out_line(YamlOut *out, size_t indent, const char *key, const char *text);
/* Stamps, days and amounts: plain, although other readers would find a number or a date. */
void yaml_out_bare(YamlOut *out, size_t indent, const char *key, const char *text);

#endif
