/*
 * Every country and region of the edition, by region, with how much is there. `f` opens a line
 * at the top into which a name is typed, of a country or a city, in any script: the list narrows
 * with every letter, and a country that is found by its cities shows which. Enter keeps what was
 * typed, Esc clears it. The selected row is known by its country, so that it is there again when
 * the filter no longer hides it.
 */
#include "ui/screens/screens.h"

#include "query/geography.h"
#include "report/words.h"
#include "text/clean.h"

enum {
    NAME_COL = 3,
    NAME_LEAST = 13,
    CITY_COL = 5,      /* of the line with the cities that were found */
    CITIES_LEAST = 14, /* cells of the column of cities, where it is shown at all */
    LIST_MOST = 120,
    GAP = 2,
    END = 1, /* blank cells at the right end */
};

static const char *column_name(GeoColumn column) {
    switch (column) {
    case GEO_ADVISERS:
        return tr_context("column", "Advice");
    case GEO_SITES:
        return tr_context("column", "Sites");
    case GEO_CENTRES:
        return tr_context("column", "Centres");
    case GEO_EVENTS:
        return tr_context("column", "Events");
    case GEO_CASES:
        return tr_context("column", "Cases");
    default:
        return tr_context("column", "Other");
    }
}

/* ---- the list, measured ---- */

/* Lives in `arena`. All measures in cells; a column that is not shown has the end 0. */
typedef struct CountryList {
    const App *app;
    Arena *arena;
    GeoFinds finds;
    size_t all; /* countries, found or not */
    int cols;
    int ends[GEO_COLUMNS]; /* where each column of numbers ends */
    int name_cols;
    int beside, beside_cols; /* in English: the Japanese name; cells 0 when it is not shown */
    int cities, cities_cols; /* likewise */
} CountryList;

static const Country *country_at(const CountryList *of, int item) {
    return of->finds.at[item].at->country;
}

static int widest_name(const CountryList *of, bool japanese) {
    const Countries *all = &of->app->catalogue->countries;
    int widest = 0;
    for (size_t i = 0; i < all->count; i++) {
        const char *name = japanese ? all->at[i].name : words_country_name(&all->at[i]);
        widest = MAX_OF(widest, text_width(str(name), of->app->ambiguous));
    }
    return widest;
}

static int head_cells(const CountryList *of, GeoColumn column) {
    return text_width(str(column_name(column)), of->app->ambiguous);
}

/* Columns that find room beside the names, from the first on; a wide one may be left out for a
   narrow one after it. Returns where the first of them begins. */
static int measure_columns(CountryList *of, int names_end) {
    int room = of->cols - END - names_end, used = 0;
    bool shown[GEO_COLUMNS];
    for (int column = 0; column < GEO_COLUMNS; column++) {
        int cells = GAP + head_cells(of, (GeoColumn)column);
        shown[column] = used + cells <= room;
        used += shown[column] ? cells : 0;
    }
    int end = of->cols - END;
    for (int column = GEO_COLUMNS - 1; column >= 0; column--) {
        of->ends[column] = shown[column] ? end : 0;
        end -= shown[column] ? GAP + head_cells(of, (GeoColumn)column) : 0;
    }
    return end;
}

/* Numbers first; then in English the Japanese name; then as much of the cities as fits. */
static void measure(CountryList *of) {
    of->name_cols = MIN_OF(MAX_OF(widest_name(of, false), NAME_LEAST), of->cols / 2);
    int names_end = NAME_COL + of->name_cols;
    int end = measure_columns(of, names_end);
    int beside = tr_lang() == LANG_EN ? widest_name(of, true) : 0;
    if (beside > 0 && names_end + GAP + beside <= end) {
        of->beside = names_end + GAP;
        of->beside_cols = beside;
        names_end = of->beside + beside;
    }
    if (names_end + GAP + CITIES_LEAST <= end) {
        of->cities = names_end + GAP;
        of->cities_cols = end - of->cities;
    }
}

static CountryList *country_list(const App *app, const CountriesState *state, Arena *arena) {
    CountryList *of = arena_new(arena, CountryList, 1);
    Geography *world = arena_new(arena, Geography, 1);
    *world = geography_of(arena, app->catalogue);
    *of = (CountryList){.app = app, .arena = arena, .cols = MIN_OF(app->cols, LIST_MOST)};
    of->all = world->count;
    of->finds = geography_find(arena, world, str(state->filter));
    measure(of);
    return of;
}

/* ---- rows ---- */

static const char *row_text(Arena *arena, const char *text, const char *more) {
    return is_absent(text) ? more : arena_printf(arena, _("%s, %s"), text, more);
}

/* Its cities, as many as fit whole, and the mark for the rest. */
static const char *cities_text(const CountryList *of, const Canvas *line, int item) {
    const GeoCities *cities = &of->finds.at[item].at->cities;
    const char *text = "";
    for (size_t i = 0; i < cities->count; i++) {
        const GeoCity *city = &cities->at[i];
        if (is_absent(city->name))
            break;
        const char *name = words_city_name(city->known, city->name);
        const char *longer = row_text(line->frame, text, name);
        const char *cut = row_text(line->frame, longer, mark_cut(line->grid));
        bool last = i + 1 == cities->count || is_absent(cities->at[i + 1].name);
        if (!is_absent(text) && paint_width(line, last ? longer : cut) > of->cities_cols)
            return row_text(line->frame, text, mark_cut(line->grid));
        text = longer;
    }
    return text;
}

