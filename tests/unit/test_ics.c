/* Calendars, held against RFC 5545: lines, folding, escaping, and events that stay the same. */
#include "plan_fixture.h"

#include "report/ics.h"

enum { OCTETS_MOST = 75 };

/* In the arena; *events may be NULL. */
static const char *calendar(Arena *arena, const Plan *plan, const char *file, size_t *events) {
    Catalogue from = sample_catalogue();
    Buf out;
    buf_init(&out, 1 << 24);
    size_t count = ics_print_plan(&out, &from, plan, file);
    const char *text = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    if (events != NULL)
        *events = count;
    return text;
}

static void has(const char *text, const char *part) {
    if (strstr(text, part) == NULL)
        fail_msg("missing: %s\n%s", part, text);
}

/* Lines joined again as a reader does it: a line break and a blank are nothing. */
static const char *unfolded(Arena *arena, const char *text) {
    char *out = arena_alloc(arena, strlen(text) + 1), *end = out;
    for (; *text != '\0'; text++)
        if (text[0] == '\r' && text[1] == '\n' && text[2] == ' ')
            text += 2;
        else
            *end++ = *text;
    return out;
}

/* The value of the first such line, its escapes taken back. */
static const char *value_of(Arena *arena, const char *text, const char *property) {
    const char *line = strstr(unfolded(arena, text), arena_printf(arena, "\r\n%s:", property));
    assert_non_null(line);
    line += strlen(property) + 3;
    char *out = arena_alloc(arena, strlen(line) + 1), *end = out;
    for (; *line != '\r'; line++) {
        if (*line == '\\')
            line++;
        *end++ = line[-1] == '\\' && *line == 'n' ? '\n' : *line;
    }
    return out;
}

/* Whole characters, at most 75 octets, CR LF at the end and nowhere else. */
static void assert_lines_are_right(const char *text) {
    while (*text != '\0') {
        size_t len = strcspn(text, "\r\n");
        assert_in_range(len, 1, OCTETS_MOST);
        assert_true(text_is_utf8(str_n(text, len)));
        for (size_t i = 0; i < len; i++)
            assert_true((unsigned char)text[i] >= 0x20 && text[i] != 0x7F);
        assert_memory_equal(text + len, "\r\n", 2);
        text += len + 2;
    }
}

static void an_event_for_each_due_date(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&plan, "fair", PLAN_OWNER, "Sato; Hanako", tuesday);
    size_t events;
    const char *text = calendar(&arena, &plan, "elm.yaml", &events);
    assert_int_equal(events, 1);
    assert_lines_are_right(text);
    const char *uid = value_of(&arena, text, "UID");
    assert_string_equal(
        unfolded(&arena, text),
        arena_printf(&arena,
                     "BEGIN:VCALENDAR\r\n"
                     "VERSION:2.0\r\n"
                     "PRODID:-//kairo//kairo//EN\r\n"
                     "CALSCALE:GREGORIAN\r\n"
                     "NAME:Going abroad: the plan of 株式会社エルム\r\n"
                     "X-WR-CALNAME:Going abroad: the plan of 株式会社エルム\r\n"
                     "BEGIN:VEVENT\r\n"
                     "UID:%s\r\n"
                     "DTSTAMP:20161220T023000Z\r\n"
                     "DTSTART;VALUE=DATE:20170127\r\n"
                     "DTEND;VALUE=DATE:20170128\r\n"
                     "SUMMARY:Trade fair (株式会社エルム) is due\r\n"
                     "DESCRIPTION:Status: candidate\\nOwner: Sato\\; Hanako\\n"
                     "Provider: SME Support\\nContact: 海外展開支援課\\n"
                     "03-3581-1101 (ext. 3823)\\n0120-95-3375 (Free Dial)\\n"
                     "info@example.jp\\n平日9:00～17:00\\n"
                     "Guide: http://www.example.jp/a\\n"
                     "What is said of the programs (fees\\, periods\\, contacts) is of December "
                     "2016. Before relying on it\\, ask the provider how things stand now.\r\n"
                     "URL:http://www.example.jp/a\r\n"
                     "STATUS:CONFIRMED\r\n"
                     "TRANSP:TRANSPARENT\r\n"
                     "END:VEVENT\r\n"
                     "END:VCALENDAR\r\n",
                     uid));
    arena_release(&arena);
    plan_release(&plan);
}

