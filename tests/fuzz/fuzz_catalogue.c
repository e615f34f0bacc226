/* Any bytes as a catalogue file: it loads, or every problem has its place and a sentence. */
#include "catalogue/load.h"
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Catalogue catalogue = {0};
    Problems problems = {0};
    make_folder();
    write_file(data, size);
    if (catalogue_load(&catalogue, folder, (Strings){0}, &problems))
        catalogue_release(&catalogue);
    else
        check_problems(&problems);
    problems_release(&problems);
    return 0;
}