/* The cities that were found, each in both languages: one of them was typed. */
static const char *found_text(const CountryList *of, int item) {
    const GeoFind *find = &of->finds.at[item];
    const char *text = "";
    for (size_t i = 0; i < find->city_count; i++) {
        const GeoCity *city = find->cities[i];
        const char *name = words_city_name(city->known, city->name), *other = "";
        if (city->known != NULL)
            other = tr_lang() == LANG_EN ? city->name : city->known->name_en;
        text = row_text(of->arena, text,
                        is_absent(other) ? name : arena_printf(of->arena, "%s %s", name, other));
    }
    return text;
}

static WrapLines found_lines(const CountryList *of, int item) {
    if (of->finds.at[item].city_count == 0)
        return (WrapLines){NULL, 0};
    return screen_lines(of->app, of->arena, found_text(of, item), of->cols - CITY_COL - END);
}

static WrapLines name_lines(const CountryList *of, int item) {
    return screen_lines(of->app, of->arena, words_country_name(country_at(of, item)),
                        of->name_cols);
}

/* The heading of a region over its first, and a blank line over that. */
static int heading_rows(const CountryList *of, int item) {
    if (item == 0)
        return 1;
    const char *before = country_at(of, item - 1)->region;
    return strcmp(country_at(of, item)->region, before) == 0 ? 0 : 2;
}

static int item_height(const void *context, int item) {
    const CountryList *of = context;
    return heading_rows(of, item) + (int)(name_lines(of, item).count + found_lines(of, item).count);
}

static void paint_counts(const CountryList *of, const Canvas *line, int item) {
    const int *counts = of->finds.at[item].at->counts;
    for (int column = 0; column < GEO_COLUMNS; column++)
        if (of->ends[column] > 0)
            paint_right(line, of->ends[column], 0, counts[column] > 0 ? STYLE_BODY : STYLE_DIM,
                        counts[column] > 0 ? arena_printf(line->frame, "%d", counts[column]) : "-");
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const CountryList *of = context;
    const Country *country = country_at(of, item);
    int heading = heading_rows(of, item);
    if (heading > 0)
        paint(canvas, NAME_COL, heading - 1, STYLE_STEP0, words_region_name(country));
    Canvas line = canvas_shifted(canvas, heading, item_height(of, item) - heading);
    if (selected)
        screen_mark(&line);
    if (work_is_bookmarked(of->app, BOOKMARK_COUNTRY, country->id))
        screen_star(&line, selected);
    WrapLines names = name_lines(of, item);
    screen_paint_lines(&line, NAME_COL, 0, STYLE_BODY, names);
    if (of->beside_cols > 0)
        paint_fit(&line, of->beside, 0, of->beside_cols, STYLE_DIM, country->name);
    if (of->cities_cols > 0)
        paint_fit(&line, of->cities, 0, of->cities_cols, STYLE_DIM, cities_text(of, &line, item));
    paint_counts(of, &line, item);
    screen_paint_lines(&line, CITY_COL, (int)names.count, STYLE_BODY, found_lines(of, item));
}

static int item_lead(const void *context, int item) {
    return heading_rows(context, item);
}

static List list_of(const CountryList *of) {
    return (List){(int)of->finds.count, of, item_height, item_paint, item_lead};
}

/* The country wished for, where the filter lets it through; else the first. */
static int selected_row(const CountryList *of, const CountriesState *state) {
    for (int i = 0; i < (int)of->finds.count; i++)
        if (country_at(of, i) == state->country)
            return i;
    return 0;
}

static ListState state_now(const CountryList *of, const CountriesState *state) {
    return (ListState){selected_row(of, state), state->list.top};
}

static const Country *selected(const CountryList *of, const CountriesState *state) {
    return of->finds.count == 0 ? NULL : country_at(of, selected_row(of, state));
}

/* ---- what stands over the list ---- */

static bool is_filtered(const CountriesState *state) {
    return state->typing || !is_absent(state->filter);
}

static WrapLines intro(const CountryList *of) {
    return screen_lines(of->app, of->arena,
                        _("What there is in each country; f finds one by its name or a city's."),
                        MIN_OF(of->cols, 80) - NAME_COL - END);
}

/* Rows of the intro or the filter; on a low screen only what is being filtered has one. */
static int top_rows(const CountryList *of, const CountriesState *state) {
    if (is_filtered(state))
        return 1;
    return app_body_rows(of->app) < AIR_ROWS ? 0 : (int)intro(of).count;
}

/* The heads have a row of their own, with a blank one before it where there is room. */
static int list_row(const CountryList *of, const CountriesState *state) {
    int top = top_rows(of, state);
    return top + (top > 0 && app_body_rows(of->app) >= AIR_ROWS ? 1 : 0) + 1;
}

