/*
 * See recall.h. The text is YAML, so that a person can read it and a later version can add
 * to it:
 *
 *     kairo_session: 1
 *     plan: elm.yaml
 *     compared:
 *       - jetro-library
 *     words: 展示会
 *     screens:
 *       - screen: roadmap
 *         pane: 3
 *         row2: smrj-advice
 *       - screen: card
 *         program: jetro-library
 *         block: 4
 *     sum: 0c5d2f0e6a3b9d71
 *     end: true
 *
 * It is written over in its file again and again, in one write. What stands behind the last line
 * is the rest of a longer text and nothing; and the sum tells a text of which only some pages
 * reached the file. A text without a sum is taken at its word.
 */
#include "ui/recall.h"

#include "base/mem.h"
#include "catalogue/yaml_reader.h"
#include "plan/safe_hash.h"
#include "plan/yaml_text.h"
#include "text/clean.h"
#include "ui/screens/screens.h"
#include "ui/trail.h"

#include <errno.h>
#include <inttypes.h>

#define FORMAT "kairo_session"
#define FORMAT_NOW "1"
#define SUM "\nsum: "
#define END "\nend: true\n"
#define AS_BYTES "_bytes" /* after a key: what is no UTF-8 stands there in hexadecimal */

enum {
    IN_SCREEN = 4,   /* blanks before a screen's keys, */
    IN_TEXT = 6,     /* and before the lines of a long text */
    ENDING_MOST = 48 /* bytes of the last two lines */
};

/* ---- writing ---- */

struct Keep {
    YamlOut out;
    bool too_long; /* a text that could not be read again */
};

static void add_bytes(YamlOut *out, size_t indent, const char *key, Str bytes) {
    char digits[3];
    yaml_out_blanks(out, indent);
    yaml_out_text(out, key);
    yaml_out_text(out, AS_BYTES ": x");
    for (size_t i = 0; i < bytes.len; i++) {
        snprintf(digits, sizeof digits, "%02x", (unsigned char)bytes.at[i]);
        yaml_out_text(out, digits);
    }
    yaml_out_text(out, "\n");
}

static void add_text(YamlOut *out, size_t indent, const char *key, Str text) {
    if (!text_is_utf8(text)) {
        add_bytes(out, indent, key, text);
        return;
    }
    yaml_out_key(out, indent, key);
    yaml_out_text(out, " ");
    yaml_out_lines(out, text, indent + IN_TEXT - IN_SCREEN);
    yaml_out_text(out, "\n");
}

void keep_text(Keep *keep, const char *key, const char *text) {
    if (text == NULL || is_absent(text))
        return;
    Str bytes = str(text);
    keep->too_long = keep->too_long || bytes.len > YAML_SCALAR_MOST;
    add_text(&keep->out, IN_SCREEN, key, bytes);
}

void keep_number(Keep *keep, const char *key, int64_t number) {
    char digits[24];
    if (number == 0)
        return;
    snprintf(digits, sizeof digits, "%" PRId64, number);
    yaml_out_bare(&keep->out, IN_SCREEN, key, digits);
}

/* A popup that cannot be put back is not worth a line. */
static bool is_worth_keeping(const ScreenClass *screen) {
    return !screen->is_popup || screen->recall != NULL;
}

/* False when there is no room for it: then none for what stands on it. */
static bool add_screen(Keep *keep, const App *app, const ScreenState *state) {
    const ScreenClass *screen = screen_class(state->id);
    size_t before = keep->out.len;
    yaml_out_text(&keep->out, "  - screen: ");
    yaml_out_text(&keep->out, screen->name);
    yaml_out_text(&keep->out, "\n");
    if (screen->keep != NULL)
        screen->keep(app, state, keep);
    bool fits = !keep->too_long && keep->out.len <= RECALL_MOST - ENDING_MOST;
    if (!fits)
        keep->out.len = before;
    return fits;
}

/* The last two lines of a text, with the line feed before them, which is the text's last. */
static void print_ending(Str text, char out[ENDING_MOST]) {
    snprintf(out, ENDING_MOST, SUM "%016" PRIx64 END, safe_hash(SAFE_HASH_START, text));
}

static void add_compared(Keep *keep, const App *app) {
    for (int i = 0; i < app->compared.count; i++) {
        yaml_out_text(&keep->out, i == 0 ? "compared:\n  - " : "  - ");
        yaml_out_scalar(&keep->out, str(app->compared.at[i]->id), false);
        yaml_out_text(&keep->out, "\n");
    }
}

