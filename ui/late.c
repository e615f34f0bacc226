/* See late.h. */
#include "ui/late.h"

#include "ui/screens/screens.h"

void late_init(App *app) {
    search_init(&app->late.search, app->catalogue);
    app->late.diagnosis_why = "";
}

void late_release(App *app) {
    search_release(&app->late.search);
}

void late_want_diagnosis(App *app) {
    Late *late = &app->late;
    if (late->diagnosis != NULL || (late->diagnosis_asked && is_absent(late->diagnosis_why)))
        return;
    late->diagnosis_asked = true;
    late->diagnosis_why = "";
    app_ask(app, (Effect){.kind = EFFECT_READ_DIAGNOSIS});
}

bool late_news(App *app, const News *news) {
    if (news->kind != NEWS_DIAGNOSIS)
        return false;
    app->late.diagnosis = news->diagnosis;
    app->late.diagnosis_why = news->diagnosis == NULL ? app_keep_text(app, news->err.text) : "";
    return true;
}

void late_learned(App *app, const Event *event) {
    const char *word = arena_copy(&app->scratch, event->text);
    find_learned(app, word, event->words);
}
