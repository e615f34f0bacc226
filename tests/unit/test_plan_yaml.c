/* Plans as files: what is written is read again to the byte, and reads well by eye. */
#include "plan_fixture.h"

#include "catalogue/yaml_reader.h"

/* ---- writing ---- */

static void a_file_has_one_fact_per_line(void **state) {
    (void)state;
    Plan plan = small_plan();
    DO(plan_remove, &plan, "seminar", monday);
    set(&plan, "fair", PLAN_STATUS, "preparing", tuesday);
    set(&plan, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&plan, "fair", PLAN_ESTIMATE, "180万", tuesday);
    set(&plan, "fair", PLAN_OWNER, "山田: 太郎", tuesday);
    set(&plan, "fair", PLAN_NOTE, "決算書は3期分。\n\n  担当者に電話する。", tuesday);
    set(&plan, "fair", PLAN_DOCUMENTS, "[x] 決算書\n登記簿謄本", tuesday);
    char *file = written(&plan);
    Arena arena = {0};
    const char *seen = text_of(&plan, "fair", PLAN_SEEN);
    const char *expected =
        arena_printf(&arena,
                     "kairo_plan: 1\n"
                     "name: 株式会社エルム\n"
                     "created: 2016-12-19T01:00:00Z\n"
                     "updated: 2016-12-20T02:30:00Z\n"
                     "items:\n"
                     "  - program: fair\n"
                     "    name: \"=見本市\"\n"
                     "    step: 3\n"
                     "    status: 準備中\n"
                     "    owner: \"山田: 太郎\"\n"
                     "    due: 2017-01-27\n"
                     "    estimate: 1800000\n"
                     "    note: |-\n"
                     "      決算書は3期分。\n"
                     "\n"
                     "        担当者に電話する。\n"
                     "    documents:\n"
                     "      - \"[x] 決算書\"\n"
                     "      - \"[ ] 登記簿謄本\"\n"
                     "    seen: %s\n"
                     "    log:\n"
                     "      - {at: 2016-12-19T01:00:00Z, field: added}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: status, from: 候補, to: 準備中}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: due, to: \"2017-01-27\"}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: estimate, to: \"1800000\"}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: owner, to: \"山田: 太郎\"}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: note, to: \"決算書は3期分。\\n\\n  "
                     "担当者に電話する。\"}\n"
                     "      - {at: 2016-12-20T02:30:00Z, field: documents, to: \"[x] 決算書\\n[ ] "
                     "登記簿謄本\"}\n"
                     "end: true\n",
                     seen);
    assert_string_equal(file, expected);
    free(file);
    arena_release(&arena);
    plan_release(&plan);
}

static void a_note_that_a_block_cannot_hold_keeps_a_line_for_each_line(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_NOTE, "trailing \n  leading\n\ntab\there\r\n", tuesday);
    char *file = written(&plan);
    assert_non_null(strstr(file, "    note: \"trailing \\n\\\n"
                                 "      \\  leading\\n\\\n"
                                 "      \\n\\\n"
                                 "      tab\\there\\r\\n\"\n"));
    free(file);
    plan_release(&plan);
}

/* Lines of `file` that `other` has not, without the log and the plan's stamp. */
static int lines_apart(const char *file, const char *other) {
    int count = 0;
    Arena arena = {0};
    other = arena_printf(&arena, "\n%s", other);
    for (const char *line = file; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        const char *copy = arena_printf(&arena, "\n%.*s\n", (int)len, line);
        bool beside = strstr(copy, "{at: ") != NULL || strncmp(copy, "\nupdated:", 9) == 0;
        if (!beside && strstr(other, copy) == NULL)
            count++;
        line += len + 1;
    }
    arena_release(&arena);
    return count;
}

