/*
 * The search: words are typed, and the programs that have them all stand below. Enter keeps the
 * words, and what is left is a list like others; Esc while typing leaves all as it was. Words
 * that were kept can be typed anew (/). Which are on elsewhere is find.h's; search_view.c paints.
 */
#include "ui/screens/search.h"

#include "ui/screens/facets.h"
#include "ui/trail.h"

const char *search_words(const App *app, const SearchState *state) {
    if (state->typing)
        return buf_str(&app->field.text).at;
    return state->words == NULL ? "" : state->words;
}

static bool has_words(const App *app, const SearchState *state) {
    return search_has_words(str(search_words(app, state)));
}

static SearchHits hits_now(App *app, const SearchState *state) {
    return find_shown(app, &app->scratch, find_made(app, search_words(app, state))->hits);
}

static void select_first(App *app, SearchState *state) {
    SearchHits hits = hits_now(app, state);
    state->list = (ListState){0};
    state->program = hits.count > 0 ? hits.at[0].program : NULL;
}

/* NULL when nothing is found. */
static const Program *selected(const App *app, const SearchState *state, Arena *arena) {
    SearchList *of = search_list(app, state, arena);
    return of->found.hits.count == 0 ? NULL
                                     : of->found.hits.at[search_list_state(of).selected].program;
}

static SearchState *on_top(App *app) {
    ScreenState *top = &app->stack[app->depth - 1];
    return top->id == SCREEN_SEARCH ? &top->search : NULL;
}

void search_hold(App *app) {
    SearchState *state = on_top(app);
    if (state != NULL)
        state->program = selected(app, state, &app->scratch);
}

/* ---- typing ---- */

static void type(App *app, SearchState *state, const char *text) {
    state->typing = true;
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), FIND_BYTES_MOST, false);
    app->field.substitute = app->substitute;
}

/* Words that were kept are typed anew, with the way back to them. */
static void type_again(App *app, SearchState *state) {
    state->list_before = state->list;
    state->program_before = state->program;
    type(app, state, search_words(app, state));
    app_say(app, "%s", _("Ctrl-U clears the words."));
}

/* Only what is on top is typed: a screen that comes back below another is not. */
static void search_begin(App *app, ScreenState *screen) {
    SearchState *state = &screen->search;
    bool fresh = state->words == NULL && !state->typing;
    if (on_top(app) != state)
        state->typing = false;
    else if (fresh)
        type(app, state, "");
}

static bool search_text(App *app, ScreenState *screen, const Event *event) {
    SearchState *state = &screen->search;
    if (!state->typing)
        return false;
    const char *before = arena_copy(&app->scratch, buf_str(&app->field.text));
    if (!text_edit_key(&app->field, event, search_field_cols(app), 1, app->ambiguous))
        return false;
    if (app->field.full)
        app_say(app, "%s", _("No more words fit into one search."));
    if (strcmp(before, search_words(app, state)) != 0)
        select_first(app, state);
    return true;
}

/* ---- keeping ---- */

/* One search at a time: an older one and what was opened from it are left to the history. */
static void drop_older(App *app) {
    int top = app->depth - 1;
    for (int i = 1; i < top; i++)
        if (app->stack[i].id == SCREEN_SEARCH) {
            app->stack[i] = app->stack[top];
            app->depth = i + 1;
            return;
        }
}

static void keep_words(App *app, SearchState *state, const char *words) {
    state->words = app_keep_text(app, words);
    state->typing = false;
    if (state->program == NULL)
        select_first(app, state);
    find_turn_on(app, state->words);
    find_remember(app, state->words);
    drop_older(app);
}

/* The words with what was meant in the place of the one that is found nowhere. */
static const char *mended(Arena *arena, const char *words, SearchLack lack) {
    const char *at = strstr(words, lack.word);
    if (at == NULL)
        return lack.nearest;
    return arena_printf(arena, "%.*s%s%s", (int)(at - words), words, lack.nearest,
                        at + strlen(lack.word));
}

static bool has_suggestion(const App *app, const SearchState *state) {
    return find_lack(app, search_words(app, state)).nearest != NULL;
}

static void take_suggestion(App *app, SearchState *state) {
    const char *words = search_words(app, state);
    const char *better = mended(&app->scratch, words, find_lack(app, words));
    if (state->typing) {
        text_edit_set(&app->field, str(better));
        select_first(app, state);
    } else {
        state->program = NULL;
        keep_words(app, state, better);
    }
}

