#include "catalogue/names.h"

#include "base/tr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const EnumNames *const all[] = {
    &program_kind_names, &cost_kind_names,  &tax_names,         &period_kind_names,
    &period_state_names, &phone_kind_names, &link_kind_names,   &finance_kind_names,
    &attribution_names,  &event_kind_names, &figure_kind_names, &place_role_names,
};

static void every_value_is_found_by_its_name(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (int value = 0; value < all[i]->count; value++)
            assert_int_equal(enum_find(all[i], enum_name(all[i], value)), value);
}

static void names_are_fit_for_files_and_options(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (int value = 0; value < all[i]->count; value++) {
            const char *name = enum_name(all[i], value);
            assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), strlen(name));
            assert_true(name[0] != '\0');
        }
}

static void every_value_has_a_label_of_its_own(void **state) {
    (void)state;
    tr_use(LANG_EN);
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (int a = 0; a < all[i]->count; a++) {
            assert_true(enum_label(all[i], a)[0] != '\0');
            for (int b = 0; b < a; b++)
                assert_string_not_equal(enum_label(all[i], a), enum_label(all[i], b));
        }
}

static void names_are_the_contract(void **state) {
    (void)state;
    assert_string_equal(enum_name(&program_kind_names, KIND_APPOINTMENT), "appointment");
    assert_string_equal(enum_name(&program_kind_names, KIND_CASEBOOK), "casebook");
    assert_string_equal(enum_name(&cost_kind_names, COST_NOT_STATED), "not_stated");
    assert_string_equal(enum_name(&tax_names, TAX_EXCLUDED), "excluded");
    assert_string_equal(enum_name(&period_kind_names, PERIOD_SEE_SITE), "see_site");
    assert_string_equal(enum_name(&period_state_names, STATE_UPCOMING), "upcoming");
    assert_string_equal(enum_name(&phone_kind_names, PHONE_NAVIDIAL), "navidial");
    assert_string_equal(enum_name(&link_kind_names, LINK_RELATED), "related");
    assert_string_equal(enum_name(&finance_kind_names, FINANCE_STANDBY_CREDIT), "standby_credit");
    assert_string_equal(enum_name(&attribution_names, ATTRIBUTION_BY_MEANING), "by_meaning");
    assert_string_equal(enum_name(&event_kind_names, OCCASION_EXHIBITION), "exhibition");
    assert_string_equal(enum_name(&figure_kind_names, FIGURE_GRADES), "grades");
}

static void other_words_are_not_found(void **state) {
    (void)state;
    assert_int_equal(enum_find(&cost_kind_names, "Free"), -1);
    assert_int_equal(enum_find(&cost_kind_names, "fre"), -1);
    assert_int_equal(enum_find(&cost_kind_names, ""), -1);
}

static void all_names_can_be_listed(void **state) {
    (void)state;
    Strings names = enum_all(&cost_kind_names);
    assert_int_equal(names.count, COST_COUNT);
    assert_string_equal(names.at[0], "free");
    assert_string_equal(names.at[3], "not_stated");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_is_found_by_its_name),
        cmocka_unit_test(names_are_fit_for_files_and_options),
        cmocka_unit_test(every_value_has_a_label_of_its_own),
        cmocka_unit_test(names_are_the_contract),
        cmocka_unit_test(other_words_are_not_found),
        cmocka_unit_test(all_names_can_be_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
