/*
 * A page as HTML. Blocks come one after the other, but HTML nests: what is open (section,
 * article, list of fields) is remembered and closed as soon as a block does not belong in it.
 */
#include "report/doc.h"

#include "base/tr.h"
#include "text/clean.h"

typedef struct Html {
    Buf *out;
    Arena *arena;
    const Doc *doc;
    bool section, article, fields; /* what is open; fields within article within section */
} Html;

/* ---- the look ---- */

/* The colours are those of the screens (ui/theme.c), darker, to be read on paper. */
static const char style_of_page[] =
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:#fff;color:#222;font-family:\"Hiragino Sans\",\"Hiragino Kaku Gothic "
    "ProN\",\"Noto Sans CJK JP\",\"Noto Sans JP\",\"Yu Gothic\",Meiryo,sans-serif;"
    "font-size:16px;line-height:1.7;line-break:strict;overflow-wrap:anywhere;text-wrap:pretty}\n"
    "main{max-width:46em;margin:2.5em auto;padding:0 1.5em}\n"
    "header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;"
    "gap:0 2em;border-bottom:2px solid #222;margin-bottom:1.2em}\n"
    "h1{font-size:1.5em;line-height:1.4;margin:0 0 .3em}\n"
    "header p{margin:0 0 .4em;color:#555}\n"
    "section{--accent:#555;margin-top:2.2em}\n"
    ".step1{--accent:#005f9e}.step2{--accent:#00714f}.step3{--accent:#9a5200}"
    ".step4{--accent:#86287d}\n"
    "h2{font-size:1.15em;line-height:1.5;margin:0 0 .9em;padding-left:.6em;"
    "border-left:.35em solid var(--accent);color:var(--accent)}\n"
    "article{margin:0 0 1.6em}\n"
    "h3{display:flex;justify-content:space-between;align-items:baseline;gap:1em;font-size:1em;"
    "margin:0 0 .3em;padding-bottom:.15em;border-bottom:1px solid #ccc}\n"
    "h3 .side{flex:none;font-size:.85em;padding:0 .7em;border:1px solid var(--accent);"
    "border-radius:1em;color:var(--accent)}\n"
    "p{margin:0 0 .5em}\n"
    "dl{display:grid;grid-template-columns:7.5em 1fr;gap:.1em 1em;margin:0 0 .5em}\n"
    "dt{grid-column:1;color:#555}dd{grid-column:2;margin:0}\n"
    "table{border-collapse:collapse;width:100%;margin:0 0 .8em;font-size:.94em}\n"
    "th{text-align:left;color:#555;font-weight:normal;border-bottom:1px solid #888}\n"
    "th,td{padding:.3em 1em .3em 0;vertical-align:top}td{border-bottom:1px solid #ddd}\n"
    "a{color:inherit;text-decoration-color:#999}\n"
    ".short{white-space:nowrap}.dim{color:#555;font-size:.94em}.strong{font-weight:bold}.faint{"
    "color:#666}"
    ".warn{color:#b00020;font-weight:bold}.good{color:#00714f}\n"
    "@media(max-width:34em){dl{display:block}dd{margin:0 0 .3em 1em}}\n"
    "@page{size:A4;margin:18mm 17mm;@bottom-right{content:counter(page) \" / \" counter(pages);"
    "font-size:8pt;color:#555}}\n"
    "@media print{body{font-size:10pt;line-height:1.6}main{max-width:none;margin:0;padding:0}"
    "a{text-decoration:none}h1,h2,h3,thead{break-after:avoid}article,tr,dd{break-inside:avoid}"
    "thead{display:table-header-group}p{orphans:2;widows:2}}\n";

/* NULL for what is set plainly. */
static const char *class_of(DocRole role) {
    switch (role) {
    case ROLE_DIM:
        return "dim";
    case ROLE_STRONG:
        return "strong";
    case ROLE_GOOD:
        return "good";
    case ROLE_WARN:
        return "warn";
    case ROLE_FAINT:
        return "faint";
    default:
        return NULL;
    }
}

/* ---- text ---- */

static void escape(Buf *out, char c) {
    switch (c) {
    case '&':
        buf_text(out, "&amp;");
        break;
    case '<':
        buf_text(out, "&lt;");
        break;
    case '>':
        buf_text(out, "&gt;");
        break;
    case '"':
        buf_text(out, "&quot;");
        break;
    case '\'':
        buf_text(out, "&#39;");
        break;
    default:
        buf_byte(out, c);
    }
}

