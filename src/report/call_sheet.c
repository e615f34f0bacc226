/* See call_sheet.h. */
#include "report/call_sheet.h"

#include "plan/fields.h"
#include "report/plan_words.h"

#include <stdlib.h>

/* ---- matters ---- */

/* By due date, those without one last; else as in the plan. */
static int compare_matters(const void *a, const void *b) {
    const CallMatter *x = a, *y = b;
    if (date_is_known(x->due) != date_is_known(y->due))
        return date_is_known(x->due) ? -1 : 1;
    int order = date_compare(x->due, y->due);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static size_t gather(const Catalogue *catalogue, const Plan *plan, CallMatter *out) {
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        CallMatter matter = {item, catalogue_program(catalogue, item->program), {0}, i};
        if (plan_status_is_final(plan_status_of(item)))
            continue;
        if (!plan_words_due(item, &matter.due))
            matter.due = (Date){0};
        out[count++] = matter;
    }
    if (count > 0)
        qsort(out, count, sizeof *out, compare_matters);
    return count;
}

/* ---- whom to call ---- */

static bool has_number(const Contacts *contacts) {
    for (size_t i = 0; i < contacts->count; i++)
        for (size_t j = 0; j < contacts->at[i].phones.count; j++)
            if (contacts->at[i].phones.at[j].kind != PHONE_FAX)
                return true;
    return false;
}

/* The program's own, with or without a number; the provider's where it names nobody, or where
   only the provider has a number. */
static const Contacts *contacts_of(const Program *program) {
    const Contacts *own = &program->contacts, *its = &program->provider->contacts;
    if (has_number(own) || (own->count > 0 && !has_number(its)))
        return own;
    return its;
}

static bool has_phone(const Call *call, const char *number) {
    for (size_t i = 0; i < call->desk_count; i++)
        for (size_t j = 0; j < call->desks[i].phone_count; j++)
            if (strcmp(call->desks[i].phones[j]->number, number) == 0)
                return true;
    return false;
}

/* Numbers that the call has already are not said twice. */
static CallDesk desk_of(Arena *arena, const Call *call, const Contact *contact) {
    CallDesk desk = {.contact = contact};
    desk.phones = arena_new(arena, const Phone *, contact->phones.count);
    desk.faxes = arena_new(arena, const Phone *, contact->phones.count);
    for (size_t i = 0; i < contact->phones.count; i++) {
        const Phone *phone = &contact->phones.at[i];
        if (phone->kind == PHONE_FAX)
            desk.faxes[desk.fax_count++] = phone;
        else if (!has_phone(call, phone->number))
            desk.phones[desk.phone_count++] = phone;
    }
    return desk;
}

static bool has_desk(const Call *call, const Contact *contact) {
    for (size_t i = 0; i < call->desk_count; i++)
        if (call->desks[i].contact == contact)
            return true;
    return false;
}

/* Desks with a number first, each in the order of the source. */
static void add_desks(Arena *arena, Call *call, const Contacts *contacts) {
    CallDesk *desks = arena_new(arena, CallDesk, call->desk_count + contacts->count);
    for (size_t i = 0; i < call->desk_count; i++)
        desks[i] = call->desks[i];
    call->desks = desks;
    for (int with = 1; with >= 0; with--)
        for (size_t i = 0; i < contacts->count; i++) {
            const Contact *contact = &contacts->at[i];
            bool callable = has_number(&(Contacts){contact, 1});
            if (callable != (with == 1) || has_desk(call, contact))
                continue;
            CallDesk desk = desk_of(arena, call, contact);
            bool says_more = !callable || desk.phone_count > 0;
            if (says_more)
                desks[call->desk_count++] = desk;
        }
    if (call->phone == NULL && call->desk_count > 0 && desks[0].phone_count > 0)
        call->phone = desks[0].phones[0];
}

/* Where to look the number up: the addresses given for asking, else the guides, else the
   provider's own. */
static Strings pages_of(Arena *arena, const Program *program) {
    static const LinkKind order[] = {LINK_CONTACT, LINK_GUIDE};
    const Links *links = &program->links, *its = &program->provider->links;
    const char **pages = arena_new(arena, const char *, links->count + its->count);
    size_t count = 0;
    for (size_t k = 0; count == 0 && k < COUNT_OF(order); k++)
        for (size_t i = 0; i < links->count; i++)
            if (links->at[i].kind == order[k])
                pages[count++] = links->at[i].url;
    for (size_t i = 0; count == 0 && i < its->count; i++)
        pages[count++] = its->at[i].url;
    return (Strings){pages, count};
}

/* ---- calls ---- */

/* The call that has one of these numbers already; NULL for none. */
static Call *call_for(const CallSheet *sheet, const Contacts *contacts) {
    for (size_t c = 0; c < sheet->count; c++)
        for (size_t i = 0; i < contacts->count; i++)
            for (size_t j = 0; j < contacts->at[i].phones.count; j++)
                if (contacts->at[i].phones.at[j].kind != PHONE_FAX &&
                    has_phone(&sheet->calls[c], contacts->at[i].phones.at[j].number))
                    return &sheet->calls[c];
    return NULL;
}

static void add_matter(Arena *arena, Call *call, const CallMatter *matter) {
    CallMatter *matters = arena_new(arena, CallMatter, call->matter_count + 1);
    const PlanRecord *newest;
    for (size_t i = 0; i < call->matter_count; i++)
        matters[i] = call->matters[i];
    matters[call->matter_count++] = *matter;
    call->matters = matters;
    call->logged += plan_calls(matter->item, &newest);
    if (newest != NULL && (call->last == NULL || strcmp(call->last->at, newest->at) <= 0))
        call->last = newest;
}

static void place(Arena *arena, CallSheet *sheet, const CallMatter *matter) {
    static const Contacts nobody = {0};
    const Contacts *contacts = matter->program == NULL ? &nobody : contacts_of(matter->program);
    Call *call = call_for(sheet, contacts);
    if (call == NULL) {
        call = &sheet->calls[sheet->count++];
        *call = (Call){.phone = NULL};
    }
    add_matter(arena, call, matter);
    add_desks(arena, call, contacts);
    if (call->phone == NULL && matter->program != NULL)
        call->pages = pages_of(arena, matter->program);
}

CallSheet call_sheet(Arena *arena, const Catalogue *catalogue, const Plan *plan) {
    CallMatter *matters = arena_new(arena, CallMatter, plan->count);
    CallSheet sheet = {.open = gather(catalogue, plan, matters)};
    sheet.settled = plan->count - sheet.open;
    sheet.calls = arena_new(arena, Call, sheet.open);
    for (size_t i = 0; i < sheet.open; i++)
        place(arena, &sheet, &matters[i]);
    for (size_t i = 0; i < sheet.count; i++)
        sheet.unstated += sheet.calls[i].phone == NULL ? 1 : 0;
    return sheet;
}
