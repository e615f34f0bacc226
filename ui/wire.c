/*
 * One pass over tokens. A style change is held back until something comes whose looks depend
 * on it: text, or anything not known to be a mere cursor move.
 */
#include "ui/wire.h"

typedef enum TokenKind { TEXT, STYLE, MOVE, CHARSET, PALETTE, INSERT, OTHER } TokenKind;

typedef struct Token {
    TokenKind kind;
    Str bytes;
    Str parameters; /* of STYLE: "0;1" */
} Token;

enum {
    ESC = 0x1B,
    BEL = 0x07,
    NUMBERS_MOST = 16, /* in one sequence: what every terminal has room for */
};

static bool is_parameter(char c) {
    return c >= 0x20 && c <= 0x3F;
}

/* The last byte of a cursor move. */
static bool is_move(char last) {
    return (last >= 'A' && last <= 'D') || last == 'G' || last == 'H' || last == 'd';
}

/* ESC [ parameters last */
static Token csi_token(Str rest) {
    size_t end = 2;
    bool numbers = true;
    while (end < rest.len && is_parameter(rest.at[end])) {
        numbers = numbers && ((rest.at[end] >= '0' && rest.at[end] <= '9') || rest.at[end] == ';');
        end++;
    }
    Token token = {OTHER, str_n(rest.at, MIN_OF(end + 1, rest.len)), str_n(rest.at + 2, end - 2)};
    if (end < rest.len && numbers && rest.at[end] == 'm')
        token.kind = STYLE;
    else if (end < rest.len && numbers && is_move(rest.at[end]))
        token.kind = MOVE;
    else if (end < rest.len && numbers && rest.at[end] == '@')
        token.kind = INSERT;
    return token;
}

/* ESC ] … BEL; on the Linux console ESC ] R is whole. */
static Token string_token(Str rest) {
    static const char *const resets[] = {"\033]104\a", "\033]R"};
    for (size_t i = 0; i < COUNT_OF(resets); i++)
        if (str_starts(rest, str(resets[i])))
            return (Token){PALETTE, str_n(rest.at, strlen(resets[i])), {0}};
    const char *end = memchr(rest.at, BEL, rest.len);
    return (Token){OTHER, end == NULL ? rest : str_n(rest.at, (size_t)(end - rest.at) + 1), {0}};
}

static Token escape_token(Str rest) {
    if (rest.len < 2)
        return (Token){OTHER, rest, {0}};
    char next = rest.at[1];
    if (next == '[')
        return csi_token(rest);
    if (next == ']')
        return string_token(rest);
    if (next == '(')
        return (Token){CHARSET, str_n(rest.at, MIN_OF(rest.len, (size_t)3)), {0}};
    return (Token){OTHER, str_n(rest.at, MIN_OF(rest.len, (size_t)2)), {0}};
}

static Token next_token(Str rest) {
    if (rest.at[0] == ESC)
        return escape_token(rest);
    const char *end = memchr(rest.at, ESC, rest.len);
    Str text = end == NULL ? rest : str_n(rest.at, (size_t)(end - rest.at));
    size_t moves = 0;
    while (moves < text.len && (text.at[moves] == '\r' || text.at[moves] == '\b'))
        moves++;
    return moves > 0 ? (Token){MOVE, str_n(text.at, moves), {0}} : (Token){TEXT, text, {0}};
}

static bool resets(Str parameters) {
    return parameters.len == 0 || parameters.at[0] == ';' || str_equal(parameters, str("0")) ||
           str_starts(parameters, str("0;"));
}

static Str held(const Wire *wire) {
    return str_n(wire->style, wire->style_len);
}

static void add_style(Buf *out, Str parameters) {
    buf_text(out, "\033[");
    buf_add(out, parameters);
    buf_byte(out, 'm');
}

/* ESC [ ; 7 m is ESC [ 0 ; 7 m, and a plain terminal needs no reset at all. */
static void send_style(Wire *wire, Buf *out) {
    Str style = held(wire);
    if (style.len == 0)
        return;
    bool plain = str_equal(style, str("0"));
    bool reset = plain || style.at[0] == ';';
    if (plain)
        style = str("");
    else if (reset && wire->plain)
        style = str_skip(style, 1);
    if (!plain || !wire->plain)
        add_style(out, style);
    wire->plain = plain;
    wire->style_len = 0;
}

