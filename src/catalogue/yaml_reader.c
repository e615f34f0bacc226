/* A stack of open containers, each with the place where its next child hangs. */
#include "catalogue/yaml_reader.h"

#include "base/tr.h"
#include "catalogue/yaml_guard.h"
#include "text/clean.h"

#include <limits.h>
#include <yaml.h>

typedef struct OpenContainer {
    YamlNode *node;
    YamlNode **tail;  /* where the next child goes */
    bool expects_key; /* in a map */
} OpenContainer;

typedef struct Builder {
    YamlInput *input;
    OpenContainer open[YAML_DEPTH_MOST];
    size_t depth;
    size_t nodes, nodes_most;
    YamlNode *root;
    bool mixed;     /* some text may change by cleaning */
    bool escapes;   /* a backslash is in the file: quoted texts may hold anything */
    bool documents; /* one has begun */
    bool failed;
} Builder;

static int place_of(size_t from_zero) {
    return from_zero >= INT_MAX ? INT_MAX : (int)from_zero + 1;
}

static void refuse(Builder *builder, yaml_mark_t mark, const char *message) {
    problems_add(builder->input->problems, builder->input->file, place_of(mark.line),
                 place_of(mark.column), "%s", message);
    builder->failed = true;
}

/* ---- bytes ---- */

static const char *guard_sentence(GuardVerdict verdict) {
    switch (verdict) {
    case GUARD_ENCODING:
        return _("a byte that is not UTF-8; save the file as UTF-8");
    case GUARD_TAB:
        return _("a tab; use spaces instead");
    case GUARD_CONTROL:
        return _("a control character; remove it");
    case GUARD_INVISIBLE:
        return _("an invisible character; remove it");
    case GUARD_DIRECTIVE:
    case GUARD_PLAIN:
    case GUARD_MIXED:
        break;
    }
    /* TRANSLATORS: YAML's name for a line such as %YAML 1.1 */
    return _("a line that starts with a percent sign is a directive; these are not allowed");
}

static void refuse_character(YamlInput *input, GuardResult bad, int line, int column) {
    const char *sentence = guard_sentence(bad.verdict);
    if (bad.verdict == GUARD_ENCODING)
        problems_add(input->problems, input->file, line, column, _("%s (0x%02X)"), sentence,
                     bad.code);
    else if (bad.verdict == GUARD_CONTROL || bad.verdict == GUARD_INVISIBLE)
        problems_add(input->problems, input->file, line, column, _("%s (U+%04X)"), sentence,
                     bad.code);
    else
        problems_add(input->problems, input->file, line, column, "%s", sentence);
}

static bool bytes_pass(Builder *builder) {
    YamlInput *input = builder->input;
    if (input->bytes.len > YAML_FILE_MOST) {
        problems_add(input->problems, input->file, 0, 0,
                     _("the file is larger than %d MiB, the most that is read"),
                     YAML_FILE_MOST / (1024 * 1024));
        return false;
    }
    GuardResult result = yaml_guard(input->bytes, GUARD_FILE);
    if (guard_refuses(result)) {
        int line, column;
        yaml_guard_position(input->bytes, result.at, &line, &column);
        refuse_character(input, result, line, column);
        return false;
    }
    builder->nodes_most = YAML_NODES_FREE + input->bytes.len / YAML_NODE_BYTES;
    builder->mixed = result.verdict == GUARD_MIXED;
    builder->escapes = memchr(input->bytes.at, '\\', input->bytes.len) != NULL;
    return true;
}

/* ---- nodes ---- */

/* Whether the node about to come is the key of a pair. */
static bool is_key(const Builder *builder) {
    return builder->depth > 0 && builder->open[builder->depth - 1].expects_key;
}

