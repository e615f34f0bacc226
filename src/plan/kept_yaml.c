/* See kept_yaml.h. */
#include "plan/kept_yaml.h"

#include "base/bug.h"
#include "base/tr.h"
#include "plan/fields.h"
#include "text/nearest.h"

static size_t problem_count(const Problems *problems) {
    return problems->count + problems->dropped;
}

const YamlNode *kept_begin(Kept *kept, Str bytes, const char *file, Problems *problems) {
    *kept = (Kept){.file = file, .problems = problems, .problems_before = problem_count(problems)};
    YamlInput input = {.file = file,
                       .bytes = bytes,
                       .nodes = &kept->scratch,
                       .texts = &kept->scratch,
                       .problems = problems,
                       .exact = true};
    return yaml_read(&input);
}

bool kept_end(Kept *kept) {
    arena_release(&kept->scratch);
    return problem_count(kept->problems) == kept->problems_before;
}

void kept_problem(Kept *kept, const YamlNode *at, const char *format, ...) {
    if (problems_are_full(kept->problems)) {
        kept->problems->dropped++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(&kept->scratch, format, arguments);
    va_end(arguments);
    problems_add(kept->problems, kept->file, at->line, at->column, "%s", message);
}

const char *kept_quote(Kept *kept, const YamlNode *node) {
    return plan_quote(&kept->scratch, str(node->text));
}

/* ---- the whole file ---- */

KeptFormat kept_format(const YamlNode *root, const char *name) {
    const YamlNode *key = yaml_find_key(root, name);
    if (key == NULL || key->next->kind != YAML_TEXT)
        return KEPT_FORMAT_MISSING;
    const char *format = key->next->text;
    if (strcmp(format, "1") == 0)
        return KEPT_FORMAT_KNOWN;
    bool number =
        format[0] >= '1' && format[0] <= '9' && format[strspn(format, "0123456789")] == '\0';
    return number ? KEPT_FORMAT_LATER : KEPT_FORMAT_WRONG;
}

void kept_check_end(Kept *kept, const YamlNode *root, const YamlNode *key) {
    bool whole = key != NULL && key->next->kind == YAML_TEXT && key->next->next == NULL &&
                 strcmp(key->next->text, "true") == 0;
    if (!whole)
        kept_problem(kept, key != NULL ? key : root,
                     _("the file was cut or added to: its last line must be 'end: true'"));
}

void kept_first_problem(Problems *problems, Err *err) {
    Arena scratch = {0};
    if (problems->count == 0)
        BUG("a file was refused without a reason");
    problems_sort(problems);
    err_set(err, "%s", problem_text(&scratch, &problems->items[0]));
    arena_release(&scratch);
}

/* ---- keys ---- */

static void unknown_key(Kept *kept, const YamlNode *key, const char *what, Strings known) {
    if (problems_are_full(kept->problems)) { /* a hostile file has a million of them */
        kept->problems->dropped++;
        return;
    }
    const char *near = text_nearest(str(key->text), known);
    const char *message =
        arena_printf(&kept->scratch, _("unknown key '%s' in %s"), kept_quote(kept, key), what);
    if (near != NULL)
        message = arena_printf(&kept->scratch, _("%s (did you mean '%s'?)"), message, near);
    kept_problem(kept, key, "%s", message);
}

void kept_gather(Kept *kept, const YamlNode *map, const char *what, Strings known,
                 const YamlNode **keys) {
    for (const YamlNode *key = map->first; key != NULL; key = key->next->next) {
        size_t i = 0;
        while (i < known.count && strcmp(known.at[i], key->text) != 0)
            i++;
        if (i < known.count && keys[i] == NULL) {
            keys[i] = key;
        } else if (i < known.count) {
            kept_problem(kept, key, _("key '%s' stands here again; it is already in line %d"),
                         key->text, keys[i]->line);
        } else {
            unknown_key(kept, key, what, known);
        }
    }
}

bool kept_needs(Kept *kept, const YamlNode *map, const char *what, const char *name,
                const YamlNode *key) {
    if (key == NULL)
        kept_problem(kept, map, _("%s needs the key '%s', which is missing"), what, name);
    return key != NULL && kept_has_kind(kept, key, YAML_TEXT);
}

/* ---- values ---- */

bool kept_has_kind(Kept *kept, const YamlNode *key, YamlKind kind) {
    if (key->next->kind == kind)
        return true;
    const char *name = kept_quote(kept, key);
    if (kind == YAML_TEXT)
        kept_problem(kept, key->next, _("'%s' must be a text, not a list or a map"), name);
    else
        kept_problem(kept, key->next, _("'%s' must be a list (lines that begin with '- ')"), name);
    return false;
}

bool kept_is_map(Kept *kept, const YamlNode *node, const char *list) {
    if (node->kind == YAML_MAP)
        return true;
    kept_problem(kept, node, _("'%s' must be a map (lines of 'key: value')"), list);
    return false;
}

bool kept_has_stamp(Kept *kept, const YamlNode *key) {
    if (plan_is_stamp(key->next->text))
        return true;
    kept_problem(kept, key->next,
                 _("'%s' is not right for '%s'; expected a time like 2026-11-22T03:04:05Z"),
                 kept_quote(kept, key->next), key->text);
    return false;
}

/* ---- doubles ---- */

static int by_text_and_place(const void *a, const void *b) {
    const YamlNode *x = *(const YamlNode *const *)a, *y = *(const YamlNode *const *)b;
    int order = strcmp(x->text, y->text);
    if (order == 0)
        order = x->line - y->line;
    return order != 0 ? order : x->column - y->column;
}

/* Sorted, equal ones are neighbours: a hostile list is long. */
void kept_check_doubles(Kept *kept, const YamlNode *list, const char *name, KeptDouble *say) {
    const YamlNode **values = arena_new(&kept->scratch, const YamlNode *, list->count + 1);
    size_t count = 0, first = 0;
    for (const YamlNode *node = list->first; node != NULL; node = node->next) {
        const YamlNode *key = node->kind == YAML_MAP ? yaml_find_key(node, name) : NULL;
        if (key != NULL && key->next->kind == YAML_TEXT && !is_absent(key->next->text))
            values[count++] = key->next;
    }
    qsort(values, count, sizeof *values, by_text_and_place);
    for (size_t i = 1; i < count; i++)
        if (strcmp(values[i]->text, values[first]->text) == 0)
            say(kept, values[i], values[first]->line);
        else
            first = i;
}
