/* Where a session stands, written and read again: as it was, or not at all. */
#include "../sessions/session.h"
#include "cmocka_all.h"
#include "nasty.h"
#include "ui/recall.h"
#include "ui/screens/screens.h"

#include <time.h>

static Session begin(void) {
    Session session = {.perform = NULL};
    session_begin(&session, &(AppStart){.catalogue = session_catalogue(),
                                        .today = {2016, 12, 20},
                                        .lang = LANG_JA,
                                        .cols = 80,
                                        .rows = 24,
                                        .program = "",
                                        .notice = ""});
    return session;
}

/* Keys by their names, parted by blanks. */
static void press(Session *session, const char *keys) {
    char copy[512], *rest = copy, *name;
    snprintf(copy, sizeof copy, "%s", keys);
    while ((name = strsep(&rest, " ")) != NULL)
        assert_true(session_key(session, name));
}

/* The first program of the roadmap is in the plan, which lies in a file of this name. */
static Session begin_with_plan(const char *file) {
    Session session = begin();
    press(&session, "Space");
    plan_store(&session.app.work.file, file);
    return session;
}

static const ScreenState *top(const Session *session) {
    return &session->app.stack[session->app.depth - 1];
}

static const char *top_name(const Session *session) {
    return screen_class(top(session)->id)->name;
}

static Buf written(const Session *session) {
    Buf text;
    buf_init(&text, RECALL_MOST);
    recall_write(&session->app, &text);
    return text;
}

/* The same plan and a text: a session that begins where the text says. */
static Session recalled(const char *file, Str text) {
    Session session = begin_with_plan(file);
    recall_read(&session.app, text);
    session_view(&session);
    return session;
}

/* What was written is read to a session that writes the same and looks the same. */
static void expect_comes_back(Session *session) {
    Buf text = written(session), again;
    Session other = recalled(session->app.work.file, buf_str(&text));
    again = written(&other);
    assert_string_equal(text.at, again.at);
    session->app.message[0] = other.app.message[0] = '\0';
    session_view(session);
    session_view(&other);
    for (int row = 0; row < session->grid.rows; row++) {
        Buf a, b;
        buf_init(&a, 1 << 16);
        buf_init(&b, 1 << 16);
        grid_row_text(&session->grid, row, &a);
        grid_row_text(&other.grid, row, &b);
        assert_string_equal(a.at, b.at);
        buf_release(&a);
        buf_release(&b);
    }
    buf_release(&text);
    buf_release(&again);
    session_end(&other);
}

/* ---- what is written ---- */

static void the_text_names_things_by_their_ids(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "2 Down Down 1 Down Enter PgDn");
    Buf text = written(&session);
    const char *sum = strstr(text.at, "sum: ");
    assert_non_null(sum);
    assert_string_equal(sum + strlen("sum: 0123456789abcdef"), "\nend: true\n");
    text.at[sum - text.at] = '\0';
    assert_string_equal(text.at, "kairo_session: 1\n"
                                 "plan: elm.yaml\n"
                                 "screens:\n"
                                 "  - screen: roadmap\n"
                                 "    pane: 2\n"
                                 "    row1: smrj-seminar-speaker\n"
                                 "    row2: mirasapo-expert\n"
                                 "  - screen: card\n"
                                 "    program: smrj-seminar-speaker\n"
                                 "    block: 12\n"
                                 "    line: 3\n");
    buf_release(&text);
    session_end(&session);
}

static void a_popup_that_cannot_come_back_is_left_out(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    Buf before = written(&session);
    press(&session, "?");
    assert_string_equal(top_name(&session), "palette");
    Buf text = written(&session);
    assert_string_equal(text.at, before.at);
    buf_release(&text);
    buf_release(&before);
    session_end(&session);
}

/* ---- there and back ---- */

