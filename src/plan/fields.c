/* See fields.h. One table says how each field is checked. */
#include "plan/fields.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/era.h"
#include "text/key.h"
#include "text/nearest.h"
#include "text/number.h"

#include <inttypes.h>

typedef struct Typed {
    Str text;
    Date today;
    PlanSource source;
    Arena *arena;
    Err *err;
} Typed;

/* The canonical text, or NULL with the reason in typed->err. */
typedef const char *(*Canonical)(const Typed *typed);

static const char *canonical_status(const Typed *typed);
static const char *canonical_terms(const Typed *typed);
static const char *canonical_documents(const Typed *typed);

/* ---- values ---- */

const char *plan_quote(Arena *arena, Str text) {
    enum { MOST_CELLS = 48 };
    Str clean = text_clean(arena, str_n(text.at, MIN_OF(text.len, 4096)));
    Str shown = text_fit(clean, MOST_CELLS, AMBIGUOUS_NARROW);
    return arena_printf(arena, "%.*s%s", STR_ARG(shown), shown.len < clean.len ? "…" : "");
}

static bool fits(const Typed *typed, size_t most) {
    if (typed->text.len <= most)
        return true;
    err_set(typed->err, _("the text is too long: %zu bytes, at most %zu can be kept"),
            typed->text.len, most);
    return false;
}

static Str trim(Str text) {
    static const char wide[] = "　";
    for (;;) {
        if (text.len > 0 && (text.at[0] == ' ' || text.at[0] == '\t'))
            text = str_skip(text, 1);
        else if (str_starts(text, str(wide)))
            text = str_skip(text, sizeof wide - 1);
        else
            break;
    }
    while (text.len > 0) {
        char last = text.at[text.len - 1];
        if (last == ' ' || last == '\t' || last == '\r' || last == '\n')
            text.len--;
        else if (text.len >= 3 && str_equal(str_skip(text, text.len - 3), str(wide)))
            text.len -= 3;
        else
            break;
    }
    return text;
}

static const char *canonical_line(const Typed *typed) {
    Str text = trim(typed->text);
    if (memchr(text.at, '\n', text.len) != NULL) {
        err_set(typed->err, _("'%s' must be one line"), plan_quote(typed->arena, text));
        return NULL;
    }
    return fits(typed, PLAN_NAME_MOST) ? arena_copy(typed->arena, text) : NULL;
}

static const char *canonical_text(const Typed *typed) {
    size_t most = typed->source == PLAN_TYPED ? PLAN_TEXT_MOST : PLAN_TEXT_KEPT;
    return fits(typed, most) ? arena_copy(typed->arena, typed->text) : NULL;
}

static const char *canonical_step(const Typed *typed) {
    if (typed->text.len == 1 && typed->text.at[0] >= '0' && typed->text.at[0] <= '4')
        return arena_copy(typed->arena, typed->text);
    err_set(typed->err, _("'%s' is not a step; expected 1 to 4, or 0 for none"),
            plan_quote(typed->arena, typed->text));
    return NULL;
}

static const char *canonical_due(const Typed *typed) {
    Date date;
    if (trim(typed->text).len == 0)
        return "";
    if (era_parse_due(typed->text, typed->today, &date) && date_is_day(date)) {
        char *iso = arena_alloc(typed->arena, DATE_ISO_BYTES);
        date_print_iso(date, iso);
        return iso;
    }
    err_set(typed->err, _("'%s' is not a day; type one like 2017-01-27, H29.1.27, 1/27 or +2w"),
            plan_quote(typed->arena, typed->text));
    return NULL;
}

static const char *canonical_estimate(const Typed *typed) {
    static const int64_t most = 1000000000000000; /* what a catalogue may hold */
    int64_t yen;
    if (trim(typed->text).len == 0)
        return "";
    if (number_parse_yen(typed->text, &yen) && yen <= most)
        return arena_printf(typed->arena, "%" PRId64, yen);
    err_set(typed->err,
            _("'%s' is not an amount in yen; type one like 1800000, 1,800,000 or 180万"),
            plan_quote(typed->arena, typed->text));
    return NULL;
}

