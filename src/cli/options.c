/*
 * getopt_long walks a copy of argv in order ("-" in its short options), so POSIXLY_CORRECT
 * changes nothing and the element behind each complaint is known. Values that mean something
 * by themselves are judged at once; whether an option belongs to the command, and the format
 * to its list, only when the command word is known.
 */
#include "cli/options_table.h"

#include "catalogue/names.h"
#include "text/era.h"
#include "text/nearest.h"

#include <getopt.h>
#include <stdint.h>

/* What getopt_long returns for a long option; above every character. */
enum { LONG_FIRST = 0x100 };

static const OptionRow *option(int id) {
    return &option_rows().at[id];
}

/* ---- walking argv ---- */

typedef struct Parser {
    Options *out;
    Arena *arena;
    const char *format; /* --format, judged at the end */
    const char **words; /* what is not an option */
    size_t word_count;
    const char **data;
    size_t data_count;
    unsigned given; /* bits 1 << OptionId */
    Err *err;
} Parser;

static void fill_getopt_rows(struct option out[OPTION_COUNT + 1]) {
    for (int i = 0; i < OPTION_COUNT; i++)
        out[i] = (struct option){option(i)->name,
                                 option(i)->value != NULL ? required_argument : no_argument, NULL,
                                 LONG_FIRST + i};
    out[OPTION_COUNT] = (struct option){0};
}

/* The next option, or 1 for a word; -1 at the end. `optind = 0` starts glibc's walk afresh. */
static int next_option(int argc, char *argv[], const struct option *longs) {
    opterr = 0;
    return getopt_long(argc, argv, "-:h", longs, NULL);
}

/* "did you mean --step?" from the names without hyphens, or a pointer to the help. */
static void say_unknown_option(Parser *p, const char *element) {
    const char *names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = option(i)->name;
    Str name = str(element);
    const char *equals = strchr(element, '=');
    if (equals != NULL)
        name.len = (size_t)(equals - element);
    Str bare = str_skip(name, strspn(element, "-"));
    const char *near = text_nearest(bare, (Strings){names, OPTION_COUNT});
    if (near != NULL)
        err_set(p->err, _("%.*s is not an option; did you mean --%s?"), STR_ARG(name), near);
    else
        err_set(p->err, _("%.*s is not an option; see kairo --help"), STR_ARG(name));
}

static void say_bad_option(Parser *p, const char *element) {
    if (optopt >= LONG_FIRST)
        err_set(p->err, _("--%s takes no value"), option(optopt - LONG_FIRST)->name);
    else
        say_unknown_option(p, element);
}

/* ---- values ---- */

static bool take_step(Parser *p, const char *value) {
    bool digit = value[0] >= '0' && value[0] <= '0' + STEP_COUNT && value[1] == '\0';
    if (!digit) {
        err_set(p->err, _("--step: %s is not a step; expected 1 to 4, or 0"), value);
        return false;
    }
    p->out->step = value[0] - '0';
    p->out->cross_step = p->out->step == 0;
    return true;
}

static bool take_as_of(Parser *p, const char *value) {
    Date date;
    if (!date_parse_iso(value, &date) && !era_parse(str(value), &date)) {
        err_set(p->err,
                _("--as-of: %s is not a date; expected one such as 2016-12-14 or H28.12.14"),
                value);
        return false;
    }
    p->out->as_of = date_from_days(date_to_days(date));
    return true;
}

static bool take_lang(Parser *p, const char *value) {
    p->out->lang_given = tr_parse(value, &p->out->lang);
    if (p->out->lang_given)
        return true;
    err_set(p->err, _("--lang: %s is not a language of kairo; expected ja or en"), value);
    return false;
}

static bool take_ambiguous(Parser *p, const char *value) {
    bool wide = strcmp(value, "wide") == 0, narrow = strcmp(value, "narrow") == 0;
    if (!wide && !narrow && strcmp(value, "auto") != 0) {
        err_set(p->err, _("--ambiguous: %s is not a width; expected auto, narrow or wide"), value);
        return false;
    }
    p->out->ambiguous = wide ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    p->out->ambiguous_fixed = wide || narrow;
    return true;
}

static bool take_data(Parser *p, const char *value) {
    if (is_absent(value)) {
        err_set(p->err, "%s", _("--data: expected a file or folder"));
        return false;
    }
    p->data[p->data_count++] = value;
    return true;
}

static const char *join(Arena *arena, Strings words) {
    const char *text = "";
    for (size_t i = 0; i < words.count; i++)
        text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : ", ", words.at[i]);
    return text;
}

static bool take_name(Parser *p, OptionId id, const EnumNames *names, const char *value, int *out) {
    int found = enum_find(names, value);
    if (found >= 0) {
        *out = found;
        return true;
    }
    Strings all = enum_all(names);
    const char *near = text_nearest(str(value), all);
    if (near != NULL)
        err_set(p->err, _("--%s: %s is not known; did you mean %s?"), option(id)->name, value,
                near);
    else
        err_set(p->err, _("--%s: %s is not known; expected one of %s"), option(id)->name, value,
                join(p->arena, all));
    return false;
}

