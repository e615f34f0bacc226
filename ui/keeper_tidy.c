/*
 * See keeper.h: what sessions that were killed while they saved have left lying about. Among the
 * plans at the start; among the versions, which have a folder for each plan, and beside the
 * session's file, where what is known of terminals lies too, at the end, when nobody waits.
 */
#include "ui/keeper_parts.h"

#include <dirent.h>

static bool may_tidy(const Keeper *keeper, const char *folder) {
    return !keeper->read_only && !is_absent(folder);
}

/* The folder of a file. */
static void sweep_beside(const Keeper *keeper, const char *path) {
    Arena arena = {0};
    Err ignored;
    if (may_tidy(keeper, path)) {
        char *folder = arena_copy(&arena, str(path));
        *strrchr(folder, '/') = '\0';
        safe_file_sweep(folder, &ignored);
    }
    arena_release(&arena);
}

void keeper_tidy(const Keeper *keeper) {
    Err ignored;
    if (!may_tidy(keeper, keeper->shelf.plans))
        return;
    sweep_beside(keeper, keeper->marks_path);
    safe_file_sweep(keeper->shelf.plans, &ignored);
}

void keeper_tidy_at_end(const Keeper *keeper) {
    const char *versions = keeper->shelf.versions;
    sweep_beside(keeper, keeper->session);
    DIR *folder = may_tidy(keeper, versions) ? opendir(versions) : NULL;
    if (folder == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        Arena arena = {0};
        Err ignored;
        if (entry->d_name[0] != '.')
            safe_file_sweep(arena_printf(&arena, "%s/%s", versions, entry->d_name), &ignored);
        arena_release(&arena);
    }
    closedir(folder);
}
