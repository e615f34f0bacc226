/*
 * Files made to harm: each must be refused with a message, or read, after an amount of work
 * that its size bounds. Work is counted, not timed: events taken from libyaml and bytes it
 * has looked at, memory handed out.
 */
#include "catalogue/yaml_reader.h"

#include "base/buf.h"
#include "base/tr.h"
#include "temp_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { BYTES = 512 * 1024 };

typedef struct Hostile {
    const char *what;
    const char *before, *again, *after; /* `again` is repeated to BYTES */
    const char *message;                /* part of what is said; NULL when it is read */
    size_t bytes_most;                  /* libyaml may look at; 0: at all */
    bool numbered;                      /* `again` has a %d */
} Hostile;

/* One buffer of libyaml's beyond what it has to see. */
enum { SOON = 64 * 1024, NEVER = 1 };

static const Hostile hostiles[] = {
    {"lists in lists", "a: ", "[", "", "nested more than 8", SOON, false},
    {"lists in lists, on lines", "a:\n ", "[\n ", "", "nested more than 8", SOON, false},
    {"a list of lists at the top", "", "[", "", "not a list", SOON, false},
    {"maps in maps", "a: ", "{a: ", "", "nested more than 8", SOON, false},
    {"maps and lists in turn", "a: ", "[{a: ", "", "nested more than 8", SOON, false},
    {"block lists in lists", "a:\n  ", "- ", "", "nested more than 8", SOON, false},
    {"keys that are maps", "", "? ", "", "key must be plain text", SOON, false},
    {"braces as keys", "", "{", "", "key must be plain text", SOON, false},
    {"many anchors", "a:\n", "- &a%d x\n", "", "anchor", SOON, true},
    {"laughs", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\n", "c: [*b,*b,*b,*b]\n", "", "anchor", SOON,
     false},
    {"many aliases", "a: [", "*a, ", "]\n", "alias", SOON, false},
    {"many tags", "a: ", "!!str ", "x\n", "tag", SOON, false},
    {"%TAG lines", "", "%%TAG !t%d! tag:x,2016:\n", "--- {a: b}\n", "directive", NEVER, true},
    {"%YAML lines", "", "%YAML 1.1\n", "--- {a: b}\n", "directive", NEVER, false},
    {"%TAG lines further down", "a: 1\n...\n", "%%TAG !t%d! tag:x,2016:\n", "", "directive", NEVER,
     true},
    {"a huge plain text", "a: ", "x", "\n", "more than 64 KiB", 0, false},
    {"a huge quoted text", "a: \"", "x ", "\"\n", "more than 64 KiB", 0, false},
    {"a huge text of escapes", "a: \"", "\\u3042", "\"\n", "more than 64 KiB", 0, false},
    {"a huge block text", "a: |\n", "  x\n", "", "more than 64 KiB", 0, false},
    {"a huge key", "", "k", ": v\n", "more than 64 KiB", 0, false},
    {"a quote that never ends", "a: \"", "x y\n  ", "", "not closed", 0, false},
    {"many documents", "", "--- {a: b}\n", "", "second document", SOON, false},
    {"nothing but comments", "", "# x\n", "", "empty", 0, false},
    {"nothing but lines", "", "\n", "", "empty", 0, false},
    {"nothing but blanks", "", " ", "", "empty", 0, false},
    {"empty lists", "a: [", "[],", "]\n", "too many short values", 0, false},
    {"tiny maps", "a: [", "{a: b},", "]\n", "too many short values", 0, false},
    {"many keys", "", "k%d: v\n", "", "too many short values", 0, true},
    {"stars", "", "*", "", "'&' and '*'", SOON, false},
    {"colons", "", ": ", "", "line up", SOON, false},
    {"indents", "a:\n", "   ", "", NULL, 0, false},
    {"bytes that are not UTF-8", "a: ", "\xC0\x80", "\n", "not UTF-8", NEVER, false},
    {"sequences cut short", "a: ", "\xE3\x81\xE3", "\n", "not UTF-8", NEVER, false},
    {"UTF-16", "\xFF\xFE", "a", "", "not UTF-8", NEVER, false},
    {"escape sequences", "a: ", "\x1b]0;x\x07", "\n", "control character", NEVER, false},
    {"C1 controls", "a: ", "\xC2\x9D", "\n", "control character", NEVER, false},
    {"text turned round", "a: ", "\xE2\x80\xAE", "\n", "invisible character", NEVER, false},
    {"text in zero width", "a: ", "\xE2\x80\x8B", "\n", "invisible character", NEVER, false},
    {"tabs", "a:\n", "\t", "", "a tab", NEVER, false},
    {"sentences", "a:\n", "  - 中小企業の海外展開を支援します\n", "", NULL, 0, false},
    {"marks that combine", "a:\n", "  - か\xE3\x82\x99か\xE3\x82\x99か\xE3\x82\x99\n", "", NULL, 0,
     false},
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void write_hostile(const Hostile *hostile, Buf *out) {
    buf_init(out, BYTES + 4096);
    buf_text(out, hostile->before);
    for (int i = 0; out->len < BYTES; i++)
        if (hostile->numbered)
            buf_printf(out, hostile->again, i);
        else
            buf_text(out, hostile->again);
    buf_text(out, hostile->after);
}
#pragma GCC diagnostic pop

static void assert_work_is_bounded(const Hostile *hostile, const YamlInput *input) {
    if (hostile->bytes_most != 0)
        assert_in_range(input->bytes_seen, 0, hostile->bytes_most == NEVER ? 0 : SOON);
    /* The limit on values holds for every file: texts, lists and maps, and the ends of these. */
    size_t values = YAML_NODES_FREE + input->bytes.len / YAML_NODE_BYTES;
    assert_in_range(input->events, 0, 2 * values + 8);
    assert_in_range(input->nodes->total, 0, 16 * input->bytes.len);
    assert_in_range(input->texts->total, 0, 16 * input->bytes.len);
}

static void try_hostile(const Hostile *hostile) {
    Buf text;
    Arena nodes = {0}, texts = {0};
    Problems problems = {0};
    write_hostile(hostile, &text);
    YamlInput input = {.file = hostile->what,
                       .bytes = buf_str(&text),
                       .nodes = &nodes,
                       .texts = &texts,
                       .problems = &problems};
    bool read = yaml_read(&input) != NULL;
    const char *said = problems.count > 0 ? problems.items[0].message : "(nothing)";
    if (read != (hostile->message == NULL))
        fail_msg("%s: %s", hostile->what, said);
    if (!read && strstr(said, hostile->message) == NULL)
        fail_msg("%s: said '%s'", hostile->what, said);
    assert_int_equal(problems.count, read ? 0 : 1);
    assert_work_is_bounded(hostile, &input);
    arena_release(&nodes);
    arena_release(&texts);
    problems_release(&problems);
    buf_release(&text);
}

static void hostile_files_are_refused_or_read(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(hostiles); i++)
        try_hostile(&hostiles[i]);
}

