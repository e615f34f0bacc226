/*
 * Every call of a save made to fail in every way, once and for good. After each: the file is
 * old or new and whole, and would be after a power cut; "saved" was said only when it is new
 * and lasts; a failure has a sentence; nothing of ours lies about after the sweep; saving
 * again works and syncs no file whose sync had failed.
 */
#include "power.h"
#include "scenes.h"

#include "cmocka_all.h"
#include "plan/safe_file.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum Outcome { SAVED, FAILED, KILLED, BROKEN } Outcome;

/* What the child leaves behind. */
typedef struct Shared {
    Trace trace;
    bool warned;
    Err err;
} Shared;

static Shared *shared;
static long cases, memory_cases, outcomes[BROKEN + 1], wrong;
static PowerReport power;

static const char *const calls[FAULT_CALLS] = {
    "open", "read", "write",    "sync",           "close",    "rename", "unlink", "mkdir",
    "lock", "stat", "truncate", "chmod or chown", "readlink", "access", "list",   "memory",
};
static const char *const hows[] = {"none",        "before",     "after",    "half",
                                   "kill before", "kill after", "kill half"};
static const char *const lasts[] = {"once", "all such calls", "all calls"};

/* --- one case --- */

static void prepare(const Scene *scene, Disk *disk) {
    scenes_empty();
    scene->prepare();
    shared->trace.nodes = 0;
    shared->warned = false;
    shared->err.text[0] = '\0';
    disk_scan(disk, scene_path(""), &shared->trace);
}

