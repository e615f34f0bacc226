/* jansson builds and prints the value; keys keep the order they were put in. */
#include "report/json.h"

#include "base/bug.h"
#include "catalogue/names.h"
#include "catalogue/period.h"
#include "report/json_parts.h"
#include "report/words.h"

/* ---- values ---- */

static void put_number(json_t *object, const char *key, int64_t value, bool stated) {
    js_put(object, key, stated ? json_integer(value) : json_null());
}

static void put_yen(json_t *object, const char *key, int64_t yen) {
    put_number(object, key, yen, yen != YEN_NOT_STATED);
}

static void put_name(json_t *object, const char *key, const EnumNames *names, int value) {
    js_put_text(object, key, enum_name(names, value));
}

static void put_date(json_t *object, const char *key, Date date) {
    char text[DATE_ISO_BYTES];
    date_print_iso(date, text);
    js_put_text(object, key, text);
}

static void put_percent(json_t *object, const char *key, int basis_points) {
    Arena arena = {0};
    js_put_text(object, key, basis_points == 0 ? "" : words_percent(&arena, basis_points));
    arena_release(&arena);
}

static void put_ratio(json_t *object, const char *key, Rate rate) {
    char text[32];
    if (rate.denominator == 1)
        snprintf(text, sizeof text, "%d", rate.numerator);
    else
        snprintf(text, sizeof text, "%d/%d", rate.numerator, rate.denominator);
    js_put_text(object, key, text);
}

static void put_rate(json_t *object, const char *key, Rate rate) {
    static const char *const words[] = {
        [RATE_FIXED] = "fixed", [RATE_PART] = "part", [RATE_NOT_STATED] = "not_stated"};
    if (rate.kind == RATE_RATIO)
        put_ratio(object, key, rate);
    else
        js_put_text(object, key, words[rate.kind]);
}

/* ---- lists: one function turns one item into a value ---- */

typedef json_t *OneValue(const void *item);

static json_t *array_of(const void *items, size_t count, size_t size, OneValue *one) {
    json_t *array = js_made(json_array());
    for (size_t i = 0; i < count; i++)
        if (json_array_append_new(array, js_made(one((const char *)items + i * size))) != 0)
            bug_no_memory();
    return array;
}

#define ARRAY(list, one) array_of((list).at, (list).count, sizeof *(list).at, one)

static json_t *string_value(const void *item) {
    return js_text(*(const char *const *)item);
}

static json_t *cost_option_value(const void *item) {
    const CostOption *option = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", option->label);
    put_yen(value, "amount_yen", option->amount_yen);
    put_name(value, "tax", &tax_names, option->tax);
    js_put_text(value, "per", option->per);
    js_put(value, "from", json_boolean(option->from));
    js_put_text(value, "audience", option->audience);
    js_put_text(value, "note", option->note);
    return value;
}

static json_t *cost_value(const Cost *cost) {
    json_t *value = js_made(json_object());
    put_name(value, "kind", &cost_kind_names, cost->kind);
    js_put_text(value, "text", cost->text);
    js_put(value, "options", ARRAY(cost->options, cost_option_value));
    return value;
}

static json_t *multiplier_value(const void *item) {
    const Multiplier *multiplier = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", multiplier->label);
    put_ratio(value, "factor", multiplier->factor);
    js_put(value, "further", json_boolean(multiplier->further));
    return value;
}

static json_t *subsidy_value(const void *item) {
    const Subsidy *subsidy = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", subsidy->label);
    put_rate(value, "rate", subsidy->rate);
    put_yen(value, "cap_yen", subsidy->cap_yen);
    js_put_text(value, "cap_per", subsidy->cap_per);
    js_put_text(value, "scope", subsidy->scope);
    js_put(value, "multipliers", ARRAY(subsidy->multipliers, multiplier_value));
    return value;
}

static json_t *finance_value(const void *item) {
    const Finance *finance = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", finance->label);
    put_name(value, "kind", &finance_kind_names, finance->kind);
    js_put_text(value, "text", finance->text);
    put_yen(value, "cap_yen", finance->cap_yen);
    put_yen(value, "working_cap_yen", finance->working_cap_yen);
    put_number(value, "term_years", finance->term_years, finance->term_years != 0);
    put_number(value, "working_term_years", finance->working_term_years,
               finance->working_term_years != 0);
    put_percent(value, "base_rate", finance->base_rate_bp);
    put_percent(value, "rate_cut", finance->rate_cut_bp);
    put_date(value, "rate_as_of", finance->rate_as_of);
    return value;
}

