/* See keeper.h: what is read only once it is asked for. */
#include "ui/keeper_parts.h"

#include "base/mem.h"
#include "base/tr.h"
#include "query/diagnosis_rules.h"

#include <stdlib.h>

/* The first of what is wrong; kairo catalogue check has them all. */
static void say_problem(Err *err, Problems *problems) {
    const char *first = problem_text(&problems->arena, &problems->items[0]);
    if (problems->count > 1)
        err_set(err, _("%s (kairo catalogue check names all mistakes)"), first);
    else
        err_set(err, "%s", first);
}

static bool read_diagnosis(Keeper *keeper, const App *app, Problems *problems) {
    if (keeper->diagnosis != NULL)
        return true;
    Diagnosis *diagnosis = mem_new(1, sizeof *diagnosis);
    bool read = diagnosis_load(diagnosis, keeper->catalogue, app->catalogue, problems);
    if (read)
        keeper->diagnosis = diagnosis;
    else
        free(diagnosis);
    return read;
}

bool keeper_read_diagnosis(Keeper *keeper, const App *app) {
    Problems problems = {0};
    News *news = &keeper->news;
    if (!read_diagnosis(keeper, app, &problems))
        say_problem(&news->err, &problems);
    news->kind = NEWS_DIAGNOSIS;
    news->diagnosis = keeper->diagnosis;
    problems_release(&problems);
    return true;
}

/* No file is no mistake: then the text is empty. */
bool keeper_read_holidays(Keeper *keeper) {
    News *news = &keeper->news;
    Buf bytes;
    FileMark mark;
    news->kind = NEWS_HOLIDAYS;
    news->file = keeper->holidays_shown;
    news->text = "";
    if (is_absent(keeper->holidays) || !safe_file_read(keeper->holidays, &bytes, &mark, &news->err))
        return true;
    Str text = buf_str(&bytes);
    news->text = arena_copy(&keeper->answers, text);
    if (text.len > 0 && memchr(text.at, '\0', text.len) != NULL)
        err_set(&news->err, _("%s is no text; please save it as UTF-8"), news->file);
    buf_release(&bytes);
    return true;
}

void keeper_forget_late(Keeper *keeper) {
    if (keeper->diagnosis != NULL)
        diagnosis_release(keeper->diagnosis);
    free(keeper->diagnosis);
    keeper->diagnosis = NULL;
}

bool keeper_make_qr(Keeper *keeper, const char *text) {
    keeper->qr = (Qr){.side = 0};
    qr_make(&keeper->answers, text, &keeper->qr, &keeper->news.err);
    keeper->news.kind = NEWS_QR;
    keeper->news.qr = &keeper->qr;
    return true;
}
