/*
 * The page of a country: its cities, what the edition has in each with the program behind it,
 * and the fees that a program states for that country. Cities that have the very same things
 * (one site of the platform for three of them) stand under one heading.
 */
#include "report/doc.h"

#include "catalogue/names.h"
#include "catalogue/period.h"
#include "report/words.h"
#include "text/era.h"

typedef struct Page {
    Doc *doc;
    const Catalogue *catalogue;
    const GeoCountry *of;
    Date as_of;
} Page;

static void link_to(Doc *doc, const char *label, const Program *program) {
    doc_field_link(doc, label, words_program_name(program), DOC_LINK_PROGRAM, program->id);
}

/* ---- places ---- */

static const char *role_label(const Place *place) {
    int role = enum_find(&place_role_names, place->role);
    return role < 0 ? place->role : enum_label(&place_role_names, role);
}

/* What a label says beyond the country's name: 支店 of 米国（支店）; all of 中国西部地域. */
static const char *own_label(Arena *arena, const Place *place) {
    static const char open[] = "（", shut[] = "）";
    Str label = str(place->label), name = str(place->country);
    if (!str_starts(label, name))
        return place->label;
    Str rest = str_skip(label, name.len);
    if (!str_starts(rest, str(open)))
        return rest.len == 0 ? "" : place->label;
    rest = str_skip(rest, strlen(open));
    const char *end = memmem(rest.at, rest.len, shut, strlen(shut));
    return arena_copy(arena, str_n(rest.at, end == NULL ? rest.len : (size_t)(end - rest.at)));
}

static void place(Page *page, const GeoThing *thing) {
    const Place *at = thing->place;
    Arena *arena = page->doc->arena;
    const char *detail = own_label(arena, at);
    if (strcmp(at->role, "venue") == 0)
        detail = ""; /* it says the role once more */
    if (strcmp(at->role, "example") == 0)
        detail = _("named as an example");
    if (at->rooms > 0)
        detail = words_joined(
            arena, detail,
            arena_printf(arena, tr_plural("%d room", "%d rooms", at->rooms), at->rooms));
    if (!is_absent(at->audience))
        detail = is_absent(detail) ? at->audience
                                   /* TRANSLATORS: a place and for whom it is. */
                                   : arena_printf(arena, _("%s (%s)"), detail, at->audience);
    link_to(page->doc, role_label(at), thing->program);
    doc_item(page->doc, "", ROLE_BODY, detail);
}

/* ---- events ---- */

/* In Japanese the year and its era once: the line is full enough. */
static const char *days_of(Arena *arena, const Occasion *event) {
    if (date_compare(event->from, event->to) == 0)
        return words_day(arena, event->from);
    bool brief = tr_lang() == LANG_JA && event->from.year == event->to.year;
    /* TRANSLATORS: from one date to another. */
    return arena_printf(arena, _("%s to %s"), date_print_both(arena, event->from),
                        brief ? date_print_short(arena, event->to)
                              : date_print_both(arena, event->to));
}

/* Its days, and how they stand to the reference date. */
static const char *when(Arena *arena, const Occasion *event, Date as_of) {
    const char *days = days_of(arena, event);
    int left = (int)(date_to_days(event->from) - date_to_days(as_of));
    if (date_compare(event->to, as_of) < 0)
        /* TRANSLATORS: the days of a seminar or exhibition that is past. */
        return arena_printf(arena, _("%s (over)"), days);
    if (left <= 0)
        /* TRANSLATORS: the days of a seminar or exhibition that goes on now. */
        return arena_printf(arena, _("%s (on now)"), days);
    /* TRANSLATORS: the days of a seminar or exhibition, and in how many days it begins. */
    return arena_printf(arena, tr_plural("%s (in %d day)", "%s (in %d days)", left), days, left);
}

static const char *venue(Page *page, const Occasion *event) {
    const Place *at = &event->place;
    const char *country = words_country_name(at->in);
    const City *known = catalogue_city(page->catalogue, at->in, at->city);
    if (is_absent(at->city))
        /* TRANSLATORS: an event that is held in another country than it is about. */
        return arena_printf(page->doc->arena, _("held in %s"), country);
    /* TRANSLATORS: the same, with city and country. */
    return arena_printf(page->doc->arena, _("held in %s, %s"), words_city_name(known, at->city),
                        country);
}

