/*
 * Kana: a table, and rules for the small ones. Romaji: a table of consonants, each with what
 * it becomes before i, before u and before other vowels, because the ways of typing differ
 * there. Finding: memmem for the first syllable, then a comparison that forgives.
 */
#include "query/spelling.h"

#include "text/width.h"

enum { FIRST_KANA = 0x3041, LAST_KANA = 0x3096 };

static bool is_vowel(char letter) {
    return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o';
}

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

static char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? (char)(letter - ('a' - 'A')) : letter;
}

static bool lengthens(char before, char vowel) {
    return before != '\0' && (before == vowel || (before == 'o' && vowel == 'u'));
}

/* ---- writing ---- */

static void write_vowel(Speller *s, char vowel) {
    buf_byte(s->out, lengthens(s->vowel, vowel) ? '-' : upper(vowel));
    s->vowel = vowel;
}

/* A whole syllable that ends in a vowel, or N or Q. */
static void write_syllable(Speller *s, const char *syllable) {
    size_t len = strlen(syllable);
    char last = lower(syllable[len - 1]);
    if (len == 1 && is_vowel(last)) {
        write_vowel(s, last);
        return;
    }
    buf_add(s->out, str_n(syllable, len));
    s->vowel = is_vowel(last) ? last : '\0';
}

/* False where there is no vowel to lengthen. */
static bool write_long(Speller *s) {
    if (s->vowel == '\0')
        return false;
    buf_byte(s->out, '-');
    return true;
}

void speller_part(Speller *speller) {
    const Buf *out = speller->out;
    speller->vowel = '\0';
    if (out->len > 0 && out->at[out->len - 1] != ' ' && out->at[out->len - 1] != '\n')
        buf_byte(speller->out, ' ');
}

/* ---- kana ---- */

/* From ぁ to ゖ, as text_key leaves them (hiragana). */
static const char kana[][4] = {
    "A",  "A",  "I",  "I",  "U",  "U",  "E",  "E",  "O",  "O",  "Ka", "Ga", "Ki", "Gi", "Ku",
    "Gu", "Ke", "Ge", "Ko", "Go", "Sa", "Za", "Si", "Zi", "Su", "Zu", "Se", "Ze", "So", "Zo",
    "Ta", "Da", "Ti", "Zi", "Q",  "Tu", "Zu", "Te", "De", "To", "Do", "Na", "Ni", "Nu", "Ne",
    "No", "Ha", "Ba", "Pa", "Hi", "Bi", "Pi", "Fu", "Bu", "Pu", "He", "Be", "Pe", "Ho", "Bo",
    "Po", "Ma", "Mi", "Mu", "Me", "Mo", "Ya", "Ya", "Yu", "Yu", "Yo", "Yo", "Ra", "Ri", "Ru",
    "Re", "Ro", "Wa", "Wa", "I",  "E",  "Wo", "N",  "Bu", "Ka", "Ka",
};
_Static_assert(COUNT_OF(kana) == LAST_KANA - FIRST_KANA + 1, "one syllable per kana");

/* Two kana that make a syllable which is not the first with another vowel. */
static const struct {
    uint32_t first, small;
    char syllable[4];
} joined_kana[] = {
    {U'て', U'ぃ', "Ti"},  {U'で', U'ぃ', "Zi"},  {U'て', U'ゅ', "Tyu"}, {U'で', U'ゅ', "Zyu"},
    {U'と', U'ぅ', "Tu"},  {U'ど', U'ぅ', "Zu"},  {U'う', U'ぃ', "Wi"},  {U'う', U'ぇ', "We"},
    {U'う', U'ぉ', "Wo"},  {U'い', U'ぇ', "Ye"},  {U'つ', U'ぁ', "Tsa"}, {U'つ', U'ぃ', "Tsi"},
    {U'つ', U'ぇ', "Tse"}, {U'つ', U'ぉ', "Tso"}, {U'く', U'ぁ', "Kwa"}, {U'ぐ', U'ぁ', "Gwa"},
    {U'ふ', U'ゃ', "Hya"}, {U'ふ', U'ゅ', "Hyu"}, {U'ふ', U'ょ', "Hyo"}, {U'ゔ', U'ゅ', "Byu"},
};

bool spelling_is_kana(uint32_t rune) {
    return rune >= FIRST_KANA && rune <= LAST_KANA;
}

