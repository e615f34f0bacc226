/* See doctor_facts.h: the catalogue, plans and parts. Places are in doctor_paths.c. */
#include "cli/doctor_facts.h"

#include "catalogue/load.h"
#include "cli/migemo.h"
#include "plan/safe_lock.h"
#include "plan/shelf.h"
#include "query/business_days.h"
#include "query/diagnosis_rules.h"
#include "report/qr.h"
#include "report/words.h"
#include "text/charset.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MISTAKES_SHOWN = 3 };

/* ---- the catalogue ---- */

static const char *last_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static bool lies_in(const char *path, const char *folder) {
    size_t len = strlen(folder);
    return len > 0 && str_starts(str(path), str(folder)) && path[len] == '/';
}

const char *doctor_mistake(Arena *arena, const Surroundings *at, const char *file, int line,
                           int column) {
    const char *config = paths_config(arena, at), *name = "--data";
    if (lies_in(file, paths_catalogue(arena, at)))
        name = last_name(file);
    else if (strcmp(file, paths_catalogue(arena, at)) == 0)
        name = "catalogue";
    else if (!is_absent(config) && lies_in(file, config))
        name = arena_printf(arena, "catalogue.d/%s", last_name(file));
    return line == 0 ? name : arena_printf(arena, "%s:%d:%d", name, line, column);
}

static void take_problems(Arena *arena, const Surroundings *at, Problems *problems,
                          DoctorCatalogue *out) {
    problems_sort(problems);
    const char **places = arena_new(arena, const char *, MISTAKES_SHOWN);
    size_t count = 0;
    for (size_t i = 0; i < problems->count && count < MISTAKES_SHOWN; i++) {
        const Problem *problem = &problems->items[i];
        const char *place =
            doctor_mistake(arena, at, problem->file, problem->line, problem->column);
        if (count == 0 || strcmp(place, places[count - 1]) != 0)
            places[count++] = place; /* several may be at one place */
    }
    out->problems = problems->count + problems->dropped;
    out->more = problems->dropped > 0;
    out->places = (Strings){places, count};
}

static void take_counts(Arena *arena, const Catalogue *c, Date as_of, DoctorCatalogue *out) {
    out->edition = arena_copy(arena, str(c->edition.id));
    out->age = arena_copy(arena, str(words_edition_line(arena, &c->edition, as_of, false)));
    out->programs = c->programs.count;
    out->resources = c->resources.count;
    out->providers = c->providers.count;
    out->needs = c->needs.count;
    out->countries = c->countries.count;
    out->cases = c->cases.count;
    out->events = c->events.count;
    out->figures = c->figures.count;
}

static void read_diagnosis(Arena *arena, const char *folder, const Catalogue *catalogue,
                           Problems *problems, DoctorCatalogue *out) {
    Diagnosis diagnosis = {0};
    out->diagnosis = READING_NONE;
    if (access(arena_printf(arena, "%s/%s", folder, CATALOGUE_DIAGNOSIS), F_OK) != 0)
        return;
    bool read = diagnosis_load(&diagnosis, folder, catalogue, problems);
    out->diagnosis = read ? READING_DONE : READING_FAILED;
    out->questions = diagnosis.questions.count;
    out->rules = diagnosis.rules.count;
    diagnosis_release(&diagnosis);
}

static void read_holidays(Arena *arena, const Surroundings *at, DoctorCatalogue *out) {
    const char *path = paths_holidays(arena, at);
    Holidays holidays = {0};
    FileMark mark;
    Buf bytes;
    Err ignored;
    out->holidays = READING_NONE;
    if (is_absent(path))
        return;
    if (!safe_file_read(path, &bytes, &mark, &ignored)) {
        out->holidays = READING_FAILED;
        return;
    }
    if (mark.exists)
        out->holidays = holidays_read(arena, buf_str(&bytes), &holidays, &ignored) ? READING_DONE
                                                                                   : READING_FAILED;
    out->holiday_count = holidays.count;
    buf_release(&bytes);
}

