/*
 * See audience.h. From the left, the longest words that stand at a place are taken and passed
 * over, so that 中小企業支援機関 names a body and not a firm, and 中小・中堅企業 both.
 */
#include "query/audience.h"

#include "base/tr.h"
#include "text/width.h"

typedef struct Words {
    Str words;
    unsigned classes;
} Words;

#define WORDS(text, classes)                                                                       \
    { {text, sizeof(text) - 1}, classes }

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
    WORDS("小規模事業者", MICRO),
    WORDS("中小企業", SMALL),
    WORDS("中小・中堅企業", SMALL | MIDDLE),
    WORDS("中堅・中小企業", SMALL | MIDDLE),
    WORDS("中堅企業", MIDDLE),
    WORDS("大企業", LARGE),
    WORDS("大手", LARGE),
    WORDS("企業", COMPANY),
    WORDS("中小企業支援機関", BODY),
    WORDS("支援機関", BODY),
    WORDS("中小企業関係団体", BODY),
    WORDS("中小企業団体", BODY),
    WORDS("団体", BODY),
    WORDS("金融機関", BODY),
    WORDS("人材", PEOPLE),
    WORDS("管理者", PEOPLE),
    WORDS("技術者", PEOPLE),
    WORDS("だれでも", ANYBODY),
    WORDS("誰でも", ANYBODY),
};

static const Words *longest_at(Str text) {
    const Words *best = NULL;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (str_starts(text, table[i].words) &&
            (best == NULL || table[i].words.len > best->words.len))
            best = &table[i];
    return best;
}

unsigned audience_of(Str text) {
    unsigned classes = 0;
    uint32_t rune;
    if (text.len == 0)
        return 1u << AUDIENCE_NOT_STATED;
    while (text.len > 0) {
        const Words *found = longest_at(text);
        classes |= found == NULL ? 0 : found->classes;
        text = str_skip(text, found == NULL ? text_decode(text, &rune) : found->words.len);
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
