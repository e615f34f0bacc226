/*
 * Which texts belong to which field. A program's pieces stand in the order of the fields, so
 * that the first one found is the best. Lines that say little alone (a city, a fact's value) are
 * put together with what they belong to.
 */
#include "query/search_text.h"

#include "text/number.h"

/* The program whose pieces are added. */
typedef struct Card {
    SearchText *out;
    const Catalogue *catalogue;
    const Program *program;
    size_t index;
} Card;

static void add(const Card *card, SearchField field, const char *text) {
    search_add_piece(card->out, field, card->index, text);
}

static void add_all(const Card *card, SearchField field, Strings texts) {
    for (size_t i = 0; i < texts.count; i++)
        add(card, field, texts.at[i]);
}

/* Both, parted by the sign; the one that is there when the other is absent. */
static const char *join(const Card *card, const char *a, const char *sign, const char *b) {
    if (is_absent(a) || is_absent(b))
        return is_absent(a) ? b : a;
    return arena_printf(&card->out->arena, "%s%s%s", a, sign, b);
}

static void add_facts(const Card *card, SearchField field, Facts facts) {
    for (size_t i = 0; i < facts.count; i++)
        add(card, field, join(card, facts.at[i].label, "：", facts.at[i].value));
}

static void add_days(const Card *card, Date from, Date to) {
    SearchText *out = card->out;
    out->days =
        arena_grow(&out->arena, out->days, out->day_count, &out->day_room, sizeof *out->days);
    out->days[out->day_count++] = (SearchDays){.piece = (uint32_t)(out->count - 1),
                                               .from = date_from_days(date_to_days(from)),
                                               .to = date_last_day(date_is_known(to) ? to : from)};
}

/* The days as numbers, which can be found by themselves, and as what they are. */
static void add_dated(const Card *card, SearchField field, const char *name, Date from, Date to) {
    if (!date_is_known(from))
        return;
    char first[DATE_ISO_BYTES], last[DATE_ISO_BYTES];
    date_print_iso(from, first);
    date_print_iso(to, last);
    const char *days = join(card, first, "〜", date_compare(from, to) == 0 ? "" : last);
    add(card, field, join(card, name, " ", days));
    add_days(card, from, to);
}

/* ---- what a program is ---- */

static void add_names(const Card *card) {
    const Program *program = card->program;
    add(card, SEARCH_NAME, program->name);
    add(card, SEARCH_NAME, program->name_en);
    add_all(card, SEARCH_ALIAS, program->aliases);
    add(card, SEARCH_READING, program->reading);
    add(card, SEARCH_ID, program->id);
}

static void add_provider(const Card *card) {
    const Provider *provider = card->program->provider;
    add(card, SEARCH_PROVIDER, provider->name);
    if (strcmp(provider->name, provider->name_full) != 0)
        add(card, SEARCH_PROVIDER, provider->name_full);
    add(card, SEARCH_PROVIDER, provider->name_en);
    add_all(card, SEARCH_PROVIDER, provider->aliases);
    add(card, SEARCH_PROVIDER, provider->reading);
}

static void add_need(const Card *card) {
    const Need *need = card->program->need;
    if (need == NULL)
        return;
    add(card, SEARCH_NEED, need->title);
    add(card, SEARCH_NEED, need->title_en);
    add(card, SEARCH_NEED, need->reading);
}

static void add_step(const Card *card) {
    int step = card->program->step;
    if (step < 1 || step > STEP_COUNT || card->catalogue->steps[step - 1].title == NULL)
        return;
    add(card, SEARCH_STEP, card->catalogue->steps[step - 1].title);
    add(card, SEARCH_STEP, card->catalogue->steps[step - 1].title_en);
    add(card, SEARCH_STEP, card->catalogue->steps[step - 1].reading);
}

/* ---- places, cases, events ---- */

static bool is_new_country(Places places, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (places.at[i].in == places.at[index].in)
            return false;
    return true;
}

static void add_country(const Card *card, SearchField field, const Country *country) {
    add(card, field, country->name);
    add(card, field, country->name_en);
    add(card, field, country->reading);
    add_all(card, field, country->aliases);
    add(card, field, country->region);
    add(card, field, country->region_en);
}

/* A label may say the country itself: ベトナム（事例）. */
static const char *name_place(const Card *card, const Place *place) {
    if (is_absent(place->city) && str_starts(str(place->label), str(place->country)))
        return place->label;
    return join(card, join(card, place->country, " ", place->city), " ", place->label);
}

