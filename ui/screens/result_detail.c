/*
 * Why a program stands in its group, what to confirm and with whom: as fields of a page. It is
 * set as richly as the room allows: with the program's name and what it is, with the slide, with
 * all that agrees, with that in one line, and at last without some of many contacts.
 */
#include "ui/screens/result_screen.h"

#include "report/words.h"

typedef enum Richness { WITH_NAME, WITH_SOURCE, IN_FULL, IN_SHORT, LEAST, RICHNESSES } Richness;

/* ---- the page ---- */

/* Several under one label: the label stands at the first. */
static void add_field(Doc *doc, const char **label, DocRole role, const char *text) {
    doc_field(doc, *label, role, text);
    *label = "";
}

/* What is stated, and where: the program's own slide stands at the end, once for all. */
static const char *stated(Arena *arena, const DiagnosisResult *result, const Reason *reason) {
    const char *text = reason_text(arena, reason);
    if (reason->condition->slide == result->program->source.slide)
        return text;
    return arena_printf(arena, tr_context("reason", "%s (slide %d)"), text,
                        reason->condition->slide);
}

static void add_verdict(Doc *doc, const char *label, const DiagnosisResult *result,
                        Verdict verdict) {
    for (size_t i = 0; i < result->reasons.count; i++)
        if (result->reasons.at[i].verdict == verdict)
            add_field(doc, &label, ROLE_BODY, stated(doc->arena, result, &result->reasons.at[i]));
}

/* The questions' headings alone. */
static void add_met_in_short(Doc *doc, const char *label, const DiagnosisResult *result) {
    const char *text = result_met(doc->arena, result);
    if (!is_absent(text))
        doc_field(doc, label, ROLE_BODY, text);
}

/* How the answers leave it stands behind it; what nobody is asked can only be confirmed. */
static const char *to_confirm(Arena *arena, const DiagnosisResult *result, const Reason *reason) {
    const char *text = stated(arena, result, reason);
    if (reason->question == NULL)
        return text;
    /* TRANSLATORS: 4 or more work together (not answered) */
    return arena_printf(arena, tr_context("reason", "%s (%s)"), text, reason_label(reason));
}

/* As diagnosis_confirm lists them. */
static void add_confirm(Doc *doc, const DiagnosisResult *result) {
    const char *label = _("To confirm");
    size_t before = doc->count;
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        bool against = reason->verdict == VERDICT_AGAINST;
        if (against || reason->verdict == VERDICT_OPEN)
            add_field(doc, &label, against ? ROLE_STRONG : ROLE_BODY,
                      to_confirm(doc->arena, result, reason));
    }
    if (doc->count == before)
        doc_field(doc, label, ROLE_BODY, diagnosis_confirm(doc->arena, result).at[0]);
}

static void add_source(const ResultView *view, Doc *doc, const Program *program) {
    if (!program->added)
        doc_field(doc, _("Source"), ROLE_DIM,
                  arena_printf(doc->arena, tr_context("source", "%s, %s"),
                               words_edition(doc->arena, &view->app->catalogue->edition),
                               result_slide(doc->arena, program)));
}

/* All, or the first two and how many more the card has. */
static void add_contacts(Doc *doc, const DiagnosisResult *result, bool all) {
    enum { FEW = 2 };
    const char *label = _("With whom");
    Strings contacts = diagnosis_contacts(doc->arena, result->program);
    size_t shown = all || contacts.count <= FEW + 1 ? contacts.count : FEW;
    for (size_t i = 0; i < shown; i++)
        add_field(doc, &label, ROLE_BODY, contacts.at[i]);
    long more = (long)(contacts.count - shown);
    if (more > 0)
        add_field(doc, &label, ROLE_DIM,
                  arena_printf(doc->arena,
                               tr_plural("and %ld more on the card (Enter)",
                                         "and %ld more on the card (Enter)", more),
                               more));
}

static void build(const ResultView *view, Doc *doc, const DiagnosisResult *result,
                  Richness richness) {
    const Program *program = result->program;
    /* TRANSLATORS: label over the conditions with which the answers agree */
    const char *agrees = _("Agrees");
    if (richness == WITH_NAME) {
        doc_para(doc, ROLE_STRONG, words_program_name(program));
        doc_para(doc, ROLE_BODY, words_program_summary(program));
        doc_gap(doc);
    }
    add_confirm(doc, result);
    add_contacts(doc, result, richness < LEAST);
    if (richness == WITH_NAME)
        doc_gap(doc);
    if (richness >= IN_SHORT)
        add_met_in_short(doc, agrees, result);
    else
        add_verdict(doc, agrees, result, VERDICT_MET);
    add_verdict(doc, _("Another purpose"), result, VERDICT_APART);
    if (richness <= WITH_SOURCE) /* the row says it too */
        add_source(view, doc, program);
}

/* ---- in its room ---- */

static DocLines lay_out(const ResultView *view, Arena *arena, int cols,
                        const DiagnosisResult *result, Richness richness, Doc *doc) {
    DocSetting setting = {page_shape(cols).cells, view->app->ambiguous, view->app->substitute};
    doc_init(doc, arena, result->program->step);
    build(view, doc, result, richness);
    return doc_layout(doc, arena, &setting);
}

int result_detail_least(const ResultView *view, const DiagnosisResult *result) {
    Doc doc;
    return (int)lay_out(view, view->arena, view->detail.cols, result, IN_SHORT, &doc).count;
}

void result_paint_detail(const ResultView *view, const Canvas *canvas,
                         const DiagnosisResult *result) {
    Doc doc;
    DocLines lines = {0};
    for (int richness = WITH_NAME; richness < RICHNESSES; richness++) {
        lines = lay_out(view, canvas->frame, canvas->cols, result, (Richness)richness, &doc);
        if ((int)lines.count <= canvas->rows)
            break;
    }
    page_view(&(PageState){.link = -1}, &doc, lines, canvas);
    if ((int)lines.count > canvas->rows && canvas->rows > 0)
        paint_right(canvas, canvas->cols - 1, canvas->rows - 1, STYLE_DIM, mark_cut(canvas->grid));
}
