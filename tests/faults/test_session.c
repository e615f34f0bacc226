/*
 * A session without a terminal (App and Keeper, keys in) in which every call on its files is made
 * to fail, or ends it. After each: what the session takes for saved is on disk, exactly; what it
 * could not save it says; every plan on disk is one that the session had at some time, whole; and
 * the next session begins without a complaint, tidied up, and saves.
 *
 *   fault_session [all]       all: with every error, which takes minutes
 */
#include "../sessions/world.h"
#include "cmocka_all.h"
#include "shim.h"
#include "ui/outset.h"
#include "ui/screens/screens.h"

#include "plan/plan_yaml.h"

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STATES_MOST = 16, STATE_BYTES = 16 * 1024, PLANS_MOST = 2, SHOWN_MOST = 20 };

/* A plan or bookmarks as bytes. */
typedef struct State {
    size_t len;
    char bytes[STATE_BYTES];
} State;

/* What the child leaves behind. */
typedef struct Shared {
    Trace trace;
    int steps;                        /* it came so far */
    int confirmed;                    /* last step after which it took the plan for saved */
    bool saved, marks_saved, damaged; /* at the end */
    State plan, marks;                /* at the end, as the session has them */
    State history[STATES_MOST];       /* the plan after each step */
    State marks_history[STATES_MOST]; /* and the bookmarks */
} Shared;

/* What the session does. */
typedef struct Scene {
    const char *name;
    void (*prepare)(World *world);
    void (*work)(Session *session, void (*after_step)(Session *session));
} Scene;

static Shared *shared;
static World world;
static bool every_error;
static State history[STATES_MOST], marks_history[STATES_MOST]; /* of the run without a fault */
static int states;
static long cases, wrong, outcomes[3];

/* ---- what is done ---- */

static void say(Session *session, const char *key) {
    if (!session_key(session, key))
        abort();
}

static void paste(Session *session, const char *text) {
    session_event(session, &(Event){.kind = EVENT_PASTE, .text = str(text)});
}

static void leave(Session *session) {
    say(session, "q");
    if (session->effects.count == 0)
        say(session, "q");
    keeper_part(&session->world->keeper, &session->app);
}

static void work_of_a_first_day(Session *session, void (*after_step)(Session *session)) {
    App *app = &session->app;
    say(session, "Space");
    after_step(session);
    say(session, "m");
    paste(session, "電話で確認する。\n担当は田中さん。");
    say(session, "Esc");
    after_step(session);
    say(session, "b");
    after_step(session);
    say(session, "Down");
    say(session, "Space");
    after_step(session);
    app_open_prompt(app, PROMPT_PLAN_RENAME, app->work.file, "有限会社エルム");
    say(session, "Enter");
    after_step(session);
    say(session, "O");
    paste(session, "田中");
    say(session, "Enter");
    after_step(session);
    leave(session);
    after_step(session);
}

static void nothing_yet(World *in) {
    (void)in;
}

static void a_plan_and_a_bookmark(World *in) {
    Session session;
    Err err;
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    if (!world_begin(in, &session, &start, "", &err))
        abort();
    say(&session, "Space");
    say(&session, "b");
    world_end(in, &session);
}

static void work_of_another_day(Session *session, void (*after_step)(Session *session)) {
    say(session, "Down");
    say(session, "Space");
    after_step(session);
    say(session, "u");
    after_step(session);
    say(session, "b");
    after_step(session);
    say(session, "b");
    say(session, "C-l");
    after_step(session);
    say(session, "b");
    after_step(session);
    say(session, "Up");
    say(session, "O");
    paste(session, "鈴木");
    say(session, "Enter");
    after_step(session);
    leave(session);
    after_step(session);
}

static const char *edition_rules(Arena *arena) {
    Buf bytes;
    FileMark mark;
    Err err;
    if (!safe_file_read(SOURCE_DIR "/data/catalogue/diagnosis.yaml", &bytes, &mark, &err))
        abort();
    const char *rules = arena_copy(arena, buf_str(&bytes));
    buf_release(&bytes);
    return rules;
}

