/*
 * Plain where a short list of rules says that it is safe, more often quoted than YAML asks
 * for. Escaped is what the guard refuses.
 */
#include "plan/yaml_text.h"

#include "base/mem.h"
#include "catalogue/yaml_guard.h"
#include "catalogue/yaml_reader.h"
#include "text/width.h"

#include <strings.h>

void yaml_out_add(YamlOut *out, Str bytes) {
    if (out->failed)
        return;
    if (out->room - out->len <= bytes.len) {
        size_t room = MAX_OF(out->room * 2, out->len + bytes.len + 256);
        char *grown = mem_try_resize(out->at, room, 1);
        out->failed = grown == NULL;
        if (out->failed)
            return;
        out->at = grown;
        out->room = room;
    }
    memcpy(out->at + out->len, bytes.at, bytes.len);
    out->len += bytes.len;
    out->at[out->len] = '\0';
}

void yaml_out_text(YamlOut *out, const char *text) {
    yaml_out_add(out, str(text));
}

void yaml_out_blanks(YamlOut *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        yaml_out_add(out, str_n(" ", 1));
}

bool yaml_out_take(YamlOut *out, char **bytes, size_t *len) {
    bool taken = !out->failed && out->len <= YAML_FILE_MOST;
    if (taken) {
        *bytes = out->at;
        *len = out->len;
    } else {
        free(out->at);
    }
    *out = (YamlOut){.failed = out->failed};
    return taken;
}

/* ---- plain ---- */

static bool is_blank_at(Str text, bool end) {
    static const char *const blanks[] = {" ", "　", "\xC2\xA0"};
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        Str blank = str(blanks[i]);
        if (text.len >= blank.len &&
            str_equal(end ? str_skip(text, text.len - blank.len) : str_n(text.at, blank.len),
                      blank))
            return true;
    }
    return false;
}

/* What other readers of YAML take for a number, a truth or nothing. */
static bool means_something(Str text) {
    static const char *const words[] = {"true", "false", "yes", "no", "on",  "off",
                                        "null", "y",     "n",   "~",  "inf", "nan"};
    bool number = true;
    for (size_t i = 0; i < text.len; i++)
        number = number && strchr("0123456789+-._:eExXoabcdfABCDF", text.at[i]) != NULL;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (text.len == strlen(words[i]) && strncasecmp(text.at, words[i], text.len) == 0)
            return true;
    return number && text.at[0] >= '0' && text.at[0] <= '9';
}

