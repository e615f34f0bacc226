/*
 * kairo: where it begins. The command line is read; a command word runs without a screen
 * (src/cli); otherwise the catalogue is loaded and the roadmap opens.
 *
 * From here: ui/app.h is the session, ui/loop.h drives it, ui/term.h shows it.
 */
#include "cli/cli.h"
#include "cli/environment.h"
#include "ui/app.h"
#include "ui/browse.h"
#include "ui/doctor.h"
#include "ui/keeper.h"
#include "ui/locale.h"
#include "ui/loop.h"
#include "ui/osc52.h"
#include "ui/outset.h"
#include "ui/plain.h"
#include "ui/plain_loop.h"
#include "ui/term.h"

#include "text/nearest.h"

#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static Lang environment_language(void) {
    return tr_from_environment(getenv("LANGUAGE"), getenv("LC_ALL"), getenv("LC_MESSAGES"),
                               getenv("LANG"));
}

/* The day by the machine's clock and time zone: read here alone. */
static Date today(void) {
    time_t now = time(NULL);
    struct tm local;
    if (now == (time_t)-1 || localtime_r(&now, &local) == NULL)
        return (Date){1970, 1, 1};
    return (Date){(int16_t)(local.tm_year + 1900), (int8_t)(local.tm_mon + 1),
                  (int8_t)local.tm_mday};
}

static bool refuse(const char *sentence) {
    cli_complain(stderr, "%s", sentence);
    return false;
}

static bool has_terminal(void) {
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return true;
    return refuse(_("the screens need a terminal; kairo list and kairo show do not"));
}

/* Lines where they are asked for, and where nothing else is possible. */
static bool is_plain(const Options *options) {
    bool dumb = strcmp(environment_get("TERM"), "dumb") == 0;
    return options->plain || (dumb && isatty(STDIN_FILENO));
}

static bool knows_program(const Catalogue *catalogue, const Options *options) {
    if (is_absent(options->program) || catalogue_program_asked(catalogue, options->program) != NULL)
        return true;
    Arena arena = {0};
    const char *near = text_nearest(str(options->program), catalogue_ids(catalogue, &arena));
    if (near != NULL)
        cli_complain(stderr, _("--program: there is no program \"%s\"; did you mean \"%s\"?"),
                     options->program, near);
    else
        cli_complain(stderr, _("--program: there is no program \"%s\""), options->program);
    arena_release(&arena);
    return false;
}

/* The command line says where to begin; else the session begins where the last one stood. */
static bool asks_for_a_place(const Options *options) {
    return !is_absent(options->program) || options->step > 0 || options->cross_step;
}

/* What to tell about the surroundings, at the start. */
static void notice_of(const char *about_terminal, TermLocale locale, char out[512]) {
    const char *about_locale = term_locale_notice(locale);
    bool both = !is_absent(about_terminal) && !is_absent(about_locale);
    snprintf(out, 512, "%s%s%s", about_terminal, both ? " " : "", about_locale);
}

/* What a session begins with, and how it goes on. */
typedef struct Begin {
    const Catalogue *catalogue;
    const Options *options;
    const Outset *outset;
    const Surroundings *at;
    Keeper *keeper;
    TermLocale locale;
    Charset charset;
} Begin;

static int run_session(const Begin *begin, const AppStart *start, const LoopStart *how) {
    App app;
    app_init(&app, start);
    keeper_begin(begin->keeper, &app, !asks_for_a_place(begin->options));
    int status = loop_run(&app, begin->keeper, how);
    term_close();
    if (status == 0)
        keeper_tidy_at_end(begin->keeper);
    if (!start->read_only && (app.ambiguous_told || app.ambiguous_fixed))
        outset_remember(begin->outset, app.ambiguous);
    app_release(&app);
    return status;
}

/* The command line before the settings, these before what was so the last time. */
static Ambiguous first_ambiguous(const Begin *begin) {
    const Outset *outset = begin->outset;
    if (begin->options->ambiguous_fixed)
        return begin->options->ambiguous;
    if (outset->settings.ambiguous_given)
        return outset->settings.ambiguous;
    if (outset->remembered)
        return outset->ambiguous;
    return begin->locale == LOCALE_CHARSET ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
}

static Lang first_language(const Begin *begin) {
    const Settings *settings = &begin->outset->settings;
    if (begin->locale == LOCALE_NONE)
        return LANG_EN;
    return begin->options->lang_given || !settings->language_given ? begin->options->lang
                                                                   : settings->language;
}

