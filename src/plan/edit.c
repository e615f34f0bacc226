/*
 * Each function makes an edit and lets plan_redo carry it out, so that what is done and what
 * is done again are the same code.
 */
#include "plan/edit.h"

#include "base/bug.h"
#include "base/mem.h"
#include "base/tr.h"
#include "plan/seen.h"
#include "text/cluster.h"

/* ---- doing ---- */

/* Carries out `edit`, stamps the plan and appends the edit to *change. */
static bool perform(Plan *plan, PlanEdit edit, PlanTime when, PlanChange *change, Err *err) {
    PlanChange one = {0};
    if (!plan_is_stamp(when.now))
        BUG("a stamp of another form");
    one.updated_from = mem_copy_string(plan->updated);
    one.updated_to = mem_copy_string(when.now);
    plan_change_add(&one, edit);
    bool done = plan_redo(plan, &one, err);
    if (done)
        plan_change_append(change, &one);
    plan_change_release(&one);
    return done;
}

static const PlanItem *find(const Plan *plan, const char *program, Err *err) {
    const PlanItem *item = plan_find(plan, program);
    if (item == NULL) {
        Arena scratch = {0};
        err_set(err, _("'%s' is not in the plan"), plan_quote(&scratch, str(program)));
        arena_release(&scratch);
    }
    return item;
}

static bool has_room(const Plan *plan, size_t more, Err *err) {
    size_t body, log;
    plan_measure(plan, &body, &log);
    if (more <= PLAN_BODY_MOST && body <= PLAN_BODY_MOST - more)
        return true;
    err_set(err, _("the plan is full: all its texts together may take %d MiB"),
            PLAN_BODY_MOST / (1024 * 1024));
    return false;
}

/* ---- the log ---- */

static Str first_line(Str text) {
    const char *end = memchr(text.at, '\n', text.len);
    return end == NULL ? text : str_n(text.at, (size_t)(end - text.at) + 1);
}

static Str last_line(Str text) {
    size_t start = text.len;
    while (start > 0 && (start == text.len || text.at[start - 1] != '\n'))
        start--;
    return str_skip(text, start);
}

/* Takes off the lines that both begin or end with. Each line has its line feed. */
static void keep_difference(Str *a, Str *b) {
    while (a->len > 0 && b->len > 0 && str_equal(first_line(*a), first_line(*b))) {
        size_t len = first_line(*a).len;
        *a = str_skip(*a, len);
        *b = str_skip(*b, len);
    }
    while (a->len > 0 && b->len > 0 && str_equal(last_line(*a), last_line(*b))) {
        size_t len = last_line(*a).len;
        a->len -= len;
        b->len -= len;
    }
}

static const char *shorten(Arena *arena, Str text) {
    enum { MOST = 160 }; /* bytes: what a line of the log shows */
    size_t end = 0;
    if (text.len > 0)
        text.len--; /* the last line feed */
    if (text.len <= MOST)
        return arena_copy(arena, text);
    for (size_t next = 0; next <= MOST; next += text_cluster(str_skip(text, next)))
        end = next;
    return arena_printf(arena, "%.*s…", (int)end, text.at);
}

static PlanRecord log_line(const char *at, PlanField field, const char *from, const char *to) {
    Arena scratch = {0};
    Str a = str(arena_printf(&scratch, "%s\n", from)), b = str(arena_printf(&scratch, "%s\n", to));
    keep_difference(&a, &b);
    PlanRecord record =
        plan_record(at, plan_field_key(field), shorten(&scratch, a), shorten(&scratch, b));
    arena_release(&scratch);
    return record;
}

/* ---- items ---- */

static void take_from_catalogue(PlanItem *item, const Program *program) {
    Arena scratch = {0};
    const char *documents = "";
    for (size_t i = 0; i < program->documents.count; i++)
        documents = plan_documents_with(&scratch, documents, str(program->documents.at[i]), false);
    plan_store(&item->fields[PLAN_NAME], program->name);
    plan_store(&item->fields[PLAN_STEP], arena_printf(&scratch, "%d", program->step));
    plan_store(&item->fields[PLAN_STATUS], plan_status_word(PLAN_CANDIDATE));
    plan_store(&item->fields[PLAN_DOCUMENTS], documents);
    plan_store(&item->fields[PLAN_SEEN], plan_seen(&scratch, program));
    arena_release(&scratch);
}

