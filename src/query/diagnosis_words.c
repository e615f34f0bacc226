/* The result of a diagnosis in words (diagnosis.h). None of them says that anybody may use a
   program. */
#include "base/tr.h"
#include "query/diagnosis.h"

/* ---- groups ---- */

static const struct {
    const char *label, *word, *close;
} groups[] = {
    [DIAGNOSIS_FITS] =
        {/* TRANSLATORS: the next are headings of lists of support programs; the lower-case word
            after each is the same before a number: "suitable 5" */
         N_("Looks suitable"), N_("suitable"),
         N_("The answers agree with what the document states. Whether a program can be used is for "
            "the body that runs it to say: ask there, and ask what has changed since.")},
    [DIAGNOSIS_CONFIRM] =
        {N_("To be confirmed"), N_("confirm"),
         N_("The document states something that the answers do not settle. Ask the body named "
            "about the points to confirm.")},
    [DIAGNOSIS_OUTSIDE] =
        {N_("Outside the conditions"), N_("outside"),
         N_("An answer does not agree with what the document states. Conditions change: if it "
            "matters, ask the body named.")},
    [DIAGNOSIS_ASIDE] =
        {N_("For another purpose"), N_("other"),
         N_("The document lists these under other stages or needs than those chosen.")},
};
_Static_assert(COUNT_OF(groups) == DIAGNOSIS_PARTS, "words for every group");

const char *diagnosis_group_label(DiagnosisGroup group) {
    return tr(groups[group].label);
}

const char *diagnosis_group_word(DiagnosisGroup group) {
    return tr(groups[group].word);
}

const char *diagnosis_group_close(DiagnosisGroup group) {
    return tr(groups[group].close);
}

/* ---- reasons ---- */

const char *reason_label(const Reason *reason) {
    switch (reason->verdict) {
    case VERDICT_MET:
        /* TRANSLATORS: the next six stand beside a condition of a support program */
        return _("agrees");
    case VERDICT_AGAINST:
        return _("does not agree");
    case VERDICT_APART:
        return _("another purpose");
    case VERDICT_OPEN:
        break;
    }
    if (reason->question == NULL)
        return _("to be confirmed");
    return reason->answered ? _("not stated for this answer") : _("not answered");
}

static const char *in_language(const char *japanese, const char *english) {
    return tr_lang() == LANG_JA ? japanese : english;
}

/* The labels of the choices that fit: an aim has no other words. */
static const char *aim_text(Arena *arena, const Reason *reason) {
    const Question *question = reason->question;
    const char *text = "";
    for (size_t i = 0; i < question->choices.count; i++) {
        if ((reason->condition->fitting >> i & 1) == 0)
            continue;
        const char *label = choice_label(&question->choices.at[i]);
        if (is_absent(text))
            text = label;
        else
            /* TRANSLATORS: two stages or needs, one after the other */
            text = arena_printf(arena, tr_context("diagnosis", "%s / %s"), text, label);
    }
    /* TRANSLATORS: "Need: Raise funds" */
    return arena_printf(arena, tr_context("diagnosis", "%s: %s"), question_heading(question), text);
}

const char *reason_text(Arena *arena, const Reason *reason) {
    if (reason->question != NULL && reason->question->aim)
        return aim_text(arena, reason);
    return in_language(reason->condition->text, reason->condition->text_en);
}

Strings diagnosis_confirm(Arena *arena, const DiagnosisResult *result) {
    const char **lines = arena_new(arena, const char *, result->reasons.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        if (reason->verdict == VERDICT_OPEN || reason->verdict == VERDICT_AGAINST)
            lines[count++] = reason_text(arena, reason);
    }
    if (count == 0)
        lines[count++] = _("Whether it is offered now, and on what conditions");
    return (Strings){lines, count};
}

/* ---- whom to ask ---- */

static const char *provider_name(const Program *program) {
    return in_language(program->provider->name, program->provider->name_en);
}

/* A contact by its label, and before it the body that runs the program unless the label says
   so: it may be another's desk. */
static const char *contact_name(Arena *arena, const Program *program, const char *label) {
    const Provider *provider = program->provider;
    bool says = strstr(label, provider->name) != NULL || strstr(label, provider->name_full) != NULL;
    if (is_absent(label))
        return provider_name(program);
    if (says && tr_lang() == LANG_JA)
        return label;
    return arena_printf(arena, tr_context("diagnosis", "%s: %s"), provider_name(program), label);
}

static const char *phone_line(Arena *arena, const Program *program, const Contact *contact,
                              const Phone *phone) {
    const char *number = phone->number;
    if (!is_absent(phone->extension))
        number = arena_printf(arena, tr_context("phone", "%s (%s)"), number,
                              arena_printf(arena, _("ext. %s"), phone->extension));
    return arena_printf(arena, "%s %s", contact_name(arena, program, contact->label), number);
}

static size_t add_phones(Arena *arena, const Program *program, const char **lines) {
    size_t count = 0;
    for (size_t i = 0; i < program->contacts.count; i++) {
        const Contact *contact = &program->contacts.at[i];
        for (size_t j = 0; j < contact->phones.count; j++)
            if (contact->phones.at[j].kind != PHONE_FAX)
                lines[count++] = phone_line(arena, program, contact, &contact->phones.at[j]);
    }
    return count;
}

static size_t add_desks(Arena *arena, const Program *program, const char **lines) {
    for (size_t i = 0; i < program->contacts.count; i++)
        lines[i] = contact_name(arena, program, program->contacts.at[i].label);
    return program->contacts.count;
}

static size_t add_addresses(Arena *arena, const Program *program, const char **lines) {
    size_t count = 0;
    for (size_t i = 0; i < program->links.count; i++) {
        const Link *link = &program->links.at[i];
        const char *who = provider_name(program);
        if (link->kind != LINK_GUIDE && link->kind != LINK_CONTACT)
            continue;
        if (!is_absent(link->audience))
            /* TRANSLATORS: a body, then whom its address is for */
            who = arena_printf(arena, tr_context("diagnosis", "%s (%s)"), who, link->audience);
        lines[count++] = arena_printf(arena, "%s %s", who, link->url);
    }
    return count;
}

static size_t lines_most(const Program *program) {
    size_t most = program->contacts.count + program->links.count + 1;
    for (size_t i = 0; i < program->contacts.count; i++)
        most += program->contacts.at[i].phones.count;
    return most;
}

Strings diagnosis_contacts(Arena *arena, const Program *program) {
    const char **lines = arena_new(arena, const char *, lines_most(program));
    size_t count = add_phones(arena, program, lines);
    if (count == 0) {
        count = add_desks(arena, program, lines);
        count += add_addresses(arena, program, lines + count);
    }
    if (count == 0)
        lines[count++] = provider_name(program);
    return (Strings){lines, count};
}
