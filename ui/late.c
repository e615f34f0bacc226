/* See late.h. */
#include "ui/late.h"

#include "ui/screens/screens.h"

void late_init(App *app) {
    search_init(&app->late.search, app->catalogue);
    app->late.diagnosis_why = "";
    app->late.qr_why = "";
    app->late.holidays_file = app->late.holidays_why = "";
}

void late_release(App *app) {
    search_release(&app->late.search);
    arena_release(&app->late.qr_arena);
    arena_release(&app->late.holidays_arena);
    answers_release(&app->late.trial);
}

void late_want_diagnosis(App *app) {
    Late *late = &app->late;
    if (late->diagnosis != NULL || (late->diagnosis_asked && is_absent(late->diagnosis_why)))
        return;
    late->diagnosis_asked = true;
    late->diagnosis_why = "";
    app_ask(app, (Effect){.kind = EFFECT_READ_DIAGNOSIS});
}

void late_want_holidays(App *app) {
    app_ask(app, (Effect){.kind = EFFECT_READ_HOLIDAYS});
}

static void diagnosis_news(App *app, const News *news) {
    app->late.diagnosis = news->diagnosis;
    app->late.diagnosis_why = news->diagnosis == NULL ? app_keep_text(app, news->err.text) : "";
}

static void take_qr(App *app, const News *news) {
    Late *late = &app->late;
    size_t count = (size_t)news->qr->side * (size_t)news->qr->side;
    arena_reset(&late->qr_arena);
    bool *dark = arena_new(&late->qr_arena, bool, count + 1);
    if (count > 0)
        memcpy(dark, news->qr->dark, count * sizeof dark[0]);
    late->qr = (Qr){news->qr->side, dark};
    late->qr_why = count == 0 ? app_keep_text(app, news->err.text) : "";
}

/* A list with a mistake is none: to count by half of it would look as if all were well. */
static void holidays_news(App *app, const News *news) {
    Late *late = &app->late;
    Arena *arena = &late->holidays_arena;
    Err err = news->err;
    arena_reset(arena);
    late->holidays = (Holidays){NULL, 0};
    late->holidays_file = arena_copy(arena, str(news->file));
    if (is_absent(err.text) && !holidays_read(arena, str(news->text), &late->holidays, &err))
        /* TRANSLATORS: the file of the list of holidays, and what is wrong with it. */
        err_prefix(&err, _("%s cannot be used"), late->holidays_file);
    late->holidays_why = arena_copy(arena, str(err.text));
}

bool late_news(App *app, const News *news) {
    if (news->kind == NEWS_DIAGNOSIS)
        diagnosis_news(app, news);
    else if (news->kind == NEWS_HOLIDAYS)
        holidays_news(app, news);
    else if (news->kind == NEWS_QR)
        take_qr(app, news);
    else
        return false;
    return true;
}

void late_learned(App *app, const Event *event) {
    const char *word = arena_copy(&app->scratch, event->text);
    find_learned(app, word, event->words);
}
