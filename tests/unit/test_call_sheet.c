/* The call sheet: its order, who shares a call, whom to call, and what to ask. */
#include "plan_fixture.h"

#include "report/call_sheet.h"

static const Date day = {2016, 12, 20}, years_later = {2026, 11, 28};

/* ---- a catalogue with numbers ---- */

static const Phone desk_phones[] = {
    {.number = "0570-082100", .kind = PHONE_NAVIDIAL, .extension = "", .note = "通話料有料"},
    {.number = "03-1111-2222", .kind = PHONE_VOICE, .extension = "3823", .note = "午後"},
};
static const Phone fax_phones[] = {
    {.number = "03-9999-0000", .kind = PHONE_FAX, .extension = "", .note = "申込書の送信先"},
};
static const Phone other_phones[] = {
    {.number = "0120-154-505", .kind = PHONE_FREEDIAL, .extension = "", .note = ""},
    {.number = "03-1111-2222", .kind = PHONE_VOICE, .extension = "", .note = ""},
};

#define CONTACT(name, ...)                                                                         \
    { .label = name, .hours = "", .email = "", .note = "", __VA_ARGS__ }
static const Contact desk[] = {CONTACT("相談窓口", .phones = {desk_phones, 2})};
static const Contact fax_then_voice[] = {CONTACT("送信先", .phones = {fax_phones, 1}),
                                         CONTACT("代表", .phones = {other_phones, 2})};
static const Contact branch[] = {CONTACT("各支店", .phones = {NULL, 0})};
static const Contact fax_alone[] = {CONTACT("送信先", .phones = {fax_phones, 1})};

static const Link links[] = {
    {.kind = LINK_GUIDE, .label = "", .url = "http://guide.jp/", .printed = "", .audience = ""},
    {.kind = LINK_CONTACT, .label = "", .url = "http://ask.jp/", .printed = "", .audience = ""},
};

static const Provider reachable = {.id = "body",
                                   .name = "機関",
                                   .name_full = "機関",
                                   .name_en = "Body",
                                   .reading = "",
                                   .summary = "",
                                   .summary_en = "",
                                   .links = {links, 1},
                                   .contacts = {desk, 1}};

enum { A, B, C, D, E, F, G, PROGRAMS };
static Program programs[PROGRAMS];
static Catalogue catalogue;
static Arena arena;
static Plan plan;

static void program(int place, const char *id, Contacts contacts) {
    programs[place] = sample_programs[0];
    programs[place].id = id;
    programs[place].contacts = contacts;
}

static int begin(void **state) {
    (void)state;
    program(A, "a", (Contacts){desk, 1});
    program(B, "b", (Contacts){fax_then_voice, 2}); /* shares 03-1111-2222 with a */
    program(C, "c", (Contacts){NULL, 0});
    program(D, "d", (Contacts){branch, 1});
    program(E, "e", (Contacts){NULL, 0});
    programs[E].provider = &reachable;
    program(F, "f", (Contacts){fax_alone, 1});
    program(G, "g", (Contacts){branch, 1});
    programs[G].provider = &reachable;
    programs[C].links = (Links){links, 2};
    catalogue = sample_catalogue();
    catalogue.programs = (Programs){programs, PROGRAMS};
    plan_init(&plan, "エルム", monday.now);
    return 0;
}

static int end(void **state) {
    (void)state;
    plan_release(&plan);
    arena_release(&arena);
    return 0;
}

static void put(int place, const char *due) {
    DO(plan_add, &plan, &programs[place], monday);
    if (!is_absent(due))
        set(&plan, programs[place].id, PLAN_DUE, due, monday);
}

/* "a+b c": the calls in order, each with its matters. */
static void assert_order(const char *expected) {
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    const char *text = "";
    for (size_t i = 0; i < sheet.count; i++)
        for (size_t k = 0; k < sheet.calls[i].matter_count; k++)
            text = arena_printf(&arena, "%s%s%s", text,
                                k > 0   ? "+"
                                : i > 0 ? " "
                                        : "",
                                sheet.calls[i].matters[k].item->program);
    assert_string_equal(text, expected);
}

/* ---- order ---- */

static void an_empty_plan_has_no_calls(void **state) {
    (void)state;
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_int_equal(sheet.count + sheet.open + sheet.settled + sheet.unstated, 0);
}

static void calls_come_by_due_date_then_as_in_the_plan(void **state) {
    (void)state;
    put(C, "");
    put(D, "2017-01-27");
    put(F, "2016-12-22");
    put(E, "2017-01-27");
    assert_order("f d e c");
    set(&plan, "c", PLAN_DUE, "2015-01-01", tuesday);
    assert_order("c f d e");
}

