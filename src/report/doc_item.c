/* See doc_item.h. */
#include "report/doc_item.h"

#include "base/tr.h"
#include "report/grant_words.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/number.h"

static void due(Doc *doc, const PlanItem *item, Date as_of) {
    Date day;
    if (!plan_words_due(item, &day))
        return;
    const char *text = words_day(doc->arena, day);
    if (!plan_status_is_final(plan_status_of(item)))
        text = arena_printf(doc->arena, "%s  %s", text, words_time_left(doc->arena, day, as_of));
    doc_field(doc, _("Due"), plan_words_is_overdue(item, as_of) ? ROLE_WARN : ROLE_BODY, text);
}

static void documents(Doc *doc, const PlanItem *item) {
    /* TRANSLATORS: papers to be handed in, of an item of a plan */
    const char *label = tr_context("item", "Documents");
    PlanDocument document;
    for (Str rest = str(plan_text(item, PLAN_DOCUMENTS)); plan_document_next(&rest, &document);) {
        doc_field(
            doc, label, document.done ? ROLE_FAINT : ROLE_BODY,
            arena_printf(doc->arena, "%s %.*s", document.done ? "☑" : "☐", STR_ARG(document.name)));
        label = "";
    }
}

/* What a planned cost comes to, or why that is not known. */
static void money(Doc *doc, const Catalogue *catalogue, const PlanItem *item) {
    const char *cost = plan_text(item, PLAN_ESTIMATE);
    Grant grant = grant_of_item(catalogue, item);
    doc_field(doc, _("Planned cost"), ROLE_BODY, plan_words_value(doc->arena, PLAN_ESTIMATE, cost));
    if (is_absent(cost))
        return;
    if (grant.why != GRANT_COMPUTED) {
        doc_field(doc, _("Grant"), ROLE_DIM, grant_words_open(doc->arena, grant.why));
        return;
    }
    doc_field(doc, _("Grant"), ROLE_BODY, number_yen(doc->arena, grant.grant));
    doc_field(doc, _("Own share"), ROLE_BODY, number_yen(doc->arena, grant.own));
}

void doc_plan_item(Doc *doc, const Catalogue *catalogue, const PlanItem *item, Date as_of) {
    doc_section(doc, _("Plan"));
    doc_field_link(doc, _("Status"), plan_status_label(plan_status_of(item)), DOC_LINK_ITEM,
                   item->program);
    doc_field(doc, _("Reason"), ROLE_BODY, plan_text(item, PLAN_REASON));
    due(doc, item, as_of);
    doc_field(doc, _("Owner"), ROLE_BODY, plan_text(item, PLAN_OWNER));
    money(doc, catalogue, item);
    documents(doc, item);
    doc_field(doc, _("Note"), ROLE_BODY, plan_text(item, PLAN_NOTE));
}
