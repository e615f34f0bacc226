/*
 * A sequence is an introducer ('[' or 'O'), numbers, and a last byte. The last byte names
 * the key, or says that the first number does. The modifiers are the last number (xterm) or
 * hidden in the last byte (rxvt).
 */
#include "ui/keys.h"

enum { NUMBERS_MOST = 4, NUMBER_TOP = 99999, RELEASED = 3 };

typedef struct Sequence {
    int numbers[NUMBERS_MOST];
    int behind[NUMBERS_MOST]; /* what a colon adds to each: the key's shifted form, what befell it
                               */
    int count;
    bool is_private; /* starts with one of < = > ? */
    char last;
} Sequence;

typedef struct NumberedKey {
    int number;
    KeyCode code;
    uint32_t rune;
} NumberedKey;

/* ESC [ number ~ of vt220 and its heirs. */
static const NumberedKey numbered_keys[] = {
    {1, K_HOME, 0},      {2, K_INSERT, 0}, {3, K_DELETE, 0}, {4, K_END, 0}, {5, K_PAGE_UP, 0},
    {6, K_PAGE_DOWN, 0}, {7, K_HOME, 0},   {8, K_END, 0},    {11, K_F, 1},  {12, K_F, 2},
    {13, K_F, 3},        {14, K_F, 4},     {15, K_F, 5},     {17, K_F, 6},  {18, K_F, 7},
    {19, K_F, 8},        {20, K_F, 9},     {21, K_F, 10},    {23, K_F, 11}, {24, K_F, 12},
    {25, K_F, 13},       {26, K_F, 14},    {28, K_F, 15},    {29, K_F, 16}, {31, K_F, 17},
    {32, K_F, 18},       {33, K_F, 19},    {34, K_F, 20},
};

static Key plain(KeyCode code) {
    return (Key){.code = code};
}

static Key rune_key(uint32_t rune, uint8_t mods) {
    return (Key){.code = K_RUNE, .mods = mods, .rune = rune};
}

Key key_of_control(uint8_t byte) {
    switch (byte) {
    case 0x00:
        return rune_key(' ', MOD_CTRL);
    case '\b':
    case 0x7F:
        return plain(K_BACKSPACE);
    case '\t':
        return plain(K_TAB);
    case '\n':
    case '\r':
        return plain(K_ENTER);
    case 0x1B:
        return plain(K_ESC);
    default:
        break;
    }
    /* Ctrl-A is 1; Ctrl-\ to Ctrl-_ follow Ctrl-Z and ESC. */
    return rune_key(byte <= 26 ? (uint32_t)(byte + 'a' - 1) : (uint32_t)(byte + 0x40), MOD_CTRL);
}

static void add_digit(int *number, char digit) {
    *number = MIN_OF(*number * 10 + (digit - '0'), NUMBER_TOP);
}

/* "106:74;1:3": numbers and, behind the first colon of each, one more; the rest is left out. */
static Sequence parse(Str text) {
    Sequence s = {.count = 0};
    if (text.len > 0)
        s.last = text.at[text.len - 1];
    bool in_number = false;
    int colons = 0;
    for (size_t i = 1; i + 1 < text.len; i++) {
        char c = text.at[i];
        if (c == ';' || (!in_number && ((c >= '0' && c <= '9') || c == ':'))) {
            if (!in_number && s.count < NUMBERS_MOST)
                s.count++; /* an absent number is zero */
            in_number = c != ';';
            colons = 0;
        }
        if (c >= '0' && c <= '9' && colons <= 1)
            add_digit(colons == 0 ? &s.numbers[s.count - 1] : &s.behind[s.count - 1], c);
        colons += c == ':';
        s.is_private = s.is_private || (c >= '<' && c <= '?');
    }
    return s;
}

/* xterm's number: one more than a sum of Shift 1, Alt 2, Ctrl 4, Meta 8. */
static uint8_t mods_of_number(int number) {
    int bits = number > 1 ? number - 1 : 0;
    return (uint8_t)((bits & 1 ? MOD_SHIFT : 0) | (bits & 10 ? MOD_ALT : 0) |
                     (bits & 4 ? MOD_CTRL : 0));
}

static Key key_of_letter(char letter) {
    switch (letter) {
    case 'A':
        return plain(K_UP);
    case 'B':
        return plain(K_DOWN);
    case 'C':
        return plain(K_RIGHT);
    case 'D':
        return plain(K_LEFT);
    case 'F':
        return plain(K_END);
    case 'H':
        return plain(K_HOME);
    case 'Z':
        return plain(K_BACKTAB);
    case 'P':
    case 'Q':
    case 'R':
    case 'S':
        return (Key){.code = K_F, .rune = (uint32_t)(letter - 'P' + 1)};
    default:
        return plain(K_NONE);
    }
}

/* rxvt's arrows: lower case with Shift after '[', with Ctrl after 'O'. */
static Key key_of_rxvt_arrow(char letter, uint8_t mods) {
    Key key = key_of_letter((char)(letter - 'a' + 'A'));
    key.mods = mods;
    return key;
}

