/*
 * Items of a plan that no key leads to in a test: a program that left the catalogue, texts of
 * other hands, logs of years, notes at their limit. What keys lead to stands in
 * tests/sessions/item*.session, note*.session, status.session and settle*.session.
 */
#include "../sessions/session.h"
#include "cmocka_all.h"
#include "nasty.h"
#include "ui/screens/screens.h"

static const char gone[] = "smrj-old-fair", known[] = "jetro-library";

/* ---- a session with a plan of our making ---- */

static PlanItem *add_item(Session *session, const char *program) {
    Plan *plan = &session->app.work.plan;
    PlanItem item;
    plan_item_init(&item, program);
    plan_store(&item.fields[PLAN_NAME], "海外見本市の下見");
    plan_store(&item.fields[PLAN_STEP], "3");
    plan_store(&item.fields[PLAN_STATUS], "準備中");
    plan_insert_item(plan, plan->count, item);
    return &plan->items[plan->count - 1];
}

static int begin(void **state) {
    Session *session = calloc(1, sizeof *session);
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .lang = LANG_EN,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    session_begin(session, &start);
    *state = session;
    return 0;
}

static int end(void **state) {
    session_end(*state);
    free(*state);
    return 0;
}

static void press(Session *session, const char *keys) {
    char copy[256], *rest = copy;
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *name; (name = strsep(&rest, " ")) != NULL;)
        assert_true(session_key(session, name));
}

static void paste(Session *session, Str text) {
    session_event(session, &(Event){.kind = EVENT_PASTE, .text = text});
}

static bool sees(Session *session, const char *text) {
    Buf screen;
    buf_init(&screen, 1 << 20);
    session_view(session);
    for (int row = 0; row < session->grid.rows; row++) {
        grid_row_text(&session->grid, row, &screen);
        buf_byte(&screen, '\n');
    }
    bool found = strstr(screen.at, text) != NULL;
    buf_release(&screen);
    return found;
}

static ScreenId screen_on_top(const Session *session) {
    return session->app.stack[session->app.depth - 1].id;
}

static const char *field_of(const Session *session, const char *program, PlanField field) {
    return plan_text(work_item(&session->app, program), field);
}

/* Every window, with every row of the item selected once. session_view proves the cells. */
static void walk_all(Session *session) {
    static const int sizes[][2] = {{80, 24}, {120, 40}, {40, 20}, {40, 10}, {61, 13}, {1, 1}};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        session_event(session,
                      &(Event){.kind = EVENT_RESIZE, .cols = sizes[i][0], .rows = sizes[i][1]});
        press(session, "g");
        for (int row = 0; row < 30; row++) {
            session_view(session);
            press(session, "Down");
        }
    }
    session_event(session, &(Event){.kind = EVENT_RESIZE, .cols = 80, .rows = 24});
}

/* ---- stories ---- */

static void a_program_that_left_the_catalogue_keeps_its_item(void **state) {
    Session *session = *state;
    add_item(session, gone);
    app_open_item(&session->app, gone);
    assert_true(sees(session, "海外見本市の下見"));
    assert_true(sees(session, "has left the catalogue"));
    assert_true(sees(session, "preparing"));
    assert_false(sees(session, "Open the card"));
    press(session, "D + 1 w Enter");
    assert_string_equal(field_of(session, gone, PLAN_DUE), "2016-12-27");
    walk_all(session);
}

static void taken_out_it_comes_back_with_u_alone(void **state) {
    Session *session = *state;
    add_item(session, gone);
    app_open_item(&session->app, gone);
    press(session, "Space");
    assert_null(work_item(&session->app, gone));
    assert_true(sees(session, "no longer in the plan"));
    assert_false(sees(session, "Space puts it in"));
    press(session, "Space s Enter m Down G");
    assert_null(work_item(&session->app, gone));
    press(session, "u");
    assert_string_equal(field_of(session, gone, PLAN_STATUS), "準備中");
}

static void its_note_is_not_lost_when_it_goes(void **state) {
    Session *session = *state;
    add_item(session, gone);
    app_open_item(&session->app, gone);
    press(session, "m x y");
    PlanItem item = plan_take_item(&session->app.work.plan, 0); /* as by a merge */
    plan_item_release(&item);
    press(session, "Esc");
    assert_int_equal(screen_on_top(session), SCREEN_NOTE);
    assert_true(sees(session, "no longer in the plan and the catalogue"));
    press(session, "C-o");
    assert_int_equal(session->effects.at[0].kind, EFFECT_EDIT_TEXT);
    assert_string_equal(session->effects.at[0].text, "xy");
    press(session, "C-c");
    assert_int_equal(screen_on_top(session), SCREEN_NOTE);
    press(session, "z C-c"); /* typing on, it asks again */
    assert_int_equal(screen_on_top(session), SCREEN_NOTE);
    press(session, "C-c");
    assert_int_equal(screen_on_top(session), SCREEN_ITEM);
}