/* NULL when there are too many. */
static YamlNode *hang_node(Builder *builder, const yaml_event_t *event, YamlKind kind) {
    if (++builder->nodes > builder->nodes_most) {
        refuse(builder, event->start_mark, _("too many short values for a file of this size"));
        return NULL;
    }
    YamlNode *node = arena_new(builder->input->nodes, YamlNode, 1);
    node->kind = kind;
    node->line = place_of(event->start_mark.line);
    node->column = place_of(event->start_mark.column);
    if (builder->depth == 0) {
        builder->root = node;
        return node;
    }
    OpenContainer *parent = &builder->open[builder->depth - 1];
    *parent->tail = node;
    parent->tail = &node->next;
    if (parent->node->kind == YAML_LIST || parent->expects_key)
        parent->node->count++;
    if (parent->node->kind == YAML_MAP)
        parent->expects_key = !parent->expects_key;
    return node;
}

static bool bare(Builder *builder, const yaml_event_t *event, const yaml_char_t *anchor,
                 const yaml_char_t *tag) {
    if (anchor != NULL)
        refuse(builder, event->start_mark,
               _("an anchor (&) is not allowed; put the text in quotes if it starts with &"));
    else if (tag != NULL)
        refuse(builder, event->start_mark,
               _("a tag (!) is not allowed; put the text in quotes if it starts with !"));
    return !builder->failed;
}

static void open_container(Builder *builder, const yaml_event_t *event, YamlKind kind) {
    if (is_key(builder)) {
        refuse(builder, event->start_mark, _("a key must be plain text, not a list or a map"));
        return;
    }
    if (builder->depth == YAML_DEPTH_MOST) {
        problems_add(builder->input->problems, builder->input->file,
                     place_of(event->start_mark.line), place_of(event->start_mark.column),
                     _("lists and maps are nested more than %d deep"), YAML_DEPTH_MOST);
        builder->failed = true;
        return;
    }
    if (kind == YAML_LIST && builder->depth == 0) {
        refuse(builder, event->start_mark,
               _("the file must be a map of sections (programs: …), not a list"));
        return;
    }
    YamlNode *node = hang_node(builder, event, kind);
    if (node == NULL)
        return;
    builder->open[builder->depth++] = (OpenContainer){node, &node->first, kind == YAML_MAP};
}

/* The text as it is kept. What the guard saw in the raw bytes is not looked at again, but a
   quoted text may spell out any character by an escape. */
static char *keep_text(Builder *builder, const yaml_event_t *event, Arena *arena) {
    Str text = str_n((const char *)event->data.scalar.value, event->data.scalar.length);
    bool escaped = builder->escapes && event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (builder->input->exact && memchr(text.at, '\0', text.len) == NULL)
        return arena_copy(arena, text);
    if (!builder->mixed && !escaped)
        return arena_copy(arena, text);
    GuardResult result = yaml_guard(text, GUARD_SCALAR);
    if (guard_refuses(result)) {
        refuse_character(builder->input, result, place_of(event->start_mark.line),
                         place_of(event->start_mark.column));
        builder->failed = true;
        return NULL;
    }
    if (result.verdict == GUARD_MIXED)
        text = text_clean_lines(builder->input->nodes, text);
    return arena_copy(arena, text);
}

static void add_text(Builder *builder, const yaml_event_t *event) {
    if (event->data.scalar.length > YAML_SCALAR_MOST) {
        problems_add(builder->input->problems, builder->input->file,
                     place_of(event->start_mark.line), place_of(event->start_mark.column),
                     _("a text of more than %d KiB; a quote may be missing"),
                     YAML_SCALAR_MOST / 1024);
        builder->failed = true;
        return;
    }
    if (builder->depth == 0) {
        refuse(builder, event->start_mark,
               _("the file must be a map of sections (programs: …), not a text"));
        return;
    }
    Arena *arena = is_key(builder) ? builder->input->nodes : builder->input->texts;
    char *text = keep_text(builder, event, arena);
    if (text == NULL)
        return;
    YamlNode *node = hang_node(builder, event, YAML_TEXT);
    if (node == NULL)
        return;
    node->text = text;
    node->count = (uint32_t)strlen(text);
}