/* The numeric keypad in application mode, after 'O'. */
static Key key_of_keypad(char letter) {
    static const char signs[] = "*+,-./0123456789"; /* j to y */
    if (letter >= 'j' && letter <= 'y')
        return rune_key((uint32_t)signs[letter - 'j'], 0);
    switch (letter) {
    case 'M':
        return plain(K_ENTER);
    case 'I':
        return plain(K_TAB);
    case 'X':
        return rune_key('=', 0);
    case ' ':
        return rune_key(' ', 0);
    default:
        return plain(K_NONE);
    }
}

static Key key_of_number(int number) {
    for (size_t i = 0; i < COUNT_OF(numbered_keys); i++)
        if (numbered_keys[i].number == number)
            return (Key){.code = numbered_keys[i].code, .rune = numbered_keys[i].rune};
    return plain(K_NONE);
}

/* A character: no control, no surrogate, and none of the private ones that stand for keys. */
static bool is_typed(int code) {
    return (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0xD800) || code > 0xF8FF;
}

/*
 * A key sent by its code point: ESC [ code : shifted ; mods u, and ESC [ 27 ; mods ; code ~. What
 * Shift makes of a character is that character, where it is known: the latter says it already.
 */
static Key key_of_code(int code, int shifted, int mods_number) {
    Key key = plain(K_NONE);
    uint8_t mods = mods_of_number(mods_number);
    if (code < 0x20 || code == 0x7F) {
        key = key_of_control((uint8_t)code);
        key = key.code == K_RUNE ? plain(K_NONE) : key;
    } else if (is_typed(code)) {
        key = rune_key((uint32_t)code, 0);
    }
    bool letter = code >= 'a' && code <= 'z', capital = code >= 'A' && code <= 'Z';
    if (key.code == K_RUNE && (mods & MOD_CTRL) != 0) {
        key.rune = (uint32_t)(capital ? code - 'A' + 'a' : code);
    } else if (key.code == K_RUNE && (mods & MOD_SHIFT) != 0) {
        if (is_typed(shifted) || letter)
            key.rune = (uint32_t)(is_typed(shifted) ? shifted : code - 'a' + 'A');
        mods &= is_typed(shifted) || letter || capital ? (uint8_t)~MOD_SHIFT : mods;
    }
    key.mods = mods;
    if (key.code == K_TAB && (mods & MOD_SHIFT) != 0)
        return plain(K_BACKTAB);
    return key;
}

static Key key_of_tilde(const Sequence *s) {
    if (s->numbers[0] == 27 && s->count == 3)
        return key_of_code(s->numbers[2], s->numbers[2], s->numbers[1]);
    Key key = key_of_number(s->numbers[0]);
    if (key.code == K_NONE)
        return key;
    if (s->last == '$' || s->last == '@')
        key.mods |= MOD_SHIFT;
    if (s->last == '^' || s->last == '@')
        key.mods |= MOD_CTRL;
    if (s->count > 1)
        key.mods |= mods_of_number(s->numbers[1]);
    return key;
}

static Key key_after_bracket(const Sequence *s) {
    if (s->last == '~' || s->last == '$' || s->last == '^' || s->last == '@')
        return key_of_tilde(s);
    if (s->last == 'u')
        return key_of_code(s->numbers[0], s->behind[0], s->count > 1 ? s->numbers[1] : 1);
    if (s->last >= 'a' && s->last <= 'd')
        return key_of_rxvt_arrow(s->last, MOD_SHIFT);
    Key key = key_of_letter(s->last);
    if (key.code != K_NONE && key.code != K_BACKTAB && s->count > 1)
        key.mods = mods_of_number(s->numbers[1]);
    return key;
}

static Key key_after_o(const Sequence *s) {
    if (s->last >= 'a' && s->last <= 'd')
        return key_of_rxvt_arrow(s->last, MOD_CTRL);
    Key key = key_of_letter(s->last);
    if (key.code == K_NONE)
        key = key_of_keypad(s->last);
    if (key.code != K_NONE && s->count > 0)
        key.mods = mods_of_number(s->numbers[s->count - 1]);
    return key;
}

Key key_of_sequence(Str sequence) {
    if (sequence.len < 2)
        return plain(K_NONE);
    if (sequence.len == 3 && sequence.at[0] == '[' && sequence.at[1] == '[') {
        char letter = sequence.at[2]; /* the Linux console's F1 to F5 */
        bool known = letter >= 'A' && letter <= 'E';
        return known ? (Key){.code = K_F, .rune = (uint32_t)(letter - 'A' + 1)} : plain(K_NONE);
    }
    Sequence s = parse(sequence);
    if (s.is_private || s.behind[1] == RELEASED)
        return plain(K_NONE);
    return sequence.at[0] == 'O' ? key_after_o(&s) : key_after_bracket(&s);
}

bool key_is_cursor_report(Str sequence, int *row, int *col) {
    Sequence s = parse(sequence);
    if (sequence.len == 0 || sequence.at[0] != '[' || s.last != 'R' || s.is_private ||
        s.count != 2 || s.numbers[0] == 1)
        return false;
    *row = s.numbers[0];
    *col = s.numbers[1];
    return true;
}