/* Without words, those chosen among the last ones; there are some, else Enter is disabled. */
static void take_recent(App *app, SearchState *state) {
    const Find *find = &app->find;
    keep_words(app, state, find->recent[MIN_OF(state->list.selected, find->recent_count - 1)]);
}

static void enter(App *app, SearchState *state) {
    if (!has_words(app, state))
        take_recent(app, state);
    else if (has_suggestion(app, state))
        take_suggestion(app, state);
    else
        keep_words(app, state, search_words(app, state));
}

/* Back to the words that were kept; else to the screen that was before. */
static void leave_typing(App *app, SearchState *state) {
    if (state->words == NULL) {
        trail_drop(app);
        return;
    }
    state->typing = false;
    state->list = state->list_before;
    state->program = state->program_before;
}

/* ---- commands ---- */

static bool in_list(App *app, SearchState *state, CommandId command) {
    SearchList *of = search_list(app, state, &app->scratch);
    List list = search_list_of(of);
    ListState now = search_list_state(of);
    if (!screen_list_command(&list, &now, search_list_rows(app, of), command))
        return false;
    state->list = now;
    if (!of->asks && list.count > 0)
        state->program = of->found.hits.at[now.selected].program;
    return true;
}

static bool while_typing(App *app, SearchState *state, CommandId command) {
    switch (command) {
    case CMD_OPEN:
        enter(app, state);
        return true;
    case CMD_BACK:
    case CMD_LEAVE:
        leave_typing(app, state);
        return true;
    default:
        return command != CMD_REDRAW && command != CMD_SUSPEND;
    }
}

/* Its words are those that the card shows highlighted. */
static void open_selected(App *app, SearchState *state) {
    const Program *program = selected(app, state, &app->scratch);
    if (program == NULL && has_words(app, state)) {
        facets_drop_worst(app, search_all(search_list(app, state, &app->scratch)));
        return;
    }
    if (program == NULL) {
        take_recent(app, state);
        return;
    }
    find_turn_on(app, state->words);
    app_open_program(app, program);
}

static void step(App *app, SearchState *state, CommandId command) {
    int before = state->list.selected;
    in_list(app, state, command);
    if (state->list.selected == before)
        app_say(app, "%s",
                command == CMD_DOWN ? _("That is the last one found.")
                                    : _("That is the first one found."));
}

static bool search_command(App *app, ScreenState *screen, CommandId command) {
    SearchState *state = &screen->search;
    if (in_list(app, state, command))
        return true;
    if (command == CMD_NEXT) {
        take_suggestion(app, state);
        return true;
    }
    if (state->typing)
        return while_typing(app, state, command);
    switch (command) {
    case CMD_OPEN:
        open_selected(app, state);
        return true;
    case CMD_SEARCH:
        type_again(app, state);
        return true;
    case CMD_FIND_NEXT:
    case CMD_FIND_PREVIOUS:
        step(app, state, command == CMD_FIND_NEXT ? CMD_DOWN : CMD_UP);
        return true;
    default:
        return false;
    }
}

static bool is_for_typing(CommandId command) {
    switch (command) {
    case CMD_OPEN:
    case CMD_BACK:
    case CMD_LEAVE:
    case CMD_UP:
    case CMD_DOWN:
    case CMD_PAGE_UP:
    case CMD_PAGE_DOWN:
    case CMD_REDRAW:
    case CMD_SUSPEND:
        return true;
    default:
        return false;
    }
}

static int rows_now(const App *app, const SearchState *state) {
    int rows = 0;
    if (!has_words(app, state))
        return app->find.recent_count;
    SearchHits hits = find_found(app, search_words(app, state)).hits;
    for (size_t i = 0; i < hits.count; i++)
        rows += app_shows(app, hits.at[i].program);
    return rows;
}

static const char *why_nothing_to_open(const App *app, const SearchState *state) {
    if (!has_words(app, state))
        return _("Type a word to look for; Esc goes back.");
    return state->typing ? _("Nothing is found with these words.")
                         : _("Nothing is found with these words; / changes them.");
}

