/* Putting a page together: blocks and links that grow inside the arena. See doc.h. */
#include "report/doc.h"

void doc_init(Doc *doc, Arena *arena, int step) {
    *doc = (Doc){.arena = arena, .step = step, .estimate_key = ""};
}

static Block *add(Doc *doc, BlockKind kind) {
    doc->blocks = arena_grow(doc->arena, doc->blocks, doc->count, &doc->room, sizeof *doc->blocks);
    Block *block = &doc->blocks[doc->count++];
    *block = (Block){.kind = kind, .label = "", .text = "", .side = "", .link = -1};
    return block;
}

static int add_link(Doc *doc, DocLinkKind kind, const char *target) {
    doc->links =
        arena_grow(doc->arena, doc->links, doc->link_count, &doc->link_room, sizeof *doc->links);
    doc->links[doc->link_count] = (DocLink){kind, target};
    return (int)doc->link_count++;
}

void doc_title(Doc *doc, const char *text, const char *side) {
    Block *block = add(doc, BLOCK_TITLE);
    block->role = ROLE_TITLE;
    block->text = text;
    block->side = side;
}

void doc_step_section(Doc *doc, int step, const char *text) {
    doc_gap(doc);
    Block *block = add(doc, BLOCK_SECTION);
    block->role = ROLE_SECTION;
    block->text = text;
    block->step = step;
}

void doc_section(Doc *doc, const char *text) {
    doc_step_section(doc, 0, text);
}

void doc_heading(Doc *doc, const char *text, const char *side) {
    doc_gap(doc);
    Block *block = add(doc, BLOCK_HEADING);
    block->role = ROLE_STRONG;
    block->text = text;
    block->side = side;
}

void doc_para(Doc *doc, DocRole role, const char *text) {
    if (is_absent(text))
        return;
    Block *block = add(doc, BLOCK_PARA);
    block->role = role;
    block->text = text;
}

void doc_field(Doc *doc, const char *label, DocRole role, const char *text) {
    if (is_absent(text))
        return;
    Block *block = add(doc, BLOCK_FIELD);
    block->role = role;
    block->label = label;
    block->text = text;
}

void doc_field_link(Doc *doc, const char *label, const char *text, DocLinkKind kind,
                    const char *target) {
    if (is_absent(text))
        return;
    doc_field(doc, label, ROLE_LINK, text);
    doc->blocks[doc->count - 1].link = add_link(doc, kind, target);
}

void doc_item(Doc *doc, const char *mark, DocRole role, const char *text) {
    if (is_absent(text))
        return;
    Block *block = add(doc, BLOCK_ITEM);
    block->role = role;
    block->label = mark;
    block->text = text;
}

void doc_item_link(Doc *doc, const char *text, DocLinkKind kind, const char *target) {
    doc_item(doc, "", ROLE_LINK, text);
    doc->blocks[doc->count - 1].link = add_link(doc, kind, target);
}

void doc_table(Doc *doc, const Table *table) {
    add(doc, BLOCK_TABLE)->table = table;
}

void doc_bars(Doc *doc, const Series *series, int64_t most) {
    Block *block = add(doc, BLOCK_BARS);
    block->series = series;
    block->most = most;
}

void doc_gap(Doc *doc) {
    if (doc->count > 0 && doc->blocks[doc->count - 1].kind != BLOCK_GAP)
        add(doc, BLOCK_GAP);
}
