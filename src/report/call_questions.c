/* What to ask in a call (call_sheet.h), and the words beside a number. Every question stands
   on a stated fact, or on what is not stated; nothing is guessed. */
#include "report/call_sheet.h"

#include "base/tr.h"
#include "catalogue/period.h"
#include "plan/fields.h"
#include "report/words.h"
#include "text/era.h"

typedef struct Asking {
    Arena *arena;
    const Catalogue *catalogue;
    const Plan *plan;
    const CallMatter *matter;
    const Program *program;
    Date as_of;
    const char **at;
    size_t count, room;
} Asking;

static void ask(Asking *asking, const char *question) {
    asking->at = arena_grow(asking->arena, (void *)asking->at, asking->count, &asking->room,
                            sizeof *asking->at);
    asking->at[asking->count++] = question;
}

/* What another file added is as old as that file, which the edition does not say. */
static bool is_stale(const Asking *asking) {
    const Program *program = asking->program;
    bool of_edition = program == NULL || !is_absent(program->source.edition);
    return of_edition && edition_is_stale(&asking->catalogue->edition, asking->as_of);
}

/* ---- is there such a thing ---- */

static void ask_offered(Asking *asking) {
    if (asking->program == NULL)
        ask(asking, _("Is it still offered? It is no longer in the catalogue."));
    else if (is_stale(asking))
        ask(asking, arena_printf(asking->arena,
                                 /* TRANSLATORS: asked on the telephone; the edition's month */
                                 _("Is it still offered, and under this name? (as of %s)"),
                                 date_print_long(asking->arena, asking->catalogue->edition.date)));
}

/* ---- when ---- */

static void ask_window(Asking *asking, const Period *period) {
    const char *from = date_print_long(asking->arena, period->from);
    const char *to = date_print_long(asking->arena, period->to);
    switch (period_state(period, asking->as_of)) {
    case STATE_OPEN:
        ask(asking, arena_printf(asking->arena, _("Is the closing day still %s?"), to));
        break;
    case STATE_UPCOMING:
        ask(asking, arena_printf(asking->arena, _("Do applications still open on %s?"), from));
        break;
    default:
        ask(asking, arena_printf(asking->arena,
                                 _("When is the next call for applications? (the last closed on "
                                   "%s)"),
                                 to));
    }
}

static void ask_period(Asking *asking) {
    const Period *period = &asking->program->period;
    switch (period->kind) {
    case PERIOD_RANGE:
        ask_window(asking, period);
        break;
    case PERIOD_CLOSED:
        ask(asking, _("When is the next call for applications?"));
        break;
    case PERIOD_SEE_SITE:
        ask(asking, _("From when to when are applications taken?"));
        break;
    case PERIOD_ALWAYS:
        ask(asking, _("Are applications still taken at any time?"));
        break;
    default:
        ask(asking, _("When can it be used? (not stated)"));
    }
    if (period->relative_from_days > 0)
        ask(asking, _("By when before the visit must one apply?"));
}

/* ---- how much ---- */

static bool lacks_rate(const Program *program) {
    for (size_t i = 0; i < program->subsidy.count; i++)
        if (program->subsidy.at[i].rate.kind == RATE_NOT_STATED ||
            program->subsidy.at[i].rate.kind == RATE_PART)
            return true;
    return false;
}

static bool lacks_cap(const Program *program) {
    for (size_t i = 0; i < program->subsidy.count; i++)
        if (program->subsidy.at[i].cap_yen == YEN_NOT_STATED)
            return true;
    return false;
}

static bool lacks_fee(const Program *program) {
    bool priced = false;
    for (size_t i = 0; i < program->cost.options.count; i++)
        priced = priced || program->cost.options.at[i].amount_yen != YEN_NOT_STATED;
    return program->cost.kind == COST_NOT_STATED || (program->cost.kind == COST_PAID && !priced);
}

static void ask_subsidy(Asking *asking) {
    bool rate = lacks_rate(asking->program), cap = lacks_cap(asking->program);
    if (rate && cap)
        ask(asking, _("What part of the cost is paid, and up to how much? (not stated)"));
    else if (rate)
        ask(asking, _("What part of the cost is paid? (not stated)"));
    else if (cap)
        ask(asking, _("Up to how much is paid? (not stated)"));
}

/* What the price of each kind is called; a loan's is asked only where no rate stands. */
static void ask_finance(Asking *asking) {
    const Finances *finance = &asking->program->finance;
    bool has[FINANCE_KIND_COUNT] = {false}, rate = false, cap = true;
    for (size_t i = 0; i < finance->count; i++) {
        has[finance->at[i].kind] = true;
        rate = rate || finance->at[i].base_rate_bp > 0;
        cap = cap && finance->at[i].cap_yen != YEN_NOT_STATED;
    }
    if (!cap)
        ask(asking, _("What is the limit? (not stated)"));
    if (has[FINANCE_LOAN] && !rate)
        ask(asking, _("What is the interest rate? (not stated)"));
    if (has[FINANCE_GUARANTEE])
        ask(asking, _("What does the guarantee cost? (not stated)"));
    if (has[FINANCE_INSURANCE])
        ask(asking, _("What is the insurance premium? (not stated)"));
}

