/* kairo show: the cards of programs and cross-step resources. */
#include "base/tr.h"
#include "cli/commands.h"
#include "report/doc.h"
#include "report/json.h"
#include "text/nearest.h"

/* Width of a card in cells: about 38 kanji; doc.h asks for 20 at least. */
enum { CARD_MOST = 78, CARD_LEAST = 20 };

static void say_unknown(const Catalogue *catalogue, const char *id, const CliIo *io) {
    Arena arena = {0};
    const char *near = text_nearest(str(id), catalogue_ids(catalogue, &arena));
    if (near != NULL)
        cli_complain(io->err, _("show: there is no program %s; did you mean %s?"), id, near);
    else
        cli_complain(io->err, _("show: there is no program %s; kairo list names them all"), id);
    arena_release(&arena);
}

/* Those that exist, in the order asked for; the others are named on `io->err`. */
static ProgramRefs find_all(Arena *arena, const Options *options, const Catalogue *catalogue,
                            const CliIo *io) {
    Strings ids = options->arguments;
    const Program **found = arena_new(arena, const Program *, ids.count);
    size_t count = 0;
    for (size_t i = 0; i < ids.count; i++) {
        found[count] = catalogue_program_asked(catalogue, ids.at[i]);
        if (found[count] == NULL)
            say_unknown(catalogue, ids.at[i], io);
        else
            count++;
    }
    return (ProgramRefs){found, count};
}

static void print_text(Buf *out, const Doc *doc, const Options *options, const CliIo *io) {
    int cols = io->cols > 0 ? MIN_OF(io->cols, CARD_MOST) : CARD_MOST;
    DocSetting setting = {MAX_OF(cols, CARD_LEAST), options->ambiguous, options->ascii};
    doc_print_text(doc, &setting, out);
}

static void print_cards(Buf *out, ProgramRefs programs, const Catalogue *catalogue,
                        const Options *options, const CliIo *io) {
    Arena arena = {0};
    for (size_t i = 0; i < programs.count; i++) {
        Doc doc;
        doc_init(&doc, &arena, programs.at[i]->step);
        doc_program(&doc, catalogue, programs.at[i], options->as_of);
        if (i > 0)
            buf_byte(out, '\n');
        if (options->format == FORMAT_MD)
            doc_print_md(&doc, out);
        else
            print_text(out, &doc, options, io);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int cli_show(const Options *options, const Catalogue *catalogue, const CliIo *io) {
    Arena arena = {0};
    Buf out;
    ProgramRefs programs = find_all(&arena, options, catalogue, io);
    buf_init(&out, CLI_OUTPUT_MOST);
    if (options->format == FORMAT_JSON)
        json_print_programs(&out, programs, options->as_of);
    else
        print_cards(&out, programs, catalogue, options, io);
    int status = cli_write(io, &out);
    if (programs.count < options->arguments.count)
        status = CLI_FAILED;
    buf_release(&out);
    arena_release(&arena);
    return status;
}