static const char *search_disabled(const App *app, const ScreenState *screen, CommandId command) {
    const SearchState *state = &screen->search;
    bool suggests = has_suggestion(app, state);
    if (command == CMD_NEXT)
        return suggests ? NULL : _("There is no other word to propose.");
    if (state->typing && !is_for_typing(command))
        return _("First end typing with Enter or Esc.");
    bool takes_one = command == CMD_OPEN || command == CMD_RIGHT || command == CMD_DOWN ||
                     command == CMD_UP || command == CMD_FIND_NEXT || command == CMD_FIND_PREVIOUS;
    bool takes_word = command == CMD_OPEN && state->typing && suggests;
    bool drops = command == CMD_OPEN && !state->typing && facets_are_on(&app->facets);
    if (takes_one && !takes_word && !drops && rows_now(app, state) == 0)
        return why_nothing_to_open(app, state);
    return command == CMD_ADDRESS ? _("Open a program first; its card has the address.") : NULL;
}

static const char *hint_while_typing(const App *app, const SearchState *state, CommandId command) {
    if (command == CMD_BACK)
        return _("as it was");
    if (command == CMD_DOWN)
        return _("pick");
    if (command != CMD_OPEN)
        return NULL;
    if (!has_words(app, state))
        /* TRANSLATORS: hint: look for these words again */
        return _("look again");
    return has_suggestion(app, state) ? _("take it") : _("to the list");
}

static const char *search_hint(const App *app, const ScreenState *screen, CommandId command) {
    if (command == CMD_SEARCH)
        /* TRANSLATORS: hint: type the words of the search anew */
        return _("change words");
    if (command == CMD_OPEN && !screen->search.typing && rows_now(app, &screen->search) == 0)
        return _("drop it");
    return screen->search.typing ? hint_while_typing(app, &screen->search, command) : NULL;
}

static Subject search_subject(const App *app, const ScreenState *screen, Arena *arena) {
    return screen_program_subject(selected(app, &screen->search, arena));
}

static void search_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    const SearchState *state = &screen->search;
    if (state->typing || !has_words(app, state))
        crumb_from_home(crumbs, _("Search"));
    else
        crumb_from_home(crumbs,
                        arena_printf(crumbs->arena, _("Search \"%s\""), search_words(app, state)));
}

/* ---- the session ---- */

static const char *id_of(const Program *program) {
    return program == NULL ? "" : program->id;
}

static void search_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const SearchState *state = &screen->search;
    keep_text(keep, "words", state->words);
    keep_text(keep, "row", id_of(state->program));
    keep_number(keep, "top", state->list.top);
    if (!state->typing)
        return;
    keep_number(keep, "typing", 1);
    keep_text(keep, "text", app->field.text.at);
    keep_number(keep, "cursor", (int64_t)app->field.cursor);
    keep_number(keep, "from", (int64_t)app->field.top);
    keep_text(keep, "row_before", id_of(state->program_before));
    keep_number(keep, "top_before", state->list_before.top);
}

/* What was typed may hold nothing: then the field is as empty as it was. */
static bool search_recall(App *app, ScreenState *screen, const Recall *recall) {
    SearchState *state = &screen->search;
    state->words = recall_text_or_null(recall, "words");
    state->program = catalogue_program(app->catalogue, recall_text(recall, "row"));
    state->list.top = recall_count(recall, "top");
    if (recall_number(recall, "typing", 1, 1) == 0 && state->words != NULL)
        return true;
    state->program_before = catalogue_program(app->catalogue, recall_text(recall, "row_before"));
    state->list_before.top = recall_count(recall, "top_before");
    type(app, state, recall_text(recall, "text"));
    text_edit_move(&app->field, (size_t)recall_number(recall, "from", 0, FIND_BYTES_MOST));
    app->field.top = app->field.cursor;
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, FIND_BYTES_MOST));
    return true;
}

const ScreenClass screen_search = {
    .name = "search",
    .crumbs = search_crumbs,
    .step = screen_no_step,
    .command = search_command,
    .text = search_text,
    .disabled = search_disabled,
    .hint = search_hint,
    .subject = search_subject,
    .keep = search_keep,
    .recall = search_recall,
    .begin = search_begin,
    .view = search_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_BACK, NULL},
              {CMD_SEARCH, NULL},
              {CMD_TOGGLE, NULL},
              {CMD_FILTER, NULL},
              {CMD_BOOKMARK, NULL},
              {CMD_MARK, NULL},
              {CMD_DOWN, NULL}},
};
