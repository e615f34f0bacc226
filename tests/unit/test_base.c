/* Arenas, buffers, errors. */
#include "cmocka_all.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "text/clean.h"

static void arena_gives_zeroed_memory_again(void **state) {
    (void)state;
    Arena arena = {0};
    for (int round = 0; round < 3; round++) {
        for (size_t size = 0; size < 5000; size += 97) {
            unsigned char *bytes = arena_alloc(&arena, size);
            assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xAA, size);
        }
        assert_true(arena.total > 0);
        arena_reset(&arena);
        assert_int_equal(arena.total, 0);
    }
    arena_release(&arena);
    assert_null(arena.head);
}

static void arena_items_do_not_overlap(void **state) {
    (void)state;
    Arena arena = {0};
    int *numbers[100];
    for (int i = 0; i < 100; i++) {
        numbers[i] = arena_new(&arena, int, 50);
        for (int j = 0; j < 50; j++)
            numbers[i][j] = i;
    }
    for (int i = 0; i < 100; i++)
        for (int j = 0; j < 50; j++)
            assert_int_equal(numbers[i][j], i);
    arena_release(&arena);
}

static void arena_strings(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(arena_copy(&arena, str_n("海路 and more", 6)), "海路");
    assert_string_equal(arena_copy(&arena, (Str){0}), "");
    assert_string_equal(arena_printf(&arena, "%s %d", "海路", 7), "海路 7");
    arena_release(&arena);
    arena_release(&arena);
    arena_reset(&arena);
}

static void buf_grows_and_is_always_a_string(void **state) {
    (void)state;
    Buf buf;
    buf_init(&buf, 100000);
    assert_string_equal(buf.at, "");
    for (int i = 0; i < 10000; i++)
        buf_byte(&buf, 'a');
    buf_text(&buf, "海");
    buf_printf(&buf, "%d", 42);
    assert_int_equal(buf.len, 10005);
    assert_string_equal(buf.at + 10000, "海42");
    assert_false(buf.overflowed);
    buf_clear(&buf);
    assert_string_equal(buf.at, "");
    buf_release(&buf);
}

/* What comes after the drop is dropped too: no text with a hole in it. */
static void buf_drops_the_rest(void **state) {
    (void)state;
    Buf buf;
    buf_init(&buf, 5);
    buf_text(&buf, "abc");
    buf_text(&buf, "defg");
    assert_true(buf.overflowed);
    buf_text(&buf, "h");
    buf_printf(&buf, "%d", 1);
    assert_string_equal(buf.at, "abc");
    buf_clear(&buf);
    buf_text(&buf, "abcde");
    assert_false(buf.overflowed);
    assert_string_equal(buf.at, "abcde");
    buf_release(&buf);
}

static void errors_are_chained(void **state) {
    (void)state;
    Err err;
    err_set(&err, "no such file");
    err_prefix(&err, "reading %s", "plan.yaml");
    assert_string_equal(err.text, "reading plan.yaml: no such file");
}

/* Cut at a character, and only where something is cut. */
static void long_errors_are_cut_between_characters(void **state) {
    (void)state;
    for (size_t shift = 0; shift < 6; shift++) {
        char text[3 * ERR_TEXT_BYTES + 8] = "abcdef";
        for (size_t at = shift; at + 3 < sizeof text; at += 3)
            memcpy(text + at, "海", 3);
        text[sizeof text - 1] = '\0';
        Err err;
        err_set(&err, "%s", text);
        assert_true(text_is_utf8(str(err.text)));
        assert_in_range(strlen(err.text), ERR_TEXT_BYTES - 3, ERR_TEXT_BYTES - 1);
        err_prefix(&err, "%.*s", (int)(99 + shift), text);
        assert_true(text_is_utf8(str(err.text)));
        assert_true(strlen(err.text) < ERR_TEXT_BYTES);
    }
    Err exact;
    char full[ERR_TEXT_BYTES];
    for (size_t at = 0; at + 3 < sizeof full; at += 3)
        memcpy(full + at, "海", 3);
    full[ERR_TEXT_BYTES - 1] = '\0'; /* 341 characters fit exactly */
    err_set(&exact, "%s", full);
    assert_string_equal(exact.text, full);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_memory_again),
        cmocka_unit_test(arena_items_do_not_overlap),
        cmocka_unit_test(arena_strings),
        cmocka_unit_test(buf_grows_and_is_always_a_string),
        cmocka_unit_test(buf_drops_the_rest),
        cmocka_unit_test(errors_are_chained),
        cmocka_unit_test(long_errors_are_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
