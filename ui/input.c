/*
 * A state machine that looks at one byte at a time. Each state's function says what became
 * of the byte (used or to be looked at again in the new state) and whether an event came out.
 * A byte that fits nowhere ends the state it is in and is looked at afresh, so nothing wrong
 * reaches further than itself.
 *
 * ESC is the only byte that needs a clock: alone it is a key, followed it starts something.
 */
#include "ui/input.h"

#include "ui/keys.h"

#include <ctype.h>

enum { ESC = 0x1B, BEL = 0x07, PASTE_END_BYTES = 6 };

static const char paste_end[] = "\033[201~";

typedef enum Taken {
    USED,        /* the byte is done with, no event yet */
    EVENT,       /* done with, and an event */
    AGAIN,       /* the state changed: look at the byte again */
    EVENT_AGAIN, /* an event, and look again */
} Taken;

void input_init(Input *input) {
    *input = (Input){.since_esc_ms = -1};
    buf_init(&input->paste, INPUT_PASTE_MOST);
}

void input_release(Input *input) {
    buf_release(&input->paste);
    *input = (Input){.since_esc_ms = -1};
}

void input_ask_ambiguous(Input *input) {
    input->asked = true;
    input->answer_ms = INPUT_ANSWER_MS;
}

void input_ask_background(Input *input) {
    input->asked_ground = true;
    input->answer_ms = INPUT_ANSWER_MS;
}

/* ---- leaving and entering states ---- */

static void ground(Input *in) {
    in->state = INPUT_GROUND;
    in->alt = in->apart = in->orphan = in->timed_out = false;
    in->sequence_len = in->swallowed = in->answer_len = 0;
}

static bool key_out(Event *out, Key key) {
    *out = (Event){.kind = EVENT_KEY, .key = key};
    return true;
}

static Key rune_of(uint8_t byte) {
    return (Key){.code = K_RUNE, .rune = byte};
}

static Key with_alt(const Input *in, Key key) {
    key.mods |= in->alt ? MOD_ALT : 0;
    return key;
}

static Key esc_key(void) {
    return (Key){.code = K_ESC};
}

static void begin_sequence(Input *in, uint8_t introducer, InputState state) {
    in->state = state;
    in->sequence[0] = (char)introducer;
    in->sequence_len = in->swallowed = 1;
}

/* What was kept of the sequence turns back into the keys it was. */
static void replay(Input *in) {
    in->state = INPUT_REPLAY;
    in->replay_at = 0;
}

static bool answer_awaited(const Input *in) {
    return in->asked && in->answer_ms > 0;
}

/* Its pieces are put together, wherever they were cut. */
static bool ground_awaited(const Input *in) {
    return in->asked_ground && in->answer_ms > 0;
}

/* ---- one function per state ---- */

static Taken start_rune(Input *in, uint8_t byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        in->bytes_left = 1, in->rune = byte & 0x1F, in->rune_least = 0x80;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        in->bytes_left = 2, in->rune = byte & 0x0F, in->rune_least = 0x800;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        in->bytes_left = 3, in->rune = byte & 0x07, in->rune_least = 0x10000;
    } else {
        ground(in); /* a stray byte */
        return USED;
    }
    in->state = INPUT_RUNE;
    return USED;
}

static bool is_character(uint32_t rune, uint32_t least) {
    bool surrogate = rune >= 0xD800 && rune <= 0xDFFF;
    bool control = rune < 0xA0; /* C1: an introducer to some terminals, a key to none */
    return rune >= least && rune <= 0x10FFFF && !surrogate && !control;
}

static Taken in_rune(Input *in, uint8_t byte, Event *out) {
    if ((byte & 0xC0) != 0x80) {
        ground(in);
        return AGAIN;
    }
    in->rune = in->rune << 6 | (byte & 0x3F);
    if (--in->bytes_left > 0)
        return USED;
    Key key = with_alt(in, (Key){.code = K_RUNE, .rune = in->rune});
    ground(in);
    if (!is_character(key.rune, in->rune_least))
        return USED;
    key_out(out, key);
    return EVENT;
}

