/* A folder with folders in it for one test, gone afterwards. */
#ifndef KAIRO_TESTS_TEMP_TREE_H
#define KAIRO_TESTS_TEMP_TREE_H

#include "temp_folder.h"

#include <ftw.h>

static inline int temp_tree_remove_one(const char *path, const struct stat *info, int kind,
                                       struct FTW *where) {
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

static inline void temp_tree_remove(const TempFolder *folder) {
    nftw(folder->path, temp_tree_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