void recall_write(const App *app, Buf *out) {
    Keep keep = {.too_long = false};
    char ending[ENDING_MOST];
    yaml_out_text(&keep.out, FORMAT ": " FORMAT_NOW "\n");
    if (!is_absent(app->work.file))
        add_text(&keep.out, 0, "plan", str(app->work.file));
    add_compared(&keep, app);
    if (!is_absent(app->find.words))
        add_text(&keep.out, 0, "words", str(app->find.words));
    yaml_out_text(&keep.out, "screens:\n");
    bool fits = true;
    for (int i = 0; i < app->depth && fits; i++)
        if (is_worth_keeping(screen_class(app->stack[i].id)))
            fits = add_screen(&keep, app, &app->stack[i]);
    if (!keep.out.failed) {
        Str text = str_n(keep.out.at, keep.out.len);
        print_ending(text, ending);
        buf_add(out, text);
        buf_text(out, ending + 1);
    }
    free(keep.out.at);
}

/* ---- reading the text ---- */

struct Recall {
    App *app;
    const YamlNode *map;
};

/* Up to its last line; empty when it has none. */
static Str without_rest(Str bytes) {
    Str none = {"", 0}, end = str(END);
    const char *at = bytes.len > RECALL_MOST ? NULL : memmem(bytes.at, bytes.len, end.at, end.len);
    return at == NULL ? none : str_n(bytes.at, (size_t)(at - bytes.at) + end.len);
}

/* Any line that begins like a sum must be the right one, last but one. */
static bool sum_is_right(Str text) {
    char ending[ENDING_MOST];
    const char *at = memmem(text.at, text.len, SUM, strlen("\nsum"));
    if (at == NULL)
        return true;
    Str summed = str_n(text.at, (size_t)(at - text.at) + 1), rest = str_skip(text, summed.len - 1);
    print_ending(summed, ending);
    return str_equal(rest, str(ending));
}

/* The value of a key; NULL when there is none of that kind. */
static const YamlNode *value_of(const YamlNode *map, const char *key, YamlKind kind) {
    const YamlNode *found = yaml_find_key(map, key);
    return found != NULL && found->next->kind == kind ? found->next : NULL;
}

static const char *text_of(const YamlNode *map, const char *key) {
    const YamlNode *value = value_of(map, key, YAML_TEXT);
    return value == NULL ? "" : value->text;
}

/* The root in `arena`, NULL when it is no text of a session. */
static const YamlNode *parse(Str bytes, Arena *arena) {
    Problems unsaid = {0};
    YamlInput input = {.file = "",
                       .bytes = without_rest(bytes),
                       .nodes = arena,
                       .texts = arena,
                       .problems = &unsaid,
                       .exact = true};
    if (input.bytes.len == 0 || !sum_is_right(input.bytes))
        return NULL;
    const YamlNode *root = yaml_read(&input);
    problems_release(&unsaid);
    return root != NULL && strcmp(text_of(root, FORMAT), FORMAT_NOW) == 0 ? root : NULL;
}

/* NULL when there are none, or no root. */
static const YamlNode *screens_of(const YamlNode *root) {
    return root == NULL ? NULL : value_of(root, "screens", YAML_LIST);
}

static const char *name_of(const YamlNode *screen) {
    return screen->kind == YAML_MAP ? text_of(screen, "screen") : "";
}

static int digit_of(char c) {
    const char *digits = "0123456789abcdef", *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits);
}

/* "x656c6d" as bytes in `arena`; "" when it is not so. */
static const char *bytes_of(const char *text, Arena *arena) {
    size_t len = strlen(text);
    char *bytes = arena_new(arena, char, len / 2 + 1);
    if (len % 2 == 0 || text[0] != 'x')
        return "";
    for (size_t i = 0; i < len / 2; i++) {
        int high = digit_of(text[2 * i + 1]), low = digit_of(text[2 * i + 2]);
        if (high < 0 || low < 0 || high + low == 0)
            return "";
        bytes[i] = (char)(high * 16 + low);
    }
    return bytes;
}

static const char *any_text_of(const YamlNode *map, const char *key, Arena *arena) {
    const char *text = text_of(map, key);
    if (!is_absent(text))
        return text;
    return bytes_of(text_of(map, arena_printf(arena, "%s" AS_BYTES, key)), arena);
}

