/* See doctor_parts.h: the locale and the terminal. */
#include "report/doctor_parts.h"

#include "base/tr.h"

enum { LEAST_COLS = 40, LEAST_ROWS = 10 };

/* ---- language and encoding ---- */

static const char *setting(Arena *arena, const char *text, const char *name, const char *value) {
    if (is_absent(value))
        return text;
    return arena_printf(arena, "%s%s%s=%s", text, is_absent(text) ? "" : "  ", name,
                        doctor_name(value));
}

static void find_environment(Examination *out, const DoctorLocale *locale) {
    const char *text = setting(out->arena, "", "LC_ALL", locale->lc_all);
    text = setting(out->arena, text, "LC_CTYPE", locale->lc_ctype);
    text = setting(out->arena, text, "LANG", locale->lang);
    Finding *finding = examination_find(out, "environment", _("Environment"),
                                        is_absent(text) ? _("says nothing of a locale") : text);
    finding_text(finding, "lc_all", doctor_name(locale->lc_all));
    finding_text(finding, "lc_ctype", doctor_name(locale->lc_ctype));
    finding_text(finding, "lang", doctor_name(locale->lang));
}

static void find_c_library(Examination *out, const DoctorLocale *locale) {
    bool took = !is_absent(locale->c_library);
    Finding *finding =
        examination_find(out, "c_library", _("C library"),
                         took ? doctor_name(locale->c_library) : _("does not have this locale"));
    finding_text(finding, "locale", doctor_name(locale->c_library));
    if (!took)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("kairo does not need it; other programs may. LANG=C.UTF-8 is on almost "
                         "every machine."));
}

static const char *encoding_text(Arena *arena, const DoctorLocale *locale) {
    switch (locale->encoding) {
    case ENCODING_ASSUMED:
        return _("UTF-8, assumed");
    case ENCODING_OTHER:
        return arena_printf(arena, _("%s; kairo converts"), doctor_name(locale->charset));
    case ENCODING_ASCII:
        return _("ASCII");
    case ENCODING_UTF8:
        break;
    }
    return "UTF-8";
}

static void find_encoding(Examination *out, const DoctorLocale *locale) {
    static const char *const names[] = {
        [ENCODING_UTF8] = "UTF-8", [ENCODING_ASSUMED] = "UTF-8", [ENCODING_ASCII] = "ASCII"};
    bool other = locale->encoding == ENCODING_OTHER;
    Finding *finding =
        examination_find(out, "encoding", _("Encoding"), encoding_text(out->arena, locale));
    finding_text(finding, "name", other ? doctor_name(locale->charset) : names[locale->encoding]);
    finding_flag(finding, "fallback",
                 locale->encoding == ENCODING_ASSUMED || locale->encoding == ENCODING_ASCII);
    if (locale->encoding == ENCODING_ASSUMED)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("The environment names no encoding. If Japanese is garbled, set LANG to "
                         "what the terminal speaks, such as ja_JP.UTF-8."));
    if (locale->encoding == ENCODING_ASCII)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("This encoding has no Japanese, so it is shown in Latin letters. If the "
                         "terminal speaks UTF-8, set LANG=C.UTF-8."));
}

static void find_language(Examination *out, const DoctorLocale *locale) {
    bool japanese = tr_lang() == LANG_JA;
    /* TRANSLATORS: the name is that of the language you translate to. */
    const char *text = is_absent(locale->language_by)
                           ? _("English, as nothing asks for another")
                           : arena_printf(out->arena, _("English, by %s"), locale->language_by);
    Finding *finding = examination_find(out, "language", _("Language"), text);
    finding_text(finding, "name", japanese ? "ja" : "en");
    finding_text(finding, "by", locale->language_by);
}

void doctor_find_locale(Examination *out, const DoctorLocale *locale) {
    examination_begin(out, "locale", _("Language and encoding"));
    find_environment(out, locale);
    find_c_library(out, locale);
    find_encoding(out, locale);
    find_language(out, locale);
}

/* ---- the terminal ---- */

static void find_device(Examination *out, const DoctorTerminal *terminal) {
    bool both = terminal->in && terminal->out;
    Finding *finding = examination_find(out, "device", _("Input and output"),
                                        both            ? _("a terminal")
                                        : terminal->out ? _("the input is no terminal")
                                        : terminal->in  ? _("the output is no terminal")
                                                        : _("no terminal"));
    finding_flag(finding, "input", terminal->in);
    finding_flag(finding, "output", terminal->out);
    if (!both)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("Size and widths are known only when kairo doctor runs in the terminal "
                         "itself, without a pipe."));
}