static bool take_word(Parser *p, OptionId id, const char *value, const char **out) {
    if (is_absent(value)) {
        err_set(p->err, _("--%s: expected a value"), option(id)->name);
        return false;
    }
    *out = value;
    return true;
}

static bool take(Parser *p, OptionId id, const char *value) {
    Options *out = p->out;
    p->given |= 1u << id;
    switch (id) {
    case OPTION_HELP:
    case OPTION_VERSION:
        return true;
    case OPTION_PLAN:
        return take_word(p, id, value, &out->plan);
    case OPTION_READ_ONLY:
        out->read_only = true;
        return true;
    case OPTION_PROGRAM:
        return take_word(p, id, value, &out->program);
    case OPTION_STEP:
        return take_step(p, value);
    case OPTION_AS_OF:
        return take_as_of(p, value);
    case OPTION_LANG:
        return take_lang(p, value);
    case OPTION_AMBIGUOUS:
        return take_ambiguous(p, value);
    case OPTION_ASCII:
        out->ascii = true;
        return true;
    case OPTION_PLAIN:
        out->plain = true;
        return true;
    case OPTION_DATA:
        return take_data(p, value);
    case OPTION_FORMAT:
        return take_word(p, id, value, &p->format);
    case OPTION_OUTPUT:
        return take_word(p, id, value, &out->output);
    case OPTION_NEED:
        return take_word(p, id, value, &out->need);
    case OPTION_PROVIDER:
        return take_word(p, id, value, &out->provider);
    case OPTION_KIND:
        return take_name(p, id, &program_kind_names, value, &out->kind);
    case OPTION_COST:
        return take_name(p, id, &cost_kind_names, value, &out->cost);
    case OPTION_STATE:
        return take_name(p, id, &period_state_names, value, &out->state);
    case OPTION_COUNTRY:
        return take_word(p, id, value, &out->country);
    case OPTION_COUNT:
        break;
    }
    return true;
}

/* ---- what only makes sense together ---- */

static bool say_unknown_command(Parser *p, const char *word) {
    const char *names[] = {"list", "show", "search", "plan", "catalogue", "doctor"};
    const char *near = text_nearest(str(word), (Strings){names, COUNT_OF(names)});
    if (near != NULL)
        err_set(p->err, _("%s is not a command; did you mean %s?"), word, near);
    else
        err_set(
            p->err,
            _("%s is not a command; expected list, show, search, plan, catalogue check or doctor"),
            word);
    return false;
}

/* The words after the command become its arguments. */
static void use_command(Parser *p, Command command, size_t words) {
    p->out->command = command;
    p->out->arguments = (Strings){p->words + words, p->word_count - words};
}

/* "ls, new, show": what may follow the first word of a command of two. */
static Strings words_after(Arena *arena, const char *first) {
    CommandRows all = command_rows();
    const char **after = arena_new(arena, const char *, all.count);
    size_t count = 0, len = strlen(first);
    for (size_t i = 0; i < all.count; i++)
        if (str_starts(str(all.at[i].words), str(first)) && all.at[i].words[len] == ' ')
            after[count++] = all.at[i].words + len + 1;
    return (Strings){after, count};
}

static bool say_unknown_second(Parser *p, Strings known) {
    const char *first = p->words[0];
    if (p->word_count < 2) {
        /* TRANSLATORS: plan: expected plan ls, new, show */
        err_set(p->err, _("%s: expected %s %s"), first, first, join(p->arena, known));
        return false;
    }
    const char *second = p->words[1], *near = text_nearest(str(second), known);
    if (near != NULL)
        err_set(p->err, _("%s %s is not a command; did you mean %s %s?"), first, second, first,
                near);
    else
        err_set(p->err, _("%s %s is not a command; expected %s %s"), first, second, first,
                join(p->arena, known));
    return false;
}

static bool find_command_of_two(Parser *p, Strings known) {
    CommandRows all = command_rows();
    for (size_t i = 0; i < all.count && p->word_count > 1; i++) {
        const char *words = arena_printf(p->arena, "%s %s", p->words[0], p->words[1]);
        if (strcmp(words, all.at[i].words) != 0)
            continue;
        use_command(p, all.at[i].command, 2);
        return true;
    }
    return say_unknown_second(p, known);
}

static bool find_command(Parser *p) {
    CommandRows all = command_rows();
    if (p->word_count == 0)
        return true;
    Strings after = words_after(p->arena, p->words[0]);
    if (after.count > 0 && !is_absent(p->words[0]))
        return find_command_of_two(p, after);
    for (size_t i = 0; i < all.count; i++) {
        if (strcmp(p->words[0], all.at[i].words) != 0 || is_absent(all.at[i].words))
            continue;
        use_command(p, all.at[i].command, 1);
        return true;
    }
    return say_unknown_command(p, p->words[0]);
}

static const CommandRow *row_of(Command command) {
    CommandRows all = command_rows();
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].command == command)
            return &all.at[i];
    return &all.at[0];
}