static void a_field_that_changes_is_a_line_that_changes(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_NOTE, "一\n二\n三", tuesday);
    set(&plan, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&plan, "fair", PLAN_DOCUMENTS, "決算書\n見積書", tuesday);
    DO(plan_remove, &plan, "seminar", tuesday); /* its lines look like those of the other */
    static const struct {
        PlanField field;
        const char *text;
    } edits[] = {{PLAN_NOTE, "一\n二と半\n三"},
                 {PLAN_DUE, "2017-01-28"},
                 {PLAN_STATUS, "採択"},
                 {PLAN_DOCUMENTS, "決算書\n[x] 見積書"}};
    for (size_t i = 0; i < COUNT_OF(edits); i++) {
        char *before = written(&plan);
        set(&plan, "fair", edits[i].field, edits[i].text, friday);
        char *after = written(&plan);
        assert_int_equal(lines_apart(after, before), 1);
        assert_int_equal(lines_apart(before, after), 1);
        free(before);
        free(after);
    }
    plan_release(&plan);
}

/* ---- there and back ---- */

static void assert_round_trip(const Plan *plan) {
    char *file = written(plan);
    Plan read = read_back(file);
    assert_same_plan(plan, &read);
    char *again = written(&read);
    assert_string_equal(again, file);
    free(file);
    free(again);
    plan_release(&read);
}

/* The text wherever any text may stand. */
static void put_everywhere(Plan *plan, const char *text) {
    PlanItem *item = &plan->items[0];
    if (text[0] != '\0' && strlen(text) <= PLAN_NAME_MOST)
        plan_store(&plan->name, text);
    plan_store(&item->fields[PLAN_NOTE], text);
    plan_store(&item->fields[PLAN_REASON], text);
    plan_records_add(&item->log, plan_record(friday.now, "note", text, text));
    plan_records_add(&item->conflicts, plan_record(friday.now, "note", "", text));
    plan_records_add(&plan->conflicts, plan_record(friday.now, "plan", "", text));
    set(plan, item->program, PLAN_OWNER, "", tuesday);
    PlanChange change = {0};
    Err err; /* a text of several lines is refused, which is as well */
    plan_set(plan, item->program, PLAN_OWNER, str(text), tuesday, &change, &err);
    plan_set(plan, item->program, PLAN_DOCUMENTS, str(text), tuesday, &change, &err);
    plan_change_release(&change);
}

static void assert_text_round_trips(const char *text) {
    Plan plan = small_plan();
    put_everywhere(&plan, text);
    assert_round_trip(&plan);
    plan_release(&plan);
}