static void every_way_leads_back_to_where_it_was(void **state) {
    (void)state;
    static const char *const ways[] = {
        "Down",
        "2 Down Down Down",
        "3 G 2 G 1 G 4 G 0 G",
        "Enter",
        "Enter PgDn Tab Tab",
        "2 G Enter Tab Tab Tab",
        "c Down c Down c C f Right Down Down",
        "O",
        "D 1 / 2",
        "e 1 8 0 Left Left",
        "O あ い う え お Left",
        "Enter O x y z C-b C-b C-b",
    };
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        Session session = begin_with_plan("elm.yaml");
        press(&session, ways[i]);
        expect_comes_back(&session);
        session_end(&session);
    }
}

static void the_history_begins_there(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "Enter Esc Down Enter");
    assert_null(app_disabled(&session.app, top(&session), CMD_HISTORY_BACK));
    Buf text = written(&session);
    Session other = recalled("elm.yaml", buf_str(&text));
    assert_string_equal(top_name(&other), "card");
    assert_non_null(app_disabled(&other.app, top(&other), CMD_HISTORY_BACK));
    assert_non_null(app_disabled(&other.app, top(&other), CMD_HISTORY_FORWARD));
    press(&other, "Esc [");
    assert_string_equal(top_name(&other), "card");
    buf_release(&text);
    session_end(&other);
    session_end(&session);
}

/* ---- texts ---- */

/* What is being typed, whatever it is, with the cursor at its middle. */
static void expect_typed_comes_back(Str typed) {
    Session session = begin_with_plan("elm.yaml");
    press(&session, "O");
    text_edit_set(&session.app.field, typed);
    text_edit_move(&session.app.field, MIN_OF(typed.len / 2, (size_t)900));
    Buf text = written(&session);
    Session other = recalled("elm.yaml", buf_str(&text));
    assert_string_equal(top_name(&other), "prompt");
    assert_string_equal(other.app.field.text.at, session.app.field.text.at);
    assert_int_equal(other.app.field.cursor, session.app.field.cursor);
    buf_release(&text);
    session_end(&other);
    session_end(&session);
}

static void any_text_comes_back_to_the_byte(void **state) {
    (void)state;
    static const char *const texts[] = {
        "\nend: true\n",
        "end: true",
        "a\nsum: 0000000000000000\nend: true\n",
        "  two blanks\nthen none\n",
        "blanks at the end  \n  and before\n\n\n",
        "\n",
        "\n\n",
        "- a\n- b: c # d",
        "true",
        "0123",
        "x656c6d",
        "\"'\\n%YAML\t\r\n",
        "\x1b[2J\x7f\xC2\x9B\xE2\x80\xAE\xEF\xBB\xBF\xE2\x80\xA8\xC2\x85",
        "\xF4\x8F\xBF\xBF\xEF\xBF\xBF\xEF\xBF\xBD",
        "日本語のメモを書いている途中\nです。",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        expect_typed_comes_back(str(texts[i]));
    for (size_t i = 0; i < COUNT_OF(nasty); i++)
        expect_typed_comes_back(str(nasty[i]));
}

static void every_kind_of_character_comes_back(void **state) {
    (void)state;
    Buf all;
    buf_init(&all, 1 << 20);
    for (uint32_t rune = 1; rune < 0x110000; rune += rune < 0x3000 ? 1 : 251) {
        char utf8[4];
        if (rune < 0xD800 || rune > 0xDFFF)
            buf_add(&all, str_n(utf8, text_encode(rune, utf8)));
    }
    expect_typed_comes_back(buf_str(&all));
    buf_release(&all);
}

static void a_plan_whose_file_is_no_utf8_comes_back(void **state) {
    (void)state;
    static const char *const names[] = {"\xB7\xD7\xB2\xE8.yaml", "計画.yaml", "a\xFF\n.yaml",
                                        "0123.yaml", " .yaml"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Arena arena = {0};
        Session session = begin_with_plan(names[i]);
        Buf text = written(&session);
        assert_string_equal(recall_plan(buf_str(&text), &arena), names[i]);
        arena_release(&arena);
        buf_release(&text);
        session_end(&session);
    }
}

/* More than can be read again: the screen is left out, the one below it stays. */
static void a_text_too_long_costs_only_its_screen(void **state) {
    (void)state;
    static const struct {
        char byte;
        size_t count;
    } texts[] = {{'a', 70000}, {'\x01', 65000}, {'\x01', 65536}};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        Buf typed;
        buf_init(&typed, 1 << 20);
        for (size_t n = 0; n < texts[i].count; n++)
            buf_byte(&typed, texts[i].byte);
        Session session = begin_with_plan("elm.yaml");
        press(&session, "Enter O");
        text_edit_set(&session.app.field, buf_str(&typed));
        Buf text = written(&session);
        assert_true(text.len <= RECALL_MOST && text.len > 0);
        Session other = recalled("elm.yaml", buf_str(&text));
        assert_string_equal(top_name(&other), i == 1 ? "prompt" : "card");
        buf_release(&text);
        buf_release(&typed);
        session_end(&other);
        session_end(&session);
    }
}