static Outcome run(const Scene *scene, const FaultPlan *plan) {
    pid_t child = fork();
    if (child == 0) {
        fault_begin(plan, &shared->trace);
        bool saved = scene->save(&shared->warned, &shared->err);
        if (saved)
            fault_confirmed();
        fault_end();
        _exit(saved ? 0 : 1);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
        abort();
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGKILL ? KILLED : BROKEN;
    return WEXITSTATUS(status) == 0 ? SAVED : WEXITSTATUS(status) == 1 ? FAILED : BROKEN;
}

static bool is_killing(const FaultPlan *plan) {
    return plan->how >= FAULT_KILL_BEFORE;
}

/* NULL, or what the file is instead. */
static const char *judge_file(const Scene *scene, Outcome outcome) {
    Buf bytes;
    FileMark mark;
    Err err;
    if (!safe_file_read(scene_path(scene->path), &bytes, &mark, &err))
        return "the file cannot be read";
    bool is_new = mark.exists && strcmp(bytes.at, scene->after) == 0;
    bool is_old = mark.exists ? scene->before != NULL && strcmp(bytes.at, scene->before) == 0
                              : scene->before == NULL;
    buf_release(&bytes);
    if (outcome == SAVED && !is_new)
        return "said to be saved, but is not new";
    return is_new || is_old ? NULL : "the file is neither old nor new";
}

static const char *judge_disk(const Scene *scene, const Disk *disk) {
    PowerReport report = {0};
    Str before = str(scene->before == NULL ? "" : scene->before);
    PowerFile file = {scene->path, scene->before == NULL ? NULL : &before, str(scene->after)};
    power_cut_at(disk, &shared->trace, shared->trace.ops, &file, &report);
    power.states += report.states;
    return report.bad > 0 ? "a power cut now would lose it" : NULL;
}

/* A failure says which file, in a sentence; nothing else says anything. */
static const char *judge_message(const Scene *scene, Outcome outcome) {
    const char *path = scene_path(scene->asked);
    bool said = strncmp(shared->err.text, path, strlen(path)) == 0 &&
                strlen(shared->err.text) > strlen(path) + 20;
    if (outcome == FAILED)
        return said ? NULL : "failed without a sentence";
    return shared->err.text[0] == '\0' ? NULL : "a message, but no failure";
}

/*
 * A save that could still act has tidied up: not one that was killed, nor one that could
 * remove nothing, nor one whose answer to "make this file" got lost, as to the lock file.
 */
static const char *judge_tidiness(const FaultPlan *plan) {
    FaultCall call = (FaultCall)shared->trace.kinds[plan->at];
    bool could_not = is_killing(plan) || plan->last == FAULT_EVERY_CALL || call == CALL_UNLINK;
    bool lock_may_stay = plan->how == FAULT_AFTER && call == CALL_OPEN;
    const char *stray = scenes_stray();
    if (stray[0] == '\0' || could_not || (lock_may_stay && strcmp(stray, ".kairo-lock") == 0))
        return NULL;
    return "something was left behind";
}

static const char *judge_versions(const Scene *scene, Outcome outcome) {
    bool newest_is_old;
    if (!scene->keeps_versions)
        return NULL;
    if (!scenes_versions_are_whole(&newest_is_old))
        return "the versions are not ten or not whole";
    bool kept = newest_is_old || outcome != SAVED || shared->warned;
    return kept ? NULL : "a version was not kept and nobody told";
}

static const char *judge_sweep(const Scene *scene) {
    Err err = {""};
    char folder[300];
    const char *slash = strrchr(scene->path, '/');
    int len = slash == NULL ? 0 : (int)(slash - scene->path);
    snprintf(folder, sizeof folder, "%.*s", len, scene->path);
    if (!safe_file_sweep(scene_path(folder), &err) ||
        !safe_file_sweep(scene_path("versions"), &err))
        return "the sweep failed";
    return scenes_stray()[0] == '\0' ? NULL : "something is left after the sweep";
}

/* The user tries again, in the same session; the disk is well again. */
static const char *judge_retry(const Scene *scene) {
    const FaultPlan none = {.at = -1};
    Err err = {""};
    Buf bytes;
    FileMark mark;
    bool warned = false;
    fault_begin(&none, &shared->trace);
    bool saved = scene->save(&warned, &err);
    fault_end();
    if (!saved)
        return "cannot be saved again";
    if (shared->trace.synced_again)
        return "a file was synced again after its sync had failed";
    if (!safe_file_read(scene_path(scene->path), &bytes, &mark, &err))
        return "cannot be read after saving again";
    /* A merge over what the failed save had left adds to it. */
    bool is_new = strstr(bytes.at, scene->after) == bytes.at;
    buf_release(&bytes);
    return is_new ? NULL : "is not new after saving again";
}

static const char *judge(const Scene *scene, const FaultPlan *plan, const Disk *disk,
                         Outcome outcome) {
    const char *fault = outcome == BROKEN            ? "it crashed"
                        : shared->trace.full         ? "there was no room to write down"
                        : !shared->trace.hit         ? "the fault did not happen"
                        : shared->trace.synced_again ? "a file was synced again"
                                                     : judge_file(scene, outcome);
    if (fault == NULL)
        fault = judge_disk(scene, disk);
    if (fault == NULL)
        fault = judge_message(scene, outcome);
    if (fault == NULL)
        fault = judge_tidiness(plan);
    if (fault == NULL)
        fault = judge_versions(scene, outcome);
    if (fault == NULL)
        fault = judge_sweep(scene);
    return fault == NULL ? judge_retry(scene) : fault;
}

static void try(const Scene *scene, const FaultPlan *wanted) {
    Disk disk;
    FaultPlan plan_here = *wanted, *plan = &plan_here;
    plan->no_locks = scene->no_locks;
    prepare(scene, &disk);
    Outcome outcome = run(scene, plan);
    FaultCall call = (FaultCall)shared->trace.kinds[plan->at];
    const char *fault = judge(scene, plan, &disk, outcome);
    cases++;
    memory_cases += call == CALL_MEMORY;
    outcomes[outcome]++;
    if (fault != NULL && wrong++ < 20)
        printf("  %s, call %d (%s), %s, %s, %s: %s [%s]\n", scene->name, plan->at, calls[call],
               hows[plan->how], strerror(plan->error), lasts[plan->last], fault, shared->err.text);
    disk_release(&disk);
}

/* --- all cases --- */

static bool has_after(FaultCall call) {
    return call == CALL_OPEN || call == CALL_WRITE || call == CALL_SYNC || call == CALL_CLOSE ||
           call == CALL_RENAME || call == CALL_UNLINK || call == CALL_MKDIR || call == CALL_LOCK ||
           call == CALL_CHANGE || call == CALL_TRUNCATE;
}

static bool has_half(FaultCall call) {
    return call == CALL_READ || call == CALL_WRITE;
}

static void walk_errors(const Scene *scene, int at, FaultCall call, FaultHow how) {
    static const int numbers[] = {EIO,   ENOSPC, EDQUOT, EROFS,  EACCES,
                                  EINTR, EMFILE, ENOMEM, ENOLCK, EOPNOTSUPP};
    size_t count = COUNT_OF(numbers) - (call == CALL_LOCK ? 0 : 2);
    for (size_t i = 0; i < count; i++)
        for (int last = FAULT_ONCE; last <= FAULT_EVERY_CALL; last++)
            if (call != CALL_MEMORY || numbers[i] == ENOMEM)
                try(scene, &(FaultPlan){
                               .at = at, .how = how, .error = numbers[i], .last = (FaultLast)last});
}

static void walk_call(const Scene *scene, int at, FaultCall call) {
    walk_errors(scene, at, call, FAULT_BEFORE);
    if (has_after(call))
        walk_errors(scene, at, call, FAULT_AFTER);
    if (has_half(call))
        walk_errors(scene, at, call, FAULT_HALF);
    try(scene, &(FaultPlan){.at = at, .how = FAULT_KILL_BEFORE});
    if (has_after(call))
        try(scene, &(FaultPlan){.at = at, .how = FAULT_KILL_AFTER});
    if (call == CALL_WRITE)
        try(scene, &(FaultPlan){.at = at, .how = FAULT_KILL_HALF});
}

static void walk(const Scene *scene) {
    const FaultPlan none = {.at = -1, .no_locks = scene->no_locks};
    Disk disk;
    unsigned char kinds[TRACE_CALLS];
    long cases_before = cases;
    prepare(scene, &disk);
    assert_int_equal(run(scene, &none), SAVED);
    disk_release(&disk);
    int count = shared->trace.calls;
    assert_in_range(count, 10, TRACE_CALLS);
    memcpy(kinds, shared->trace.kinds, sizeof kinds);
    for (int at = 0; at < count; at++)
        walk_call(scene, at, (FaultCall)kinds[at]);
    printf("  %s: %d calls, %ld cases\n", scene->name, count, cases - cases_before);
}

static void every_call_may_fail(void **state) {
    (void)state;
    for (size_t i = 0; i < scene_count; i++)
        walk(&scenes[i]);
    printf("  %ld cases, %ld of memory: %ld saved, %ld failed, %ld killed; %ld disks; %ld wrong\n",
           cases, memory_cases, outcomes[SAVED], outcomes[FAILED], outcomes[KILLED], power.states,
           wrong);
    assert_int_equal(wrong, 0);
    assert_true(outcomes[SAVED] > 0 && outcomes[FAILED] > 0 && outcomes[KILLED] > 0);
}

/* The walk sees what is wrong: the same with the protocols that are. */
static void wrong_protocols_are_caught(void **state) {
    (void)state;
    for (size_t i = 0; i < bad_scene_count; i++) {
        long before = wrong;
        wrong = 20; /* silently */
        try(&bad_scenes[i], &(FaultPlan){.at = 2, .how = FAULT_KILL_AFTER});
        for (int at = 0; at < 4; at++)
            try(&bad_scenes[i], &(FaultPlan){.at = at, .how = FAULT_HALF, .error = EIO});
        assert_true(wrong > 20);
        wrong = before;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_may_fail),
        cmocka_unit_test(wrong_protocols_are_caught),
    };
    if (fault_begin == NULL) {
        fprintf(stderr, "start this with LD_PRELOAD=libfault.so\n");
        return 1;
    }
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    scenes_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scenes_end();
    return failed;
}
