/*
 * The plan's screen beneath its painting: which items are listed, in what order, what a filter
 * counts, what a session remembers. How it looks stands in tests/sessions/plan*.session.
 */
#include "edition_fixture.h"

#include "plan/seen.h"
#include "ui/screens/plan_screen.h"

/* ---- a session's memory, in place of recall.c ---- */

typedef struct Kept {
    char key[16], text[64];
    int64_t number;
} Kept;

struct Keep {
    Kept facts[16];
    int count;
};

struct Recall {
    const Keep *kept;
};

static Kept *new_fact(Keep *keep, const char *key) {
    assert_true(keep->count < (int)COUNT_OF(keep->facts));
    Kept *fact = &keep->facts[keep->count++];
    *fact = (Kept){.number = 0};
    snprintf(fact->key, sizeof fact->key, "%s", key);
    return fact;
}

void keep_text(Keep *keep, const char *key, const char *text) {
    if (text != NULL && text[0] != '\0')
        snprintf(new_fact(keep, key)->text, 64, "%s", text);
}

void keep_number(Keep *keep, const char *key, int64_t number) {
    if (number != 0)
        new_fact(keep, key)->number = number;
}

static const Kept *fact_of(const Recall *recall, const char *key) {
    for (int i = 0; i < recall->kept->count; i++)
        if (strcmp(recall->kept->facts[i].key, key) == 0)
            return &recall->kept->facts[i];
    return NULL;
}

const char *recall_text(const Recall *recall, const char *key) {
    const Kept *fact = fact_of(recall, key);
    return fact == NULL ? "" : fact->text;
}

int64_t recall_number(const Recall *recall, const char *key, int64_t least, int64_t most) {
    const Kept *fact = fact_of(recall, key);
    return fact == NULL || fact->number < least || fact->number > most ? 0 : fact->number;
}

const char *recall_text_or_null(const Recall *recall, const char *key) {
    const char *text = recall_text(recall, key);
    return text[0] == '\0' ? NULL : text;
}

int recall_count(const Recall *recall, const char *key) {
    return (int)recall_number(recall, key, 0, INT16_MAX);
}

/* ---- an app with a plan ---- */

static const char now[] = "2016-12-20T03:00:00Z";

