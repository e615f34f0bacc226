/*
 * kairo catalogue check: everything the session would read, or, when files are named, those
 * on top of the edition and --data, without the user's own folder (the files may lie in it). The
 * rules of the edition's diagnosis are checked against all of it.
 */
#include "base/tr.h"
#include "cli/commands.h"
#include "query/diagnosis_rules.h"

#include <unistd.h>

/* Whether a file is one of the edition's own: those are read anyway. */
static bool is_of_edition(const char *folder, const char *file) {
    char *inside = realpath(folder, NULL), *path = realpath(file, NULL);
    bool own = inside != NULL && path != NULL && str_starts(str(path), str(inside)) &&
               path[strlen(inside)] == '/';
    free(inside);
    free(path);
    return own;
}

static Strings files_to_add(Arena *arena, const Options *options, const CliIo *io) {
    Strings files = options->arguments, data = options->data;
    if (files.count == 0)
        return paths_overlays(arena, io->at, data);
    const char **all = arena_new(arena, const char *, data.count + files.count);
    for (size_t i = 0; i < data.count; i++)
        all[i] = data.at[i];
    size_t count = data.count;
    for (size_t i = 0; i < files.count; i++)
        if (!is_of_edition(paths_catalogue(arena, io->at), files.at[i]))
            all[count++] = files.at[i];
    return (Strings){all, count};
}

/* The files that were asked about by name, or the folder when none was. */
static const char *what_was_checked(Arena *arena, const char *folder, Strings files) {
    const char *names = files.count == 0 ? folder : files.at[0];
    for (size_t i = 1; i < files.count; i++)
        names = arena_printf(arena, _("%s, %s"), names, files.at[i]);
    return names;
}

static int say_good(const char *checked, const Catalogue *c, const CliIo *io) {
    Buf line;
    buf_init(&line, CLI_OUTPUT_MOST);
    buf_printf(&line,
               /* TRANSLATORS: %s is a folder or files, the others are numbers */
               _("%s: no problems (programs %zu, cross-step resources %zu, providers %zu, needs "
                 "%zu, countries %zu, cases %zu, events %zu, figures %zu)"),
               checked, c->programs.count, c->resources.count, c->providers.count, c->needs.count,
               c->countries.count, c->cases.count, c->events.count, c->figures.count);
    buf_byte(&line, '\n');
    int status = cli_write(io, &line);
    buf_release(&line);
    return status;
}

/* An edition may have no diagnosis. */
static bool diagnosis_is_right(const char *folder, const Catalogue *catalogue, Problems *problems) {
    Arena arena = {0};
    Diagnosis diagnosis = {0};
    const char *file = arena_printf(&arena, "%s/%s", folder, CATALOGUE_DIAGNOSIS);
    bool right = access(file, F_OK) != 0 || diagnosis_load(&diagnosis, folder, catalogue, problems);
    diagnosis_release(&diagnosis);
    arena_release(&arena);
    return right;
}

int cli_catalogue_check(const Options *options, const CliIo *io) {
    Arena arena = {0};
    Problems problems = {0};
    Catalogue catalogue;
    int status = CLI_FAILED;
    const char *folder = paths_catalogue(&arena, io->at);
    bool right = catalogue_load(&catalogue, folder, files_to_add(&arena, options, io), &problems) &&
                 diagnosis_is_right(folder, &catalogue, &problems);
    if (right)
        status = say_good(what_was_checked(&arena, folder, options->arguments), &catalogue, io);
    else
        cli_print_problems(&problems, io->err);
    catalogue_release(&catalogue); /* empty when it could not be loaded */
    problems_release(&problems);
    arena_release(&arena);
    return status;
}