/* RFC 5545 knows no calendar without a component. */
static void no_due_date_is_no_calendar(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan();
    size_t events = 1;
    assert_string_equal(calendar(&arena, &plan, "elm.yaml", &events), "");
    assert_int_equal(events, 0);
    arena_release(&arena);
    plan_release(&plan);
}

static void what_will_not_be_used_is_cancelled(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    set(&plan, "fair", PLAN_STATUS, "dropped", monday);
    set(&plan, "seminar", PLAN_DUE, "2017-01-28", monday);
    set(&plan, "seminar", PLAN_STATUS, "done", monday);
    size_t events;
    const char *text = calendar(&arena, &plan, "elm.yaml", &events);
    assert_int_equal(events, 2);
    has(text, "STATUS:CANCELLED\r\n");
    has(text, "STATUS:CONFIRMED\r\n");
    assert_string_equal(value_of(&arena, text, "SUMMARY"), "Seminars (株式会社エルム): done");
    arena_release(&arena);
    plan_release(&plan);
}

static void the_last_day_of_the_calendar_has_no_day_after(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_DUE, "9999-12-31", monday);
    const char *text = calendar(&arena, &plan, "elm.yaml", NULL);
    has(text, "DTSTART;VALUE=DATE:99991231\r\n");
    assert_null(strstr(text, "DTEND"));
    arena_release(&arena);
    plan_release(&plan);
}

/* ---- the same event again ---- */

static void an_event_stays_the_same_while_the_plan_is_worked_on(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    const char *before = calendar(&arena, &plan, "elm.yaml", NULL);
    assert_string_equal(before, calendar(&arena, &plan, "elm.yaml", NULL));
    set(&plan, "seminar", PLAN_NOTE, "x", tuesday);
    assert_string_equal(before, calendar(&arena, &plan, "elm.yaml", NULL));
    set(&plan, "fair", PLAN_DUE, "2017-02-01", friday);
    const char *after = calendar(&arena, &plan, "elm.yaml", NULL);
    assert_string_equal(value_of(&arena, before, "UID"), value_of(&arena, after, "UID"));
    has(before, "DTSTAMP:20161219T010000Z\r\n");
    has(after, "DTSTAMP:20161223T091530Z\r\n");
    arena_release(&arena);
    plan_release(&plan);
}

static void an_event_is_that_of_one_plan_and_program_and_names_neither(void **state) {
    (void)state;
    Arena arena = {0};
    Plan plan = small_plan(), other;
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    plan_copy(&other, &plan);
    plan_store(&other.created, tuesday.now);
    const char *uid = value_of(&arena, calendar(&arena, &plan, "elm.yaml", NULL), "UID");
    const char *file = value_of(&arena, calendar(&arena, &plan, "oak.yaml", NULL), "UID");
    const char *made = value_of(&arena, calendar(&arena, &other, "elm.yaml", NULL), "UID");
    set(&plan, "fair", PLAN_DUE, "", monday);
    set(&plan, "seminar", PLAN_DUE, "2017-01-27", monday);
    const char *program = value_of(&arena, calendar(&arena, &plan, "elm.yaml", NULL), "UID");
    assert_string_not_equal(uid, file);
    assert_string_not_equal(uid, made);
    assert_string_not_equal(uid, program);
    assert_null(strstr(uid, "elm"));
    assert_null(strstr(uid, "fair"));
    arena_release(&arena);
    plan_release(&plan);
    plan_release(&other);
}

/* ---- texts ---- */

static void check_note(const char *note, const char *escaped) {
    Arena arena = {0};
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    set(&plan, "fair", PLAN_NOTE, note, monday);
    const char *text = calendar(&arena, &plan, "elm.yaml", NULL);
    assert_lines_are_right(text);
    has(unfolded(&arena, text), arena_printf(&arena, "\\nNote: %s\\nWhat is said", escaped));
    arena_release(&arena);
    plan_release(&plan);
}

