/*
 * Taking apart the YAML files that kairo keeps itself (plans, bookmarks): what their readers
 * share. The tree is that of catalogue/yaml_reader.h with exact texts.
 *
 * Strict, and nothing ends at the first mistake: each goes to one list of problems with file,
 * line and column. A `key` is a key's node, its value is key->next. `what` is the map in a
 * sentence, in the user's language: "a plan".
 */
#ifndef KAIRO_PLAN_KEPT_YAML_H
#define KAIRO_PLAN_KEPT_YAML_H

#include "base/err.h"
#include "catalogue/yaml_reader.h"

typedef struct Kept {
    const char *file; /* for problems; lent */
    Problems *problems;
    size_t problems_before; /* those of other files */
    Arena scratch;          /* owns the tree, and is there for messages */
} Kept;

/* Begins with a whole file. The root, lent until kept_end; NULL with a problem. */
const YamlNode *kept_begin(Kept *kept, Str bytes, const char *file, Problems *problems);
/* Frees the tree. Whether the file was right. */
bool kept_end(Kept *kept);

void kept_problem(Kept *kept, const YamlNode *at, const char *format, ...) PRINTF_LIKE(3, 4);
/* The node's text for a message. */
const char *kept_quote(Kept *kept, const YamlNode *node);

/* ---- the whole file ---- */

typedef enum KeptFormat {
    KEPT_FORMAT_KNOWN,
    KEPT_FORMAT_MISSING, /* it is not such a file at all */
    KEPT_FORMAT_LATER,   /* of a kairo that does not exist yet */
    KEPT_FORMAT_WRONG,
} KeptFormat;

/* What the line `name: 1` says. Reports nothing: the sentence is the reader's. */
KeptFormat kept_format(const YamlNode *root, const char *name);

/* Reports a file whose last line is not "end: true"; `key` may be NULL. A file that was cut
   between two lines is right but for this. */
void kept_check_end(Kept *kept, const YamlNode *root, const YamlNode *key);

/* The first problem by place, as the error that a refused file is; there is one. */
void kept_first_problem(Problems *problems, Err *err);

/* ---- keys and values; false with a problem ---- */

/*
 * The keys of a map by their place in `known`, in keys[]: NULL where one is left out. Reports
 * keys that are unknown or stand twice.
 */
void kept_gather(Kept *kept, const YamlNode *map, const char *what, Strings known,
                 const YamlNode **keys);

/* Whether `key` is there (not NULL) and its value a text. */
bool kept_needs(Kept *kept, const YamlNode *map, const char *what, const char *name,
                const YamlNode *key);
/* Whether the value is a text, or a list. */
bool kept_has_kind(Kept *kept, const YamlNode *key, YamlKind kind);
/* Whether a node of the list called `list` is a map. */
bool kept_is_map(Kept *kept, const YamlNode *node, const char *list);
/* Whether the value, a text, is a stamp (plan.h). */
bool kept_has_stamp(Kept *kept, const YamlNode *key);

/* Says, by kept_problem, that `value` is in its list already, in line `line`. */
typedef void KeptDouble(Kept *kept, const YamlNode *value, int line);

/* Finds the maps of a list whose `name` is a text that an earlier one has. */
void kept_check_doubles(Kept *kept, const YamlNode *list, const char *name, KeptDouble *say);

#endif