const char *recall_text(const Recall *recall, const char *key) {
    App *app = recall->app;
    const char *text = any_text_of(recall->map, key, &app->scratch);
    return is_absent(text) ? "" : app_keep_text(app, text);
}

const char *recall_text_or_null(const Recall *recall, const char *key) {
    const char *text = recall_text(recall, key);
    return is_absent(text) ? NULL : text;
}

int64_t recall_number(const Recall *recall, const char *key, int64_t least, int64_t most) {
    const char *text = text_of(recall->map, key);
    char *end;
    errno = 0;
    if (text[0] != '-' && (text[0] < '0' || text[0] > '9'))
        return 0;
    int64_t number = strtoll(text, &end, 10);
    bool right = *end == '\0' && errno == 0 && number >= least && number <= most;
    return right ? number : 0;
}

int recall_count(const Recall *recall, const char *key) {
    return (int)recall_number(recall, key, 0, INT16_MAX);
}

const char *recall_plan(Str bytes, Arena *arena) {
    const YamlNode *root = parse(bytes, arena);
    return root == NULL ? "" : any_text_of(root, "plan", arena);
}

/* ---- putting the screens back ---- */

/* SCREEN_COUNT when there is none. */
static ScreenId find_screen(const char *name) {
    int id = 0;
    while (id < SCREEN_COUNT && strcmp(screen_class((ScreenId)id)->name, name) != 0)
        id++;
    return (ScreenId)id;
}

typedef struct Stacking {
    App *app;
    bool may_type; /* the plan is the one for which something was typed */
    bool gone;     /* what the next one stood on is not there */
} Stacking;

/* Two of these would share one text. */
static bool takes_field(ScreenId id) {
    return id == SCREEN_PROMPT || id == SCREEN_NOTE || id == SCREEN_TRIP;
}

static bool has_place(const Stacking *on, ScreenId id) {
    const App *app = on->app;
    if (!screen_class(id)->is_popup)
        return app->depth < STACK_MOST - KEPT_FOR_POPUPS;
    bool typed = false;
    for (int i = 0; i < app->depth; i++)
        typed = typed || takes_field(app->stack[i].id);
    return on->may_type && !on->gone && app->depth < STACK_MOST && !(typed && takes_field(id));
}

static bool recalls(App *app, ScreenState *state, const YamlNode *map) {
    const ScreenClass *screen = screen_class(state->id);
    return screen->recall == NULL ? !screen->is_popup
                                  : screen->recall(app, state, &(Recall){app, map});
}

static void put_back(Stacking *on, const YamlNode *map) {
    App *app = on->app;
    ScreenState state = {.id = find_screen(name_of(map))};
    if (state.id == SCREEN_ROADMAP) { /* home is always there, and only once */
        on->gone = false;
        if (app->depth == 1 && recalls(app, &state, map))
            app->stack[0] = state;
        return;
    }
    on->gone = state.id == SCREEN_COUNT || !has_place(on, state.id) || !recalls(app, &state, map);
    if (!on->gone)
        app->stack[app->depth++] = state;
}

static void mark_compared_in(App *app, const YamlNode *root) {
    const YamlNode *ids = root == NULL ? NULL : value_of(root, "compared", YAML_LIST);
    for (const YamlNode *id = ids == NULL ? NULL : ids->first; id != NULL; id = id->next)
        if (id->kind == YAML_TEXT)
            compared_add(app, catalogue_program(app->catalogue, id->text));
}

void recall_compared(App *app, Str bytes) {
    Arena arena = {0};
    mark_compared_in(app, parse(bytes, &arena));
    arena_release(&arena);
}

void recall_read(App *app, Str bytes) {
    Arena arena = {0};
    const YamlNode *root = parse(bytes, &arena);
    const YamlNode *screens = screens_of(root);
    mark_compared_in(app, root);
    if (screens != NULL) {
        const char *plan = any_text_of(root, "plan", &arena);
        find_turn_on(app, any_text_of(root, "words", &arena));
        Stacking on = {.app = app, .may_type = strcmp(plan, app->work.file) == 0};
        const YamlNode *map = screens->first;
        for (int i = 0; map != NULL && i < STACK_MOST; i++, map = map->next)
            put_back(&on, map);
        trail_release(app);
        trail_init(app);
    }
    arena_release(&arena);
}