/* ---- what belongs to a plan ---- */

static void what_was_typed_for_one_client_is_none_of_anothers(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "Enter O x");
    Buf text = written(&session);
    Session same = recalled("elm.yaml", buf_str(&text));
    Session other = recalled("oak.yaml", buf_str(&text));
    assert_string_equal(top_name(&same), "prompt");
    assert_string_equal(top_name(&other), "card");
    buf_release(&text);
    session_end(&same);
    session_end(&other);
    session_end(&session);
}

/* ---- what is not there any more, or not yet ---- */

/* Between the first line and the end. */
static Session recalled_screens(const char *screens) {
    Arena arena = {0};
    const char *text =
        arena_printf(&arena, "kairo_session: 1\nplan: elm.yaml\nscreens:\n%send: true\n", screens);
    Session session = recalled("elm.yaml", str(text));
    arena_release(&arena);
    return session;
}

static void expect_top(const char *screens, const char *name, int depth) {
    Session session = recalled_screens(screens);
    assert_string_equal(top_name(&session), name);
    assert_int_equal(session.app.depth, depth);
    static const char *const keys[] = {"Down", "Enter", "Esc", "[", "]", "Tab", "P", "1", "q"};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        session_key(&session, keys[i]);
        session_view(&session);
    }
    session_end(&session);
}

#define CARD "  - screen: card\n    program: jetro-library\n"
#define OWNER "  - screen: prompt\n    kind: 2\n    subject: jetro-seminar\n    text: 田中\n"

static void what_is_not_to_be_found_is_left_out(void **state) {
    (void)state;
    expect_top("  - screen: card\n    program: nonesuch\n" CARD, "card", 2);
    expect_top(CARD "  - screen: card\n    program: nonesuch\n", "card", 2);
    expect_top(CARD "  - screen: card\n", "card", 2);
    expect_top("  - screen: prompt\n    kind: 2\n    subject: nonesuch\n", "roadmap", 1);
    expect_top(OWNER, "prompt", 2);
    /* A popup goes with what it stood on. */
    expect_top("  - screen: card\n    program: nonesuch\n" OWNER, "roadmap", 1);
    expect_top("  - screen: card\n    program: nonesuch\n" CARD OWNER, "prompt", 3);
}

static void what_a_later_version_wrote_is_left_out(void **state) {
    (void)state;
    expect_top("  - screen: holograms\n    depth: 3\n" CARD, "card", 2);
    expect_top(CARD "    colour: red\n    list: [a, b]\n    map: {a: b}\n", "card", 2);
    expect_top(CARD "  - screen: holograms\n" OWNER, "card", 2);
    Session session = recalled("elm.yaml", str("kairo_session: 1\nmood: {good: [very]}\n"
                                               "screens:\n" CARD "planets: 9\nend: true\n"));
    assert_string_equal(top_name(&session), "card");
    session_end(&session);
}

