/*
 * The card of one program. The order is that of a decision: what it is, what it costs or
 * gives, whether it is open, for whom; then how it works; then whom to ask; last where the
 * source says so. What the source does not say is gathered in one line, never left out.
 */
#include "report/doc.h"

#include "catalogue/names.h"
#include "report/words.h"
#include "text/era.h"

typedef struct Card {
    Doc *doc;
    const Catalogue *catalogue;
    const Program *program;
    Date as_of;
    const char *missing; /* names of what the source does not say, joined */
} Card;

static void note_missing(Card *card, const char *what) {
    card->missing = words_joined(card->doc->arena, card->missing, what);
}

/* A field, or its name among the missing. */
static void stated(Card *card, const char *label, const char *text) {
    if (is_absent(text))
        note_missing(card, label);
    else
        doc_field(card->doc, label, ROLE_BODY, text);
}

/* ---- head ---- */

static bool is_of_edition(const Card *card) {
    return !is_absent(card->program->source.edition);
}

/* Everything below was true then; whether it still is, nobody has said. */
static void age(Card *card) {
    const Edition *edition = &card->catalogue->edition;
    if (is_of_edition(card) && edition_is_stale(edition, card->as_of))
        doc_para(card->doc, ROLE_DIM,
                 arena_printf(card->doc->arena,
                              _("This is what the source said in %s; ask before relying on it."),
                              date_print_long(card->doc->arena, edition->date)));
}

static void names(Card *card) {
    const Program *program = card->program;
    Arena *arena = card->doc->arena;
    doc_title(card->doc, words_program_name(program),
              words_provider_short(arena, program->provider));
    if (tr_lang() == LANG_EN)
        doc_para(card->doc, ROLE_DIM,
                 arena_printf(arena, "%s  %s", program->name, program->reading));
    else
        doc_para(card->doc, ROLE_DIM,
                 arena_printf(arena, "%s  %s", program->reading, program->name_en));
    doc_gap(card->doc);
    doc_para(card->doc, ROLE_STRONG, words_program_summary(program));
    age(card);
    doc_gap(card->doc);
}

DocRole doc_period_role(const Period *period, Date as_of) {
    enum { SOON = 14 /* days */ };
    switch (period_state(period, as_of)) {
    case STATE_OPEN:
        return period_days_left(period, as_of) <= SOON ? ROLE_WARN : ROLE_GOOD;
    case STATE_CLOSED:
        return ROLE_FAINT;
    default:
        return ROLE_BODY;
    }
}

/* The source points to another place on its slide; here that is above or below. */
static const char *points_elsewhere(Arena *arena, const Program *program) {
    if (program->subsidy.count > 0)
        return arena_printf(arena, _("as set out above (the source says: %s)"), program->cost.text);
    return arena_printf(arena, _("as set out below (the source says: %s)"), program->cost.text);
}

static const char *cost_headline(Arena *arena, const Program *program) {
    return words_cost_is_elsewhere(&program->cost) ? points_elsewhere(arena, program)
                                                   : words_cost(arena, &program->cost);
}

/* Beside a subsidy set out below it, the source's own wording steps back. */
static DocRole cost_role(const Program *program) {
    if (program->cost.kind == COST_FREE)
        return ROLE_GOOD;
    return program->subsidy.count > 0 ? ROLE_DIM : ROLE_BODY;
}

static void cost(Card *card) {
    const Program *program = card->program;
    Arena *arena = card->doc->arena;
    doc_field(card->doc, _("Fee"), cost_role(program), cost_headline(arena, program));
    /* A list of fees that the source prints as a table is shown as that table, once. */
    bool tabled = program->cost.options.count > 2 && program->tables.count > 0;
    if (tabled || words_cost_says_all(&program->cost))
        return;
    for (size_t i = 0; i < program->cost.options.count; i++) {
        const CostOption *option = &program->cost.options.at[i];
        const char *text = words_cost_part(arena, option);
        if (!is_absent(option->note))
            text = arena_printf(arena, "%s  %s", text, option->note);
        doc_item(card->doc, "", ROLE_BODY, text);
    }
}

