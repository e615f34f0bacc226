/*
 * The commands of kairo plan that change something. Each opens the plan, makes its changes in
 * memory and saves once: all of it or nothing, and what others save meanwhile is merged.
 */
#include "base/tr.h"
#include "cli/plan_desk.h"
#include "plan/fields.h"
#include "query/grant.h"
#include "text/nearest.h"

#include <errno.h>

/* ---- programs ---- */

static void say_unknown_program(PlanDesk *desk, const Catalogue *catalogue, const char *id) {
    const char *near = text_nearest(str(id), catalogue_ids(catalogue, &desk->arena));
    if (near != NULL)
        cli_complain(desk->io->err, _("there is no program %s; did you mean %s?"), id, near);
    else
        cli_complain(desk->io->err, _("there is no program %s; kairo list names them all"), id);
}

/* Of the arguments from `first` on, by id or number; all unknown ones are said. */
static bool find_programs(PlanDesk *desk, const Catalogue *catalogue, ProgramRefs *out) {
    Strings ids = desk->options->arguments;
    const Program **found = arena_new(&desk->arena, const Program *, ids.count);
    bool all = true;
    for (size_t i = 1; i < ids.count; i++) {
        found[i - 1] = catalogue_program_asked(catalogue, ids.at[i]);
        if (found[i - 1] != NULL)
            continue;
        say_unknown_program(desk, catalogue, ids.at[i]);
        all = false;
    }
    *out = (ProgramRefs){found, ids.count - 1};
    return all;
}

static int add_programs(PlanDesk *desk, const Catalogue *catalogue) {
    ProgramRefs programs;
    ShelfPlan plan;
    PlanChange change = {0};
    Err err;
    if (!find_programs(desk, catalogue, &programs) || !desk_open(desk, &plan))
        return CLI_FAILED;
    bool added = true;
    for (size_t i = 0; i < programs.count && added; i++)
        added = plan_add(&plan.plan, programs.at[i], desk->when, &change, &err);
    plan_change_release(&change);
    if (added)
        return desk_save(desk, &plan);
    shelf_close(&plan);
    return desk_fail(desk, &err);
}

int plan_add_programs(PlanDesk *desk) {
    Catalogue catalogue;
    if (!cli_load(&catalogue, desk->options, desk->io->at, desk->io->err))
        return CLI_FAILED;
    int status = add_programs(desk, &catalogue);
    catalogue_release(&catalogue);
    return status;
}

/* ---- items ---- */

static void say_not_in_plan(PlanDesk *desk, const Plan *plan, const char *id) {
    const char **ids = arena_new(&desk->arena, const char *, plan->count);
    for (size_t i = 0; i < plan->count; i++)
        ids[i] = plan->items[i].program;
    const char *near = text_nearest(str(id), (Strings){ids, plan->count});
    if (near != NULL)
        cli_complain(desk->io->err, _("%s is not in the plan; did you mean %s?"), id, near);
    else
        cli_complain(desk->io->err, _("%s is not in the plan; kairo plan show NAME lists what is"),
                     id);
}

/* A program that has left the catalogue is found too, but only by its id. */
static const char *find_item(PlanDesk *desk, const Plan *plan, const char *id) {
    if (plan_find(plan, id) != NULL)
        return id;
    const char *found = NULL;
    Catalogue catalogue;
    if (id[0] >= '1' && id[0] <= '9' &&
        cli_load(&catalogue, desk->options, desk->io->at, desk->io->err)) {
        const Program *program = catalogue_program_asked(&catalogue, id);
        if (program != NULL && plan_find(plan, program->id) != NULL)
            found = arena_copy(&desk->arena, str(program->id));
        catalogue_release(&catalogue);
    }
    if (found == NULL)
        say_not_in_plan(desk, plan, id);
    return found;
}

int plan_remove_programs(PlanDesk *desk) {
    ShelfPlan plan;
    PlanChange change = {0};
    Err err;
    if (!desk_open(desk, &plan))
        return CLI_FAILED;
    bool removed = true;
    for (size_t i = 1; i < desk->options->arguments.count && removed; i++) {
        const char *id = find_item(desk, &plan.plan, desk_argument(desk, i));
        removed = id != NULL && plan_remove(&plan.plan, id, desk->when, &change, &err);
        if (id != NULL && !removed)
            desk_fail(desk, &err);
    }
    plan_change_release(&change);
    if (removed)
        return desk_save(desk, &plan);
    shelf_close(&plan);
    return CLI_FAILED;
}

/* ---- fields ---- */

static const PlanField settable[] = {PLAN_STATUS, PLAN_REASON,   PLAN_NOTE, PLAN_OWNER,
                                     PLAN_DUE,    PLAN_ESTIMATE, PLAN_TERMS};