/* A key of one byte, or the first of a character. Alt may have been pressed with it. */
static Taken in_ground(Input *in, uint8_t byte, Event *out) {
    int since_esc = in->since_esc_ms;
    in->since_esc_ms = -1;
    if (byte >= 0x80)
        return start_rune(in, byte);
    if (byte == ESC && !in->alt) {
        in->state = INPUT_ESC;
        return USED;
    }
    if (byte == '[' && since_esc >= 0 && since_esc < INPUT_STALE_MS && answer_awaited(in)) {
        begin_sequence(in, byte, INPUT_SEQUENCE);
        in->orphan = true;
        return USED;
    }
    if (byte == ']' && since_esc >= 0 && since_esc < INPUT_STALE_MS && ground_awaited(in)) {
        begin_sequence(in, byte, INPUT_STRING);
        in->apart = true;
        return USED;
    }
    key_out(out, with_alt(in, byte < 0x20 || byte == 0x7F ? key_of_control(byte) : rune_of(byte)));
    ground(in);
    return EVENT;
}

static bool starts_string(uint8_t byte) {
    return byte == ']' || byte == 'P' || byte == 'X' || byte == '^' || byte == '_';
}

static Taken in_esc(Input *in, uint8_t byte, Event *out) {
    bool last_read = in->bytes.len == 1;
    if (byte == ESC) {
        in->state = INPUT_ESC_ESC;
        return USED;
    }
    if (byte == '[' || byte == 'O') {
        begin_sequence(in, byte, INPUT_SEQUENCE);
        return USED;
    }
    bool answers = byte == ']' && ground_awaited(in);
    if (starts_string(byte) && (answers || !(in->apart && last_read))) {
        begin_sequence(in, byte, INPUT_STRING);
        return USED;
    }
    if (in->apart) { /* nobody's Alt comes in two pieces; a fast typist's Esc does */
        ground(in);
        key_out(out, esc_key());
        return EVENT_AGAIN;
    }
    in->state = INPUT_GROUND;
    in->alt = true;
    return AGAIN;
}

static Taken in_esc_esc(Input *in, uint8_t byte, Event *out) {
    if (byte == '[' || byte == 'O') {
        in->alt = true;
        in->apart = false;
        begin_sequence(in, byte, INPUT_SEQUENCE);
        return USED;
    }
    key_out(out, esc_key());
    if (byte == ESC)
        return EVENT;
    in->state = INPUT_ESC;
    return EVENT_AGAIN;
}

static void keep(Input *in, uint8_t byte) {
    in->swallowed++;
    if (in->sequence_len < INPUT_SEQUENCE_MOST)
        in->sequence[in->sequence_len++] = (char)byte;
}

static Str kept(const Input *in) {
    return str_n(in->sequence, in->sequence_len);
}

typedef enum Fits { MORE, LAST, WRONG } Fits;

/* rxvt ends Shift with '$', which elsewhere stands before the last byte of a report. */
static bool is_rxvt_shift(const Input *in, uint8_t byte) {
    if (byte != '$' || in->sequence_len < 2)
        return false;
    for (size_t i = 1; i < in->sequence_len; i++)
        if (in->sequence[i] < '0' || in->sequence[i] > '9')
            return false;
    return true;
}

static Fits fits(const Input *in, uint8_t byte) {
    if (byte < 0x20 || byte >= 0x7F)
        return WRONG;
    bool first = in->sequence_len == 1;
    if (in->sequence[0] == 'O') {
        bool number = (byte >= '0' && byte <= '9') || byte == ';';
        return number ? MORE : byte == ' ' || byte >= 0x40 ? LAST : WRONG;
    }
    if (first && byte == '[')
        return MORE;
    bool console = in->sequence_len == 2 && in->sequence[1] == '[';
    if (console || is_rxvt_shift(in, byte))
        return LAST;
    return byte < 0x40 ? MORE : LAST;
}

