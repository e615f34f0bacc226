/* See cli.h. */
#include "cli/cli.h"

#include "base/tr.h"
#include "cli/commands.h"
#include "cli/environment.h"
#include "text/charset.h"
#include "text/clean.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- to a terminal in its own encoding; all else is UTF-8 ---- */

/* False, with errno, when not all of it was written. */
static bool put(FILE *file, Str text) {
    char name[CHARSET_NAME_BYTES];
    Charset charset = {.rest_len = 0};
    Buf encoded;
    if (isatty(fileno(file)) == 1)
        charset_of_locale(environment_locale(), name);
    else
        name[0] = '\0';
    if (is_absent(name) || !charset_open(&charset, name))
        return fwrite(text.at, 1, text.len, file) == text.len;
    buf_init(&encoded, CLI_OUTPUT_MOST);
    charset_encode(&charset, text, AMBIGUOUS_WIDE, &encoded);
    bool written = fwrite(encoded.at, 1, encoded.len, file) == encoded.len;
    buf_release(&encoded);
    charset_close(&charset);
    return written;
}

/* ---- messages ---- */

static void print_line(FILE *err, const char *text) {
    Arena arena = {0};
    Str clean = text_clean(&arena, str(text));
    put(err, str(arena_printf(&arena, "kairo: %.*s\n", STR_ARG(clean))));
    arena_release(&arena);
}