/* ---- the table ---- */

static const struct {
    const char *key, *label;
    Canonical canonical;
    bool theirs;
} fields[] = {
    /* TRANSLATORS: the name of a support program, as a column's heading */
    [PLAN_NAME] = {"name", N_("name"), canonical_line, false},
    [PLAN_STEP] = {"step", N_("step"), canonical_step, false},
    /* TRANSLATORS: how far a company is with a program */
    [PLAN_STATUS] = {"status", N_("status"), canonical_status, true},
    [PLAN_REASON] = {"reason", N_("reason"), canonical_text, true},
    /* TRANSLATORS: the person who takes care of it */
    [PLAN_OWNER] = {"owner", N_("owner"), canonical_line, true},
    [PLAN_DUE] = {"due", N_("due date"), canonical_due, true},
    /* TRANSLATORS: planned cost in yen */
    [PLAN_ESTIMATE] = {"estimate", N_("estimate"), canonical_estimate, true},
    /* TRANSLATORS: which subsidy was chosen for an estimate, and which of its conditions are met */
    [PLAN_TERMS] = {"terms", N_("terms of the estimate"), canonical_terms, true},
    [PLAN_NOTE] = {"note", N_("note"), canonical_text, true},
    /* TRANSLATORS: papers to be handed in */
    [PLAN_DOCUMENTS] = {"documents", N_("documents"), canonical_documents, true},
    /* TRANSLATORS: what the catalogue said when the program was put in the plan */
    [PLAN_SEEN] = {"seen", N_("as seen in the catalogue"), canonical_line, false},
};
_Static_assert(COUNT_OF(fields) == PLAN_FIELD_COUNT, "a row for every field");

const char *plan_field_key(PlanField field) {
    return fields[field].key;
}

const char *plan_field_label(PlanField field) {
    return tr(fields[field].label);
}

PlanField plan_field_find(const char *key) {
    size_t i = 0;
    while (i < PLAN_FIELD_COUNT && strcmp(fields[i].key, key) != 0)
        i++;
    return (PlanField)i;
}

bool plan_field_is_theirs(PlanField field) {
    return fields[field].theirs;
}

static bool is_text(Str text, Err *err) {
    if (memchr(text.at, '\0', text.len) == NULL && text_is_utf8(text))
        return true;
    err_set(err, _("the text holds bytes that are not UTF-8"));
    return false;
}

bool plan_field_canonical(PlanField field, Str text, Date today, PlanSource source, Arena *arena,
                          const char **out, Err *err) {
    Typed typed = {text, today, source, arena, err};
    if (!is_text(text, err))
        return false;
    const char *canonical = fields[field].canonical(&typed);
    if (canonical != NULL)
        *out = canonical;
    return canonical != NULL;
}

bool plan_line_canonical(Str text, Arena *arena, const char **out, Err *err) {
    return plan_field_canonical(PLAN_OWNER, text, (Date){0}, PLAN_TYPED, arena, out, err);
}

bool plan_name_is_right(const char *name, Err *err) {
    size_t len = strlen(name);
    if (len == 0)
        err_set(err, _("a plan needs a name"));
    else if (len > PLAN_NAME_MOST)
        err_set(err, _("the text is too long: %zu bytes, at most %zu can be kept"), len,
                (size_t)PLAN_NAME_MOST);
    else
        return is_text(str(name), err);
    return false;
}

/* ---- statuses ---- */