/* All that is read beside plans lies where calls fail: rules, holidays, settings, terminals. */
static void all_that_is_read(World *in) {
    a_plan_and_a_bookmark(in);
    world_rules(in, edition_rules(&in->arena));
    if (!world_configure(in, "holidays.txt", "2017-01-09 成人の日\n") ||
        !world_configure(in, "settings.yaml", "theme: dark\n"))
        abort();
}

static void remember_the_terminal(const World *in) {
    Arena arena = {0};
    Outset outset;
    outset_read(&outset, &arena, &in->at);
    outset_remember(&outset, AMBIGUOUS_WIDE);
    arena_release(&arena);
}

static void open_the_trip(Session *session) {
    App *app = &session->app;
    app->effects = &session->effects;
    session->effects.count = 0;
    app_open_trip(app, catalogue_program(app->catalogue, "jetro-briefing"));
    app->effects = NULL;
    session->perform(session);
}

static void work_with_a_client(Session *session, void (*after_step)(Session *session)) {
    remember_the_terminal(session->world);
    say(session, "Down");
    say(session, "Space");
    after_step(session);
    say(session, "b");
    after_step(session);
    say(session, "d");
    if (session->app.late.diagnosis == NULL)
        say(session, "Enter"); /* reads the rules again */
    say(session, "Space");
    after_step(session);
    say(session, "Esc");
    open_the_trip(session);
    say(session, "Esc");
    say(session, "T");
    say(session, "a");
    paste(session, "書類を送ってもらう。");
    say(session, "Enter");
    after_step(session);
    leave(session);
    after_step(session);
}

static const Scene scenes[] = {
    {"a first day", nothing_yet, work_of_a_first_day},
    {"another day", a_plan_and_a_bookmark, work_of_another_day},
    {"a day with a client", all_that_is_read, work_with_a_client},
};

/* ---- running it ---- */

static void copy_state(State *out, const char *bytes, size_t len) {
    if (len > STATE_BYTES)
        abort();
    memcpy(out->bytes, bytes, len);
    out->len = len;
}

static void take_plan(State *out, const Plan *plan) {
    char *bytes;
    size_t len;
    Err err;
    if (!plan_write(plan, &bytes, &len, &err))
        abort();
    copy_state(out, bytes, len);
    free(bytes);
}

static void take_marks(State *out, const Bookmarks *marks) {
    char *bytes;
    size_t len;
    Err err;
    if (!bookmarks_write(marks, &bytes, &len, &err))
        abort();
    copy_state(out, bytes, len);
    free(bytes);
}

static void after_step(Session *session) {
    const Work *work = &session->app.work;
    take_plan(&shared->history[shared->steps], &work->plan);
    take_marks(&shared->marks, &work->bookmarks);
    shared->marks_history[shared->steps] = shared->marks;
    shared->steps++;
    if (is_absent(work->unsaved))
        shared->confirmed = shared->steps;
    shared->saved = is_absent(work->unsaved);
    shared->marks_saved = is_absent(work->bookmarks_unsaved);
    shared->damaged = !is_absent(work->problem);
}

static void live(const Scene *scene) {
    Session session;
    Err err;
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    snprintf(world.now, sizeof world.now, "%s", "2016-12-20T04:00:00Z");
    if (!world_begin(&world, &session, &start, "", &err))
        abort();
    scene->work(&session, after_step);
    take_plan(&shared->plan, &session.app.work.plan);
    world_end(&world, &session);
}

typedef enum Outcome { LIVED, KILLED, BROKEN } Outcome;

static Outcome run(const Scene *scene, const FaultPlan *plan) {
    shared->steps = shared->confirmed = 0;
    shared->trace.nodes = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        fault_below(world.root);
        fault_begin(plan, &shared->trace);
        live(scene);
        fault_end();
        _exit(0);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
        abort();
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGKILL ? KILLED : BROKEN;
    return WEXITSTATUS(status) == 0 ? LIVED : BROKEN;
}

/* ---- what is on disk then ---- */

static bool equals(const State *state, Str bytes) {
    return str_equal(str_n(state->bytes, state->len), bytes);
}

