/* The list of readings: well formed, and enough for the words of the edition. */
#include "edition_fixture.h"

#include "query/readings.h"
#include "query/search_text.h"
#include "text/width.h"

extern const unsigned char readings_txt[];
extern const size_t readings_txt_bytes;

static Readings readings;

static int load(void **state) {
    readings = readings_load(&scratch);
    return load_edition(state);
}

static size_t count_lines(Str text) {
    size_t count = 0;
    while (text.len > 0) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end != NULL ? (size_t)(end - text.at) : text.len;
        count += len > 0 && text.at[0] != '#' ? 1 : 0;
        text = str_skip(text, len + 1);
    }
    return count;
}

static void every_line_is_a_reading(void **state) {
    (void)state;
    Str list = str_n((const char *)readings_txt, readings_txt_bytes);
    assert_int_equal(readings.count, count_lines(list));
    for (size_t i = 0; i < readings.count; i++) {
        const Reading *reading = &readings.at[i];
        if (strpbrk(reading->spelling, "aiueoAIUEO") == NULL)
            fail_msg("%s has no reading", reading->word.at);
        if (i > 0 && str_equal(reading->word, readings.at[i - 1].word))
            fail_msg("%s stands there twice", reading->word.at);
    }
}

static void the_longest_word_wins(void **state) {
    (void)state;
    assert_string_equal(readings_longest(readings, str("商工会議所に"))->word.at, "商工会議所");
    assert_string_equal(readings_longest(readings, str("商工会の"))->word.at, "商工会");
    assert_null(readings_longest(readings, str("薔薇")));
    assert_null(readings_longest(readings, str("")));
}

static bool is_kanji(uint32_t rune) {
    return (rune >= 0x4E00 && rune <= 0x9FFF) || rune == 0x3005;
}

/* Kanji of a key, and those of them that no word of the list has. */
static void count_kanji(Str key, size_t *all, size_t *unread) {
    while (key.len > 0) {
        uint32_t rune;
        size_t bytes = text_decode(key, &rune);
        const Reading *reading = readings_longest(readings, key);
        size_t read = reading != NULL ? reading->word.len : 0;
        *unread += is_kanji(rune) && read == 0 ? 1 : 0;
        for (size_t at = 0; at < MAX_OF(read, bytes);) {
            at += text_decode(str_skip(key, at), &rune);
            *all += is_kanji(rune) ? 1 : 0;
        }
        key = str_skip(key, MAX_OF(read, bytes));
    }
}

static void the_edition_can_be_read(void **state) {
    (void)state;
    SearchText text;
    size_t all = 0, unread = 0;
    search_text_of_catalogue(&text, &edition);
    for (size_t i = 0; i < text.count; i++)
        count_kanji(text_key(&scratch, str(text.pieces[i].text)), &all, &unread);
    search_text_release(&text);
    assert_true(all > 5000);
    if (unread * 100 > all * 3)
        fail_msg("of %zu kanji %zu are in no word of data/readings.txt", all, unread);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_a_reading),
        cmocka_unit_test(the_longest_word_wins),
        cmocka_unit_test(the_edition_can_be_read),
    };
    return cmocka_run_group_tests(tests, load, release_edition);
}