static const struct {
    const char *word, *english, *label;
} statuses[] = {
    /* TRANSLATORS: the following nine say how far a company is with a support program */
    [PLAN_CANDIDATE] = {"候補", "candidate", N_("candidate")},
    [PLAN_CHECKING] = {"確認中", "checking", N_("checking")},
    [PLAN_PREPARING] = {"準備中", "preparing", N_("preparing")},
    [PLAN_APPLIED] = {"申請済", "applied", N_("applied")},
    [PLAN_ACCEPTED] = {"採択", "accepted", N_("accepted")},
    [PLAN_REJECTED] = {"不採択", "rejected", N_("rejected")},
    [PLAN_USING] = {"利用中", "using", N_("using")},
    [PLAN_DONE] = {"完了", "done", N_("done")},
    /* TRANSLATORS: decided not to use it */
    [PLAN_DROPPED] = {"見送り", "dropped", N_("dropped")},
};
_Static_assert(COUNT_OF(statuses) == PLAN_STATUS_COUNT, "a row for every status");

const char *plan_status_word(PlanStatus status) {
    return statuses[status].word;
}

const char *plan_status_label(PlanStatus status) {
    return tr(statuses[status].label);
}

const char *plan_status_english(PlanStatus status) {
    return statuses[status].english;
}

static PlanStatus find_status(Str text) {
    size_t i = 0;
    while (i < PLAN_STATUS_COUNT && !text_same_key(text, str(statuses[i].word)) &&
           !text_same_key(text, str(statuses[i].english)))
        i++;
    return (PlanStatus)i;
}

PlanStatus plan_status_of(const PlanItem *item) {
    PlanStatus status = PLAN_CANDIDATE;
    while (status < PLAN_STATUS_COUNT &&
           strcmp(statuses[status].word, item->fields[PLAN_STATUS]) != 0)
        status++;
    return status < PLAN_STATUS_COUNT ? status : PLAN_CANDIDATE;
}

bool plan_status_asks_reason(PlanStatus status) {
    return status == PLAN_REJECTED || status == PLAN_DROPPED;
}

bool plan_status_is_final(PlanStatus status) {
    return status == PLAN_DONE || plan_status_asks_reason(status);
}

static void refuse_status(const Typed *typed) {
    const char *names[PLAN_STATUS_COUNT * 2], *all = "";
    for (size_t i = 0; i < PLAN_STATUS_COUNT; i++) {
        names[i] = statuses[i].english;
        names[PLAN_STATUS_COUNT + i] = statuses[i].word;
        all = arena_printf(typed->arena, "%s%s%s", all, i > 0 ? ", " : "",
                           plan_status_label((PlanStatus)i));
    }
    const char *quoted = plan_quote(typed->arena, typed->text);
    const char *near = text_nearest(typed->text, (Strings){names, COUNT_OF(names)});
    if (near != NULL)
        err_set(typed->err, _("'%s' is not a status (did you mean '%s'?)"), quoted, near);
    else
        err_set(typed->err, _("'%s' is not a status (expected one of: %s)"), quoted, all);
}

static const char *canonical_status(const Typed *typed) {
    if (trim(typed->text).len == 0)
        return statuses[PLAN_CANDIDATE].word;
    PlanStatus status = find_status(typed->text);
    if (status < PLAN_STATUS_COUNT)
        return statuses[status].word;
    refuse_status(typed);
    return NULL;
}

/* ---- lines ---- */

static Str take_line(Str *rest) {
    const char *end = memchr(rest->at, '\n', rest->len);
    Str line = end == NULL ? *rest : str_n(rest->at, (size_t)(end - rest->at));
    *rest = str_skip(*rest, line.len + 1);
    return line;
}

/* The copy in the arena; empties the buffer. */
static const char *keep(Arena *arena, Buf *lines) {
    const char *copy = arena_copy(arena, buf_str(lines));
    buf_release(lines);
    return copy;
}

/* ---- terms ---- */

bool plan_term_next(Str *rest, Str *out) {
    while (rest->len > 0) {
        *out = trim(take_line(rest));
        if (out->len > 0)
            return true;
    }
    return false;
}

static bool has_term(Str terms, Str wanted) {
    Str term;
    while (plan_term_next(&terms, &term))
        if (str_equal(term, wanted))
            return true;
    return false;
}