bool plan_add(Plan *plan, const Program *program, PlanTime when, PlanChange *change, Err *err) {
    enum { ROOM = 8192 }; /* more than name, documents and fingerprint take */
    Arena scratch = {0};
    bool there = plan_find(plan, program->id) != NULL;
    if (there)
        err_set(err, _("'%s' is in the plan already"), plan_quote(&scratch, str(program->name)));
    else if (plan->count >= PLAN_ITEMS_MOST)
        err_set(err, _("a plan holds at most %d programs"), PLAN_ITEMS_MOST);
    arena_release(&scratch);
    if (there || plan->count >= PLAN_ITEMS_MOST || !has_room(plan, ROOM, err))
        return false;
    PlanEdit edit = plan_edit(EDIT_ADD, program->id, "", "");
    plan_item_init(&edit.item, program->id);
    take_from_catalogue(&edit.item, program);
    plan_records_add(&edit.item.log, plan_record(when.now, "added", "", ""));
    edit.index = plan->count;
    return perform(plan, edit, when, change, err);
}

bool plan_remove(Plan *plan, const char *program, PlanTime when, PlanChange *change, Err *err) {
    const PlanItem *item = find(plan, program, err);
    if (item == NULL)
        return false;
    PlanEdit edit = plan_edit(EDIT_REMOVE, program, "", "");
    plan_item_copy(&edit.item, item);
    edit.index = plan_index(plan, program);
    return perform(plan, edit, when, change, err);
}

/* Sets a field to text that is canonical. */
static bool set_canonical(Plan *plan, const PlanItem *item, PlanField field, const char *text,
                          PlanTime when, PlanChange *change, Err *err) {
    const char *before = item->fields[field];
    size_t grown = strlen(text), held = strlen(before);
    if (strcmp(before, text) == 0)
        return true;
    if (grown > held && !has_room(plan, grown - held, err))
        return false;
    PlanEdit edit = plan_edit(EDIT_FIELD, item->program, before, text);
    edit.field = field;
    if (field != PLAN_SEEN)
        edit.record = log_line(when.now, field, before, text);
    bool done = perform(plan, edit, when, change, err);
    plan_trim_log(plan);
    return done;
}

bool plan_set(Plan *plan, const char *program, PlanField field, Str typed, PlanTime when,
              PlanChange *change, Err *err) {
    const PlanItem *item = find(plan, program, err);
    Arena scratch = {0};
    const char *text;
    if (!plan_field_is_theirs(field))
        BUG("a field that is not for people to set");
    bool done = item != NULL &&
                plan_field_canonical(field, typed, when.today, PLAN_TYPED, &scratch, &text, err) &&
                set_canonical(plan, item, field, text, when, change, err);
    arena_release(&scratch);
    return done;
}

/* ---- documents ---- */

bool plan_set_document(Plan *plan, const char *program, Str name, bool done, PlanTime when,
                       PlanChange *change, Err *err) {
    const PlanItem *item = find(plan, program, err);
    if (item == NULL)
        return false;
    Arena scratch = {0};
    Str listed = str(plan_documents_with(&scratch, item->fields[PLAN_DOCUMENTS], name, done));
    bool set = plan_set(plan, program, PLAN_DOCUMENTS, listed, when, change, err);
    arena_release(&scratch);
    return set;
}

bool plan_remove_document(Plan *plan, const char *program, Str name, PlanTime when,
                          PlanChange *change, Err *err) {
    const PlanItem *item = find(plan, program, err);
    if (item == NULL)
        return false;
    Arena scratch = {0};
    Str listed = str(plan_documents_without(&scratch, item->fields[PLAN_DOCUMENTS], name));
    bool set = plan_set(plan, program, PLAN_DOCUMENTS, listed, when, change, err);
    arena_release(&scratch);
    return set;
}

/* ---- calls ---- */

static bool log_call(Plan *plan, const PlanItem *item, const char *text, PlanTime when,
                     PlanChange *change, Err *err) {
    enum { AROUND = 80 }; /* more than a line of the log takes beside its text */
    if (is_absent(text)) {
        err_set(err, _("nothing was written of the call"));
        return false;
    }
    if (!has_room(plan, strlen(text) + AROUND, err))
        return false;
    PlanEdit edit = plan_edit(EDIT_CALL, item->program, "", "");
    edit.record = plan_record(when.now, PLAN_CALL, "", text);
    return perform(plan, edit, when, change, err);
}

bool plan_log_call(Plan *plan, const char *program, Str typed, PlanTime when, PlanChange *change,
                   Err *err) {
    const PlanItem *item = find(plan, program, err);
    Arena scratch = {0};
    const char *text;
    bool done = item != NULL && plan_line_canonical(typed, &scratch, &text, err) &&
                log_call(plan, item, text, when, change, err);
    arena_release(&scratch);
    return done;
}

/* ---- the catalogue ---- */