static void hold(Wire *wire, Str text) {
    memcpy(wire->style + wire->style_len, text.at, text.len);
    wire->style_len += text.len;
}

static int numbers_in(Str parameters) {
    int count = 1;
    for (size_t i = 0; i < parameters.len; i++)
        count += parameters.at[i] == ';';
    return count;
}

/* A reset forgets what was held; it is held as "0" alone or as an empty first parameter. */
static void hold_style(Wire *wire, Str parameters, Buf *out) {
    bool reset = resets(parameters);
    if (reset) {
        wire->style_len = 0;
        parameters = str_skip(parameters, parameters.len > 0 && parameters.at[0] == '0' ? 1 : 0);
    }
    if (wire->style_len + parameters.len + 2 > WIRE_STYLE_MOST ||
        numbers_in(held(wire)) + numbers_in(parameters) > NUMBERS_MOST)
        send_style(wire, out);
    if (parameters.len + 2 > WIRE_STYLE_MOST) {
        add_style(out, parameters);
        wire->plain = false;
        return;
    }
    if (reset && parameters.len == 0) {
        hold(wire, str("0"));
        return;
    }
    if (str_equal(held(wire), str("0")))
        wire->style_len = 0, hold(wire, str(";"));
    else if (wire->style_len > 0)
        hold(wire, str(";"));
    hold(wire, parameters);
}

static void take_charset(Wire *wire, const Token *token, Buf *out) {
    bool ascii = str_equal(token->bytes, str("\033(B"));
    wire->other_charset = wire->other_charset || !ascii;
    if (!wire->other_charset)
        return;
    send_style(wire, out);
    buf_add(out, token->bytes);
}

/* ESC 7, ESC [ … r, ESC 8 where the cursor was just put to a place: the region, and the place
   again. Returns the bytes of the frame that this was; 0 when it is something else. */
static size_t take_region(Str rest, Str place, Buf *out) {
    if (place.len == 0 || !str_starts(rest, str("\0337\033[")))
        return 0;
    Str region = csi_token(str_skip(rest, 2)).bytes;
    if (region.at[region.len - 1] != 'r' ||
        !str_starts(str_skip(rest, 2 + region.len), str("\0338")))
        return 0;
    buf_add(out, region);
    buf_add(out, place);
    return 2 + region.len + 2;
}

/* Whether room made by ESC [ 1 @ is for a character, as it is but for one case (wire.h). */
static bool is_filled(Str rest) {
    while (rest.len > 0) {
        Token token = next_token(rest);
        if (token.kind != STYLE && token.kind != CHARSET)
            return token.kind == TEXT;
        rest = str_skip(rest, token.bytes.len);
    }
    return false;
}

/* Where the cursor is known to stand after a token: the move that put it there. */
static Str place_after(const Token *token, Str before) {
    if (token->kind == STYLE || token->kind == CHARSET)
        return before;
    bool put = token->kind == MOVE && token->bytes.at[token->bytes.len - 1] == 'H';
    return put ? token->bytes : str("");
}

void wire_squeeze(Wire *wire, Str frame, Buf *out) {
    char known[32] = "";
    if (wire->at_row > 0 && wire->at_col > 0)
        snprintf(known, sizeof known, "\033[%d;%dH", wire->at_row, wire->at_col);
    wire->at_row = wire->at_col = 0;
    Str place = str(known);
    while (frame.len > 0) {
        size_t region = take_region(frame, place, out);
        frame = str_skip(frame, region);
        if (region > 0)
            continue;
        Token token = next_token(frame);
        frame = str_skip(frame, token.bytes.len);
        place = place_after(&token, place);
        if (token.kind == PALETTE || (token.kind == INSERT && !is_filled(frame)))
            continue;
        if (token.kind == STYLE) {
            hold_style(wire, token.parameters, out);
        } else if (token.kind == CHARSET) {
            take_charset(wire, &token, out);
        } else {
            if (token.kind != MOVE)
                send_style(wire, out);
            buf_add(out, token.bytes);
        }
    }
    send_style(wire, out);
}
