/* See settings.h. */
#include "cli/settings.h"

#include "catalogue/yaml_reader.h"
#include "text/nearest.h"

typedef struct Reader {
    Settings *out;
    const char *file;
    Problems *problems;
} Reader;

/* The place of `text` among the words; -1 after saying which there are. */
static int choose(const Reader *reader, const YamlNode *value, const char *key, Strings words) {
    for (size_t i = 0; value->kind == YAML_TEXT && i < words.count; i++)
        if (strcmp(value->text, words.at[i]) == 0)
            return (int)i;
    problems_add(reader->problems, reader->file, value->line, value->column,
                 /* TRANSLATORS: a setting and the three words it can have */
                 _("%s: expected %s, %s or %s"), key, words.at[0], words.at[1], words.at[2]);
    return -1;
}

static void take_theme(const Reader *reader, const YamlNode *value) {
    static const char *const words[] = {"auto", "dark", "light"};
    int chosen = choose(reader, value, "theme", (Strings){words, COUNT_OF(words)});
    reader->out->theme = (Theme)MAX_OF(chosen, 0);
}

static void take_ambiguous(const Reader *reader, const YamlNode *value) {
    static const char *const words[] = {"auto", "narrow", "wide"};
    int chosen = choose(reader, value, "ambiguous", (Strings){words, COUNT_OF(words)});
    reader->out->ambiguous_given = chosen > 0;
    reader->out->ambiguous = chosen == 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
}

static void take_language(const Reader *reader, const YamlNode *value) {
    static const char *const words[] = {"auto", "ja", "en"};
    int chosen = choose(reader, value, "language", (Strings){words, COUNT_OF(words)});
    reader->out->language_given = chosen > 0;
    reader->out->language = chosen == 2 ? LANG_EN : LANG_JA;
}

static void take(const Reader *reader, const YamlNode *key) {
    static const struct {
        const char *key;
        void (*take)(const Reader *reader, const YamlNode *value);
    } known[] = {{"theme", take_theme}, {"ambiguous", take_ambiguous}, {"language", take_language}};
    const char *names[COUNT_OF(known)];
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        names[i] = known[i].key;
        if (strcmp(key->text, known[i].key) == 0) {
            known[i].take(reader, key->next);
            return;
        }
    }
    const char *near = text_nearest(str(key->text), (Strings){names, COUNT_OF(known)});
    if (near != NULL)
        problems_add(reader->problems, reader->file, key->line, key->column,
                     _("%s is no setting; did you mean %s?"), key->text, near);
    else
        problems_add(reader->problems, reader->file, key->line, key->column, _("%s is no setting"),
                     key->text);
}

/* An empty file, or one of remarks alone, settles nothing. */
static bool says_nothing(Str bytes) {
    bool remark = false;
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.at[i];
        remark = c == '#' || (remark && c != '\n');
        if (!remark && c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return false;
    }
    return true;
}

bool settings_read(Settings *out, Str bytes, const char *file, Problems *problems) {
    Arena arena = {0};
    size_t before = problems->count;
    Reader reader = {out, file, problems};
    YamlInput input = {
        .file = file, .bytes = bytes, .nodes = &arena, .texts = &arena, .problems = problems};
    *out = (Settings){.theme = THEME_AUTO};
    const YamlNode *root = says_nothing(bytes) ? NULL : yaml_read(&input);
    for (const YamlNode *key = root == NULL ? NULL : root->first; key != NULL;
         key = key->next->next)
        take(&reader, key);
    arena_release(&arena);
    return problems->count == before;
}
