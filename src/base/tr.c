/*
 * Looks messages up in a compiled GNU message catalogue (.mo). The format: a magic number,
 * then two tables of (length, offset) pairs, originals sorted by bytes and translations in
 * the same order (GNU gettext manual, "The Format of GNU MO Files"). Binary search over the
 * originals; nothing is copied. The catalogue is made by msgfmt at build time for this
 * machine, so its byte order is ours.
 */
#include "base/tr.h"

#include "base/bug.h"

#include <stdint.h>

extern const unsigned char tr_ja_mo[];
extern const size_t tr_ja_mo_bytes;

/* Process-wide on purpose; see tr.h. */
static Lang current = LANG_JA;

void tr_use(Lang lang) {
    current = lang;
}

Lang tr_lang(void) {
    return current;
}

bool tr_parse(const char *text, Lang *out) {
    if (strcmp(text, "ja") != 0 && strcmp(text, "en") != 0)
        return false;
    *out = text[0] == 'j' ? LANG_JA : LANG_EN;
    return true;
}

static bool names_language(const char *value, const char *language) {
    return value != NULL && strncmp(value, language, 2) == 0 &&
           (value[2] == '\0' || strchr("_.@:-", value[2]) != NULL);
}

Lang tr_from_environment(const char *language, const char *lc_all, const char *lc_messages,
                         const char *lang) {
    const char *in_order[] = {language, lc_all, lc_messages, lang};
    for (size_t i = 0; i < COUNT_OF(in_order); i++) {
        if (in_order[i] == NULL || in_order[i][0] == '\0')
            continue;
        return names_language(in_order[i], "en") ? LANG_EN : LANG_JA;
    }
    return LANG_JA;
}

static uint32_t word_at(size_t offset) {
    uint32_t word;
    memcpy(&word, tr_ja_mo + offset, sizeof word);
    return word;
}

/* The i-th string of the table at `table`. */
static const char *string_at(uint32_t table, uint32_t i) {
    return (const char *)tr_ja_mo + word_at(table + i * 8 + 4);
}

static const char *look_up(const char *key) {
    if (tr_ja_mo_bytes < 28 || word_at(0) != 0x950412DEu)
        BUG("the embedded message catalogue is not one");
    uint32_t low = 0, high = word_at(8), originals = word_at(12), translations = word_at(16);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(key, string_at(originals, middle));
        if (order == 0)
            return string_at(translations, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *tr(const char *msgid) {
    if (current == LANG_EN || msgid[0] == '\0')
        return msgid;
    const char *found = look_up(msgid);
    return found != NULL ? found : msgid;
}

const char *tr_context(const char *context, const char *msgid) {
    if (current == LANG_EN)
        return msgid;
    char key[256];
    int length = snprintf(key, sizeof key, "%s\004%s", context, msgid);
    if (length < 0 || (size_t)length >= sizeof key)
        BUG("a message with context is too long");
    const char *found = look_up(key);
    return found != NULL ? found : msgid;
}

/* A plural entry's key in the file is "one\0many"; comparing with strcmp sees "one". */
const char *tr_plural(const char *one, const char *many, long count) {
    if (current == LANG_JA) {
        const char *found = look_up(one);
        if (found != NULL)
            return found; /* Japanese has one form, the first */
    }
    return count == 1 ? one : many;
}
