/* See ics.h. Lines are made whole, then folded: the one place that knows the 75 octets. */
#include "report/ics.h"

#include "base/tr.h"
#include "plan/fields.h"
#include "plan/safe_hash.h"
#include "report/doc_plan.h"
#include "text/clean.h"

#include <inttypes.h>

enum { LINE_OCTETS = 75 /* RFC 5545, 3.1: without the line break */ };

typedef struct Calendar {
    Buf *out;
    Arena arena; /* until the event ends */
    const Catalogue *catalogue;
    const Plan *plan;
    const char *file;
} Calendar;

/* ---- lines ---- */

static bool begins_character(char byte) {
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* The most of `line` that fits, whole characters only. */
static size_t fitting(Str line, size_t most) {
    size_t len = MIN_OF(line.len, most);
    while (len > 0 && len < line.len && !begins_character(line.at[len]))
        len--;
    return len;
}

static void put_line(Calendar *c, const char *line) {
    Str rest = str(line);
    size_t most = LINE_OCTETS;
    for (;;) {
        size_t len = fitting(rest, most);
        buf_add(c->out, str_n(rest.at, len));
        buf_text(c->out, "\r\n");
        rest = str_skip(rest, len);
        if (rest.len == 0)
            return;
        buf_byte(c->out, ' ');
        most = LINE_OCTETS - 1; /* the blank counts */
    }
}

/* RFC 5545, 3.3.11. */
static const char *escaped(Calendar *c, const char *text) {
    Str clean = text_clean_file(&c->arena, str(text));
    char *out = arena_alloc(&c->arena, clean.len * 2 + 1), *end = out;
    for (size_t i = 0; i < clean.len; i++) {
        char byte = clean.at[i];
        if (strchr("\\;,\n", byte) != NULL)
            *end++ = '\\';
        *end++ = byte == '\n' ? 'n' : byte;
    }
    return out;
}

static void put_text(Calendar *c, const char *property, const char *text) {
    put_line(c, arena_printf(&c->arena, "%s:%s", property, escaped(c, text)));
}

static void put_day(Calendar *c, const char *property, Date day) {
    put_line(c, arena_printf(&c->arena, "%s;VALUE=DATE:%04d%02d%02d", property, day.year, day.month,
                             day.day));
}

/* ---- an event's parts ---- */

static void put_uid(Calendar *c, const PlanItem *item) {
    uint64_t plan = safe_hash(SAFE_HASH_START, str(c->file));
    plan = safe_hash(plan, str("\n"));
    plan = safe_hash(plan, str(c->plan->created));
    uint64_t program = safe_hash(SAFE_HASH_START, str(item->program));
    put_line(c, arena_printf(&c->arena, "UID:%016" PRIx64 "-%016" PRIx64 "@kairo", plan, program));
}

/* 2016-12-19T01:00:00Z as 20161219T010000Z. */
static void put_stamp(Calendar *c, const PlanItem *item) {
    const char *last = c->plan->updated;
    char digits[32];
    size_t used = 0;
    for (size_t i = 0; i < item->log.count; i++)
        if (i == 0 || strcmp(item->log.at[i].at, last) > 0)
            last = item->log.at[i].at;
    for (const char *at = last; *at != '\0' && used + 1 < sizeof digits; at++)
        if (*at != '-' && *at != ':')
            digits[used++] = *at;
    digits[used] = '\0';
    put_line(c, arena_printf(&c->arena, "DTSTAMP:%s", digits));
}

/* The day after ends it; the last day of the calendar has none, and needs none. */
static void put_days(Calendar *c, Date day) {
    Date next = date_from_days(date_to_days(day) + 1);
    put_day(c, "DTSTART", day);
    if (date_compare(next, day) > 0)
        put_day(c, "DTEND", next);
}

static void put_summary(Calendar *c, const PlanItem *item) {
    const char *name = doc_plan_item_name(c->catalogue, item);
    const char *who = doc_plan_name(&c->arena, c->plan);
    PlanStatus status = plan_status_of(item);
    if (plan_status_is_final(status))
        put_text(c, "SUMMARY",
                 /* TRANSLATORS: in a calendar: a program, the company, and how it ended. */
                 arena_printf(&c->arena, _("%s (%s): %s"), name, who, plan_status_label(status)));
    else
        put_text(c, "SUMMARY",
                 /* TRANSLATORS: in a calendar: a program and the company it is due for. */
                 arena_printf(&c->arena, _("%s (%s) is due"), name, who));
}

/* A page's fields as lines of "label: text". */
static const char *lines_of(Calendar *c, const Doc *doc) {
    const char *all = "";
    for (size_t i = 0; i < doc->count; i++) {
        const Block *block = &doc->blocks[i];
        const char *line = block->text;
        if (!is_absent(block->label))
            /* TRANSLATORS: what something is called, and what it is. */
            line = arena_printf(&c->arena, tr_context("line", "%s: %s"), block->label, line);
        all = arena_printf(&c->arena, "%s%s%s", all, i > 0 ? "\n" : "", line);
    }
    return all;
}

/* Nothing that depends on the day it is read. */
static void put_description(Calendar *c, const PlanItem *item) {
    const Program *program = catalogue_program(c->catalogue, item->program);
    Doc doc;
    doc_init(&doc, &c->arena, 0);
    doc_field(&doc, _("Status"), ROLE_BODY, plan_status_label(plan_status_of(item)));
    doc_field(&doc, _("Reason"), ROLE_BODY, plan_text(item, PLAN_REASON));
    doc_field(&doc, _("Owner"), ROLE_BODY, plan_text(item, PLAN_OWNER));
    if (program != NULL) {
        doc_plan_provider(&doc, program->provider);
        doc_plan_contacts(&doc, program);
    }
    doc_plan_documents(&doc, item);
    doc_field(&doc, _("Note"), ROLE_BODY, plan_text(item, PLAN_NOTE));
    if (program != NULL)
        doc_para(&doc, ROLE_BODY, doc_plan_caution(&c->arena, &c->catalogue->edition));
    put_text(c, "DESCRIPTION", lines_of(c, &doc));
}

/* An address is no text and is not escaped, so it must need no escaping. */
static bool is_plain_address(const char *url) {
    if (!str_starts(str(url), str("http://")) && !str_starts(str(url), str("https://")))
        return false;
    for (; *url != '\0'; url++)
        if (*url <= ' ' || *url >= 0x7F || strchr("\"<>\\^`{|}", *url) != NULL)
            return false;
    return true;
}

static void put_address(Calendar *c, const PlanItem *item) {
    const Program *program = catalogue_program(c->catalogue, item->program);
    if (program != NULL && program->links.count > 0 && is_plain_address(program->links.at[0].url))
        put_line(c, arena_printf(&c->arena, "URL:%s", program->links.at[0].url));
}

/* ---- the calendar ---- */

static void put_event(Calendar *c, const PlanItem *item, Date day) {
    bool unused = plan_status_asks_reason(plan_status_of(item));
    put_line(c, "BEGIN:VEVENT");
    put_uid(c, item);
    put_stamp(c, item);
    put_days(c, day);
    put_summary(c, item);
    put_description(c, item);
    put_address(c, item);
    put_line(c, unused ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    put_line(c, "TRANSP:TRANSPARENT"); /* the day is not taken */
    put_line(c, "END:VEVENT");
    arena_reset(&c->arena);
}

/* NAME is of RFC 7986; most programs read the other. */
static void put_beginning(Calendar *c) {
    const char *name = arena_printf(&c->arena, _("Going abroad: the plan of %s"),
                                    doc_plan_name(&c->arena, c->plan));
    put_line(c, "BEGIN:VCALENDAR");
    put_line(c, "VERSION:2.0");
    put_line(c, tr_lang() == LANG_EN ? "PRODID:-//kairo//kairo//EN" : "PRODID:-//kairo//kairo//JA");
    put_line(c, "CALSCALE:GREGORIAN");
    put_text(c, "NAME", name);
    put_text(c, "X-WR-CALNAME", name);
    arena_reset(&c->arena);
}

size_t ics_print_plan(Buf *out, const Catalogue *catalogue, const Plan *plan, const char *file) {
    Calendar c = {.out = out, .catalogue = catalogue, .plan = plan, .file = file};
    size_t events = 0;
    for (size_t i = 0; i < plan->count; i++) {
        Date day;
        if (!doc_plan_due(&plan->items[i], &day))
            continue;
        if (events++ == 0)
            put_beginning(&c);
        put_event(&c, &plan->items[i], day);
    }
    if (events > 0)
        put_line(&c, "END:VCALENDAR");
    arena_release(&c.arena);
    return events;
}
