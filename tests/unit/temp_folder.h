/* A folder for one test, gone afterwards. */
#ifndef KAIRO_TESTS_TEMP_FOLDER_H
#define KAIRO_TESTS_TEMP_FOLDER_H

#include "base/str.h"

#include <dirent.h>
#include <unistd.h>

typedef struct TempFolder {
    char path[64];
} TempFolder;

static inline TempFolder temp_folder_make(void) {
    TempFolder folder = {"/tmp/kairo-test-XXXXXX"};
    if (mkdtemp(folder.path) == NULL)
        abort();
    return folder;
}

static inline void temp_folder_path(const TempFolder *folder, const char *name, char out[512]) {
    snprintf(out, 512, "%s/%s", folder->path, name);
}

static inline void temp_folder_write(const TempFolder *folder, const char *name, Str bytes) {
    char path[512];
    temp_folder_path(folder, name, path);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes.at, 1, bytes.len, file) != bytes.len || fclose(file) != 0)
        abort();
}

/* Removes the folder and the files in it. */
static inline void temp_folder_remove(const TempFolder *folder) {
    DIR *open_folder = opendir(folder->path);
    char path[512];
    for (struct dirent *entry; open_folder != NULL && (entry = readdir(open_folder)) != NULL;) {
        temp_folder_path(folder, entry->d_name, path);
        unlink(path);
    }
    if (open_folder != NULL)
        closedir(open_folder);
    rmdir(folder->path);
}

#endif
