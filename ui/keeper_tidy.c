/*
 * See keeper.h: what sessions that were killed while they saved have left lying about. Among the
 * plans at the start; among the versions, which have a folder for each plan, at the end, when
 * nobody waits.
 */
#include "ui/keeper_parts.h"

#include <dirent.h>

static bool may_tidy(const Keeper *keeper, const char *folder) {
    return !keeper->read_only && !is_absent(folder);
}

void keeper_tidy(const Keeper *keeper) {
    Arena arena = {0};
    Err ignored;
    if (may_tidy(keeper, keeper->shelf.plans) && may_tidy(keeper, keeper->marks_path)) {
        char *folder = arena_copy(&arena, str(keeper->marks_path));
        *strrchr(folder, '/') = '\0';
        safe_file_sweep(folder, &ignored);
        safe_file_sweep(keeper->shelf.plans, &ignored);
    }
    arena_release(&arena);
}

void keeper_tidy_versions(const Keeper *keeper) {
    const char *versions = keeper->shelf.versions;
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