static Strings settable_keys(Arena *arena) {
    const char **keys = arena_new(arena, const char *, COUNT_OF(settable));
    for (size_t i = 0; i < COUNT_OF(settable); i++)
        keys[i] = plan_field_key(settable[i]);
    return (Strings){keys, COUNT_OF(settable)};
}

static int refuse_key(PlanDesk *desk, Str key) {
    Strings keys = settable_keys(&desk->arena);
    const char *near = text_nearest(key, keys), *list = "";
    for (size_t i = 0; i < keys.count; i++)
        list = arena_printf(&desk->arena, "%s%s%s=", list, i == 0 ? "" : " ", keys.at[i]);
    Err err;
    if (near != NULL)
        /* TRANSLATORS: plan set: duo= is not known; did you mean due=? There are status= note= */
        err_set(&err, _("plan set: %.*s= is not known; did you mean %s=? There are %s"),
                STR_ARG(key), near, list);
    else
        err_set(&err, _("plan set: expected key=value with one of %s, not %.*s"), list,
                STR_ARG(key));
    return cli_refuse(desk->io->err, &err);
}

typedef struct Setting {
    PlanField field;
    Str value;
} Setting;

/* False when it is no key=value of a field that people set. */
static bool parse_setting(const char *text, Setting *out, Str *key) {
    const char *equals = strchr(text, '=');
    *key = equals == NULL ? str(text) : str_n(text, (size_t)(equals - text));
    for (size_t i = 0; i < COUNT_OF(settable) && equals != NULL; i++)
        if (str_equal(*key, str(plan_field_key(settable[i])))) {
            *out = (Setting){settable[i], str(equals + 1)};
            return true;
        }
    return false;
}

/* The settings of the arguments behind name and id. */
static bool parse_settings(PlanDesk *desk, Setting *out) {
    Str key;
    for (size_t i = 2; i < desk->options->arguments.count; i++)
        if (!parse_setting(desk_argument(desk, i), &out[i - 2], &key)) {
            refuse_key(desk, key);
            return false;
        }
    return true;
}

static void ask_reason(PlanDesk *desk, const PlanItem *item) {
    PlanStatus status = plan_status_of(item);
    if (plan_status_asks_reason(status) && is_absent(plan_text(item, PLAN_REASON)))
        cli_complain(desk->io->err, _("saved; %s asks for a reason: add it with reason="),
                     plan_status_label(status));
}

static bool is_among(const char *const *terms, size_t count, const char *term) {
    size_t i = 0;
    while (i < count && strcmp(terms[i], term) != 0)
        i++;
    return i < count;
}

/* Every term there is, each once, for "did you mean". */
static Strings known_terms(Arena *arena, const Program *program) {
    size_t room = program->subsidy.count, count = 0;
    for (size_t i = 0; i < program->subsidy.count; i++)
        room += program->subsidy.at[i].multipliers.count;
    const char **terms = arena_new(arena, const char *, room + 1);
    for (size_t i = 0; i < program->subsidy.count; i++) {
        const Multipliers *by = &program->subsidy.at[i].multipliers;
        terms[count++] = grant_entry_key(arena, program, i);
        for (size_t k = 0; k < by->count; k++)
            if (!is_among(terms, count, by->at[k].label))
                terms[count++] = by->at[k].label;
    }
    return (Strings){terms, count};
}

static bool refuse_terms(PlanDesk *desk, const Program *program, const char *unknown, Err *err) {
    Arena *arena = &desk->arena;
    Strings known = known_terms(arena, program);
    const char *list = "", *quoted = plan_quote(arena, str(unknown));
    const char *near = text_nearest(str(unknown), known);
    for (size_t i = 0; i < known.count; i++) {
        /* TRANSLATORS: one of several words that can be typed, in quotation marks */
        const char *one = arena_printf(arena, tr_context("word", "'%s'"), known.at[i]);
        list = i == 0 ? one : arena_printf(arena, _("%s, %s"), list, one);
    }
    if (near != NULL)
        err_set(err, _("plan set: '%s' is no term of this subsidy; did you mean '%s'?"), quoted,
                near);
    else if (known.count > 0)
        err_set(err, _("plan set: '%s' is no term of this subsidy; there are %s"), quoted, list);
    else
        err_set(err, _("plan set: '%s' is no term: the program has no subsidy"), quoted);
    return false;
}

/* Terms are the catalogue's own labels; those of a program that has left it are kept as typed. */
static bool terms_are_known(PlanDesk *desk, const char *id, Str value, Err *err) {
    Catalogue catalogue;
    if (!cli_load(&catalogue, desk->options, desk->io->at, desk->io->err))
        return true;
    const Program *program = catalogue_program(&catalogue, id);
    const char *text = arena_copy(&desk->arena, value);
    const char *unknown = program == NULL ? "" : grant_terms_unknown(&desk->arena, program, text);
    bool known = is_absent(unknown) || refuse_terms(desk, program, unknown, err);
    catalogue_release(&catalogue);
    return known;
}