static json_t *period_value(const Period *period, Date as_of) {
    json_t *value = js_made(json_object());
    bool relative = period->relative_from_days != 0 || period->relative_until_business_days != 0;
    int days_left = period_days_left(period, as_of);
    put_name(value, "kind", &period_kind_names, period->kind);
    js_put_text(value, "label", period->label);
    js_put_text(value, "text", period->text);
    put_date(value, "from", period->from);
    put_date(value, "to", period->to);
    js_put_text(value, "note", period->note);
    put_number(value, "relative_from_days", period->relative_from_days, relative);
    put_number(value, "relative_until_business_days", period->relative_until_business_days,
               relative);
    put_name(value, "state", &period_state_names, period_state(period, as_of));
    put_number(value, "days_left", days_left, days_left >= 0);
    return value;
}

static json_t *link_value(const void *item) {
    const Link *link = item;
    json_t *value = js_made(json_object());
    put_name(value, "kind", &link_kind_names, link->kind);
    js_put_text(value, "label", link->label);
    js_put_text(value, "url", link->url);
    js_put_text(value, "printed", link->printed);
    js_put_text(value, "audience", link->audience);
    return value;
}

static json_t *phone_value(const void *item) {
    const Phone *phone = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "number", phone->number);
    js_put_text(value, "extension", phone->extension);
    put_name(value, "kind", &phone_kind_names, phone->kind);
    js_put_text(value, "note", phone->note);
    return value;
}

static json_t *contact_value(const void *item) {
    const Contact *contact = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", contact->label);
    js_put(value, "phones", ARRAY(contact->phones, phone_value));
    js_put_text(value, "hours", contact->hours);
    js_put_text(value, "email", contact->email);
    js_put_text(value, "note", contact->note);
    return value;
}

static json_t *place_value(const void *item) {
    const Place *place = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "country", place->country);
    js_put_text(value, "country_id", place->in->id);
    js_put_text(value, "city", place->city);
    js_put_text(value, "role", place->role);
    js_put_text(value, "label", place->label);
    put_number(value, "rooms", place->rooms, place->rooms != 0);
    js_put_text(value, "audience", place->audience);
    return value;
}

static json_t *process_value(const void *item) {
    const ProcessStep *step = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", step->label);
    js_put_text(value, "title", step->title);
    js_put_text(value, "text", step->text);
    return value;
}

static json_t *fact_value(const void *item) {
    const Fact *fact = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "label", fact->label);
    js_put_text(value, "value", fact->value);
    return value;
}

static json_t *row_value(const void *item) {
    return ARRAY(((const TableRow *)item)->cells, string_value);
}

static json_t *table_value(const void *item) {
    const Table *table = item;
    json_t *value = js_made(json_object());
    js_put_text(value, "title", table->title);
    js_put(value, "columns", ARRAY(table->columns, string_value));
    js_put(value, "rows", ARRAY(table->rows, row_value));
    js_put_text(value, "note", table->note);
    return value;
}

static json_t *country_id_value(const void *item) {
    return js_text((*(const Country *const *)item)->id);
}

static json_t *case_value(const void *item) {
    const Case *example = *(const Case *const *)item;
    json_t *value = js_made(json_object());
    js_put_text(value, "id", example->id);
    js_put_text(value, "title", example->title);
    js_put_text(value, "place", example->place);
    js_put(value, "about", ARRAY(example->about, country_id_value));
    js_put_text(value, "summary", example->summary);
    js_put_text(value, "summary_en", example->summary_en);
    js_put(value, "facts", ARRAY(example->facts, fact_value));
    put_number(value, "slide", example->slide, true);
    return value;
}

static json_t *program_id_value(const void *item) {
    return js_text((*(const Program *const *)item)->id);
}

static json_t *related_value(const Program *program) {
    json_t *value = js_made(json_object());
    js_put(value, "requires", ARRAY(program->requires_programs, program_id_value));
    js_put(value, "see_also", ARRAY(program->see_also, program_id_value));
    return value;
}

