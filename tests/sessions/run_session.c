/*
 * Runs one story: a file of keys and the screens they lead to.
 *
 *   # a comment
 *   size 80x24            before the first key; later it is a resize
 *   date 2016-12-20       the reference date
 *   lang en               ja when left out
 *   ambiguous wide        narrow when left out; later it is the terminal's answer
 *   ascii | substitute
 *   program ID | step N   how the session starts; it begins where the last one stood without
 *   plan NAME | readonly  --plan, --read-only
 *   now STAMP             the time, UTC; later it goes on from there
 *   command WORDS         another process: kairo with these words, in the same folders
 *   block | unblock       nothing can be written below the data folder
 *   put FILE              a file of tests/sessions/plans comes among the plans
 *   damage FILE           cuts a plan's file in two
 *   config FILE TEXT      the user wrote this below kairo's configuration
 *   file PATH TEXT        another wrote this below the data folder; without TEXT, removed it
 *   rules TEXT            the rules of the diagnosis, with \n for line feeds; without TEXT, the
 *                         edition's own again
 *   zone HOURS            by which the user's clock is ahead of UTC; 0 when left out
 *   hangup | kill | quit  the session ends, and a new one begins where it stood
 *   rewrite FILE OLD => NEW   an editor's change of a file of kairo's, while no session runs
 *   contains FILE TEXT    a plan's file has this text (a line feed is \n), or with "lacks" not
 *   keys 2 Down Enter     names of keys, or single characters
 *   paste TEXT
 *   effects quit          what the last key asked of the edge: quit suspend redraw edit none,
 *                         or copy TEXT, browse TEXT, look-up TEXT (its first line)
 *   no-clipboard          the terminal has none
 *   learned WORD A B C    what the dictionary said of a word it was asked about
 *   display               a browser would open on the user's own display
 *   edited TEXT           what the user's editor left, with \n for line feeds
 *   cursor 3,12           column and row of the hardware cursor, from 0
 *   same 1                the screen is exactly the first one of the file
 *   screen                then one line per row, between bars
 *   |…|
 *
 * With --update the screens are written anew, to be reviewed as a diff.
 */
#include "world.h"

#include "base/mem.h"

#include <stdlib.h>

enum { LINE_BYTES = 4096, SCREENS_MOST = 64 };

typedef struct Story {
    const char *path;
    int line;
    bool update, failed, begun;
    AppStart start;
    char program[64], plan[128];
    World world;
    Session session;
    Buf out; /* the file as it should be */
    char *screens[SCREENS_MOST];
    int screen_count;
} Story;

static void fail(Story *story, const char *what, const char *detail) {
    fprintf(stderr, "%s:%d: %s%s\n", story->path, story->line, what, detail);
    story->failed = true;
}

static void begin(Story *story) {
    if (story->begun)
        return;
    Err err;
    story->start.catalogue = session_catalogue();
    if (!world_begin(&story->world, &story->session, &story->start, story->plan, &err))
        fail(story, err.text, "");
    story->begun = true;
}

/* Ends the session in one of three ways; the next directive begins another. */
static void end(Story *story, const char *how) {
    begin(story);
    if (strcmp(how, "hangup") == 0)
        session_event(&story->session, &(Event){.kind = EVENT_LEAVE});
    else if (strcmp(how, "quit") == 0)
        for (int i = 0; i < 2 * STACK_MOST && story->session.effects.count == 0; i++)
            session_key(&story->session, "q");
    world_end(&story->world, &story->session);
    story->begun = false;
    story->program[0] = story->plan[0] = '\0';
    story->start.step = 0;
}

/* The temporary folder has another name each time: on the screen it is kairo-story-XXXXXX. */
static void mask_root(const Story *story, char *text) {
    const char *head = strstr(story->world.root, "kairo-story-");
    const size_t len = strlen("kairo-story-");
    for (char *at = text; (at = strstr(at, "kairo-story-")) != NULL; at += len)
        for (size_t i = len; at[i] != '\0' && at[i] == head[i]; i++)
            at[i] = 'X';
}

/* The screen between bars, padded to its width so that the right bar is straight. */
static void print_screen(Story *story, Buf *out) {
    session_view(&story->session);
    const Grid *grid = &story->session.grid;
    const size_t start = out->len;
    for (int row = 0; row < grid->rows; row++) {
        size_t from = out->len + 1;
        buf_byte(out, '|');
        grid_row_text(grid, row, out);
        int cells = text_width(str_n(out->at + from, out->len - from), grid->ambiguous);
        for (; cells < grid->cols; cells++)
            buf_byte(out, ' ');
        buf_text(out, "|\n");
    }
    mask_root(story, out->at + start);
}

