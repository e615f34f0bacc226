/*
 * Calls about several matters, which the edition alone does not bring about: two programs share
 * a number here. What keys lead to otherwise stands in tests/sessions/calls*.session.
 */
#include "../sessions/session.h"
#include "cmocka_all.h"
#include "ui/screens/screens.h"

static const char *const ids[] = {"inpit-ip-desk", "jetro-library", "nexi-sme-insurance"};

typedef struct World {
    Session session;
    Catalogue catalogue;
    Program *programs;
} World;

/* The edition, in which the library is reached under the number of the desk. */
static void share_a_number(World *world) {
    world->catalogue = *session_catalogue();
    Programs *programs = &world->catalogue.programs;
    world->programs = calloc(programs->count, sizeof *world->programs);
    memcpy(world->programs, programs->at, programs->count * sizeof *world->programs);
    const Program *desk = catalogue_program(&world->catalogue, ids[0]);
    for (size_t i = 0; i < programs->count; i++)
        if (strcmp(world->programs[i].id, ids[1]) == 0)
            world->programs[i].contacts = desk->contacts;
    programs->at = world->programs;
}

static int begin(void **state) {
    World *world = calloc(1, sizeof *world);
    share_a_number(world);
    AppStart start = {.catalogue = &world->catalogue,
                      .today = {2016, 12, 20},
                      .lang = LANG_EN,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    session_begin(&world->session, &start);
    Plan *plan = &world->session.app.work.plan;
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        PlanItem item;
        plan_item_init(&item, ids[i]);
        plan_store(&item.fields[PLAN_STATUS], "候補");
        plan_insert_item(plan, plan->count, item);
    }
    *state = world;
    return 0;
}

static int end(void **state) {
    World *world = *state;
    session_end(&world->session);
    free(world->programs);
    free(world);
    return 0;
}

static void press(World *world, const char *keys) {
    char copy[256], *rest = copy;
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *name; (name = strsep(&rest, " ")) != NULL;)
        assert_true(session_key(&world->session, name));
}

static bool sees(World *world, const char *text) {
    Buf screen;
    buf_init(&screen, 1 << 20);
    session_view(&world->session);
    for (int row = 0; row < world->session.grid.rows; row++)
        grid_row_text(&world->session.grid, row, &screen);
    bool found = strstr(screen.at, text) != NULL;
    buf_release(&screen);
    return found;
}

static const char *selected(World *world) {
    const App *app = &world->session.app;
    return app_subject(app, &app->stack[app->depth - 1], &world->session.app.scratch).id;
}

static void tab_walks_the_matters_of_a_call_and_down_the_calls(void **state) {
    World *world = *state;
    press(world, "T");
    assert_string_equal(selected(world), "inpit-ip-desk");
    assert_true(sees(world, "2 calls by due date."));
    assert_true(sees(world, "next matter"));
    press(world, "Tab");
    assert_string_equal(selected(world), "jetro-library");
    press(world, "Tab");
    assert_string_equal(selected(world), "inpit-ip-desk");
    press(world, "S-Tab Down");
    assert_string_equal(selected(world), "nexi-sme-insurance");
    assert_true(sees(world, "and 1 more"));
    assert_false(sees(world, "next matter"));
    press(world, "Tab");
    assert_string_equal(selected(world), "nexi-sme-insurance");
    assert_true(sees(world, "This call is about one thing only."));
    press(world, "Up");
    assert_string_equal(selected(world), "inpit-ip-desk");
}

static void a_call_is_logged_for_the_matter_selected(void **state) {
    World *world = *state;
    const PlanRecord *newest;
    press(world, "T Tab a x y Enter");
    const Plan *plan = &world->session.app.work.plan;
    assert_int_equal(plan_calls(plan_find(plan, "jetro-library"), &newest), 1);
    assert_string_equal(newest->to, "xy");
    assert_int_equal(plan_calls(plan_find(plan, "inpit-ip-desk"), &newest), 0);
    assert_string_equal(selected(world), "jetro-library");
    assert_true(sees(world, "Last call"));
}

static void a_matter_of_a_tall_call_is_scrolled_to(void **state) {
    World *world = *state;
    press(world, "T");
    session_event(&world->session, &(Event){.kind = EVENT_RESIZE, .cols = 40, .rows = 10});
    assert_true(sees(world, "Intellectual"));
    assert_false(sees(world, "usiness"));
    press(world, "Tab");
    assert_true(sees(world, "usiness"));
    press(world, "Tab");
    assert_true(sees(world, "0570-082100"));
}

static void what_is_taken_out_leaves_the_others_of_its_call(void **state) {
    World *world = *state;
    press(world, "T Space");
    assert_string_equal(selected(world), "jetro-library");
    assert_true(sees(world, "0570-082100"));
    press(world, "u");
    assert_string_equal(selected(world), "inpit-ip-desk");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(tab_walks_the_matters_of_a_call_and_down_the_calls),
        TEST(a_call_is_logged_for_the_matter_selected),
        TEST(a_matter_of_a_tall_call_is_scrolled_to),
        TEST(what_is_taken_out_leaves_the_others_of_its_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