static void what_is_settled_is_left_out_and_counted(void **state) {
    (void)state;
    put(C, "2016-12-22");
    put(D, "2016-12-23");
    put(E, "2016-12-24");
    set(&plan, "c", PLAN_STATUS, "完了", tuesday);
    set(&plan, "d", PLAN_STATUS, "見送り", tuesday);
    set(&plan, "e", PLAN_STATUS, "採択", tuesday);
    assert_order("e");
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_int_equal(sheet.settled, 2);
    assert_int_equal(sheet.open, 1);
}

static void those_who_share_a_number_share_a_call(void **state) {
    (void)state;
    put(A, "");
    put(C, "2016-12-25");
    put(B, "2016-12-22");
    assert_order("b+a c");
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    const Call *call = &sheet.calls[0];
    assert_string_equal(call->phone->number, "0120-154-505");
    assert_int_equal(call->desk_count, 3);
    assert_string_equal(call->desks[0].contact->label, "代表");
    assert_string_equal(call->desks[1].contact->label, "送信先"); /* a fax, so later */
    assert_string_equal(call->desks[2].contact->label, "相談窓口");
    assert_int_equal(call->desks[2].phone_count, 1); /* the other number stands there already */
    assert_string_equal(call->desks[2].phones[0]->number, "0570-082100");
}

/* ---- whom ---- */

static void the_provider_is_called_where_the_program_names_no_number(void **state) {
    (void)state;
    put(E, "2016-12-22");
    put(G, "2016-12-23");
    put(A, "2016-12-24");
    assert_order("e+g+a");
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_string_equal(sheet.calls[0].phone->number, "0570-082100");
    assert_int_equal(sheet.calls[0].desk_count, 1);
}

static void a_fax_is_no_number_to_call(void **state) {
    (void)state;
    put(F, "");
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_null(sheet.calls[0].phone);
    assert_int_equal(sheet.unstated, 1);
    assert_int_equal(sheet.calls[0].desks[0].fax_count, 1);
    assert_int_equal(sheet.calls[0].desks[0].phone_count, 0);
}

static void without_a_number_there_are_addresses(void **state) {
    (void)state;
    put(C, "2016-12-22");
    put(D, "2016-12-23");
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_int_equal(sheet.unstated, 2);
    assert_int_equal(sheet.calls[0].pages.count, 1);
    assert_string_equal(sheet.calls[0].pages.at[0], "http://ask.jp/");
    assert_int_equal(sheet.calls[1].pages.count, 0);
    assert_int_equal(sheet.calls[1].desk_count, 1);
    programs[C].links.count = 1;
    sheet = call_sheet(&arena, &catalogue, &plan);
    assert_string_equal(sheet.calls[0].pages.at[0], "http://guide.jp/");
}

static void what_left_the_catalogue_stays_without_a_number(void **state) {
    (void)state;
    put(A, "");
    catalogue.programs.count = 0;
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_int_equal(sheet.count, 1);
    assert_null(sheet.calls[0].matters[0].program);
    assert_null(sheet.calls[0].phone);
    assert_int_equal(sheet.calls[0].pages.count, 0);
}

static void the_newest_call_of_all_matters_counts(void **state) {
    (void)state;
    put(A, "2016-12-22");
    put(B, "2016-12-23");
    DO(plan_log_call, &plan, "a", str("先"), tuesday);
    DO(plan_log_call, &plan, "b", str("後"), friday);
    DO(plan_log_call, &plan, "a", str("前"), monday);
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    assert_int_equal(sheet.count, 1);
    assert_int_equal(sheet.calls[0].logged, 3);
    assert_string_equal(sheet.calls[0].last->to, "後");
}

static void numbers_say_their_kind(void **state) {
    (void)state;
    assert_string_equal(call_phone_kind(&desk_phones[0]), "Navi Dial (the caller pays)");
    assert_string_equal(call_phone_note(&arena, &desk_phones[0]), "");
    assert_string_equal(call_phone_kind(&desk_phones[1]), "telephone");
    assert_string_equal(call_phone_note(&arena, &desk_phones[1]), "ext. 3823; 午後");
    assert_string_equal(call_phone_kind(&other_phones[0]), "Free Dial");
    assert_string_equal(call_phone_kind(&fax_phones[0]), "fax");
    assert_string_equal(call_phone_note(&arena, &fax_phones[0]), "申込書の送信先");
    tr_use(LANG_JA);
    assert_string_equal(call_phone_kind(&desk_phones[0]), "ナビダイヤル（通話料有料）");
    tr_use(LANG_EN);
}

