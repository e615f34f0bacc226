/*
 * See doctor.h. Findings are made section by section (doctor_terminal.c, doctor_files.c), then set
 * in two columns, or as values.
 */
#include "report/doctor_parts.h"

#include "base/bug.h"
#include "base/tr.h"
#include "report/json.h"
#include "report/json_parts.h"
#include "text/clean.h"
#include "text/wrap.h"

enum {
    PAGE_CELLS = 79,
    TEXT_COLUMN = 22,
    NARROW_CELLS = 60, /* on less a long text stands below its label, */
    NARROW_COLUMN = 4,
    SHORT_COLUMN = 18, /* a short one beside it */
    VALUE_MOST = 40,   /* bytes of a name from the environment */
};

/* ---- findings ---- */

void examination_begin(Examination *out, const char *key, const char *heading) {
    if (out->count == EXAMINATION_SECTIONS)
        BUG("too many sections");
    out->sections[out->count++] = (FindingSection){.key = key, .heading = heading};
}

Finding *examination_find(Examination *out, const char *key, const char *label, const char *text) {
    FindingSection *section = &out->sections[out->count - 1];
    section->at =
        arena_grow(out->arena, section->at, section->count, &section->room, sizeof *section->at);
    Finding *finding = &section->at[section->count++];
    *finding = (Finding){.key = key, .label = label, .text = text, .advice = ""};
    return finding;
}

void finding_advise(Examination *in, Finding *finding, DoctorState state, const char *advice) {
    const char *before = finding->advice;
    finding->state = MAX_OF(finding->state, state);
    finding->advice =
        is_absent(before) ? advice : arena_printf(in->arena, "%s\n%s", before, advice);
}

static FindingValue *add_value(Finding *finding, const char *key, FindingKind kind) {
    if (finding->value_count == FINDING_VALUES)
        BUG("too many values");
    FindingValue *value = &finding->values[finding->value_count++];
    *value = (FindingValue){.key = key, .kind = kind, .text = ""};
    return value;
}

void finding_text(Finding *finding, const char *key, const char *text) {
    add_value(finding, key, FINDING_TEXT)->text = text;
}

void finding_number(Finding *finding, const char *key, int64_t number) {
    add_value(finding, key, FINDING_NUMBER)->number = number;
}

void finding_flag(Finding *finding, const char *key, int flag) {
    add_value(finding, key, FINDING_FLAG)->number = flag;
}

void finding_list(Finding *finding, const char *key, Strings list) {
    add_value(finding, key, FINDING_LIST)->list = list;
}

static bool is_name_byte(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || strchr("_.@+-:", byte) != NULL;
}

const char *doctor_name(const char *value) {
    size_t len = strlen(value);
    for (size_t i = 0; i < len && len <= VALUE_MOST; i++)
        if (!is_name_byte(value[i]))
            return _("(not a name)");
    return len > VALUE_MOST ? _("(not a name)") : value;
}

static Examination examine(Arena *arena, const DoctorFacts *facts) {
    Examination found = {.arena = arena};
    doctor_find_locale(&found, &facts->locale);
    doctor_find_terminal(&found, facts);
    doctor_find_paths(&found, facts->paths);
    doctor_find_catalogue(&found, &facts->catalogue);
    doctor_find_plans(&found, &facts->plans);
    doctor_find_parts(&found, &facts->parts);
    doctor_find_versions(&found, &facts->versions);
    return found;
}

static long count_of(const Examination *found, DoctorState state) {
    long count = 0;
    for (size_t i = 0; i < found->count; i++)
        for (size_t k = 0; k < found->sections[i].count; k++)
            count += found->sections[i].at[k].state == state ? 1 : 0;
    return count;
}

static DoctorState worst_of(const Examination *found) {
    DoctorState state = DOCTOR_PROBLEM;
    while (state > DOCTOR_OK && count_of(found, state) == 0)
        state--;
    return state;
}

/* ---- as text ---- */

typedef struct Page {
    Buf *out;
    Arena *arena;
    int cells, column; /* of a line; where texts begin */
} Page;

static Page page_of(Buf *out, Arena *arena, int cols) {
    int cells = cols > 0 ? MIN_OF(MAX_OF(cols, NARROW_CELLS / 2) - 1, PAGE_CELLS) : PAGE_CELLS;
    return (Page){out, arena, cells, cells < NARROW_CELLS ? NARROW_COLUMN : TEXT_COLUMN};
}

/* Goes on where `col` cells are filled already. */
static void print_wrapped(const Page *page, const char *text, int col) {
    Str clean = text_clean_lines(page->arena, str(text));
    WrapLines lines = text_wrap(page->arena, clean, page->cells - page->column, AMBIGUOUS_WIDE);
    if (col > 0 && col >= page->column) {
        buf_byte(page->out, '\n');
        col = 0;
    }
    for (size_t i = 0; i < lines.count; i++)
        buf_printf(page->out, "%*s%.*s\n", i == 0 ? page->column - col : page->column, "",
                   STR_ARG(lines.at[i].text));
}