static App *begin(Date today) {
    App *app = arena_new(&scratch, App, 1);
    AppStart start = {.catalogue = &edition,
                      .today = today,
                      .lang = LANG_EN,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    app_init(app, &start);
    return app;
}

static void put(App *app, const char *id, PlanStatus status, const char *due) {
    Plan *plan = &app->work.plan;
    PlanTime when = {now, app->today};
    PlanChange change = {0};
    Err err = {""};
    if (!plan_add(plan, catalogue_program(&edition, id), when, &change, &err) ||
        !plan_set(plan, id, PLAN_STATUS, str(plan_status_word(status)), when, &change, &err) ||
        !plan_set(plan, id, PLAN_DUE, str(due), when, &change, &err))
        fail_msg("%s", err.text);
    plan_change_release(&change);
}

/* One of each kind, on a Tuesday. */
static App *begin_filled(void) {
    App *app = begin((Date){2016, 12, 20});
    put(app, "nexi-sme-insurance", PLAN_CANDIDATE, "");
    put(app, "jetro-trade-fair", PLAN_CHECKING, "2017-02-03");
    put(app, "jetro-seminar", PLAN_DONE, "2016-12-01");
    put(app, "smrj-advice", PLAN_CHECKING, "2016-12-19");
    put(app, "jetro-library", PLAN_PREPARING, "2016-12-25");
    put(app, "consortium", PLAN_USING, "2016-12-31");
    put(app, "jfc-overseas-loan", PLAN_CHECKING, "2017-01-05");
    return app;
}

static void end(App *app) {
    app_release(app);
}

/* The ids listed, parted by blanks. */
static const char *listed(const App *app, const PlanState *state) {
    PlanRows all = plan_rows_all(app, &scratch);
    PlanRows rows = plan_rows_shown(&all, &scratch, state);
    const char *text = "";
    for (int i = 0; i < rows.count; i++)
        text = arena_printf(&scratch, "%s%s%s", text, i > 0 ? " " : "", rows.at[i].item->program);
    return text;
}

/* ---- days ---- */

static PlanDue due_on(Date today, const char *due, PlanStatus status) {
    App *app = begin(today);
    put(app, "jetro-library", status, due);
    PlanDue found = plan_rows_all(app, &scratch).at[0].due;
    end(app);
    return found;
}

static void a_week_ends_on_sunday_and_a_month_on_its_last_day(void **state) {
    (void)state;
    const Date tuesday = {2016, 12, 20};
    assert_int_equal(due_on(tuesday, "2016-12-19", PLAN_CHECKING), DUE_OVERDUE);
    assert_int_equal(due_on(tuesday, "2016-12-20", PLAN_CHECKING), DUE_WITHIN_WEEK);
    assert_int_equal(due_on(tuesday, "2016-12-25", PLAN_CHECKING), DUE_WITHIN_WEEK);
    assert_int_equal(due_on(tuesday, "2016-12-26", PLAN_CHECKING), DUE_WITHIN_MONTH);
    assert_int_equal(due_on(tuesday, "2016-12-31", PLAN_CHECKING), DUE_WITHIN_MONTH);
    assert_int_equal(due_on(tuesday, "2017-01-01", PLAN_CHECKING), DUE_LATER);
    assert_int_equal(due_on(tuesday, "2017-12-21", PLAN_CHECKING), DUE_LATER);
    assert_int_equal(due_on(tuesday, "", PLAN_CHECKING), DUE_NONE);
}

static void on_a_sunday_the_week_is_over_with_the_day(void **state) {
    (void)state;
    const Date sunday = {2016, 12, 25};
    assert_int_equal(due_on(sunday, "2016-12-25", PLAN_CHECKING), DUE_WITHIN_WEEK);
    assert_int_equal(due_on(sunday, "2016-12-26", PLAN_CHECKING), DUE_WITHIN_MONTH);
}

static void a_week_may_reach_into_the_next_year(void **state) {
    (void)state;
    assert_int_equal(due_on((Date){2016, 12, 31}, "2017-01-01", PLAN_CHECKING), DUE_WITHIN_WEEK);
}

static void what_is_finished_is_never_overdue(void **state) {
    (void)state;
    const Date tuesday = {2016, 12, 20};
    assert_int_equal(due_on(tuesday, "2016-12-01", PLAN_DONE), DUE_COUNT);
    assert_int_equal(due_on(tuesday, "2016-12-01", PLAN_REJECTED), DUE_COUNT);
    assert_int_equal(due_on(tuesday, "2016-12-01", PLAN_DROPPED), DUE_COUNT);
    assert_int_equal(due_on(tuesday, "2016-12-01", PLAN_ACCEPTED), DUE_OVERDUE);
}

/* ---- order ---- */

static void each_order_lists_every_item(void **state) {
    (void)state;
    App *app = begin_filled();
    assert_string_equal(listed(app, &(PlanState){.sort = SORT_STEP}),
                        "jetro-seminar jetro-library smrj-advice jetro-trade-fair "
                        "jfc-overseas-loan nexi-sme-insurance consortium");
    assert_string_equal(listed(app, &(PlanState){.sort = SORT_DUE}),
                        "smrj-advice jetro-library consortium jfc-overseas-loan jetro-trade-fair "
                        "nexi-sme-insurance jetro-seminar");
    assert_string_equal(listed(app, &(PlanState){.sort = SORT_STATUS}),
                        "nexi-sme-insurance smrj-advice jfc-overseas-loan jetro-trade-fair "
                        "jetro-library consortium jetro-seminar");
    assert_string_equal(listed(app, &(PlanState){.sort = SORT_ADDED}),
                        "nexi-sme-insurance jetro-trade-fair jetro-seminar smrj-advice "
                        "jetro-library consortium jfc-overseas-loan");
    end(app);
}

/* Months of one year and the same months of another are different headings. */
static void what_is_due_later_stands_under_its_month(void **state) {
    (void)state;
    App *app = begin((Date){2016, 12, 20});
    put(app, "jetro-library", PLAN_CHECKING, "2017-01-05");
    put(app, "jetro-seminar", PLAN_CHECKING, "2017-01-31");
    put(app, "smrj-advice", PLAN_CHECKING, "2017-02-01");
    put(app, "consortium", PLAN_CHECKING, "2018-01-05");
    PlanRows rows = plan_rows_all(app, &scratch);
    int headings[4];
    for (int i = 0; i < rows.count; i++)
        headings[i] = plan_row_heading(&rows.at[i], SORT_DUE);
    assert_int_equal(headings[0], headings[1]);
    assert_int_not_equal(headings[1], headings[2]);
    assert_int_not_equal(headings[0], headings[3]);
    end(app);
}

/* ---- the filter ---- */

static void drop(PlanFilter *filter, FilterGroup group) {
    plan_filter_toggle(filter, group, plan_filter_bits(filter, group));
}

static void any_of_a_group_will_do_and_all_groups_must_agree(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState plan = {.sort = SORT_ADDED};
    plan_filter_toggle(&plan.filter, FILTER_STATUS, 1u << PLAN_CHECKING);
    assert_string_equal(listed(app, &plan), "jetro-trade-fair smrj-advice jfc-overseas-loan");
    plan_filter_toggle(&plan.filter, FILTER_STATUS, 1u << PLAN_PREPARING);
    assert_string_equal(listed(app, &plan),
                        "jetro-trade-fair smrj-advice jetro-library jfc-overseas-loan");
    plan_filter_toggle(&plan.filter, FILTER_STEP, 1u << 3);
    assert_string_equal(listed(app, &plan), "jetro-trade-fair jfc-overseas-loan");
    plan_filter_toggle(&plan.filter, FILTER_DUE, 1u << DUE_OVERDUE);
    assert_string_equal(listed(app, &plan), "");
    drop(&plan.filter, FILTER_STEP);
    assert_string_equal(listed(app, &plan), "smrj-advice");
    end(app);
}

/* What a choice is said to bring is what it brings. */
static void counts_beside_choices_come_true(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState base = {.sort = SORT_ADDED};
    plan_filter_toggle(&base.filter, FILTER_STATUS, 1u << PLAN_CHECKING);
    PlanRows all = plan_rows_all(app, &scratch);
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++)
        for (int choice = 0; choice < plan_choice_count(group); choice++) {
            unsigned bit = 1u << choice;
            PlanState only = base;
            drop(&only.filter, group);
            plan_filter_toggle(&only.filter, group, bit);
            int said = plan_filter_count(&all, &scratch, &base.filter, group, bit);
            assert_int_equal(said, plan_rows_shown(&all, &scratch, &only).count);
        }
    end(app);
}

