/* See documents.h. */
#include "ui/screens/documents.h"

#include "ui/screens/screens.h"

/* The item, when it is there and may be changed; else NULL after saying why not. */
static const PlanItem *item_to_change(App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    if (!work_may_change(app))
        return NULL;
    if (item == NULL)
        app_say(app, "%s", _("It is no longer in the plan."));
    return item;
}

static bool find(const PlanItem *item, Str name, PlanDocument *out) {
    for (Str rest = str(plan_text(item, PLAN_DOCUMENTS)); plan_document_next(&rest, out);)
        if (str_equal(out->name, name))
            return true;
    return false;
}

/* A change that was made is said and saved as `did`; one that could not be made says why. */
static bool finish(App *app, bool made, PlanChange *change, const Err *err, const char *did) {
    if (made)
        work_did(app, change, "%s", did);
    else
        app_say(app, "%s", err->text);
    plan_change_release(change);
    return made;
}

/* ---- ticking and adding ---- */

static bool set(App *app, const char *program, Str name, bool done, const char *did) {
    PlanChange change = {0};
    Err err;
    bool made =
        plan_set_document(&app->work.plan, program, name, done, work_time(app), &change, &err);
    return finish(app, made, &change, &err, did);
}

void documents_tick(App *app, const char *program, const char *name) {
    const PlanItem *item = item_to_change(app, program);
    PlanDocument document;
    if (item == NULL || !find(item, str(name), &document))
        return;
    const char *quoted = plan_quote(&app->scratch, str(name));
    set(app, program, str(name), !document.done,
        arena_printf(&app->scratch,
                     document.done ? _("document \"%s\" no longer ticked")
                                   : _("document \"%s\" ticked"),
                     quoted));
}

static bool add_document(App *app, const char *program, const PlanDocument *document) {
    const char *quoted = plan_quote(&app->scratch, document->name);
    return set(app, program, document->name, document->done,
               arena_printf(&app->scratch, _("Added the document \"%s\""), quoted));
}

/* ---- correcting and taking off ---- */

static bool remove_document(App *app, const char *program, const char *name) {
    PlanChange change = {0};
    Err err;
    const char *did = arena_printf(&app->scratch, _("document \"%s\" taken off the list"),
                                   plan_quote(&app->scratch, str(name)));
    bool made =
        plan_remove_document(&app->work.plan, program, str(name), work_time(app), &change, &err);
    return finish(app, made, &change, &err, did);
}

/* The list with `name` in the place of `old`. */
static const char *renamed(Arena *arena, const char *documents, Str old, Str name) {
    const char *all = "";
    PlanDocument document;
    for (Str rest = str(documents); plan_document_next(&rest, &document);) {
        Str shown = str_equal(document.name, old) ? name : document.name;
        all = arena_printf(arena, "%s[%c] %.*s\n", all, document.done ? 'x' : ' ', STR_ARG(shown));
    }
    return all;
}

static bool rename_document(App *app, const char *program, const char *old, Str name) {
    PlanChange change = {0};
    Err err;
    const char *documents = plan_text(work_item(app, program), PLAN_DOCUMENTS);
    const char *all = renamed(&app->scratch, documents, str(old), name);
    const char *did = arena_printf(&app->scratch, _("document renamed to \"%s\""),
                                   plan_quote(&app->scratch, name));
    bool made =
        plan_set(&app->work.plan, program, PLAN_DOCUMENTS, str(all), work_time(app), &change, &err);
    return finish(app, made, &change, &err, did);
}

bool documents_take(App *app, const char *program, const char *old, Str typed) {
    const PlanItem *item = item_to_change(app, program);
    PlanDocument wanted, there;
    if (item == NULL)
        return false;
    bool is_new = is_absent(old) || !find(item, str(old), &there);
    if (!plan_document_next(&typed, &wanted))
        return is_new || remove_document(app, program, old);
    if (str_equal(wanted.name, str(old)) && !is_new)
        return true;
    if (find(item, wanted.name, &there)) {
        app_say(app, _("\"%s\" is on the list already."), plan_quote(&app->scratch, wanted.name));
        return false;
    }
    return is_new ? add_document(app, program, &wanted)
                  : rename_document(app, program, old, wanted.name);
}
