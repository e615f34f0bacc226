/*
 * A YAML file as a tree in an arena, each node with its place. The only user of libyaml,
 * and only of its event interface: no anchors are resolved and nothing is copied twice.
 *
 * Refused, because nothing we keep needs it and hostile files do: more than YAML_DEPTH_MOST
 * containers in each other, scalars over YAML_SCALAR_MOST bytes, far more values than
 * sentences could fill (a megabyte of "[],[],"), anchors, aliases, tags,
 * directives, a second document, keys that are not plain text, and what yaml_guard.h lists.
 * The first such thing, or the first syntax error, ends the file with one problem.
 *
 * Work is bounded by the input: libyaml is at most 1,024 characters ahead of the events (its
 * limit for a key on one line), so nesting too deep is seen before it can do harm.
 *
 * A catalogue's texts are cleaned. Those of a file that keeps what people typed (`exact`) come
 * back byte for byte, and a text in double quotes may spell out by an escape what may not stand
 * in the file as it is; only U+0000 is refused.
 */
#ifndef KAIRO_CATALOGUE_YAML_READER_H
#define KAIRO_CATALOGUE_YAML_READER_H

#include "catalogue/load.h"

#include <stdint.h>

enum {
    YAML_DEPTH_MOST = 8,
    YAML_SCALAR_MOST = 64 * 1024,
    YAML_FILE_MOST = 8 * 1024 * 1024,
    YAML_NODES_FREE = 4096, /* as many texts, lists and maps in any file … */
    YAML_NODE_BYTES = 8,    /* … and one more for each of so many bytes */
};

typedef enum YamlKind { YAML_TEXT, YAML_LIST, YAML_MAP } YamlKind;

/*
 * Children are a chain: the items of a list; key, value, key, value … of a map, in the
 * file's order. Doubled keys are left to the reader of the map, who knows its keys.
 */
typedef struct YamlNode YamlNode;
struct YamlNode {
    YamlKind kind;
    int line, column; /* from 1, code points */
    uint32_t count;   /* bytes of a text, items of a list, pairs of a map */
    union {
        char *text; /* NUL-terminated; NFC and no control but line feeds, unless read exactly */
        YamlNode *first;
    };
    YamlNode *next; /* NULL at the chain's end */
};

typedef struct YamlInput {
    const char *file; /* for problems */
    Str bytes;        /* the whole file; may be freed after reading */
    Arena *nodes;     /* owns the nodes and the keys' texts */
    Arena *texts;     /* owns the other texts */
    Problems *problems;
    bool exact;       /* see above */
    size_t events, bytes_seen; /* out: the work done, for tests */
} YamlInput;

/* The root, a map; NULL with one problem. */
YamlNode *yaml_read(YamlInput *input);

/* The key of a pair of `map`, NULL when there is none; its value is `->next`. */
const YamlNode *yaml_find_key(const YamlNode *map, const char *key);

/* The value of `key`, or `map` itself when there is none: somewhere to point at. */
const YamlNode *yaml_place_of(const YamlNode *map, const char *key);

/* What libyaml means, as a sentence in the user's language; libyaml's own when unknown. */
const char *yaml_syntax_sentence(const char *problem, const char *context);

/* Of libyaml: "0.2.5". */
const char *yaml_reader_version(void);

#endif