static void texts_are_escaped(void **state) {
    (void)state;
    check_note("a, b; c: d \\ e\nf", "a\\, b\\; c: d \\\\ e\\nf");
    check_note("a\r\nb\rc\td", "a\\nb\\nc d");
    check_note("\x1B[31m\x07\xC2\x9B", "\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD");
    check_note("\"x\"\nEND:VCALENDAR\nBEGIN:VEVENT", "\"x\"\\nEND:VCALENDAR\\nBEGIN:VEVENT");
    check_note("葛\xF3\xA0\x84\x80城", "葛\xF3\xA0\x84\x80城");
}

static void random_notes_come_back_whole(void **state) {
    (void)state;
    uint32_t seed = 5545;
    for (int round = 0; round < 300; round++) {
        Arena arena = {0};
        Plan plan = small_plan();
        const char *note = random_utf8(&arena, &seed, 200);
        set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
        set(&plan, "fair", PLAN_NOTE, note, monday);
        const char *text = calendar(&arena, &plan, "elm.yaml", NULL);
        assert_lines_are_right(text);
        const char *clean = arena_copy(&arena, text_clean_file(&arena, str(note)));
        if (clean[0] != '\0')
            has(value_of(&arena, text, "DESCRIPTION"),
                arena_printf(&arena, "\nNote: %s\nWhat is said", clean));
        arena_release(&arena);
        plan_release(&plan);
    }
}

/* Lines of every length around the fold, of characters of one to four octets. */
static void every_length_folds_between_characters(void **state) {
    (void)state;
    static const char *const letters[] = {"a", "é", "海", "\xF0\x9F\x9A\xA2"};
    for (size_t k = 0; k < COUNT_OF(letters); k++)
        for (int count = 1; count < 160; count++) {
            Arena arena = {0};
            Plan plan;
            const char *name = "";
            for (int i = 0; i < count; i++)
                name = arena_printf(&arena, "%s%s", name, letters[k]);
            plan_init(&plan, name, monday.now);
            DO(plan_add, &plan, &sample_programs[0], monday);
            set(&plan, "seminar", PLAN_DUE, "2017-01-27", monday);
            const char *text = calendar(&arena, &plan, "elm.yaml", NULL);
            assert_lines_are_right(text);
            assert_string_equal(value_of(&arena, text, "SUMMARY"),
                                arena_printf(&arena, "Seminars (%s) is due", name));
            arena_release(&arena);
            plan_release(&plan);
        }
}

/* An address is no text: one that would need escaping is left out. */
static void only_a_plain_address_is_a_url(void **state) {
    (void)state;
    static const char *const bad[] = {"javascript:x", "http://x.jp/ y", "http://x.jp/\nEND:VEVENT",
                                      "http://日本.jp/"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        Link links[] = {{.label = "", .url = bad[i], .printed = "", .audience = ""}};
        Program program = sample_programs[0];
        program.links = (Links){links, 1};
        Catalogue from = sample_catalogue();
        from.programs = (Programs){&program, 1};
        Plan plan = small_plan();
        Buf out;
        set(&plan, "seminar", PLAN_DUE, "2017-01-27", monday);
        buf_init(&out, 1 << 20);
        assert_int_equal(ics_print_plan(&out, &from, &plan, "elm.yaml"), 1);
        assert_lines_are_right(out.at);
        assert_null(strstr(out.at, "\r\nURL:"));
        buf_release(&out);
        plan_release(&plan);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_for_each_due_date),
        cmocka_unit_test(no_due_date_is_no_calendar),
        cmocka_unit_test(what_will_not_be_used_is_cancelled),
        cmocka_unit_test(the_last_day_of_the_calendar_has_no_day_after),
        cmocka_unit_test(an_event_stays_the_same_while_the_plan_is_worked_on),
        cmocka_unit_test(an_event_is_that_of_one_plan_and_program_and_names_neither),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(random_notes_come_back_whole),
        cmocka_unit_test(every_length_folds_between_characters),
        cmocka_unit_test(only_a_plain_address_is_a_url),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
