/* One table per enumeration; see names.h. */
#include "catalogue/names.h"

#include "base/bug.h"
#include "base/tr.h"

/* Defines NAME from the two lists, which must both have COUNT entries. */
#define ENUM_NAMES(NAME, COUNT, NAMES, LABELS)                                                     \
    _Static_assert(COUNT_OF(NAMES) == (COUNT) && COUNT_OF(LABELS) == (COUNT), #NAME);              \
    const EnumNames NAME = {NAMES, LABELS, (COUNT)}

static const char *const program_kinds[] = {
    [KIND_INFORMATION] = "information",
    [KIND_CONSULTATION] = "consultation",
    [KIND_SEMINAR] = "seminar",
    [KIND_MATCHING] = "matching",
    [KIND_EXHIBITION] = "exhibition",
    [KIND_SUBSIDY] = "subsidy",
    [KIND_LOAN] = "loan",
    [KIND_GUARANTEE] = "guarantee",
    [KIND_INSURANCE] = "insurance",
    [KIND_TRAINING] = "training",
    [KIND_RESEARCH] = "research",
    [KIND_APPOINTMENT] = "appointment",
    [KIND_OFFICE] = "office",
    [KIND_REFERRAL] = "referral",
    [KIND_NETWORK] = "network",
    [KIND_CASEBOOK] = "casebook",
};
static const char *const program_kind_labels[] = {
    [KIND_INFORMATION] = N_("information"),
    [KIND_CONSULTATION] = N_("consultation"),
    [KIND_SEMINAR] = N_("seminar"),
    /* TRANSLATORS: a meeting that brings sellers and buyers together */
    [KIND_MATCHING] = N_("business matching"),
    [KIND_EXHIBITION] = N_("exhibition"),
    [KIND_SUBSIDY] = N_("subsidy"),
    [KIND_LOAN] = N_("loan"),
    [KIND_GUARANTEE] = N_("guarantee"),
    [KIND_INSURANCE] = N_("insurance"),
    [KIND_TRAINING] = N_("training"),
    [KIND_RESEARCH] = N_("research"),
    /* TRANSLATORS: meetings abroad are arranged for a fee */
    [KIND_APPOINTMENT] = N_("appointments made"),
    /* TRANSLATORS: rooms abroad */
    [KIND_OFFICE] = N_("office space"),
    [KIND_REFERRAL] = N_("referral to a specialist"),
    [KIND_NETWORK] = N_("network of bodies"),
    [KIND_CASEBOOK] = N_("casebook"),
};
ENUM_NAMES(program_kind_names, KIND_COUNT, program_kinds, program_kind_labels);

static const char *const cost_kinds[] = {"free", "paid", "subsidy", "not_stated"};
static const char *const cost_kind_labels[] = {
    N_("free"),
    /* TRANSLATORS: the user pays a fee */
    N_("paid"),
    /* TRANSLATORS: the provider bears a part of the user's cost */
    N_("subsidised"),
    N_("not stated"),
};
ENUM_NAMES(cost_kind_names, COST_COUNT, cost_kinds, cost_kind_labels);

static const char *const taxes[] = {"included", "excluded", "not_stated"};
static const char *const tax_labels[] = {N_("tax included"), N_("tax excluded"),
                                         N_("tax not stated")};
ENUM_NAMES(tax_names, TAX_COUNT, taxes, tax_labels);

static const char *const period_kinds[] = {"always", "closed", "range", "see_site", "not_stated"};
static const char *const period_kind_labels[] = {
    N_("any time"), N_("closed"), N_("fixed dates"), N_("see the web site"), N_("not stated"),
};
ENUM_NAMES(period_kind_names, PERIOD_KIND_COUNT, period_kinds, period_kind_labels);

static const char *const period_states[] = {"always", "open", "upcoming", "closed", "unknown"};
static const char *const period_state_labels[] = {
    N_("any time"),
    /* TRANSLATORS: takes applications now, until a date */
    N_("open now"),
    N_("opens later"),
    N_("closed"),
    N_("not known"),
};
ENUM_NAMES(period_state_names, STATE_COUNT, period_states, period_state_labels);

static const char *const phone_kinds[] = {"voice", "fax", "freedial", "navidial"};
static const char *const phone_kind_labels[] = {N_("telephone"), N_("fax"), N_("free call"),
                                                N_("Navi-Dial (caller pays)")};
ENUM_NAMES(phone_kind_names, PHONE_KIND_COUNT, phone_kinds, phone_kind_labels);

static const char *const link_kinds[] = {"guide", "faq", "contact", "related"};
static const char *const link_kind_labels[] = {
    /* TRANSLATORS: the web page that describes the program */
    N_("guide"),
    N_("questions and answers"),
    N_("where to ask"),
    N_("related page"),
};
ENUM_NAMES(link_kind_names, LINK_KIND_COUNT, link_kinds, link_kind_labels);

static const char *const finance_kinds[] = {"loan", "guarantee", "standby_credit", "exchange",
                                            "insurance"};
static const char *const finance_kind_labels[] = {
    N_("loan"),      N_("guarantee"), N_("standby letter of credit"), N_("foreign exchange"),
    N_("insurance"),
};
ENUM_NAMES(finance_kind_names, FINANCE_KIND_COUNT, finance_kinds, finance_kind_labels);

static const char *const attributions[] = {"explicit", "by_address", "by_meaning"};
/* TRANSLATORS: the next three say how a fact was matched to its program */
static const char *const attribution_labels[] = {
    N_("stands with the title"), N_("matched by its web address"), N_("matched by its meaning")};
ENUM_NAMES(attribution_names, ATTRIBUTION_COUNT, attributions, attribution_labels);

static const char *const event_kinds[] = {"seminar", "exhibition"};
static const char *const event_kind_labels[] = {N_("seminar"), N_("exhibition")};
ENUM_NAMES(event_kind_names, OCCASION_KIND_COUNT, event_kinds, event_kind_labels);

static const char *const figure_kinds[] = {"chart", "text", "grades", "table"};
static const char *const figure_kind_labels[] = {N_("chart"), N_("text"), N_("risk grades"),
                                                 N_("table")};
ENUM_NAMES(figure_kind_names, FIGURE_KIND_COUNT, figure_kinds, figure_kind_labels);

static const char *const place_roles[] = {"adviser", "platform", "support_centre",
                                          "office",  "library",  "example",
                                          "member",  "market",   "venue"};
static const char *const place_role_labels[] = {
    /* TRANSLATORS: what a program has in a city abroad */
    N_("adviser"),
    N_("platform site"),
    N_("support centre"),
    N_("office"),
    N_("library"),
    /* TRANSLATORS: a place the source names as an example */
    N_("example"),
    N_("member"),
    N_("market"),
    /* TRANSLATORS: something took place there */
    N_("venue"),
};
ENUM_NAMES(place_role_names, 9, place_roles, place_role_labels);

static void hold_in_table(const EnumNames *names, int value) {
    if (value < 0 || value >= names->count)
        BUG("a value outside its enumeration");
}

const char *enum_name(const EnumNames *names, int value) {
    hold_in_table(names, value);
    return names->names[value];
}

const char *enum_label(const EnumNames *names, int value) {
    hold_in_table(names, value);
    return tr(names->labels[value]);
}

int enum_find(const EnumNames *names, const char *name) {
    for (int i = 0; i < names->count; i++)
        if (strcmp(names->names[i], name) == 0)
            return i;
    return -1;
}

Strings enum_all(const EnumNames *names) {
    return (Strings){names->names, (size_t)names->count};
}
