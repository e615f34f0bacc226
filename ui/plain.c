/* See plain.h. */
#include "ui/plain.h"

#include "base/tr.h"
#include "text/key.h"

#include <stdlib.h>

/* ---- reading a line ---- */

static bool is_blank_at(Str text, size_t *len) {
    static const char wide[] = "\u3000";
    *len = text.len > 0 && (text.at[0] == ' ' || text.at[0] == '\t') ? 1
           : str_starts(text, str(wide))                             ? sizeof wide - 1
                                                                     : 0;
    return *len > 0;
}

static Str without_blanks_before(Str text) {
    for (size_t len; is_blank_at(text, &len);)
        text = str_skip(text, len);
    return text;
}

/* Takes the first word off. */
static Str next_word(Str *rest) {
    size_t len, ignored;
    *rest = without_blanks_before(*rest);
    for (len = 0; len < rest->len && !is_blank_at(str_skip(*rest, len), &ignored);)
        len++;
    Str word = str_n(rest->at, len);
    *rest = without_blanks_before(str_skip(*rest, len));
    return word;
}

static bool same_word(Arena *arena, Str a, const char *b) {
    return str_equal(text_key(arena, a), text_key(arena, str(b)));
}

/* "Enter l": whether the word is one of these names of keys. */
static bool names_key(Arena *arena, CommandId id, Str word, Key *key) {
    const KeyCommand *command = command_of(id);
    for (int i = 0; i < COMMAND_KEYS_MOST && command->keys[i].code != K_NONE; i++)
        if (str_equal(word, str(command_key_name(arena, command->keys[i])))) {
            *key = command->keys[i];
            return true;
        }
    return false;
}

/* By the name of a key, of a command, or by its hint in the user's language. */
static bool find_key(Arena *arena, Str word, Key *key) {
    uint32_t rune;
    if (word.len > 0 && text_decode(word, &rune) == word.len) {
        *key = (Key){.code = K_RUNE, .rune = rune};
        return true;
    }
    for (int id = 1; id < CMD_COUNT; id++)
        if (names_key(arena, (CommandId)id, word, key))
            return true;
    for (int id = 1; id < CMD_COUNT; id++) {
        const KeyCommand *command = command_of((CommandId)id);
        if (same_word(arena, word, command->name) || same_word(arena, word, _(command->hint))) {
            *key = command->keys[0];
            return true;
        }
    }
    return false;
}

/* Digits of any width, up to four of them; 0 for none. */
static int number_of(Arena *arena, Str word) {
    Str digits = text_key(arena, word);
    if (digits.len == 0 || digits.len > 4 ||
        strspn(arena_copy(arena, digits), "0123456789") != digits.len)
        return 0;
    return (int)strtol(arena_copy(arena, digits), NULL, 10);
}

/* "step 2": the key of that step. */
static bool is_step(Arena *arena, Str word, Str *rest, Key *key) {
    /* TRANSLATORS: "Step": typed before a number in --plain, to go to that step */
    if (!same_word(arena, word, "step") && !same_word(arena, word, _("Step")))
        return false;
    Str after = *rest, number = next_word(&after);
    Str digit = text_key(arena, number);
    if (digit.len != 1 || digit.at[0] < '0' || digit.at[0] > '4')
        return false;
    *key = (Key){.code = K_RUNE, .rune = (unsigned char)digit.at[0]};
    *rest = after;
    return true;
}

/* A sign may stand before its text without a blank between: /tenji. */
static bool is_glued(Str word, Key *key, size_t *len) {
    uint32_t rune;
    *len = word.len == 0 ? 0 : text_decode(word, &rune);
    *key = *len == 0 ? (Key){.code = K_NONE} : key_half_width((Key){.code = K_RUNE, .rune = rune});
    return *len > 0 && *len < word.len && (key->rune == '/' || key->rune == '?');
}

