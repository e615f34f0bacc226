/* The names of the fields; one row for each. */
#include "query/search.h"

#include "base/tr.h"

static const struct {
    const char *name;
    const char *label; /* msgid */
} fields[SEARCH_FIELD_COUNT] = {
    [SEARCH_NAME] = {"name", N_("Name")},
    /* TRANSLATORS: where a search found a word: another name of a program */
    [SEARCH_ALIAS] = {"alias", N_("Other name")},
    /* TRANSLATORS: where a search found a word: how a name is read, in kana */
    [SEARCH_READING] = {"reading", N_("Reading")},
    [SEARCH_ID] = {"id", N_("ID")},
    [SEARCH_PROVIDER] = {"provider", N_("Provider")},
    /* TRANSLATORS: where a search found a word: what a company wants to do, as in "attend a
       seminar" */
    [SEARCH_NEED] = {"need", N_("Need")},
    [SEARCH_SUMMARY] = {"summary", N_("Summary")},
    [SEARCH_NOTE] = {"note", N_("Note")},
    [SEARCH_PLACE] = {"place", N_("Places")},
    [SEARCH_CASE] = {"case", N_("Cases")},
    /* TRANSLATORS: where a search found a word: an exhibition or seminar */
    [SEARCH_EVENT] = {"event", N_("Event")},
    [SEARCH_AUDIENCE] = {"audience", N_("Audience")},
    [SEARCH_REQUIREMENT] = {"requirement", N_("Conditions")},
    [SEARCH_COST] = {"cost", N_("Cost")},
    /* TRANSLATORS: where a search found a word: what is paid or lent */
    [SEARCH_FINANCE] = {"finance", N_("Subsidy or loan")},
    [SEARCH_PERIOD] = {"period", N_("Period")},
    [SEARCH_PROCESS] = {"process", N_("How it goes")},
    [SEARCH_DOCUMENT] = {"document", N_("Documents")},
    /* TRANSLATORS: where a search found a word: a table on the card */
    [SEARCH_TABLE] = {"table", N_("Table")},
    [SEARCH_FACT] = {"fact", N_("Good to know")},
    [SEARCH_STEP] = {"step", N_("Step")},
    /* TRANSLATORS: where a search found a word: the description on the card */
    [SEARCH_BODY] = {"body", N_("Description")},
    [SEARCH_CONTACT] = {"contact", N_("Contact")},
    /* TRANSLATORS: where a search found a word: a web address */
    [SEARCH_LINK] = {"link", N_("Address")},
};

const char *search_field_name(SearchField field) {
    return fields[field].name;
}

const char *search_field_label(SearchField field) {
    return tr(fields[field].label);
}