static void multipliers(Card *card, const Subsidy *subsidy) {
    for (size_t i = 0; i < subsidy->multipliers.count; i++)
        doc_item(card->doc, "", ROLE_DIM,
                 words_multiplier(card->doc->arena, &subsidy->multipliers.at[i]));
}

static void subsidies(Card *card) {
    const Program *program = card->program;
    Arena *arena = card->doc->arena;
    for (size_t i = 0; i < program->subsidy.count; i++) {
        const Subsidy *subsidy = &program->subsidy.at[i];
        const char *text = words_subsidy(arena, subsidy);
        if (!is_absent(subsidy->label))
            text = arena_printf(arena, "%s  %s", subsidy->label, text);
        doc_field(card->doc, i == 0 ? _("Subsidy") : "", ROLE_STRONG, text);
        doc_item(card->doc, "", ROLE_DIM, subsidy->scope);
        multipliers(card, subsidy);
    }
    if (program->subsidy.count > 0)
        doc_item(card->doc, "", ROLE_DIM, card->doc->estimate_key);
}

static void finances(Card *card) {
    const Program *program = card->program;
    for (size_t i = 0; i < program->finance.count; i++) {
        const Finance *finance = &program->finance.at[i];
        doc_field(card->doc, i == 0 ? words_finance_kind(finance->kind) : "", ROLE_STRONG,
                  words_finance(card->doc->arena, finance));
        doc_item(card->doc, "", ROLE_BODY, finance->text);
        const char *terms[FINANCE_TERMS_MOST];
        size_t count = words_finance_terms(card->doc->arena, finance, terms);
        for (size_t term = 0; term < count; term++)
            doc_item(card->doc, "", ROLE_BODY, terms[term]);
    }
}

/* On a screen, with the way to the days themselves. */
static void relative_window(Card *card) {
    const Program *program = card->program;
    doc_item(card->doc, "", ROLE_BODY, words_relative_window(card->doc->arena, &program->period));
    if (card->doc->acts)
        doc_item_link(card->doc, _("Work out the days to apply"), DOC_LINK_TRIP, program->id);
}

static void period(Card *card) {
    const Period *when = &card->program->period;
    Arena *arena = card->doc->arena;
    doc_field(card->doc, _("Period"), doc_period_role(when, card->as_of),
              words_period(arena, &card->catalogue->edition, card->program, card->as_of));
    if (when->relative_from_days > 0)
        relative_window(card);
    doc_item(card->doc, "", ROLE_DIM, when->note);
}

/* ---- how it works ---- */

static void listed(Card *card, const char *label, Strings items) {
    if (items.count == 0) {
        note_missing(card, label);
        return;
    }
    for (size_t i = 0; i < items.count; i++)
        doc_field(card->doc, i == 0 ? label : "", ROLE_BODY, items.at[i]);
}

static void process(Card *card) {
    const Program *program = card->program;
    Arena *arena = card->doc->arena;
    if (program->process.count == 0)
        return;
    doc_section(card->doc, _("How it goes"));
    for (size_t i = 0; i < program->process.count; i++) {
        const ProcessStep *step = &program->process.at[i];
        const char *mark = is_absent(step->label) ? arena_printf(arena, "%zu", i + 1) : step->label;
        doc_field(card->doc, mark, ROLE_BODY, step->title);
        doc_item(card->doc, "", ROLE_DIM, step->text);
    }
}

static void tables(Card *card) {
    for (size_t i = 0; i < card->program->tables.count; i++) {
        doc_section(card->doc, card->program->tables.at[i].title);
        doc_table(card->doc, &card->program->tables.at[i]);
        doc_para(card->doc, ROLE_DIM, card->program->tables.at[i].note);
    }
}

static const char *place_detail(Arena *arena, const Place *place) {
    const char *text = place->city;
    if (place->rooms > 0)
        text = arena_printf(arena, tr_plural("%s, %d room", "%s, %d rooms", place->rooms), text,
                            place->rooms);
    return is_absent(place->audience) ? text
                                      /* TRANSLATORS: a place and for whom it is. */
                                      : arena_printf(arena, _("%s (%s)"), text, place->audience);
}