/* The last of so many states that is this, from 1; 0 for none. */
static int state_of(const State *among, int count, Str bytes) {
    int at = count;
    while (at > 0 && !equals(&among[at - 1], bytes))
        at--;
    return at;
}

typedef struct Found {
    int count;     /* plans */
    int best;      /* the latest state among them, from 1; 0: none */
    bool whole;    /* all are states of the run without a fault, or of this one, which lacks what
                      was refused as something could not be read */
    bool is_final; /* the only one is what the session had at the end */
} Found;

static State before; /* the plan when the scene begins; empty for none */

static Found look_at_plans(void) {
    Found found = {.whole = true};
    Arena arena = {0};
    ShelfRows rows = {0};
    Err err;
    char folder[128], path[512];
    snprintf(folder, sizeof folder, "%s/data/kairo/plans", world.root);
    if (!shelf_list(&(Shelf){folder, ""}, &arena, &rows, &err))
        return (Found){.whole = false};
    for (size_t i = 0; i < rows.count; i++) {
        Buf bytes;
        FileMark mark;
        snprintf(path, sizeof path, "%s/%s", folder, rows.at[i].file);
        if (!safe_file_read(path, &bytes, &mark, &err))
            abort();
        int state = MAX_OF(state_of(history, states, buf_str(&bytes)),
                           state_of(shared->history, shared->steps, buf_str(&bytes)));
        bool is_first = before.len > 0 ? equals(&before, buf_str(&bytes)) : rows.at[i].items == 0;
        found.whole = found.whole && is_absent(rows.at[i].problem) && (state > 0 || is_first);
        found.best = MAX_OF(found.best, state);
        found.is_final = rows.count == 1 && equals(&shared->plan, buf_str(&bytes));
        buf_release(&bytes);
    }
    found.count = (int)rows.count;
    arena_release(&arena);
    return found;
}

static bool read_marks(Str bytes, Bookmarks *out) {
    Problems problems = {0};
    bool read = bookmarks_read(bytes, "", out, &problems);
    problems_release(&problems);
    return read;
}

/* The same bookmarks, if in another order: where the file could not be read at first. */
static bool are_known_marks(Str bytes) {
    Bookmarks found = {0};
    bool known = false, read = read_marks(bytes, &found);
    for (int i = 0; i < states && read && !known; i++) {
        Bookmarks state = {0};
        read_marks(str_n(marks_history[i].bytes, marks_history[i].len), &state);
        known = state.count == found.count;
        for (size_t k = 0; k < state.count; k++)
            known = known && bookmarks_find(&found, state.at[k].key) != NULL;
        bookmarks_release(&state);
    }
    bookmarks_release(&found);
    return known;
}

static const char *judge_marks(bool lived) {
    char path[128];
    Buf bytes;
    FileMark mark;
    Err err;
    snprintf(path, sizeof path, "%s/data/kairo/bookmarks.yaml", world.root);
    if (!safe_file_read(path, &bytes, &mark, &err))
        return "the bookmarks cannot be read";
    bool known = !mark.exists || are_known_marks(buf_str(&bytes));
    bool is_final = mark.exists
                        ? equals(&shared->marks, buf_str(&bytes))
                        : memmem(shared->marks.bytes, shared->marks.len, "mark:", 5) == NULL;
    buf_release(&bytes);
    if (!known)
        return "the bookmarks are neither old nor new";
    return lived && shared->marks_saved && !is_final
               ? "the bookmarks are said to be saved, but are not"
               : NULL;
}

static const char *judge_plans(Outcome outcome) {
    Found found = look_at_plans();
    if (!found.whole)
        return "a plan is neither old nor new";
    if (found.count > PLANS_MOST || (outcome == LIVED && shared->saved && found.count > 1))
        return "there are more plans than before";
    if (outcome == LIVED && shared->damaged)
        return NULL; /* it could only be looked at */
    if (outcome == LIVED && shared->saved && !found.is_final)
        return "the plan is said to be saved, but is not";
    return found.best < shared->confirmed ? "a plan that was saved is lost" : NULL;
}