static void texts_that_look_like_yaml_come_back(void **state) {
    (void)state;
    static const char *const texts[] = {
        "- ",
        "- a",
        "# a",
        "a # b",
        "a: b",
        "a:",
        ": ",
        ":",
        "?",
        "? a",
        "? a: b",
        "&anchor",
        "*alias",
        "!tag",
        "|",
        ">",
        "|-",
        "%YAML 1.1",
        "%",
        "@a",
        "`a",
        "---",
        "...",
        "--- a",
        "\n---\n",
        "\n...\na",
        "[a, b]",
        "{a: b}",
        "'a'",
        "\"a\"",
        "a'b",
        "a\"b",
        "\\",
        "\\n",
        "a\\",
        "~",
        "null",
        "true",
        "No",
        "123",
        "1e3",
        "0x1F",
        "2016-12",
        "1:30",
        "=",
        "<<",
        "a,b",
        "a]b",
        "}",
        " a",
        "a ",
        "  a\nb",
        "a\n  b",
        "a\n\n\n",
        "\n",
        "\n\n",
        " \n ",
        "a\n ",
        "a \nb",
        "a\n\n b\n",
        "　a　",
        "a\tb",
        "\ta\n\tb",
        "a\r\nb",
        "a\rb",
        "\r",
        "a\n# b",
        "a\n- b: c",
        "#\n#",
        "a\n%b\n",
        "\x01\x1F\x7F",
        "\xC2\x80\xC2\x85\xC2\x9B",
        "\xE2\x80\xA8\xE2\x80\xA9",
        "\xEF\xBB\xBF",
        "\xEF\xBF\xBE\xEF\xBF\xBF",
        "\xF4\x8F\xBF\xBF",
        "\xF3\xA0\x81\xBF",
        "a\xE2\x80\x8B\nb",
        "key: |\n  text\n",
        "\"\n\"",
        "a  b   c",
        "items:\n  - program: x",
        "\\x41\\u0041",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_text_round_trips(texts[i]);
}

static void any_text_comes_back(void **state) {
    (void)state;
    uint32_t seed = 41;
    for (size_t i = 0; i < NASTY_COUNT; i++)
        if (text_is_utf8(str(nasty[i])))
            assert_text_round_trips(nasty[i]);
    for (int i = 0; i < 1000; i++) {
        Arena arena = {0};
        assert_text_round_trips(random_utf8(&arena, &seed, 40));
        arena_release(&arena);
    }
}

/* Every code point that UTF-8 has, a thousand at a time. */
static void every_character_comes_back(void **state) {
    (void)state;
    enum { AT_A_TIME = 4096 };
    char text[AT_A_TIME * 4 + 1];
    for (uint32_t from = 0; from < 0x110000; from += AT_A_TIME) {
        size_t used = 0;
        for (uint32_t code = from; code < from + AT_A_TIME; code++)
            if (code != 0 && (code < 0xD800 || code > 0xDFFF))
                used += text_encode(code, text + used);
        text[used] = '\0';
        if (from % 0x10000 == 0 || from < 0x10000 || used == 0) /* one of each plane, all of one */
            assert_text_round_trips(text);
    }
}

static void any_plan_comes_back(void **state) {
    (void)state;
    uint32_t seed = 20161214;
    for (int i = 0; i < 150; i++) {
        Arena arena = {0};
        Plan plan = random_plan(&arena, &seed, 40);
        assert_round_trip(&plan);
        plan_release(&plan);
        arena_release(&arena);
    }
}

static void the_largest_note_comes_back(void **state) {
    (void)state;
    Arena arena = {0};
    char *text = arena_alloc(&arena, PLAN_TEXT_KEPT + 1);
    memset(text, '\x1B', PLAN_TEXT_KEPT);
    Plan plan = small_plan();
    plan_store(&plan.items[0].fields[PLAN_NOTE], text);
    assert_round_trip(&plan);
    plan_release(&plan);
    arena_release(&arena);
}

static void an_archived_plan_without_items_comes_back(void **state) {
    (void)state;
    Plan plan;
    plan_init(&plan, "空", monday.now);
    DO(plan_archive, &plan, true, friday);
    assert_round_trip(&plan);
    plan_release(&plan);
}

static void line_ends_of_another_system_change_nothing(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_NOTE, "一\n二", tuesday);
    char *file = written(&plan);
    Buf other;
    buf_init(&other, 65536);
    for (const char *at = file; *at != '\0'; at++) {
        if (*at == '\n')
            buf_byte(&other, '\r');
        buf_byte(&other, *at);
    }
    Plan read = read_back(other.at);
    assert_same_plan(&read, &plan);
    plan_release(&read);
    plan_release(&plan);
    buf_release(&other);
    free(file);
}

/* ---- reading what people write ---- */

#define HEAD                                                                                       \
    "kairo_plan: 1\nname: a\ncreated: 2016-12-19T01:00:00Z\nupdated: 2016-12-19T01:00:00Z\n"

static void a_file_written_by_hand_is_read(void **state) {
    (void)state;
    Plan plan =
        read_back(HEAD "items:\n- program: fair\n  status: applied\n  due: H29.1.27\n"
                       "  estimate: 180万\n  documents: [決算書, '[x] 見積書']\nend: true\n");
    assert_string_equal(text_of(&plan, "fair", PLAN_STATUS), "申請済");
    assert_string_equal(text_of(&plan, "fair", PLAN_DUE), "2017-01-27");
    assert_string_equal(text_of(&plan, "fair", PLAN_ESTIMATE), "1800000");
    assert_string_equal(text_of(&plan, "fair", PLAN_DOCUMENTS), "[ ] 決算書\n[x] 見積書");
    assert_string_equal(text_of(&plan, "fair", PLAN_NAME), "");
    plan_release(&plan);
}