/* Countries that are only named as an example or market are no place to go to. */
static bool is_shown(const Place *place) {
    return !is_absent(place->city);
}

/* Whether two places stand on one line: the same country under the same label. */
static bool same_group(const Place *a, const Place *b) {
    return strcmp(a->country, b->country) == 0 && strcmp(a->label, b->label) == 0 &&
           strcmp(a->role, b->role) == 0;
}

static void place_line(Card *card, const Place *place, const char *text) {
    doc_field(card->doc, is_absent(place->label) ? place->country : place->label, ROLE_BODY, text);
}

static void places(Card *card) {
    const Places *all = &card->program->places;
    Arena *arena = card->doc->arena;
    const Place *before = NULL;
    const char *text = "";
    for (size_t i = 0; i < all->count; i++) {
        const Place *place = &all->at[i];
        if (!is_shown(place))
            continue;
        if (before == NULL)
            doc_section(card->doc, _("Places"));
        else if (!same_group(before, place))
            place_line(card, before, text);
        const char *detail = place_detail(arena, place);
        bool goes_on = before != NULL && same_group(before, place);
        text = goes_on ? arena_printf(arena, _("%s, %s"), text, detail) : detail;
        before = place;
    }
    if (before != NULL)
        place_line(card, before, text);
}

static void facts(Card *card) {
    const Facts *all = &card->program->facts;
    if (all->count == 0)
        return;
    doc_section(card->doc, _("Good to know"));
    for (size_t i = 0; i < all->count; i++)
        doc_field(card->doc, all->at[i].label, ROLE_BODY, all->at[i].value);
}

static void cases(Card *card) {
    if (card->program->case_count == 0)
        return;
    doc_section(card->doc, _("Cases"));
    for (size_t i = 0; i < card->program->case_count; i++) {
        const Case *story = card->program->cases[i];
        Arena *arena = card->doc->arena;
        const char *title = is_absent(story->place)
                                ? story->title
                                : arena_printf(arena, _("%s (%s)"), story->title, story->place);
        doc_para(card->doc, ROLE_STRONG, title);
        doc_para(card->doc, ROLE_BODY, tr_lang() == LANG_EN ? story->summary_en : story->summary);
        for (size_t j = 0; j < story->facts.count; j++)
            doc_field(card->doc, story->facts.at[j].label, ROLE_BODY, story->facts.at[j].value);
        if (i + 1 < card->program->case_count)
            doc_gap(card->doc);
    }
}

/* ---- whom to ask ---- */

void doc_contact(Doc *doc, const Contact *contact, bool first) {
    const char *label = first ? _("Contact") : "";
    doc_field(doc, label, ROLE_BODY, contact->label);
    if (!is_absent(contact->label))
        label = "";
    for (size_t i = 0; i < contact->phones.count; i++, label = "") {
        const Phone *phone = &contact->phones.at[i];
        doc_field_link(doc, label, words_phone(doc->arena, phone),
                       phone->kind == PHONE_FAX ? DOC_LINK_FAX : DOC_LINK_PHONE, phone->number);
    }
    doc_field_link(doc, label, contact->email, DOC_LINK_EMAIL, contact->email);
    doc_item(doc, "", ROLE_BODY, contact->hours);
    doc_item(doc, "", ROLE_DIM, contact->note);
}

static const char *link_label(const Link *link) {
    switch (link->kind) {
    case LINK_FAQ:
        return _("Q&A");
    case LINK_CONTACT:
        return _("Contact");
    case LINK_RELATED:
        return _("See also");
    default:
        return _("Guide");
    }
}

void doc_web_page(Doc *doc, const Link *link) {
    const char *label = link_label(link);
    const char *whose = is_absent(link->label) ? link->audience : link->label;
    if (!is_absent(whose)) {
        doc_field(doc, label, ROLE_BODY, whose);
        label = "";
    }
    doc_field_link(doc, label, link->url, DOC_LINK_URL, link->url);
}