void cli_complain(FILE *err, const char *format, ...) {
    char text[2 * ERR_TEXT_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    print_line(err, text);
}

int cli_refuse(FILE *err, const Err *wrong) {
    print_line(err, wrong->text);
    return CLI_USAGE;
}

void cli_print_problems(Problems *problems, FILE *err) {
    Arena arena = {0};
    problems_sort(problems);
    for (size_t i = 0; i < problems->count; i++)
        print_line(err, problem_text(&arena, &problems->items[i]));
    long all = (long)(problems->count + problems->dropped);
    cli_complain(
        err, tr_plural("%ld problem in the catalogue", "%ld problems in the catalogue", all), all);
    if (problems->dropped > 0)
        cli_complain(err, _("only the first %zu are shown"), problems->count);
    arena_release(&arena);
}

/* ---- results ---- */

static int say_not_written(FILE *err, int error) {
    switch (error) {
    case 0:
        cli_complain(err, "%s", _("the result could not be written"));
        break;
    case ENOSPC:
    case EDQUOT:
        cli_complain(err, "%s", _("the result could not be written: no room is left"));
        break;
    default:
        cli_complain(err, _("the result could not be written: %s"), strerror(error));
    }
    return CLI_FAILED;
}

/* Judged at once: later nobody would know why the stream has failed. */
static int write_text(const CliIo *io, Str text) {
    errno = 0;
    if (put(io->out, text) && fflush(io->out) == 0)
        return CLI_DONE;
    return say_not_written(io->err, errno);
}

int cli_write(const CliIo *io, const Buf *result) {
    if (result->overflowed) {
        cli_complain(io->err, "%s", _("the result is too long to be written"));
        return CLI_FAILED;
    }
    Arena arena = {0};
    Str text = buf_str(result);
    if (io->out_is_terminal)
        text = text_clean_lines(&arena, text);
    int status = write_text(io, text);
    arena_release(&arena);
    return status;
}

/* ---- running ---- */

bool cli_load(Catalogue *out, const Options *options, const Surroundings *at, FILE *err) {
    Arena arena = {0};
    Problems problems = {0};
    Strings extra = paths_overlays(&arena, at, options->data);
    bool loaded = catalogue_load(out, paths_catalogue(&arena, at), extra, &problems);
    if (!loaded)
        cli_print_problems(&problems, err);
    problems_release(&problems);
    arena_release(&arena);
    return loaded;
}

typedef int WithCatalogue(const Options *options, const Catalogue *catalogue, const CliIo *io);

static int run_with_catalogue(WithCatalogue *command, const Options *options, const CliIo *io) {
    Catalogue catalogue;
    if (!cli_load(&catalogue, options, io->at, io->err))
        return CLI_FAILED;
    int status = command(options, &catalogue, io);
    catalogue_release(&catalogue);
    return status;
}

static int run(const Options *options, const CliIo *io) {
    switch (options->command) {
    case COMMAND_HELP:
        return cli_help(io);
    case COMMAND_VERSION:
        return cli_version(options, io);
    case COMMAND_LIST:
        return run_with_catalogue(cli_list, options, io);
    case COMMAND_SHOW:
        return run_with_catalogue(cli_show, options, io);
    case COMMAND_SEARCH:
        return run_with_catalogue(cli_search, options, io);
    case COMMAND_CATALOGUE_CHECK:
        return cli_catalogue_check(options, io);
    case COMMAND_DOCTOR:
        return cli_doctor(options, io);
    case COMMAND_PLAN_LS:
    case COMMAND_PLAN_NEW:
    case COMMAND_PLAN_SHOW:
    case COMMAND_PLAN_ADD:
    case COMMAND_PLAN_SET:
    case COMMAND_PLAN_REMOVE:
    case COMMAND_PLAN_RENAME:
    case COMMAND_PLAN_ARCHIVE:
    case COMMAND_PLAN_UNARCHIVE:
    case COMMAND_PLAN_EXPORT:
    case COMMAND_PLAN_HISTORY:
    case COMMAND_PLAN_RESTORE:
    case COMMAND_PLAN_MERGE:
        return cli_plan(options, io);
    case COMMAND_SCREENS:
    case COMMAND_COUNT:
        break;
    }
    return CLI_USAGE;
}

/* ASCII cannot show Japanese: text is then English, unless a language was asked for. */
static bool must_be_english(const Options *options) {
    return options->ascii && !options->lang_given && options->command != COMMAND_SCREENS;
}

int cli_run(const Options *options, const CliIo *io) {
    if (must_be_english(options))
        tr_use(LANG_EN);
    return run(options, io);
}

/* ---- the process's own streams ---- */

enum { OUT_BUFFER_BYTES = 64 * 1024 };

static int terminal_cols(void) {
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* The time of now as plans keep it, in UTC. */
static const char *stamp_now(Arena *arena) {
    char text[32];
    time_t now = time(NULL);
    struct tm utc;
    bool known = now != (time_t)-1 && gmtime_r(&now, &utc) != NULL && utc.tm_year < 8100;
    if (!known || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        return "1970-01-01T00:00:00Z";
    return arena_copy(arena, str(text));
}

int cli_zone(void) {
    time_t now = time(NULL);
    struct tm local;
    bool known = now != (time_t)-1 && localtime_r(&now, &local) != NULL;
    return known ? (int)local.tm_gmtoff : 0;
}

static CliIo own_io(Arena *arena, const Surroundings *at) {
    struct stat status;
    bool terminal = isatty(STDOUT_FILENO) == 1;
    return (CliIo){
        .out = stdout,
        .err = stderr,
        .out_is_terminal = terminal,
        .out_is_file = fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode),
        .cols = terminal ? terminal_cols() : 0,
        .at = at,
        .now = stamp_now(arena),
        .zone = cli_zone(),
    };
}

int cli_main(const Options *options, const CliEdge *edge) {
    Arena arena = {0};
    Surroundings at = surroundings_read(&arena);
    CliIo io = own_io(&arena, &at);
    io.edge = edge;
    /* A reader that has seen enough ends us in silence, by SIGPIPE, as it does any filter. */
    setvbuf(stdout, arena_alloc(&arena, OUT_BUFFER_BYTES), _IOFBF, OUT_BUFFER_BYTES);
    signal(SIGPIPE, SIG_DFL);
    int status = cli_run(options, &io);
    if (fclose(stdout) != 0 && status != CLI_FAILED)
        status = say_not_written(stderr, errno);
    arena_release(&arena);
    return status;
}