/* ---- what to ask ---- */

/* The questions of the first matter, one per line. */
static const char *questions(Date as_of, const Diagnosis *diagnosis) {
    CallSheet sheet = call_sheet(&arena, &catalogue, &plan);
    Strings all =
        call_questions(&arena, &catalogue, &plan, &sheet.calls[0].matters[0], as_of, diagnosis);
    const char *text = "";
    for (size_t i = 0; i < all.count; i++)
        text = arena_printf(&arena, "%s%s\n", text, all.at[i]);
    return text;
}

static void of_a_fresh_edition_the_period_is_asked(void **state) {
    (void)state;
    put(A, "");
    Period *period = &programs[A].period;
    assert_string_equal(questions(day, NULL), "Are applications still taken at any time?\n");
    period->kind = PERIOD_CLOSED;
    assert_string_equal(questions(day, NULL), "When is the next call for applications?\n");
    period->kind = PERIOD_SEE_SITE;
    assert_string_equal(questions(day, NULL), "From when to when are applications taken?\n");
    period->kind = PERIOD_NOT_STATED;
    assert_string_equal(questions(day, NULL), "When can it be used? (not stated)\n");
    period->relative_from_days = 42;
    assert_string_equal(questions(day, NULL), "When can it be used? (not stated)\n"
                                              "By when before the visit must one apply?\n");
}

static void of_a_window_its_next_end_is_asked(void **state) {
    (void)state;
    put(A, "");
    programs[A].period.kind = PERIOD_RANGE;
    programs[A].period.from = (Date){2016, 12, 1};
    programs[A].period.to = (Date){2017, 1, 27};
    assert_string_equal(questions(day, NULL), "Is the closing day still 27 January 2017?\n");
    assert_string_equal(questions((Date){2016, 11, 30}, NULL),
                        "Do applications still open on 1 December 2016?\n");
    assert_string_equal(questions((Date){2017, 1, 28}, NULL),
                        "When is the next call for applications? (the last closed on 27 January "
                        "2017)\n");
}

static void of_a_stale_edition_it_is_first_asked_whether_it_exists(void **state) {
    (void)state;
    put(A, "");
    assert_string_equal(questions(years_later, NULL),
                        "Is it still offered, and under this name? (as of December 2016)\n"
                        "Are applications still taken at any time?\n");
    programs[A].source.edition = ""; /* added by another file: as old as that */
    assert_string_equal(questions(years_later, NULL),
                        "Are applications still taken at any time?\n");
    catalogue.programs.count = 0;
    assert_string_equal(questions(day, NULL),
                        "Is it still offered? It is no longer in the catalogue.\n");
}

static void what_it_costs_is_asked_only_where_it_is_not_stated(void **state) {
    (void)state;
    static const Finance credit[] = {
        {.label = "", .kind = FINANCE_LOAN, .text = "", .cap_yen = YEN_NOT_STATED}};
    static const Finance cover[] = {
        {.label = "", .kind = FINANCE_INSURANCE, .text = "", .cap_yen = 1000000}};
    static const Subsidy part[] = {{.label = "",
                                    .rate = {.kind = RATE_PART},
                                    .cap_yen = YEN_NOT_STATED,
                                    .cap_per = "",
                                    .scope = ""}};
    put(A, "");
    Program *of = &programs[A];
    of->cost.kind = COST_NOT_STATED;
    assert_non_null(strstr(questions(day, NULL), "What does it cost? (not stated)\n"));
    of->cost = sample_programs[1].cost; /* paid, with an amount */
    assert_null(strstr(questions(day, NULL), "(not stated)"));
    of->cost.options.count = 0;
    assert_non_null(strstr(questions(day, NULL), "What does it cost? (not stated)\n"));
    of->cost.kind = COST_SUBSIDY;
    of->subsidy = (Subsidies){sample_subsidies, 1};
    assert_null(strstr(questions(day, NULL), "(not stated)"));
    of->subsidy = (Subsidies){sample_subsidies, 2}; /* the second without a limit */
    assert_non_null(strstr(questions(day, NULL), "Up to how much is paid? (not stated)\n"));
    of->subsidy = (Subsidies){part, 1};
    assert_non_null(strstr(questions(day, NULL), "What part of the cost is paid, and up to how"));
    of->subsidy.count = 0;
    of->finance = (Finances){credit, 1};
    assert_non_null(strstr(questions(day, NULL), "What is the limit? (not stated)\n"));
    assert_non_null(strstr(questions(day, NULL), "What is the interest rate? (not stated)\n"));
    of->finance = (Finances){sample_finances, 1};
    assert_null(strstr(questions(day, NULL), "(not stated)"));
    of->cost.kind = COST_NOT_STATED; /* a loan costs its rate */
    assert_null(strstr(questions(day, NULL), "(not stated)"));
    of->finance = (Finances){cover, 1};
    assert_string_equal(questions(day, NULL), "Are applications still taken at any time?\n"
                                              "What is the insurance premium? (not stated)\n");
}