static AppStart start_of(const Begin *begin) {
    const Options *options = begin->options;
    return (AppStart){.catalogue = begin->catalogue,
                      .today = options->as_of,
                      .zone = cli_zone(),
                      .lang = first_language(begin),
                      .ambiguous = first_ambiguous(begin),
                      .ambiguous_fixed =
                          options->ambiguous_fixed || begin->outset->settings.ambiguous_given,
                      .ascii = options->ascii || begin->locale == LOCALE_CHARSET,
                      .substitute = begin->locale == LOCALE_NONE,
                      .step = options->step,
                      .cross_step = options->cross_step,
                      .program = options->program,
                      .read_only = options->read_only};
}

/* Lines need no terminal. */
static int run_plain(Begin *begin) {
    App app;
    AppStart start = start_of(begin);
    start.notice = begin->outset->problem;
    if (!begin->options->plain)
        start.notice = _("This terminal cannot move its cursor: plain lines.");
    start.plain = true;
    start.cols = PLAIN_COLS;
    start.rows = PLAIN_ROWS;
    app_init(&app, &start);
    keeper_begin(begin->keeper, &app, !asks_for_a_place(begin->options));
    int status =
        plain_run(&app, begin->keeper, &(PlainStart){&begin->charset, begin->at->dictionary});
    keeper_tidy_at_end(begin->keeper);
    app_release(&app);
    return status;
}

/* The terminal is ours from term_open to term_close. */
static int run_screens(Begin *begin) {
    char notice[512], term_notice[256] = "";
    const Outset *outset = begin->outset;
    AppStart start = start_of(begin);
    bool speaks = osc52_is_known(getenv("TERM"));
    TermStart how = {.no_colour = !is_absent(environment_get("NO_COLOR")),
                     .ask_ambiguous = !start.ambiguous_fixed,
                     .background = outset->background,
                     .ask_background = outset->ask_background && speaks,
                     .charset = &begin->charset};
    Err err;
    if (!term_open(&how, term_notice, &err)) {
        refuse(err.text);
        return CLI_FAILED;
    }
    notice_of(is_absent(outset->problem) ? term_notice : outset->problem, begin->locale, notice);
    start.notice = notice;
    start.can_copy = speaks;
    start.can_browse = browse_can();
    term_size(&start.cols, &start.rows);
    return run_session(begin, &start,
                       &(LoopStart){.asked_ambiguous = how.ask_ambiguous,
                                    .asked_background = how.ask_background,
                                    .dictionary = begin->at->dictionary,
                                    .charset = &begin->charset});
}

/* What the command line names is looked for before the terminal is taken. */
static int with_keeper(const Catalogue *catalogue, const Options *options, const Surroundings *at) {
    Arena arena = {0};
    Keeper keeper;
    Outset outset;
    Err err;
    int status = CLI_FAILED;
    keeper_init(&keeper, at, options->read_only);
    outset_read(&outset, &arena, at);
    if (!keeper_choose(&keeper, options->plan, &err)) {
        cli_complain(stderr, "--plan: %s", err.text);
    } else {
        Begin begin = {.catalogue = catalogue,
                       .options = options,
                       .outset = &outset,
                       .at = at,
                       .keeper = &keeper};
        begin.locale = term_locale(&begin.charset);
        status = is_plain(options) ? run_plain(&begin) : run_screens(&begin);
        charset_close(&begin.charset);
    }
    keeper_release(&keeper);
    arena_release(&arena);
    return status;
}

static int screens(const Options *options) {
    Arena arena = {0};
    Catalogue catalogue;
    Surroundings at = surroundings_read(&arena);
    int status = CLI_FAILED;
    if (!is_plain(options) && !has_terminal())
        status = CLI_USAGE;
    else if (cli_load(&catalogue, options, &at, stderr)) {
        if (knows_program(&catalogue, options))
            status = with_keeper(&catalogue, options, &at);
        catalogue_release(&catalogue);
    }
    arena_release(&arena);
    return status;
}

/* What loading gives back stays with us, and ncurses puts its windows there: fewer pages are
 * touched at the start. */
static void keep_memory(void) {
#ifdef __GLIBC__
    enum { MMAP_FROM = 1 << 20, TRIM_FROM = 4 << 20 };
    mallopt(M_MMAP_THRESHOLD, MMAP_FROM);
    mallopt(M_TRIM_THRESHOLD, TRIM_FROM);
#endif
}

int main(int argc, char **argv) {
    Arena arena = {0};
    Options options;
    Err err;
    keep_memory();
    tr_use(options_language(argc, argv, environment_language()));
    int status;
    if (!options_parse(&options, &arena, argc, argv, today(), &err))
        status = cli_refuse(stderr, &err);
    else if (options.command == COMMAND_DOCTOR)
        status = doctor_run(&options);
    else if (options.command != COMMAND_SCREENS)
        status = cli_main(&options, NULL);
    else
        status = screens(&options);
    arena_release(&arena);
    return status;
}
