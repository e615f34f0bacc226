/* See world.h. */
#include "world.h"

#include "kept.h"

#include "base/bug.h"
#include "cli/cli.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void world_init(World *world) {
    *world = (World){.root = "/tmp/kairo-story-XXXXXX", .now = "2016-12-20T03:00:00Z"};
    if (mkdtemp(world->root) == NULL)
        BUG("no temporary folder");
    world->at = (Surroundings){
        .executable = "",
        .catalogue = SOURCE_DIR "/data/catalogue",
        .config_home = arena_printf(&world->arena, "%s/config", world->root),
        .data_home = arena_printf(&world->arena, "%s/data", world->root),
        .state_home = arena_printf(&world->arena, "%s/state", world->root),
        .home = "",
        .dictionary = "",
        .source_dir = "",
        .build_dir = "",
    };
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

void world_release(World *world) {
    nftw(world->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_release(&world->arena);
}

bool world_begin(World *world, Session *session, const AppStart *start, const char *plan,
                 Err *err) {
    session->world = world;
    session->keeper = &world->keeper;
    session->perform = session_perform_files;
    session_begin(session, start);
    keeper_init(&world->keeper, &world->at, start->read_only);
    world->keeping = true;
    bool recall = is_absent(start->program) && start->step == 0 && !start->cross_step;
    bool found = keeper_choose(&world->keeper, plan, err);
    keeper_begin(&world->keeper, &session->app, recall);
    snprintf(session->app.work.now, sizeof session->app.work.now, "%s", world->now);
    session_open(session);
    return found;
}

void world_end(World *world, Session *session) {
    if (!world->keeping)
        return;
    session_end(session);
    keeper_release(&world->keeper);
    world->keeping = false;
}

enum { WORDS_MOST = 32 };

int world_command(World *world, const char *words, const AppStart *start) {
    Arena arena = {0};
    Options options;
    Err err;
    char *argv[WORDS_MOST] = {"kairo"};
    int argc = 1;
    char *rest = arena_copy(&arena, str(words));
    for (char *word; argc < WORDS_MOST && (word = strsep(&rest, " ")) != NULL;)
        if (word[0] != '\0')
            argv[argc++] = word;
    CliIo io = {.out = stderr, .err = stderr, .at = &world->at, .now = world->now};
    int status = CLI_USAGE;
    if (options_parse(&options, &arena, argc, argv, start->today, &err))
        status = cli_run(&options, &io);
    else
        cli_refuse(stderr, &err);
    arena_release(&arena);
    tr_use(start->lang);
    return status;
}

/* Root may write anywhere, so modes would not do: a file stands where the folder was. */
void world_block(World *world, bool block) {
    char folder[128], aside[128];
    snprintf(folder, sizeof folder, "%s/data", world->root);
    snprintf(aside, sizeof aside, "%s/aside", world->root);
    if (block) {
        mkdir(folder, 0700);
        FILE *file = rename(folder, aside) == 0 ? fopen(folder, "w") : NULL;
        if (file != NULL)
            fclose(file);
    } else if (remove(folder) != 0 || rename(aside, folder) != 0) {
        BUG("the data folder cannot be put back");
    }
}

/* In a folder below the root, which is made with its parents. */
static bool write_in(const World *world, const char *const *folders, size_t count, const char *file,
                     const char *text) {
    char path[256];
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", world->root, folders[i]);
        mkdir(path, 0700);
    }
    snprintf(path, sizeof path, "%s/%s/%s", world->root, folders[1], file);
    FILE *out = fopen(path, "w");
    bool written = out != NULL && fputs(text, out) >= 0;
    return (out == NULL || fclose(out) == 0) && written;
}

bool world_write(const World *world, const char *file, const char *text) {
    static const char *const folders[] = {"data", "data/kairo", "data/kairo/plans"};
    return write_in(world, folders, COUNT_OF(folders), file, text);
}

bool world_configure(const World *world, const char *file, const char *text) {
    static const char *const folders[] = {"config", "config/kairo"};
    return write_in(world, folders, COUNT_OF(folders), file, text);
}

void world_rules(World *world, const char *text) {
    world->at.catalogue = SOURCE_DIR "/data/catalogue";
    if (text != NULL) {
        world->at.catalogue = arena_printf(&world->arena, "%s/catalogue", world->root);
        mkdir(world->at.catalogue, 0700);
        FILE *out =
            fopen(arena_printf(&world->arena, "%s/diagnosis.yaml", world->at.catalogue), "w");
        if (out == NULL || fputs(text, out) < 0 || fclose(out) != 0)
            BUG("no rules can be written");
    }
    world->keeper.catalogue = world->at.catalogue;
}

bool world_damage(World *world, const char *file) {
    char path[256];
    struct stat status;
    snprintf(path, sizeof path, "%s/data/kairo/plans/%s", world->root, file);
    return stat(path, &status) == 0 && truncate(path, status.st_size * 2 / 3) == 0;
}

/* Copied by hand: what is put there need not be a plan at all. */
bool world_put(World *world, const char *file) {
    static const char *const folders[] = {"data", "data/kairo", "data/kairo/plans"};
    char path[256], bytes[4096];
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        snprintf(path, sizeof path, "%s/%s", world->root, folders[i]);
        mkdir(path, 0700);
    }
    snprintf(path, sizeof path, "%s/tests/sessions/plans/%s", SOURCE_DIR, file);
    FILE *from = fopen(path, "r");
    snprintf(path, sizeof path, "%s/data/kairo/plans/%s", world->root, file);
    FILE *to = from == NULL ? NULL : fopen(path, "w");
    bool good = to != NULL;
    for (size_t len; good && (len = fread(bytes, 1, sizeof bytes, from)) > 0;)
        good = fwrite(bytes, 1, len, to) == len;
    good = to != NULL && fclose(to) == 0 && good;
    if (from != NULL)
        fclose(from);
    return good;
}