static void begin_paste(Input *in) {
    ground(in);
    in->state = INPUT_PASTE;
    in->paste_end = 0;
    buf_clear(&in->paste);
}

static Taken report_out(Input *in, int row, int col, Event *out) {
    bool wanted = in->asked && row == 2 && (col == 2 || col == 3);
    ground(in);
    if (!wanted)
        return USED;
    in->asked = false;
    Ambiguous answer = col == 3 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    *out = (Event){.kind = EVENT_AMBIGUOUS, .ambiguous = answer};
    return EVENT;
}

static Taken sequence_done(Input *in, Event *out) {
    int row, col;
    if (in->swallowed > in->sequence_len) {
        ground(in); /* too long to be a key */
        return USED;
    }
    if (key_is_cursor_report(kept(in), &row, &col))
        return report_out(in, row, col, out);
    if (str_equal(kept(in), str("[200~"))) {
        begin_paste(in);
        return USED;
    }
    if (str_equal(kept(in), str("[M"))) {
        in->state = INPUT_MOUSE;
        in->bytes_left = 3;
        return USED;
    }
    Key key = with_alt(in, key_of_sequence(kept(in)));
    if (key.code == K_NONE && in->orphan) {
        replay(in);
        return USED;
    }
    ground(in);
    return key.code != K_NONE && key_out(out, key) ? EVENT : USED;
}

static Taken in_sequence(Input *in, uint8_t byte, Event *out) {
    Fits fit = in->swallowed < INPUT_STRING_MOST ? fits(in, byte) : WRONG;
    if (fit == WRONG) {
        if (in->orphan)
            replay(in);
        else
            ground(in);
        return AGAIN;
    }
    keep(in, byte);
    return fit == LAST ? sequence_done(in, out) : USED;
}

static Taken in_mouse(Input *in) {
    if (--in->bytes_left == 0)
        ground(in);
    return USED;
}

