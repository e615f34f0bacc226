/* kairo doctor: facts together, then the report. What is known of the terminal comes from the edge.
 */
#include "cli/commands.h"
#include "cli/doctor_facts.h"

#include "catalogue/yaml_reader.h"
#include "report/json_parts.h"
#include "text/ascii.h"
#include "text/nfc.h"

#include <gnu/libc-version.h>

static DoctorVersions versions_of(Arena *arena, const char *ncurses) {
    return (DoctorVersions){.kairo = KAIRO_VERSION,
                            .ncurses = ncurses,
                            .libyaml = yaml_reader_version(),
                            .libunistring = nfc_library_version(arena),
                            .jansson = JANSSON_VERSION,
                            .c_library = gnu_get_libc_version()};
}

static void gather(Arena *arena, const Options *options, const CliIo *io, const CliEdge *edge,
                   DoctorFacts *out) {
    *out = (DoctorFacts){.locale = edge->locale,
                         .terminal = &edge->terminal,
                         .width_fixed = options->ambiguous_fixed,
                         .width = options->ambiguous,
                         .versions = versions_of(arena, edge->ncurses)};
    if (options->lang_given)
        out->locale.language_by = "--lang";
    else if (options->ascii)
        out->locale.language_by = "--ascii";
    doctor_look_at_paths(arena, io->at, out->paths);
    doctor_look_at_catalogue(arena, io->at, options->data, options->as_of, &out->catalogue);
    doctor_look_at_plans(arena, io->at, &out->plans);
    doctor_look_at_parts(arena, io->at, &out->parts);
}

/* Latin letters where the terminal has no others, or they were asked for. */
static bool is_ascii(const Options *options, const CliIo *io, const DoctorFacts *facts) {
    return options->ascii || (io->out_is_terminal && facts->locale.encoding == ENCODING_ASCII);
}

static void to_ascii(Buf *text) {
    Arena arena = {0};
    Str ascii = text_to_ascii(&arena, buf_str(text));
    if (ascii.at != text->at) {
        buf_clear(text);
        buf_add(text, ascii);
    }
    arena_release(&arena);
}

/* The last line, in the terminal's own sequences, which are not to be cleaned. */
static int write_bars(const CliIo *io, const DoctorTerminal *terminal) {
    Buf line;
    buf_init(&line, CLI_OUTPUT_MOST);
    if (io->out_is_terminal)
        doctor_print_bars(&line, terminal);
    bool written = fwrite(line.at, 1, line.len, io->out) == line.len && fflush(io->out) == 0;
    buf_release(&line);
    return written ? CLI_DONE : CLI_FAILED;
}

static int write_text(const Options *options, const CliIo *io, const DoctorFacts *facts,
                      DoctorState *worst) {
    Buf out;
    bool ascii = is_ascii(options, io, facts);
    buf_init(&out, CLI_OUTPUT_MOST);
    *worst = doctor_print_text(&out, facts);
    if (ascii)
        to_ascii(&out);
    else
        doctor_print_card(&out, facts);
    int status = cli_write(io, &out);
    buf_release(&out);
    return status != CLI_DONE || ascii ? status : write_bars(io, facts->terminal);
}

static int write_json(const CliIo *io, const DoctorFacts *facts, DoctorState *worst) {
    Buf out;
    buf_init(&out, CLI_OUTPUT_MOST);
    *worst = doctor_print_json(&out, facts);
    int status = cli_write(io, &out);
    buf_release(&out);
    return status;
}

int cli_doctor(const Options *options, const CliIo *io) {
    static const CliEdge none = {.locale = {.lc_all = "",
                                            .lc_ctype = "",
                                            .lang = "",
                                            .c_library = "",
                                            .charset = "",
                                            .language_by = ""},
                                 .terminal = {.name = "", .used = "", .colorterm = ""},
                                 .ncurses = ""};
    Arena arena = {0};
    DoctorFacts facts;
    DoctorState worst;
    gather(&arena, options, io, io->edge != NULL ? io->edge : &none, &facts);
    int status = options->format == FORMAT_JSON ? write_json(io, &facts, &worst)
                                                : write_text(options, io, &facts, &worst);
    arena_release(&arena);
    return status == CLI_DONE && worst == DOCTOR_PROBLEM ? CLI_FAILED : status;
}
