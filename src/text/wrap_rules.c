/*
 * The rules are passes over one array of code points; each pass only changes the gaps it
 * is about. Order: clusters, UAX #14, words, marks, numbers.
 */
#include "text/wrap_rules.h"

#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"

#include <unilbrk.h>

static bool is_one_of(uint32_t rune, const char *set) {
    bool stray = false;
    uint32_t other = 0;
    for (size_t at = 0, len = strlen(set); at < len;) {
        at += utf8_next(set + at, len - at, &other, &stray);
        if (other == rune)
            return true;
    }
    return false;
}

bool rune_is_closing(uint32_t rune) {
    switch (rune) {
    case '!':
    case ')':
    case ',':
    case '.':
    case ':':
    case ';':
    case '?':
    case ']':
    case '}':
    case U'’':
    case U'”':
    case U'‥':
    case U'…':
    case U'、':
    case U'。':
    case U'〉':
    case U'》':
    case U'」':
    case U'』':
    case U'】':
    case U'〕':
    case U'・':
    case U'！':
    case U'）':
    case U'，':
    case U'．':
    case U'：':
    case U'；':
    case U'？':
    case U'］':
    case U'｝':
    case U'｡':
    case U'｣':
    case U'､':
    case U'･':
        return true;
    default:
        return false;
    }
}

static bool is_small_kana(uint32_t rune) {
    switch (rune) {
    case U'ぁ':
    case U'ぃ':
    case U'ぅ':
    case U'ぇ':
    case U'ぉ':
    case U'っ':
    case U'ゃ':
    case U'ゅ':
    case U'ょ':
    case U'ゎ':
    case U'ゕ':
    case U'ゖ':
    case U'ァ':
    case U'ィ':
    case U'ゥ':
    case U'ェ':
    case U'ォ':
    case U'ッ':
    case U'ャ':
    case U'ュ':
    case U'ョ':
    case U'ヮ':
    case U'ヵ':
    case U'ヶ':
        return true;
    default:
        return (rune >= U'ㇰ' && rune <= U'ㇿ') || (rune >= U'ｧ' && rune <= U'ｰ');
    }
}

/* Not only what UAX #14 keeps off the start of a line: also where a blank is before it. */
static bool starts_no_line(uint32_t rune) {
    switch (rune) {
    case U'ー':
    case U'々':
    case U'〻':
    case U'ゝ':
    case U'ゞ':
    case U'ヽ':
    case U'ヾ':
    case U'゛':
    case U'゜':
    case U'ﾞ':
    case U'ﾟ':
    case U'〜':
    case U'～':
    case U'／':
    case U'％':
    case U'‰':
    case U'℃':
        return true;
    default:
        return is_small_kana(rune) || (rune >= 0x80 && rune_is_closing(rune));
    }
}

static bool ends_no_line(uint32_t rune) {
    switch (rune) {
    case '(':
    case '[':
    case '{':
    case U'‘':
    case U'“':
    case U'〈':
    case U'《':
    case U'「':
    case U'『':
    case U'【':
    case U'〔':
    case U'＃':
    case U'＄':
    case U'（':
    case U'［':
    case U'｛':
    case U'｢':
    case U'¥':
    case U'￥':
        return true;
    default:
        return false;
    }
}

static bool is_digit(uint32_t rune) {
    return (rune >= '0' && rune <= '9') || (rune >= 0xFF10 && rune <= 0xFF19);
}

/* ASCII and full-width letters and digits. */
static bool is_word(uint32_t rune) {
    uint32_t ascii = rune >= 0xFF01 && rune <= 0xFF5E ? rune - 0xFEE0 : rune;
    return is_digit(ascii) || (ascii >= 'A' && ascii <= 'Z') || (ascii >= 'a' && ascii <= 'z');
}

static bool is_graphic_ascii(uint32_t rune) {
    return rune > ' ' && rune < 0x7F;
}

/* Keeps together what stood apart; clusters and ugly places stay what they are. */
static void hold(ParaRune *rune) {
    if (rune->gap > BREAK_SPLIT)
        rune->gap = BREAK_SPLIT;
}

static void hold_all(ParaRune *runes, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        hold(&runes[i]);
}

