#include "catalogue/yaml_reader.h"

#include "base/tr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

typedef struct Read {
    Arena nodes, texts;
    Problems problems;
    YamlNode *root;
} Read;

static Read read_bytes(Str bytes) {
    Read read = {0};
    YamlInput input = {.file = "f.yaml", .bytes = bytes};
    input.nodes = &read.nodes;
    input.texts = &read.texts;
    input.problems = &read.problems;
    read.root = yaml_read(&input);
    return read;
}

static Read read_text(const char *text) {
    return read_bytes(str(text));
}

static void release(Read *read) {
    arena_release(&read->nodes);
    arena_release(&read->texts);
    problems_release(&read->problems);
}

static void assert_place(const YamlNode *node, int line, int column) {
    assert_int_equal(node->line, line);
    assert_int_equal(node->column, column);
}

/* `text` is refused with one problem: "line:column: message". */
static void assert_refused(const char *text, const char *expected) {
    Read read = read_text(text);
    Arena arena = {0};
    assert_null(read.root);
    assert_int_equal(read.problems.count, 1);
    assert_string_equal(problem_text(&arena, &read.problems.items[0]), expected);
    arena_release(&arena);
    release(&read);
}

static void maps_and_lists_become_a_tree(void **state) {
    (void)state;
    Read read = read_text("b: [x, y]\na:\n  - {k: v}\n  - z\n");
    assert_non_null(read.root);
    assert_int_equal(read.root->kind, YAML_MAP);
    assert_int_equal(read.root->count, 2);
    const YamlNode *b = read.root->first;
    assert_string_equal(b->text, "b"); /* the file's order, not the alphabet's */
    assert_int_equal(b->next->kind, YAML_LIST);
    assert_int_equal(b->next->count, 2);
    assert_string_equal(b->next->first->next->text, "y");
    const YamlNode *items = yaml_find_key(read.root, "a")->next;
    assert_string_equal(items->first->first->next->text, "v");
    assert_string_equal(items->first->next->text, "z");
    assert_null(items->first->next->next);
    release(&read);
}

static void every_node_knows_its_place_in_code_points(void **state) {
    (void)state;
    Read read = read_text("# 見出し\n名前: {海路: 値, k: v}\nlist:\n  - あ\n  - \"い\"\n");
    const YamlNode *name = read.root->first;
    assert_place(name, 2, 1);
    assert_place(name->next, 2, 5);
    assert_place(name->next->first, 2, 6);
    assert_place(name->next->first->next, 2, 10);
    assert_place(name->next->first->next->next, 2, 13);
    const YamlNode *list = yaml_find_key(read.root, "list");
    assert_place(list->next->first, 4, 5);
    assert_place(list->next->first->next, 5, 5);
    release(&read);
}

static void a_bom_at_the_start_and_crlf_change_no_place(void **state) {
    (void)state;
    Read read = read_text("\xEF\xBB\xBF"
                          "a: 1\r\nb: 2\r\n");
    assert_non_null(read.root);
    assert_place(read.root->first, 1, 1);
    assert_place(yaml_find_key(read.root, "b")->next, 2, 4);
    assert_string_equal(yaml_find_key(read.root, "b")->next->text, "2");
    release(&read);
}

static void texts_are_kept_in_nfc(void **state) {
    (void)state;
    Read read = read_text("a: か\xE3\x82\x99\nb: \"e\\u0301\"\n");
    assert_string_equal(yaml_find_key(read.root, "a")->next->text, "が");
    assert_string_equal(yaml_find_key(read.root, "b")->next->text, "é");
    release(&read);
}

static void exact_texts_come_back_to_the_byte(void **state) {
    (void)state;
    Read read = {0};
    YamlInput input = {.file = "f.yaml",
                       .bytes = str("a: か\xE3\x82\x99\nb: \"\\x1B\\u200B\\r\"\nc: \"a\\0\"\n"),
                       .nodes = &read.nodes,
                       .texts = &read.texts,
                       .problems = &read.problems,
                       .exact = true};
    assert_null(yaml_read(&input));
    assert_string_equal(read.problems.items[0].message, "a control character; remove it (U+0000)");
    input.bytes.len = (size_t)(strstr(input.bytes.at, "c:") - input.bytes.at);
    read.root = yaml_read(&input);
    assert_string_equal(yaml_find_key(read.root, "a")->next->text, "か\xE3\x82\x99");
    assert_string_equal(yaml_find_key(read.root, "b")->next->text, "\x1B\xE2\x80\x8B\r");
    release(&read);
}

