/* See hand_out.h. */
#include "report/hand_out.h"

#include "base/tr.h"
#include "report/csv.h"
#include "report/ics.h"
#include "report/json_plan.h"
#include "report/sheet_plan.h"

static const char *const names[HAND_OUT_FORMS] = {
    [HAND_OUT_HTML] = "html", [HAND_OUT_TEXT] = "text", [HAND_OUT_MD] = "md",
    [HAND_OUT_CSV] = "csv",   [HAND_OUT_ICS] = "ics",   [HAND_OUT_JSON] = "json",
};

const char *hand_out_name(HandOutForm form) {
    return names[form];
}

const char *hand_out_suffix(HandOutForm form) {
    return form == HAND_OUT_TEXT ? "txt" : names[form];
}

HandOutForm hand_out_named(const char *name) {
    int form = 0;
    while (form < HAND_OUT_FORMS && strcmp(names[form], name) != 0)
        form++;
    return (HandOutForm)form;
}

static void print_page(Buf *out, const HandOut *what) {
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_plan(&doc, what->catalogue, what->plan, what->as_of, what->zone);
    if (what->form == HAND_OUT_HTML)
        doc_print_html(&doc, out);
    else if (what->form == HAND_OUT_MD)
        doc_print_md(&doc, out);
    else
        doc_print_ruled(&doc, &what->setting, out);
    arena_release(&arena);
}

static void print_csv(Buf *out, const HandOut *what) {
    Arena arena = {0};
    Table table = sheet_of_plan(&arena, what->catalogue, what->plan);
    if (what->with_bom)
        buf_text(out, CSV_BOM);
    csv_print(out, &table);
    arena_release(&arena);
}

bool hand_out_print(Buf *out, const HandOut *what, Err *err) {
    switch (what->form) {
    case HAND_OUT_ICS:
        if (ics_print_plan(out, what->catalogue, what->plan, what->file) > 0)
            return true;
        err_set(err, "%s", _("nothing in this plan has a due date, so there is no calendar"));
        return false;
    case HAND_OUT_JSON:
        json_print_plan(out, what->catalogue, what->plan);
        return true;
    case HAND_OUT_CSV:
        print_csv(out, what);
        return true;
    default:
        print_page(out, what);
        return true;
    }
}