static bool is_plain(Str text, bool flow) {
    if (text.len == 0 || is_blank_at(text, false) || is_blank_at(text, true) ||
        strchr("-?:,[]{}#&*!|>'\"%@`=<.~\\", text.at[0]) != NULL || means_something(text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool last = i + 1 == text.len, before_blank = last || text.at[i + 1] == ' ';
        if (c == '\n' || (c == ':' && (flow || before_blank)) ||
            (c == ' ' && !last && text.at[i + 1] == '#') ||
            (flow && strchr(",[]{}?\"'#&*!|>%@`", c) != NULL))
            return false;
    }
    return !guard_refuses(yaml_guard(text, GUARD_SCALAR));
}

/* ---- quoted ---- */

/* NULL: none. */
static const char *short_escape(uint32_t rune) {
    switch (rune) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

static void add_escape(YamlOut *out, uint32_t rune) {
    char code[16];
    if (short_escape(rune) != NULL)
        snprintf(code, sizeof code, "%s", short_escape(rune));
    else if (rune < 0x100)
        snprintf(code, sizeof code, "\\x%02X", (unsigned)rune);
    else if (rune < 0x10000)
        snprintf(code, sizeof code, "\\u%04X", (unsigned)rune);
    else
        snprintf(code, sizeof code, "\\U%08X", (unsigned)rune);
    yaml_out_text(out, code);
}

/* Bytes up to the first that is written by an escape. */
static size_t bytes_as_they_are(Str text) {
    size_t len = 0;
    while (len < text.len && (unsigned char)text.at[len] >= ' ' && text.at[len] != '"' &&
           text.at[len] != '\\')
        len++;
    GuardResult guard = yaml_guard(str_n(text.at, len), GUARD_SCALAR);
    return guard_refuses(guard) ? guard.at : len;
}

static void add_escaped_text(YamlOut *out, Str text) {
    for (;;) {
        uint32_t rune;
        size_t len = bytes_as_they_are(text);
        yaml_out_add(out, str_n(text.at, len));
        text = str_skip(text, len);
        if (text.len == 0)
            return;
        text = str_skip(text, text_decode(text, &rune));
        add_escape(out, rune);
    }
}

static void add_quoted(YamlOut *out, Str text) {
    yaml_out_text(out, "\"");
    add_escaped_text(out, text);
    yaml_out_text(out, "\"");
}

void yaml_out_scalar(YamlOut *out, Str text, bool flow) {
    if (is_plain(text, flow))
        yaml_out_add(out, text);
    else
        add_quoted(out, text);
}

/* ---- lines ---- */

static Str first_line(Str text) {
    const char *end = memchr(text.at, '\n', text.len);
    return end == NULL ? text : str_n(text.at, (size_t)(end - text.at) + 1);
}

/* A block cannot be told from its surroundings when blanks end a line or more than one line
   feed ends the text. */
static bool can_be_block(Str text) {
    if (text.at[0] == '\n' || guard_refuses(yaml_guard(text, GUARD_SCALAR)))
        return false;
    if (text.len > 1 && text.at[text.len - 1] == '\n' && text.at[text.len - 2] == '\n')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == ' ' && (i + 1 == text.len || text.at[i + 1] == '\n'))
            return false;
    return true;
}

static void add_block(YamlOut *out, Str text, size_t indent) {
    yaml_out_text(out, text.at[0] == ' ' ? "|2" : "|");
    if (text.at[text.len - 1] != '\n')
        yaml_out_text(out, "-");
    while (text.len > 0) {
        Str line = first_line(text), bare = line;
        if (bare.at[bare.len - 1] == '\n')
            bare.len--;
        yaml_out_text(out, "\n");
        if (bare.len > 0)
            yaml_out_blanks(out, indent);
        yaml_out_add(out, bare);
        text = str_skip(text, line.len);
    }
}

/* "first\n\⏎  second": the line feed at each line's end is folded away with the indent. */
static void add_quoted_lines(YamlOut *out, Str text, size_t indent) {
    yaml_out_text(out, "\"");
    while (text.len > 0) {
        Str line = first_line(text);
        if (line.at[0] == ' ') {
            yaml_out_text(out, "\\ ");
            add_escaped_text(out, str_skip(line, 1));
        } else {
            add_escaped_text(out, line);
        }
        text = str_skip(text, line.len);
        if (text.len > 0) {
            yaml_out_text(out, "\\\n");
            yaml_out_blanks(out, indent);
        }
    }
    yaml_out_text(out, "\"");
}

void yaml_out_lines(YamlOut *out, Str text, size_t indent) {
    if (memchr(text.at, '\n', text.len) == NULL)
        yaml_out_scalar(out, text, false);
    else if (can_be_block(text))
        add_block(out, text, indent);
    else
        add_quoted_lines(out, text, indent);
}

/* ---- keys ---- */

void yaml_out_key(YamlOut *out, size_t indent, const char *key) {
    yaml_out_blanks(out, indent);
    yaml_out_text(out, key);
    yaml_out_text(out, ":");
}

void yaml_out_line(YamlOut *out, size_t indent, const char *key, const char *text) {
    yaml_out_key(out, indent, key);
    yaml_out_text(out, " ");
    yaml_out_scalar(out, str(text), false);
    yaml_out_text(out, "\n");
}

void yaml_out_bare(YamlOut *out, size_t indent, const char *key, const char *text) {
    yaml_out_key(out, indent, key);
    yaml_out_text(out, " ");
    yaml_out_text(out, text);
    yaml_out_text(out, "\n");
}