static void without_a_group_there_are_as_many_as_said(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState plan = {.sort = SORT_ADDED};
    plan_filter_toggle(&plan.filter, FILTER_STATUS, 1u << PLAN_CANDIDATE);
    plan_filter_toggle(&plan.filter, FILTER_STEP, 1u << 1);
    PlanRows all = plan_rows_all(app, &scratch);
    assert_int_equal(plan_rows_shown(&all, &scratch, &plan).count, 0);
    assert_int_equal(plan_filter_count(&all, &scratch, &plan.filter, FILTER_STEP, 0), 1);
    assert_int_equal(plan_filter_count(&all, &scratch, &plan.filter, FILTER_STATUS, 0), 2);
    end(app);
}

static void what_left_the_catalogue_or_differs_counts_as_changed(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState plan = {.sort = SORT_ADDED};
    plan_filter_toggle(&plan.filter, FILTER_CHANGED, 1);
    assert_string_equal(listed(app, &plan), "");
    plan_store(&app->work.plan.items[0].fields[PLAN_SEEN], "fee=00000000");
    plan_store(&app->work.plan.items[1].program, "gone");
    assert_string_equal(listed(app, &plan), "nexi-sme-insurance gone");
    end(app);
}

/* ---- what is selected ---- */

static void the_selected_item_is_known_by_its_id(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState plan = {.sort = SORT_STEP, .program = "jetro-trade-fair", .list.selected = 3};
    for (int sort = 0; sort < SORT_COUNT; sort++) {
        plan.sort = (PlanSort)sort;
        PlanView *view = plan_view_of(app, &scratch, &plan);
        assert_string_equal(plan_view_selected(view)->item->program, "jetro-trade-fair");
        assert_string_equal(plan_selected(app, &scratch, &plan)->item->program, "jetro-trade-fair");
    }
    end(app);
}

