/*
 * The catalogue: one edition of the support programs and everything printed with them.
 *
 * Loaded once into one arena and immutable afterwards. Strings are never NULL; "" means
 * that the source does not say (shown as 記載なし). Amounts are whole yen; -1 (YEN_NOT_STATED)
 * where the source gives none. Rates are rationals. Field names are the YAML and JSON keys
 * (data/schema/catalogue.md); names follow Open Referral HSDS, CPSV-AP and the Japanese
 * government's data model (GIF DS-451-4) where they agree.
 */
#ifndef KAIRO_CATALOGUE_MODEL_H
#define KAIRO_CATALOGUE_MODEL_H

#include "base/arena.h"
#include "base/date.h"
#include "base/macros.h"
#include "base/str.h"

#include <stdint.h>

enum { STEP_COUNT = 4, YEN_NOT_STATED = -1 };

/* ---- enumerations; their YAML names and labels are in catalogue/names.h ---- */

typedef enum ProgramKind {
    KIND_INFORMATION,
    KIND_CONSULTATION,
    KIND_SEMINAR,
    KIND_MATCHING,
    KIND_EXHIBITION,
    KIND_SUBSIDY,
    KIND_LOAN,
    KIND_GUARANTEE,
    KIND_INSURANCE,
    KIND_TRAINING,
    KIND_RESEARCH,
    KIND_APPOINTMENT, /* meetings arranged for a fee */
    KIND_OFFICE,      /* rooms abroad */
    KIND_REFERRAL,    /* introduction to a specialist */
    KIND_NETWORK,     /* bodies working together (consortium, portal) */
    KIND_CASEBOOK,
    KIND_COUNT
} ProgramKind;

typedef enum CostKind { COST_FREE, COST_PAID, COST_SUBSIDY, COST_NOT_STATED, COST_COUNT } CostKind;

typedef enum Tax { TAX_INCLUDED, TAX_EXCLUDED, TAX_NOT_STATED, TAX_COUNT } Tax;

typedef enum RateKind {
    RATE_RATIO, /* numerator / denominator */
    RATE_FIXED, /* 定額 */
    RATE_PART,  /* 一部 */
    RATE_NOT_STATED,
} RateKind;

typedef enum PeriodKind {
    PERIOD_ALWAYS,
    PERIOD_CLOSED,
    PERIOD_RANGE,
    PERIOD_SEE_SITE,
    PERIOD_NOT_STATED,
    PERIOD_KIND_COUNT
} PeriodKind;

/* Computed, never stored: catalogue/period.h. */
typedef enum PeriodState {
    STATE_ALWAYS,
    STATE_OPEN,
    STATE_UPCOMING,
    STATE_CLOSED,
    STATE_UNKNOWN,
    STATE_COUNT
} PeriodState;

typedef enum PhoneKind {
    PHONE_VOICE,
    PHONE_FAX,
    PHONE_FREEDIAL,
    PHONE_NAVIDIAL, /* the caller pays: 通話料有料 */
    PHONE_KIND_COUNT
} PhoneKind;

typedef enum LinkKind {
    LINK_GUIDE, /* ご案内 */
    LINK_FAQ,
    LINK_CONTACT, /* an address given as the place to ask */
    LINK_RELATED,
    LINK_KIND_COUNT
} LinkKind;

typedef enum FinanceKind {
    FINANCE_LOAN,
    FINANCE_GUARANTEE,
    FINANCE_STANDBY_CREDIT,
    FINANCE_EXCHANGE,
    FINANCE_INSURANCE,
    FINANCE_KIND_COUNT
} FinanceKind;

/* How sure it is that a fact on a scrambled slide belongs to this program. */
typedef enum Attribution {
    ATTRIBUTION_EXPLICIT,   /* stands with the program's title */
    ATTRIBUTION_BY_ADDRESS, /* the web address decides */
    ATTRIBUTION_BY_MEANING, /* the sense of the text decides */
    ATTRIBUTION_COUNT
} Attribution;

