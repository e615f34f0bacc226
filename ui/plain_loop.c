/*
 * See plain_loop.h. A number is chosen as a person at the keyboard would: to the top of the list
 * and down, or from link to link; so every screen works here as it does there.
 */
#include "ui/plain_loop.h"

#include "base/tr.h"
#include "text/ascii.h"
#include "text/clean.h"
#include "ui/perform.h"
#include "ui/plain.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

enum { OUTPUT_MOST = 16 << 20, DICTIONARY_MS = 3000 };

typedef struct Plain {
    App *app;
    Keeper *keeper;
    Dictionary dictionary;
    Charset *charset;
    Grid grid;
    Arena frame;
    Arena pages[2]; /* of this page and the one before */
    int turn;
    PlainPage page;
    ScreenId said; /* the screen that was said last, */
    int said_depth;
    Buf out;
    bool asks; /* somebody at a terminal is shown that a line is waited for */
    bool done;
} Plain;

/* ---- events ---- */

static void send(Plain *plain, const Event *event) {
    if (!plain->done)
        plain->done =
            perform_event(&(Edge){plain->keeper, &plain->dictionary}, plain->app, event).quit;
}

static void press(Plain *plain, Key key, int times) {
    for (int i = 0; i < times; i++)
        send(plain, &(Event){.kind = EVENT_KEY, .key = key});
}

static void press_code(Plain *plain, KeyCode code, int times) {
    press(plain, (Key){.code = code}, times);
}

static void press_ctrl(Plain *plain, char letter) {
    press(plain, (Key){.code = K_RUNE, .mods = MOD_CTRL, .rune = (unsigned char)letter}, 1);
}

static void paste(Plain *plain, Str text) {
    if (text.len > 0)
        send(plain, &(Event){.kind = EVENT_PASTE, .text = text});
}

/* ---- saying ---- */

static ScreenId top(const Plain *plain) {
    return plain->app->stack[plain->app->depth - 1].id;
}

static void say(Plain *plain, const char *sentence) {
    Arena *arena = &plain->frame;
    Str text = text_clean(arena, str(sentence));
    buf_add(&plain->out, plain->app->substitute ? text_to_ascii(arena, text) : text);
    buf_byte(&plain->out, '\n');
}

static void flush(Plain *plain) {
    Buf encoded;
    buf_init(&encoded, OUTPUT_MOST);
    if (charset_converts(plain->charset))
        charset_encode(plain->charset, buf_str(&plain->out), plain->app->ambiguous, &encoded);
    else
        buf_add(&encoded, buf_str(&plain->out));
    fwrite(encoded.at, 1, encoded.len, stdout);
    buf_release(&encoded);
    buf_clear(&plain->out);
    fflush(stdout);
}

static bool is_typing(const Plain *plain) {
    return plain->grid.cursor_in_text;
}

static void render(Plain *plain) {
    arena_reset(&plain->frame);
    app_view(plain->app, &plain->frame, &plain->grid);
}

/* The message is a sentence of its own, after all else. */
static void show(Plain *plain, bool whole) {
    App *app = plain->app;
    char message[MESSAGE_BYTES];
    memcpy(message, app->message, sizeof message);
    app->message[0] = '\0';
    render(plain);
    PlainPage before = plain->page;
    plain->turn = 1 - plain->turn;
    arena_reset(&plain->pages[plain->turn]);
    plain->page = plain_page(&plain->pages[plain->turn], &plain->grid);
    bool other = top(plain) != plain->said || app->depth != plain->said_depth;
    plain_say(&plain->out, &before, &plain->page, whole || other);
    plain->said = top(plain);
    plain->said_depth = app->depth;
    if (message[0] != '\0')
        say(plain, message);
    keeper_remember(plain->keeper, app);
}

static void ask(Plain *plain) {
    if (plain->asks)
        buf_text(&plain->out, is_typing(plain) ? _("text> ") : "> ");
    flush(plain);
}

/* ---- a text ---- */

static void empty_field(Plain *plain) {
    TextEdit *field = &plain->app->field;
    for (size_t left = field->text.len + 1; field->text.len > 0 && field->text.len < left;) {
        left = field->text.len;
        press_ctrl(plain, 'u');
        press_code(plain, K_BACKSPACE, field->text.len > 0 ? 1 : 0);
    }
}

/* Line by line, behind what is there. */
static void type_note(Plain *plain, Str line) {
    if (str_equal(line, str("."))) {
        press_code(plain, K_ESC, 1);
        return;
    }
    if (str_equal(line, str("-"))) {
        empty_field(plain);
        return;
    }
    if (plain->app->field.text.len > 0)
        press_code(plain, K_ENTER, 1);
    paste(plain, line);
}

static void type_line(Plain *plain, Str line) {
    if (str_equal(line, str(".")) || (line.len == 0 && top(plain) != SCREEN_SEARCH)) {
        press_code(plain, K_ESC, 1);
        return;
    }
    if (line.len > 0 && top(plain) != SCREEN_PALETTE)
        empty_field(plain);
    if (!str_equal(line, str("-")))
        paste(plain, line);
    press_code(plain, K_ENTER, 1);
}

/* ---- choosing ---- */

static bool has_number(Plain *plain, int number) {
    const Grid *grid = &plain->grid;
    if (number <= grid->choice_count)
        return true;
    say(plain, grid->choice_count == 0
                   ? _("Nothing here has a number.")
                   : arena_printf(&plain->frame, _("The numbers here go from 1 to %d."),
                                  grid->choice_count));
    return false;
}

/* The number of the row on which the cursor stands; 0 for none. */
static int number_here(const Plain *plain) {
    return plain->grid.choices[plain->grid.cursor_row];
}