static void the_row_in_its_place_is_selected_while_it_is_not_listed(void **state) {
    (void)state;
    App *app = begin_filled();
    PlanState plan = {.sort = SORT_ADDED, .program = "not-there", .list.selected = 2};
    assert_string_equal(plan_selected(app, &scratch, &plan)->item->program, "jetro-seminar");
    plan.list.selected = 99;
    assert_string_equal(plan_selected(app, &scratch, &plan)->item->program, "jfc-overseas-loan");
    plan_filter_toggle(&plan.filter, FILTER_STATUS, 1u << PLAN_REJECTED);
    assert_null(plan_selected(app, &scratch, &plan));
    end(app);
}

/* ---- the session ---- */

static void a_session_remembers_row_order_and_filter(void **state) {
    (void)state;
    App *app = begin_filled();
    ScreenState before = {.id = SCREEN_PLAN,
                          .plan = {.program = "smrj-advice", .sort = SORT_DUE, .list.top = 4}};
    ScreenState after = {.id = SCREEN_PLAN};
    plan_filter_toggle(&before.plan.filter, FILTER_STEP, 1u << 2 | 1u << 0);
    plan_filter_toggle(&before.plan.filter, FILTER_STATUS, 1u << PLAN_DROPPED);
    plan_filter_toggle(&before.plan.filter, FILTER_DUE, 1u << DUE_NONE);
    plan_filter_toggle(&before.plan.filter, FILTER_CHANGED, 1);
    Keep keep = {.count = 0};
    screen_plan.keep(app, &before, &keep);
    assert_true(screen_plan.recall(app, &after, &(Recall){&keep}));
    assert_string_equal(after.plan.program, "smrj-advice");
    assert_int_equal(after.plan.sort, SORT_DUE);
    assert_int_equal(after.plan.list.top, 4);
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++)
        assert_int_equal(plan_filter_bits(&after.plan.filter, group),
                         plan_filter_bits(&before.plan.filter, group));
    end(app);
}

static void nothing_remembered_is_the_beginning(void **state) {
    (void)state;
    App *app = begin_filled();
    Keep keep = {.count = 0};
    ScreenState after = {.id = SCREEN_PLAN};
    assert_true(screen_plan.recall(app, &after, &(Recall){&keep}));
    assert_null(after.plan.program);
    assert_int_equal(after.plan.sort, SORT_STEP);
    assert_false(plan_filter_is_on(&after.plan.filter));
    end(app);
}

/* Bits of another kairo, with more choices than this one, are none. */
static void a_filter_that_is_not_ours_is_left_out(void **state) {
    (void)state;
    App *app = begin_filled();
    Keep keep = {.count = 0};
    ScreenState after = {.id = SCREEN_PLAN};
    keep_number(&keep, "steps", 1 << 5);
    keep_number(&keep, "sort", SORT_COUNT);
    assert_true(screen_plan.recall(app, &after, &(Recall){&keep}));
    assert_false(plan_filter_is_on(&after.plan.filter));
    assert_int_equal(after.plan.sort, SORT_STEP);
    end(app);
}

static void the_popup_remembers_every_choice(void **state) {
    (void)state;
    App *app = begin_filled();
    int choices = 1;
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++)
        choices += plan_choice_count(group);
    for (int i = 0; i < choices; i++) {
        Keep keep = {.count = 0};
        ScreenState before = {.id = SCREEN_PLAN_FILTER, .plan_filter = {.selected = i, .top = 2}};
        ScreenState after = {.id = SCREEN_PLAN_FILTER};
        screen_plan_filter.keep(app, &before, &keep);
        assert_true(screen_plan_filter.recall(app, &after, &(Recall){&keep}));
        assert_int_equal(after.plan_filter.selected, i);
        assert_int_equal(after.plan_filter.top, 2);
    }
    end(app);
}

/* ---- damaged ---- */

