/*
 * Doc: a page as blocks with a meaning (title, paragraph, field, table …), before any line is
 * broken. One builder per kind of page; the card screen, `kairo show` and the Markdown format
 * all set the same Doc, so they never say different things.
 *
 * doc_layout breaks it into lines for a width in cells; nothing here knows a terminal.
 * Ownership: everything lives in the arena given to doc_init and in the catalogue.
 */
#ifndef KAIRO_REPORT_DOC_H
#define KAIRO_REPORT_DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "catalogue/model.h"
#include "query/geography.h"
#include "text/width.h"

typedef enum DocRole {
    ROLE_BODY,
    ROLE_DIM,
    ROLE_STRONG,
    ROLE_TITLE,   /* the thing's name: set on a bar in its step's colour */
    ROLE_SECTION, /* a heading inside the page */
    ROLE_LABEL,   /* what a field is called */
    ROLE_GOOD,    /* open, free */
    ROLE_WARN,    /* urgent */
    ROLE_FAINT,   /* closed, lost */
    ROLE_LINK,
    ROLE_BAR, /* a bar of a chart */
} DocRole;

typedef enum DocLinkKind {
    DOC_LINK_URL,
    DOC_LINK_PHONE,
    DOC_LINK_FAX,
    DOC_LINK_EMAIL,
    DOC_LINK_PROGRAM,  /* target is an id */
    DOC_LINK_PROVIDER, /* target is an id */
    DOC_LINK_ITEM,     /* of the active plan; target is a program's id */
    DOC_LINK_EVENT,    /* a seminar or exhibition; target is an id */
    DOC_LINK_TRIP,     /* when to apply for a journey; target is a program's id */
} DocLinkKind;

typedef struct DocLink {
    DocLinkKind kind;
    const char *target; /* the address, number or id itself, never shortened */
} DocLink;

typedef enum BlockKind {
    BLOCK_TITLE,   /* text, and `side` at the right end where there is room */
    BLOCK_SECTION, /* heading */
    BLOCK_HEADING, /* the name of a thing within a section, and `side` as in a title */
    BLOCK_PARA,    /* text over the full width */
    BLOCK_FIELD,   /* label in its column, text beside it */
    BLOCK_ITEM,    /* mark and text, indented under the field before */
    BLOCK_TABLE,
    BLOCK_BARS, /* one series as a bar chart */
    BLOCK_GAP,  /* one blank line; several in a row count once */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    DocRole role;
    const char *label; /* field, item mark */
    const char *text;
    const char *side;
    int step; /* section: 1 to 4 when it is about a step, else 0 */
    int link; /* index into links, or -1 */
    const Table *table;
    const Series *series;
    int64_t most; /* the value whose bar fills the line: one scale for a whole figure */
} Block;

typedef struct Doc {
    Arena *arena;
    int step;  /* 0 to 4: whose colour the title bears */
    bool acts; /* on a screen: it has links too that do something (DOC_LINK_TRIP) */
    const char *estimate_key; /* on a screen: what the key does that estimates a subsidy; else "" */
    Block *blocks;
    size_t count, room;
    DocLink *links;
    size_t link_count, link_room;
} Doc;

void doc_init(Doc *doc, Arena *arena, int step);

/* ---- putting a page together; strings are lent, absent text adds nothing ---- */
void doc_title(Doc *doc, const char *text, const char *side);
void doc_section(Doc *doc, const char *text);
void doc_step_section(Doc *doc, int step, const char *text);
void doc_heading(Doc *doc, const char *text, const char *side);
void doc_para(Doc *doc, DocRole role, const char *text);
void doc_field(Doc *doc, const char *label, DocRole role, const char *text);
void doc_field_link(Doc *doc, const char *label, const char *text, DocLinkKind kind,
                    const char *target);
void doc_item(Doc *doc, const char *mark, DocRole role, const char *text);
void doc_item_link(Doc *doc, const char *text, DocLinkKind kind, const char *target);
void doc_table(Doc *doc, const Table *table);
void doc_bars(Doc *doc, const Series *series, int64_t most);
void doc_gap(Doc *doc);
/* Whom to ask, numbers and addresses as links; the first of several bears the label. */
void doc_contact(Doc *doc, const Contact *contact, bool first);
/* How a period stands on that day: open, urgent, closed. */
DocRole doc_period_role(const Period *period, Date as_of);
/* A web address, labelled with what is there. */
void doc_web_page(Doc *doc, const Link *link);

/* ---- pages ---- */
void doc_program(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of);
/* The same in two parts, for what stands between its title and its facts. */
void doc_program_head(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of);
void doc_program_facts(Doc *doc, const Catalogue *catalogue, const Program *program, Date as_of);
void doc_provider(Doc *doc, const Catalogue *catalogue, const Provider *provider);
void doc_figure(Doc *doc, const Catalogue *catalogue, const Figure *figure);
void doc_country(Doc *doc, const Catalogue *catalogue, const GeoCountry *country, Date as_of);
void doc_event(Doc *doc, const Catalogue *catalogue, const Occasion *event, Date as_of);

/* ---- setting it ---- */
typedef struct DocSpan {
    Str text;
    int col; /* cells from the left edge of the page */
    int cells;
    DocRole role;
} DocSpan;
LIST_OF(DocSpan, DocSpans);

typedef struct DocLine {
    DocSpans spans;
    int block; /* index of the block that this line sets */
    int link;  /* index of the link that this line shows, or -1 */
} DocLine;
LIST_OF(DocLine, DocLines);

typedef struct DocSetting {
    int cells; /* width of the page, at least 20 */
    Ambiguous ambiguous;
    bool ascii; /* all text in ASCII (text/ascii.h), measured as such */
} DocSetting;

DocLines doc_layout(const Doc *doc, Arena *arena, const DocSetting *setting);

/* Plain text with line feeds, as doc_layout sets it. */
void doc_print_text(const Doc *doc, const DocSetting *setting, Buf *out);

/* The same with rules of = and - below title and sections, for paper and mail, where neither
   colours nor bold type tell them apart. */
void doc_print_ruled(const Doc *doc, const DocSetting *setting, Buf *out);

/* Markdown: headings, lists, tables, autolinks; special characters escaped. */
void doc_print_md(const Doc *doc, Buf *out);

/*
 * HTML: one file that needs nothing else (no script, no address it loads anything from), which
 * prints well on A4. All text is escaped; only numbers, mail addresses and http(s) addresses
 * become links.
 */
void doc_print_html(const Doc *doc, Buf *out);

#endif
