/*
 * Editing: each key is an action, each action a move or one splice of the text. Whatever a
 * splice joins (a mark typed after its letter, flags that pair anew), the cursor then goes to
 * the first edge at or after where it stood: what was before it stays before it.
 */
#include "ui/text_edit.h"

#include "text/word.h"
#include "ui/text_edit_parts.h"

#include <limits.h>
#include <stdint.h>

/* ---- the text ---- */

/* Puts `with`, which is no part of the text, in the place of bytes [from, to). */
static void splice(TextEdit *edit, size_t from, size_t to, Str with) {
    Buf *text = &edit->text;
    size_t tail = text->len - to;
    buf_add(text, with); /* for its room */
    memmove(text->at + from + with.len, text->at + to, tail);
    if (with.len > 0)
        memcpy(text->at + from, with.at, with.len);
    text->len = from + with.len + tail;
    text->at[text->len] = '\0';
    edit->cursor = edit_edge_after(edit, from + with.len);
}

void text_edit_set(TextEdit *edit, Str text) {
    buf_clear(&edit->text);
    for (size_t at = 0; at < text.len;) {
        uint32_t rune;
        char bytes[4];
        at += text_decode(str_skip(text, at), &rune);
        buf_add(&edit->text, str_n(bytes, text_encode(rune, bytes)));
    }
    edit->cursor = edit->text.len;
    edit->wanted_col = -1;
    edit->top = 0;
    edit->full = false;
}

void text_edit_init(TextEdit *edit, Str text, size_t most, bool many_lines) {
    *edit = (TextEdit){.many_lines = many_lines, .most = most};
    buf_init(&edit->text, SIZE_MAX / 2);
    text_edit_set(edit, text);
}

void text_edit_release(TextEdit *edit) {
    buf_release(&edit->text);
    *edit = (TextEdit){0};
}

void text_edit_move(TextEdit *edit, size_t byte) {
    edit->cursor = edit_edge_before(edit, MIN_OF(byte, edit->text.len));
    edit->wanted_col = -1;
}

/* ---- typing and pasting ---- */

static bool is_control(uint32_t rune) {
    return rune < 0x20 || (rune >= 0x7F && rune <= 0x9F);
}

static bool is_line_end(uint32_t rune) {
    return rune == '\n' || rune == '\r' || rune == 0x2028 || rune == 0x2029;
}

/* What of a paste may come into the text. */
static void take_in(const TextEdit *edit, Str paste, Buf *out) {
    for (size_t at = 0; at < paste.len;) {
        uint32_t rune;
        char bytes[4];
        bool crlf = str_starts(str_skip(paste, at), str("\r\n"));
        at += text_decode(str_skip(paste, at), &rune);
        bool ends = is_line_end(rune);
        if (ends && !edit->many_lines)
            return;
        if (ends && !crlf)
            buf_byte(out, '\n');
        else if (rune == '\t')
            buf_byte(out, ' ');
        else if (!is_control(rune))
            buf_add(out, str_n(bytes, text_encode(rune, bytes)));
    }
}

/* Bytes of the whole units at the front that fit. */
static size_t that_fits(Str text, size_t most) {
    size_t at = 0;
    while (at < text.len) {
        size_t bytes = edit_unit(str_skip(text, at));
        if (at + bytes > most)
            break;
        at += bytes;
    }
    return at;
}

static void insert(TextEdit *edit, Str text) {
    Buf taken;
    buf_init(&taken, SIZE_MAX / 2);
    take_in(edit, text, &taken);
    size_t room = edit->most - MIN_OF(edit->most, edit->text.len);
    size_t fits = that_fits(buf_str(&taken), room);
    edit->full = fits < taken.len;
    if (fits > 0)
        splice(edit, edit->cursor, edit->cursor, str_n(taken.at, fits));
    buf_release(&taken);
}

static void insert_rune(TextEdit *edit, uint32_t rune) {
    char bytes[4];
    insert(edit, str_n(bytes, text_encode(rune, bytes)));
}

/* ---- keys ---- */

typedef enum Action {
    NO_ACTION,
    TYPE,
    NEW_LINE,
    GO_LEFT,
    GO_RIGHT,
    GO_HOME,
    GO_END,
    GO_UP,
    GO_DOWN,
    GO_PAGE_UP,
    GO_PAGE_DOWN,
    RUB_OUT,
    DELETE,
    RUB_OUT_WORD,
    RUB_OUT_LINE,
    CUT_REST,
} Action;

static Action control_letter(uint32_t letter) {
    static const struct {
        char letter;
        Action action;
    } letters[] = {
        {'b', GO_LEFT},      {'f', GO_RIGHT},     {'a', GO_HOME},  {'e', GO_END},
        {'p', GO_UP},        {'n', GO_DOWN},      {'h', RUB_OUT},  {'d', DELETE},
        {'w', RUB_OUT_WORD}, {'u', RUB_OUT_LINE}, {'k', CUT_REST},
    };
    for (size_t i = 0; i < COUNT_OF(letters); i++)
        if ((uint32_t)letters[i].letter == letter)
            return letters[i].action;
    return NO_ACTION;
}

static Action named_key(KeyCode code) {
    static const Action actions[] = {
        [K_ENTER] = NEW_LINE,     [K_BACKSPACE] = RUB_OUT,      [K_DELETE] = DELETE,
        [K_UP] = GO_UP,           [K_DOWN] = GO_DOWN,           [K_LEFT] = GO_LEFT,
        [K_RIGHT] = GO_RIGHT,     [K_HOME] = GO_HOME,           [K_END] = GO_END,
        [K_PAGE_UP] = GO_PAGE_UP, [K_PAGE_DOWN] = GO_PAGE_DOWN,
    };
    return (size_t)code < COUNT_OF(actions) ? actions[code] : NO_ACTION;
}