/* Escaped, with `line_break` for each line feed. */
static void put_lines(Html *html, const char *text, const char *line_break) {
    Str clean = text_clean_file(html->arena, str(text));
    for (size_t i = 0; i < clean.len; i++)
        if (clean.at[i] == '\n')
            buf_text(html->out, line_break);
        else
            escape(html->out, clean.at[i]);
}

static void put_text(Html *html, const char *text) {
    put_lines(html, text, "<br>\n");
}

static void put_open(Html *html, const char *tag, DocRole role) {
    const char *class = class_of(role);
    if (class != NULL)
        buf_printf(html->out, "<%s class=\"%s\">", tag, class);
    else
        buf_printf(html->out, "<%s>", tag);
}

/* ---- links ---- */

static bool all_of(const char *text, const char *others) {
    for (; *text != '\0'; text++) {
        bool letter = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z');
        bool digit = *text >= '0' && *text <= '9';
        if (!letter && !digit && strchr(others, *text) == NULL)
            return false;
    }
    return true;
}

static bool is_web_address(const char *text) {
    if (!str_starts(str(text), str("http://")) && !str_starts(str(text), str("https://")))
        return false;
    for (; *text != '\0'; text++)
        if ((unsigned char)*text <= ' ' || *text == 0x7F)
            return false;
    return true;
}

/* What goes before the target in an address; NULL where there is nothing to follow. */
static const char *scheme_of(const DocLink *link) {
    switch (link->kind) {
    case DOC_LINK_URL:
        return is_web_address(link->target) ? "" : NULL;
    case DOC_LINK_PHONE:
        return strspn(link->target, "0123456789-+") == strlen(link->target) ? "tel:" : NULL;
    case DOC_LINK_EMAIL:
        return strchr(link->target, '@') != NULL && all_of(link->target, "@._+-") ? "mailto:"
                                                                                  : NULL;
    default:
        return NULL;
    }
}

static void put_value(Html *html, const Block *block) {
    const DocLink *link = block->link >= 0 ? &html->doc->links[block->link] : NULL;
    const char *scheme = link == NULL ? NULL : scheme_of(link);
    if (scheme != NULL) {
        buf_printf(html->out, "<a href=\"%s", scheme);
        put_lines(html, link->target, "");
        buf_text(html->out, "\">");
    }
    put_text(html, block->text);
    if (scheme != NULL)
        buf_text(html->out, "</a>");
}

/* ---- what is open ---- */

static void close_tag(Html *html, bool *open, const char *tag) {
    if (*open)
        buf_printf(html->out, "</%s>\n", tag);
    *open = false;
}

static void end_fields(Html *html) {
    close_tag(html, &html->fields, "dl");
}

static void end_article(Html *html) {
    end_fields(html);
    close_tag(html, &html->article, "article");
}

static void end_section(Html *html) {
    end_article(html);
    close_tag(html, &html->section, "section");
}

/* ---- blocks ---- */

static void put_title(Html *html, const Block *block) {
    end_section(html);
    buf_text(html->out, "<header>\n<h1>");
    put_text(html, block->text);
    buf_text(html->out, "</h1>\n");
    if (!is_absent(block->side)) {
        buf_text(html->out, "<p>");
        put_text(html, block->side);
        buf_text(html->out, "</p>\n");
    }
    buf_text(html->out, "</header>\n");
}

static void put_section(Html *html, const Block *block) {
    end_section(html);
    if (block->step > 0)
        buf_printf(html->out, "<section class=\"step%d\">\n<h2>", block->step);
    else
        buf_text(html->out, "<section>\n<h2>");
    put_text(html, block->text);
    buf_text(html->out, "</h2>\n");
    html->section = true;
}

static void put_heading(Html *html, const Block *block) {
    end_article(html);
    buf_text(html->out, "<article>\n<h3>");
    put_text(html, block->text);
    if (!is_absent(block->side)) {
        buf_text(html->out, " <span class=\"side\">");
        put_text(html, block->side);
        buf_text(html->out, "</span>");
    }
    buf_text(html->out, "</h3>\n");
    html->article = true;
}

static void put_para(Html *html, const Block *block) {
    end_fields(html);
    put_open(html, "p", block->role);
    put_text(html, block->text);
    buf_text(html->out, "</p>\n");
}