static int list_rows(const CountryList *of, const CountriesState *state) {
    return MAX_OF(app_body_rows(of->app) - list_row(of, state), 1);
}

/* What was typed and where the cursor stands, for one key or one frame. */
static TextEdit field_of(const App *app, const CountriesState *state) {
    TextEdit field = {.many_lines = false};
    text_edit_init(&field, str(state->filter), QUERY_BYTES - 1, false);
    text_edit_move(&field, (size_t)state->cursor);
    field.substitute = app->substitute;
    return field;
}

static void paint_field(const CountryList *of, const CountriesState *state, const Canvas *canvas) {
    if (!state->typing) {
        paint_fit(canvas, 0, 0, canvas->cols, STYLE_STRONG, state->filter);
        return;
    }
    TextEdit field = field_of(of->app, state);
    text_edit_view(&field, canvas, NULL, NULL);
    text_edit_release(&field);
}

static void paint_filter(const CountryList *of, const CountriesState *state, const Canvas *body) {
    size_t count = of->finds.count;
    const char *text =
        /* TRANSLATORS: how many countries of all the filter lets through */
        arena_printf(of->arena, _("%zu of %zu"), count, of->all);
    int end = paint_right(body, of->cols - END, 0, STYLE_DIM, text) - GAP;
    /* TRANSLATORS: before the name that is typed to narrow the list of countries */
    int col = NAME_COL + paint(body, NAME_COL, 0, STYLE_DIM, _("Name:")) + 1;
    Canvas field = canvas_part(body, col, 0, MAX_OF(end - col, 2), 1);
    paint_field(of, state, &field);
    if (state->typing && is_absent(state->filter) && app_body_rows(of->app) >= AIR_ROWS)
        paint_fit(body, col, 1, body->cols - col - END, STYLE_DIM,
                  _("in kanji, kana, romaji or English"));
}

static void paint_heads(const CountryList *of, const Canvas *body, int row) {
    const char *then = words_as_of_edition(of->arena, &of->app->catalogue->edition, of->app->today);
    int room = of->cols;
    for (int column = GEO_COLUMNS - 1; column >= 0; column--)
        if (of->ends[column] > 0)
            room =
                paint_right(body, of->ends[column], row, STYLE_DIM, column_name((GeoColumn)column));
    paint_fit(body, NAME_COL, row, MAX_OF(room - GAP - NAME_COL, 0), STYLE_DIM, then);
}

static void paint_none(const CountryList *of, const CountriesState *state, const Canvas *box) {
    const char *text = state->typing
                           ? _("No country or city has this name. Esc clears what was typed.")
                           : _("No country or city has this name. f changes what was typed.");
    screen_paint_lines(
        box, NAME_COL, 0, STYLE_BODY,
        screen_lines(of->app, of->arena, text, MIN_OF(of->cols, 80) - NAME_COL - END));
}

static void countries_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const CountriesState *state = &screen->countries;
    CountryList *of = country_list(app, state, body->frame);
    List list = list_of(of);
    ListState now = state_now(of, state);
    int row = list_row(of, state);
    if (top_rows(of, state) > 0 && !is_filtered(state))
        screen_paint_lines(body, NAME_COL, 0, STYLE_DIM, intro(of));
    Canvas box = canvas_part(body, 0, row, of->cols, list_rows(of, state));
    if (list.count == 0)
        paint_none(of, state, &box);
    else
        paint_heads(of, body, row - 1);
    list_view(&list, &now, &box);
    screen_more_items_below(&list, &now, &box);
    if (is_filtered(state))
        paint_filter(of, state, body); /* last: the cursor stands here while it is typed */
}

/* ---- commands ---- */

static void stand_at(const CountryList *of, CountriesState *state, const ListState *list) {
    state->list = *list;
    state->country = of->finds.count == 0 ? state->country : country_at(of, list->selected);
}

static bool in_list(App *app, CountriesState *state, CommandId command) {
    CountryList *of = country_list(app, state, &app->scratch);
    List list = list_of(of);
    ListState now = state_now(of, state);
    bool done = screen_list_command(&list, &now, list_rows(of, state), command);
    if (done)
        stand_at(of, state, &now);
    return done;
}

/* The scroll is derived anew when the filter or the rows over the list have changed. */
static void settle(App *app, CountriesState *state) {
    CountryList *of = country_list(app, state, &app->scratch);
    List list = list_of(of);
    ListState now = state_now(of, state);
    list_settle(&list, &now, list_rows(of, state));
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
    const Country *country = selected(country_list(app, state, &app->scratch), state);
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
    CountryList *of = country_list(app, state, &app->scratch);
    state->typing = false;
    if (of->finds.count > 0)
        state->country = selected(of, state);
    settle(app, state);
}

static void clear_typed(App *app, CountriesState *state) {
    state->typing = false;
    state->filter[0] = '\0';
    state->cursor = 0;
    settle(app, state);
}

static void edit(App *app, CountriesState *state, const Event *event) {
    TextEdit field = field_of(app, state);
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
    bool none = country_list(app, state, &arena)->finds.count == 0;
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
    return screen_country_subject(selected(country_list(app, state, arena), state));
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