void doctor_look_at_catalogue(Arena *arena, const Surroundings *at, Strings data, Date as_of,
                              DoctorCatalogue *out) {
    Catalogue catalogue;
    Problems problems = {0};
    const char *folder = paths_catalogue(arena, at);
    Strings overlays = paths_overlays(arena, at, data);
    *out = (DoctorCatalogue){
        .edition = "", .age = "", .overlays = overlays.count, .diagnosis = READING_NOT_TRIED};
    out->loaded = catalogue_load(&catalogue, folder, overlays, &problems);
    if (out->loaded) {
        take_counts(arena, &catalogue, as_of, out);
        read_diagnosis(arena, folder, &catalogue, &problems, out);
        catalogue_release(&catalogue);
    }
    take_problems(arena, at, &problems, out);
    problems_release(&problems);
    read_holidays(arena, at, out);
}

/* ---- plans ---- */

/* Temporary files of saves that ended before their end. */
static size_t leftovers_in(const char *path) {
    size_t count = 0;
    DIR *folder = is_absent(path) ? NULL : opendir(path);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
        count += safe_temp_is_ours(entry->d_name) && safe_temp_is_stale(entry->d_name) ? 1 : 0;
    if (folder != NULL)
        closedir(folder);
    return count;
}

static const char *folder_of(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? "" : arena_copy(arena, str_n(path, (size_t)(slash - path)));
}

static void count_plan(const Shelf *shelf, Arena *arena, const ShelfRow *row, DoctorPlans *out) {
    struct stat status;
    out->damaged += is_absent(row->problem) ? 0 : 1;
    out->archived += is_absent(row->problem) && row->archived ? 1 : 0;
    if (stat(arena_printf(arena, "%s/%s", shelf->plans, row->file), &status) == 0)
        out->open_to_others += (status.st_mode & 077) != 0 ? 1 : 0;
}

static void count_plans(const Shelf *shelf, Arena *arena, DoctorPlans *out) {
    ShelfRows rows = {0};
    Err ignored;
    out->listed = is_absent(shelf->plans) || shelf_list(shelf, arena, &rows, &ignored);
    out->count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        count_plan(shelf, arena, &rows.at[i], out);
}

/* Each plan has a folder of its own there. */
static void count_versions(const char *path, DoctorPlans *out) {
    DIR *folder = is_absent(path) ? NULL : opendir(path);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        Arena arena = {0};
        VersionList versions = {0};
        Err ignored;
        const char *inside = arena_printf(&arena, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] != '.' && versions_list(&arena, inside, &versions, &ignored))
            out->versions += versions.count;
        if (entry->d_name[0] != '.')
            out->leftovers += leftovers_in(inside);
        arena_release(&arena);
    }
    if (folder != NULL)
        closedir(folder);
}

void doctor_look_at_plans(Arena *arena, const Surroundings *at, DoctorPlans *out) {
    Shelf shelf = {.plans = paths_plans(arena, at), .versions = paths_versions(arena, at)};
    *out = (DoctorPlans){0};
    count_plans(&shelf, arena, out);
    count_versions(shelf.versions, out);
    out->leftovers += leftovers_in(shelf.plans) +
                      leftovers_in(folder_of(arena, paths_bookmarks(arena, at))) +
                      leftovers_in(folder_of(arena, paths_session(arena, at)));
}

/* ---- parts ---- */

void doctor_look_at_parts(Arena *arena, const Surroundings *at, DoctorParts *out) {
    Migemo migemo;
    Charset charset;
    Qr qr;
    Err ignored;
    migemo_init(&migemo, at->dictionary);
    out->dictionary = migemo_is_there(&migemo);
    migemo_release(&migemo);
    out->qr = qr_make(arena, "kairo", &qr, &ignored);
    out->euc_jp = charset_open(&charset, "EUC-JP");
    charset_close(&charset);
}