/* Several terms are parted as in the CSV of the plan: 一般型; 雇用・賃金を増やす計画に基づく取組.
 */
static Str value_of(PlanDesk *desk, const Setting *setting) {
    if (setting->field != PLAN_TERMS)
        return setting->value;
    char *lines = arena_copy(&desk->arena, setting->value);
    for (char *at = lines; (at = strchr(at, ';')) != NULL;)
        *at++ = '\n';
    return str(lines);
}

static int set_fields(PlanDesk *desk, ShelfPlan *plan, const Setting *settings, size_t count) {
    PlanChange change = {0};
    Err err;
    const char *id = find_item(desk, &plan->plan, desk_argument(desk, 1));
    bool set = true, status_set = false;
    for (size_t i = 0; id != NULL && set && i < count; i++) {
        PlanField field = settings[i].field;
        Str value = value_of(desk, &settings[i]);
        set = (field != PLAN_TERMS || terms_are_known(desk, id, value, &err)) &&
              plan_set(&plan->plan, id, field, value, desk->when, &change, &err);
        status_set = status_set || settings[i].field == PLAN_STATUS;
    }
    plan_change_release(&change);
    if (id != NULL && set) {
        PlanItem item;
        plan_item_copy(&item, plan_find(&plan->plan, id));
        int status = desk_save(desk, plan);
        if (status == CLI_DONE && status_set)
            ask_reason(desk, &item);
        plan_item_release(&item);
        return status;
    }
    shelf_close(plan);
    return id == NULL ? CLI_FAILED : cli_refuse(desk->io->err, &err);
}

int plan_set_fields(PlanDesk *desk) {
    size_t count = desk->options->arguments.count - 2;
    Setting *settings = arena_new(&desk->arena, Setting, count);
    ShelfPlan plan;
    if (!parse_settings(desk, settings))
        return CLI_USAGE;
    return desk_open(desk, &plan) ? set_fields(desk, &plan, settings, count) : CLI_FAILED;
}

/* ---- whole plans ---- */

/* False after it was said what is wrong with the name. */
static bool name_is_right(PlanDesk *desk, const char *name) {
    Err err;
    bool right = plan_name_is_right(name, &err);
    if (!right)
        cli_refuse(desk->io->err, &err);
    return right;
}

int plan_new(PlanDesk *desk) {
    ShelfPlan plan;
    Err err;
    if (!name_is_right(desk, desk_argument(desk, 0)))
        return CLI_USAGE;
    if (!shelf_create(&desk->shelf, desk_argument(desk, 0), desk->when.now, &plan, &err))
        return desk_fail(desk, &err);
    shelf_close(&plan);
    return CLI_DONE;
}

int plan_give_name(PlanDesk *desk) {
    ShelfPlan plan;
    ShelfSaved saved;
    Err err;
    if (!name_is_right(desk, desk_argument(desk, 1)))
        return CLI_USAGE;
    if (!desk_open(desk, &plan))
        return CLI_FAILED;
    bool renamed =
        shelf_rename(&desk->shelf, &plan, desk_argument(desk, 1), desk->when, &saved, &err);
    shelf_close(&plan);
    return renamed ? desk_report(desk, &saved) : desk_fail(desk, &err);
}

int plan_put_aside(PlanDesk *desk, bool archived) {
    ShelfPlan plan;
    PlanChange change = {0};
    Err err;
    if (!desk_open(desk, &plan))
        return CLI_FAILED;
    bool done = plan_archive(&plan.plan, archived, desk->when, &change, &err);
    plan_change_release(&change);
    if (done)
        return desk_save(desk, &plan);
    shelf_close(&plan);
    return desk_fail(desk, &err);
}

static bool parse_number(const char *text, uint64_t *out) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    *out = number;
    return text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0 && number > 0;
}

int plan_bring_back(PlanDesk *desk) {
    ShelfRow row;
    ShelfSaved saved;
    uint64_t number;
    Err err;
    if (!parse_number(desk_argument(desk, 1), &number)) {
        err_set(&err,
                _("plan restore: %s is not the number of a version; kairo plan history NAME "
                  "lists them"),
                desk_argument(desk, 1));
        return cli_refuse(desk->io->err, &err);
    }
    if (!desk_find(desk, &row))
        return CLI_FAILED;
    if (!shelf_restore(&desk->shelf, row.file, desk_argument(desk, 0), number, desk->when.now,
                       &saved, &err))
        return desk_fail(desk, &err);
    return desk_report(desk, &saved);
}
