/*
 * Every country and region of the edition, by region, with how much is there. `f` opens a line
 * at the top into which a name is typed, of a country or a city, in any script: the list narrows
 * with every letter, and a country that is found by its cities shows which. Enter keeps what was
 * typed, Esc clears it. The selected row is known by its country, so that it is there again when
 * the filter no longer hides it.
 */
#include "ui/screens/countries.h"

#include "text/clean.h"

/* ---- commands ---- */

static void stand_at(const CountryList *of, CountriesState *state, const ListState *list) {
    state->list = *list;
    state->country = of->finds.count == 0 ? state->country : countries_at(of, list->selected);
}

static bool in_list(App *app, CountriesState *state, CommandId command) {
    CountryList *of = countries_list_of(app, state, &app->scratch);
    List list = countries_list(of);
    ListState now = countries_state(of, state);
    bool done = screen_list_command(&list, &now, countries_rows(of, state), command);
    if (done)
        stand_at(of, state, &now);
    return done;
}

/* The scroll is derived anew when the filter or the rows over the list have changed. */
static void settle(App *app, CountriesState *state) {
    CountryList *of = countries_list_of(app, state, &app->scratch);
    List list = countries_list(of);
    ListState now = countries_state(of, state);
    list_settle(&list, &now, countries_rows(of, state));
    state->list = now;
}

static void type(App *app, CountriesState *state) {
    state->typing = true;
    state->cursor = (int)strlen(state->filter);
    settle(app, state);
}

static bool countries_command(App *app, ScreenState *screen, CommandId command) {
    CountriesState *state = &screen->countries;
    if (in_list(app, state, command))
        return true;
    const Country *country =
        countries_selected(countries_list_of(app, state, &app->scratch), state);
    if (command == CMD_FILTER)
        type(app, state);
    else if (command == CMD_OPEN && country != NULL) {
        state->country = country;
        app_open_country(app, country);
    } else
        return false;
    return true;
}

/* ---- typing ---- */

static void keep_typed(App *app, CountriesState *state) {
    CountryList *of = countries_list_of(app, state, &app->scratch);
    state->typing = false;
    if (of->finds.count > 0)
        state->country = countries_selected(of, state);
    settle(app, state);
}

static void clear_typed(App *app, CountriesState *state) {
    state->typing = false;
    state->filter[0] = '\0';
    state->cursor = 0;
    settle(app, state);
}

static void edit(App *app, CountriesState *state, const Event *event) {
    TextEdit field = countries_field(app, state);
    if (text_edit_key(&field, event, app->cols, 1, app->ambiguous)) {
        snprintf(state->filter, sizeof state->filter, "%s", field.text.at);
        state->cursor = (int)field.cursor;
        settle(app, state);
    }
    text_edit_release(&field);
}

/* The keys that move in the list do so while a name is typed; a few commands are no letters. */
static bool is_for_all(CommandId command) {
    return command == CMD_REDRAW || command == CMD_SUSPEND || command == CMD_LEAVE;
}

static bool moves(KeyCode code) {
    return code == K_UP || code == K_DOWN || code == K_PAGE_UP || code == K_PAGE_DOWN;
}

static bool countries_text(App *app, ScreenState *screen, const Event *event) {
    CountriesState *state = &screen->countries;
    if (!state->typing)
        return false;
    CommandId command = event->kind == EVENT_KEY ? command_for_key(event->key) : CMD_NONE;
    if (event->kind == EVENT_KEY && event->key.code == K_ENTER)
        keep_typed(app, state);
    else if (event->kind == EVENT_KEY && event->key.code == K_ESC)
        clear_typed(app, state);
    else if (event->kind == EVENT_KEY && moves(event->key.code))
        in_list(app, state, command);
    else if (command != CMD_NONE && event->key.mods != 0 && is_for_all(command)) {
        if (command == CMD_LEAVE)
            keep_typed(app, state);
        return false;
    } else
        edit(app, state, event);
    return true;
}

/* ---- the rest ---- */

static bool shows_none(const App *app, const CountriesState *state) {
    Arena arena = {0};
    bool none = countries_list_of(app, state, &arena)->finds.count == 0;
    arena_release(&arena);
    return none;
}

static const char *countries_disabled(const App *app, const ScreenState *screen,
                                      CommandId command) {
    const CountriesState *state = &screen->countries;
    bool opens = command == CMD_OPEN || command == CMD_RIGHT;
    if (state->typing && (command == CMD_FILTER || command == CMD_BOOKMARK ||
                          command == CMD_PALETTE || command == CMD_HISTORY_BACK))
        return _("A name is being typed.");
    if (command == CMD_ADDRESS)
        return _("Open a country first.");
    if (opens && !state->typing && !is_absent(state->filter) && shows_none(app, state))
        return _("No country or city has this name. f changes what was typed.");
    return NULL;
}

static const char *countries_hint(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    if (!screen->countries.typing)
        return NULL;
    /* TRANSLATORS: hint: the list stays as it was narrowed by what was typed */
    return command == CMD_OPEN ? _("keep") : command == CMD_BACK ? _("clear") : NULL;
}

static void countries_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Countries and cities"));
}

static Subject countries_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const CountriesState *state = &screen->countries;
    return screen_country_subject(countries_selected(countries_list_of(app, state, arena), state));
}

static void countries_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const CountriesState *state = &screen->countries;
    (void)app;
    keep_text(keep, "row", state->country == NULL ? "" : state->country->id);
    keep_number(keep, "top", state->list.top);
    keep_text(keep, "filter", state->filter);
    keep_number(keep, "cursor", state->cursor);
    keep_number(keep, "typing", state->typing);
}

static bool countries_recall(App *app, ScreenState *screen, const Recall *recall) {
    CountriesState *state = &screen->countries;
    Str filter = str(recall_text(recall, "filter"));
    state->country = catalogue_country_named(app->catalogue, recall_text(recall, "row"));
    state->list.top = recall_count(recall, "top");
    if (filter.len < sizeof state->filter && text_is_utf8(filter))
        memcpy(state->filter, filter.at, filter.len);
    state->cursor = (int)recall_number(recall, "cursor", 0, QUERY_BYTES);
    state->typing = recall_number(recall, "typing", 0, 1) == 1;
    return true;
}

const ScreenClass screen_countries = {
    .name = "countries",
    .crumbs = countries_crumbs,
    .step = screen_no_step,
    .command = countries_command,
    .text = countries_text,
    .disabled = countries_disabled,
    .hint = countries_hint,
    .subject = countries_subject,
    .keep = countries_keep,
    .recall = countries_recall,
    .view = countries_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_BACK, NULL},
              {CMD_FILTER, N_("find a name")},
              {CMD_BOOKMARK, NULL},
              {CMD_HISTORY_BACK, NULL}},
};
