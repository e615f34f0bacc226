/*
 * Records have no identity but their content, so a log is a set in which each may stand
 * several times: what one side alone changed the number of is that side's, else the larger
 * number counts. Sorting all three by content brings equal records together; what is kept
 * is then taken from ours and theirs in order of time.
 */
#include "plan/merge_parts.h"

#include "base/buf.h"
#include "base/mem.h"
#include "plan/fields.h"

const char *merge_text(Versions versions) {
    if (strcmp(versions.ours, versions.theirs) == 0 || strcmp(versions.theirs, versions.base) == 0)
        return versions.ours;
    return strcmp(versions.ours, versions.base) == 0 ? versions.theirs : NULL;
}

/* Part of the files' form, so in no user's language alone. */
static const char *const note_heads[] = {"----- こちらの内容 (ours) -----",
                                         "----- 相手の内容 (theirs) -----",
                                         "----- ここまで (end) -----"};

const char *merge_note(Arena *arena, Versions versions) {
    const char *both = arena_printf(arena, "%s\n%s\n%s\n%s\n%s", note_heads[0], versions.ours,
                                    note_heads[1], versions.theirs, note_heads[2]);
    return strlen(both) <= PLAN_TEXT_KEPT ? both : NULL;
}

/* ---- order ---- */

bool strings_have(Strings strings, const char *key) {
    for (size_t i = 0; i < strings.count; i++)
        if (strcmp(strings.at[i], key) == 0)
            return true;
    return false;
}

static bool same_strings(Strings a, Strings b) {
    bool same = a.count == b.count;
    for (size_t i = 0; same && i < a.count; i++)
        same = strcmp(a.at[i], b.at[i]) == 0;
    return same;
}

/* Those of `strings` that `others` has (or has not), in order. */
static Strings keep_those(Arena *arena, Strings strings, Strings others, bool present) {
    const char **kept = arena_new(arena, const char *, strings.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < strings.count; i++)
        if (strings_have(others, strings.at[i]) == present)
            kept[count++] = strings.at[i];
    return (Strings){kept, count};
}

static Strings join(Arena *arena, Strings a, Strings b) {
    const char **all = arena_new(arena, const char *, a.count + b.count + 1);
    for (size_t i = 0; i < a.count; i++)
        all[i] = a.at[i];
    for (size_t i = 0; i < b.count; i++)
        all[a.count + i] = b.at[i];
    return (Strings){all, a.count + b.count};
}

/* `side` with the keys of base that it lacks, each after the one before it in base. */
static Strings with_missing(Arena *arena, Strings side, Strings base) {
    const char **all = arena_new(arena, const char *, side.count + base.count + 1);
    size_t count = side.count, after = 0; /* the place behind the key last met */
    for (size_t i = 0; i < side.count; i++)
        all[i] = side.at[i];
    for (size_t i = 0; i < base.count; i++) {
        size_t at = 0;
        while (at < count && strcmp(all[at], base.at[i]) != 0)
            at++;
        if (at == count) {
            at = after;
            memmove(all + at + 1, all + at, (count - at) * sizeof *all);
            all[at] = base.at[i];
            count++;
        }
        after = at + 1;
    }
    return (Strings){all, count};
}

/* Base's keys: in base's order, or in that of the side that changed it; ours if both did. */
static Strings order_of_base(Arena *arena, Strings base, Strings ours, Strings theirs) {
    Strings in_ours = keep_those(arena, ours, base, true);
    Strings in_theirs = keep_those(arena, theirs, base, true);
    if (!same_strings(in_ours, keep_those(arena, base, ours, true)))
        return with_missing(arena, in_ours, base);
    if (!same_strings(in_theirs, keep_those(arena, base, theirs, true)))
        return with_missing(arena, in_theirs, base);
    return base;
}

Strings merge_order(Arena *arena, Strings base, Strings ours, Strings theirs) {
    Strings either = join(arena, ours, theirs), all;
    if (same_strings(ours, base))
        all = with_missing(arena, theirs, base);
    else if (same_strings(theirs, base) || same_strings(ours, theirs))
        all = with_missing(arena, ours, base);
    else
        all = join(arena, order_of_base(arena, base, ours, theirs),
                   keep_those(arena, either, base, false));
    all = keep_those(arena, all, either, true);
    const char **once = arena_new(arena, const char *, all.count + 1);
    Strings kept = {once, 0};
    for (size_t i = 0; i < all.count; i++)
        if (!strings_have(kept, all.at[i]))
            once[kept.count++] = all.at[i];
    return kept;
}

/* ---- documents ---- */

typedef struct Documents {
    Strings names;
    bool *done;
} Documents;

static Documents take_documents(Arena *arena, const char *text) {
    const char **names = arena_new(arena, const char *, PLAN_DOCUMENTS_KEPT);
    Documents documents = {{names, 0}, arena_new(arena, bool, PLAN_DOCUMENTS_KEPT)};
    PlanDocument document;
    for (Str rest = str(text);
         documents.names.count < PLAN_DOCUMENTS_KEPT && plan_document_next(&rest, &document);) {
        documents.done[documents.names.count] = document.done;
        names[documents.names.count++] = arena_copy(arena, document.name);
    }
    return documents;
}

