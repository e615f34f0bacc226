/*
 * Any bytes as a catalogue file, and as the diagnosis of an edition: it loads, or every problem
 * has its place and a sentence. A diagnosis that was read is asked and judged.
 */
#include "catalogue/load.h"
#include "query/diagnosis.h"
#include "text/clean.h"

#include <stdint.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/kairo-fuzz-XXXXXX";
static char path[sizeof folder + 16];

static void remove_folder(void) {
    unlink(path);
    rmdir(folder);
}

static void make_folder(void) {
    if (path[0] != '\0')
        return;
    if (mkdtemp(folder) == NULL)
        abort();
    snprintf(path, sizeof path, "%s/a.yaml", folder);
    atexit(remove_folder);
}

static void write_file(const uint8_t *data, size_t size) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
}

static void check_problems(const Problems *problems) {
    if (problems->count == 0)
        abort();
    for (size_t i = 0; i < problems->count; i++) {
        const Problem *problem = &problems->items[i];
        if (problem->line < 0 || problem->column < 0 || problem->message[0] == '\0' ||
            !text_is_utf8(str(problem->message)))
            abort();
    }
}

static void judge_all(const Diagnosis *diagnosis, const Catalogue *catalogue) {
    Arena arena = {0};
    Answers answers = {0};
    for (size_t i = 0; i < diagnosis->questions.count; i++) {
        const Question *next = diagnosis_next(diagnosis, &answers);
        const char *choice = next == NULL ? "" : next->choices.at[i % next->choices.count].id;
        if (next != NULL)
            answers_put(&answers, next->id, question_choose(&arena, next, "", choice));
        diagnosis_judge(&arena, diagnosis, catalogue, &answers);
    }
    answers_release(&answers);
    arena_release(&arena);
}

static void check_diagnosis(Str bytes) {
    static const Need need = {.id = "A", .step = 1};
    static const Country country = {.id = "vn"};
    static const Provider provider = {.id = "jetro", .name = "a", .name_full = "a", .name_en = "a"};
    static const Program program = {
        .id = "p", .number = 1, .step = 1, .need = &need, .provider = &provider};
    static const Catalogue catalogue = {.edition = {.slides = 28},
                                        .needs = {&need, 1},
                                        .countries = {&country, 1},
                                        .programs = {&program, 1}};
    Diagnosis diagnosis;
    Problems problems = {0};
    if (diagnosis_read(&diagnosis, bytes, "d.yaml", &catalogue, &problems)) {
        judge_all(&diagnosis, &catalogue);
        diagnosis_release(&diagnosis);
    } else {
        check_problems(&problems);
    }
    problems_release(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Catalogue catalogue = {0};
    Problems problems = {0};
    check_diagnosis(str_n((const char *)data, size));
    make_folder();
    write_file(data, size);
    if (catalogue_load(&catalogue, folder, (Strings){0}, &problems))
        catalogue_release(&catalogue);
    else
        check_problems(&problems);
    problems_release(&problems);
    return 0;
}