static void ask_money(Asking *asking) {
    if (asking->program->finance.count > 0)
        ask_finance(asking);
    else if (lacks_fee(asking->program))
        ask(asking, _("What does it cost? (not stated)"));
    ask_subsidy(asking);
}

/* ---- conditions ---- */

static void ask_condition(Asking *asking, const char *condition) {
    /* TRANSLATORS: a condition that the source states, to be confirmed on the telephone */
    ask(asking, arena_printf(asking->arena, _("Condition to confirm: %s"), condition));
}

static const DiagnosisResult *result_of(const DiagnosisReport *report, const Program *program) {
    for (size_t group = 0; group < DIAGNOSIS_PARTS; group++)
        for (size_t i = 0; i < report->groups[group].count; i++)
            if (report->groups[group].at[i].program == program)
                return &report->groups[group].at[i];
    return NULL;
}

/* What the answers leave open, or go against; a general line where nothing is says no more than
   the first question. */
static bool ask_by_answers(Asking *asking, const Diagnosis *diagnosis) {
    const Answers *answers = &asking->plan->answers;
    if (diagnosis == NULL || answers->count == 0 ||
        diagnosis_rule(diagnosis, asking->program) == NULL)
        return false;
    DiagnosisReport report = diagnosis_judge(asking->arena, diagnosis, asking->catalogue, answers);
    const DiagnosisResult *result = result_of(&report, asking->program);
    if (result == NULL)
        return false;
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        if (reason->verdict == VERDICT_OPEN || reason->verdict == VERDICT_AGAINST)
            ask_condition(asking, reason_text(asking->arena, reason));
    }
    return true;
}

static void ask_conditions(Asking *asking, const Diagnosis *diagnosis) {
    const Strings *stated = &asking->program->requirements;
    if (ask_by_answers(asking, diagnosis))
        return;
    for (size_t i = 0; i < stated->count; i++)
        ask_condition(asking, stated->at[i]);
}

/* ---- papers ---- */

static void ask_documents(Asking *asking) {
    Arena *arena = asking->arena;
    const char *all = "";
    PlanDocument document;
    for (Str rest = str(plan_text(asking->matter->item, PLAN_DOCUMENTS));
         plan_document_next(&rest, &document);) {
        if (document.done)
            continue;
        const char *name = arena_copy(arena, document.name);
        all = words_joined(arena, all, name);
    }
    if (!is_absent(all))
        /* TRANSLATORS: papers that are not ready yet */
        ask(asking, arena_printf(arena, _("Form and handing in of papers: %s"), all));
}

Strings call_questions(Arena *arena, const Catalogue *catalogue, const Plan *plan,
                       const CallMatter *matter, Date as_of, const Diagnosis *diagnosis) {
    Asking asking = {.arena = arena,
                     .catalogue = catalogue,
                     .plan = plan,
                     .matter = matter,
                     .program = matter->program,
                     .as_of = as_of};
    ask_offered(&asking);
    if (matter->program != NULL) {
        ask_period(&asking);
        ask_money(&asking);
        ask_conditions(&asking, diagnosis);
    }
    ask_documents(&asking);
    return (Strings){asking.at, asking.count};
}

/* ---- numbers ---- */

const char *call_phone_kind(const Phone *phone) {
    switch (phone->kind) {
    case PHONE_FREEDIAL:
        /* TRANSLATORS: the kind of a number, on a call sheet; the call costs the caller nothing */
        return tr_context("call", "Free Dial");
    case PHONE_NAVIDIAL:
        /* TRANSLATORS: the kind of a number, on a call sheet */
        return tr_context("call", "Navi Dial (the caller pays)");
    case PHONE_FAX:
        return tr_context("call", "fax");
    default:
        return tr_context("call", "telephone");
    }
}

/* What the kind says already is not said again. */
static const char *remark_of(const Phone *phone) {
    bool said = phone->kind == PHONE_NAVIDIAL && strcmp(phone->note, "通話料有料") == 0;
    return said ? "" : phone->note;
}

const char *call_phone_note(Arena *arena, const Phone *phone) {
    const char *remark = remark_of(phone);
    const char *extension =
        is_absent(phone->extension) ? "" : arena_printf(arena, _("ext. %s"), phone->extension);
    if (is_absent(extension) || is_absent(remark))
        return is_absent(extension) ? remark : extension;
    return arena_printf(arena, _("%s; %s"), extension, remark);
}