static void begin_document(Builder *builder, const yaml_event_t *event) {
    if (builder->documents)
        refuse(builder, event->start_mark,
               _("a second document (---) begins here; a file holds only one"));
    else if (event->data.document_start.version_directive != NULL ||
             event->data.document_start.tag_directives.start !=
                 event->data.document_start.tag_directives.end)
        refuse(builder, event->start_mark, _("YAML directives are not allowed"));
    builder->documents = true;
}

static void take_event(Builder *builder, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        begin_document(builder, event);
        break;
    case YAML_ALIAS_EVENT:
        refuse(builder, event->start_mark,
               _("an alias (*) is not allowed; put the text in quotes if it starts with *"));
        break;
    case YAML_SCALAR_EVENT:
        if (bare(builder, event, event->data.scalar.anchor, event->data.scalar.tag))
            add_text(builder, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        if (bare(builder, event, event->data.sequence_start.anchor, event->data.sequence_start.tag))
            open_container(builder, event, YAML_LIST);
        break;
    case YAML_MAPPING_START_EVENT:
        if (bare(builder, event, event->data.mapping_start.anchor, event->data.mapping_start.tag))
            open_container(builder, event, YAML_MAP);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        builder->depth--;
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

/* ---- the file ---- */

/* An unclosed quote or a key without ":" is best pointed at where it begins. */
static yaml_mark_t syntax_mark(const yaml_parser_t *parser) {
    const char *context = parser->context != NULL ? parser->context : "";
    bool begins = strcmp(context, "while scanning a simple key") == 0 ||
                  (strcmp(context, "while scanning a quoted scalar") == 0 &&
                   strstr(parser->problem, "end of stream") != NULL);
    return begins ? parser->context_mark : parser->problem_mark;
}

static void refuse_syntax(Builder *builder, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR || parser->problem == NULL) {
        problems_add(builder->input->problems, builder->input->file, 0, 0,
                     _("not enough memory to read the file"));
        builder->failed = true;
        return;
    }
    refuse(builder, syntax_mark(parser), yaml_syntax_sentence(parser->problem, parser->context));
}

static void run_parser(Builder *builder, yaml_parser_t *parser) {
    bool ended = false;
    while (!ended && !builder->failed) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            refuse_syntax(builder, parser);
            break;
        }
        builder->input->events++;
        ended = event.type == YAML_STREAM_END_EVENT;
        take_event(builder, &event);
        yaml_event_delete(&event);
    }
    builder->input->bytes_seen = parser->offset;
}

static Str without_bom(Str bytes) {
    return str_starts(bytes, str("\xEF\xBB\xBF")) ? str_skip(bytes, 3) : bytes;
}

YamlNode *yaml_read(YamlInput *input) {
    Builder builder = {.input = input};
    input->bytes = without_bom(input->bytes);
    if (!bytes_pass(&builder))
        return NULL;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        problems_add(input->problems, input->file, 0, 0, _("not enough memory to read the file"));
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)input->bytes.at, input->bytes.len);
    run_parser(&builder, &parser);
    yaml_parser_delete(&parser);
    if (!builder.failed && builder.root == NULL) {
        problems_add(input->problems, input->file, 1, 1, _("the file is empty"));
        return NULL;
    }
    return builder.failed ? NULL : builder.root;
}

const YamlNode *yaml_find_key(const YamlNode *map, const char *key) {
    for (const YamlNode *at = map->first; at != NULL; at = at->next->next)
        if (strcmp(at->text, key) == 0)
            return at;
    return NULL;
}

const YamlNode *yaml_place_of(const YamlNode *map, const char *key) {
    const YamlNode *found = yaml_find_key(map, key);
    return found != NULL ? found->next : map;
}

const char *yaml_reader_version(void) {
    return yaml_get_version_string();
}