/* What failed once was tried again, by the next change or by q. */
static const char *judge_patience(const FaultPlan *plan, Outcome outcome) {
    bool again = outcome == LIVED && plan->last == FAULT_ONCE;
    return again && !(shared->saved && shared->marks_saved) ? "it was never saved in the end"
                                                            : NULL;
}

static int strays;

static int count_stray(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    strays += kind == FTW_F && strncmp(path + where->base, ".kairo-", 7) == 0;
    return 0;
}

static const char *judge_tidiness(const FaultPlan *plan, Outcome outcome) {
    FaultCall call = (FaultCall)shared->trace.kinds[plan->at];
    bool could_not = outcome == KILLED || plan->last != FAULT_ONCE || call == CALL_UNLINK ||
                     (plan->how == FAULT_AFTER && call == CALL_OPEN);
    strays = 0;
    nftw(world.root, count_stray, 16, FTW_PHYS);
    return strays > 0 && !could_not ? "something was left behind" : NULL;
}

/* The next session: no complaint, nothing lying about, and it saves. */
static const char *judge_next(void) {
    Session session;
    Err err;
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    if (!world_begin(&world, &session, &start, "", &err))
        abort();
    const Work *work = &session.app.work;
    const char *fault = is_absent(work->problem) ? NULL : "the next session finds it damaged";
    while (session.app.depth > 1)
        app_back(&session.app);
    say(&session, "4");
    say(&session, "Space");
    say(&session, "b");
    if (fault == NULL && work_is_unsaved(&session.app))
        fault = "the next session cannot save";
    keeper_tidy_at_end(&world.keeper);
    world_end(&world, &session);
    strays = 0;
    nftw(world.root, count_stray, 16, FTW_PHYS);
    return fault == NULL && strays > 0 ? "it is not tidy after the next session" : fault;
}

static const char *judge(const FaultPlan *plan, Outcome outcome) {
    const char *fault = outcome == BROKEN    ? "the session crashed"
                        : !shared->trace.hit ? "the fault did not happen"
                        : (plan->how >= FAULT_KILL_BEFORE) != (outcome == KILLED)
                            ? "it ended otherwise than it should"
                            : judge_plans(outcome);
    if (fault == NULL)
        fault = judge_marks(outcome == LIVED);
    if (fault == NULL)
        fault = judge_patience(plan, outcome);
    if (fault == NULL)
        fault = judge_tidiness(plan, outcome);
    return fault == NULL ? judge_next() : fault;
}

/* ---- all cases ---- */

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status;
    (void)kind;
    return walk->level == 0 ? 0 : remove(path);
}