static void papers_not_ready_are_asked_for(void **state) {
    (void)state;
    put(A, "");
    set(&plan, "a", PLAN_DOCUMENTS, "[x] 会社案内\n[ ] 決算書\n[ ] 見積書", tuesday);
    assert_non_null(
        strstr(questions(day, NULL), "Form and handing in of papers: 決算書, 見積書\n"));
    set(&plan, "a", PLAN_DOCUMENTS, "[x] 会社案内", tuesday);
    assert_null(strstr(questions(day, NULL), "papers"));
}

/* ---- conditions ---- */

static const char *const stated[] = {"審査制", "4者以上"};

static void without_answers_stated_conditions_are_confirmed(void **state) {
    (void)state;
    put(A, "");
    programs[A].requirements = (Strings){stated, 2};
    assert_string_equal(questions(day, NULL), "Are applications still taken at any time?\n"
                                              "Condition to confirm: 審査制\n"
                                              "Condition to confirm: 4者以上\n");
}

static void with_answers_what_they_leave_open_is_confirmed(void **state) {
    (void)state;
    static const Choice choices[] = {{.id = "yes", .label = "はい", .label_en = "Yes"},
                                     {.id = "no", .label = "いいえ", .label_en = "No"}};
    static const Question asked[] = {{.id = "size",
                                      .heading = "",
                                      .heading_en = "",
                                      .text = "",
                                      .text_en = "",
                                      .help = "",
                                      .help_en = "",
                                      .choices = {choices, 2},
                                      .only_if = {.question = ""}},
                                     {.id = "plan",
                                      .heading = "",
                                      .heading_en = "",
                                      .text = "",
                                      .text_en = "",
                                      .help = "",
                                      .help_en = "",
                                      .choices = {choices, 2},
                                      .only_if = {.question = ""}}};
    static const Condition conditions[] = {
        {.question = "size",
         .text = "規模",
         .text_en = "Size",
         .asked = 0,
         .fitting = 1,
         .excluded = 2},
        {.question = "plan", .text = "計画", .text_en = "Plan", .asked = 1, .fitting = 1}};
    static ProgramRule rule[1];
    rule[0] = (ProgramRule){&programs[A], {conditions, 2}};
    Diagnosis diagnosis = {.questions = {asked, 2}, .rules = {rule, 1}};
    put(A, "");
    programs[A].requirements = (Strings){stated, 2};
    assert_non_null(strstr(questions(day, &diagnosis), "Condition to confirm: 審査制\n"));
    answers_put(&plan.answers, "size", "yes");
    assert_string_equal(questions(day, &diagnosis), "Are applications still taken at any time?\n"
                                                    "Condition to confirm: Plan\n");
    answers_put(&plan.answers, "size", "no");
    assert_non_null(strstr(questions(day, &diagnosis), "Condition to confirm: Size\n"));
    assert_non_null(strstr(questions(day, NULL), "Condition to confirm: 審査制\n"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_empty_plan_has_no_calls),
        TEST(calls_come_by_due_date_then_as_in_the_plan),
        TEST(what_is_settled_is_left_out_and_counted),
        TEST(those_who_share_a_number_share_a_call),
        TEST(the_provider_is_called_where_the_program_names_no_number),
        TEST(a_fax_is_no_number_to_call),
        TEST(without_a_number_there_are_addresses),
        TEST(what_left_the_catalogue_stays_without_a_number),
        TEST(the_newest_call_of_all_matters_counts),
        TEST(numbers_say_their_kind),
        TEST(of_a_fresh_edition_the_period_is_asked),
        TEST(of_a_window_its_next_end_is_asked),
        TEST(of_a_stale_edition_it_is_first_asked_whether_it_exists),
        TEST(what_it_costs_is_asked_only_where_it_is_not_stated),
        TEST(papers_not_ready_are_asked_for),
        TEST(without_answers_stated_conditions_are_confirmed),
        TEST(with_answers_what_they_leave_open_is_confirmed),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