typedef enum Tick { ABSENT, OPEN, DONE } Tick;

static Tick tick_of(const Documents *documents, const char *name) {
    for (size_t i = 0; i < documents->names.count; i++)
        if (strcmp(documents->names.at[i], name) == 0)
            return documents->done[i] ? DONE : OPEN;
    return ABSENT;
}

/* What one side alone changed is that side's; else what says most. */
static Tick merge_tick(Tick base, Tick ours, Tick theirs) {
    if (ours == base)
        return theirs;
    return theirs == base ? ours : MAX_OF(ours, theirs);
}

const char *merge_documents(Arena *arena, Versions versions) {
    const char *whole = merge_text(versions);
    if (whole != NULL)
        return whole;
    Documents base = take_documents(arena, versions.base);
    Documents ours = take_documents(arena, versions.ours);
    Documents theirs = take_documents(arena, versions.theirs);
    Strings order = merge_order(arena, base.names, ours.names, theirs.names);
    Buf lines;
    buf_init(&lines, SIZE_MAX / 2);
    for (size_t i = 0; i < order.count; i++) {
        const char *name = order.at[i];
        Tick tick = merge_tick(tick_of(&base, name), tick_of(&ours, name), tick_of(&theirs, name));
        if (tick != ABSENT)
            buf_printf(&lines, "%s[%c] %s", lines.len > 0 ? "\n" : "", tick == DONE ? 'x' : ' ',
                       name);
    }
    bool fits = lines.len <= PLAN_TEXT_KEPT && order.count <= PLAN_DOCUMENTS_KEPT;
    const char *merged = fits ? arena_copy(arena, buf_str(&lines)) : NULL;
    buf_release(&lines);
    return merged;
}

/* ---- records ---- */

typedef enum Side { BASE, OURS, THEIRS, SIDES } Side;

typedef struct Tagged {
    const PlanRecord *record;
    Side side;
    size_t index;
    bool keep;
} Tagged;

static int compare_content(const void *a, const void *b) {
    const Tagged *x = a, *y = b;
    int order = plan_record_compare(x->record, y->record);
    if (order != 0)
        return order;
    if (x->side != y->side)
        return x->side < y->side ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

static int compare_place(const void *a, const void *b) {
    const Tagged *x = a, *y = b;
    if (x->side != y->side)
        return x->side < y->side ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

/* Decides for equal records which are kept: as many as count, ours before theirs. */
static void decide(Tagged *equal, size_t count) {
    size_t in[SIDES] = {0};
    for (size_t i = 0; i < count; i++)
        in[equal[i].side]++;
    size_t wanted = in[OURS] == in[BASE]     ? in[THEIRS]
                    : in[THEIRS] == in[BASE] ? in[OURS]
                                             : MAX_OF(in[OURS], in[THEIRS]);
    for (size_t i = in[BASE]; i < count && wanted > 0; i++) {
        bool doubled = equal[i].side == THEIRS && i < in[BASE] + 2 * in[OURS];
        equal[i].keep = !doubled;
        wanted -= equal[i].keep ? 1 : 0;
    }
}

static size_t tag(Tagged *out, const PlanRecords *records, Side side) {
    for (size_t i = 0; i < records->count; i++)
        out[i] = (Tagged){&records->at[i], side, i, false};
    return records->count;
}

static void decide_all(Tagged *all, size_t count) {
    qsort(all, count, sizeof *all, compare_content);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && plan_record_compare(all[i].record, all[end].record) == 0)
            end++;
        decide(all + i, end - i);
        i = end;
    }
    qsort(all, count, sizeof *all, compare_place);
}

static const Tagged *next_kept(const Tagged *at, const Tagged *end) {
    while (at < end && !at->keep)
        at++;
    return at;
}

/* Both sides' kept records in order of time, each side's own order kept, ours first. */
static void weave(PlanRecords *out, const Tagged *ours, const Tagged *theirs, const Tagged *end) {
    const Tagged *a = next_kept(ours, theirs), *b = next_kept(theirs, end);
    while (a < theirs || b < end) {
        bool first = b == end || (a < theirs && strcmp(a->record->at, b->record->at) <= 0);
        plan_records_add(out, plan_record_copy(first ? a->record : b->record));
        if (first)
            a = next_kept(a + 1, theirs);
        else
            b = next_kept(b + 1, end);
    }
}

void merge_records(PlanRecords *out, const PlanRecords *base, const PlanRecords *ours,
                   const PlanRecords *theirs) {
    if (plan_records_equal(ours, theirs) || plan_records_equal(theirs, base)) {
        plan_records_copy(out, ours);
        return;
    }
    if (plan_records_equal(ours, base)) {
        plan_records_copy(out, theirs);
        return;
    }
    size_t count = base->count + ours->count + theirs->count;
    Tagged *all = mem_new(count, sizeof *all);
    size_t from_ours = tag(all, base, BASE);
    size_t from_theirs = from_ours + tag(all + from_ours, ours, OURS);
    tag(all + from_theirs, theirs, THEIRS);
    decide_all(all, count);
    weave(out, all + from_ours, all + from_theirs, all + count);
    free(all);
}