PlainLine plain_read(Arena *arena, Str line) {
    PlainLine read = {.text = str("")};
    Str rest = line, whole = without_blanks_before(line);
    Str word = next_word(&rest);
    size_t len;
    read.empty = word.len == 0;
    read.choice = number_of(arena, word);
    if (read.choice > 0) {
        whole = rest;
        word = next_word(&rest);
    }
    if (word.len == 0)
        return read;
    if (is_glued(word, &read.key, &len))
        read.text = without_blanks_before(str_skip(whole, len));
    else if (is_step(arena, word, &rest, &read.key) || find_key(arena, word, &read.key))
        read.text = rest;
    else
        read.unknown = true;
    return read;
}

bool plain_is_key(Arena *arena, Str line, Key *key) {
    for (int id = 1; id < CMD_COUNT; id++)
        if (names_key(arena, (CommandId)id, line, key) && (key->code != K_RUNE || key->mods != 0))
            return true;
    return false;
}

/* ---- a page ---- */

/* The cells of a row, with the cut and selection marks as they are. */
static const char *row_text(Arena *arena, const Grid *grid, int row) {
    Buf text;
    buf_init(&text, 1 << 16);
    grid_row_text(grid, row, &text);
    const char *copy = arena_copy(arena, buf_str(&text));
    buf_release(&text);
    return copy;
}

/* Columns mean nothing to a listener: two blanks part what stands apart. */
static const char *squeezed(Arena *arena, const char *text) {
    char *out = arena_new(arena, char, strlen(text) + 1);
    size_t len = 0, blanks = 0;
    for (; *text != '\0'; text++) {
        blanks = *text == ' ' ? blanks + 1 : 0;
        if (blanks <= 2 && (blanks == 0 || len > 0))
            out[len++] = *text;
    }
    out[len] = '\0';
    return out;
}

static bool is_blank_row(const Grid *grid, int row) {
    const Cell *cells = &grid->cells[(size_t)row * (size_t)grid->cols];
    for (int col = 0; col < grid->cols; col++)
        if (cells[col].runes[0] != ' ' && cells[col].runes[0] != 0)
            return false;
    return true;
}

/* "12. name": the row's own number, of the edition, follows as it is. */
static const char *numbered(Arena *arena, const Grid *grid, int row) {
    const char *text = squeezed(arena, row_text(arena, grid, row));
    int number = grid->choices == NULL ? 0 : grid->choices[row];
    return number == 0 ? text : arena_printf(arena, "%d. %s", number, text);
}

PlainPage plain_page(Arena *arena, const Grid *grid) {
    const char **lines = arena_new(arena, const char *, (size_t)grid->rows + 1);
    PlainPage page = {.selected = -1};
    size_t count = 0;
    for (int row = 0; row < grid->rows; row++) {
        if (is_blank_row(grid, row))
            continue;
        if (row == grid->cursor_row && !grid->cursor_in_text && grid->cursor_row > 0)
            page.selected = (int)count;
        lines[count++] = numbered(arena, grid, row);
    }
    page.lines = (Strings){lines, count};
    return page;
}

/* ---- what is new ---- */

/* Past the number that plain_page has put in front, and the mark of selection behind it. */
static const char *without_mark(const char *line) {
    const char *at = line + strspn(line, "0123456789");
    if (at == line || !str_starts(str(at), str(". ")))
        at = line;
    else
        at += 2;
    if (str_starts(str(at), str("▸")))
        at += strlen("▸");
    else if (at[0] == '>')
        at++;
    return at + strspn(at, " ");
}

/* The mark moves from line to line and says nothing by itself. */
static bool same_line(const char *a, const char *b) {
    return strcmp(without_mark(a), without_mark(b)) == 0;
}

static bool has_line(const PlainPage *page, const char *line) {
    for (size_t i = 0; i < page->lines.count; i++)
        if (same_line(page->lines.at[i], line))
            return true;
    return false;
}

static const char *selected_line(const PlainPage *page) {
    return page->selected < 0 ? "" : page->lines.at[page->selected];
}

void plain_say(Buf *out, const PlainPage *before, const PlainPage *now, bool whole) {
    bool moved = !same_line(selected_line(before), selected_line(now));
    for (size_t i = 0; i < now->lines.count; i++) {
        bool here = moved && (int)i == now->selected;
        if (!whole && !here && has_line(before, now->lines.at[i]))
            continue;
        buf_text(out, now->lines.at[i]);
        buf_byte(out, '\n');
    }
}