typedef enum OccasionKind {
    OCCASION_SEMINAR,
    OCCASION_EXHIBITION,
    OCCASION_KIND_COUNT
} OccasionKind;

typedef enum FigureKind {
    FIGURE_CHART,
    FIGURE_TEXT,
    FIGURE_GRADES, /* the risk table */
    FIGURE_TABLE,
    FIGURE_KIND_COUNT
} FigureKind;

/* ---- parts of a program ---- */

typedef struct Rate {
    RateKind kind;
    int numerator, denominator; /* only for RATE_RATIO, in lowest terms */
} Rate;

typedef struct CostOption {
    const char *label;  /* "" when the program has only one */
    int64_t amount_yen; /* YEN_NOT_STATED where the source shows "-" or nothing */
    Tax tax;
    const char *per;      /* 1社1回, 30分, 1ユニット; "" when not said */
    bool from;            /* 「～」: this and up */
    const char *audience; /* 中小企業, 大企業; "" for everybody */
    const char *note;
} CostOption;
LIST_OF(CostOption, CostOptions);

typedef struct Cost {
    CostKind kind;
    const char *text; /* the fee exactly as the source words it */
    CostOptions options;
} Cost;

typedef struct Multiplier {
    const char *label;
    Rate factor;  /* of the limit; always RATE_RATIO: 2/1, 3/2 */
    bool further; /* 「更に」: only on top of the one before it, and both count */
} Multiplier;
LIST_OF(Multiplier, Multipliers);

typedef struct Subsidy {
    const char *label; /* "" when the program has only one */
    Rate rate;
    int64_t cap_yen;     /* YEN_NOT_STATED where none is given */
    const char *cap_per; /* 各年 */
    const char *scope;   /* what is subsidised or for whom */
    Multipliers multipliers;
} Subsidy;
LIST_OF(Subsidy, Subsidies);

typedef struct Finance {
    const char *label;
    FinanceKind kind;
    const char *text;
    int64_t cap_yen;         /* YEN_NOT_STATED where none is given */
    int64_t working_cap_yen; /* うち運転資金 */
    int term_years;          /* 0 where none is given */
    int working_term_years;
    int base_rate_bp; /* basis points (1.30% is 130); 0 where none is given */
    int rate_cut_bp;  /* at most this much lower on conditions */
    Date rate_as_of;
} Finance;
LIST_OF(Finance, Finances);

typedef struct Period {
    PeriodKind kind;
    const char *label; /* the source's word: 公募期間, 公募・受付時期 */
    const char *text;  /* the source's value: 随時受付, 公募終了 */
    Date from, to;     /* PERIOD_RANGE: both inclusive */
    const char *note;
    /* A window relative to a planned day (no. 11): both 0 when there is none. */
    int relative_from_days;           /* days before the visit: 42 */
    int relative_until_business_days; /* business days before leaving Japan: 4 */
} Period;

typedef struct Link {
    LinkKind kind;
    const char *label;   /* "" for the plain ご案内 */
    const char *url;     /* whole, mended where the text broke it over lines */
    const char *printed; /* as printed, where that differs (a misprint); else "" */
    const char *audience;
} Link;
LIST_OF(Link, Links);

typedef struct Phone {
    const char *number;    /* ASCII digits and hyphens */
    const char *extension; /* 内線 */
    PhoneKind kind;
    const char *note; /* IP電話から, 申込書の送信先 */
} Phone;
LIST_OF(Phone, Phones);

typedef struct Contact {
    const char *label;
    Phones phones;
    const char *hours;
    const char *email;
    const char *note;
} Contact;
LIST_OF(Contact, Contacts);

typedef struct Country {
    const char *id; /* ISO 3166-1 alpha-2, lower case: vn */
    const char *name, *name_en, *reading;
    const char *region, *region_en;
    Strings aliases; /* other forms printed in the edition: アメリカ for 米国 */
} Country;
LIST_OF(Country, Countries);
typedef struct CountryRefs {
    const Country *const *at;
    size_t count;
} CountryRefs;