static bool fits_beside(const Page *page, const char *text, int col) {
    return strchr(text, '\n') == NULL && col < SHORT_COLUMN &&
           text_width(str(text), AMBIGUOUS_WIDE) <= page->cells - SHORT_COLUMN;
}

static void print_finding(const Page *page, const Finding *finding) {
    static const char *const marks[DOCTOR_STATE_COUNT] = {"✓", "›", "!"};
    int col = 2 + text_width(str(finding->label), AMBIGUOUS_WIDE);
    Page beside = *page;
    if (page->column == NARROW_COLUMN && fits_beside(page, finding->text, col))
        beside.column = SHORT_COLUMN;
    buf_printf(page->out, "%s %s", marks[finding->state], finding->label);
    print_wrapped(&beside, finding->text, col);
    if (!is_absent(finding->advice))
        print_wrapped(page, finding->advice, 0);
}

static void print_section(const Page *page, const FindingSection *section) {
    buf_printf(page->out, "\n%s\n", section->heading);
    for (size_t i = 0; i < section->count; i++)
        print_finding(page, &section->at[i]);
}

static void print_summary(const Page *page, const Examination *found) {
    Arena *arena = page->arena;
    long problems = count_of(found, DOCTOR_PROBLEM), notes = count_of(found, DOCTOR_NOTE);
    const char *text = _("No problems were found.");
    if (problems > 0)
        text = arena_printf(
            arena, tr_plural("%ld problem was found.", "%ld problems were found.", problems),
            problems);
    if (notes > 0) {
        const char *more = arena_printf(
            arena, tr_plural("%ld thing is worth knowing.", "%ld things are worth knowing.", notes),
            notes);
        /* TRANSLATORS: two sentences on a line; no blank in Japanese. */
        text = arena_printf(arena, tr_context("sentences", "%s %s"), text, more);
    }
    Page whole = *page;
    whole.column = 0;
    print_wrapped(&whole, text, 0);
    print_wrapped(&whole, _("✓ well   › worth knowing   ! to be mended"), 0);
}

DoctorState doctor_print_text(Buf *out, const DoctorFacts *facts) {
    Arena arena = {0};
    Examination found = examine(&arena, facts);
    DoctorState worst = worst_of(&found);
    Page page = page_of(out, &arena, facts->terminal->cols);
    print_summary(&page, &found);
    for (size_t i = 0; i < found.count; i++)
        print_section(&page, &found.sections[i]);
    arena_release(&arena);
    return worst;
}

/* ---- as JSON ---- */

static const char *state_key(DoctorState state) {
    static const char *const keys[DOCTOR_STATE_COUNT] = {"ok", "note", "problem"};
    return keys[state];
}

static json_t *list_value(Strings list) {
    json_t *array = js_made(json_array());
    for (size_t i = 0; i < list.count; i++)
        js_append(array, js_text(list.at[i]));
    return array;
}

static void put_value(json_t *object, const FindingValue *value) {
    switch (value->kind) {
    case FINDING_TEXT:
        js_put_text(object, value->key, value->text);
        break;
    case FINDING_NUMBER:
        js_put(object, value->key, value->number < 0 ? json_null() : json_integer(value->number));
        break;
    case FINDING_FLAG:
        js_put(object, value->key,
               value->number < 0 ? json_null() : json_boolean(value->number != 0));
        break;
    case FINDING_LIST:
        js_put(object, value->key, list_value(value->list));
        break;
    }
}

static json_t *finding_value(const Finding *finding) {
    json_t *value = js_made(json_object());
    js_put_text(value, "state", state_key(finding->state));
    for (size_t i = 0; i < finding->value_count; i++)
        put_value(value, &finding->values[i]);
    js_put_text(value, "advice", finding->advice);
    return value;
}

static json_t *section_value(const FindingSection *section) {
    json_t *value = js_made(json_object());
    for (size_t i = 0; i < section->count; i++)
        js_put(value, section->at[i].key, finding_value(&section->at[i]));
    return value;
}

DoctorState doctor_print_json(Buf *out, const DoctorFacts *facts) {
    Arena arena = {0};
    Examination found = examine(&arena, facts);
    DoctorState worst = worst_of(&found);
    json_t *root = js_made(json_object()), *doctor = js_made(json_object());
    js_put_text(doctor, "state", state_key(worst));
    js_put(doctor, "problems", json_integer(count_of(&found, DOCTOR_PROBLEM)));
    js_put(doctor, "notes", json_integer(count_of(&found, DOCTOR_NOTE)));
    for (size_t i = 0; i < found.count; i++)
        js_put(doctor, found.sections[i].key, section_value(&found.sections[i]));
    js_put(root, "schema", json_integer(JSON_SCHEMA));
    js_put(root, "doctor", doctor);
    js_print(out, root);
    arena_release(&arena);
    return worst;
}
