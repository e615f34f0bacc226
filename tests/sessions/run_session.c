/*
 * Runs one story: a file of keys and the screens they lead to.
 *
 *   # a comment
 *   size 80x24            before the first key; later it is a resize
 *   date 2016-12-20       the reference date
 *   lang en               ja when left out
 *   ambiguous wide        narrow when left out; later it is the terminal's answer
 *   ascii | substitute
 *   program ID | step N   how the session starts
 *   keys 2 Down Enter     names of keys, or single characters
 *   paste TEXT
 *   effects quit          what the last key asked of the edge: quit suspend redraw none
 *   cursor 3,12           column and row of the hardware cursor, from 0
 *   same 1                the screen is exactly the first one of the file
 *   screen                then one line per row, between bars
 *   |…|
 *
 * With --update the screens are written anew, to be reviewed as a diff.
 */
#include "session.h"

#include "base/mem.h"

#include <stdlib.h>

enum { LINE_BYTES = 4096, SCREENS_MOST = 64 };

typedef struct Story {
    const char *path;
    int line;
    bool update, failed, begun;
    AppStart start;
    char program[64];
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
    story->start.catalogue = session_catalogue();
    session_begin(&story->session, &story->start);
    story->begun = true;
}

/* The screen between bars, padded to its width so that the right bar is straight. */
static void print_screen(Story *story, Buf *out) {
    session_view(&story->session);
    const Grid *grid = &story->session.grid;
    for (int row = 0; row < grid->rows; row++) {
        size_t from = out->len + 1;
        buf_byte(out, '|');
        grid_row_text(grid, row, out);
        int cells = text_width(str_n(out->at + from, out->len - from), grid->ambiguous);
        for (; cells < grid->cols; cells++)
            buf_byte(out, ' ');
        buf_text(out, "|\n");
    }
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
    static const char *const names[] = {"quit", "suspend", "redraw"};
    const Effects *effects = &story->session.effects;
    const char *got = effects->count == 0 ? "none" : names[effects->at[0].kind];
    if (strcmp(got, value) != 0)
        fail(story, "the effect is ", got);
}

static void do_cursor(Story *story, const char *value) {
    char got[32];
    session_view(&story->session);
    snprintf(got, sizeof got, "%d,%d", story->session.grid.cursor_col,
             story->session.grid.cursor_row);
    if (strcmp(got, value) != 0)
        fail(story, "the cursor stands at ", got);
}

static void do_same(Story *story, const char *value) {
    Buf now;
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
    else
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
        session_end(&story.session);
    return story.failed ? 1 : 0;
}
