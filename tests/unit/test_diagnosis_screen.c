/*
 * What the diagnosis's screens do beneath their painting: several programs put in the plan are
 * one step or none; the detail of every program has room where a window is 80 by 24. How the
 * screens look stands in tests/sessions/diagnosis*.session.
 */
#include "cmocka_all.h"

#include "edition_fixture.h"
#include "ui/screens/result_screen.h"

static Diagnosis diagnosis;

static int load(void **state) {
    Problems problems = {0};
    if (load_edition(state) != 0)
        return -1;
    bool loaded = diagnosis_load(&diagnosis, SOURCE_DIR "/data/catalogue", &edition, &problems);
    problems_release(&problems);
    return loaded ? 0 : -1;
}

static int release(void **state) {
    diagnosis_release(&diagnosis);
    return release_edition(state);
}

static const char now[] = "2016-12-20T03:00:00Z";

static App *begin(Lang lang, Effects *effects) {
    App *app = arena_new(&scratch, App, 1);
    AppStart start = {.catalogue = &edition,
                      .today = {2016, 12, 20},
                      .lang = lang,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    app_init(app, &start);
    app->late.diagnosis = &diagnosis;
    app->effects = effects;
    effects->count = 0;
    snprintf(app->work.now, sizeof app->work.now, "%s", now);
    return app;
}

static const Program *program(const char *id) {
    return catalogue_program(&edition, id);
}

/* ---- several at once ---- */

static void several_are_one_step(void **state) {
    (void)state;
    Effects effects;
    App *app = begin(LANG_EN, &effects);
    const Program *all[] = {program("jetro-library"), program("consortium"),
                            program("smrj-advice")};
    assert_true(work_add_programs(app, &all[1], 1));
    assert_string_equal(app->message, "Put 1 program in the plan");
    assert_true(work_add_programs(app, all, 3));
    assert_string_equal(app->message, "Put 2 programs in the plan"); /* one was there */
    assert_int_equal(app->work.plan.count, 3);
    assert_string_equal(plan_text(work_item(app, "smrj-advice"), PLAN_STATUS), "候補");
    work_undo(app);
    assert_int_equal(app->work.plan.count, 1);
    assert_non_null(work_item(app, "consortium"));
    work_redo(app);
    assert_int_equal(app->work.plan.count, 3);
    app_release(app);
}

/* All but one place of the plan is taken. */
static void fill(App *app) {
    PlanTime when = {now, app->today};
    for (int i = 0; i < PLAN_ITEMS_MOST - 1; i++) {
        PlanChange change = {0};
        Err err;
        Program other = *program("jetro-library");
        other.id = arena_printf(&scratch, "other-%d", i);
        assert_true(plan_add(&app->work.plan, &other, when, &change, &err));
        plan_change_release(&change);
    }
}

static void where_not_all_have_room_none_is_put_in(void **state) {
    (void)state;
    Effects effects;
    Plan before;
    App *app = begin(LANG_EN, &effects);
    const Program *all[] = {program("jetro-library"), program("consortium")};
    fill(app);
    plan_copy(&before, &app->work.plan);
    assert_false(work_add_programs(app, all, 2));
    assert_true(plan_equal(&app->work.plan, &before));
    assert_string_equal(app->message, "a plan holds at most 1000 programs");
    assert_null(history_undo(&app->work.history));
    assert_int_equal(effects.count, 0); /* nothing to save */
    assert_true(work_add_programs(app, all, 1));
    plan_release(&before);
    app_release(app);
}

/* ---- the detail ---- */

static bool is_cut(const ResultView *view, const DiagnosisResult *result, Grid *grid) {
    Arena frame = {0};
    Canvas canvas = canvas_whole(grid, &frame);
    grid_blank(grid);
    result_paint_detail(view, &canvas, result);
    bool cut = grid_cell(grid, grid->cols - 2, grid->rows - 1)->runes[0] == 0x22EF; /* ⋯ */
    bool blank = grid_cell(grid, 2, 0)->runes[0] == ' ';
    arena_release(&frame);
    return cut || blank;
}

static size_t count_cut(Lang lang, const char *need, const char *stage) {
    Effects effects;
    App *app = begin(lang, &effects);
    Grid grid = {.cols = 0};
    size_t cut = 0;
    answers_put(&app->work.plan.answers, "need", need);
    answers_put(&app->work.plan.answers, "stage", stage);
    ResultView *view = result_view_of(app, &scratch, &(ResultState){.rest = true});
    assert_int_equal(view->count, 49); /* 48 and the row that unfolds the rest */
    for (int i = 0; i < view->count; i++) {
        const DiagnosisResult *result = view->rows[i].result;
        const char *id = result_row_id(&view->rows[i]);
        ResultView *at = result_view_of(app, &scratch, &(ResultState){.program = id, .rest = true});
        assert_int_equal(at->selected, i);
        assert_true(at->list_rows >= 4 && at->list_rows + at->detail_rows < app_body_rows(app));
        grid_release(&grid);
        grid_init(&grid, 80, at->detail_rows);
        if (result != NULL && is_cut(at, result, &grid)) {
            print_error("cut: %s\n", result->program->id);
            cut++;
        }
    }
    grid_release(&grid);
    app_release(app);
    return cut;
}

static void at_80_by_24_all_of_the_detail_is_seen(void **state) {
    (void)state;
    for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
        assert_int_equal(count_cut((Lang)lang, "", ""), 0);
        assert_int_equal(count_cut((Lang)lang, "risk", "grow"), 0);
        assert_int_equal(count_cut((Lang)lang, "develop funds people", "know plan"), 0);
    }
    tr_use(LANG_EN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_are_one_step),
        cmocka_unit_test(where_not_all_have_room_none_is_put_in),
        cmocka_unit_test(at_80_by_24_all_of_the_detail_is_seen),
    };
    return cmocka_run_group_tests_name("diagnosis_screen", tests, load, release);
}