/* Each once, in their order. */
static const char *canonical_terms(const Typed *typed) {
    Buf lines;
    Str term;
    size_t count = 0;
    if (!fits(typed, PLAN_TEXT_MOST))
        return NULL;
    buf_init(&lines, SIZE_MAX / 2);
    for (Str rest = typed->text; count <= PLAN_TERMS_MOST && plan_term_next(&rest, &term);) {
        if (has_term(buf_str(&lines), term))
            continue;
        buf_text(&lines, count++ > 0 ? "\n" : "");
        buf_add(&lines, term);
    }
    const char *text = keep(typed->arena, &lines);
    if (count <= PLAN_TERMS_MOST)
        return text;
    err_set(typed->err, _("an estimate has at most %d terms"), PLAN_TERMS_MOST);
    return NULL;
}

/* ---- documents ---- */

bool plan_document_next(Str *rest, PlanDocument *out) {
    enum { BOX = 4 };
    while (rest->len > 0) {
        Str line = trim(take_line(rest));
        bool done = str_starts(line, str("[x] ")) || str_starts(line, str("[X] "));
        bool box = done || str_starts(line, str("[ ] "));
        Str name = box ? trim(str_skip(line, BOX)) : line;
        if (name.len == 0 || str_equal(name, str("[x]")) || str_equal(name, str("[ ]")))
            continue;
        *out = (PlanDocument){name, done};
        return true;
    }
    return false;
}

static void add_document(Buf *out, Str name, bool done) {
    if (out->len > 0)
        buf_byte(out, '\n');
    buf_text(out, done ? "[x] " : "[ ] ");
    buf_add(out, name);
}

const char *plan_documents_with(Arena *arena, const char *text, Str name, bool done) {
    Buf lines;
    PlanDocument document;
    bool found = false;
    buf_init(&lines, SIZE_MAX / 2);
    for (Str rest = str(text); plan_document_next(&rest, &document);) {
        bool same = str_equal(document.name, name);
        found = found || same;
        add_document(&lines, document.name, same ? done : document.done);
    }
    if (!found)
        add_document(&lines, name, done);
    return keep(arena, &lines);
}

const char *plan_documents_without(Arena *arena, const char *text, Str name) {
    Buf lines;
    PlanDocument document;
    buf_init(&lines, SIZE_MAX / 2);
    for (Str rest = str(text); plan_document_next(&rest, &document);)
        if (!str_equal(document.name, name))
            add_document(&lines, document.name, document.done);
    return keep(arena, &lines);
}

/* The place of a document of that name, or `count`. */
static size_t place_of(const PlanDocument *documents, size_t count, Str name) {
    size_t i = 0;
    while (i < count && !str_equal(documents[i].name, name))
        i++;
    return i;
}

/* A document named twice is one, ticked if either is. */
static const char *canonical_documents(const Typed *typed) {
    PlanDocument documents[PLAN_DOCUMENTS_KEPT], document;
    bool by_hand = typed->source == PLAN_TYPED;
    size_t count = 0, most = by_hand ? PLAN_DOCUMENTS_MOST : PLAN_DOCUMENTS_KEPT;
    if (!fits(typed, by_hand ? PLAN_TEXT_MOST : PLAN_TEXT_KEPT))
        return NULL;
    for (Str rest = typed->text; plan_document_next(&rest, &document);) {
        Typed name = *typed;
        name.text = document.name;
        if (!fits(&name, PLAN_NAME_MOST))
            return NULL;
        size_t place = place_of(documents, count, document.name);
        if (place == most) {
            err_set(typed->err, _("a program has at most %zu documents"), most);
            return NULL;
        }
        documents[place] = (PlanDocument){
            document.name, document.done || (place < count && documents[place].done)};
        count = MAX_OF(count, place + 1);
    }
    Buf lines;
    buf_init(&lines, SIZE_MAX / 2);
    for (size_t i = 0; i < count; i++)
        add_document(&lines, documents[i].name, documents[i].done);
    return keep(typed->arena, &lines);
}