bool plan_see(Plan *plan, const Program *program, PlanTime when, PlanChange *change, Err *err) {
    const PlanItem *item = find(plan, program->id, err);
    if (item == NULL)
        return false;
    Arena scratch = {0};
    bool done =
        set_canonical(plan, item, PLAN_SEEN, plan_seen(&scratch, program), when, change, err) &&
        set_canonical(plan, item, PLAN_NAME, program->name, when, change, err);
    arena_release(&scratch);
    return done;
}

/* ---- the plan itself ---- */

bool plan_rename(Plan *plan, const char *name, PlanTime when, PlanChange *change, Err *err) {
    if (!plan_name_is_right(name, err))
        return false;
    if (strcmp(plan->name, name) == 0)
        return true;
    return perform(plan, plan_edit(EDIT_RENAME, "", plan->name, name), when, change, err);
}

bool plan_archive(Plan *plan, bool archived, PlanTime when, PlanChange *change, Err *err) {
    if (plan->archived == archived)
        return true;
    const char *from = archived ? "" : "true", *to = archived ? "true" : "";
    return perform(plan, plan_edit(EDIT_ARCHIVE, "", from, to), when, change, err);
}

/* ---- answers ---- */

static bool may_answer(const Plan *plan, const char *question, const char *now, size_t more,
                       Err *err) {
    if (!answer_id_is_right(str(question)))
        BUG("a question without an id");
    if (is_absent(now) && plan->answers.count >= PLAN_ANSWERS_MOST) {
        err_set(err, _("a plan holds at most %d answers"), PLAN_ANSWERS_MOST);
        return false;
    }
    return has_room(plan, strlen(question) + more, err);
}

bool plan_answer(Plan *plan, const char *question, Str choices, PlanTime when, PlanChange *change,
                 Err *err) {
    const char *now = answers_get(&plan->answers, question), *canonical;
    Arena scratch = {0};
    bool done = answer_canonical(choices, &scratch, &canonical, err);
    if (done && strcmp(now, canonical) != 0)
        done = (is_absent(canonical) || may_answer(plan, question, now, strlen(canonical), err)) &&
               perform(plan, plan_edit(EDIT_ANSWER, question, now, canonical), when, change, err);
    arena_release(&scratch);
    return done;
}

/* ---- conflicts ---- */

static bool take_theirs_of_plan(Plan *plan, const PlanRecord *conflict, PlanTime when,
                                PlanChange *change, Err *err) {
    Str question = str(conflict->field);
    if (!str_starts(question, str(PLAN_ANSWER)))
        return plan_rename(plan, conflict->to, when, change, err);
    question = str_skip(question, strlen(PLAN_ANSWER));
    return !answer_id_is_right(question) || /* of a later kairo: nothing to set */
           plan_answer(plan, question.at, str(conflict->to), when, change, err);
}

static bool take_theirs(Plan *plan, const char *program, const PlanRecord *conflict, PlanTime when,
                        PlanChange *change, Err *err) {
    if (is_absent(program))
        return take_theirs_of_plan(plan, conflict, when, change, err);
    if (strcmp(conflict->field, "removed") == 0)
        return plan_remove(plan, program, when, change, err);
    PlanField field = plan_field_find(conflict->field);
    if (field == PLAN_FIELD_COUNT)
        return true; /* of a later kairo: nothing to set */
    const PlanItem *item = find(plan, program, err);
    return item != NULL && set_canonical(plan, item, field, conflict->to, when, change, err);
}

static bool clear_conflict(Plan *plan, const char *program, size_t index, PlanTime when,
                           PlanChange *change, Err *err) {
    const PlanItem *item = plan_find(plan, program);
    const PlanRecords *records = is_absent(program) ? &plan->conflicts : &item->conflicts;
    PlanEdit edit = plan_edit(EDIT_CONFLICT, program, "", "");
    edit.record = plan_record_copy(&records->at[index]);
    edit.index = index;
    return perform(plan, edit, when, change, err);
}

bool plan_settle(Plan *plan, const char *program, size_t index, bool take, PlanTime when,
                 PlanChange *change, Err *err) {
    const PlanItem *item = is_absent(program) ? NULL : find(plan, program, err);
    if (!is_absent(program) && item == NULL)
        return false;
    const PlanRecords *records = item == NULL ? &plan->conflicts : &item->conflicts;
    if (index >= records->count) {
        err_set(err, _("this conflict has been settled already"));
        return false;
    }
    if (take && !take_theirs(plan, program, &records->at[index], when, change, err))
        return false;
    /* An item that was removed took its conflicts with it. */
    bool gone = item != NULL && plan_find(plan, program) == NULL;
    return gone || clear_conflict(plan, program, index, when, change, err);
}