/* From row to row as the keys go; a list in which nothing is selected is entered from its top. */
static void choose_item(Plain *plain, int number) {
    if (is_typing(plain)) { /* the cursor is in the field above the list */
        press_code(plain, K_HOME, 1);
        press_code(plain, K_DOWN, number - 1);
        return;
    }
    for (int tries = 0; tries < 3 && number_here(plain) != number; tries++) {
        int from = number_here(plain);
        if (from == 0)
            press_code(plain, tries == 0 ? K_HOME : K_DOWN, 1);
        else
            press_code(plain, number > from ? K_DOWN : K_UP, abs(number - from));
        render(plain);
    }
}

static bool choose(Plain *plain, int number) {
    if (!has_number(plain, number))
        return false;
    if (plain->grid.choices_are_links) {
        press_code(plain, K_BACKTAB, plain->grid.choice_count);
        press_code(plain, K_TAB, number - 1);
    } else {
        choose_item(plain, number);
    }
    return true;
}

/* A command's key, and the text behind it for the field that it opens. */
static void do_key(Plain *plain, Key key, Str text) {
    press(plain, key, 1);
    if (text.len == 0 || plain->done)
        return;
    render(plain);
    if (top(plain) == SCREEN_NOTE) {
        type_note(plain, text);
        type_note(plain, str("."));
    } else if (is_typing(plain)) {
        type_line(plain, text);
    } else {
        say(plain, _("No text can be given here."));
    }
}

static void take_command(Plain *plain, Str line, bool *whole) {
    PlainLine read = plain_read(&plain->frame, line);
    *whole = read.empty;
    if (read.unknown) {
        say(plain, _("That is no command and no number here; ? lists all commands."));
        return;
    }
    if (read.choice > 0 && !choose(plain, read.choice))
        return;
    if (read.key.code != K_NONE)
        do_key(plain, read.key, read.text);
    else if (read.choice > 0)
        press_code(plain, K_ENTER, 1);
}

/* In the list of commands a number is a choice, not a text. In an estimate Tab leads from the
   amount to what can be chosen. */
static bool is_choice(Plain *plain, Str line) {
    PlainLine read = plain_read(&plain->frame, line);
    if (top(plain) == SCREEN_ESTIMATE)
        return read.choice == 0 && read.key.code == K_TAB;
    return top(plain) == SCREEN_PALETTE && read.choice > 0 && read.key.code == K_NONE;
}

/* Nobody waits for a frame: what the dictionary knows is heard before anything is said. */
static void hear_dictionary(Plain *plain) {
    Event event = {.kind = EVENT_LEARNED};
    while (!plain->done && plain->dictionary.due > 0 && dictionary_fd(&plain->dictionary) >= 0) {
        struct pollfd from = {.fd = dictionary_fd(&plain->dictionary), .events = POLLIN};
        if (poll(&from, 1, DICTIONARY_MS) <= 0)
            return;
        dictionary_hear(&plain->dictionary);
        while (dictionary_next(&plain->dictionary, &event.text, &event.words))
            send(plain, &event);
    }
}

static void take_line(Plain *plain, Str line) {
    bool whole = false;
    Key key;
    if (is_typing(plain) && plain_is_key(&plain->frame, line, &key))
        press(plain, key, 1);
    else if (!is_typing(plain) || is_choice(plain, line))
        take_command(plain, line, &whole);
    else if (top(plain) == SCREEN_NOTE)
        type_note(plain, line);
    else
        type_line(plain, line);
    hear_dictionary(plain);
    if (!plain->done)
        show(plain, whole);
}

/* ---- the session ---- */

static Str line_of(Charset *charset, Arena *arena, char *bytes, ssize_t count) {
    Str line = str_n(bytes, (size_t)count);
    if (charset_converts(charset)) {
        Buf decoded;
        buf_init(&decoded, OUTPUT_MOST);
        charset_decode(charset, line, &decoded);
        line = str(arena_copy(arena, buf_str(&decoded)));
        buf_release(&decoded);
    }
    while (line.len > 0 && (line.at[line.len - 1] == '\n' || line.at[line.len - 1] == '\r'))
        line.len--;
    return text_clean(arena, line);
}

int plain_run(App *app, Keeper *keeper, const PlainStart *start) {
    Plain plain = {
        .app = app, .keeper = keeper, .charset = start->charset, .asks = isatty(STDIN_FILENO) != 0};
    plain.page.selected = -1;
    char *bytes = NULL;
    size_t room = 0;
    ssize_t count;
    Arena arena = {0};
    dictionary_init(&plain.dictionary, start->dictionary);
    grid_init(&plain.grid, app->cols, app->rows);
    grid_want_choices(&plain.grid);
    buf_init(&plain.out, OUTPUT_MOST);
    send(&plain, &(Event){.kind = EVENT_BEGIN});
    show(&plain, true);
    say(&plain, _("Type a number to open it, a key or its name, ? for all commands, q to leave."));
    ask(&plain);
    while (!plain.done && (count = getline(&bytes, &room, stdin)) >= 0) {
        arena_reset(&arena);
        take_line(&plain, line_of(start->charset, &arena, bytes, count));
        ask(&plain);
    }
    send(&plain, &(Event){.kind = EVENT_LEAVE}); /* where the lines have ended */
    keeper_part(keeper, app);
    flush(&plain);
    free(bytes);
    arena_release(&arena);
    arena_release(&plain.frame);
    for (int i = 0; i < 2; i++)
        arena_release(&plain.pages[i]);
    buf_release(&plain.out);
    grid_release(&plain.grid);
    dictionary_release(&plain.dictionary);
    return 0;
}