/* All problems, a line each. */
static void assert_problems(const char *file, const char *expected) {
    Plan plan = {.count = 77};
    Problems problems = {0};
    Arena arena = {0};
    Buf all;
    buf_init(&all, 65536);
    assert_false(plan_read(str(file), "p.yaml", &plan, &problems));
    assert_int_equal(plan.count, 77); /* left alone */
    problems_sort(&problems);
    for (size_t i = 0; i < problems.count; i++)
        buf_printf(&all, "%s\n", problem_text(&arena, &problems.items[i]));
    assert_string_equal(all.at, expected);
    buf_release(&all);
    problems_release(&problems);
    arena_release(&arena);
}

static void every_mistake_is_named_with_its_place(void **state) {
    (void)state;
    assert_problems(HEAD "archived: maybe\nitems:\n"
                         "  - program: fair\n    statsu: 採択\n    due: 2017-02-30\n"
                         "  - program: fair\n    status: 採\n    note: [a]\n"
                         "  - status: 候補\n    log:\n      - {at: yesterday, field: note}\n"
                         "  - text\nend: true\n",
                    "p.yaml:5:11: 'maybe' is not right for 'archived'; expected true or false\n"
                    "p.yaml:8:5: unknown key 'statsu' in an item of the plan (did you mean "
                    "'status'?)\n"
                    "p.yaml:9:10: '2017-02-30' is not a day; type one like 2017-01-27, H29.1.27, "
                    "1/27 or +2w\n"
                    "p.yaml:10:14: 'fair' is in the plan twice; it is already in line 7\n"
                    "p.yaml:11:13: '採' is not a status (did you mean '採択'?)\n"
                    "p.yaml:12:11: 'note' must be a text, not a list or a map\n"
                    "p.yaml:13:5: an item of the plan needs the key 'program', which is missing\n"
                    "p.yaml:15:14: 'yesterday' is not right for 'at'; expected a time like "
                    "2026-11-22T03:04:05Z\n"
                    "p.yaml:16:5: 'items' must be a map (lines of 'key: value')\n");
}

static void what_a_plan_needs_is_asked_for(void **state) {
    (void)state;
    assert_problems(
        "kairo_plan: 1\n",
        "p.yaml:1:1: a plan needs the key 'name', which is missing\n"
        "p.yaml:1:1: a plan needs the key 'created', which is missing\n"
        "p.yaml:1:1: a plan needs the key 'updated', which is missing\n"
        "p.yaml:1:1: the file was cut or added to: its last line must be 'end: true'\n");
    assert_problems(
        HEAD "end: true\nitems: []\n",
        "p.yaml:5:1: the file was cut or added to: its last line must be 'end: true'\n");
    assert_problems("name: a\n",
                    "p.yaml:1:1: this is not a plan of kairo: the line 'kairo_plan: 1' is "
                    "missing\n");
    assert_problems("", "p.yaml:1:1: the file is empty\n");
}

static void a_newer_format_is_refused_in_one_sentence(void **state) {
    (void)state;
    assert_problems("kairo_plan: 2\nname: a\nnew_key: x\n",
                    "p.yaml:1:13: a newer kairo wrote this plan (format 2; this one reads format "
                    "1): use that one, or update this one\n");
    assert_problems("kairo_plan: one\n",
                    "p.yaml:1:13: 'one' is not a format of plans; expected 1\n");
}

static void relative_dates_mean_nothing_in_a_file(void **state) {
    (void)state;
    assert_problems(HEAD "items:\n  - program: a\n    due: +2w\nend: true\n",
                    "p.yaml:7:10: '+2w' is not a day; type one like 2017-01-27, H29.1.27, 1/27 or "
                    "+2w\n");
}

static void marks_of_a_failed_merge_are_a_problem_not_a_loss(void **state) {
    (void)state;
    Plan plan = {0};
    Problems problems = {0};
    const char *file = HEAD "items:\n  - program: a\n<<<<<<< ours\n    due: 2017-01-27\n=======\n"
                            "    due: 2017-01-28\n>>>>>>> theirs\n";
    assert_false(plan_read(str(file), "p.yaml", &plan, &problems));
    assert_int_equal(problems.count, 1);
    assert_in_range(problems.items[0].line, 6, 8);
    problems_release(&problems);
}

