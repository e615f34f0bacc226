/*
 * See json_parts.h. The printed text is passed on code point by code point, so that none that
 * jansson leaves alone (C1 controls, direction overrides) reaches a terminal raw; outside
 * strings there are none.
 */
#include "report/json_parts.h"

#include "base/bug.h"
#include "text/clean.h"
#include "text/width.h"

/* ---- values; NULL from jansson means no memory ---- */

json_t *js_made(json_t *value) {
    if (value == NULL)
        bug_no_memory();
    return value;
}

void js_put(json_t *object, const char *key, json_t *value) {
    if (json_object_set_new_nocheck(object, key, js_made(value)) != 0)
        bug_no_memory();
}

void js_append(json_t *array, json_t *value) {
    if (json_array_append_new(array, js_made(value)) != 0)
        bug_no_memory();
}

json_t *js_text(const char *text) {
    if (text_is_utf8(str(text)))
        return js_made(json_string_nocheck(text));
    Arena arena = {0};
    Str clean = text_clean_lines(&arena, str(text));
    json_t *value = js_made(json_stringn_nocheck(clean.at, clean.len));
    arena_release(&arena);
    return value;
}

void js_put_text(json_t *object, const char *key, const char *text) {
    js_put(object, key, is_absent(text) ? json_null() : js_text(text));
}

/* ---- printing ---- */

/* Controls, invisible characters and those that turn the direction of text. */
static bool must_escape(uint32_t rune) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < COUNT_OF(ranges); i++)
        if (rune >= ranges[i].first && rune <= ranges[i].last)
            return true;
    return false;
}

static void print_escape(Buf *out, uint32_t rune) {
    if (rune >= 0x10000) {
        buf_printf(out, "\\u%04x", 0xD800u + ((rune - 0x10000) >> 10));
        rune = 0xDC00u + ((rune - 0x10000) & 0x3FF);
    }
    buf_printf(out, "\\u%04x", rune);
}

static void print_safely(Buf *out, Str text) {
    uint32_t rune;
    for (size_t bytes; (bytes = text_decode(text, &rune)) > 0; text = str_skip(text, bytes)) {
        if (must_escape(rune))
            print_escape(out, rune);
        else
            buf_add(out, str_n(text.at, bytes));
    }
}

void js_print(Buf *out, json_t *root) {
    char *text = json_dumps(root, JSON_INDENT(2));
    if (text == NULL)
        bug_no_memory();
    print_safely(out, str(text));
    buf_byte(out, '\n');
    free(text);
    json_decref(root);
}