/* How a city is called and read: our own words, for searching and for the English screens. */
typedef struct City {
    const char *country;
    const Country *in; /* never NULL after loading */
    const char *name;  /* as places have it */
    const char *name_en, *reading;
} City;
LIST_OF(City, Cities);

typedef struct Place {
    const char *country; /* as printed: 中国, 米国, アメリカ */
    const Country *in;   /* never NULL after loading; Japan for towns at home */
    const char *city;    /* "" when only the country is given */
    const char *role;    /* what is there: adviser, platform, support_centre, office … */
    const char *label;   /* 中国西部 and the like; "" otherwise */
    int rooms;           /* 0 when it does not apply */
    const char *audience;
} Place;
LIST_OF(Place, Places);

typedef struct ProcessStep {
    const char *label; /* ステップ1 */
    const char *title;
    const char *text;
} ProcessStep;
LIST_OF(ProcessStep, ProcessSteps);

typedef struct TableRow {
    Strings cells; /* as many as the table has columns */
} TableRow;
LIST_OF(TableRow, TableRows);

typedef struct Table {
    const char *title;
    Strings columns;
    TableRows rows;
    const char *note;
} Table;
LIST_OF(Table, Tables);

typedef struct Fact {
    const char *label;
    const char *value;
} Fact;
LIST_OF(Fact, Facts);

typedef struct Case {
    const char *id;
    const char *title;   /* 株式会社エルム */
    const char *place;   /* of the firm, in Japan: 鹿児島県南さつま市 */
    CountryRefs about;   /* countries that it names */
    const char *summary; /* our words */
    const char *summary_en;
    Facts facts;
    const char *program; /* id of the program it stands with */
    int slide;
} Case;
LIST_OF(Case, Cases);

typedef struct SourceRef {
    const char *edition; /* its id; "": added by another file, and the rest says nothing */
    int slide;           /* 1 to 28; 0 for the cover */
    Attribution attribution;
    const char *note;
} SourceRef;

typedef struct Program Program;
typedef struct ProgramRefs {
    const Program *const *at;
    size_t count;
} ProgramRefs;

typedef struct Need Need;
typedef struct Provider Provider;

/*
 * A support program, or a cross-step resource: the same card, planned and bookmarked the
 * same way. A resource has `cross_step` set, no need, and step 0 unless it belongs to one.
 */
struct Program {
    const char *id;
    int number; /* 1 to 40 in the order of the edition; 0 for resources and added programs */
    bool cross_step;
    bool added; /* by a file outside the edition */
    const char *name, *name_en, *reading;
    Strings aliases;
    const Provider *provider; /* never NULL */
    int step;                 /* 1 to 4, or 0 */
    const Need *need;         /* NULL only for resources */
    ProgramKind kind;
    const char *summary, *summary_en;
    const char *body; /* paragraphs parted by line feeds */
    const char *audience;
    Strings requirements;
    Cost cost;
    Subsidies subsidy;
    Finances finance;
    Period period;
    Links links;
    Contacts contacts;
    Places places;
    ProcessSteps process;
    Strings documents;
    Facts facts;
    Tables tables;
    const Case *const *cases;
    size_t case_count;
    ProgramRefs requires_programs; /* related.requires */
    ProgramRefs see_also;          /* related.see_also */
    SourceRef source;
};
LIST_OF(Program, Programs);

/* ---- around the programs ---- */

typedef struct Step {
    int number; /* 1 to 4 */
    const char *title, *title_en, *reading;
    const char *subtitle, *subtitle_en; /* slide 4 */
    const char *summary, *summary_en;
    Strings activities; /* arrows on slide 4 that clearly belong here */
} Step;

struct Need {
    const char *id; /* A to M */
    int step;
    const char *title, *title_en, *reading;
    const char *summary, *summary_en;
};
LIST_OF(Need, Needs);