static void soften(ParaRune *rune) {
    if (rune->gap >= BREAK_SPLIT)
        rune->gap = BREAK_SOFT;
}

static void mark_clusters(Paragraph *paragraph, Str text, Ambiguous ambiguous) {
    ParaRune *rune = paragraph->runes;
    int cells = 0;
    for (size_t at = 0, next = 0; at < text.len; rune++) {
        bool starts = at == next;
        if (starts)
            next += text_cluster(str_skip(text, at));
        *rune = (ParaRune){.cells = cells, .at = at, .gap = starts ? BREAK_SPLIT : BREAK_NEVER};
        at += text_decode(str_skip(text, at), &rune->rune);
        cells += MAX_OF(text_rune_width(rune->rune, ambiguous), 0);
    }
    *rune = (ParaRune){.cells = cells, .at = text.len, .gap = BREAK_FREE};
    paragraph->count = (size_t)(rune - paragraph->runes);
}

/*
 * The encoding tells libunistring to treat ambiguous characters (①, ※, →) as ideographs,
 * as Japanese setting does whatever their width. Stray bytes are not for it.
 */
static void mark_opportunities(Paragraph *paragraph, Arena *arena, Str text) {
    char *found = arena_alloc(arena, text.len + 1);
    bool valid = text_is_utf8(text);
    if (valid)
        u8_possible_linebreaks((const uint8_t *)text.at, text.len, "EUC-JP", found);
    for (size_t i = 1; i < paragraph->count; i++) {
        ParaRune *rune = &paragraph->runes[i];
        bool possible = valid ? found[rune->at] == UC_BREAK_POSSIBLE : rune_hangs(rune[-1].rune);
        if (possible && rune->gap != BREAK_NEVER && !rune_hangs(rune->rune))
            rune->gap = BREAK_FREE;
    }
}

/* Words, addresses, phone numbers: whole while they can be, then broken after a sign. */
static void mark_words(Paragraph *paragraph) {
    for (size_t i = 1; i < paragraph->count; i++) {
        ParaRune *rune = &paragraph->runes[i];
        uint32_t before = rune[-1].rune;
        if (is_word(before) && is_word(rune->rune)) {
            hold(rune);
        } else if (is_graphic_ascii(before) && is_graphic_ascii(rune->rune)) {
            bool sign = is_one_of(before, "/-?&.=") && !is_one_of(rune->rune, "/).,;:!?]}");
            if (sign || rune->gap == BREAK_FREE)
                soften(rune);
        }
    }
}

static void mark_ugly(Paragraph *paragraph) {
    for (size_t i = 1; i < paragraph->count; i++) {
        ParaRune *rune = &paragraph->runes[i];
        bool ugly = starts_no_line(rune->rune) || ends_no_line(rune[-1].rune) ||
                    (rune_is_closing(rune->rune) && !rune_hangs(rune[-1].rune));
        if (ugly && rune->gap != BREAK_NEVER)
            rune->gap = BREAK_UGLY;
    }
}

static bool joins_digits(uint32_t rune) {
    return is_one_of(rune, ",./:-~，．／：－‐–〜～");
}

/* Past the digits at i and the marks between digits. */
static size_t skip_digits(ParaRune *runes, size_t i) {
    for (size_t start = i;; i++) {
        bool joint = i > start && joins_digits(runes[i].rune) && is_digit(runes[i + 1].rune);
        if (!is_digit(runes[i].rune) && !joint)
            return i;
        if (i > start)
            hold(&runes[i]);
        if (i > start && is_one_of(runes[i - 1].rune, "/-／－‐–〜～"))
            soften(&runes[i]);
    }
}

static bool is_scale(uint32_t rune) {
    return is_one_of(rune, "十百千万億兆");
}

