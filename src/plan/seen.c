/* See seen.h. FNV-1a over the facts in a fixed order, each ended by a byte no text has. */
#include "plan/seen.h"

#include "base/bug.h"
#include "base/tr.h"

#include <inttypes.h>

typedef uint64_t Hash;

static Hash hash_bytes(Hash hash, const void *bytes, size_t len) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    return (hash ^ 0xFF) * UINT64_C(0x100000001b3);
}

static Hash hash_text(Hash hash, const char *text) {
    return hash_bytes(hash, text, strlen(text));
}

/* By its digits, so that the result is the same on every machine. */
static Hash hash_number(Hash hash, int64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    return hash_text(hash, digits);
}

static Hash hash_date(Hash hash, Date date) {
    char iso[DATE_ISO_BYTES];
    date_print_iso(date, iso);
    return hash_text(hash, iso);
}

static Hash hash_rate(Hash hash, Rate rate) {
    hash = hash_number(hash, rate.kind);
    hash = hash_number(hash, rate.numerator);
    return hash_number(hash, rate.denominator);
}

static Hash hash_option(Hash hash, const CostOption *option) {
    hash = hash_text(hash, option->label);
    hash = hash_number(hash, option->amount_yen);
    hash = hash_number(hash, option->tax);
    hash = hash_text(hash, option->per);
    hash = hash_number(hash, option->from);
    hash = hash_text(hash, option->audience);
    return hash_text(hash, option->note);
}

static Hash hash_subsidy(Hash hash, const Subsidy *subsidy) {
    hash = hash_text(hash, subsidy->label);
    hash = hash_rate(hash, subsidy->rate);
    hash = hash_number(hash, subsidy->cap_yen);
    hash = hash_text(hash, subsidy->cap_per);
    hash = hash_text(hash, subsidy->scope);
    for (size_t i = 0; i < subsidy->multipliers.count; i++) {
        hash = hash_text(hash, subsidy->multipliers.at[i].label);
        hash = hash_rate(hash, subsidy->multipliers.at[i].factor);
    }
    return hash;
}

static Hash hash_finance(Hash hash, const Finance *finance) {
    hash = hash_text(hash, finance->label);
    hash = hash_number(hash, finance->kind);
    hash = hash_text(hash, finance->text);
    hash = hash_number(hash, finance->cap_yen);
    hash = hash_number(hash, finance->working_cap_yen);
    hash = hash_number(hash, finance->term_years);
    hash = hash_number(hash, finance->working_term_years);
    hash = hash_number(hash, finance->base_rate_bp);
    hash = hash_number(hash, finance->rate_cut_bp);
    return hash_date(hash, finance->rate_as_of);
}

static Hash hash_fee(Hash hash, const Program *program) {
    hash = hash_number(hash, program->cost.kind);
    hash = hash_text(hash, program->cost.text);
    for (size_t i = 0; i < program->cost.options.count; i++)
        hash = hash_option(hash, &program->cost.options.at[i]);
    for (size_t i = 0; i < program->subsidy.count; i++)
        hash = hash_subsidy(hash, &program->subsidy.at[i]);
    for (size_t i = 0; i < program->finance.count; i++)
        hash = hash_finance(hash, &program->finance.at[i]);
    return hash;
}

static Hash hash_period(Hash hash, const Program *program) {
    const Period *period = &program->period;
    hash = hash_number(hash, period->kind);
    hash = hash_text(hash, period->label);
    hash = hash_text(hash, period->text);
    hash = hash_date(hash, period->from);
    hash = hash_date(hash, period->to);
    hash = hash_text(hash, period->note);
    hash = hash_number(hash, period->relative_from_days);
    return hash_number(hash, period->relative_until_business_days);
}

static Hash hash_links(Hash hash, const Program *program) {
    for (size_t i = 0; i < program->links.count; i++) {
        const Link *link = &program->links.at[i];
        hash = hash_number(hash, link->kind);
        hash = hash_text(hash, link->label);
        hash = hash_text(hash, link->url);
        hash = hash_text(hash, link->audience);
    }
    return hash;
}

static const struct {
    const char *name, *label;
    Hash (*hash)(Hash hash, const Program *program);
} groups[] = {
    {"name", N_("name"), NULL}, /* the item keeps the name itself */
    /* TRANSLATORS: what a program costs, pays or lends */
    {"fee", N_("fee or amount"), hash_fee},
    /* TRANSLATORS: when a program takes applications */
    {"period", N_("application period"), hash_period},
    /* TRANSLATORS: web addresses */
    {"links", N_("web addresses"), hash_links},
};

static uint32_t fingerprint(size_t group, const Program *program) {
    Hash hash = groups[group].hash(UINT64_C(0xcbf29ce484222325), program);
    return (uint32_t)(hash ^ hash >> 32);
}

const char *plan_seen(Arena *arena, const Program *program) {
    const char *text = "";
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        if (groups[i].hash != NULL)
            text = arena_printf(arena, "%s%s%s=%08" PRIx32, text, is_absent(text) ? "" : " ",
                                groups[i].name, fingerprint(i, program));
    return text;
}

/* The value of "NAME=value" in words parted by blanks; empty when there is none. */
static Str value_of(const char *seen, const char *name) {
    Str rest = str(seen), wanted = str(name);
    while (rest.len > 0) {
        const char *end = memchr(rest.at, ' ', rest.len);
        Str word = end == NULL ? rest : str_n(rest.at, (size_t)(end - rest.at));
        if (str_starts(word, wanted) && word.len > wanted.len && word.at[wanted.len] == '=')
            return str_skip(word, wanted.len + 1);
        rest = str_skip(rest, word.len + 1);
    }
    return str_n("", 0);
}

static bool differs(size_t group, const PlanItem *item, const Program *program) {
    if (groups[group].hash == NULL)
        return !is_absent(item->fields[PLAN_NAME]) &&
               strcmp(item->fields[PLAN_NAME], program->name) != 0;
    char now[16];
    snprintf(now, sizeof now, "%08" PRIx32, fingerprint(group, program));
    Str then = value_of(item->fields[PLAN_SEEN], groups[group].name);
    return then.len > 0 && !str_equal(then, str(now));
}

Strings plan_item_changes(Arena *arena, const PlanItem *item, const Program *program) {
    const char **names = arena_new(arena, const char *, COUNT_OF(groups));
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        if (differs(i, item, program))
            names[count++] = groups[i].name;
    return (Strings){names, count};
}

const char *plan_seen_label(const char *group) {
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        if (strcmp(groups[i].name, group) == 0)
            return tr(groups[i].label);
    BUG("no such group of facts");
}
