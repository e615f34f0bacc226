/* Texts that break programs, and random ones from a fixed seed. */
#ifndef KAIRO_TEST_NASTY_H
#define KAIRO_TEST_NASTY_H

#include "base/arena.h"
#include "text/width.h"

#include <stdint.h>

static const char *const nasty[] = {
    "",
    " ",
    "　",
    "a",
    "あ",
    "、",
    "。。。。。。。。。。。。",
    "ーーーーーーーーーーーーーー",
    "（（（（（（（（（（あ））））））））））",
    "「『【〔〈《あ》〉〕】』」、。・：；？！",
    "海外展開を考えている中小企業に、専門家が「計画づくり」から手伝います。",
    "きっとちょっとシャッターがキャッシュになって、ずっと待っていました。人々が時々集まる。",
    "補助率２／３、上限140万円。１ユニット10,800円（税込、中小企業の場合）～",
    "補助上限額500万円、1,000万円又は2,000万円（海外展開に取り組む場合は100万円）",
    "７億２，０００万円（うち運転資金　２億５，０００万円）、34.8億円（前年度比＋18.0億円）",
    "平日9:00～17:00 電話03-1234-5678(代) FAX 045-330-1818、0120-95-3375",
    "http://www.chusho.meti.go.jp/keiei/kokusai/2015/150616kaigai.html?x=1&y=2#top をご覧ください",
    "ご案内：https://www.jetro.go.jp/services/export.html、または info@example.or.jp へ。",
    "平成28年12月14日（水）から2017年1月27日(金)まで、第27回 3ヶ月 約10社 全40件 年1.30％",
    "ABC company limited (JETRO) and the 新輸出大国コンソーシアム, J-GoodTech; BtoB/BtoC.",
    "ｼﾞｪﾄﾛ ﾊﾟｰﾄﾅｰ ｶﾞﾞﾞ ﾞﾟ カﾞ",
    "か\xE3\x82\x99き\xE3\x82\x9Aは\xE3\x82\x9A\xCC\x81\xCC\x82\xCC\x83",
    "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84 z\xCC\xB6\xCC\xB7\xCC\xB8\xCC\xB9",
    "\xCC\x81 begins with a mark",
    "①②③※→○■…─━é±×÷αЖ ①資金 ※注意",
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 家族",
    "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5\xF0\x9F\x87\xBB 国旗 \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD "
    "1\xEF\xB8\x8F\xE2\x83\xA3",
    "\xE2\x9D\xA4\xEF\xB8\x8F 葛\xF3\xA0\x84\x80城 "
    "\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF",
    "\x1B[31m赤\x1B]0;title\x07 \xC2\x9B"
    "2J \xC2\x9D"
    "8;; \x7F \r\n\t\v",
    "\xE2\x80\xAEreversed\xE2\x80\xAC \xE2\x81\xA6isolate\xE2\x81\xA9 "
    "\xE2\x80\x8Bzero\xE2\x80\x8D\xEF\xBB\xBF soft\xC2\xADhyphen",
    "\xFF\xFE stray \xC0\xAF \xED\xA0\x80 \xF4\x90\x80\x80 \xE3\x81",
    "한국어 \xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8 \xE1\x84\x80\xE1\x84\x80\xE1\x84\x80",
    "ไทยภาษา ก\xE0\xB8\xB3 हिन्दी क\xE0\xA4\xBE עברית العربية",
    "a                              b",
    "あ　　　　　　　　　　　　　　い 、う",
    "   indented   and   spaced   out   ",
    "supercalifragilisticexpialidocious",
    "１２３４５６７８９０１２３４５６７８９０円",
    "改行\n\nあり\n最後は一文字だけ残るよ\n",
    "これは最後に一文字が残りそうな文です。",
    "「あ」「い」「う」「え」「お」「か」「き」「く」",
    "あ〜い～う…え――お‥か々き〻く",
};
enum { NASTY_COUNT = sizeof nasty / sizeof *nasty };

/* A small generator (xorshift); the seed makes a run repeatable. */
static inline uint32_t next_random(uint32_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* Code points that like to interact, arbitrary ones, and now and then a stray byte. */
static inline Str random_text(Arena *arena, uint32_t *seed, size_t most) {
    static const uint32_t liked[] = {
        'a',    'Z',    ' ',     '1',     ',',     '.',    '/',     '-',    '(',    ')',
        '\n',   '\t',   0x1B,    0x9B,    0xAD,    0x301,  0x302,   0x323,  0x345,  0x3042,
        0x304B, 0x30AB, 0x3099,  0x309A,  0x3001,  0x3002, 0x300C,  0x300D, 0x30FC, 0x3063,
        0x3005, 0x4E07, 0x5186,  0xFF76,  0xFF9E,  0xFF9F, 0xFF11,  0xFF0F, 0x200B, 0x200D,
        0x202E, 0xFE0F, 0x1F1E6, 0x1F3FB, 0x1F468, 0x2764, 0xE0061, 0x1100, 0x1161, 0x11A8,
        0xAC00, 0x0E33, 0x093E,  0x00DF,  0x0130,  0x03A3, 0xFDFA,  0x3000, 0x2460,
    };
    size_t count = next_random(seed) % (most + 1), used = 0;
    char *out = arena_alloc(arena, count * 4 + 4);
    for (size_t i = 0; i < count; i++) {
        uint32_t pick = next_random(seed) % 100;
        if (pick < 2)
            out[used++] = (char)next_random(seed);
        else if (pick < 12)
            used += text_encode(next_random(seed) % 0x110000, out + used);
        else
            used +=
                text_encode(liked[next_random(seed) % (sizeof liked / sizeof *liked)], out + used);
    }
    return str_n(out, used);
}

#endif