static void a_cut_file_is_never_read_as_a_whole_one(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_NOTE, "一\n二\n三", tuesday);
    char *file = written(&plan);
    for (size_t len = 0; len + 1 < strlen(file); len++) {
        Plan cut = {0};
        Problems problems = {0};
        assert_false(plan_read(str_n(file, len), "p.yaml", &cut, &problems));
        assert_true(problems.count > 0);
        problems_release(&problems);
    }
    free(file);
    plan_release(&plan);
}

static void hostile_files_are_refused(void **state) {
    (void)state;
    assert_problems(HEAD "items: &a []\n", "p.yaml:5:8: an anchor (&) is not allowed; put the text "
                                           "in quotes if it starts with &\n");
    assert_problems(HEAD "x: \"\\0\"\n", "p.yaml:5:4: a control character; remove it (U+0000)\n");
    assert_problems(HEAD "x: a\x1B\n", "p.yaml:5:5: a control character; remove it (U+001B)\n");
    assert_problems(HEAD "owner\x1B: a\n", "p.yaml:5:6: a control character; remove it (U+001B)\n");
}

static void a_million_wrong_keys_do_no_harm(void **state) {
    (void)state;
    Buf file;
    buf_init(&file, YAML_FILE_MOST);
    buf_text(&file, HEAD);
    for (int i = 0; i < 100000; i++)
        buf_printf(&file, "some-key-%d: a\n", i);
    Plan plan = {0};
    Problems problems = {0};
    assert_false(plan_read(buf_str(&file), "p.yaml", &plan, &problems));
    assert_int_equal(problems.count, PROBLEMS_MOST);
    assert_int_equal(problems.dropped, 100001 - PROBLEMS_MOST); /* and no end */
    problems_release(&problems);
    buf_release(&file);
}

static void terms_of_an_estimate_are_a_list(void **state) {
    (void)state;
    Plan plan = small_plan();
    char *without = written(&plan);
    assert_null(strstr(without, "terms"));
    free(without);
    set(&plan, "fair", PLAN_TERMS, "一般型\n- 雇用: #1", tuesday);
    char *file = written(&plan);
    assert_non_null(
        strstr(file, "    terms:\n      - 一般型\n      - \"- 雇用: #1\"\n    seen: "));
    Plan again = read_back(file);
    assert_same_plan(&plan, &again);
    free(file);
    plan_release(&again);
    plan_release(&plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_of_an_estimate_are_a_list),
        cmocka_unit_test(a_file_has_one_fact_per_line),
        cmocka_unit_test(a_note_that_a_block_cannot_hold_keeps_a_line_for_each_line),
        cmocka_unit_test(a_field_that_changes_is_a_line_that_changes),
        cmocka_unit_test(texts_that_look_like_yaml_come_back),
        cmocka_unit_test(any_text_comes_back),
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(any_plan_comes_back),
        cmocka_unit_test(the_largest_note_comes_back),
        cmocka_unit_test(an_archived_plan_without_items_comes_back),
        cmocka_unit_test(line_ends_of_another_system_change_nothing),
        cmocka_unit_test(a_file_written_by_hand_is_read),
        cmocka_unit_test(every_mistake_is_named_with_its_place),
        cmocka_unit_test(what_a_plan_needs_is_asked_for),
        cmocka_unit_test(a_newer_format_is_refused_in_one_sentence),
        cmocka_unit_test(relative_dates_mean_nothing_in_a_file),
        cmocka_unit_test(marks_of_a_failed_merge_are_a_problem_not_a_loss),
        cmocka_unit_test(a_cut_file_is_never_read_as_a_whole_one),
        cmocka_unit_test(hostile_files_are_refused),
        cmocka_unit_test(a_million_wrong_keys_do_no_harm),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
