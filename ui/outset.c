/* See outset.h. */
#include "ui/outset.h"

#include "cli/environment.h"
#include "plan/safe_file.h"

#include <stdlib.h>

enum { NAME_MOST = 64 };

/* ---- the text ---- */

static const char *name_of(Arena *arena, const char *value) {
    if (value == NULL || strlen(value) > NAME_MOST)
        return value == NULL ? "" : "?";
    for (const char *at = value; *at != '\0'; at++)
        if (*at <= ' ' || *at > '~' || *at == ',')
            return "?";
    return arena_copy(arena, str(value));
}

const char *outset_terminal(Arena *arena, const char *term, const char *program, bool tmux,
                            bool screen) {
    return arena_printf(arena, "%s,%s,%s", name_of(arena, term), name_of(arena, program),
                        tmux     ? "tmux"
                        : screen ? "screen"
                                 : "");
}

/* Takes the next line off. */
static Str next_line(Str *rest) {
    const char *end = rest->len == 0 ? NULL : memchr(rest->at, '\n', rest->len);
    Str line = end == NULL ? *rest : str_n(rest->at, (size_t)(end - rest->at));
    *rest = str_skip(*rest, line.len + 1);
    return line;
}

/* The word behind the terminal's name, when the line is its own. */
static bool is_line_of(Str line, const char *terminal, Str *word) {
    size_t len = strlen(terminal);
    if (!str_starts(line, str(terminal)) || line.len <= len || line.at[len] != ' ')
        return false;
    *word = str_skip(line, len + 1);
    return true;
}

bool outset_find(Str text, const char *terminal, Ambiguous *ambiguous) {
    while (text.len > 0) {
        Str word;
        if (!is_line_of(next_line(&text), terminal, &word))
            continue;
        bool wide = str_equal(word, str("wide")), narrow = str_equal(word, str("narrow"));
        *ambiguous = wide ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
        return wide || narrow;
    }
    return false;
}

const char *outset_with(Arena *arena, Str text, const char *terminal, Ambiguous ambiguous) {
    const char *made =
        arena_printf(arena, "%s %s\n", terminal, ambiguous == AMBIGUOUS_WIDE ? "wide" : "narrow");
    for (int lines = 1; text.len > 0 && lines < OUTSET_TERMINALS_MOST;) {
        Str line = next_line(&text), word;
        if (line.len == 0 || is_line_of(line, terminal, &word))
            continue;
        made = arena_printf(arena, "%s%.*s\n", made, STR_ARG(line));
        lines++;
    }
    return made;
}

/* ---- the edge ---- */

static bool is_set(const char *variable) {
    return !is_absent(environment_get(variable));
}

/* The first mistake; all that is right holds. */
static const char *read_settings(Settings *out, Arena *arena, const char *path) {
    Buf bytes;
    FileMark mark;
    Err err;
    Problems problems = {0};
    const char *problem = "";
    *out = (Settings){.theme = THEME_AUTO};
    if (is_absent(path))
        return "";
    if (!safe_file_read(path, &bytes, &mark, &err))
        return arena_copy(arena, str(err.text));
    if (!settings_read(out, buf_str(&bytes), path, &problems))
        problem = arena_copy(arena, str(problem_text(&problems.arena, &problems.items[0])));
    problems_release(&problems);
    buf_release(&bytes);
    return problem;
}

static void read_terminal(Outset *out) {
    Buf bytes;
    FileMark mark;
    Err ignored;
    if (is_absent(out->path) || !safe_file_read(out->path, &bytes, &mark, &ignored))
        return;
    out->remembered = outset_find(buf_str(&bytes), out->terminal, &out->ambiguous);
    buf_release(&bytes);
}

static void find_background(Outset *out) {
    switch (out->settings.theme) {
    case THEME_DARK:
        out->background = BACKGROUND_DARK;
        break;
    case THEME_LIGHT:
        out->background = BACKGROUND_LIGHT;
        break;
    case THEME_AUTO:
        out->background = theme_background(environment_get("COLORFGBG"));
        out->ask_background = out->background == BACKGROUND_UNKNOWN;
        break;
    }
}

void outset_read(Outset *out, Arena *arena, const Surroundings *at) {
    *out = (Outset){.path = paths_terminals(arena, at)};
    out->terminal = outset_terminal(arena, environment_get("TERM"), environment_get("TERM_PROGRAM"),
                                    is_set("TMUX"), is_set("STY"));
    out->problem = read_settings(&out->settings, arena, paths_settings(arena, at));
    read_terminal(out);
    find_background(out);
}

void outset_remember(const Outset *outset, Ambiguous ambiguous) {
    Buf bytes;
    FileMark mark;
    Err ignored;
    Arena arena = {0};
    bool same = outset->remembered && outset->ambiguous == ambiguous;
    if (same || is_absent(outset->path) || !safe_file_read(outset->path, &bytes, &mark, &ignored))
        return;
    const char *text = outset_with(&arena, buf_str(&bytes), outset->terminal, ambiguous);
    safe_file_save(outset->path, str(text), NULL, NULL, NULL, &ignored);
    buf_release(&bytes);
    arena_release(&arena);
}