static bool needs_lines(Action action) {
    return action == NEW_LINE || (action >= GO_UP && action <= GO_PAGE_DOWN);
}

/* Shift alters nothing; Alt and Ctrl with named keys are the caller's. */
static Action action_of(const TextEdit *edit, Key key) {
    Action action = NO_ACTION;
    uint8_t mods = key.mods & (uint8_t)~MOD_SHIFT;
    if (key.code == K_RUNE && mods == MOD_CTRL)
        action = control_letter(key.rune);
    else if (key.code == K_RUNE && mods == 0 && !is_control(key.rune))
        action = TYPE;
    else if (key.code != K_RUNE && mods == 0)
        action = named_key(key.code);
    return needs_lines(action) && !edit->many_lines ? NO_ACTION : action;
}

/* ---- moving ---- */

typedef struct Frame {
    int cols, rows;
    Ambiguous ambiguous;
} Frame;

static void go_by_lines(TextEdit *edit, const Frame *frame, int by) {
    Arena scratch = {0};
    int row, col;
    EditLines lines = text_edit_lines(edit, &scratch, frame->cols, frame->ambiguous);
    text_edit_place(edit, lines, frame->ambiguous, &row, &col);
    if (edit->wanted_col < 0)
        edit->wanted_col = col;
    int to = MAX_OF(MIN_OF(row + by, (int)lines.count - 1), 0);
    edit->cursor = edit_line_byte(edit, lines.at[to], edit->wanted_col, frame->ambiguous);
    arena_release(&scratch);
}

static void go_in_line(TextEdit *edit, const Frame *frame, bool to_end) {
    Arena scratch = {0};
    int row, col;
    EditLines lines = text_edit_lines(edit, &scratch, frame->cols, frame->ambiguous);
    text_edit_place(edit, lines, frame->ambiguous, &row, &col);
    edit->cursor = to_end ? edit_line_byte(edit, lines.at[row], INT_MAX, frame->ambiguous)
                          : lines.at[row].from;
    arena_release(&scratch);
}

static size_t edge_left(const TextEdit *edit) {
    return edit->cursor == 0 ? 0 : edit_edge_before(edit, edit->cursor - 1);
}

static size_t edge_right(const TextEdit *edit) {
    return edit->cursor + edit_unit(str_skip(buf_str(&edit->text), edit->cursor));
}

/* ---- removing ---- */

static void remove_bytes(TextEdit *edit, size_t from, size_t to) {
    splice(edit, from, to, str_n(edit->text.at, 0));
}

/* At the beginning of a line it is the line feed before it. */
static size_t word_left(const TextEdit *edit) {
    size_t start = edit_line_start(edit, edit->cursor);
    if (start == edit->cursor)
        return edge_left(edit);
    Str line = str_n(edit->text.at + start, edit->cursor - start);
    return edit_edge_before(edit, edit->cursor - text_last_word(line));
}

static size_t line_end(const TextEdit *edit) {
    Str rest = str_skip(buf_str(&edit->text), edit->cursor);
    const char *feed = edit->many_lines ? memchr(rest.at, '\n', rest.len) : NULL;
    return feed == NULL ? edit->text.len : (size_t)(feed - edit->text.at);
}

/* ---- a key or paste ---- */

static void run(TextEdit *edit, Action action, uint32_t rune, const Frame *frame) {
    int page = MAX_OF(frame->rows, 1);
    switch (action) {
    case NO_ACTION:
        return;
    case TYPE:
        insert_rune(edit, rune);
        return;
    case NEW_LINE:
        insert_rune(edit, '\n');
        return;
    case GO_LEFT:
        edit->cursor = edge_left(edit);
        return;
    case GO_RIGHT:
        edit->cursor = edge_right(edit);
        return;
    case GO_HOME:
    case GO_END:
        go_in_line(edit, frame, action == GO_END);
        return;
    case GO_UP:
    case GO_DOWN:
        go_by_lines(edit, frame, action == GO_UP ? -1 : 1);
        return;
    case GO_PAGE_UP:
    case GO_PAGE_DOWN:
        go_by_lines(edit, frame, action == GO_PAGE_UP ? -page : page);
        return;
    case RUB_OUT:
        remove_bytes(edit, edge_left(edit), edit->cursor);
        return;
    case DELETE:
        remove_bytes(edit, edit->cursor, edge_right(edit));
        return;
    case RUB_OUT_WORD:
        remove_bytes(edit, word_left(edit), edit->cursor);
        return;
    case RUB_OUT_LINE:
        remove_bytes(edit, edit_line_start(edit, edit->cursor), edit->cursor);
        return;
    case CUT_REST:
        remove_bytes(edit, edit->cursor, line_end(edit));
        return;
    }
}

bool text_edit_key(TextEdit *edit, const Event *event, int cols, int rows, Ambiguous ambiguous) {
    Frame frame = {cols, rows, ambiguous};
    Action action = NO_ACTION;
    if (event->kind == EVENT_KEY)
        action = action_of(edit, event->key);
    if (action == NO_ACTION && event->kind != EVENT_PASTE)
        return false;
    edit_settle(edit, cols, rows, ambiguous); /* as it is seen now */
    edit->full = false;
    if (action < GO_UP || action > GO_PAGE_DOWN)
        edit->wanted_col = -1;
    if (event->kind == EVENT_PASTE)
        insert(edit, event->text);
    else
        run(edit, action, event->key.rune, &frame);
    edit_settle(edit, cols, rows, ambiguous);
    return true;
}
