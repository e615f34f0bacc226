/* See item.h: what changed, in words. */
#include "ui/screens/item.h"

#include "report/plan_words.h"

const char *item_joined(Arena *arena, const char *all, const char *one) {
    return is_absent(all) ? one : arena_printf(arena, _("%s, %s"), all, one);
}

/* A field by the name its row has. */
static const char *label_of(PlanField field) {
    switch (field) {
    case PLAN_STATUS:
        return _("Status");
    case PLAN_REASON:
        return _("Reason");
    case PLAN_OWNER:
        return _("Owner");
    case PLAN_DUE:
        return _("Due date");
    case PLAN_ESTIMATE:
        return _("Planned cost");
    case PLAN_TERMS:
        /* TRANSLATORS: which subsidy was chosen for an estimate, and which conditions are met */
        return _("Terms of the estimate");
    case PLAN_NOTE:
        return _("Note");
    case PLAN_DOCUMENTS:
        return tr_context("item", "Documents");
    default:
        return plan_field_label(field);
    }
}

const char *item_conflict_label(Arena *arena, const PlanRecord *conflict) {
    PlanField field = plan_field_find(conflict->field);
    if (plan_conflict_is_of_name(conflict))
        return _("the plan's name");
    return field < PLAN_FIELD_COUNT ? label_of(field) : plan_quote(arena, str(conflict->field));
}

const char *item_conflict_text(Arena *arena, const PlanRecord *conflict) {
    PlanField field = plan_field_find(conflict->field);
    if (strcmp(conflict->field, "removed") == 0)
        return _("Elsewhere it was taken out of the plan.");
    const char *value = conflict->to;
    if (field < PLAN_FIELD_COUNT)
        value = plan_words_value(arena, field, value);
    const char *label = item_conflict_label(arena, conflict);
    if (is_absent(value))
        /* TRANSLATORS: a conflict: the due date was cleared in another session */
        return arena_printf(arena, _("%s: cleared elsewhere"), label);
    /* TRANSLATORS: a conflict: a field and what it is in another session */
    return arena_printf(arena, _("%s: elsewhere %s"), label, plan_quote(arena, str(value)));
}

/* ---- the log ---- */

static bool has_document(const char *documents, Str name) {
    PlanDocument document;
    for (Str rest = str(documents); plan_document_next(&rest, &document);)
        if (str_equal(document.name, name))
            return true;
    return false;
}

static const char *document_changed(Arena *arena, const PlanRecord *record,
                                    const PlanDocument *document) {
    const char *name = arena_copy(arena, document->name);
    if (document->done)
        return arena_printf(arena, _("\"%s\" ready"), name);
    if (has_document(record->from, document->name))
        return arena_printf(arena, _("\"%s\" not ready"), name);
    return arena_printf(arena, _("\"%s\" added"), name);
}

/* One line in the place of another. */
static bool is_renamed(const PlanRecord *record, PlanDocument *from, PlanDocument *to) {
    PlanDocument more;
    Str before = str(record->from), after = str(record->to);
    return plan_document_next(&before, from) && !plan_document_next(&before, &more) &&
           plan_document_next(&after, to) && !plan_document_next(&after, &more) &&
           !str_equal(from->name, to->name);
}

/* A log keeps only the lines that differ: each is a document that was ticked, added … */
static const char *documents_changed(Arena *arena, const PlanRecord *record) {
    const char *all = "";
    PlanDocument document, old;
    if (is_renamed(record, &old, &document))
        return arena_printf(arena, _("\"%s\" now \"%s\""), arena_copy(arena, old.name),
                            arena_copy(arena, document.name));
    for (Str rest = str(record->to); plan_document_next(&rest, &document);)
        all = item_joined(arena, all, document_changed(arena, record, &document));
    for (Str rest = str(record->from); plan_document_next(&rest, &document);)
        if (!has_document(record->to, document.name)) {
            const char *name = arena_copy(arena, document.name);
            all = item_joined(arena, all, arena_printf(arena, _("\"%s\" taken off"), name));
        }
    return all;
}

static const char *field_changed(Arena *arena, const PlanRecord *record, PlanField field,
                                 bool ascii) {
    const char *from = plan_words_value(arena, field, record->from);
    const char *to = plan_words_value(arena, field, record->to);
    const char *label = label_of(field);
    bool is_text = field == PLAN_NOTE || field == PLAN_REASON; /* of which only lines changed */
    if (is_text && is_absent(to))
        /* TRANSLATORS: in the log of an item: lines taken out of its note */
        return arena_printf(arena, _("%s: without \"%s\""), label, from);
    if (is_absent(to))
        /* TRANSLATORS: in the log of an item: the due date was cleared */
        return arena_printf(arena, _("%s cleared"), label);
    if (is_absent(from) || is_text)
        /* TRANSLATORS: in the log of an item: a field and what it was set to */
        return arena_printf(arena, tr_context("log", "%s: %s"), label, to);
    /* TRANSLATORS: in the log of an item: a field, from what it was to what it became */
    return arena_printf(arena, tr_context("log", "%s: %s %s %s"), label, from, ascii ? ">" : "›",
                        to);
}

static const char *changed(Arena *arena, const PlanRecord *record, bool ascii) {
    PlanField field = plan_field_find(record->field);
    if (strcmp(record->field, "added") == 0)
        return _("put in the plan");
    if (plan_record_is_call(record))
        /* TRANSLATORS: in the log of an item: a telephone call, and what came of it */
        return arena_printf(arena, tr_context("log", "Call: %s"), record->to);
    if (field == PLAN_DOCUMENTS)
        return arena_printf(arena, tr_context("log", "%s: %s"), label_of(field),
                            documents_changed(arena, record));
    if (field < PLAN_FIELD_COUNT)
        return field_changed(arena, record, field, ascii);
    return arena_printf(arena, tr_context("log", "%s: %s"), record->field, record->to);
}

/* Its lines in a row, the empty ones left out. */
static const char *one_line(Arena *arena, const char *text) {
    char *copy = arena_copy(arena, str(text));
    size_t kept = 0;
    for (size_t i = 0; copy[i] != '\0'; i++) {
        bool ends = copy[i] == '\n';
        if (ends && (kept == 0 || copy[kept - 1] == ' '))
            continue;
        copy[kept] = copy[i];
        if (ends)
            copy[kept] = ' ';
        kept++;
    }
    copy[kept] = '\0';
    return copy;
}

const char *item_log_text(Arena *arena, const PlanRecord *record, bool ascii) {
    return one_line(arena, changed(arena, record, ascii));
}
