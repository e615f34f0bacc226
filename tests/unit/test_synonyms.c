/* The list of everyday words: well formed, and each leads to what the edition has. */
#include "search_fixture.h"

#include "query/search_state.h"

static Synonyms synonyms;

static int load(void **state) {
    synonyms = synonyms_load(&scratch);
    return start(state);
}

static void every_line_is_whole(void **state) {
    (void)state;
    assert_true(synonyms.count >= 50);
    for (size_t i = 0; i < synonyms.count; i++) {
        const Synonym *one = &synonyms.at[i];
        if (one->meant.count == 0)
            fail_msg("%s means nothing", one->word.at);
        if (is_absent(one->reading) && (unsigned char)one->word.at[0] >= 0xE3)
            fail_msg("%s has no reading", one->word.at);
        for (size_t k = 0; k < i; k++)
            if (str_equal(synonyms.at[k].word, one->word))
                fail_msg("%s stands there twice", one->word.at);
    }
}

/* Other programs would be found only because of a word that is nowhere. */
static void what_is_meant_is_there(void **state) {
    (void)state;
    for (size_t i = 0; i < synonyms.count; i++)
        for (size_t k = 0; k < synonyms.at[i].meant.count; k++) {
            const char *meant = synonyms.at[i].meant.at[k];
            const char *phrase = arena_printf(&scratch, "\"%s\"", meant);
            if (run(phrase).hits.count == 0)
                fail_msg("%s: %s is nowhere", synonyms.at[i].word.at, meant);
        }
}

/* As the word itself, and in kana where it has a reading. */
static void every_word_finds_it(void **state) {
    (void)state;
    for (size_t i = 0; i < synonyms.count; i++)
        if (run(synonyms.at[i].word.at).hits.count == 0)
            fail_msg("%s finds nothing", synonyms.at[i].word.at);
}

/* The marks show why a program was found. */
static void what_is_meant_is_marked(void **state) {
    (void)state;
    SearchFound found = run("特許");
    Str text = str("特許と知財の相談");
    SearchMarks marks = search_marks(&search, &scratch, &found, text);
    assert_int_equal(marks.count, 2);
    assert_int_equal(marks.at[0].from, 0);
    assert_int_equal(marks.at[1].from, strlen("特許と"));
    assert_int_equal(marks.at[1].to, strlen("特許と知財"));
}

static void short_words_are_marked_as_they_are_found(void **state) {
    (void)state;
    SearchFound found = run("タイ");
    SearchMarks marks =
        search_marks(&search, &scratch, &found, str("たいへんなタイ、テキスタイル"));
    assert_int_equal(marks.count, 1);
    assert_int_equal(marks.at[0].from, strlen("たいへんな"));
    found = run("ec");
    marks = search_marks(&search, &scratch, &found, str("TECH EC"));
    assert_int_equal(marks.count, 1);
    assert_int_equal(marks.at[0].from, strlen("TECH "));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_whole),
        cmocka_unit_test(what_is_meant_is_there),
        cmocka_unit_test(every_word_finds_it),
        cmocka_unit_test(what_is_meant_is_marked),
        cmocka_unit_test(short_words_are_marked_as_they_are_found),
    };
    return cmocka_run_group_tests(tests, load, finish);
}
