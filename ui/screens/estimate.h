/*
 * Between the files of the estimate's popup: estimate.c (commands) and estimate_view.c (its
 * form, measured and painted). All measures in cells.
 *
 * The form is made anew for each key and each frame: the cost as it is typed, what may be
 * chosen, and what comes of it.
 */
#ifndef KAIRO_UI_SCREENS_ESTIMATE_H
#define KAIRO_UI_SCREENS_ESTIMATE_H

#include "query/grant.h"
#include "ui/screens/screens.h"

/* A subsidy of the program, or a condition that raises the limit of the one chosen. */
typedef struct EstimateChoice {
    bool is_entry;
    size_t nth; /* of the subsidies, or of the multipliers */
    bool on, heads;
    bool below; /* the terms stand under the label */
    WrapLines label;
    const char *terms;  /* 補助率2/3、上限50万円; 上限が2倍 */
    const char *amount; /* what the cost typed comes to; "" for nothing */
} EstimateChoice;

/* Rows of the body, from the top; what has no room has no lines. */
typedef struct EstimateRows {
    int first, head, field, meaning, list, list_lines, result, formula, formula_lines, notes,
        note_lines;
    bool more; /* a blank row under the list, for what lies below */
} EstimateRows;

typedef struct EstimateForm {
    const App *app;
    Arena *arena;
    const EstimateState *state;
    const Program *program;
    bool empty, right; /* nothing is typed; it is an amount */
    Grant grant;
    EstimateChoice *choices;
    int count;
    int cols; /* of the popup */
    bool narrow;
    int label_cols, terms_cols, amount_cols;
    int reserved; /* lines that the choices take at most, whatever is ticked */
    EstimateRows rows;
} EstimateForm;

/* Lives in `arena`, with the app. */
EstimateForm *estimate_form(const App *app, Arena *arena, const EstimateState *state);

/* The choices as a list; its state's selection is -1 while the field has the focus. */
List estimate_list(const EstimateForm *form);
ListState estimate_list_state(const EstimateState *state);

int estimate_field_cols(const EstimateForm *form);

void estimate_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
