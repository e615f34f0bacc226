/*
 * A small catalogue built by hand, for tests of what is done with one: three programs and a
 * cross-step resource of two providers, in Vietnam and Japan.
 */
#ifndef KAIRO_TESTS_SAMPLE_H
#define KAIRO_TESTS_SAMPLE_H

#include "catalogue/model.h"

static const char *const sample_aliases[] = {"JETRO", "日本貿易振興機構"};

static const Country sample_countries[] = {
    {.id = "jp",
     .name = "日本",
     .name_en = "Japan",
     .reading = "にほん",
     .region = "アジア",
     .region_en = "Asia"},
    {.id = "vn",
     .name = "ベトナム",
     .name_en = "Vietnam",
     .reading = "べとなむ",
     .region = "アジア",
     .region_en = "Asia"},
};

static const Provider sample_providers[] = {
    {.id = "jetro",
     .name = "ジェトロ",
     .name_full = "日本貿易振興機構",
     .name_en = "JETRO",
     .reading = "じぇとろ",
     .aliases = {sample_aliases, 2},
     .summary = "",
     .summary_en = ""},
    {.id = "smrj",
     .name = "中小機構",
     .name_full = "中小企業基盤整備機構",
     .name_en = "SME Support",
     .reading = "ちゅうしょうきこう",
     .summary = "",
     .summary_en = ""},
};

static const Need sample_needs[] = {
    {.id = "A",
     .step = 1,
     .title = "セミナーに参加したい",
     .title_en = "Attend seminars",
     .reading = "",
     .summary = "",
     .summary_en = ""},
    {.id = "J",
     .step = 3,
     .title = "資金を調達したい",
     .title_en = "Raise funds",
     .reading = "",
     .summary = "",
     .summary_en = ""},
};

static const CostOption sample_options[] = {
    {.label = "展示",
     .amount_yen = 32400,
     .tax = TAX_INCLUDED,
     .per = "1社",
     .from = true,
     .audience = "中小企業",
     .note = ""},
    {.label = "",
     .amount_yen = YEN_NOT_STATED,
     .tax = TAX_NOT_STATED,
     .per = "",
     .audience = "",
     .note = ""},
};

static const Multiplier sample_multipliers[] = {
    {.label = "海外展開", .factor = {RATE_RATIO, 3, 2}},
    {.label = "共同", .factor = {RATE_RATIO, 2, 1}},
};

static const Subsidy sample_subsidies[] = {
    {.label = "調査",
     .rate = {RATE_RATIO, 2, 3},
     .cap_yen = 2000000,
     .cap_per = "各年",
     .scope = "",
     .multipliers = {sample_multipliers, 2}},
    {.label = "",
     .rate = {.kind = RATE_FIXED},
     .cap_yen = YEN_NOT_STATED,
     .cap_per = "",
     .scope = "",
     .multipliers = {NULL, 0}},
};

static const Finance sample_finances[] = {
    {.label = "設備資金",
     .kind = FINANCE_LOAN,
     .text = "",
     .cap_yen = 720000000,
     .working_cap_yen = YEN_NOT_STATED,
     .term_years = 20,
     .base_rate_bp = 130,
     .rate_as_of = {2016, 12, 9}},
};

static const Phone sample_phones[] = {
    {.number = "03-3581-1101", .extension = "3823", .kind = PHONE_VOICE, .note = ""},
    {.number = "0120-95-3375", .extension = "", .kind = PHONE_FREEDIAL, .note = ""},
};

static const Contact sample_contacts[] = {
    {.label = "海外展開支援課",
     .phones = {sample_phones, 2},
     .hours = "平日9:00～17:00",
     .email = "info@example.jp",
     .note = ""},
};

static const Link sample_links[] = {
    {.kind = LINK_GUIDE,
     .label = "",
     .url = "http://www.example.jp/a",
     .printed = "",
     .audience = ""},
};

