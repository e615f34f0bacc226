/*
 * Between the files of the diagnosis's questions: diagnosis.c (state and commands),
 * diagnosis_rows.c (which questions and choices there are, and where they stand),
 * diagnosis_view.c (painting), diagnosis_answers.c (the answers, which the result needs too).
 *
 * Where there is room all questions stand on the left with their answers, the open one with its
 * choices on the right; else the open one is unfolded among the others. After the last question
 * comes the end: from there the result opens, or all begins anew.
 */
#ifndef KAIRO_UI_SCREENS_DIAGNOSIS_SCREEN_H
#define KAIRO_UI_SCREENS_DIAGNOSIS_SCREEN_H

#include "query/diagnosis.h"
#include "ui/screens/screens.h"

/* ---- answers ---- */

/* Those that count: the active plan's, or this session's own where that cannot be changed. */
const Answers *diagnosis_answers(const App *app);

/* Answers a question; NULL takes all answers away. One step of undo where the plan keeps them. */
void diagnosis_answer(App *app, const Question *question, const char *choices);

/* What another session answered meanwhile, of which this plan has kept its own; NULL when there
   is no such conflict. Answering settles it. */
const char *diagnosis_elsewhere(const App *app, const Question *question);
/* Leaves the answer as it is, and settles that. */
void diagnosis_keep_answer(App *app, const Question *question);

/* In the place of the screen while the rules are not there: why, and what to do. */
void diagnosis_paint_none(const App *app, const Canvas *body);

/* "suitable 5  confirm 12  outside 3" from column `col`, and "other 9" for all DIAGNOSIS_PARTS
   `groups`; and the cells that it takes. */
void diagnosis_paint_counts(const Canvas *canvas, int col, int row, const DiagnosisReport *report,
                            int groups);
int diagnosis_counts_cells(const Canvas *canvas, const DiagnosisReport *report, int groups);

/* ---- questions and choices ---- */

/* In the place of a question's id: the end. No id begins with a hyphen. */
#define DIAGNOSIS_END "-"
/* In the place of a choice's id: to pass the question over; at the end, to begin anew. */
#define CHOICE_PASS ANSWER_SKIPPED
#define CHOICE_ANEW ANSWER_SKIPPED

/* The screen, measured. Lives in `arena`. */
typedef struct DiagnosisView {
    const App *app;
    Arena *arena;
    const Diagnosis *rules;
    const Answers *answers;
    DiagnosisProgress progress;
    size_t at;                /* the open question's place; at the end that of the last plus one */
    const Question *question; /* NULL at the end */
    const char *chosen;       /* its answer */
    int count, selected;      /* its choices, the one to pass it over among them */
    int top;                  /* of the list's lines */
    bool beside;              /* choices stand right of the questions */
    int columns;              /* of the choices: 1 or 2 */
    int margin, heading_cells, answer_col;
    int right, right_cells;          /* of the open question, when it stands beside */
    WrapLines notice;                /* over it all: that nothing is kept */
    WrapLines text, help, elsewhere; /* of the open question */
    int head_rows, list_rows;
} DiagnosisView;

/* The rules must be there. */
DiagnosisView *diagnosis_view_of(const App *app, Arena *arena, const DiagnosisState *state);

/* The id of the choice at `place`. */
const char *diagnosis_choice_id(const DiagnosisView *view, int place);
/* Lines of the words over the choices: what is asked, its help, what is answered elsewhere. */
int diagnosis_word_lines(const DiagnosisView *view);
/* Lines of its label. */
WrapLines diagnosis_choice_lines(const DiagnosisView *view, int place);
/* Of two columns, the rows of the first: the choice to pass over stands under both. */
int diagnosis_column_rows(const DiagnosisView *view);
/* Whether it is ticked. */
bool diagnosis_is_chosen(const DiagnosisView *view, int place);

/* The place of the next question that is asked, forwards or backwards, in a circle with the end. */
size_t diagnosis_go(const DiagnosisView *view, int direction);
/* The place of the choice at which a question opens. */
int diagnosis_first_choice(const DiagnosisView *view, size_t question);

/* The answer to a question in words. */
const char *diagnosis_answer_text(const DiagnosisView *view, size_t question);

/* The choices alone, for walking; and the whole list that is painted, where they begin in it. */
List diagnosis_choices(const DiagnosisView *view);
List diagnosis_list(const DiagnosisView *view);
int diagnosis_before(const DiagnosisView *view);

/* ---- painting ---- */

/* An item of diagnosis_list. */
void diagnosis_paint_item(const void *view, const Canvas *canvas, int item, bool selected);
void diagnosis_paint(const DiagnosisView *view, const Canvas *body);

#endif