static void the_roadmap_is_always_at_the_bottom(void **state) {
    (void)state;
    static const char roadmap[] = "  - screen: roadmap\n    pane: 4\n";
    Arena arena = {0};
    Session session = recalled_screens(CARD);
    assert_int_equal(session.app.stack[0].id, SCREEN_ROADMAP);
    assert_int_equal(session.app.stack[0].roadmap.pane, 1);
    session_end(&session);
    session = recalled_screens(arena_printf(&arena, "%s%s%s", CARD, roadmap, roadmap));
    assert_int_equal(session.app.depth, 2);
    assert_int_equal(session.app.stack[0].roadmap.pane, 1);
    session_end(&session);
    expect_top(arena_printf(&arena, "%s%s%s", roadmap, roadmap, CARD), "card", 2);
    arena_release(&arena);
}

static void no_more_screens_than_there_is_room_for(void **state) {
    (void)state;
    Buf many;
    buf_init(&many, 1 << 20);
    for (int i = 0; i < 1000; i++)
        buf_text(&many, CARD);
    expect_top(many.at, "card", STACK_MOST - KEPT_FOR_POPUPS);
    Session session = recalled_screens(many.at);
    press(&session, "?");
    assert_string_equal(top_name(&session), "palette");
    session_end(&session);
    buf_clear(&many);
    for (int i = 0; i < 1000; i++)
        buf_text(&many, OWNER);
    expect_top(many.at, "prompt", 2); /* there is one field to type in */
    buf_release(&many);
}

static void wrong_values_are_none(void **state) {
    (void)state;
    expect_top("  - card\n  - [card]\n  - {}\n  - screen: [card]\n  - ''\n" CARD, "card", 2);
    expect_top("  - screen: card\n    program: {id: jetro-library}\n", "roadmap", 1);
    static const char *const numbers[] = {"[1]",
                                          "x",
                                          "1x",
                                          "",
                                          "'-'",
                                          "--1",
                                          "99999999999999999999",
                                          "-99999999999999999999",
                                          "32768",
                                          "0x10",
                                          "1e3",
                                          "'1 '"};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        char screen[256];
        snprintf(screen, sizeof screen, CARD "    block: %s\n    link: %s\n", numbers[i],
                 numbers[i]);
        Session session = recalled_screens(screen);
        assert_string_equal(top_name(&session), "card");
        assert_int_equal(top(&session)->card.page.block, 0);
        session_end(&session);
    }
}

/* ---- the filter of the lists ---- */

static bool shows_only(const App *app, Facet facet, const char *ids) {
    Arena arena = {0};
    bool same = strcmp(facets_ids(&arena, app->catalogue, &app->facets, facet), ids) == 0;
    arena_release(&arena);
    return same;
}

static void a_filter_comes_back_by_its_ids(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "2 f Tab Tab Space Down Down Down Space Tab Tab Tab Tab Tab Tab Space");
    assert_true(shows_only(&session.app, FACET_COST, "free not_stated"));
    assert_true(shows_only(&session.app, FACET_PLAN, "yes"));
    Buf text = written(&session);
    assert_non_null(strstr(text.at, "    show-cost: free not_stated\n    show-plan: "));
    assert_non_null(strstr(text.at, "  - screen: facets\n    choice: plan-yes\n"));
    Session other = recalled("elm.yaml", buf_str(&text));
    assert_memory_equal(&other.app.facets, &session.app.facets, sizeof(Facets));
    assert_string_equal(top_name(&other), "facets");
    buf_release(&text);
    session_end(&other);
    session_end(&session);
}