static const char *description_text(Arena *arena, const DoctorTerminal *terminal) {
    const char *name = doctor_name(terminal->name);
    if (is_absent(name))
        name = _("not set");
    if (terminal->known)
        return name;
    if (is_absent(terminal->used))
        return arena_printf(arena, _("%s; no description of any terminal is here"), name);
    return arena_printf(arena, _("%s; treated as %s"), name, terminal->used);
}

static void advise_description(Examination *out, Finding *finding, const DoctorTerminal *t) {
    if (is_absent(t->used))
        finding_advise(out, finding, t->out ? DOCTOR_PROBLEM : DOCTOR_NOTE,
                       _("The screens cannot open; kairo --plain can. Install ncurses-base and "
                         "ncurses-term."));
    else if (is_absent(t->name) && t->out)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("Set TERM to the kind of terminal, such as xterm-256color."));
    else if (!t->known && t->out)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("This machine does not know it. Install ncurses-term, or copy the "
                         "description from a machine that does (infocmp, tic)."));
}

static void find_description(Examination *out, const DoctorTerminal *terminal) {
    Finding *finding =
        examination_find(out, "term", "TERM", description_text(out->arena, terminal));
    finding_text(finding, "name", doctor_name(terminal->name));
    finding_flag(finding, "known", terminal->known);
    finding_text(finding, "used", terminal->used);
    advise_description(out, finding, terminal);
}

static void find_abilities(Examination *out, const DoctorTerminal *terminal) {
    const char *text = !terminal->moves_cursor      ? _("the cursor cannot be moved")
                       : terminal->alternate_screen ? _("moves the cursor, has a second screen")
                                                    : _("moves the cursor, has one screen");
    Finding *finding = examination_find(out, "abilities", _("Screen"), text);
    finding_flag(finding, "moves_cursor", terminal->moves_cursor);
    finding_flag(finding, "alternate_screen", terminal->alternate_screen);
    if (!terminal->moves_cursor)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("kairo writes plain lines here (kairo --plain)."));
    else if (!terminal->alternate_screen)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("What was on the screen is gone when kairo ends."));
}

static void find_colours(Examination *out, const DoctorTerminal *terminal) {
    const char *colorterm = doctor_name(terminal->colorterm), *text = _("none");
    if (terminal->no_colour)
        text = _("none, as NO_COLOR is set");
    else if (terminal->colours > 0)
        text = arena_printf(out->arena, _("%d colours"), terminal->colours);
    if (!is_absent(colorterm))
        text = arena_printf(out->arena, "%s  COLORTERM=%s", text, colorterm);
    Finding *finding = examination_find(out, "colours", _("Colours"), text);
    finding_number(finding, "count", terminal->no_colour ? 0 : terminal->colours);
    finding_flag(finding, "no_color", terminal->no_colour);
    finding_text(finding, "colorterm", colorterm);
}

static const char *between_key(DoctorBetween between) {
    static const char *const keys[] = {
        [BETWEEN_NOTHING] = "", [BETWEEN_TMUX] = "tmux", [BETWEEN_SCREEN] = "screen"};
    return keys[between];
}

static void find_line(Examination *out, const DoctorTerminal *terminal) {
    const char *through = between_key(terminal->between);
    const char *line = terminal->ssh ? _("through ssh") : _("not through ssh");
    const char *text =
        is_absent(through) ? line : arena_printf(out->arena, _("%s, in %s"), line, through);
    Finding *finding = examination_find(out, "line", _("Connection"), text);
    finding_flag(finding, "ssh", terminal->ssh);
    finding_text(finding, "multiplexer", through);
}

static void find_size(Examination *out, const DoctorTerminal *terminal) {
    bool known = terminal->cols > 0 && terminal->rows > 0;
    const char *text =
        known ? arena_printf(out->arena, _("%d columns, %d rows"), terminal->cols, terminal->rows)
              : _("not known");
    Finding *finding = examination_find(out, "size", _("Size"), text);
    finding_number(finding, "columns", known ? terminal->cols : -1);
    finding_number(finding, "rows", known ? terminal->rows : -1);
    if (known && (terminal->cols < LEAST_COLS || terminal->rows < LEAST_ROWS))
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("The screens need 40 columns and 10 rows. Make the window larger or the "
                         "letters smaller."));
}