static void block_texts_keep_their_lines(void **state) {
    (void)state;
    Read read = read_text("a: |\n  一\n  二\nb: >\n  x\n  y\n");
    assert_string_equal(yaml_find_key(read.root, "a")->next->text, "一\n二\n");
    assert_string_equal(yaml_find_key(read.root, "b")->next->text, "x y\n");
    release(&read);
}

static void a_missing_key_points_at_the_map(void **state) {
    (void)state;
    Read read = read_text("a: 1\n");
    assert_null(yaml_find_key(read.root, "b"));
    assert_ptr_equal(yaml_place_of(read.root, "b"), read.root);
    assert_ptr_equal(yaml_place_of(read.root, "a"), read.root->first->next);
    release(&read);
}

static void eight_containers_may_be_nested(void **state) {
    (void)state;
    Read read = read_text("a: [[[[[[[x]]]]]]]\n");
    assert_non_null(read.root);
    release(&read);
    assert_refused("a: [[[[[[[[x]]]]]]]]\n",
                   "f.yaml:1:11: lists and maps are nested more than 8 deep");
}

static void what_we_do_not_need_of_yaml_is_refused(void **state) {
    (void)state;
    assert_refused("a: &x 1\n", "f.yaml:1:4: an anchor (&) is not allowed; put the text in quotes "
                                "if it starts with &");
    assert_refused("a: *x\n", "f.yaml:1:4: an alias (*) is not allowed; put the text in quotes if "
                              "it starts with *");
    assert_refused("a:\n  - !!int 1\n", "f.yaml:2:5: a tag (!) is not allowed; put the text in "
                                        "quotes if it starts with !");
    assert_refused(
        "%YAML 1.1\n---\na: 1\n",
        "f.yaml:1:1: a line that starts with a percent sign is a directive; these are not allowed");
    assert_refused("a: 1\n--- \nb: 2\n", "f.yaml:2:1: a second document (---) begins here; a file "
                                         "holds only one");
    assert_refused("? [a]\n: 1\n", "f.yaml:1:3: a key must be plain text, not a list or a map");
    assert_refused("- a\n", "f.yaml:1:1: the file must be a map of sections (programs: …), not a "
                            "list");
    assert_refused("hello\n", "f.yaml:1:1: the file must be a map of sections (programs: …), not "
                              "a text");
    assert_refused("# nothing\n", "f.yaml:1:1: the file is empty");
    assert_refused("", "f.yaml:1:1: the file is empty");
}

static void characters_that_harm_a_terminal_are_refused_where_they_stand(void **state) {
    (void)state;
    assert_refused("a: 1\nあい: \x1b[2J\n", "f.yaml:2:5: a control character; remove it (U+001B)");
    assert_refused("a: \xC2\x9B\n", "f.yaml:1:4: a control character; remove it (U+009B)");
    assert_refused("a: x\xC2\x85y\n", "f.yaml:1:5: a control character; remove it (U+0085)");
    assert_refused("a: \x7f\n", "f.yaml:1:4: a control character; remove it (U+007F)");
    assert_refused("a: x\ry\n", "f.yaml:1:5: a control character; remove it (U+000D)");
    assert_refused("a:\t1\n", "f.yaml:1:3: a tab; use spaces instead");
    assert_refused("a: \xE2\x80\xAE\n", "f.yaml:1:4: an invisible character; remove it (U+202E)");
    assert_refused("a: \xE2\x80\xA8\n", "f.yaml:1:4: an invisible character; remove it (U+2028)");
    assert_refused("a: \xE2\x80\x8B\n", "f.yaml:1:4: an invisible character; remove it (U+200B)");
    assert_refused("a: \xEF\xBB\xBF\n", "f.yaml:1:4: an invisible character; remove it (U+FEFF)");
    assert_refused("a: \xFF\n", "f.yaml:1:4: a byte that is not UTF-8; save the file as UTF-8 "
                                "(0xFF)");
    Read nul = read_bytes(str_n("a: \0b\n", 6));
    assert_null(nul.root);
    release(&nul);
}