static const char *kana_syllable(uint32_t rune) {
    return kana[rune - FIRST_KANA];
}

/* The letters a small kana puts in place of the vowel before it: ゃ ya, ぇ e; NULL for others. */
static const char *small_letters(uint32_t rune, char before) {
    bool after_i = before == 'i', after_u = before == 'u';
    switch (rune) {
    case U'ゃ':
        return after_i ? "ya" : NULL;
    case U'ゅ':
        return after_i ? "yu" : NULL;
    case U'ょ':
        return after_i ? "yo" : NULL;
    case U'ぁ':
        return after_u ? "a" : NULL;
    case U'ぃ':
        return after_u ? "i" : NULL;
    case U'ぇ':
        return after_i ? "ye" : after_u ? "e" : NULL;
    case U'ぉ':
        return after_u ? "o" : NULL;
    default:
        return NULL;
    }
}

/* Writes two kana as one syllable; false when they are two. */
static bool write_joined(Speller *s, uint32_t first, uint32_t second) {
    for (size_t i = 0; i < COUNT_OF(joined_kana); i++)
        if (joined_kana[i].first == first && joined_kana[i].small == second) {
            write_syllable(s, joined_kana[i].syllable);
            return true;
        }
    const char *own = kana_syllable(first);
    size_t len = strlen(own);
    const char *letters = len < 2 ? NULL : small_letters(second, own[len - 1]);
    if (letters == NULL)
        return false;
    buf_add(s->out, str_n(own, len - 1));
    buf_text(s->out, letters);
    s->vowel = letters[strlen(letters) - 1];
    return true;
}

size_t speller_kana(Speller *speller, Str key) {
    uint32_t first, second = 0;
    size_t read = text_decode(key, &first);
    size_t more = text_decode(str_skip(key, read), &second);
    if (more > 0 && spelling_is_kana(second) && write_joined(speller, first, second))
        read += more;
    else
        write_syllable(speller, kana_syllable(first));
    while (read < key.len && key.at[read] == '-' && write_long(speller))
        read++;
    return read;
}

bool spelling_of_kana(Arena *arena, Str word, Spelling *out) {
    Buf body;
    Speller speller = {&body, '\0'};
    size_t read = 0, count = 0;
    buf_init(&body, 4 * SPELLING_LETTERS_MOST);
    for (uint32_t rune; read < word.len && word.len <= 3 * SPELLING_LETTERS_MOST; count++) {
        text_decode(str_skip(word, read), &rune);
        if (!spelling_is_kana(rune))
            break;
        read += speller_kana(&speller, str_skip(word, read));
    }
    bool whole = read == word.len && word.len > 3 && count > 0 && !body.overflowed;
    if (whole)
        *out = (Spelling){.body = arena_copy(arena, buf_str(&body))};
    buf_release(&body);
    return whole;
}

/* ---- romaji ---- */

/* No pointers: a table of them costs every start of the program, and few searches need it. */
typedef struct Consonant {
    char typed[3];
    char own[3], with_i[3], with_u[3];      /* before the vowel; "" for the vowel alone */
    char endings[SPELLING_ENDINGS_MOST][3]; /* how its syllables may begin */
} Consonant;