/* ---- the width of ambiguous characters ---- */

Ambiguous doctor_width(const DoctorFacts *facts) {
    if (facts->width_fixed)
        return facts->width;
    bool wide =
        facts->terminal->answer == ANSWER_WIDE ||
        (facts->locale.encoding == ENCODING_OTHER && facts->terminal->answer != ANSWER_NARROW);
    return wide ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
}

static const char *answer_text(DoctorAnswer answer) {
    switch (answer) {
    case ANSWER_NARROW:
        return _("the terminal says narrow (1 column)");
    case ANSWER_WIDE:
        return _("the terminal says wide (2 columns)");
    case ANSWER_NONE:
        return _("the terminal does not answer");
    case ANSWER_NOT_ASKED:
        break;
    }
    return _("not asked");
}

static const char *width_text(Arena *arena, const DoctorFacts *facts) {
    const char *answer = answer_text(facts->terminal->answer);
    if (!facts->width_fixed)
        return answer;
    return arena_printf(arena, "%s; --ambiguous %s", answer,
                        facts->width == AMBIGUOUS_WIDE ? "wide" : "narrow");
}

static bool differs(const DoctorFacts *facts) {
    DoctorAnswer said = facts->width == AMBIGUOUS_WIDE ? ANSWER_WIDE : ANSWER_NARROW;
    DoctorAnswer answer = facts->terminal->answer;
    bool answered = answer == ANSWER_NARROW || answer == ANSWER_WIDE;
    return facts->width_fixed && answered && answer != said;
}

static const char *width_key(Ambiguous width) {
    return width == AMBIGUOUS_WIDE ? "wide" : "narrow";
}

static void find_width(Examination *out, const DoctorFacts *facts) {
    static const char *const keys[] = {[ANSWER_NOT_ASKED] = "not_asked",
                                       [ANSWER_NARROW] = "narrow",
                                       [ANSWER_WIDE] = "wide",
                                       [ANSWER_NONE] = "none"};
    DoctorAnswer answer = facts->terminal->answer;
    Finding *finding =
        examination_find(out, "ambiguous", _("Ambiguous width"), width_text(out->arena, facts));
    finding_text(finding, "answer", keys[answer]);
    finding_text(finding, "setting", facts->width_fixed ? width_key(facts->width) : "auto");
    finding_text(finding, "used", width_key(doctor_width(facts)));
    if (differs(facts))
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("--ambiguous says otherwise than the terminal. If lines do not end in one "
                         "column in the test card, leave it out."));
    if (answer == ANSWER_NONE && !facts->width_fixed)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("If lines do not end in one column in the test card, give --ambiguous "
                         "wide."));
}

/* ---- copying and browsing ---- */

static void find_clipboard(Examination *out, const DoctorTerminal *terminal) {
    const char *through = between_key(terminal->clipboard_through);
    const char *text = !terminal->clipboard ? _("no request to copy is sent; the text is shown")
                       : is_absent(through) ? _("requests to copy are sent (OSC 52)")
                                            : arena_printf(out->arena,
                                                           _("requests to copy are sent through %s "
                                                             "(OSC 52)"),
                                                           through);
    Finding *finding = examination_find(out, "clipboard", _("Clipboard"), text);
    finding_flag(finding, "sent", terminal->clipboard);
    finding_text(finding, "through", terminal->clipboard ? through : "");
    if (terminal->clipboard && terminal->clipboard_through == BETWEEN_TMUX)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("tmux takes them only with \"set -g set-clipboard on\"."));
}

static void find_browser(Examination *out, const DoctorTerminal *terminal) {
    Finding *finding =
        examination_find(out, "browser", _("Browser"),
                         terminal->browser ? _("pages open in a browser")
                                           : _("none here; addresses are shown and as QR code"));
    finding_flag(finding, "opens", terminal->browser);
}

void doctor_find_terminal(Examination *out, const DoctorFacts *facts) {
    const DoctorTerminal *terminal = facts->terminal;
    examination_begin(out, "terminal", _("Terminal"));
    find_device(out, terminal);
    find_description(out, terminal);
    find_abilities(out, terminal);
    find_colours(out, terminal);
    find_line(out, terminal);
    find_size(out, terminal);
    find_width(out, facts);
    find_clipboard(out, terminal);
    find_browser(out, terminal);
}