static void prepare(const Scene *scene) {
    nftw(world.root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    snprintf(world.now, sizeof world.now, "%s", "2016-12-20T03:00:00Z");
    scene->prepare(&world);
}

static void try(const Scene *scene, FaultPlan plan) {
    static const char *const calls[FAULT_CALLS] = {
        "open", "read", "write",    "sync",           "close",    "rename", "unlink", "mkdir",
        "lock", "stat", "truncate", "chmod or chown", "readlink", "access", "list",   "memory",
    };
    prepare(scene);
    Outcome outcome = run(scene, &plan);
    const char *fault = judge(&plan, outcome);
    cases++;
    outcomes[outcome]++;
    if (fault != NULL && wrong++ < SHOWN_MOST)
        printf("  %s, call %d (%s), how %d, %s, last %d: %s [steps %d, confirmed %d, %s]\n",
               scene->name, plan.at, calls[shared->trace.kinds[plan.at]], (int)plan.how,
               strerror(plan.error), (int)plan.last, fault, shared->steps, shared->confirmed,
               shared->saved ? "saved" : "unsaved");
}

static bool changes_something(FaultCall call) {
    return call == CALL_OPEN || call == CALL_WRITE || call == CALL_SYNC || call == CALL_CLOSE ||
           call == CALL_RENAME || call == CALL_UNLINK || call == CALL_MKDIR || call == CALL_LOCK ||
           call == CALL_CHANGE || call == CALL_TRUNCATE;
}

static void try_call(const Scene *scene, int at, FaultCall call) {
    static const int numbers[] = {ENOSPC, EIO, EACCES, EROFS, EDQUOT, EINTR, EMFILE, ENOMEM};
    size_t count = every_error ? COUNT_OF(numbers) : 1;
    for (size_t i = 0; i < count; i++) {
        FaultPlan plan = {.at = at, .how = FAULT_BEFORE, .error = numbers[i]};
        try(scene, plan);
        plan.last = FAULT_EVERY_CALL;
        try(scene, plan);
        plan.last = FAULT_ONCE;
        plan.how = FAULT_AFTER;
        if (changes_something(call))
            try(scene, plan);
        plan.how = FAULT_HALF;
        if (call == CALL_WRITE)
            try(scene, plan);
    }
    if (changes_something(call))
        try(scene, (FaultPlan){.at = at, .how = FAULT_KILL_AFTER});
    if (call == CALL_WRITE)
        try(scene, (FaultPlan){.at = at, .how = FAULT_KILL_HALF});
}

/* Without a fault: what states there are, and how many calls. */
static int learn(const Scene *scene) {
    prepare(scene);
    Arena arena = {0};
    Err err;
    ShelfRows rows;
    char folder[128], path[512];
    snprintf(folder, sizeof folder, "%s/data/kairo/plans", world.root);
    before.len = 0;
    assert_true(shelf_list(&(Shelf){folder, ""}, &arena, &rows, &err));
    if (rows.count > 0) {
        Buf bytes;
        FileMark mark;
        snprintf(path, sizeof path, "%s/%s", folder, rows.at[0].file);
        assert_true(safe_file_read(path, &bytes, &mark, &err));
        copy_state(&before, bytes.at, bytes.len);
        buf_release(&bytes);
    }
    arena_release(&arena);
    assert_int_equal(run(scene, &(FaultPlan){.at = -1}), LIVED);
    states = shared->steps;
    memcpy(history, shared->history, sizeof history);
    memcpy(marks_history, shared->marks_history, sizeof marks_history);
    assert_true(shared->saved && shared->marks_saved);
    assert_null(judge_plans(LIVED));
    assert_int_equal(look_at_plans().best, states);
    return shared->trace.calls;
}

static void every_call_of_a_session_may_fail(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(scenes); i++) {
        static unsigned char kinds[TRACE_CALLS];
        long cases_before = cases;
        int count = learn(&scenes[i]);
        assert_in_range(count, 100, TRACE_CALLS);
        memcpy(kinds, shared->trace.kinds, sizeof kinds);
        for (int at = 0; at < count; at++)
            try_call(&scenes[i], at, (FaultCall)kinds[at]);
        printf("  %s: %d calls, %ld cases\n", scenes[i].name, count, cases - cases_before);
    }
    printf("  %ld cases: %ld to the end, %ld killed; %ld wrong\n", cases, outcomes[LIVED],
           outcomes[KILLED], wrong);
    assert_int_equal(wrong, 0);
}

/* A disk is of no use here and slow. */
static void move_to_memory(World *moved) {
    if (access("/dev/shm", W_OK) != 0)
        return;
    rmdir(moved->root);
    snprintf(moved->root, sizeof moved->root, "/dev/shm/kairo-fault-XXXXXX");
    if (mkdtemp(moved->root) == NULL)
        abort();
    moved->at.config_home = arena_printf(&moved->arena, "%s/config", moved->root);
    moved->at.data_home = arena_printf(&moved->arena, "%s/data", moved->root);
    moved->at.state_home = arena_printf(&moved->arena, "%s/state", moved->root);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_call_of_a_session_may_fail)};
    if (fault_begin == NULL) {
        fprintf(stderr, "start this with LD_PRELOAD=libfault.so\n");
        return 1;
    }
    every_error = argc > 1 && strcmp(argv[1], "all") == 0;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    world_init(&world);
    move_to_memory(&world);
    session_catalogue();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    world_release(&world);
    return failed;
}
