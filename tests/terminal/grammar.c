/* See grammar.h. */
#include "grammar.h"

#include "text/width.h"

static bool is_number(char c) {
    return (c >= '0' && c <= '9') || c == ';';
}

/* ESC [ numbers last, as ncurses sends them. */
static size_t csi(Str rest) {
    size_t end = 2;
    bool is_private = end < rest.len && rest.at[end] == '?';
    end += is_private;
    Str numbers = str_n(rest.at + end, 0);
    while (end < rest.len && is_number(rest.at[end]))
        end++, numbers.len++;
    if (end >= rest.len)
        return 0;
    char last = rest.at[end];
    if (is_private) {
        static const char *const modes[] = {"1", "7", "12", "25", "1049", "2004", "12;25"};
        for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
            if (str_equal(numbers, str(modes[i])) && (last == 'h' || last == 'l'))
                return end + 1;
        return 0;
    }
    if (last == 't')
        return str_equal(numbers, str("22;0;0")) || str_equal(numbers, str("23;0;0")) ? end + 1 : 0;
    if (last == 'n')
        return str_equal(numbers, str("6")) ? end + 1 : 0;
    return strchr("@ABCDGHJKLMPSTXbdhlmr", last) != NULL ? end + 1 : 0;
}

/* The clipboard: ESC ] 52 ; c ; base64 BEL. */
static size_t clipboard(Str rest) {
    static const char base64[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    size_t end = strlen("\033]52;c;");
    if (!str_starts(rest, str("\033]52;c;")))
        return 0;
    while (end < rest.len && rest.at[end] != '\0' && strchr(base64, rest.at[end]) != NULL)
        end++;
    if (end < rest.len && rest.at[end] == '\a')
        return end + 1;
    return str_starts(str_skip(rest, end), str("\033\\")) ? end + 2 : 0;
}

/* What background there is: ESC ] 11 ; ? BEL. */
static size_t background(Str rest) {
    static const char asked[] = "\033]11;?\a";
    return str_starts(rest, str(asked)) ? sizeof asked - 1 : 0;
}

static size_t escape(Str rest) {
    if (rest.len < 2)
        return 0;
    if (rest.at[1] == '[')
        return csi(rest);
    if (rest.at[1] == ']')
        return background(rest) + clipboard(rest);
    if (rest.at[1] == '(')
        return rest.len > 2 && rest.at[2] == 'B' ? 3 : 0;
    return strchr("=>78M", rest.at[1]) != NULL ? 2 : 0;
}

/* Controls, what turns text round or hides in no width, what only asks for another picture. */
static bool is_poison(uint32_t rune) {
    static const uint32_t ranges[][2] = {
        {0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},     {0x061C, 0x061C},
        {0x180E, 0x180E},   {0x200B, 0x200F},   {0x2028, 0x202E}, {0x2060, 0x206F},
        {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF},
        {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (rune >= ranges[i][0] && rune <= ranges[i][1])
            return true;
    return false;
}

/* One character; 0 for a stray byte too. */
static size_t character(Str rest) {
    uint32_t rune;
    size_t used = text_decode(rest, &rune);
    bool stray = rune == 0xFFFD && !str_starts(rest, str("\uFFFD"));
    return stray || is_poison(rune) ? 0 : used;
}

static const char *stray(const Buf *output, bool screens) {
    Str rest = buf_str(output);
    while (rest.len > 0) {
        size_t used = 0;
        if (rest.at[0] == '\r' || rest.at[0] == '\n' || (screens && rest.at[0] == '\b'))
            used = 1;
        else if (screens && rest.at[0] == '\033')
            used = escape(rest);
        else
            used = character(rest);
        if (used == 0)
            return rest.at;
        rest = str_skip(rest, used);
    }
    return NULL;
}

const char *grammar_stray_of_screens(const Buf *output) {
    return stray(output, true);
}

const char *grammar_stray_of_lines(const Buf *output) {
    return stray(output, false);
}