/* The same remark on several events in a row is made once, after the last. */
static bool note_goes_on(const GeoThings *things, size_t index) {
    const GeoThing *next = index + 1 < things->count ? &things->at[index + 1] : NULL;
    return next != NULL && next->event != NULL &&
           strcmp(next->event->note, things->at[index].event->note) == 0;
}

static void event(Page *page, const GeoThings *things, size_t index) {
    const GeoThing *thing = &things->at[index];
    const Occasion *of = thing->event;
    Doc *doc = page->doc;
    bool english = tr_lang() == LANG_EN;
    doc_field(doc, enum_label(&event_kind_names, of->kind), ROLE_STRONG,
              english ? of->name_en : of->name);
    if (english && strcmp(of->name, of->name_en) != 0)
        doc_item(doc, "", ROLE_DIM, of->name);
    doc_item(doc, "", ROLE_BODY, when(doc->arena, of, page->as_of));
    if (geo_is_held_elsewhere(thing, page->of->country))
        doc_item(doc, "", ROLE_BODY, venue(page, of));
    else if (is_absent(of->place.city) && is_absent(of->note))
        doc_item(doc, "", ROLE_FAINT, _("city not stated"));
    if (!is_absent(of->field))
        /* TRANSLATORS: the line of business of an exhibition. */
        doc_item(doc, "", ROLE_BODY, arena_printf(doc->arena, _("field: %s"), of->field));
    if (thing->program != NULL)
        link_to(doc, "", thing->program);
    else
        doc_item(doc, "", ROLE_FAINT, _("program not stated"));
    if (!note_goes_on(things, index))
        doc_item(doc, "", ROLE_DIM, of->note);
}

/* ---- cases ---- */

static void story(Page *page, const GeoThing *thing) {
    const Case *of = thing->story;
    Doc *doc = page->doc;
    doc_field(doc, tr_context("one of them", "case"), ROLE_STRONG, of->title);
    doc_item(doc, "", ROLE_BODY, tr_lang() == LANG_EN ? of->summary_en : of->summary);
    if (thing->program != NULL)
        link_to(doc, "", thing->program);
}

/* ---- cities ---- */

static bool same_thing(const GeoThing *a, const GeoThing *b) {
    if (a->place == NULL || b->place == NULL)
        return false;
    return a->program == b->program && strcmp(a->place->role, b->place->role) == 0 &&
           strcmp(a->place->label, b->place->label) == 0 && a->place->rooms == b->place->rooms &&
           strcmp(a->place->audience, b->place->audience) == 0;
}

static bool same_things(const GeoThings *a, const GeoThings *b) {
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_thing(&a->at[i], &b->at[i]))
            return false;
    return true;
}

/* Whether an earlier city's heading names this one, too. */
static bool is_named(const GeoCities *cities, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_things(&cities->at[i].things, &cities->at[index].things))
            return true;
    return false;
}

/* The city and all later ones that have the same; in English with the names as printed. */
static void heading(Doc *doc, const GeoCities *cities, size_t index) {
    const char *names = "", *printed = "";
    size_t count = 0;
    for (size_t i = index; i < cities->count; i++) {
        const GeoCity *city = &cities->at[i];
        if (i > index && !same_things(&city->things, &cities->at[index].things))
            continue;
        names = words_joined(doc->arena, names, words_city_name(city->known, city->name));
        printed = words_joined(doc->arena, printed, city->name);
        count++;
    }
    bool both = tr_lang() == LANG_EN && strcmp(names, printed) != 0;
    if (both && count == 1)
        names = arena_printf(doc->arena, "%s  %s", names, printed);
    doc_section(doc, is_absent(names) ? _("The country as a whole") : names);
    if (both && count > 1)
        doc_para(doc, ROLE_DIM, printed);
}

/* Events and cases are of several lines: a blank line before each. */
static void things(Page *page, const GeoThings *all) {
    for (size_t i = 0; i < all->count; i++) {
        const GeoThing *thing = &all->at[i];
        if (i > 0 && thing->place == NULL)
            doc_gap(page->doc);
        if (thing->place != NULL)
            place(page, thing);
        else if (thing->event != NULL)
            event(page, all, i);
        else
            story(page, thing);
    }
}