/* A field without a label goes on with the one before; a list cannot begin with it. */
static void put_field(Html *html, const Block *block) {
    bool labelled = !is_absent(block->label);
    if (!labelled && !html->fields) {
        put_para(html, block);
        return;
    }
    if (!html->fields)
        buf_text(html->out, "<dl>\n");
    html->fields = true;
    if (labelled) {
        buf_text(html->out, "<dt>");
        put_text(html, block->label);
        buf_text(html->out, "</dt>\n");
    }
    put_open(html, "dd", block->role);
    put_value(html, block);
    buf_text(html->out, "</dd>\n");
}

static void put_item(Html *html, const Block *block) {
    const char *tag = html->fields ? "dd" : "p";
    put_open(html, tag, block->role);
    if (!is_absent(block->label)) {
        put_text(html, block->label);
        buf_byte(html->out, ' ');
    }
    put_value(html, block);
    buf_printf(html->out, "</%s>\n", tag);
}

/* A browser would break a short word between any two kanji to make room for a long one. */
static bool is_short(const char *cell) {
    enum { SHORT_CELLS = 16 };
    return text_width(str(cell), AMBIGUOUS_WIDE) <= SHORT_CELLS;
}

static void put_row(Html *html, Strings cells, const char *tag, const char *attribute) {
    buf_text(html->out, "<tr>");
    for (size_t i = 0; i < cells.count; i++) {
        const char *class = is_short(cells.at[i]) ? " class=\"short\"" : "";
        buf_printf(html->out, "<%s%s%s>", tag, attribute, class);
        put_text(html, cells.at[i]);
        buf_printf(html->out, "</%s>", tag);
    }
    buf_text(html->out, "</tr>\n");
}

static void put_table(Html *html, const Table *table) {
    end_fields(html);
    buf_text(html->out, "<table>\n<thead>\n");
    put_row(html, table->columns, "th", " scope=\"col\"");
    buf_text(html->out, "</thead>\n<tbody>\n");
    for (size_t i = 0; i < table->rows.count; i++)
        put_row(html, table->rows.at[i].cells, "td", "");
    buf_text(html->out, "</tbody>\n</table>\n");
}

/* A chart is a table of its numbers. */
static void put_bars(Html *html, const Series *series) {
    const char *label = tr_lang() == LANG_EN ? series->label_en : series->label;
    const char *heads[] = {label, series->unit};
    TableRow *rows = arena_new(html->arena, TableRow, series->points.count);
    for (size_t i = 0; i < series->points.count; i++) {
        const char **cells = arena_new(html->arena, const char *, COUNT_OF(heads));
        cells[0] = series->points.at[i].label;
        cells[1] = arena_printf(html->arena, "%lld", (long long)series->points.at[i].value);
        rows[i].cells = (Strings){cells, COUNT_OF(heads)};
    }
    Table table = {.title = "",
                   .columns = {heads, COUNT_OF(heads)},
                   .rows = {rows, series->points.count},
                   .note = ""};
    put_table(html, &table);
}

static void put_block(Html *html, const Block *block) {
    switch (block->kind) {
    case BLOCK_TITLE:
        put_title(html, block);
        break;
    case BLOCK_SECTION:
        put_section(html, block);
        break;
    case BLOCK_HEADING:
        put_heading(html, block);
        break;
    case BLOCK_PARA:
        put_para(html, block);
        break;
    case BLOCK_FIELD:
        put_field(html, block);
        break;
    case BLOCK_ITEM:
        put_item(html, block);
        break;
    case BLOCK_TABLE:
        put_table(html, block->table);
        break;
    case BLOCK_BARS:
        put_bars(html, block->series);
        break;
    case BLOCK_GAP:
        end_fields(html);
        break;
    }
}

/* ---- the file ---- */

/* The policy lets a browser load nothing, whatever stands in the texts. */
static void put_head(Html *html) {
    const char *title = "";
    for (size_t i = html->doc->count; i > 0; i--)
        if (html->doc->blocks[i - 1].kind == BLOCK_TITLE)
            title = html->doc->blocks[i - 1].text;
    buf_printf(html->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
               tr_lang() == LANG_EN ? "en" : "ja");
    buf_text(html->out,
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"format-detection\" content=\"telephone=no\">\n<title>");
    put_lines(html, title, " ");
    buf_printf(html->out, "</title>\n<style>\n%s</style>\n</head>\n", style_of_page);
}

void doc_print_html(const Doc *doc, Buf *out) {
    Html html = {.out = out, .arena = doc->arena, .doc = doc};
    put_head(&html);
    buf_text(out, "<body>\n<main>\n");
    for (size_t i = 0; i < doc->count; i++)
        put_block(&html, &doc->blocks[i]);
    end_section(&html);
    buf_text(out, "</main>\n</body>\n</html>\n");
}