/* Two letters before one. */
static const Consonant consonants[] = {
    {"ky", "Ky", "Ky", "Ky", {"Ky"}},
    {"gy", "Gy", "Gy", "Gy", {"Gy"}},
    {"sy", "Sy", "Sy", "Sy", {"Sy"}},
    {"sh", "Sy", "S", "Sy", {"Si", "Sy"}},
    {"zy", "Zy", "Zy", "Zy", {"Zy"}},
    {"jy", "Zy", "Zy", "Zy", {"Zy"}},
    {"ty", "Ty", "Ty", "Ty", {"Ty"}},
    {"cy", "Ty", "Ty", "Ty", {"Ty"}},
    {"ch", "Ty", "T", "Ty", {"Ti", "Ty"}},
    {"ts", "Ts", "Ts", "T", {"Tu", "Ts"}},
    {"th", "Ty", "T", "Ty", {"Ti", "Ty"}},
    {"tw", "T", "T", "T", {"Tu"}},
    {"dy", "Zy", "Zy", "Zy", {"Zy"}},
    {"dh", "Zy", "Z", "Zy", {"Zi", "Zy"}},
    {"dw", "D", "D", "Z", {"Zu"}},
    {"dz", "Z", "Z", "Z", {"Zu"}},
    {"ny", "Ny", "Ny", "Ny", {"Ny", "NY"}},
    {"hy", "Hy", "Hy", "Hy", {"Hy"}},
    {"hw", "F", "F", "F", {"F"}},
    {"fy", "Hy", "Hy", "Hy", {"Hy"}},
    {"by", "By", "By", "By", {"By"}},
    {"vy", "By", "By", "By", {"By"}},
    {"py", "Py", "Py", "Py", {"Py"}},
    {"my", "My", "My", "My", {"My"}},
    {"ry", "Ry", "Ry", "Ry", {"Ry"}},
    {"kw", "Kw", "Kw", "Kw", {"Kw"}},
    {"gw", "Gw", "Gw", "Gw", {"Gw"}},
    {"wh", "W", "W", "", {"W"}},
    {"k", "K", "K", "K", {"K"}},
    {"g", "G", "G", "G", {"G"}},
    {"s", "S", "S", "S", {"S"}},
    {"z", "Z", "Z", "Z", {"Z"}},
    {"j", "Zy", "Z", "Zy", {"Zi", "Zy"}},
    {"t", "T", "T", "T", {"T"}},
    {"c", "-", "-", "-", {"Ti", "Ty"}},
    {"d", "D", "Z", "Z", {"D", "Zi", "Zu", "Zy"}},
    {"n", "N", "N", "N", {"N"}},
    {"h", "H", "H", "F", {"H", "F"}},
    {"f", "F", "F", "F", {"F", "Hy"}},
    {"b", "B", "B", "B", {"B"}},
    {"v", "B", "B", "B", {"B"}},
    {"p", "P", "P", "P", {"P"}},
    {"m", "M", "M", "M", {"M", "NB", "NP", "NM"}},
    {"y", "Y", "", "Y", {"Y"}},
    {"r", "R", "R", "R", {"R"}},
    {"w", "W", "W", "", {"W"}},
    {"q", "Kw", "Kw", "Kw", {"Kw"}},
};

typedef struct Typed {
    Str word;
    size_t read;
    Speller speller;
    const Consonant *unfinished; /* the last, without its vowel */
} Typed;

/* The letter `ahead` letters on; NUL at the end. */
static char letter(const Typed *typed, size_t ahead) {
    size_t at = typed->read + ahead;
    return at < typed->word.len ? typed->word.at[at] : '\0';
}

/* The vowel at `ahead`, bare or with a mark of length (ō, ô); its bytes, 0 for none. */
static size_t vowel_at(const Typed *typed, size_t ahead, char *vowel, bool *is_long) {
    static const struct {
        const char *bytes;
        char vowel;
    } marked[] = {
        {"ā", 'a'}, {"ī", 'i'}, {"ū", 'u'}, {"ē", 'e'}, {"ō", 'o'},
        {"â", 'a'}, {"î", 'i'}, {"û", 'u'}, {"ê", 'e'}, {"ô", 'o'},
    };
    *vowel = letter(typed, ahead);
    *is_long = false;
    if (is_vowel(*vowel))
        return 1;
    for (size_t i = 0; i < COUNT_OF(marked); i++) {
        if (!str_starts(str_skip(typed->word, typed->read + ahead), str(marked[i].bytes)))
            continue;
        *vowel = marked[i].vowel;
        *is_long = true;
        return strlen(marked[i].bytes);
    }
    return 0;
}

static void take_vowel(Typed *typed, size_t bytes, char vowel, bool is_long) {
    write_vowel(&typed->speller, vowel);
    if (is_long)
        write_long(&typed->speller);
    typed->read += bytes;
}

static const Consonant *consonant_at(const Typed *typed) {
    Str rest = str_skip(typed->word, typed->read);
    for (size_t i = 0; i < COUNT_OF(consonants); i++)
        if (str_starts(rest, str(consonants[i].typed)))
            return &consonants[i];
    return NULL;
}

static const char *before_vowel(const Consonant *c, char vowel) {
    return vowel == 'i' ? c->with_i : vowel == 'u' ? c->with_u : c->own;
}

