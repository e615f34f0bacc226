/* The page of a seminar or an exhibition. */
#include "report/doc.h"

#include "catalogue/names.h"
#include "report/words.h"
#include "text/era.h"

static const char *dates(Arena *arena, const Occasion *event) {
    if (!date_is_known(event->from))
        return _("not stated");
    bool days = date_is_day(event->from) && date_is_day(event->to);
    const char *from = days ? words_day(arena, event->from) : date_print_both(arena, event->from);
    if (!date_is_known(event->to) || date_compare(event->from, event->to) == 0)
        return from;
    return arena_printf(arena, _("%s to %s"), from,
                        days ? words_day(arena, event->to) : date_print_both(arena, event->to));
}

/* How it stands on that day; "" where the dates do not say. */
static const char *standing(Arena *arena, const Occasion *event, Date as_of, DocRole *role) {
    if (!date_is_known(event->from))
        return "";
    Date last = date_last_day(date_is_known(event->to) ? event->to : event->from);
    int to_begin = (int)(date_to_days(event->from) - date_to_days(as_of));
    int since_end = (int)(date_to_days(as_of) - date_to_days(last));
    *role = ROLE_BODY;
    if (to_begin > 0)
        return arena_printf(arena, tr_plural("%d day left", "%d days left", to_begin), to_begin);
    *role = since_end > 0 ? ROLE_FAINT : ROLE_GOOD;
    if (since_end > 0)
        return arena_printf(arena, tr_plural("over since %d day", "over since %d days", since_end),
                            since_end);
    if (to_begin == 0 && since_end == 0)
        return tr_context("event", "today");
    return tr_context("event", "on now");
}

static void when(Doc *doc, const Occasion *event, Date as_of) {
    DocRole role = ROLE_BODY;
    const char *state = standing(doc->arena, event, as_of, &role);
    doc_field(doc, tr_context("event", "Date"), ROLE_BODY, dates(doc->arena, event));
    doc_item(doc, "", role, state);
    if (!is_absent(event->date_text))
        doc_item(doc, "", ROLE_DIM,
                 /* TRANSLATORS: a date as it is printed in the source. */
                 arena_printf(doc->arena, _("printed as \"%s\""), event->date_text));
}

static void belongs_to(Doc *doc, const Catalogue *catalogue, const Occasion *event) {
    const Program *program =
        is_absent(event->program) ? NULL : catalogue_program(catalogue, event->program);
    const char *label = tr_context("event", "Program");
    if (program != NULL)
        doc_field_link(doc, label, words_program_name(program), DOC_LINK_PROGRAM, program->id);
    else
        doc_field(doc, label, ROLE_DIM, _("The source does not say which program it belongs to."));
}

void doc_event(Doc *doc, const Catalogue *catalogue, const Occasion *event, Date as_of) {
    bool english = tr_lang() == LANG_EN;
    doc_title(doc, words_event_name(event), enum_label(&event_kind_names, (int)event->kind));
    if (strcmp(event->name, event->name_en) != 0)
        doc_para(doc, ROLE_DIM, english ? event->name : event->name_en);
    doc_gap(doc);
    when(doc, event, as_of);
    doc_field(doc, tr_context("event", "Place"), ROLE_BODY,
              words_event_place(doc->arena, catalogue, event));
    doc_field(doc, _("Field"), is_absent(event->field) ? ROLE_DIM : ROLE_BODY,
              is_absent(event->field) ? _("not stated") : event->field);
    doc_field(doc, tr_context("event", "Note"), ROLE_BODY, event->note);
    doc_gap(doc);
    belongs_to(doc, catalogue, event);
    doc_gap(doc);
    doc_field(doc, _("Source"), ROLE_DIM,
              /* TRANSLATORS: edition and slide number. */
              arena_printf(doc->arena, tr_context("event", "%s, slide %d"),
                           words_edition(doc->arena, &catalogue->edition), event->slide));
    if (english)
        doc_item(doc, "", ROLE_DIM, _("The English name is unofficial."));
}