struct Provider {
    const char *id;
    const char *name; /* as the slides call it: ジェトロ */
    const char *name_full, *name_en, *reading;
    Strings aliases;
    const char *summary, *summary_en;
    Links links;
    Contacts contacts;
};
LIST_OF(Provider, Providers);

typedef struct Occasion {
    const char *id;
    OccasionKind kind;
    const char *name, *name_en;
    const char *field;     /* デザイン */
    Date from, to;         /* inclusive; equal for one day */
    const char *date_text; /* as printed: 12月20日・21日 */
    Place place;
    CountryRefs about; /* countries that its title names, wherever it is held */
    const char *note;
    const char *program; /* id, or "" where the source ties it to none */
    int slide;
} Occasion;
LIST_OF(Occasion, Occasions);

typedef struct Point {
    const char *label; /* 2001年, ジェトロ */
    int64_t value;
    const char *note;
} Point;
LIST_OF(Point, Points);

typedef struct Series {
    const char *label, *label_en;
    const char *unit; /* 社 */
    bool approximate; /* 約 */
    Points points;
} Series;
LIST_OF(Series, SeriesList);

typedef struct GradeRow {
    const char *label;
    Strings examples;
    const char *grades; /* one letter A to D per column */
} GradeRow;
LIST_OF(GradeRow, GradeRows);

/* Statistics, the risk table, the budget request, the 10,000-company goal, slide 4. */
typedef struct Figure {
    const char *id;
    FigureKind kind;
    const char *title, *title_en;
    int slide;
    const char *source; /* 中小企業庁「中小企業白書2016年版」 */
    const char *summary, *summary_en;
    Strings notes; /* what is lost or must be known to read it right */
    Facts facts;
    SeriesList series;
    Tables tables;
    int grade_columns; /* FIGURE_GRADES: 12, their headings lost */
    GradeRows grades;
} Figure;
LIST_OF(Figure, Figures);

typedef struct Edition {
    const char *id; /* 2016-12 */
    const char *title, *title_en;
    const char *issuer, *issuer_en;
    const char *document; /* 資料６ */
    Date date;            /* 2016-12, to the month */
    int slides;           /* 28 beside the cover */
} Edition;

typedef struct Catalogue {
    Arena arena; /* owns everything below */
    Edition edition;
    Step steps[STEP_COUNT];
    Needs needs;         /* A to M */
    Providers providers; /* in order of first appearance */
    Countries countries;
    Cities cities;
    Programs programs;  /* 40 and any added, in order */
    Programs resources; /* cross-step */
    Cases cases;
    Occasions events;
    Figures figures;
} Catalogue;

/* ---- look-ups; all lend, NULL when there is none ---- */

const Program *catalogue_program(const Catalogue *catalogue, const char *id); /* or resource */
/* By id, or by the number in the edition that stands before its name on the screen: "12". */
const Program *catalogue_program_asked(const Catalogue *catalogue, const char *id_or_number);
const Need *catalogue_need(const Catalogue *catalogue, const char *id);
const Provider *catalogue_provider(const Catalogue *catalogue, const char *id);
const Figure *catalogue_figure(const Catalogue *catalogue, const char *id);
const Case *catalogue_case(const Catalogue *catalogue, const char *id);
const Occasion *catalogue_event(const Catalogue *catalogue, const char *id);

/* By id, name, English name or alias, in any width, case or kana (text/key.h). */
const Country *catalogue_country_named(const Catalogue *catalogue, const char *name);
/* A city of a country by its name as printed; NULL where only the print knows it. */
const City *catalogue_city(const Catalogue *catalogue, const Country *country, const char *name);
const Provider *catalogue_provider_named(const Catalogue *catalogue, const char *name);

/* Ids of all programs and resources, for "did you mean"; in `arena`. */
Strings catalogue_ids(const Catalogue *catalogue, Arena *arena);

void catalogue_release(Catalogue *catalogue);

#endif