/* ---- directives ---- */

static bool parse_size(const char *text, int *cols, int *rows) {
    char *end;
    *cols = (int)strtol(text, &end, 10);
    if (*end != 'x')
        return false;
    *rows = (int)strtol(end + 1, &end, 10);
    return *end == '\0';
}

static void do_size(Story *story, const char *value) {
    int cols, rows;
    if (!parse_size(value, &cols, &rows)) {
        fail(story, "no size: ", value);
        return;
    }
    if (story->begun)
        session_event(&story->session, &(Event){.kind = EVENT_RESIZE, .cols = cols, .rows = rows});
    story->start.cols = cols;
    story->start.rows = rows;
}

static void do_ambiguous(Story *story, const char *value) {
    Ambiguous mode = strcmp(value, "wide") == 0 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    if (story->begun)
        session_event(&story->session, &(Event){.kind = EVENT_AMBIGUOUS, .ambiguous = mode});
    story->start.ambiguous = mode;
}

static void do_keys(Story *story, char *value) {
    begin(story);
    char *rest = value;
    for (char *name; (name = strsep(&rest, " ")) != NULL;)
        if (name[0] != '\0' && !session_key(&story->session, name))
            fail(story, "no key: ", name);
}

static void do_effects(Story *story, const char *value) {
    static const char *const names[] = {
        [EFFECT_QUIT] = "quit",       [EFFECT_SUSPEND] = "suspend", [EFFECT_REDRAW] = "redraw",
        [EFFECT_LOOK_UP] = "look-up", [EFFECT_COPY] = "copy",       [EFFECT_BROWSE] = "browse",
        [EFFECT_EDIT_TEXT] = "edit"};
    const Effects *effects = &story->session.effects;
    const Effect *first = effects->count == 0 ? NULL : &effects->at[0];
    bool has_text = first != NULL && (first->kind == EFFECT_COPY || first->kind == EFFECT_BROWSE ||
                                      first->kind == EFFECT_LOOK_UP);
    char got[LINE_BYTES];
    snprintf(got, sizeof got, "%s%s%s", first == NULL ? "none" : names[first->kind],
             has_text ? " " : "", has_text ? first->text : "");
    got[strcspn(got, "\n")] = '\0'; /* of a page its first line */
    if (strcmp(got, value) != 0)
        fail(story, "the effect is ", got);
}

static void do_cursor(Story *story, const char *value) {
    char got[32];
    begin(story);
    session_view(&story->session);
    snprintf(got, sizeof got, "%d,%d", story->session.grid.cursor_col,
             story->session.grid.cursor_row);
    if (strcmp(got, value) != 0)
        fail(story, "the cursor stands at ", got);
}

static void do_same(Story *story, const char *value) {
    Buf now;
    begin(story);
    buf_init(&now, 1 << 20);
    print_screen(story, &now);
    int which = (int)strtol(value, NULL, 10);
    if (which < 1 || which > story->screen_count ||
        strcmp(story->screens[which - 1], now.at) != 0) {
        fail(story, "the screen is not the same as screen ", value);
        fputs(now.at, stderr);
    }
    buf_release(&now);
}

static void do_now(Story *story, const char *value) {
    snprintf(story->world.now, sizeof story->world.now, "%s", value);
    if (story->begun)
        snprintf(story->session.app.work.now, STAMP_BYTES, "%s", value);
}

static void do_command(Story *story, const char *value) {
    begin(story);
    if (world_command(&story->world, value, &story->start) != 0)
        fail(story, "the command failed: ", value);
}

/* Line feeds for \n. */
static void unescape(char *text) {
    for (char *at; (at = strstr(text, "\\n")) != NULL;) {
        *at = '\n';
        memmove(at + 1, at + 2, strlen(at + 2) + 1);
    }
}

static bool read_file(Story *story, const char *file, char path[static 256], Buf *bytes) {
    FileMark mark;
    Err err;
    snprintf(path, 256, "%s/data/kairo/%s", story->world.root, file);
    bool read = safe_file_read(path, bytes, &mark, &err);
    if (!read)
        fail(story, err.text, "");
    return read;
}

/* FILE OLD => NEW: the first OLD in the file. */
static void do_rewrite(Story *story, char *value) {
    char path[256], *old = strchr(value, ' '), *new = strstr(value, " => ");
    Buf bytes;
    if (old == NULL || new == NULL || story->begun) {
        fail(story, "expected FILE OLD => NEW, while no session runs: ", value);
        return;
    }
    *old++ = *new = '\0';
    new += strlen(" => ");
    if (!read_file(story, value, path, &bytes))
        return;
    char *at = strstr(bytes.at, old);
    FILE *file = at == NULL ? NULL : fopen(path, "w");
    if (file == NULL) {
        fail(story, "the file lacks ", old);
    } else {
        fprintf(file, "%.*s%s%s", (int)(at - bytes.at), bytes.at, new, at + strlen(old));
        fclose(file);
    }
    buf_release(&bytes);
}