static void a_file_over_eight_mebibytes_is_not_looked_at(void **state) {
    (void)state;
    size_t len = (size_t)YAML_FILE_MOST + 1;
    char *bytes = malloc(len);
    Arena arena = {0};
    Problems problems = {0};
    memset(bytes, 'x', len);
    YamlInput input = {.file = "big",
                       .bytes = str_n(bytes, len),
                       .nodes = &arena,
                       .texts = &arena,
                       .problems = &problems};
    assert_null(yaml_read(&input));
    assert_string_equal(problems.items[0].message,
                        "the file is larger than 8 MiB, the most that is read");
    assert_int_equal(input.bytes_seen, 0);
    free(bytes);
    problems_release(&problems);
}

/* A record is hundreds of bytes in memory but may be a handful in the file. */
static void empty_records_do_not_fill_the_memory(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    Catalogue catalogue;
    Problems problems = {0};
    Buf text;
    buf_init(&text, BYTES + 64);
    buf_text(&text, "programs:\n");
    while (text.len < BYTES)
        buf_text(&text, "  - {id: a-name-that-is-long-enough, places: [{}]}\n");
    temp_folder_write(&folder, "a.yaml", buf_str(&text));
    assert_false(catalogue_load(&catalogue, folder.path, (Strings){0}, &problems));
    assert_int_equal(problems.count, PROBLEMS_MOST);
    assert_in_range(problems.dropped, 1, 100); /* it stopped soon */
    problems_release(&problems);
    buf_release(&text);
    temp_folder_remove(&folder);
}

/* What a message quotes is cut and on one line, whatever the file holds. */
static void messages_stay_short(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    Catalogue catalogue;
    Problems problems = {0};
    Buf text;
    buf_init(&text, BYTES);
    buf_text(&text, "events:\n  - kind: |\n      一\n      ");
    for (int i = 0; i < 10000; i++)
        buf_text(&text, "長");
    temp_folder_write(&folder, "a.yaml", buf_str(&text));
    assert_false(catalogue_load(&catalogue, folder.path, (Strings){0}, &problems));
    for (size_t i = 0; i < problems.count; i++) {
        assert_in_range(strlen(problems.items[i].message), 1, 300);
        assert_null(strchr(problems.items[i].message, '\n'));
    }
    problems_release(&problems);
    buf_release(&text);
    temp_folder_remove(&folder);
}

static int english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_files_are_refused_or_read),
        cmocka_unit_test(a_file_over_eight_mebibytes_is_not_looked_at),
        cmocka_unit_test(empty_records_do_not_fill_the_memory),
        cmocka_unit_test(messages_stay_short),
    };
    return cmocka_run_group_tests(tests, english, NULL);
}
