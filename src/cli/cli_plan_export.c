/*
 * kairo plan export: a plan as something to give away. The whole result is made in memory first,
 * so that a file is written at once and safely, or not at all.
 */
#include "base/tr.h"
#include "cli/plan_desk.h"
#include "report/hand_out.h"

#include <sys/stat.h>

enum { PAGE_LEAST = 20 /* cells of a text: doc.h asks for them */ };

static bool goes_to_file(const PlanDesk *desk) {
    const char *file = desk->options->output;
    return !is_absent(file) && strcmp(file, "-") != 0;
}

/* ---- what is written ---- */

static DocSetting setting_of(const PlanDesk *desk) {
    bool on_screen = !goes_to_file(desk) && desk->io->cols > 0;
    int cells = on_screen ? MIN_OF(desk->io->cols, (int)HAND_OUT_CELLS) : HAND_OUT_CELLS;
    return (DocSetting){MAX_OF(cells, (int)PAGE_LEAST), desk->options->ambiguous,
                        desk->options->ascii};
}

/* With what only the catalogue knows. */
static bool print_told(PlanDesk *desk, const Catalogue *catalogue, const ShelfPlan *plan,
                       Buf *out) {
    Err err;
    HandOut what = {.form = hand_out_named(format_name(desk->options->format)),
                    .catalogue = catalogue,
                    .plan = &plan->plan,
                    .file = plan->file,
                    .as_of = desk->options->as_of,
                    .zone = desk->io->zone,
                    .setting = setting_of(desk),
                    .with_bom = goes_to_file(desk) || desk->io->out_is_file};
    if (hand_out_print(out, &what, &err))
        return true;
    cli_complain(desk->io->err, _("%s; kairo plan set NAME ID due=DATE enters one"), err.text);
    return false;
}

/* Data can be had without a catalogue, a page cannot. */
static bool needs_catalogue(const PlanDesk *desk) {
    return desk->options->format != FORMAT_JSON && desk->options->format != FORMAT_CSV;
}

/* False after it was said why there is nothing to write. */
static bool print_plan(PlanDesk *desk, const ShelfPlan *plan, Buf *out) {
    Catalogue catalogue;
    if (!cli_load(&catalogue, desk->options, desk->io->at, desk->io->err))
        return !needs_catalogue(desk) && print_told(desk, NULL, plan, out);
    bool printed = print_told(desk, &catalogue, plan, out);
    catalogue_release(&catalogue);
    return printed;
}

/* ---- where to ---- */

static bool same_folder(const char *a, const char *b) {
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* A plan must not be lost because its file was named as the output. */
static bool is_among_plans(const PlanDesk *desk, const char *path) {
    char *real = realpath(path, NULL); /* only what is there can be lost */
    if (real == NULL)
        return false;
    *strrchr(real, '/') = '\0';
    bool among = same_folder(is_absent(real) ? "/" : real, desk->shelf.plans);
    free(real);
    return among;
}

static int save(PlanDesk *desk, const Buf *result) {
    const char *path = desk->options->output;
    Err err;
    if (is_among_plans(desk, path)) {
        cli_complain(desk->io->err, _("%s lies among the plans; name a file elsewhere"), path);
        return CLI_FAILED;
    }
    if (safe_file_save(path, buf_str(result), NULL, NULL, NULL, &err))
        return CLI_DONE;
    return desk_fail(desk, &err);
}

int plan_export(PlanDesk *desk) {
    ShelfPlan plan;
    Buf out;
    if (!desk_open(desk, &plan))
        return CLI_FAILED;
    buf_init(&out, CLI_OUTPUT_MOST);
    int status = CLI_FAILED;
    if (print_plan(desk, &plan, &out))
        status =
            goes_to_file(desk) && !out.overflowed ? save(desk, &out) : cli_write(desk->io, &out);
    desk_say_conflicts(desk, &plan.plan);
    buf_release(&out);
    shelf_close(&plan);
    return status;
}