static void texts_of_other_hands_are_painted_safely(void **state) {
    Session *session = *state;
    PlanItem *item = add_item(session, known);
    plan_store(&item->fields[PLAN_STATUS], "不採択");
    app_open_item(&session->app, known);
    for (size_t i = 0; i < NASTY_COUNT; i++) {
        item = &session->app.work.plan.items[0];
        Arena arena = {0};
        for (int field = PLAN_REASON; field <= PLAN_NOTE; field++)
            plan_store(&item->fields[field], nasty[i]);
        plan_store(&item->fields[PLAN_DOCUMENTS],
                   plan_documents_with(&arena, "", str(nasty[i]), true));
        plan_records_add(&item->log, plan_record("2016-12-20T03:00:00Z", "owner", "", nasty[i]));
        plan_records_add(&item->log, plan_record(nasty[i], nasty[i], nasty[i], nasty[i]));
        plan_records_add(&item->conflicts, plan_record("2016-12-20T03:00:00Z",
                                                       i % 2 ? "due" : "later", "", nasty[i]));
        session_view(session);
        arena_release(&arena);
    }
    walk_all(session);
}

/* The style of the first cell of a text on the screen. */
static Style style_of(Session *session, const char *text) {
    session_view(session);
    for (int row = 0; row < session->grid.rows; row++) {
        Buf line;
        buf_init(&line, 4096);
        grid_row_text(&session->grid, row, &line);
        const char *at = strstr(line.at, text);
        int col =
            at == NULL ? -1 : text_width(str_n(line.at, (size_t)(at - line.at)), AMBIGUOUS_NARROW);
        buf_release(&line);
        if (col >= 0)
            return (Style)grid_cell(&session->grid, col, row)->style;
    }
    return STYLE_COUNT;
}

static void only_what_is_overdue_is_red(void **state) {
    Session *session = *state;
    plan_store(&add_item(session, known)->fields[PLAN_DUE], "2016-12-20");
    app_open_item(&session->app, known);
    assert_int_equal(style_of(session, "due today"), STYLE_BODY);
    session->app.today = (Date){2016, 12, 21};
    assert_int_equal(style_of(session, "20 December"), STYLE_WARN);
    assert_int_equal(style_of(session, "1 day overdue"), STYLE_WARN);
    press(session, "s 8");
    assert_int_equal(style_of(session, "20 December"), STYLE_BODY);
    assert_false(sees(session, "overdue"));
}

static void to_the_card_and_back_makes_no_pile(void **state) {
    Session *session = *state;
    add_item(session, known);
    app_open_item(&session->app, known);
    int depth = session->app.depth;
    press(session, "G Enter"); /* no log: the card is the last row */
    assert_int_equal(screen_on_top(session), SCREEN_CARD);
    press(session, "Tab Enter");
    assert_int_equal(screen_on_top(session), SCREEN_ITEM);
    assert_int_equal(session->app.depth, depth);
}

static void a_log_of_years_shows_its_newest(void **state) {
    Session *session = *state;
    PlanItem *item = add_item(session, known);
    for (int i = 0; i < 3000; i++) {
        char at[STAMP_BYTES];
        snprintf(at, sizeof at, "20%02d-01-01T00:00:00Z", i / 100);
        plan_records_add(&item->log, plan_record(at, "owner", "", i == 2999 ? "the last" : "some"));
    }
    app_open_item(&session->app, known);
    assert_true(sees(session, "2029-01-01"));
    assert_true(sees(session, "Owner: the last"));
    press(session, "G");
    assert_true(sees(session, "2028-01-01"));
    assert_false(sees(session, "2027-01-01"));
}

static void every_kind_of_conflict_is_settled(void **state) {
    Session *session = *state;
    static const char *const fields[] = {"status", "due",       "estimate", "owner",
                                         "note",   "documents", "later"};
    static const char *const theirs[] = {"採択", "2017-02-15", "1800000", "佐藤",
                                         "a\nb", "[x] 決算書", "?"};
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        PlanItem *item = work_item(&session->app, known) == NULL ? add_item(session, known)
                                                                 : &session->app.work.plan.items[0];
        plan_records_add(&item->conflicts,
                         plan_record("2016-12-20T03:00:00Z", fields[i], "", theirs[i]));
        app_open_settle(&session->app, known, 0);
        assert_true(sees(session, "In this plan"));
        press(session, "Down Enter");
        assert_int_equal(work_item(&session->app, known)->conflicts.count, 0);
        PlanField field = plan_field_find(fields[i]);
        if (field < PLAN_FIELD_COUNT)
            assert_string_equal(field_of(session, known, field), theirs[i]);
    }
    press(session, "u u");
    assert_string_equal(field_of(session, known, PLAN_DOCUMENTS), "");
    assert_int_equal(work_item(&session->app, known)->conflicts.count, 2);
}