static void an_escape_does_not_smuggle_them_in(void **state) {
    (void)state;
    assert_refused("b: \"\\e[2J\"\n", "f.yaml:1:4: a control character; remove it (U+001B)");
    assert_refused("b: \"\\x9b\"\n", "f.yaml:1:4: a control character; remove it (U+009B)");
    assert_refused("b: \"\\u202e\"\n", "f.yaml:1:4: an invisible character; remove it (U+202E)");
    assert_refused("b: \"\\0\"\n", "f.yaml:1:4: a control character; remove it (U+0000)");
    assert_refused("\"\\e\": b\n", "f.yaml:1:1: a control character; remove it (U+001B)");
    assert_refused("b: \"\\t\"\n", "f.yaml:1:4: a tab; use spaces instead");
}

static void bytes_that_only_look_like_utf8_are_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "a: \xC0\xAF\n",         /* overlong */
        "a: \xE0\x80\xAF\n",     /* overlong */
        "a: \xED\xA0\x80\n",     /* a surrogate */
        "a: \xF4\x90\x80\x80\n", /* above U+10FFFF */
        "a: \xE3\x81\n",         /* cut short */
        "a: \xE3\x81",           /* cut short at the end */
        "a: \x80\n",             /* a continuation alone */
        "\xFF\xFE"
        "a", /* UTF-16 */
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        Read read = read_text(wrong[i]);
        assert_null(read.root);
        assert_int_equal(read.problems.count, 1);
        assert_non_null(strstr(read.problems.items[0].message, "not UTF-8"));
        release(&read);
    }
}

static void syntax_errors_are_said_in_plain_words(void **state) {
    (void)state;
    assert_refused("a: 1\n  b: 2\n", "f.yaml:2:4: a ': ' where no key can stand; check the "
                                     "indentation, or put the text in quotes");
    assert_refused("a: 1\n b: \"x\n", "f.yaml:2:3: a ': ' where no key can stand; check the "
                                      "indentation, or put the text in quotes");
    assert_refused("a: x: y\n", "f.yaml:1:5: a ': ' where no key can stand; check the "
                                "indentation, or put the text in quotes");
    assert_refused("a: \"x\n\n", "f.yaml:1:4: the quoted text that begins here is not closed");
    assert_refused("a: 1\nb\nc: 2\n", "f.yaml:2:1: a key needs ': ' after it");
    assert_refused("a: [x, y\nb: 1\n", "f.yaml:2:2: expected ',' or ']' in a list in brackets");
    assert_refused("a: {x: y\nb: 1\n", "f.yaml:2:2: expected ',' or '}' in a map in braces");
    assert_refused("a: @x\n",
                   "f.yaml:1:4: this character cannot start a text; put the text in quotes");
    assert_refused("a:\n- x\n b: 1\n", "f.yaml:3:3: a ': ' where no key can stand; check the "
                                       "indentation, or put the text in quotes");
    assert_refused("a: \"\\q\"\n", "f.yaml:1:5: an unknown escape: in double quotes write \\\\ for "
                                   "a backslash, or use single quotes");
}

static int english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(maps_and_lists_become_a_tree),
        cmocka_unit_test(every_node_knows_its_place_in_code_points),
        cmocka_unit_test(a_bom_at_the_start_and_crlf_change_no_place),
        cmocka_unit_test(texts_are_kept_in_nfc),
        cmocka_unit_test(exact_texts_come_back_to_the_byte),
        cmocka_unit_test(block_texts_keep_their_lines),
        cmocka_unit_test(a_missing_key_points_at_the_map),
        cmocka_unit_test(eight_containers_may_be_nested),
        cmocka_unit_test(what_we_do_not_need_of_yaml_is_refused),
        cmocka_unit_test(characters_that_harm_a_terminal_are_refused_where_they_stand),
        cmocka_unit_test(an_escape_does_not_smuggle_them_in),
        cmocka_unit_test(bytes_that_only_look_like_utf8_are_refused),
        cmocka_unit_test(syntax_errors_are_said_in_plain_words),
    };
    return cmocka_run_group_tests(tests, english, NULL);
}