static bool check_count(Parser *p, const CommandRow *row) {
    Strings arguments = p->out->arguments;
    if (arguments.count < row->least) {
        err_set(p->err, _("%s: expected %s; see kairo --help"), row->words, row->arguments);
        return false;
    }
    if (arguments.count > row->most) {
        err_set(p->err, _("%s: %s is not expected; see kairo --help"), row->words,
                arguments.at[row->most]);
        return false;
    }
    return true;
}

static bool check_arguments(Parser *p) {
    Strings arguments = p->out->arguments;
    if (p->out->command == COMMAND_LIST && arguments.count > 0) {
        err_set(p->err, _("list: %s is not expected; list is narrowed by options such as --step"),
                arguments.at[0]);
        return false;
    }
    if (p->out->command == COMMAND_SHOW && arguments.count == 0) {
        err_set(p->err, "%s", _("show: expected an id, as in kairo show jetro-library"));
        return false;
    }
    return check_count(p, row_of(p->out->command));
}

static bool check_options(Parser *p) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        bool wrong =
            (p->given & (1u << i)) != 0 && (option(i)->commands & 1u << p->out->command) == 0;
        if (!wrong)
            continue;
        if (p->out->command == COMMAND_SCREENS)
            err_set(p->err, _("--%s needs a command such as list; see kairo --help"),
                    option(i)->name);
        else
            err_set(p->err, _("--%s is not an option of %s; see kairo --help"), option(i)->name,
                    row_of(p->out->command)->words);
        return false;
    }
    return true;
}

static bool check_format(Parser *p) {
    const CommandRow *row = row_of(p->out->command);
    bool given = !is_absent(p->format);
    for (Format f = 0; f < FORMAT_COUNT; f++) {
        if ((row->formats & (1u << f)) == 0 || (given && strcmp(p->format, format_name(f)) != 0))
            continue;
        p->out->format = f;
        return true;
    }
    if (given)
        err_set(p->err, _("--format: %s is not a format of %s; expected one of %s"), p->format,
                row->words, format_names(p->arena, row->formats, ", "));
    return !given;
}

static bool finish(Parser *p) {
    p->out->data = (Strings){p->data, p->data_count};
    if ((p->given & (1u << OPTION_HELP)) != 0) {
        p->out->command = COMMAND_HELP;
        return true;
    }
    if ((p->given & (1u << OPTION_VERSION)) != 0) {
        p->out->command = COMMAND_VERSION;
        return true;
    }
    return find_command(p) && check_arguments(p) && check_options(p) && check_format(p);
}

/* ---- the two entrances ---- */

/* getopt_long wants to be free to reorder; argv stays the caller's. */
static char **copy_argv(Arena *arena, int argc, char *const argv[]) {
    char **copy = arena_new(arena, char *, (size_t)argc + 1);
    for (int i = 0; i < argc; i++)
        copy[i] = argv[i];
    return copy;
}

Lang options_language(int argc, char *const argv[], Lang fallback) {
    Arena arena = {0};
    struct option longs[OPTION_COUNT + 1];
    fill_getopt_rows(longs);
    char **copy = copy_argv(&arena, argc, argv);
    optind = 0;
    for (int c; (c = next_option(argc, copy, longs)) != -1;)
        if (c == LONG_FIRST + OPTION_LANG)
            tr_parse(optarg, &fallback);
    arena_release(&arena);
    return fallback;
}

static bool take_next(Parser *p, int c, const char *element) {
    if (c == '?') {
        say_bad_option(p, element);
        return false;
    }
    if (c == ':') {
        err_set(p->err, _("%s: expected a value"), element);
        return false;
    }
    if (c == 1) {
        p->words[p->word_count++] = optarg;
        return true;
    }
    return take(p, c == 'h' ? OPTION_HELP : (OptionId)(c - LONG_FIRST), optarg);
}

bool options_parse(Options *out, Arena *arena, int argc, char *const argv[], Date today, Err *err) {
    *out = (Options){.lang = tr_lang(),
                     .as_of = today,
                     .ambiguous = AMBIGUOUS_NARROW,
                     .program = "",
                     .output = "",
                     .plan = "",
                     .need = "",
                     .provider = "",
                     .country = "",
                     .kind = -1,
                     .cost = -1,
                     .state = -1};
    size_t most = (size_t)MAX_OF(argc, 1);
    Parser p = {.out = out,
                .arena = arena,
                .format = "",
                .err = err,
                .words = arena_new(arena, const char *, most),
                .data = arena_new(arena, const char *, most)};
    struct option longs[OPTION_COUNT + 1];
    fill_getopt_rows(longs);
    char **copy = copy_argv(arena, argc, argv);
    optind = 0;
    for (;;) {
        int at = MAX_OF(optind, 1);
        int c = next_option(argc, copy, longs);
        if (c == -1)
            break;
        if (!take_next(&p, c, copy[at]))
            return false;
    }
    for (int i = optind; i < argc; i++)
        p.words[p.word_count++] = copy[i];
    return finish(&p);
}
