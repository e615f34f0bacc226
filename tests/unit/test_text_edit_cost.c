/*
 * What a key costs in a long text: every function of src/text that looks at text is wrapped
 * by the linker and counts the bytes it is given. Twice the text may cost twice as much, not
 * four times.
 */
#include "edit_story.h"

static size_t looked_at;

#define COUNTED(Result, name, bytes, parameters, arguments)                                        \
    Result __real_##name parameters;                                                               \
    Result __wrap_##name parameters;                                                               \
    Result __wrap_##name parameters {                                                              \
        Result result = __real_##name arguments;                                                   \
        looked_at += (bytes) + 1;                                                                  \
        return result;                                                                             \
    }

COUNTED(Str, text_clean, text.len, (Arena * arena, Str text), (arena, text))
COUNTED(bool, text_is_clean, text.len, (Str text), (text))
COUNTED(size_t, text_cluster, result, (Str text), (text))
COUNTED(size_t, text_decode, result, (Str text, uint32_t *rune), (text, rune))
COUNTED(int, text_width, text.len, (Str text, Ambiguous ambiguous), (text, ambiguous))

/* Long texts, each the same over and over, up to so many bytes; half of it first. */
static const struct Kind {
    const char *text;
    size_t bytes;
} kinds[] = {
    {"海外展開を考えている中小企業に、専門家が手伝います。", 1 << 15}, /* one paragraph */
    {"海外展開を考えている\n中小企業\n\n", 1 << 15},
    {"JETRO and others\n", 1 << 15},
    {"①\n", 1 << 15},
    {"か" DAKUTEN, 1 << 13},
    {DAKUTEN, 1 << 13}, /* one cluster */
    {ZERO_WIDTH, 1 << 13},
    {FAMILY FLAG_JP, 1 << 13},
    {"\x1B\t\xC2\x9B", 1 << 13},
    {"\n", 1 << 13},
};

static void fill(Story *story, const char *with, size_t bytes) {
    buf_clear(&story->got);
    while (story->got.len + strlen(with) <= bytes)
        buf_text(&story->got, with);
    text_edit_set(&story->edit, buf_str(&story->got));
}

/* The dearest of some keys at the end of such a text, each with a letter and a view. */
static size_t dearest(Story *story, const char *with, size_t bytes) {
    static const char *const keys[] = {"Left", "Up", "PgUp", "End", "Enter", "C-w", "Backspace"};
    size_t most = 0;
    fill(story, with, bytes);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        Canvas canvas = canvas_of(story);
        looked_at = 0;
        press_one(story, str(keys[i])); /* some are not for one line */
        type(story, "路");
        text_edit_view(&story->edit, &canvas, NULL, NULL);
        most = MAX_OF(most, looked_at);
    }
    return most;
}

/* And no more than 300 looks at each byte: two keys and a view, some passes each. */
static void twice_the_text_costs_twice(void **state) {
    Story *story = *state;
    for (size_t i = 0; i < COUNT_OF(kinds) * 2; i++) {
        const struct Kind *kind = &kinds[i / 2];
        story->edit.many_lines = i % 2 == 0;
        size_t half = dearest(story, kind->text, kind->bytes / 2);
        size_t whole = dearest(story, kind->text, kind->bytes);
        if (whole > half * 5 / 2 || whole > 300 * kind->bytes)
            fail_msg("text %zu: %zu bytes looked at, then %zu", i / 2, half, whole);
        assert_true(half > 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(twice_the_text_costs_twice, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
