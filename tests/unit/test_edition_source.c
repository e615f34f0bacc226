/*
 * The edition that ships, held against the checked table of the forty programs field by
 * field, and against the rules for what we write ourselves: readings, English, summaries,
 * and no sentence copied. Table and source text lie beside the tree; where they are absent,
 * the tests that need them say so and are skipped.
 */
#include "edition_fixture.h"

#include "text/width.h"

/* ---- reading the truth beside the tree ---- */

/* The whole file, NUL-terminated, in the scratch arena; NULL when it is not there. */
static char *read_shared(const char *path) {
    enum { LARGEST = 1 << 20 };
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *text = arena_alloc(&scratch, LARGEST + 1);
    size_t bytes = fread(text, 1, LARGEST, file);
    assert_int_equal(fclose(file), 0);
    text[bytes] = '\0';
    return text;
}

static char *read_shared_or_skip(const char *path) {
    char *text = read_shared(path);
    if (text == NULL) {
        print_message("skipped: %s is not beside this tree\n", path);
        skip();
    }
    return text;
}

/* Cuts `*rest` at the first `end` and moves past it; NULL when nothing is left. */
static char *take(char **rest, char end) {
    char *at = *rest;
    if (at == NULL || *at == '\0')
        return NULL;
    char *stop = strchr(at, end);
    *rest = stop == NULL ? NULL : stop + 1;
    if (stop != NULL)
        *stop = '\0';
    return at;
}

enum {
    ROW_NO,
    ROW_ID,
    ROW_PAGE,
    ROW_STEP,
    ROW_NEED,
    ROW_NAME,
    ROW_PROVIDER,
    ROW_FEE,
    ROW_PERIOD,
    ROW_URLS,
    ROW_CONTACTS,
    ROW_KEEP,
    ROW_FIELDS
};
enum { EDITION_PROGRAMS = 40 };

typedef struct Row {
    const char *field[ROW_FIELDS]; /* never NULL */
} Row;

static Row split_row(char *line) {
    Row row;
    for (int i = 0; i < ROW_FIELDS; i++) {
        char *tab = strchr(line, '\t');
        row.field[i] = line;
        if (tab != NULL)
            *tab = '\0';
        line = tab != NULL ? tab + 1 : line + strlen(line);
    }
    return row;
}

static void read_rows(Row rows[EDITION_PROGRAMS]) {
    char *rest = read_shared_or_skip(SHARED_DIR "/source/programs.tsv");
    take(&rest, '\n'); /* the headings */
    for (int i = 0; i < EDITION_PROGRAMS; i++) {
        char *line = take(&rest, '\n');
        assert_non_null(line);
        rows[i] = split_row(line);
    }
    assert_null(take(&rest, '\n'));
}

/* ---- the table of forty, field by field ---- */

static void assert_number(const char *text, int number) {
    assert_int_equal(strtol(text, NULL, 10), number);
}

static void names_places_and_fees_are_those_of_the_table(void **state) {
    (void)state;
    Row rows[EDITION_PROGRAMS];
    read_rows(rows);
    for (size_t i = 0; i < EDITION_PROGRAMS; i++) {
        const Program *of = &edition.programs.at[i];
        assert_number(rows[i].field[ROW_NO], of->number);
        assert_string_equal(rows[i].field[ROW_ID], of->id);
        assert_number(rows[i].field[ROW_PAGE], of->source.slide);
        assert_number(rows[i].field[ROW_STEP], of->step);
        assert_string_equal(rows[i].field[ROW_NEED], of->need->id);
        assert_string_equal(rows[i].field[ROW_NAME], of->name);
        assert_string_equal(rows[i].field[ROW_PROVIDER], of->provider->name);
        assert_string_equal(rows[i].field[ROW_FEE], of->cost.text);
    }
}

static void periods_are_those_of_the_table(void **state) {
    (void)state;
    Row rows[EDITION_PROGRAMS];
    read_rows(rows);
    for (size_t i = 0; i < EDITION_PROGRAMS; i++) {
        const Period *period = &edition.programs.at[i].period;
        char from[DATE_ISO_BYTES], to[DATE_ISO_BYTES];
        date_print_iso(period->from, from);
        date_print_iso(period->to, to);
        const char *text =
            period->kind == PERIOD_RANGE ? arena_printf(&scratch, "%s/%s", from, to) : period->text;
        assert_string_equal(rows[i].field[ROW_PERIOD], text);
    }
}

