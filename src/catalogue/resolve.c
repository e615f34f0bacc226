/*
 * Names become pointers once all files are read. A place names its country in any form; the
 * written form decides, and only when it is unknown are search keys compared (all countries'
 * keys are made then, once).
 */
#include "catalogue/schema.h"

#include "base/tr.h"
#include "text/key.h"

void ref_add(Reading *reading, const YamlNode *node, Space space, void *target) {
    Ref *ref = arena_new(reading->scratch, Ref, 1);
    *ref = (Ref){node, reading->file, space, target, reading->owner, NULL};
    if (reading->refs_end == NULL)
        reading->refs_end = &reading->refs;
    *reading->refs_end = ref;
    reading->refs_end = &ref->next;
}

static void enter_country_keys(Reading *reading) {
    size_t count = reading->index.count;
    for (size_t i = 0; i < count; i++) {
        IndexEntry entry = reading->index.entries[i];
        if (entry.space != SPACE_COUNTRY_NAME)
            continue;
        entry.space = SPACE_COUNTRY_KEY;
        entry.name = text_key(reading->scratch, str(entry.name)).at;
        index_add(&reading->index, entry);
    }
}

static const IndexEntry *find_country(Reading *reading, const char *name) {
    const IndexEntry *found = index_find(&reading->index, SPACE_COUNTRY_NAME, name);
    if (found != NULL)
        return found;
    if (!reading->has_country_keys)
        enter_country_keys(reading);
    reading->has_country_keys = true;
    return index_find(&reading->index, SPACE_COUNTRY_KEY, text_key(reading->scratch, str(name)).at);
}

static const char *kind_of(Space space) {
    switch (space) {
    case SPACE_NEED:
        return _("need");
    case SPACE_PROVIDER:
        return _("provider");
    case SPACE_COUNTRY_NAME:
        return _("country");
    case SPACE_CASE:
        return _("case");
    default:
        return _("program");
    }
}

static void report_dangling(Reading *reading, const Ref *ref) {
    if (problems_are_full(reading->problems)) {
        reading->problems->dropped++;
        return;
    }
    Strings right = index_names(&reading->index, ref->space, reading->scratch);
    /* TRANSLATORS: the first word is "program", "provider", "need", "country" or "case" */
    reading_problem_of(reading, ref->node, str(ref->node->text), right, _("there is no %s '%s'"),
                       kind_of(ref->space), reading_quote(reading, ref->node));
}

static void resolve(Reading *reading, const Ref *ref) {
    const IndexEntry *found = ref->space == SPACE_COUNTRY_NAME
                                  ? find_country(reading, ref->node->text)
                                  : index_find(&reading->index, ref->space, ref->node->text);
    reading->file = ref->file;
    if (found == NULL)
        report_dangling(reading, ref);
    else if (found->record == ref->owner)
        reading_problem(reading, ref->node, _("'%s' names itself"), ref->node->text);
    else if (ref->target != NULL)
        memcpy(ref->target, &found->record, sizeof found->record);
}

void refs_resolve(Reading *reading) {
    for (const Ref *ref = reading->refs; ref != NULL; ref = ref->next) {
        if (problems_are_full(reading->problems))
            return;
        resolve(reading, ref);
    }
}
