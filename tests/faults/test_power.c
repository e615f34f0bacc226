/* Every disk that a power cut could leave, for each scene; and for protocols that are wrong. */
#include "power.h"
#include "scenes.h"

#include "cmocka_all.h"

#include <sys/mman.h>

static Trace *trace;

/* One save with the shim's pen in hand. */
static void record(const Scene *scene, Disk *disk) {
    const FaultPlan none = {.at = -1};
    Err err = {""};
    bool warned = false;
    scenes_empty();
    scene->prepare();
    trace->nodes = 0;
    disk_scan(disk, scene_path(""), trace);
    fault_begin(&none, trace);
    bool saved = scene->save(&warned, &err);
    if (saved)
        fault_confirmed();
    fault_end();
    if (!saved || warned || trace->full)
        fail_msg("%s: not saved or not recorded: %s", scene->name, err.text);
}

static PowerReport cut(const Scene *scene) {
    Disk disk;
    PowerReport report = {0};
    record(scene, &disk);
    Str before = str(scene->before == NULL ? "" : scene->before);
    PowerFile file = {scene->path, scene->before == NULL ? NULL : &before, str(scene->after)};
    power_cut(&disk, trace, &file, &report);
    printf("  %s: %d operations, %ld disks, %ld bad%s%s\n", scene->name, trace->ops, report.states,
           report.bad, report.bad > 0 ? ": " : "", report.first);
    disk_release(&disk);
    return report;
}

static void no_power_cut_loses_anything(void **state) {
    (void)state;
    for (size_t i = 0; i < scene_count; i++)
        assert_int_equal(cut(&scenes[i]).bad, 0);
}

/* What is replaced is there as a version, whole or not yet. */
static void no_power_cut_tears_a_version(void **state) {
    (void)state;
    for (size_t i = 0; i < scene_count; i++) {
        if (!scenes[i].keeps_versions)
            continue;
        Disk disk;
        PowerReport report = {0};
        record(&scenes[i], &disk);
        trace->op[trace->ops - 1].kind = OP_SYNC; /* a version is not what was confirmed */
        PowerFile file = {"versions/000000000011_2017-01-27_14.20", NULL, str(scenes[i].before)};
        power_cut(&disk, trace, &file, &report);
        assert_true(report.states > trace->ops);
        assert_int_equal(report.bad, 0);
        disk_release(&disk);
    }
}

static void wrong_protocols_are_caught(void **state) {
    (void)state;
    static const char *const faults[] = {"the file is torn", "the file is torn",
                                         "a confirmed change is lost",
                                         "a confirmed file is not there"};
    for (size_t i = 0; i < bad_scene_count; i++) {
        PowerReport report = cut(&bad_scenes[i]);
        assert_true(report.bad > 0);
        assert_memory_equal(report.first, faults[i], strlen(faults[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_power_cut_loses_anything),
        cmocka_unit_test(no_power_cut_tears_a_version),
        cmocka_unit_test(wrong_protocols_are_caught),
    };
    if (fault_begin == NULL) {
        fprintf(stderr, "start this with LD_PRELOAD=libfault.so\n");
        return 1;
    }
    trace = mmap(NULL, sizeof *trace, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    scenes_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scenes_end();
    return failed;
}