static void add_city(const Card *card, SearchField field, const Place *place) {
    const City *city = catalogue_city(card->catalogue, place->in, place->city);
    if (city != NULL)
        add(card, field, city->name_en);
}

static void add_places(const Card *card) {
    Places places = card->program->places;
    for (size_t i = 0; i < places.count; i++)
        add(card, SEARCH_PLACE, name_place(card, &places.at[i]));
    for (size_t i = 0; i < places.count; i++)
        if (is_new_country(places, i))
            add_country(card, SEARCH_PLACE, places.at[i].in);
    for (size_t i = 0; i < places.count; i++)
        add_city(card, SEARCH_PLACE, &places.at[i]);
}

static void add_cases(const Card *card) {
    for (size_t i = 0; i < card->program->case_count; i++) {
        const Case *example = card->program->cases[i];
        add(card, SEARCH_CASE, join(card, example->title, " ", example->place));
        add(card, SEARCH_CASE, example->summary);
        add(card, SEARCH_CASE, example->summary_en);
        add_facts(card, SEARCH_CASE, example->facts);
    }
}

static void add_event(const Card *card, const Occasion *event) {
    const char *what = join(card, event->name, " ", event->field);
    what = join(card, what, " ", name_place(card, &event->place));
    what = join(card, what, " ", event->date_text);
    if (date_is_known(event->from))
        add_dated(card, SEARCH_EVENT, what, event->from, event->to);
    else
        add(card, SEARCH_EVENT, what);
    add(card, SEARCH_EVENT, event->name_en);
    add_country(card, SEARCH_EVENT, event->place.in);
    add_city(card, SEARCH_EVENT, &event->place);
}

static void add_events(const Card *card) {
    Occasions events = card->catalogue->events;
    for (size_t i = 0; i < events.count; i++)
        if (strcmp(events.at[i].program, card->program->id) == 0)
            add_event(card, &events.at[i]);
}

/* ---- conditions and money ---- */

/* An amount as the cards show it, in both languages. */
static void add_amount(const Card *card, SearchField field, const char *what, int64_t yen) {
    Arena *arena = &card->out->arena;
    if (yen <= 0)
        return;
    add(card, field, join(card, what, " ", number_yen_in(arena, yen, LANG_JA)));
    add(card, field, number_yen_in(arena, yen, LANG_EN));
}

static void add_cost(const Card *card) {
    const Cost *cost = &card->program->cost;
    add(card, SEARCH_COST, cost->text);
    for (size_t i = 0; i < cost->options.count; i++) {
        const CostOption *option = &cost->options.at[i];
        const char *whom = join(card, option->label, " ", option->audience);
        add(card, SEARCH_COST, join(card, whom, " ", option->per));
        add_amount(card, SEARCH_COST, whom, option->amount_yen);
        add(card, SEARCH_COST, option->note);
    }
}

static void add_finance(const Card *card) {
    Subsidies subsidies = card->program->subsidy;
    Finances finances = card->program->finance;
    for (size_t i = 0; i < subsidies.count; i++) {
        const Subsidy *subsidy = &subsidies.at[i];
        add(card, SEARCH_FINANCE, join(card, subsidy->label, " ", subsidy->scope));
        add_amount(card, SEARCH_FINANCE, subsidy->label, subsidy->cap_yen);
        for (size_t k = 0; k < subsidy->multipliers.count; k++)
            add(card, SEARCH_FINANCE, subsidy->multipliers.at[k].label);
    }
    for (size_t i = 0; i < finances.count; i++) {
        const Finance *finance = &finances.at[i];
        add(card, SEARCH_FINANCE, join(card, finance->label, "：", finance->text));
        add_amount(card, SEARCH_FINANCE, finance->label, finance->cap_yen);
        add_amount(card, SEARCH_FINANCE, "うち運転資金", finance->working_cap_yen);
    }
}

static void add_period(const Card *card) {
    const Period *period = &card->program->period;
    add(card, SEARCH_PERIOD, join(card, period->label, "：", period->text));
    add_dated(card, SEARCH_PERIOD, "", period->from, period->to);
    add(card, SEARCH_PERIOD, period->note);
}

