/*
 * One pass from the front, which remembers where the run it is in began. A run ends where
 * the script changes; blanks end none, but what follows them is a new one.
 */
#include "text/word.h"

#include "text/cluster.h"
#include "text/cluster_rules.h"

#include <unictype.h>

typedef enum Script { BLANK, KANJI, HIRAGANA, KATAKANA, LETTERS, SIGNS } Script;

static bool is_script(const uc_script_t *script, const char *name) {
    return script != NULL && strcmp(script->name, name) == 0;
}

/* ー and ﾞ go with the kana before them. */
static bool lengthens(uint32_t rune) {
    return rune == 0x30FC || rune == 0xFF70 || rune_is_half_mark(rune);
}

static Script script_of(uint32_t rune, Script before) {
    const uc_script_t *script = uc_script(rune);
    if (uc_is_property_white_space(rune))
        return BLANK;
    if (lengthens(rune))
        return before == HIRAGANA ? HIRAGANA : KATAKANA;
    if (is_script(script, "Han"))
        return KANJI;
    if (is_script(script, "Hiragana"))
        return HIRAGANA;
    if (is_script(script, "Katakana"))
        return KATAKANA;
    uint32_t letters = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N;
    return rune == '_' || uc_is_general_category_withtable(rune, letters) ? LETTERS : SIGNS;
}

size_t text_last_word(Str line) {
    size_t start = 0;
    Script run = BLANK, before = BLANK;
    for (size_t at = 0; at < line.len; at += text_cluster(str_skip(line, at))) {
        uint32_t rune;
        text_decode(str_skip(line, at), &rune);
        Script script = script_of(rune, before);
        if (script != BLANK && run != BLANK && (script != run || before == BLANK))
            start = at;
        run = script == BLANK ? run : script;
        before = script;
    }
    return line.len - start;
}
