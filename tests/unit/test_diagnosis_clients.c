/*
 * Forty clients, each from the first question to the last, and where all forty programs come
 * out: exactly these look suitable, exactly these are to be confirmed, exactly these are outside
 * the conditions, all others are for another purpose. Worked out by hand from what the slides
 * state, before looking at the result; the remark under each client names the line that decides.
 */
#include "cmocka_all.h"

#include "base/tr.h"
#include "edition_fixture.h"
#include "query/diagnosis.h"

#include <stdlib.h>

static Diagnosis diagnosis;

static int load(void **state) {
    Problems problems = {0};
    tr_use(LANG_EN);
    if (load_edition(state) != 0)
        return -1;
    bool loaded = diagnosis_load(&diagnosis, SOURCE_DIR "/data/catalogue", &edition, &problems);
    problems_release(&problems);
    return loaded ? 0 : -1;
}

static int release(void **state) {
    diagnosis_release(&diagnosis);
    return release_edition(state);
}

/* Programs by their numbers in the edition; resources by their ids, where they matter. */
typedef struct Client {
    const char *who;
    const char *answers; /* "question=choice,choice" */
    const char *fits, *confirm, *outside;
    const char *resources; /* that look suitable */
} Client;

static const Client clients[] = {
    /* 13: 農林水産物・食品 is one of the four fields. 24: 台湾 is in Asia. 23: neither EC nor a
       market of the TPP was named. 16: one alone is not ４者以上. 30, 37: Taiwan is neither among
       the five countries nor in ASEAN. 38: nothing abroad to restructure. */
    {"makes food and wants to export for the first time, to Taiwan",
     "stage=plan need=research,sell-from-japan way=export first=new abroad=none company=sme "
     "group=alone field=food country=tw ready=-",
     "12 13 14 21 22 24 25", "23", "2 16 17 30 37 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 32: 海外現地法人の事業開始. 33: 海外展開に必要な設備資金. 34 speaks of a company that has
       been set up: to be confirmed. 30: バンコク, 中小企業のみ, 立ち上げ時. 31: no contract or
       trouble was named. 13: machines and parts are none of the four fields. */
    {"makes car parts, builds a plant in Thailand and needs loans",
     "stage=enter need=funds,local-support way=invest first=new abroad=planned company=sme "
     "group=alone field=industry country=th ready=trip",
     "29 30 32 33", "31 34", "2 13 16 17 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 38: 縮小・撤退, 国内親会社と海外子会社. 33: 海外展開事業の再編に必要な資金. 34: a subsidiary
       is there. 32: starting or expanding, nothing of leaving: to be confirmed. */
    {"runs restaurants in China and must shrink them",
     "stage=grow need=improve,funds way=restructure first=again abroad=present company=sme "
     "group=alone field=service country=cn ready=-",
     "33 34 38", "32", "2 13 16 17 30 37",
     "restructuring-casebook mirasapo-portal measures-collection"},

    /* 16: ４者以上. 17: 小規模事業者, 商工会・商工会議所と一体. 15: neither local resources nor
       ties with farmers were named. 18: no certified body yet. 24: アジア諸国. */
    {"are four small design workshops that show in the United States together",
     "stage=plan need=develop way=export first=new abroad=none company=small group=four "
     "field=design country=us ready=chamber",
     "16 17", "15 18", "2 10 24 30 37 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 2 is for those who hold a seminar: 支援機関、関係団体、金融機関等. 17 is for 小規模事業者. */
    {"is a chamber that holds a seminar",
     "stage=know need=seminar way=- first=- abroad=- company=organiser field=- country=- ready=-",
     "1 2", "", "17", ""},

    /* 23: ＥＣ, TPP参加国市場. 25: 食品. 24: which country of the TPP is not said, and one of them
       may be in Asia. 16: two are not four. */
    {"brews sake from local rice with a partner and sells online to TPP countries",
     "stage=enter need=sell-from-japan way=ec,export first=new abroad=none company=small "
     "group=few field=food,local country=tpp,us ready=-",
     "21 22 23 25", "24", "2 16 38",
     "consortium mirasapo-portal measures-collection tpp-supporters tpp-briefings tpp-desks"},

    /* 36: 現地日系企業等の幹部人材. 37: ASEAN域内. 35 asks for nothing. */
    {"makes machines in Vietnam and trains managers there",
     "stage=grow need=people way=invest first=again abroad=present company=sme group=alone "
     "field=industry country=vn ready=-",
     "35 36 37", "", "2 13 16 17", "consortium mirasapo-portal measures-collection"},

    /* 40: 中小・中堅企業の専用商品, 輸出. 28: 具体的な商談. 26, 27 are named for small firms, and
       of a pavilion nothing was said. */
    {"is a larger mid-sized exporter who has a buyer to meet in Brazil and fears not to be paid",
     "stage=grow need=risk,sell-abroad way=export first=again abroad=none company=mid group=alone "
     "field=industry country=br ready=deal",
     "28 39 40", "26 27", "10 13 16 17 24 30 37 38", "consortium"},

    /* 40: not made for large firms. 30: マニラ has a fee for 大企業, but it is for the time when a
       business is started. 29, 31 are named for small firms: to be confirmed. */
    {"is a large company in Manila",
     "stage=enter need=risk,local-support way=export first=again abroad=present company=large "
     "group=alone field=industry country=ph ready=-",
     "39", "29 30 31", "13 16 17 40", ""},

    /* 3, 4: for everybody. 5, 6: 海外展開を検討する中小企業, これから海外展開を目指す. 2 is for
       those who hold a seminar. */
    {"only looks around, and has never been abroad",
     "stage=know need=- way=- first=new abroad=- company=sme group=- field=- country=- ready=-",
     "1 3 4 5 6", "", "2 17 38", "mirasapo-portal measures-collection tpp-supporters"},

    /* 26: ジャパン・パビリオンの参加中小企業. 27: 中小企業向けに一部補助. 28: no firm to meet yet.
     */
    {"is a small craft workshop that shows in a Japan Pavilion in Germany",
     "stage=enter need=sell-abroad way=export first=again abroad=none company=small group=alone "
     "field=craft country=de ready=pavilion,trip",
     "26 27", "28", "2 10 16 24 30 37 38", "consortium mirasapo-portal measures-collection"},

    /* 10: バンコク, アジアへの海外進出. 11: 海外事務所訪問. */
    {"travels to Thailand to see factories before setting up there",
     "stage=plan need=consult way=invest first=new abroad=none company=sme group=alone "
     "field=industry country=th ready=trip,inspect",
     "7 8 9 10 11", "", "2 13 16 17 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 28: 視察は対象外. 10: selling, not 進出. 26: no pavilion yet. 30: Singapore is none of five.
     */
    {"only wants to look at shops in Singapore",
     "stage=enter need=sell-abroad,consult way=export first=new abroad=none company=small "
     "group=alone field=food country=sg ready=inspect",
     "7 8 9 11 27", "10 26", "2 16 28 30 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 31: トラブル, 契約書のチェック. 29: 上海, 北京 … 19: 中小企業等. 30: not in China. */
    {"has its design copied in China",
     "stage=plan need=property,local-support way=export first=again abroad=none company=sme "
     "group=alone field=design country=cn ready=legal",
     "19 20 29 31", "", "2 16 17 30 37 38", "consortium mirasapo-portal measures-collection"},

    /* 15: 農商工等連携. 18: 認定支援機関, 革新的. 16: ４者以上. 17: 小規模事業者. */
    {"develops goods with a farmer and a certified support body, for Hong Kong",
     "stage=plan need=develop way=export first=new abroad=none company=sme group=few "
     "field=local,food country=hk ready=certified,innovate",
     "15 18", "", "2 16 17 30 37 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 29: メキシコ. 30: the other TPP countries are not named, so it stays to be asked. 38: there
       is no subsidiary yet. */
    {"sets up a car parts plant in Mexico, and elsewhere in the TPP",
     "stage=enter need=local-support way=invest first=again abroad=planned company=sme "
     "group=alone field=industry country=mx,tpp ready=legal",
     "29 31", "30", "2 13 16 17 38",
     "consortium mirasapo-portal measures-collection tpp-briefings tpp-desks tpp-platform"},

    /* 13: 日用品 for China and ASEAN only, which no single answer says. 25: 日用品. */
    {"makes everyday goods and looks for buyers from Thailand and Vietnam",
     "stage=plan,enter need=research,sell-from-japan way=export first=new abroad=none "
     "company=small group=alone field=daily country=th,vn ready=chamber",
     "12 14 21 22 24 25", "13 23", "2 16 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* Nothing is known, so nothing is said. */
    {"passes every question over",
     "stage=- need=- way=- first=- abroad=- company=- group=- field=- country=- ready=-", "",
     "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 "
     "35 36 37 38 39 40",
     "", ""},

    /* The loans name 中小企業; whether a bank that asks for a client is one, the body says. */
    {"is a bank that asks about loans for a client",
     "stage=enter need=funds way=- first=- abroad=- company=organiser field=- country=- ready=-",
     "", "32 33 34", "17", ""},

    /* 24: 現地パートナー. 21: アライアンス. 25: 海外販路開拓, of a tie-up nothing is said. */
    {"makes clothes and looks for a partner in Vietnam or Indonesia",
     "stage=enter need=sell-from-japan way=partner first=new abroad=none company=sme group=alone "
     "field=fashion country=vn,id ready=-",
     "21 22 24", "23 25", "2 16 17 38", "mirasapo-portal measures-collection tpp-supporters"},

    /* 10: アジアへの海外進出をサポート, and 24: アジア諸国; Germany is not in Asia. */
    {"forges knives and reads up on Germany",
     "stage=know need=information way=export first=new abroad=none company=small "
     "group=alone field=craft country=de ready=-",
     "3 4 5 6", "", "2 10 16 24 30 37 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* Who they are was not said: 5 and 6 speak of 中小企業, 2 of 支援機関等. */
    {"says no more than that they want to listen and read",
     "stage=know need=seminar,information way=- first=- abroad=- company=- group=- field=- "
     "country=- ready=-",
     "1 3 4", "2 5 6", "", ""},

    /* 37: ASEAN域内, not India. 40: 中堅企業 are named, but it is about 輸出. */
    {"is a larger mid-sized firm with a plant in India, trains its staff and fears for it",
     "stage=grow need=people,risk way=invest first=again abroad=present company=mid "
     "group=alone field=industry country=in ready=-",
     "35 36 39", "40", "13 16 17 37", "consortium"},

    /* 23: whether the US takes part in the TPP is not said. 25: of EC nothing is said. */
    {"sells cosmetics online to the United States",
     "stage=enter need=sell-from-japan way=ec first=new abroad=none company=sme "
     "group=alone field=other country=us ready=-",
     "22", "21 23 25", "2 10 13 16 17 24 30 37 38",
     "mirasapo-portal measures-collection tpp-supporters"},

    /* 15: 農商工等連携や地域資源 was not named. 18: 認定支援機関 neither. 30: not in France. */
    {"are five weavers who make a brand for France with their chamber",
     "stage=plan need=develop way=export first=new abroad=none company=small group=four "
     "field=fashion,craft country=other ready=chamber",
     "16 17", "15 18", "2 30 38", "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 10: Hong Kong is in Asia but has no adviser, and they sell. */
    {"sells fish to Hong Kong and the United States and travels there",
     "stage=plan need=consult way=export first=again abroad=none company=sme group=alone "
     "field=food country=hk,us ready=trip",
     "7 8 9 11", "10", "2 16 17 30 37 38", "consortium mirasapo-portal measures-collection"},

    /* 34: 海外に設立した法人. 32: 現地法人の拡大. 33: 設備資金, 長期運転資金. */
    {"needs money for its plant in Mexico",
     "stage=enter need=funds way=invest first=again abroad=present company=sme group=alone "
     "field=industry country=mx ready=-",
     "32 33 34", "", "2 10 13 16 17 24 30 37",
     "consortium mirasapo-portal measures-collection tpp-platform"},

    /* 32, 34: there is no 現地法人; 32 settles trade as well: both are to be asked. */
    {"brews sake, has nobody abroad and needs money to export",
     "stage=enter need=funds way=export first=again abroad=none company=small group=alone "
     "field=food country=us ready=-",
     "33", "32 34", "2 10 16 24 30 37 38", "consortium mirasapo-portal measures-collection"},

    /* 19: 中小企業等. 20 names nobody. */
    {"is a larger mid-sized firm that is copied in Vietnam",
     "stage=plan need=property way=export first=again abroad=none company=mid group=alone "
     "field=industry country=vn ready=-",
     "20", "19", "13 16 17 38", "consortium"},

    /* 26: ジャパン・パビリオン. 28: 具体的な商談. */
    {"shows medical devices in a Japan Pavilion in the United States and meets a buyer",
     "stage=enter need=sell-abroad way=export first=again abroad=none company=sme "
     "group=alone field=industry country=us ready=pavilion,deal",
     "26 27 28", "", "2 10 13 16 17 24 30 37 38", "consortium mirasapo-portal measures-collection"},

    /* 38: 縮小・撤退, 国内親会社と海外子会社. */
    {"must leave Thailand",
     "stage=grow need=improve way=restructure first=again abroad=present company=sme "
     "group=alone field=service country=th ready=legal",
     "38", "", "2 13 16 17", "restructuring-casebook mirasapo-portal measures-collection"},

    /* 30: for the time when a business is started; theirs is there. */
    {"has a company in Bangkok and a quarrel over a contract",
     "stage=enter need=local-support way=invest first=again abroad=present company=sme "
     "group=alone field=service country=th ready=legal",
     "29 31", "30", "2 13 16 17", "consortium mirasapo-portal measures-collection"},

    /* 15: 農商工等連携. 16: two are not four. 17: the chamber, 18: 革新的 was not named. */
    {"makes sauces with a farmer for Singapore, with a certified support body",
     "stage=plan need=develop way=export first=new abroad=none company=small group=few "
     "field=food,local country=sg ready=certified",
     "15", "17 18", "2 16 30 38", "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* 31 asks for no country; 29 and 30 do. */
    {"has a dispute and says not where",
     "stage=- need=local-support way=- first=- abroad=- company=sme group=- field=- "
     "country=- ready=legal",
     "31", "29 30", "2 17", "mirasapo-portal measures-collection"},

    /* 35 and 39 state no condition. */
    {"only says that the business is to grow",
     "stage=grow need=- way=- first=- abroad=- company=- group=- field=- country=- ready=-",
     "35 39", "36 37 38 40", "", ""},

    /* 12: 初の海外展開. 30: チェンナイ, 立ち上げ時. 14: 海外取引, of a plant nothing is said. */
    {"builds machines and plans a plant in India",
     "stage=plan,enter need=research,local-support way=invest first=new abroad=planned "
     "company=sme group=alone field=industry country=in ready=trip",
     "12 29 30", "14 31", "2 13 16 17 37 38",
     "consortium mirasapo-portal measures-collection tpp-supporters"},

    /* Training names no size; 40 is 中小・中堅企業の専用商品. */
    {"is a large company that trains in Indonesia",
     "stage=grow need=people way=invest first=again abroad=present company=large "
     "group=alone field=industry country=id ready=-",
     "35 36 37", "", "13 16 17 30 40", ""},

    /* 2: 金融機関等. 5, 6 are for 中小企業. */
    {"is a bank that holds a seminar and reads for its clients",
     "stage=know need=seminar,information way=- first=- abroad=- company=organiser group=- "
     "field=- country=- ready=-",
     "1 2 3 4", "5 6", "17", ""},

    /* 24: 中国 is in Asia. 25: 日用品. 23: neither EC nor the TPP. 26: no pavilion. */
    {"makes everyday goods and has a buyer in China",
     "stage=enter need=sell-from-japan,sell-abroad way=export first=again abroad=none "
     "company=small group=alone field=daily country=cn ready=deal",
     "21 22 24 25 27 28", "23 26", "2 16 30 37 38",
     "consortium mirasapo-portal measures-collection"},

    /* 40: 取引先の倒産、貨物代金の不払い. */
    {"sells parts to Brazil and fears not to be paid",
     "stage=grow need=risk way=export first=again abroad=none company=sme group=alone "
     "field=industry country=br ready=-",
     "39 40", "", "2 10 13 16 17 24 30 37 38", "consortium mirasapo-portal measures-collection"},
};

/* ---- judging one ---- */

/* Commas part the choices of an answer. */
static Answers answers_of(const char *text) {
    Answers answers = {0};
    Str word, rest = str(text);
    while (answer_next(&rest, &word)) {
        char *question = arena_copy(&scratch, word), *choices = strchr(question, '=');
        const char *canonical;
        Err err = {""};
        assert_non_null(choices);
        *choices++ = '\0';
        assert_true(diagnosis_question(&diagnosis, question) < diagnosis.questions.count);
        for (char *at = choices; *at != '\0'; at++)
            *at = *at == ',' ? ' ' : *at;
        assert_true(answer_canonical(str(choices), &scratch, &canonical, &err));
        answers_put(&answers, question, canonical);
    }
    return answers;
}

/* A misspelt choice would quietly be no answer. */
static void assert_all_known(const Client *client, const Answers *answers) {
    for (size_t i = 0; i < answers->count; i++) {
        const Question *question =
            &diagnosis.questions.at[diagnosis_question(&diagnosis, answers->at[i].question)];
        Str id;
        for (Str rest = str(answers->at[i].choices); answer_next(&rest, &id);)
            if (!str_equal(id, str(ANSWER_SKIPPED)) &&
                question_choice(question, id) == question->choices.count)
                fail_msg("who %s: no choice %.*s", client->who, STR_ARG(id));
    }
}

static bool names(const char *list, const Program *program) {
    const char *id =
        program->cross_step ? program->id : arena_printf(&scratch, "%d", program->number);
    return answer_has(list, id);
}

static const char *const group_names[] = {"suitable", "confirm", "outside", "aside"};

/* In the list of its group, and in no other. */
static size_t check_program(const Client *client, const DiagnosisResult *result) {
    const char *lists[DIAGNOSIS_GROUPS] = {client->fits, client->confirm, client->outside};
    int expected = DIAGNOSIS_ASIDE;
    for (int group = 0; group < DIAGNOSIS_GROUPS; group++)
        if (names(lists[group], result->program))
            expected = group;
    if ((int)result->group == expected)
        return 0;
    print_error("a client who %s: no. %d %s is in %s, not %s\n", client->who,
                result->program->number, result->program->id, group_names[result->group],
                group_names[expected]);
    return 1;
}

static size_t check_resource(const Client *client, const DiagnosisResult *result) {
    bool expected = names(client->resources, result->program);
    if ((result->group == DIAGNOSIS_FITS) == expected)
        return 0;
    print_error("a client who %s: %s is in %s\n", client->who, result->program->id,
                group_names[result->group]);
    return 1;
}

static size_t check(const Client *client) {
    Answers answers = answers_of(client->answers);
    assert_all_known(client, &answers);
    assert_null(diagnosis_next(&diagnosis, &answers)); /* each was asked all questions */
    DiagnosisReport report = diagnosis_judge(&scratch, &diagnosis, &edition, &answers);
    size_t wrong = 0;
    for (size_t part = 0; part < DIAGNOSIS_PARTS; part++)
        for (size_t i = 0; i < report.groups[part].count; i++) {
            const DiagnosisResult *result = &report.groups[part].at[i];
            wrong += result->program->cross_step ? check_resource(client, result)
                                                 : check_program(client, result);
        }
    answers_release(&answers);
    return wrong;
}

/* ---- tests ---- */

static void each_client_gets_what_the_slides_say(void **state) {
    (void)state;
    size_t wrong = 0;
    assert_int_equal(COUNT_OF(clients), 40);
    for (size_t i = 0; i < COUNT_OF(clients); i++)
        wrong += check(&clients[i]);
    assert_int_equal(wrong, 0);
}

static bool suits_any(const Program *program) {
    for (size_t i = 0; i < COUNT_OF(clients); i++)
        if (names(clients[i].fits, program))
            return true;
    return false;
}

/* Otherwise a rule that nobody can meet would not be noticed. */
static void every_program_suits_some_client(void **state) {
    (void)state;
    for (size_t i = 0; i < edition.programs.count; i++) {
        const Program *program = &edition.programs.at[i];
        if (!suits_any(program))
            fail_msg("no client for %s", program->id);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_client_gets_what_the_slides_say),
        cmocka_unit_test(every_program_suits_some_client),
    };
    return cmocka_run_group_tests_name("diagnosis_clients", tests, load, release);
}
