/*
 * A plan as something to give away, in one of six forms: what kairo plan export and the screen of
 * x write.
 */
#ifndef KAIRO_REPORT_HAND_OUT_H
#define KAIRO_REPORT_HAND_OUT_H

#include "base/err.h"
#include "report/doc_plan.h"

typedef enum HandOutForm {
    HAND_OUT_HTML, /* a page to print or to mail */
    HAND_OUT_TEXT,
    HAND_OUT_MD,
    HAND_OUT_CSV,
    HAND_OUT_ICS,
    HAND_OUT_JSON,
    HAND_OUT_FORMS
} HandOutForm;

typedef struct HandOut {
    HandOutForm form;
    const Catalogue *catalogue; /* NULL: only HAND_OUT_CSV and HAND_OUT_JSON can be had */
    const Plan *plan;
    const char *file; /* the plan's on the shelf; "" before it has one */
    Date as_of;
    int zone;           /* doc_plan's */
    DocSetting setting; /* of HAND_OUT_TEXT */
    bool with_bom;      /* of HAND_OUT_CSV: it goes to a file */
} HandOut;

/* HAND_OUT_TEXT in cells that mail programs and A4 paper take. */
enum { HAND_OUT_CELLS = 76 };

/* "html", "text": the form's name on the command line and in files' names (text: "txt"). Static. */
const char *hand_out_name(HandOutForm form);
const char *hand_out_suffix(HandOutForm form);
/* By that name; HAND_OUT_FORMS when there is none. */
HandOutForm hand_out_named(const char *name);

/* Appends it. False with a sentence: a calendar of a plan without due dates. */
bool hand_out_print(Buf *out, const HandOut *what, Err *err);

#endif
