/*
 * See audience.h. From the left, the longest words that stand at a place are taken and passed
 * over, so that 中小企業支援機関 names a body and not a firm, and 中小・中堅企業 both.
 */
#include "query/audience.h"

#include "base/tr.h"

typedef struct Words {
    const char *words;
    unsigned classes;
} Words;

enum {
    MICRO = 1 << AUDIENCE_MICRO,
    SMALL = 1 << AUDIENCE_SMALL,
    MIDDLE = 1 << AUDIENCE_MIDDLE,
    LARGE = 1 << AUDIENCE_LARGE,
    COMPANY = 1 << AUDIENCE_COMPANY,
    BODY = 1 << AUDIENCE_BODY,
    PEOPLE = 1 << AUDIENCE_PEOPLE,
    ANYBODY = 1 << AUDIENCE_ANYBODY,
};

static const Words table[] = {
    {"小規模事業者", MICRO},
    {"中小企業", SMALL},
    {"中小・中堅企業", SMALL | MIDDLE},
    {"中堅・中小企業", SMALL | MIDDLE},
    {"中堅企業", MIDDLE},
    {"大企業", LARGE},
    {"大手", LARGE},
    {"企業", COMPANY},
    {"中小企業支援機関", BODY},
    {"支援機関", BODY},
    {"中小企業関係団体", BODY},
    {"中小企業団体", BODY},
    {"団体", BODY},
    {"金融機関", BODY},
    {"人材", PEOPLE},
    {"管理者", PEOPLE},
    {"技術者", PEOPLE},
    {"だれでも", ANYBODY},
    {"誰でも", ANYBODY},
};

static const Words *longest_at(Str text) {
    const Words *best = NULL;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (str_starts(text, str(table[i].words)) &&
            (best == NULL || strlen(table[i].words) > strlen(best->words)))
            best = &table[i];
    return best;
}

unsigned audience_of(Str text) {
    unsigned classes = 0;
    if (text.len == 0)
        return 1u << AUDIENCE_NOT_STATED;
    while (text.len > 0) {
        const Words *found = longest_at(text);
        classes |= found == NULL ? 0 : found->classes;
        text = str_skip(text, found == NULL ? 1 : strlen(found->words));
    }
    return classes == 0 ? 1u << AUDIENCE_OTHER : classes;
}

const char *audience_label(Audience audience) {
    static const char *const labels[AUDIENCE_COUNT] = {
        [AUDIENCE_MICRO] = N_("micro firms"),
        [AUDIENCE_SMALL] = N_("SMEs"),
        /* TRANSLATORS: firms larger than small and medium ones (SMEs), not large */
        [AUDIENCE_MIDDLE] = N_("mid-sized"),
        [AUDIENCE_LARGE] = N_("large firms"),
        /* TRANSLATORS: the source says "companies" and nothing of their size */
        [AUDIENCE_COMPANY] = N_("size not given"),
        [AUDIENCE_BODY] = N_("support bodies"),
        /* TRANSLATORS: managers, engineers, key staff: who is trained */
        [AUDIENCE_PEOPLE] = N_("trainees"),
        [AUDIENCE_ANYBODY] = N_("anybody"),
        /* TRANSLATORS: whom it is for is stated, in words of no other class */
        [AUDIENCE_OTHER] = N_("others"),
        [AUDIENCE_NOT_STATED] = N_("not stated"),
    };
    return labels[audience];
}