static void the_name_of_the_plan_is_settled_too(void **state) {
    Session *session = *state;
    Plan *plan = &session->app.work.plan;
    plan_records_add(&plan->conflicts, plan_record("2016-12-20T03:00:00Z", "plan", "", "青木工業"));
    app_open_settle(&session->app, "", 0);
    assert_true(sees(session, "the plan's name"));
    assert_true(sees(session, "My plan"));
    press(session, "Down Enter");
    assert_string_equal(plan->name, "青木工業");
    assert_int_equal(plan->conflicts.count, 0);
    press(session, "u");
    assert_string_equal(plan->name, "My plan");
    assert_int_equal(plan->conflicts.count, 1);
}

/* ---- notes at their limit ---- */

static char *long_text(size_t bytes) {
    char *text = calloc(1, bytes + 1);
    memset(text, 'x', bytes);
    return text;
}

static void a_note_says_when_it_is_nearly_full(void **state) {
    Session *session = *state;
    add_item(session, known);
    app_open_item(&session->app, known);
    press(session, "m");
    char *text = long_text(PLAN_TEXT_MOST - 60);
    paste(session, str(text));
    assert_true(sees(session, "room for about 20 more characters"));
    paste(session, str(text));
    assert_true(sees(session, "The note is full."));
    assert_int_equal(session->app.field.text.len, PLAN_TEXT_MOST);
    press(session, "Esc");
    assert_int_equal(strlen(field_of(session, known, PLAN_NOTE)), PLAN_TEXT_MOST);
    free(text);
}

/* A merge may have left more than can be typed: shortening it is always possible. */
static void a_note_that_is_too_long_can_be_shortened(void **state) {
    Session *session = *state;
    char *text = long_text(PLAN_TEXT_KEPT);
    plan_store(&add_item(session, known)->fields[PLAN_NOTE], text);
    app_open_item(&session->app, known);
    press(session, "m");
    assert_true(sees(session, "too long by 32768 bytes"));
    press(session, "Esc");
    assert_int_equal(screen_on_top(session), SCREEN_ITEM);
    press(session, "m Backspace Esc");
    assert_int_equal(screen_on_top(session), SCREEN_NOTE);
    press(session, "C-u");
    paste(session, str("short"));
    press(session, "Esc");
    assert_string_equal(field_of(session, known, PLAN_NOTE), "short");
    free(text);
}

static void both_texts_must_fit(void **state) {
    Session *session = *state;
    char *text = long_text(PLAN_TEXT_MOST - 100);
    PlanItem *item = add_item(session, known);
    app_open_item(&session->app, known);
    press(session, "m a b c");
    plan_store(&item->fields[PLAN_NOTE], text); /* as by a merge */
    press(session, "Esc");
    assert_int_equal(screen_on_top(session), SCREEN_NOTE);
    assert_true(sees(session, "both texts together are too long"));
    assert_string_equal(field_of(session, known, PLAN_NOTE), text);
    assert_string_equal(session->app.field.text.at, "abc");
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_program_that_left_the_catalogue_keeps_its_item, begin,
                                        end),
        cmocka_unit_test_setup_teardown(taken_out_it_comes_back_with_u_alone, begin, end),
        cmocka_unit_test_setup_teardown(its_note_is_not_lost_when_it_goes, begin, end),
        cmocka_unit_test_setup_teardown(texts_of_other_hands_are_painted_safely, begin, end),
        cmocka_unit_test_setup_teardown(only_what_is_overdue_is_red, begin, end),
        cmocka_unit_test_setup_teardown(to_the_card_and_back_makes_no_pile, begin, end),
        cmocka_unit_test_setup_teardown(a_log_of_years_shows_its_newest, begin, end),
        cmocka_unit_test_setup_teardown(every_kind_of_conflict_is_settled, begin, end),
        cmocka_unit_test_setup_teardown(the_name_of_the_plan_is_settled_too, begin, end),
        cmocka_unit_test_setup_teardown(a_note_says_when_it_is_nearly_full, begin, end),
        cmocka_unit_test_setup_teardown(a_note_that_is_too_long_can_be_shortened, begin, end),
        cmocka_unit_test_setup_teardown(both_texts_must_fit, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
