/* What the program makes of LANG and TERM before it touches the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "ui/locale.h"
#include "ui/term_names.h"

static void names_are(const char *term, const char *expected) {
    TermNames names = term_names(term);
    Buf out;
    buf_init(&out, 1024);
    for (int i = 0; i < names.count; i++)
        buf_printf(&out, "%s%s", i > 0 ? " " : "", names.at[i]);
    assert_string_equal(out.at, expected);
    buf_release(&out);
}

static void a_terminal_and_its_family(void **state) {
    (void)state;
    names_are("xterm-ghostty", "xterm-ghostty xterm-256color xterm vt100");
    names_are("tmux-256color", "tmux-256color tmux xterm-256color vt100");
    names_are("foot", "foot foot-256color xterm-256color vt100");
    names_are("screen.xterm-kitty",
              "screen.xterm-kitty screen-256color screen xterm-256color vt100");
}

static void names_that_are_none(void **state) {
    (void)state;
    names_are(NULL, "? xterm-256color vt100");
    names_are("", "? xterm-256color vt100");
    names_are("../../etc/passwd", "? xterm-256color vt100");
    names_are("x\033]0;t\007", "? xterm-256color vt100");
    names_are("海", "? xterm-256color vt100");
    names_are("-", "- -256color xterm-256color vt100");
    names_are("0123456789012345678901234567890123456789012345678901234567890123456789",
              "? xterm-256color vt100");
}

static void what_the_environment_wishes(void **state) {
    (void)state;
    assert_int_equal(term_locale_wish("ja_JP.UTF-8", "UTF-8", 1), WISH_UTF8);
    assert_int_equal(term_locale_wish("ja_JP.utf8", "ANSI_X3.4-1968", 0), WISH_UTF8);
    assert_int_equal(term_locale_wish("ja_JP.eucJP", "ANSI_X3.4-1968", 0), WISH_OTHER);
    assert_int_equal(term_locale_wish("ja_JP", "EUC-JP", 1), WISH_OTHER);
    assert_int_equal(term_locale_wish("", "ANSI_X3.4-1968", 0), WISH_NONE);
    assert_int_equal(term_locale_wish("C", "ANSI_X3.4-1968", 0), WISH_NONE);
    assert_int_equal(term_locale_wish("en_US", "ISO-8859-1", 0), WISH_NONE);
    assert_int_equal(term_locale_wish("fil", "UTF-8", 1), WISH_UTF8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_and_its_family),
        cmocka_unit_test(names_that_are_none),
        cmocka_unit_test(what_the_environment_wishes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