static bool shows(App *app, const char *text) {
    Grid grid;
    Arena frame = {0};
    Buf bytes;
    grid_init(&grid, app->cols, app->rows);
    buf_init(&bytes, 1 << 16);
    app_view(app, &frame, &grid);
    for (int row = 0; row < grid.rows; row++)
        grid_row_text(&grid, row, &bytes);
    bool found = strstr(bytes.at, text) != NULL;
    buf_release(&bytes);
    grid_release(&grid);
    arena_release(&frame);
    return found;
}

static void press(App *app, Key key, Effects *effects) {
    effects->count = 0;
    app_update(app, &(Event){.kind = EVENT_KEY, .key = key}, effects);
}

/* No version can be read: where the file lies is told, and Enter has nothing to bring back. */
static void without_a_version_the_file_is_to_be_mended(void **state) {
    (void)state;
    App *app = begin((Date){2016, 12, 20});
    Effects effects = {.count = 0};
    News news = {.kind = NEWS_DAMAGED, .file = "elm.yaml", .text = "elm", .when = ""};
    err_set(&news.err, "%s", "/home/ken/plans/elm.yaml:3:1: no plan");
    app_update(app, &(Event){.kind = EVENT_NEWS, .news = &news}, &effects);
    press(app, (Key){.code = K_RUNE, .rune = 'P'}, &effects);
    assert_true(shows(app, "/home/ken/plans/elm.yaml:3:1: no plan"));
    assert_true(shows(app, "Mend the file"));
    press(app, (Key){.code = K_ENTER}, &effects);
    assert_int_equal(effects.count, 0);
    end(app);
}

/* With a version the folders are left out, and Enter asks for it. */
static void with_a_version_enter_brings_it_back(void **state) {
    (void)state;
    App *app = begin_filled();
    Effects effects = {.count = 0};
    Plan version;
    plan_copy(&version, &app->work.plan);
    News news = {.kind = NEWS_DAMAGED, .file = "elm.yaml", .text = "elm", .when = now};
    news.plan = &version;
    news.version = 3;
    err_set(&news.err, "%s", "the file /home/ken/plans/elm.yaml:3:1: no plan");
    app_update(app, &(Event){.kind = EVENT_NEWS, .news = &news}, &effects);
    press(app, (Key){.code = K_RUNE, .rune = 'P'}, &effects);
    assert_true(shows(app, "the file elm.yaml:3:1: no plan"));
    assert_true(shows(app, "20 December 2016 03:00 UTC"));
    press(app, (Key){.code = K_ENTER}, &effects);
    assert_int_equal(effects.count, 1);
    assert_int_equal(effects.at[0].kind, EFFECT_RESTORE_PLAN);
    assert_string_equal(effects.at[0].file, "elm.yaml");
    plan_release(&version);
    end(app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_ends_on_sunday_and_a_month_on_its_last_day),
        cmocka_unit_test(on_a_sunday_the_week_is_over_with_the_day),
        cmocka_unit_test(a_week_may_reach_into_the_next_year),
        cmocka_unit_test(what_is_finished_is_never_overdue),
        cmocka_unit_test(each_order_lists_every_item),
        cmocka_unit_test(what_is_due_later_stands_under_its_month),
        cmocka_unit_test(any_of_a_group_will_do_and_all_groups_must_agree),
        cmocka_unit_test(counts_beside_choices_come_true),
        cmocka_unit_test(without_a_group_there_are_as_many_as_said),
        cmocka_unit_test(what_left_the_catalogue_or_differs_counts_as_changed),
        cmocka_unit_test(the_selected_item_is_known_by_its_id),
        cmocka_unit_test(the_row_in_its_place_is_selected_while_it_is_not_listed),
        cmocka_unit_test(a_session_remembers_row_order_and_filter),
        cmocka_unit_test(nothing_remembered_is_the_beginning),
        cmocka_unit_test(a_filter_that_is_not_ours_is_left_out),
        cmocka_unit_test(the_popup_remembers_every_choice),
        cmocka_unit_test(without_a_version_the_file_is_to_be_mended),
        cmocka_unit_test(with_a_version_enter_brings_it_back),
    };
    return cmocka_run_group_tests(tests, load_edition, release_edition);
}