/* A consonant with its vowel, or the last one without. */
static bool take_syllable(Typed *typed) {
    const Consonant *c = consonant_at(typed);
    if (c == NULL)
        return false;
    size_t len = strlen(c->typed);
    char vowel;
    bool is_long;
    size_t bytes = vowel_at(typed, len, &vowel, &is_long);
    if (bytes == 0) {
        typed->unfinished = c;
        typed->read += len;
        return typed->read == typed->word.len;
    }
    const char *before = before_vowel(c, vowel);
    if (before[0] == '-')
        return false; /* c is only the beginning of ch and cy */
    typed->read += len;
    if (before[0] != '\0') {
        buf_text(typed->speller.out, before);
        buf_byte(typed->speller.out, vowel);
        typed->speller.vowel = vowel;
        if (is_long)
            write_long(&typed->speller);
        typed->read += bytes;
        return true;
    }
    typed->speller.vowel = '\0';
    take_vowel(typed, bytes, vowel, is_long);
    return true;
}

/* ん as n', as n or nn before a consonant or the end, nn before n, m before b, p and m. */
static bool take_n(Typed *typed) {
    char first = letter(typed, 0), second = letter(typed, 1), third = letter(typed, 2);
    char vowel;
    bool is_long;
    size_t bytes = 0;
    if (first == 'm' && second != '\0' && strchr("bpm", second) != NULL)
        bytes = 1;
    if (first == 'n' && second == '\'')
        bytes = 2;
    else if (first == 'n' && second == 'n')
        bytes = third == 'y' || vowel_at(typed, 2, &vowel, &is_long) > 0 ? 1 : 2;
    else if (first == 'n' && second != 'y' && vowel_at(typed, 1, &vowel, &is_long) == 0)
        bytes = 1;
    if (bytes == 0)
        return false;
    write_syllable(&typed->speller, "N");
    typed->read += bytes;
    return true;
}

/* っ: a consonant twice, tch, or typed by itself. */
static bool take_double(Typed *typed) {
    static const char *const alone[] = {"xtsu", "ltsu", "xtu", "ltu"};
    char first = letter(typed, 0), second = letter(typed, 1);
    size_t bytes = 0;
    for (size_t i = 0; i < COUNT_OF(alone) && bytes == 0; i++)
        if (str_starts(str_skip(typed->word, typed->read), str(alone[i])))
            bytes = strlen(alone[i]);
    bool doubled = first == second && first >= 'b' && first <= 'z' && !is_vowel(first);
    if (bytes == 0 && (doubled || (first == 't' && second == 'c')))
        bytes = 1;
    if (bytes == 0)
        return false;
    write_syllable(&typed->speller, "Q");
    typed->read += bytes;
    return true;
}

static bool take_one(Typed *typed) {
    char vowel;
    bool is_long;
    size_t bytes = vowel_at(typed, 0, &vowel, &is_long);
    if (bytes > 0) {
        take_vowel(typed, bytes, vowel, is_long);
        return true;
    }
    if (letter(typed, 0) == '-') {
        typed->read++;
        return write_long(&typed->speller);
    }
    return take_n(typed) || take_double(typed) || take_syllable(typed);
}

/* More than the beginning of a syllable. */
static bool has_vowel(const Buf *body) {
    return body->len > 0 && strpbrk(body->at, "aiueoAIUEO") != NULL;
}

static void list_endings(const Consonant *unfinished, Spelling *out) {
    size_t count = 0;
    for (size_t i = 0; unfinished != NULL && i < SPELLING_ENDINGS_MOST; i++)
        if (unfinished->endings[i][0] != '\0')
            out->endings[count++] = unfinished->endings[i];
}

bool spelling_of_romaji(Arena *arena, Str word, Spelling *out) {
    if (word.len < 2 || word.len > SPELLING_LETTERS_MOST)
        return false;
    Buf body;
    Typed typed = {.word = word, .speller = {&body, '\0'}};
    buf_init(&body, 4 * SPELLING_LETTERS_MOST);
    bool right = true;
    while (right && typed.read < word.len)
        right = take_one(&typed);
    right = right && has_vowel(&body);
    if (right) {
        *out = (Spelling){.body = arena_copy(arena, buf_str(&body))};
        list_endings(typed.unfinished, out);
    }
    buf_release(&body);
    return right;
}