static void add_process(const Card *card) {
    for (size_t i = 0; i < card->program->process.count; i++) {
        const ProcessStep *step = &card->program->process.at[i];
        add(card, SEARCH_PROCESS, join(card, step->label, " ", step->title));
        add(card, SEARCH_PROCESS, step->text);
    }
}

static void add_row(const Card *card, Strings cells) {
    const char *row = "";
    for (size_t i = 0; i < cells.count; i++)
        row = join(card, row, " ", cells.at[i]);
    add(card, SEARCH_TABLE, row);
}

static void add_tables(const Card *card) {
    for (size_t i = 0; i < card->program->tables.count; i++) {
        const Table *table = &card->program->tables.at[i];
        add(card, SEARCH_TABLE, table->title);
        add_row(card, table->columns);
        for (size_t k = 0; k < table->rows.count; k++)
            add_row(card, table->rows.at[k].cells);
        add(card, SEARCH_TABLE, table->note);
    }
}

/* ---- whom to ask ---- */

static void add_contacts(const Card *card, Contacts contacts) {
    for (size_t i = 0; i < contacts.count; i++) {
        const Contact *contact = &contacts.at[i];
        add(card, SEARCH_CONTACT, contact->label);
        for (size_t k = 0; k < contact->phones.count; k++) {
            const Phone *phone = &contact->phones.at[k];
            add(card, SEARCH_CONTACT, join(card, phone->number, " ", phone->extension));
            add(card, SEARCH_CONTACT, phone->note);
        }
        add(card, SEARCH_CONTACT, contact->hours);
        add(card, SEARCH_CONTACT, contact->email);
        add(card, SEARCH_CONTACT, contact->note);
    }
}

static void add_links(const Card *card, Links links) {
    for (size_t i = 0; i < links.count; i++) {
        add(card, SEARCH_LINK, links.at[i].label);
        add(card, SEARCH_LINK, links.at[i].url);
        add(card, SEARCH_LINK, links.at[i].printed);
    }
}

static void add_card(const Card *card) {
    const Program *program = card->program;
    add_names(card);
    add_provider(card);
    add_need(card);
    add(card, SEARCH_SUMMARY, program->summary);
    add(card, SEARCH_SUMMARY, program->summary_en);
    add_places(card);
    add_cases(card);
    add_events(card);
    add(card, SEARCH_AUDIENCE, program->audience);
    add_all(card, SEARCH_REQUIREMENT, program->requirements);
    add_cost(card);
    add_finance(card);
    add_period(card);
    add_process(card);
    add_all(card, SEARCH_DOCUMENT, program->documents);
    add_tables(card);
    add_facts(card, SEARCH_FACT, program->facts);
    add_step(card);
    add(card, SEARCH_BODY, program->body);
    add_contacts(card, program->contacts);
    add_contacts(card, program->provider->contacts);
    add_links(card, program->links);
    add_links(card, program->provider->links);
}

void search_add_pieces(SearchText *out, const Catalogue *catalogue) {
    Programs programs = catalogue->programs, resources = catalogue->resources;
    for (size_t i = 0; i < programs.count; i++)
        add_card(&(Card){out, catalogue, &programs.at[i], i});
    for (size_t i = 0; i < resources.count; i++)
        add_card(&(Card){out, catalogue, &resources.at[i], programs.count + i});
}

/* ---- a plan ---- */

/* Its place, or the number of all. */
static size_t find_program(const Catalogue *catalogue, const char *id) {
    Programs programs = catalogue->programs, resources = catalogue->resources;
    for (size_t i = 0; i < programs.count; i++)
        if (strcmp(programs.at[i].id, id) == 0)
            return i;
    for (size_t i = 0; i < resources.count; i++)
        if (strcmp(resources.at[i].id, id) == 0)
            return programs.count + i;
    return programs.count + resources.count;
}

void search_add_notes(SearchText *out, const Catalogue *catalogue, const Plan *plan) {
    size_t all = catalogue->programs.count + catalogue->resources.count;
    for (size_t i = 0; i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        size_t index = find_program(catalogue, item->program);
        if (index == all)
            continue;
        const char *note = plan_text(item, PLAN_NOTE), *reason = plan_text(item, PLAN_REASON);
        search_add_piece(out, SEARCH_NOTE, index, arena_copy(&out->arena, str(note)));
        search_add_piece(out, SEARCH_NOTE, index, arena_copy(&out->arena, str(reason)));
    }
}