static void what_the_filter_cannot_name_is_left_out(void **state) {
    (void)state;
    Session session = recalled_screens("  - screen: roadmap\n"
                                       "    show-step: 2 7 0\n"
                                       "    show-cost: gratis paid\n"
                                       "    show-need: [A]\n"
                                       "    show-country: atlantis\n"
                                       "    show-colour: red\n");
    assert_true(shows_only(&session.app, FACET_STEP, "0 2"));
    assert_true(shows_only(&session.app, FACET_COST, "paid"));
    assert_false(facets_has_any(&session.app.facets, FACET_NEED));
    assert_false(facets_has_any(&session.app.facets, FACET_COUNTRY));
    session_end(&session);
}

/* ---- texts as good as none ---- */

static bool is_start(const Session *session) {
    const App *app = &session->app;
    return app->depth == 1 && app->stack[0].roadmap.pane == 1 &&
           app->stack[0].roadmap.lists[1].selected == 0;
}

static void expect_none(Str text) {
    Arena arena = {0};
    Session session = recalled("elm.yaml", text);
    assert_true(is_start(&session));
    assert_string_equal(recall_plan(text, &arena), "");
    session_end(&session);
    arena_release(&arena);
}

static void what_is_no_text_of_a_session_is_none(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "\n\n\n\n",
        "end: true\n",
        "\nend: true\n",
        "kairo_session: 1\nscreens:\n" CARD,               /* no end */
        "kairo_session: 1\nscreens:\n" CARD "end: true",   /* half an end */
        "kairo_session: 2\nscreens:\n" CARD "end: true\n", /* not ours to understand */
        "kairo_plan: 1\nscreens:\n" CARD "end: true\n",
        "- kairo_session: 1\nend: true\n",
        "kairo_session: 1\nscreens:\n  - &a {screen: card}\n  - *a\nend: true\n",
        "kairo_session: 1\nscreens: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\nend: true\n",
        "kairo_session: 1\nscreens: !!binary x\nend: true\n",
        "%TAG ! x\n---\nkairo_session: 1\nend: true\n",
        "kairo_session: 1\nscreens:\n" CARD "sum: 0123456789abcdef\nend: true\n",
        "kairo_session: 1\nscreens:\n" CARD "sum: \nend: true\n",
        "\xFF\xFE kairo_session: 1\nend: true\n",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        expect_none(str(texts[i]));
}

static void hostile_texts_cost_little(void **state) {
    (void)state;
    static const char *const pieces[] = {"[", "{a: ", "- ", "[],", "&a [*a,*a],", "\"", "? ", "é"};
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        Buf text;
        buf_init(&text, 2 * RECALL_MOST);
        buf_text(&text, "kairo_session: 1\nscreens: ");
        while (text.len < RECALL_MOST - 64)
            buf_text(&text, pieces[i]);
        buf_text(&text, "\nend: true\n");
        clock_t began = clock();
        expect_none(buf_str(&text));
        print_message("%s: %ld ms\n", pieces[i], (long)((clock() - began) * 1000 / CLOCKS_PER_SEC));
        buf_release(&text);
    }
}

static void a_text_cut_anywhere_is_none(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "2 Down Enter");
    Buf text = written(&session);
    for (size_t len = 0; len < text.len; len++)
        expect_none(str_n(text.at, len));
    buf_release(&text);
    session_end(&session);
}

/* Pages of a new text and of the old one, as a kill in the middle of a write leaves them. */
static void two_texts_in_one_are_none(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "Enter O 田 中 太 郎");
    Buf old = written(&session);
    press(&session, "Left Backspace");
    Buf new = written(&session);
    assert_true(new.len < old.len);
    while (new.len < old.len)
        buf_byte(&new, '\n');
    size_t same = 0;
    while (new.at[same] == old.at[same])
        same++;
    size_t end = (size_t)(strstr(new.at, "\nend: true\n") - new.at);
    for (size_t at = same + 1; at < end; at++) {
        Buf mix;
        buf_init(&mix, RECALL_MOST);
        buf_add(&mix, str_n(new.at, at));
        buf_add(&mix, str_skip(buf_str(&old), at));
        expect_none(buf_str(&mix));
        buf_release(&mix);
    }
    buf_release(&old);
    buf_release(&new);
    session_end(&session);
}

