/*
 * Keeps the tables of keys in documents equal to the table of commands (ui/commands.c).
 *
 *   keys --check FILE…    exit 1 where a document says something else
 *   keys --update FILE…   rewrites them
 *
 * In Markdown the table stands between the lines <!-- keys:en --> (or ja) and
 * <!-- /keys -->, in the man page between .\" keys and .\" /keys.
 */
#include "base/buf.h"
#include "base/tr.h"
#include "ui/commands.h"

static void markdown(Buf *out, Lang lang) {
    Arena arena = {0};
    tr_use(lang);
    buf_text(out, lang == LANG_JA ? "| キー | 操作 |\n|---|---|\n"
                                  : "| Keys | What they do |\n|---|---|\n");
    for (int id = 1; id < CMD_COUNT; id++)
        buf_printf(out, "| `%s` | %s |\n", command_keys(&arena, (CommandId)id),
                   _(command_of((CommandId)id)->help));
    arena_release(&arena);
}

static void man(Buf *out) {
    Arena arena = {0};
    tr_use(LANG_EN);
    for (int id = 1; id < CMD_COUNT; id++)
        buf_printf(out, ".TP\n.B \"%s\"\n%s.\n", command_keys(&arena, (CommandId)id),
                   command_of((CommandId)id)->help);
    arena_release(&arena);
}

typedef struct Section {
    const char *begin, *end;
    Lang lang;
    bool is_man;
} Section;

static const Section sections[] = {
    {"<!-- keys:en -->\n", "<!-- /keys -->\n", LANG_EN, false},
    {"<!-- keys:ja -->\n", "<!-- /keys -->\n", LANG_JA, false},
    {".\\\" keys\n", ".\\\" /keys\n", LANG_EN, true},
};

/* The document with this section written anew; `found` counts the sections met. */
static void renew(Buf *text, const Section *section, int *found) {
    char *begin = strstr(text->at, section->begin);
    if (begin == NULL)
        return;
    char *from = begin + strlen(section->begin);
    char *end = strstr(from, section->end);
    if (end == NULL)
        return;
    Buf made;
    buf_init(&made, 1 << 20);
    buf_add(&made, str_n(text->at, (size_t)(from - text->at)));
    if (section->is_man)
        man(&made);
    else
        markdown(&made, section->lang);
    buf_text(&made, end);
    buf_release(text);
    *text = made;
    (*found)++;
}

static bool read_file(const char *path, Buf *out) {
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return false;
    char chunk[4096];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buf_add(out, str_n(chunk, n));
    return fclose(file) == 0;
}

static bool write_file(const char *path, const Buf *text) {
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    bool written = fwrite(text->at, 1, text->len, file) == text->len;
    return fclose(file) == 0 && written;
}

static bool do_file(const char *path, bool update) {
    Buf before, after;
    int found = 0;
    buf_init(&before, 1 << 22);
    buf_init(&after, 1 << 22);
    bool good = read_file(path, &before);
    buf_add(&after, buf_str(&before));
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        renew(&after, &sections[i], &found);
    if (good && found == 0) {
        fprintf(stderr, "%s: no table of keys\n", path);
        good = false;
    } else if (good && update) {
        good = write_file(path, &after);
    } else if (good && !str_equal(buf_str(&before), buf_str(&after))) {
        fprintf(stderr, "%s: the keys are out of date; run the target docs-update\n", path);
        good = false;
    }
    buf_release(&before);
    buf_release(&after);
    return good;
}

int main(int argc, char **argv) {
    bool update = argc > 1 && strcmp(argv[1], "--update") == 0, good = argc > 2;
    for (int i = 2; i < argc; i++)
        good = do_file(argv[i], update) && good;
    return good ? 0 : 1;
}