static const Place sample_places[] = {
    {.country = "ベトナム",
     .in = &sample_countries[1],
     .city = "ハノイ",
     .role = "office",
     .label = "",
     .rooms = 10,
     .audience = ""},
    {.country = "ベトナム",
     .in = &sample_countries[1],
     .city = "ホーチミン",
     .role = "office",
     .label = "",
     .rooms = 0,
     .audience = ""},
};

static const Country *const sample_about[] = {&sample_countries[0]};
static const Case sample_case = {.id = "elm",
                                 .title = "株式会社エルム",
                                 .place = "",
                                 .about = {sample_about, 1},
                                 .summary = "例",
                                 .summary_en = "",
                                 .program = "loan",
                                 .slide = 13};
static const Case *const sample_cases[] = {&sample_case};

/* Every string of a program that says nothing more. */
#define SAMPLE_PLAIN                                                                               \
    .reading = "", .summary = "", .summary_en = "", .body = "", .audience = "",                    \
    .source = {.edition = "2016-12", .slide = 7, .note = ""}
#define SAMPLE_PERIOD(...)                                                                         \
    { .label = "", .text = "", .note = "", __VA_ARGS__ }

static const Program sample_programs[] = {
    {.id = "seminar",
     .number = 1,
     .name = "参加型セミナー",
     .name_en = "Seminars",
     .provider = &sample_providers[0],
     .step = 1,
     .need = &sample_needs[0],
     .kind = KIND_SEMINAR,
     .cost = {COST_FREE, "無料", {NULL, 0}},
     .period = SAMPLE_PERIOD(.kind = PERIOD_ALWAYS),
     SAMPLE_PLAIN},
    {.id = "fair",
     .number = 2,
     .name = "=見本市",
     .name_en = "Trade fair",
     .provider = &sample_providers[1],
     .step = 3,
     .need = &sample_needs[1],
     .kind = KIND_EXHIBITION,
     .aliases = {sample_aliases, 2},
     .cost = {COST_PAID, "有料, \"別途\"", {sample_options, 2}},
     .period = SAMPLE_PERIOD(.kind = PERIOD_RANGE, .from = {2016, 12, 1}, .to = {2017, 1, 27}),
     .places = {sample_places, 2},
     .links = {sample_links, 1},
     .contacts = {sample_contacts, 1},
     SAMPLE_PLAIN},
    {.id = "loan",
     .number = 3,
     .name = "海外展開資金",
     .name_en = "Loan",
     .provider = &sample_providers[1],
     .step = 3,
     .need = &sample_needs[1],
     .kind = KIND_LOAN,
     .cost = {COST_NOT_STATED, "", {NULL, 0}},
     .subsidy = {sample_subsidies, 2},
     .finance = {sample_finances, 1},
     .cases = sample_cases,
     .case_count = 1,
     .period = SAMPLE_PERIOD(.kind = PERIOD_NOT_STATED, .relative_from_days = 42,
                             .relative_until_business_days = 4),
     SAMPLE_PLAIN},
};

static const Program sample_resources[] = {
    {.id = "portal",
     .cross_step = true,
     .name = "ミラサポ",
     .name_en = "Mirasapo",
     .provider = &sample_providers[1],
     .kind = KIND_NETWORK,
     .cost = {COST_FREE, "", {NULL, 0}},
     .period = SAMPLE_PERIOD(.kind = PERIOD_NOT_STATED),
     SAMPLE_PLAIN},
};

static inline Catalogue sample_catalogue(void) {
    return (Catalogue){
        .edition = {.id = "2016-12",
                    .title = "支援策",
                    .title_en = "Support",
                    .issuer = "",
                    .issuer_en = "",
                    .document = "",
                    .date = {2016, 12, 0},
                    .slides = 28},
        .needs = {sample_needs, 2},
        .providers = {sample_providers, 2},
        .countries = {sample_countries, 2},
        .programs = {sample_programs, 3},
        .resources = {sample_resources, 1},
    };
}

#endif