static void link_lines(Card *card, const Link *link) {
    doc_web_page(card->doc, link);
    if (!is_absent(link->printed))
        doc_item(card->doc, "", ROLE_DIM,
                 /* TRANSLATORS: an address as misprinted in the source. */
                 arena_printf(card->doc->arena, _("printed as %s; mended here"), link->printed));
}

static void contacts(Card *card) {
    const Program *program = card->program;
    doc_section(card->doc, _("Where to ask"));
    for (size_t i = 0; i < program->contacts.count; i++)
        doc_contact(card->doc, &program->contacts.at[i], i == 0);
    for (size_t i = 0; i < program->links.count; i++)
        link_lines(card, &program->links.at[i]);
    bool asked = program->contacts.count > 0;
    for (size_t i = 0; i < program->links.count; i++)
        asked = asked || program->links.at[i].kind == LINK_CONTACT;
    if (!asked)
        note_missing(card, _("Contact"));
    doc_field_link(card->doc, _("Provider"),
                   tr_lang() == LANG_EN ? program->provider->name_en : program->provider->name_full,
                   DOC_LINK_PROVIDER, program->provider->id);
}

/* ---- around it ---- */

static void related(Card *card, const char *label, ProgramRefs refs) {
    for (size_t i = 0; i < refs.count; i++)
        doc_field_link(card->doc, i == 0 ? label : "", words_program_name(refs.at[i]),
                       DOC_LINK_PROGRAM, refs.at[i]->id);
}

static void source(Card *card) {
    const SourceRef *from = &card->program->source;
    Arena *arena = card->doc->arena;
    doc_section(card->doc, _("Source"));
    if (!is_absent(card->missing))
        doc_field(card->doc, _("Not stated"), ROLE_FAINT, card->missing);
    if (is_of_edition(card))
        doc_field(card->doc, _("Edition"), ROLE_DIM,
                  /* TRANSLATORS: edition, slide number, how sure the attribution is. */
                  arena_printf(arena, _("%s, slide %d (%s)"),
                               words_edition(arena, &card->catalogue->edition), from->slide,
                               enum_label(&attribution_names, (int)from->attribution)));
    else
        doc_field(card->doc, _("Edition"), ROLE_DIM, _("not in it; added by another file"));
    doc_item(card->doc, "", ROLE_DIM, from->note);
    if (tr_lang() == LANG_EN)
        doc_item(card->doc, "", ROLE_DIM, _("The English name and summary are unofficial."));
}

/* Paragraphs parted by line feeds, a blank line between them. */
static void paragraphs(Card *card, const char *body) {
    if (tr_lang() == LANG_EN && !is_absent(body)) {
        doc_gap(card->doc);
        doc_para(card->doc, ROLE_DIM, _("Details are in Japanese, as in the source."));
    }
    while (!is_absent(body)) {
        size_t len = strcspn(body, "\n");
        doc_gap(card->doc);
        doc_para(card->doc, ROLE_BODY, arena_copy(card->doc->arena, str_n(body, len)));
        body += len + strspn(body + len, "\n");
    }
}

void doc_program(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of) {
    doc_program_head(doc, catalogue, program, as_of);
    doc_program_facts(doc, catalogue, program, as_of);
}

void doc_program_head(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of) {
    Card card = {doc, catalogue, program, as_of, ""};
    names(&card);
}

void doc_program_facts(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of) {
    Card card = {doc, catalogue, program, as_of, ""};
    subsidies(&card);
    cost(&card);
    finances(&card);
    period(&card);
    stated(&card, _("Audience"), program->audience);
    listed(&card, _("Conditions"), program->requirements);
    listed(&card, _("Documents"), program->documents);
    related(&card, _("Needs first"), program->requires_programs);
    doc_gap(doc);
    paragraphs(&card, program->body);
    process(&card);
    tables(&card);
    places(&card);
    facts(&card);
    cases(&card);
    contacts(&card);
    related(&card, _("See also"), program->see_also);
    source(&card);
}