/* "11;rgb:1c1c/1c1c/1c1c": whether that is dark. Parts have one to four digits. */
static bool is_background(Str answer, bool *dark) {
    static const unsigned weights[] = {299, 587, 114}; /* of brightness: ITU-R BT.601 */
    unsigned sum = 0;
    Str rest = answer;
    if (!str_starts(rest, str("11;rgb:")))
        return false;
    rest = str_skip(rest, strlen("11;rgb:"));
    for (size_t i = 0; i < COUNT_OF(weights); i++) {
        unsigned value = 0, most = 0;
        size_t digits = 0;
        for (; digits < 4 && rest.len > 0 && isxdigit((unsigned char)rest.at[0]); digits++) {
            int digit = tolower((unsigned char)rest.at[0]);
            value = value * 16 + (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
            most = most * 16 + 15;
            rest = str_skip(rest, 1);
        }
        bool last = i + 1 == COUNT_OF(weights);
        if (digits == 0 || (last ? rest.len > 0 : rest.len == 0 || rest.at[0] != '/'))
            return false;
        rest = str_skip(rest, 1);
        sum += weights[i] * value / most;
    }
    *dark = sum < 500;
    return true;
}

static Taken string_done(Input *in, Event *out) {
    bool dark = false, asked = in->asked_ground && in->sequence[0] == ']';
    bool told = asked && is_background(str_n(in->answer, in->answer_len), &dark);
    ground(in);
    if (!told)
        return USED;
    in->asked_ground = false;
    *out = (Event){.kind = EVENT_BACKGROUND, .dark = dark};
    return EVENT;
}

/* What came in pieces and is no such answer is not waited for. */
static bool is_other(const Input *in, uint8_t byte) {
    static const char front[] = "11;rgb:";
    return in->apart && in->answer_len < strlen(front) && byte != front[in->answer_len];
}

static Taken in_string(Input *in, uint8_t byte, Event *out) {
    if (is_other(in, byte)) {
        ground(in);
        return AGAIN;
    }
    if (byte == ESC) {
        in->state = INPUT_STRING_ESC;
        return USED;
    }
    if (byte < 0x20 || in->swallowed >= INPUT_STRING_MOST) {
        if (byte == BEL)
            return string_done(in, out);
        ground(in);
        return AGAIN;
    }
    in->swallowed++;
    if (in->answer_len < sizeof in->answer)
        in->answer[in->answer_len++] = (char)byte;
    return USED;
}

static Taken in_string_esc(Input *in, uint8_t byte, Event *out) {
    if (byte == '\\')
        return string_done(in, out);
    ground(in);
    in->state = INPUT_ESC;
    return AGAIN;
}

/* Valid UTF-8 with LF between lines. A stray byte grows to three, so what was just short
 * enough may lose its end. */
static void mend_paste(Buf *paste) {
    Buf mended;
    buf_init(&mended, INPUT_PASTE_MOST);
    Str rest = buf_str(paste);
    while (rest.len > 0 && !mended.overflowed) {
        uint32_t rune;
        char utf8[4];
        bool crlf = str_starts(rest, str("\r\n"));
        size_t used = text_decode(rest, &rune);
        if (!crlf)
            buf_add(&mended, str_n(utf8, text_encode(rune == '\r' ? '\n' : rune, utf8)));
        rest = str_skip(rest, used);
    }
    buf_release(paste);
    *paste = mended;
}

static Taken paste_out(Input *in, Event *out) {
    ground(in);
    mend_paste(&in->paste);
    *out = (Event){.kind = EVENT_PASTE, .text = buf_str(&in->paste)};
    return EVENT;
}

/* Once something did not fit, nothing after it may: no holes. */
static void paste_add(Input *in, Str bytes) {
    if (!in->paste.overflowed)
        buf_add(&in->paste, bytes);
}

static Taken in_paste(Input *in, uint8_t byte, Event *out) {
    if (byte == (uint8_t)paste_end[in->paste_end]) {
        in->paste_end++;
        return in->paste_end == PASTE_END_BYTES ? paste_out(in, out) : USED;
    }
    if (in->paste_end > 0)
        paste_add(in, str_n(paste_end, in->paste_end)); /* it was not the end after all */
    in->paste_end = 0;
    if (byte == ESC)
        in->paste_end = 1;
    else
        paste_add(in, str_n(&(char){(char)byte}, 1));
    return USED;
}

static Taken take(Input *in, uint8_t byte, Event *out) {
    switch (in->state) {
    case INPUT_RUNE:
        return in_rune(in, byte, out);
    case INPUT_ESC:
        return in_esc(in, byte, out);
    case INPUT_ESC_ESC:
        return in_esc_esc(in, byte, out);
    case INPUT_SEQUENCE:
        return in_sequence(in, byte, out);
    case INPUT_MOUSE:
        return in_mouse(in);
    case INPUT_STRING:
        return in_string(in, byte, out);
    case INPUT_STRING_ESC:
        return in_string_esc(in, byte, out);
    case INPUT_PASTE:
        return in_paste(in, byte, out);
    case INPUT_GROUND:
    case INPUT_REPLAY:
        break;
    }
    return in_ground(in, byte, out);
}

/* ---- silence ---- */

/* The beginning of an answer on row 2, which is put together however slowly it comes. */
static bool may_become_answer(const Input *in) {
    if (in->state == INPUT_STRING || in->state == INPUT_STRING_ESC)
        return ground_awaited(in) && in->sequence[0] == ']';
    return in->state == INPUT_SEQUENCE && answer_awaited(in) && in->sequence[0] == '[' &&
           (in->sequence_len == 1 || in->sequence[1] == '2');
}

int input_wait_ms(const Input *in) {
    int limit = -1;
    bool only_introducer = in->sequence_len == 1 && in->swallowed == 1;
    if (in->state == INPUT_ESC || in->state == INPUT_ESC_ESC || in->state == INPUT_STRING_ESC) {
        limit = may_become_answer(in) ? -1 : ESC_DELAY_MS;
    } else if (in->state == INPUT_SEQUENCE || in->state == INPUT_STRING) {
        bool key_so_far = only_introducer || in->orphan;
        limit = key_so_far && !may_become_answer(in) ? ESC_DELAY_MS : -1;
    } else if (in->state == INPUT_PASTE) {
        limit = INPUT_PASTE_GAP_MS;
    }
    return limit < 0 ? -1 : MAX_OF(limit - in->silence_ms, 0);
}

static void age(Input *in, int ms) {
    in->silence_ms = MIN_OF(in->silence_ms, INPUT_PASTE_GAP_MS) + MIN_OF(ms, INPUT_PASTE_GAP_MS);
    in->answer_ms = MAX_OF(in->answer_ms - MIN_OF(ms, INPUT_ANSWER_MS), 0);
    if (in->since_esc_ms >= 0)
        in->since_esc_ms = MIN_OF(in->since_esc_ms + MIN_OF(ms, INPUT_STALE_MS), INPUT_STALE_MS);
}

void input_pass(Input *in, int ms) {
    age(in, MAX_OF(ms, 0));
    in->timed_out = input_wait_ms(in) == 0;
}

static bool is_stale(const Input *in) {
    bool unfinished = in->state == INPUT_RUNE || in->state == INPUT_SEQUENCE ||
                      in->state == INPUT_MOUSE || in->state == INPUT_STRING ||
                      in->state == INPUT_STRING_ESC;
    return unfinished && in->silence_ms >= INPUT_STALE_MS && !may_become_answer(in);
}

void input_feed(Input *in, Str bytes, int ms) {
    age(in, MAX_OF(ms, 0));
    if (is_stale(in))
        ground(in);
    in->bytes = bytes;
    in->silence_ms = 0;
    in->apart = in->state == INPUT_ESC || in->state == INPUT_ESC_ESC ||
                ((in->state == INPUT_SEQUENCE || in->state == INPUT_STRING) && in->apart);
}

/* What silence makes of the state: an Esc, Alt with the introducer, the paste so far. */
static bool give_up(Input *in, Event *out) {
    in->timed_out = false;
    switch (in->state) {
    case INPUT_ESC:
    case INPUT_STRING_ESC:
        ground(in);
        in->since_esc_ms = 0;
        return key_out(out, esc_key());
    case INPUT_ESC_ESC:
        in->state = INPUT_ESC;
        in->timed_out = true;
        return key_out(out, esc_key());
    case INPUT_PASTE:
        return paste_out(in, out) == EVENT;
    case INPUT_SEQUENCE:
    case INPUT_STRING:
        break;
    default:
        return false;
    }
    if (in->orphan) {
        replay(in);
        return false;
    }
    if (in->apart || in->alt) {
        bool apart = in->apart;
        in->alt = !apart;
        replay(in);
        return key_out(out, esc_key());
    }
    key_out(out, (Key){.code = K_RUNE, .mods = MOD_ALT, .rune = (uint8_t)in->sequence[0]});
    ground(in);
    return true;
}

static bool replay_out(Input *in, Event *out) {
    key_out(out, with_alt(in, rune_of((uint8_t)in->sequence[in->replay_at++])));
    if (in->replay_at >= in->sequence_len)
        ground(in);
    return true;
}

bool input_next(Input *in, Event *out) {
    if (in->timed_out && give_up(in, out))
        return true;
    for (;;) {
        if (in->state == INPUT_REPLAY)
            return replay_out(in, out);
        if (in->bytes.len == 0)
            return false;
        Taken taken = take(in, (uint8_t)in->bytes.at[0], out);
        if (taken == USED || taken == EVENT)
            in->bytes = str_skip(in->bytes, 1);
        if (taken == EVENT || taken == EVENT_AGAIN)
            return true;
    }
}