/* FILE TEXT. */
static void do_contains(Story *story, char *value, bool wanted) {
    char path[256], *text = strchr(value, ' ');
    Buf bytes;
    if (text == NULL) {
        fail(story, "expected FILE TEXT: ", value);
        return;
    }
    *text++ = '\0';
    unescape(text);
    if (!read_file(story, value, path, &bytes))
        return;
    if ((strstr(bytes.at == NULL ? "" : bytes.at, text) != NULL) != wanted) {
        fail(story, wanted ? "the file lacks " : "the file contains ", text);
        fputs(bytes.at, stderr);
    }
    buf_release(&bytes);
}

/* PATH TEXT; the folders above it are there. */
static void do_file(Story *story, char *value) {
    char path[256], *text = strchr(value, ' ');
    if (text != NULL)
        *text++ = '\0';
    snprintf(path, sizeof path, "%s/data/kairo/%s", story->world.root, value);
    if (text == NULL) {
        if (remove(path) != 0)
            fail(story, "no such file: ", value);
        return;
    }
    unescape(text);
    if (!world_write(&story->world, value, text))
        fail(story, "cannot be written: ", value);
}

/* FILE TEXT; Shift_JIS and the like by \x and two digits. */
static void do_config(Story *story, char *value) {
    char *text = strchr(value, ' ');
    if (text == NULL) {
        fail(story, "expected FILE TEXT: ", value);
        return;
    }
    *text++ = '\0';
    unescape(text);
    for (char *at; (at = strstr(text, "\\x")) != NULL;) {
        const char digits[] = {at[2], at[3], '\0'};
        *at = (char)strtol(digits, NULL, 16);
        memmove(at + 1, at + 4, strlen(at + 4) + 1);
    }
    if (!world_configure(&story->world, value, text))
        fail(story, "cannot be written: ", value);
}

/* WORD A B C. */
static void do_learned(Story *story, char *value) {
    enum { WORDS_MOST = 16 };
    const char *words[WORDS_MOST];
    size_t count = 0;
    char *rest = value, *word = strsep(&rest, " ");
    while (count < WORDS_MOST && rest != NULL)
        words[count++] = strsep(&rest, " ");
    begin(story);
    session_event(&story->session,
                  &(Event){.kind = EVENT_LEARNED, .text = str(word), .words = {words, count}});
}

/* What happens around the session; false when it is none of these. */
static bool do_world(Story *story, const char *what, char *value) {
    if (strcmp(what, "now") == 0)
        do_now(story, value);
    else if (strcmp(what, "plan") == 0)
        snprintf(story->plan, sizeof story->plan, "%s", value);
    else if (strcmp(what, "readonly") == 0)
        story->start.read_only = true;
    else if (strcmp(what, "rewrite") == 0)
        do_rewrite(story, value);
    else if (strcmp(what, "command") == 0)
        do_command(story, value);
    else if (strcmp(what, "block") == 0 || strcmp(what, "unblock") == 0)
        world_block(&story->world, what[0] == 'b');
    else if (strcmp(what, "put") == 0) {
        if (!world_put(&story->world, value))
            fail(story, "no such plan: ", value);
    } else if (strcmp(what, "damage") == 0) {
        if (!world_damage(&story->world, value))
            fail(story, "no such plan: ", value);
    } else if (strcmp(what, "config") == 0)
        do_config(story, value);
    else if (strcmp(what, "file") == 0)
        do_file(story, value);
    else if (strcmp(what, "rules") == 0) {
        unescape(value);
        world_rules(&story->world, is_absent(value) ? NULL : value);
    } else if (strcmp(what, "zone") == 0)
        story->start.zone = (int)strtol(value, NULL, 10) * 3600;
    else if (strcmp(what, "hangup") == 0 || strcmp(what, "kill") == 0 || strcmp(what, "quit") == 0)
        end(story, what);
    else if (strcmp(what, "learned") == 0)
        do_learned(story, value);
    else if (strcmp(what, "edited") == 0) {
        begin(story);
        unescape(value);
        session_event(
            &story->session,
            &(Event){.kind = EVENT_NEWS, .news = &(News){.kind = NEWS_EDITED, .text = value}});
    } else if (strcmp(what, "contains") == 0 || strcmp(what, "lacks") == 0)
        do_contains(story, value, what[0] == 'c');
    else
        return false;
    return true;
}

