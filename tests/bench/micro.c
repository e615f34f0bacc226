/*
 * The same work done by kairo and by the library below it, to be counted by cachegrind:
 *
 *   micro load|events|keys|fold|search|sweep FOLDER TIMES
 *
 * load: the whole catalogue; events: only libyaml's events of the same files. keys: the
 * search key of every line; fold: libunistring's case folding with NFKC of the same. search:
 * a search for each of some letters, with all that a screen needs of it; sweep: memmem for the
 * same letters over the same keys.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "catalogue/load.h"
#include "query/search_state.h"
#include "text/key.h"

#include <glob.h>
#include <unicase.h>
#include <yaml.h>

enum { FILE_MOST = 16 << 20 };

static void read_file(const char *path, Buf *out) {
    char bytes[65536];
    size_t count;
    FILE *file = fopen(path, "rb");
    while (file != NULL && (count = fread(bytes, 1, sizeof bytes, file)) > 0)
        buf_add(out, str_n(bytes, count));
    if (file != NULL)
        fclose(file);
}

static void load(const char *folder) {
    Catalogue catalogue = {0};
    Problems problems = {0};
    if (!catalogue_load(&catalogue, folder, (Strings){0}, &problems)) {
        fprintf(stderr, "micro: the catalogue does not load\n");
        exit(1);
    }
    catalogue_release(&catalogue);
    problems_release(&problems);
}

static void events(Str text) {
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.at, text.len);
    do {
        if (!yaml_parser_parse(&parser, &event))
            exit(1);
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
}

typedef void (*LineWork)(Arena *arena, Str line);

static void key(Arena *arena, Str line) {
    text_key(arena, line);
}

static void fold(Arena *arena, Str line) {
    size_t bytes = 0;
    (void)arena;
    free(u8_casefold((const uint8_t *)line.at, line.len, NULL, UNINORM_NFKC, NULL, &bytes));
}

static void each_line(Str text, LineWork work) {
    Arena arena = {0};
    while (text.len > 0) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t bytes = end == NULL ? text.len : (size_t)(end - text.at);
        work(&arena, str_n(text.at, bytes));
        text = str_skip(text, bytes + 1);
    }
    arena_release(&arena);
}

/* What people type first. */
static const char *const letters[] = {"の", "か", "海", "補", "ー", "ジ", "a", "k", "x", "3"};

static void search_letters(Search *search) {
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(letters); i++) {
        search_run(search, &arena, str(letters[i]));
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static size_t sweep_letters(Search *search) {
    SearchState *state = search_state(search);
    Str keys = buf_str(&search_text_lane(&state->cards, LANE_KEYS, (Readings){0})->text);
    Arena arena = {0};
    size_t found = 0;
    for (size_t i = 0; i < COUNT_OF(letters); i++) {
        Str needle = text_key(&arena, str(letters[i])), rest = keys;
        for (const char *at; (at = memmem(rest.at, rest.len, needle.at, needle.len)) != NULL;
             found++)
            rest = str_skip(rest, (size_t)(at - rest.at) + needle.len);
    }
    arena_release(&arena);
    return found;
}

/* The keys are made before anything is counted: a run of twelve less one of two is ten. */
static int search_times(const char *work, const char *folder, long times) {
    Catalogue catalogue = {0};
    Problems problems = {0};
    Search search;
    size_t found = 0;
    if (!catalogue_load(&catalogue, folder, (Strings){0}, &problems))
        return 1;
    search_init(&search, &catalogue);
    search_letters(&search);
    for (; times > 0; times--) {
        if (strcmp(work, "search") == 0)
            search_letters(&search);
        else
            found += sweep_letters(&search);
    }
    printf("%zu finds\n", found);
    search_release(&search);
    catalogue_release(&catalogue);
    problems_release(&problems);
    return 0;
}

static void do_once(const char *work, const char *folder, const Buf *files, size_t count) {
    if (strcmp(work, "load") == 0) {
        load(folder);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(work, "events") == 0)
            events(buf_str(&files[i]));
        else
            each_line(buf_str(&files[i]), strcmp(work, "keys") == 0 ? key : fold);
    }
}

int main(int argc, char **argv) {
    enum { FILES = 64 };
    static Buf files[FILES];
    char pattern[4096];
    glob_t found;
    if (argc != 4)
        return 2;
    if (argv[1][0] == 's')
        return search_times(argv[1], argv[2], strtol(argv[3], NULL, 10));
    snprintf(pattern, sizeof pattern, "%s/*.yaml", argv[2]);
    if (glob(pattern, 0, NULL, &found) != 0 || found.gl_pathc > FILES)
        return 1;
    size_t count = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        if (strstr(found.gl_pathv[i], "/" CATALOGUE_DIAGNOSIS) != NULL)
            continue; /* not read with the catalogue */
        buf_init(&files[count], FILE_MOST);
        read_file(found.gl_pathv[i], &files[count++]);
    }
    for (long times = strtol(argv[3], NULL, 10); times > 0; times--)
        do_once(argv[1], argv[2], files, count);
    return 0;
}