static void addresses_are_those_of_the_table(void **state) {
    (void)state;
    Row rows[EDITION_PROGRAMS];
    read_rows(rows);
    for (size_t i = 0; i < EDITION_PROGRAMS; i++) {
        char *rest = arena_copy(&scratch, str(rows[i].field[ROW_URLS]));
        const Links *links = &edition.programs.at[i].links;
        for (size_t j = 0; j < links->count; j++) {
            const Link *link = &links->at[j];
            const char *url = take(&rest, ' ');
            assert_non_null(url);
            assert_string_equal(url, is_absent(link->printed) ? link->url : link->printed);
        }
        assert_null(take(&rest, ' '));
    }
}

/* Full-width hyphens of the text layer become ASCII ones, as every number is kept. */
static char *plain_hyphens(const char *text) {
    static const char wide[] = "－";
    char *out = arena_copy(&scratch, str(text)), *to = out;
    for (const char *at = text; *at != '\0';) {
        if (strncmp(at, wide, sizeof wide - 1) == 0) {
            *to++ = '-';
            at += sizeof wide - 1;
        } else {
            *to++ = *at++;
        }
    }
    *to = '\0';
    return out;
}

/* Telephone numbers in `text`: runs of digits and hyphens that begin with 0. */
static int count_numbers(const char *text) {
    int count = 0;
    while (*text != '\0') {
        size_t run = strspn(text, "0123456789-");
        count += run >= 10 && text[0] == '0';
        text += run > 0 ? run : 1;
    }
    return count;
}

static void telephone_numbers_are_those_of_the_table(void **state) {
    (void)state;
    Row rows[EDITION_PROGRAMS];
    read_rows(rows);
    for (size_t i = 0; i < EDITION_PROGRAMS; i++) {
        const char *printed = plain_hyphens(rows[i].field[ROW_CONTACTS]);
        const Contacts *contacts = &edition.programs.at[i].contacts;
        int voices = 0;
        for (size_t j = 0; j < contacts->count; j++) {
            assert_non_null(strstr(printed, contacts->at[j].email));
            for (size_t k = 0; k < contacts->at[j].phones.count; k++) {
                const Phone *phone = &contacts->at[j].phones.at[k];
                bool fax = phone->kind == PHONE_FAX;
                assert_true(fax || strstr(printed, phone->number) != NULL);
                assert_non_null(strstr(printed, phone->extension));
                voices += fax ? 0 : 1;
            }
        }
        assert_int_equal(voices, count_numbers(printed));
    }
}

/* ---- what we write ourselves ---- */

typedef struct Written {
    const char *id, *reading, *name_en, *summary, *summary_en;
} Written;

typedef void (*Check)(const Written *written);

static void each_of(const Programs *programs, Check check) {
    for (size_t i = 0; i < programs->count; i++) {
        const Program *of = &programs->at[i];
        check(&(Written){of->id, of->reading, of->name_en, of->summary, of->summary_en});
    }
}

static void for_everything_written(Check check) {
    for (size_t i = 0; i < STEP_COUNT; i++) {
        const Step *of = &edition.steps[i];
        check(&(Written){of->title, of->reading, of->title_en, of->summary, of->summary_en});
    }
    for (size_t i = 0; i < edition.needs.count; i++) {
        const Need *of = &edition.needs.at[i];
        check(&(Written){of->id, of->reading, of->title_en, of->summary, of->summary_en});
    }
    for (size_t i = 0; i < edition.providers.count; i++) {
        const Provider *of = &edition.providers.at[i];
        check(&(Written){of->id, of->reading, of->name_en, of->summary, of->summary_en});
    }
    each_of(&edition.programs, check);
    each_of(&edition.resources, check);
}

static bool is_latin(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0xE3) /* kana and kanji begin there */
            return false;
    return true;
}

static void check_english(const Written *written) {
    if (is_absent(written->name_en) || is_absent(written->summary_en) ||
        !is_latin(written->name_en) || !is_latin(written->summary_en))
        fail_msg("%s: its English is missing or not English", written->id);
}

static void everything_has_an_english_name_and_line(void **state) {
    (void)state;
    for_everything_written(check_english);
}