static void do_directive(Story *story, char *line) {
    char *value = strchr(line, ' ');
    if (value != NULL)
        *value++ = '\0';
    else
        value = line + strlen(line);
    if (strcmp(line, "size") == 0)
        do_size(story, value);
    else if (strcmp(line, "date") == 0) {
        if (!date_parse_iso(value, &story->start.today))
            fail(story, "no date: ", value);
    } else if (strcmp(line, "lang") == 0) {
        if (!tr_parse(value, &story->start.lang))
            fail(story, "no language: ", value);
    } else if (strcmp(line, "ambiguous") == 0)
        do_ambiguous(story, value);
    else if (strcmp(line, "ascii") == 0)
        story->start.ascii = true;
    else if (strcmp(line, "substitute") == 0)
        story->start.substitute = true;
    else if (strcmp(line, "no-clipboard") == 0)
        story->start.can_copy = false;
    else if (strcmp(line, "display") == 0)
        story->start.can_browse = true;
    else if (strcmp(line, "program") == 0)
        snprintf(story->program, sizeof story->program, "%s", value);
    else if (strcmp(line, "step") == 0)
        story->start.step = (int)strtol(value, NULL, 10);
    else if (strcmp(line, "keys") == 0)
        do_keys(story, value);
    else if (strcmp(line, "paste") == 0) {
        begin(story);
        session_event(&story->session, &(Event){.kind = EVENT_PASTE, .text = str(value)});
    } else if (strcmp(line, "effects") == 0)
        do_effects(story, value);
    else if (strcmp(line, "cursor") == 0)
        do_cursor(story, value);
    else if (strcmp(line, "same") == 0)
        do_same(story, value);
    else if (!do_world(story, line, value))
        fail(story, "no directive: ", line);
}

/* ---- screens ---- */

static void compare(Story *story, const char *expected, const char *got) {
    if (strcmp(expected, got) == 0 || story->update)
        return;
    fail(story, "the screen is another:", "");
    fprintf(stderr, "expected\n%sgot\n%s", expected, got);
}

/* Reads the rows between bars that follow `screen`; returns the line after them, or NULL. */
static char *do_screen(Story *story, FILE *file, char *line) {
    Buf expected, got;
    buf_init(&expected, 1 << 20);
    buf_init(&got, 1 << 20);
    begin(story);
    print_screen(story, &got);
    char *next;
    while ((next = fgets(line, LINE_BYTES, file)) != NULL && line[0] == '|')
        buf_text(&expected, line);
    compare(story, expected.at, got.at);
    buf_text(&story->out, got.at);
    if (story->screen_count < SCREENS_MOST)
        story->screens[story->screen_count++] = mem_copy_string(got.at);
    buf_release(&expected);
    buf_release(&got);
    return next;
}

static void run(Story *story, FILE *file) {
    char line[LINE_BYTES];
    char *next = fgets(line, sizeof line, file);
    while (next != NULL) {
        story->line++;
        buf_text(&story->out, line);
        line[strcspn(line, "\n")] = '\0';
        if (strcmp(line, "screen") == 0) {
            next = do_screen(story, file, line);
            story->line += story->session.grid.rows;
            continue;
        }
        if (line[0] != '#' && line[0] != '\0')
            do_directive(story, line);
        next = fgets(line, sizeof line, file);
    }
}

static bool write_back(const Story *story) {
    FILE *file = fopen(story->path, "w");
    if (file == NULL)
        return false;
    bool written = fwrite(story->out.at, 1, story->out.len, file) == story->out.len;
    return fclose(file) == 0 && written;
}

int main(int argc, char **argv) {
    bool update = argc > 2 && strcmp(argv[1], "--update") == 0;
    if (argc < 2)
        return 2;
    Story story = {.path = argv[argc - 1], .update = update};
    story.start = (AppStart){.today = {2016, 12, 20},
                             .can_copy = true,
                             .lang = LANG_JA,
                             .ambiguous = AMBIGUOUS_NARROW,
                             .cols = 80,
                             .rows = 24,
                             .program = story.program,
                             .notice = ""};
    FILE *file = fopen(story.path, "r");
    if (file == NULL) {
        perror(story.path);
        return 2;
    }
    buf_init(&story.out, 4 << 20);
    world_init(&story.world);
    run(&story, file);
    fclose(file);
    if (story.screen_count == 0)
        fail(&story, "a story without a screen proves nothing", "");
    if (update && !story.failed && !write_back(&story))
        fail(&story, "cannot be written", "");
    for (int i = 0; i < story.screen_count; i++)
        free(story.screens[i]);
    buf_release(&story.out);
    if (story.begun)
        world_end(&story.world, &story.session);
    world_release(&story.world);
    return story.failed ? 1 : 0;
}