static json_t *source_value(const SourceRef *source) {
    json_t *value = js_made(json_object());
    bool stated = !is_absent(source->edition);
    js_put_text(value, "edition", source->edition);
    put_number(value, "slide", source->slide, stated);
    js_put_text(value, "attribution",
                stated ? enum_name(&attribution_names, source->attribution) : "");
    js_put_text(value, "note", source->note);
    return value;
}

/* ---- a program, in the order of the catalogue's files ---- */

static void put_identity(json_t *value, const Program *program) {
    js_put_text(value, "id", program->id);
    put_number(value, "number", program->number, program->number != 0);
    js_put_text(value, "name", program->name);
    js_put_text(value, "name_en", program->name_en);
    js_put_text(value, "reading", program->reading);
    js_put(value, "aliases", ARRAY(program->aliases, string_value));
    js_put_text(value, "provider", program->provider->id);
    js_put_text(value, "provider_name", program->provider->name);
    put_number(value, "step", program->step, program->step != 0);
    js_put_text(value, "need", program->need != NULL ? program->need->id : "");
    put_name(value, "kind", &program_kind_names, program->kind);
}

static void put_description(json_t *value, const Program *program) {
    js_put_text(value, "summary", program->summary);
    js_put_text(value, "summary_en", program->summary_en);
    js_put_text(value, "body", program->body);
    js_put_text(value, "audience", program->audience);
    js_put(value, "requirements", ARRAY(program->requirements, string_value));
}

static json_t *program_value(const Program *program, Date as_of) {
    json_t *value = js_made(json_object());
    put_identity(value, program);
    put_description(value, program);
    js_put(value, "cost", cost_value(&program->cost));
    js_put(value, "subsidy", ARRAY(program->subsidy, subsidy_value));
    js_put(value, "finance", ARRAY(program->finance, finance_value));
    js_put(value, "period", period_value(&program->period, as_of));
    js_put(value, "links", ARRAY(program->links, link_value));
    js_put(value, "contacts", ARRAY(program->contacts, contact_value));
    js_put(value, "places", ARRAY(program->places, place_value));
    js_put(value, "process", ARRAY(program->process, process_value));
    js_put(value, "documents", ARRAY(program->documents, string_value));
    js_put(value, "facts", ARRAY(program->facts, fact_value));
    js_put(value, "tables", ARRAY(program->tables, table_value));
    js_put(value, "cases",
           array_of(program->cases, program->case_count, sizeof *program->cases, case_value));
    js_put(value, "related", related_value(program));
    js_put(value, "source", source_value(&program->source));
    return value;
}

static json_t *matched_value(unsigned fields) {
    json_t *array = js_made(json_array());
    for (SearchField i = 0; i < SEARCH_FIELD_COUNT; i++)
        if ((fields & 1u << i) != 0)
            js_append(array, js_text(search_field_name(i)));
    return array;
}

/* ---- printing ---- */

static json_t *programs_value(ProgramRefs programs, Date as_of) {
    json_t *array = js_made(json_array());
    for (size_t i = 0; i < programs.count; i++)
        if (json_array_append_new(array, program_value(programs.at[i], as_of)) != 0)
            bug_no_memory();
    return array;
}

static json_t *root_value(Date as_of) {
    json_t *root = js_made(json_object());
    js_put(root, "schema", json_integer(JSON_SCHEMA));
    put_date(root, "as_of", as_of);
    return root;
}

void json_print_programs(Buf *out, ProgramRefs programs, Date as_of) {
    json_t *root = root_value(as_of);
    js_put(root, "programs", programs_value(programs, as_of));
    js_print(out, root);
}

void json_print_hits(Buf *out, const char *query, SearchHits hits, Date as_of) {
    json_t *root = root_value(as_of), *programs = js_made(json_array());
    js_put(root, "query", js_text(query));
    for (size_t i = 0; i < hits.count; i++) {
        json_t *program = program_value(hits.at[i].program, as_of);
        js_put(program, "matched", matched_value(hits.at[i].fields));
        js_append(programs, program);
    }
    js_put(root, "programs", programs);
    js_print(out, root);
}