/* Code points of the unit at i; 0 for none. Longer names stand before their beginnings. */
static size_t unit_at(const ParaRune *runes, size_t i, Str text) {
    static const char *const units[] = {
        "ページ", "ユーロ", "時間", "週間", "年度", "番目", "世帯", "種類", "段階", "都市", "拠点",
        "機関",   "団体",   "地域", "ドル", "円",   "年",   "月",   "日",   "週",   "社",   "室",
        "回",     "件",     "名",   "人",   "者",   "時",   "分",   "秒",   "倍",   "歳",   "才",
        "号",     "条",     "項",   "章",   "節",   "頁",   "台",   "本",   "枚",   "部",   "冊",
        "点",     "位",     "番",   "次",   "期",   "度",   "代",   "級",   "階",   "校",   "店",
        "県",     "国",     "割",   "元",   "坪",   "組",   "席",   "戸",   "棟",   "票",   "品",
        "口",     "％",     "%",    "‰",    "℃",    "㎡",   "km",   "kg",
    };
    if (is_one_of(runes[i].rune, "ヶか箇カヵケｹ") && is_one_of(runes[i + 1].rune, "月国所年条"))
        return 2;
    for (size_t u = 0; u < COUNT_OF(units); u++) {
        if (!str_starts(str_skip(text, runes[i].at), str(units[u])))
            continue;
        size_t end = i;
        while (runes[end].at < runes[i].at + strlen(units[u]))
            end++;
        return end - i;
    }
    return 0;
}

/* Past the units after a number at i, and further numbers as in 7億2,000万円. */
static size_t skip_units(ParaRune *runes, size_t i, Str text) {
    for (;;) {
        if (is_scale(runes[i].rune)) {
            hold(&runes[i++]);
            if (is_digit(runes[i].rune)) {
                soften(&runes[i]);
                i = skip_digits(runes, i);
            }
            continue;
        }
        size_t length = unit_at(runes, i, text);
        hold_all(runes, i, i + length);
        i += length;
        if (length == 0 || !is_one_of(runes[i].rune, "目間半台"))
            return i;
        hold(&runes[i]);
        return i + 1;
    }
}

/* 10,800円(税込), 14日（水）, 03-1234-5678(代): a short remark stays with its number. */
static void hold_remark(ParaRune *runes, size_t open) {
    enum { SHORT = 2, SHORT_TAX = 4 };
    if (!is_one_of(runes[open].rune, "(（[［"))
        return;
    size_t most = runes[open + 1].rune == 0x7A0E /* 税 */ ? SHORT_TAX : SHORT;
    for (size_t i = open + 1; i <= open + 1 + most && runes[i].rune != 0; i++) {
        if (!is_one_of(runes[i].rune, ")）]］"))
            continue;
        soften(&runes[open]);
        hold_all(runes, open + 1, i + 1);
        return;
    }
}

/* 約, 第, ¥ and the names of eras belong to the number after them. */
static void hold_prefix(ParaRune *runes, size_t i) {
    static const char *const eras[] = {"平成", "令和", "昭和", "大正", "明治"};
    for (size_t k = i; k > 0 && is_one_of(runes[k - 1].rune, "約第全計¥￥$＄€£+＋±－−▲△#＃"); k--)
        hold(&runes[k]);
    for (size_t e = 0; i >= 2 && e < COUNT_OF(eras); e++) {
        if (is_one_of(runes[i - 2].rune, eras[e]) && is_one_of(runes[i - 1].rune, eras[e]) &&
            runes[i - 2].rune != runes[i - 1].rune)
            hold_all(runes, i - 1, i + 1);
    }
}

static void mark_numbers(Paragraph *paragraph, Str text) {
    ParaRune *runes = paragraph->runes;
    for (size_t i = 0; i < paragraph->count;) {
        bool some = runes[i].rune == 0x6570 /* 数, as in 数万円 */;
        if (!some && !is_digit(runes[i].rune)) {
            i++;
            continue;
        }
        hold_prefix(runes, i);
        i = some ? i + 1 : skip_digits(runes, i);
        i = skip_units(runes, i, text);
        hold_remark(runes, i);
    }
}

Paragraph paragraph_read(Arena *arena, Str text, Ambiguous ambiguous) {
    Paragraph paragraph = {.runes = arena_new(arena, ParaRune, text.len + 1)};
    mark_clusters(&paragraph, text, ambiguous);
    mark_opportunities(&paragraph, arena, text);
    mark_words(&paragraph);
    mark_ugly(&paragraph);
    mark_numbers(&paragraph, text);
    return paragraph;
}