static void what_stands_behind_the_end_is_nothing(void **state) {
    (void)state;
    Session session = begin_with_plan("elm.yaml");
    press(&session, "Enter");
    Buf text = written(&session);
    static const char *const rests[] = {"\n\n\n\n", "rest: [of\n a longer one", "\xFF\x00\x1b",
                                        "end: true\n"};
    for (size_t i = 0; i < COUNT_OF(rests); i++) {
        Buf longer;
        buf_init(&longer, RECALL_MOST);
        buf_add(&longer, buf_str(&text));
        buf_text(&longer, rests[i]);
        Session other = recalled("elm.yaml", buf_str(&longer));
        assert_string_equal(top_name(&other), "card");
        session_end(&other);
        buf_release(&longer);
    }
    buf_release(&text);
    session_end(&session);
}

/* The marks for comparing in their order; what is unknown, doubled or one too many is left out. */
static void marks_for_comparing_come_back(void **state) {
    (void)state;
    Session session = begin();
    press(&session, "c Down Down c 3 c");
    Buf text = written(&session);
    assert_non_null(strstr(text.at, "\ncompared:\n  - jetro-seminar\n"));
    Session other = recalled("elm.yaml", buf_str(&text));
    assert_int_equal(other.app.compared.count, 3);
    for (int i = 0; i < 3; i++)
        assert_ptr_equal(other.app.compared.at[i], session.app.compared.at[i]);
    session_end(&other);
    buf_release(&text);
    session_end(&session);
    other = begin();
    recall_compared(&other.app, str("kairo_session: 1\ncompared:\n  - nothing\n  - jetro-seminar\n"
                                    "  - jetro-seminar\n  - [a]\n  - japan-brand\n"
                                    "  - jetro-library\n  - jfba-lawyer\n  - smrj-advice\n"
                                    "screens:\nend: true\n"));
    assert_int_equal(other.app.compared.count, 4);
    assert_string_equal(other.app.compared.at[0]->id, "jetro-seminar");
    assert_string_equal(other.app.compared.at[3]->id, "jfba-lawyer");
    recall_compared(&other.app, str("kairo_session: 1\ncompared: jetro-seminar\nend: true\n"));
    recall_compared(&other.app, str(""));
    assert_int_equal(other.app.compared.count, 4);
    session_end(&other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_names_things_by_their_ids),
        cmocka_unit_test(a_popup_that_cannot_come_back_is_left_out),
        cmocka_unit_test(every_way_leads_back_to_where_it_was),
        cmocka_unit_test(the_history_begins_there),
        cmocka_unit_test(marks_for_comparing_come_back),
        cmocka_unit_test(any_text_comes_back_to_the_byte),
        cmocka_unit_test(every_kind_of_character_comes_back),
        cmocka_unit_test(a_plan_whose_file_is_no_utf8_comes_back),
        cmocka_unit_test(a_text_too_long_costs_only_its_screen),
        cmocka_unit_test(a_filter_comes_back_by_its_ids),
        cmocka_unit_test(what_the_filter_cannot_name_is_left_out),
        cmocka_unit_test(what_was_typed_for_one_client_is_none_of_anothers),
        cmocka_unit_test(what_is_not_to_be_found_is_left_out),
        cmocka_unit_test(what_a_later_version_wrote_is_left_out),
        cmocka_unit_test(the_roadmap_is_always_at_the_bottom),
        cmocka_unit_test(no_more_screens_than_there_is_room_for),
        cmocka_unit_test(wrong_values_are_none),
        cmocka_unit_test(what_is_no_text_of_a_session_is_none),
        cmocka_unit_test(hostile_texts_cost_little),
        cmocka_unit_test(a_text_cut_anywhere_is_none),
        cmocka_unit_test(two_texts_in_one_are_none),
        cmocka_unit_test(what_stands_behind_the_end_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
