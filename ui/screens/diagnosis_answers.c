/*
 * The answers to the diagnosis (diagnosis_screen.h). They are the active plan's. Where that
 * cannot be changed the questions can be answered all the same: then the answers are a copy that
 * ends with the session.
 */
#include "ui/screens/diagnosis_screen.h"

#include "text/clean.h"

#include <stdlib.h>

static bool is_on_trial(const App *app) {
    const char *file = app->late.trial_file;
    return work_why_fixed(app) != NULL && file != NULL && strcmp(file, app->work.file) == 0;
}

const Answers *diagnosis_answers(const App *app) {
    return is_on_trial(app) ? &app->late.trial : &app->work.plan.answers;
}

/* ---- for this session alone ---- */

static void begin_trial(App *app) {
    Late *late = &app->late;
    if (is_on_trial(app))
        return;
    answers_release(&late->trial);
    answers_copy(&late->trial, &app->work.plan.answers);
    late->trial_file = app_keep_text(app, app->work.file);
}

static void try_answer(App *app, const Question *question, const char *choices) {
    begin_trial(app);
    if (question != NULL) {
        answers_put(&app->late.trial, question->id, choices);
        return;
    }
    answers_release(&app->late.trial);
    app_say(app, "%s", _("All answers were taken away."));
}

/* ---- what another session answered ---- */

/* Its place among the plan's conflicts, or their count. */
static size_t conflict_of(const Plan *plan, const Question *question) {
    const size_t prefix = strlen(PLAN_ANSWER);
    for (size_t i = 0; i < plan->conflicts.count; i++) {
        Str field = str(plan->conflicts.at[i].field);
        if (str_starts(field, str(PLAN_ANSWER)) &&
            str_equal(str_skip(field, prefix), str(question->id)))
            return i;
    }
    return plan->conflicts.count;
}

const char *diagnosis_elsewhere(const App *app, const Question *question) {
    const Plan *plan = &app->work.plan;
    size_t place = conflict_of(plan, question);
    return place == plan->conflicts.count ? NULL : plan->conflicts.at[place].to;
}

static bool settle(App *app, const Question *question, PlanChange *change, Err *err) {
    Plan *plan = &app->work.plan;
    size_t place = conflict_of(plan, question);
    return place == plan->conflicts.count ||
           plan_settle(plan, "", place, false, work_time(app), change, err);
}

/* ---- kept with the plan ---- */

/* What answering is called. */
static const char *name_of(App *app, const Question *question, const char *choices) {
    const char *heading = question_heading(question);
    if (is_absent(choices))
        /* TRANSLATORS: a question of the diagnosis: Stage, Country */
        return arena_printf(&app->scratch, _("Took back the answer to \"%s\""), heading);
    if (strcmp(choices, ANSWER_SKIPPED) == 0)
        return arena_printf(&app->scratch, _("Passed over \"%s\""), heading);
    return arena_printf(&app->scratch, _("Answered \"%s\""), heading);
}

/* Answers to questions that nobody asks any more go too. */
static bool clear(App *app, PlanChange *change, Err *err) {
    Plan *plan = &app->work.plan;
    while (plan->answers.count > 0) {
        const char *question = arena_copy(&app->scratch, str(plan->answers.at[0].question));
        if (!plan_answer(plan, question, str(""), work_time(app), change, err))
            return false;
    }
    return true;
}

static bool change_plan(App *app, const Question *question, const char *choices, PlanChange *change,
                        Err *err) {
    if (question == NULL)
        return clear(app, change, err);
    return plan_answer(&app->work.plan, question->id, str(choices), work_time(app), change, err) &&
           settle(app, question, change, err);
}

void diagnosis_keep_answer(App *app, const Question *question) {
    if (diagnosis_elsewhere(app, question) != NULL && work_why_fixed(app) == NULL)
        diagnosis_answer(app, question, answers_get(&app->work.plan.answers, question->id));
}

void diagnosis_answer(App *app, const Question *question, const char *choices) {
    PlanChange change = {0};
    Err err;
    if (work_why_fixed(app) == NULL)
        app->late.trial_file = NULL;
    if (work_why_fixed(app) != NULL)
        try_answer(app, question, choices);
    else if (!change_plan(app, question, choices, &change, &err))
        app_say(app, "%s", err.text);
    else if (question == NULL)
        work_did(app, &change, "%s", _("Took all answers of the diagnosis away"));
    else
        work_did(app, &change, "%s", name_of(app, question, choices));
    plan_change_release(&change);
}

/* ---- what the result shows as well ---- */

void diagnosis_paint_none(const App *app, const Canvas *body) {
    enum { COL = 3, MOST = 76 };
    const char *why =
        arena_copy(body->frame, text_clean(body->frame, str(app->late.diagnosis_why)));
    const char *text = _("The questions are being read.");
    if (!is_absent(why))
        text = arena_printf(body->frame,
                            _("The questions of the diagnosis cannot be read.\n\n%s\n\nOnce the "
                              "file is mended, Enter reads it again. All else works as ever."),
                            why);
    screen_paint_lines(body, COL, 0, STYLE_BODY,
                       screen_lines(app, body->frame, text, MIN_OF(body->cols - COL - 1, MOST)));
}

/* Cells between two counts. */
static int count_gap(const Canvas *canvas) {
    enum { WIDE = 60 };
    return canvas->cols >= WIDE ? 3 : 1;
}

static const char *count_number(const Canvas *canvas, const DiagnosisReport *report, int group) {
    return arena_printf(canvas->frame, "%zu", report->groups[group].count);
}

int diagnosis_counts_cells(const Canvas *canvas, const DiagnosisReport *report, int groups) {
    int cells = -count_gap(canvas);
    for (int group = 0; group < groups; group++)
        cells += count_gap(canvas) +
                 paint_width(canvas, diagnosis_group_word((DiagnosisGroup)group)) + 1 +
                 paint_width(canvas, count_number(canvas, report, group));
    return cells;
}

void diagnosis_paint_counts(const Canvas *canvas, int col, int row, const DiagnosisReport *report,
                            int groups) {
    for (int group = 0; group < groups; group++, col += count_gap(canvas)) {
        Style style = report->groups[group].count == 0 ? STYLE_DIM : STYLE_STRONG;
        col += paint(canvas, col, row, STYLE_DIM, diagnosis_group_word((DiagnosisGroup)group)) + 1;
        col += paint(canvas, col, row, style, count_number(canvas, report, group));
    }
}
