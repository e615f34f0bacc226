/*
 * Between the files of the diagnosis's result: result.c (state and commands), result_rows.c
 * (which rows there are, and what they say in a line), result_view.c (painting),
 * result_detail.c (why the selected program stands where it does, in full), add.c (the popup
 * that puts several in the plan).
 *
 * Three groups, each with its closing sentence; what is for other purposes is folded at the end.
 */
#ifndef KAIRO_UI_SCREENS_RESULT_SCREEN_H
#define KAIRO_UI_SCREENS_RESULT_SCREEN_H

#include "ui/screens/diagnosis_screen.h"
#include "ui/screens/program_row.h"

/* In the place of a program's id: the row that unfolds the rest. No id begins with a hyphen. */
#define RESULT_REST "-"

typedef struct ResultRow {
    const DiagnosisResult *result; /* NULL: the rest's heading, which unfolds it */
    DiagnosisGroup group;
    int heads;       /* so many groups' headings stand over it, its own the last; empty ones too */
    bool first;      /* of all: the badges' headings stand over it */
    WrapLines close; /* under the last of a group: its closing sentences */
    int name_lines, height;
} ResultRow;

/* The screen, measured. Lives in `arena`. */
typedef struct ResultView {
    const App *app;
    Arena *arena;
    DiagnosisReport report;
    ResultRow *rows;
    int count, selected, top;
    bool rest; /* is unfolded */
    RowShape shape;
    bool beside; /* the detail stands right of the list, else under it */
    Span detail;
    int detail_row, detail_rows;
    int margin;
    WrapLines notice; /* over it all */
    int head_rows, list_rows;
    bool air; /* a blank line under the list */
} ResultView;

/* The rules must be there. */
ResultView *result_view_of(const App *app, Arena *arena, const ResultState *state);
List result_list(const ResultView *view);

/* Lines of the headings over a row. */
int result_head_lines(const ResultRow *row);

/* A row's id: its program's, or RESULT_REST. */
const char *result_row_id(const ResultRow *row);

/* Why it stands where it does, on one line: what decides; and how much more there is, or "". */
const char *result_summary(Arena *arena, const DiagnosisResult *result);
const char *result_more(Arena *arena, const DiagnosisResult *result);
/* The headings of the questions whose conditions are met: "Stage, Need". */
const char *result_met(Arena *arena, const DiagnosisResult *result);
/* "slide 12"; "" where another file has added the program. */
const char *result_slide(Arena *arena, const Program *program);

/* Reasons, what to confirm and with whom, as much as `canvas` has room for. */
void result_paint_detail(const ResultView *view, const Canvas *canvas,
                         const DiagnosisResult *result);

/* The rows that they need at least, in the columns of the view's detail. */
int result_detail_least(const ResultView *view, const DiagnosisResult *result);

/* An item of result_list. */
void result_paint_item(const void *view, const Canvas *canvas, int item, bool selected);
void result_paint(const ResultView *view, const Canvas *body);

/* Why there is nothing to put in the plan, or NULL. */
const char *add_why_not(const App *app);

#endif