static void cities(Page *page) {
    const GeoCities *all = &page->of->cities;
    for (size_t i = 0; i < all->count; i++) {
        if (is_named(all, i))
            continue;
        heading(page->doc, all, i);
        things(page, &all->at[i].things);
    }
    if (all->count == 0)
        doc_para(page->doc, ROLE_BODY, _("The edition has nothing here."));
}

/* ---- what a program's tables say of the country ---- */

/* Whether a cell names the country: タイ、ベトナム names both. */
static bool names_country(const char *cell, const Country *country) {
    static const char comma[] = "、";
    Str rest = str(cell);
    while (rest.len > 0) {
        const char *end = memmem(rest.at, rest.len, comma, strlen(comma));
        Str name = str_n(rest.at, end == NULL ? rest.len : (size_t)(end - rest.at));
        bool same = str_equal(name, str(country->name));
        for (size_t i = 0; i < country->aliases.count; i++)
            same = same || str_equal(name, str(country->aliases.at[i]));
        if (same)
            return true;
        rest = str_skip(rest, name.len + (end == NULL ? 0 : strlen(comma)));
    }
    return false;
}

/* The rows whose first cell names the country. */
static TableRows rows_of(Page *page, const Table *table) {
    TableRow *rows = arena_new(page->doc->arena, TableRow, table->rows.count);
    size_t count = 0;
    for (size_t i = 0; i < table->rows.count; i++) {
        Strings cells = table->rows.at[i].cells;
        if (cells.count > 0 && names_country(cells.at[0], page->of->country))
            rows[count++] = table->rows.at[i];
    }
    return (TableRows){rows, count};
}

static void tables_of(Page *page, const Program *program) {
    for (size_t i = 0; i < program->tables.count; i++) {
        const Table *table = &program->tables.at[i];
        TableRows rows = rows_of(page, table);
        if (rows.count == 0)
            continue;
        Table *part = arena_new(page->doc->arena, Table, 1);
        *part = (Table){table->title, table->columns, rows, table->note};
        doc_section(page->doc, table->title);
        doc_table(page->doc, part);
        doc_para(page->doc, ROLE_DIM, table->note);
    }
}

/* ---- the whole ---- */

/* Of every thing there, each program once. */
static ProgramRefs programs_there(Page *page) {
    const GeoCities *all = &page->of->cities;
    const Program **programs = NULL;
    size_t count = 0, room = 0;
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < all->at[i].things.count; j++) {
            const GeoThing *thing = &all->at[i].things.at[j];
            bool known = thing->place == NULL;
            for (size_t k = 0; k < count; k++)
                known = known || programs[k] == thing->program;
            if (known)
                continue;
            programs = arena_grow(page->doc->arena, programs, count, &room, sizeof *programs);
            programs[count++] = thing->program;
        }
    return (ProgramRefs){programs, count};
}

static void head(Page *page) {
    const Country *country = page->of->country;
    Doc *doc = page->doc;
    bool english = tr_lang() == LANG_EN;
    doc_title(doc, words_country_name(country), words_region_name(country));
    doc_para(doc, ROLE_DIM,
             arena_printf(doc->arena, "%s  %s", english ? country->name : country->reading,
                          english ? country->reading : country->name_en));
    const char *then = words_as_of_edition(doc->arena, &page->catalogue->edition, page->as_of);
    if (!is_absent(then))
        doc_gap(doc);
    doc_para(doc, ROLE_STRONG, then);
}

void doc_country(Doc *doc, const Catalogue *catalogue, const GeoCountry *country, Date as_of) {
    Page page = {doc, catalogue, country, as_of};
    head(&page);
    cities(&page);
    ProgramRefs programs = programs_there(&page);
    for (size_t i = 0; i < programs.count; i++)
        tables_of(&page, programs.at[i]);
    if (tr_lang() == LANG_EN) {
        doc_gap(doc);
        doc_para(doc, ROLE_DIM, _("The English names are unofficial."));
    }
}
