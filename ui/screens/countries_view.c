/* The list of countries, measured and painted (countries.c). */
#include "ui/screens/countries.h"

#include "report/words.h"

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

const Country *countries_at(const CountryList *of, int item) {
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

CountryList *countries_list_of(const App *app, const CountriesState *state, Arena *arena) {
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
    return screen_lines(of->app, of->arena, words_country_name(countries_at(of, item)),
                        of->name_cols);
}

/* The heading of a region over its first, and a blank line over that. */
static int heading_rows(const CountryList *of, int item) {
    if (item == 0)
        return 1;
    const char *before = countries_at(of, item - 1)->region;
    return strcmp(countries_at(of, item)->region, before) == 0 ? 0 : 2;
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
    const Country *country = countries_at(of, item);
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

List countries_list(const CountryList *of) {
    return (List){(int)of->finds.count, of, item_height, item_paint, item_lead};
}

/* The country wished for, where the filter lets it through; else the first. */
static int selected_row(const CountryList *of, const CountriesState *state) {
    for (int i = 0; i < (int)of->finds.count; i++)
        if (countries_at(of, i) == state->country)
            return i;
    return 0;
}

ListState countries_state(const CountryList *of, const CountriesState *state) {
    return (ListState){selected_row(of, state), state->list.top};
}

const Country *countries_selected(const CountryList *of, const CountriesState *state) {
    return of->finds.count == 0 ? NULL : countries_at(of, selected_row(of, state));
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

int countries_rows(const CountryList *of, const CountriesState *state) {
    return MAX_OF(app_body_rows(of->app) - list_row(of, state), 1);
}

/* What was typed and where the cursor stands, for one key or one frame. */
TextEdit countries_field(const App *app, const CountriesState *state) {
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
    TextEdit field = countries_field(of->app, state);
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

void countries_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const CountriesState *state = &screen->countries;
    CountryList *of = countries_list_of(app, state, body->frame);
    List list = countries_list(of);
    ListState now = countries_state(of, state);
    int row = list_row(of, state);
    if (top_rows(of, state) > 0 && !is_filtered(state))
        screen_paint_lines(body, NAME_COL, 0, STYLE_DIM, intro(of));
    Canvas box = canvas_part(body, 0, row, of->cols, countries_rows(of, state));
    if (list.count == 0)
        paint_none(of, state, &box);
    else
        paint_heads(of, body, row - 1);
    list_view(&list, &now, &box);
    screen_more_items_below(&list, &now, &box);
    if (is_filtered(state))
        paint_filter(of, state, body); /* last: the cursor stands here while it is typed */
}