/* Hiragana, ー, ・, and the letters and digits of ASCII. */
static bool is_reading_rune(uint32_t rune) {
    return (rune >= 0x3041 && rune <= 0x3096) || rune == 0x30FC || rune == 0x30FB ||
           (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
           (rune >= 'a' && rune <= 'z');
}

static void check_reading(const Written *written) {
    Str rest = str(written->reading);
    assert_true(rest.len > 0);
    while (rest.len > 0) {
        uint32_t rune;
        rest = str_skip(rest, text_decode(rest, &rune));
        if (!is_reading_rune(rune))
            fail_msg("%s: U+%04X in its reading", written->id, (unsigned)rune);
    }
}

static void readings_are_kana(void **state) {
    (void)state;
    for_everything_written(check_reading);
    for (size_t i = 0; i < edition.countries.count; i++)
        check_reading(&(Written){.id = edition.countries.at[i].id,
                                 .reading = edition.countries.at[i].reading});
}

static void check_length(const Written *written) {
    enum { SUMMARY_CELLS = 96 };
    int cells = text_width(str(written->summary), AMBIGUOUS_NARROW);
    if (cells < 20 || cells > SUMMARY_CELLS)
        fail_msg("%s: a summary of %d cells", written->id, cells);
}

static void summaries_fit_a_line_or_two(void **state) {
    (void)state;
    for_everything_written(check_length);
}

static void every_program_explains_itself(void **state) {
    (void)state;
    const Programs *lists[] = {&edition.programs, &edition.resources};
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++)
            assert_true(text_width(str(lists[list]->at[i].body), AMBIGUOUS_NARROW) > 100);
}

/* ---- no sentence is the source's own ---- */

static char *source_text; /* without blanks */

static char *without_blanks(const char *text) {
    static const char wide_blank[] = "\u3000";
    char *out = arena_copy(&scratch, str(text)), *to = out;
    for (const char *at = text; *at != '\0';) {
        bool wide = strncmp(at, wide_blank, sizeof wide_blank - 1) == 0;
        if (!wide && strchr(" \t\r\n\f\v", *at) == NULL)
            *to++ = *at;
        at += wide ? sizeof wide_blank - 1 : 1;
    }
    *to = '\0';
    return out;
}

static int count_runes(const char *text) {
    int count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* Sentences end at 。 and at line ends. */
static void check_sentences(const char *id, const char *text) {
    enum { SENTENCE_RUNES = 15 };
    static const char stop[] = "。";
    for (const char *at = text; *at != '\0';) {
        const char *end = strstr(at, stop), *line = strchr(at, '\n');
        size_t len = strlen(at), skipped = 0;
        if (line != NULL && (end == NULL || line < end)) {
            len = (size_t)(line - at);
            skipped = 1;
        } else if (end != NULL) {
            len = (size_t)(end - at);
            skipped = sizeof stop - 1;
        }
        const char *sentence = without_blanks(arena_copy(&scratch, str_n(at, len)));
        if (count_runes(sentence) >= SENTENCE_RUNES && strstr(source_text, sentence) != NULL)
            fail_msg("%s: copied from the source: %s", id, sentence);
        at += len + skipped;
    }
}

static void check_own_summary(const Written *written) {
    check_sentences(written->id, written->summary);
}

static void no_sentence_is_copied_from_the_source(void **state) {
    (void)state;
    const char *path = SHARED_DIR "/source/sme-overseas-support-2016-12.txt";
    source_text = without_blanks(read_shared_or_skip(path));
    assert_non_null(strstr(source_text, "ジェトロ"));
    for_everything_written(check_own_summary);
    const Programs *lists[] = {&edition.programs, &edition.resources};
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++)
            check_sentences(lists[list]->at[i].id, lists[list]->at[i].body);
    for (size_t i = 0; i < edition.cases.count; i++)
        check_sentences(edition.cases.at[i].id, edition.cases.at[i].summary);
    for (size_t i = 0; i < edition.figures.count; i++)
        check_sentences(edition.figures.at[i].id, edition.figures.at[i].summary);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_places_and_fees_are_those_of_the_table),
        cmocka_unit_test(periods_are_those_of_the_table),
        cmocka_unit_test(addresses_are_those_of_the_table),
        cmocka_unit_test(telephone_numbers_are_those_of_the_table),
        cmocka_unit_test(everything_has_an_english_name_and_line),
        cmocka_unit_test(readings_are_kana),
        cmocka_unit_test(summaries_fit_a_line_or_two),
        cmocka_unit_test(every_program_explains_itself),
        cmocka_unit_test(no_sentence_is_copied_from_the_source),
    };
    return cmocka_run_group_tests_name("edition_source", tests, load_edition, release_edition);
}
