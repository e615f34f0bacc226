/* See share.h. */
#include "ui/share.h"

#include "report/words.h"
#include "ui/screens/screens.h"

enum { PAGE_CELLS = 72, PAGE_MOST = 256 * 1024 };

const char *share_label(DocLinkKind kind) {
    switch (kind) {
    case DOC_LINK_PHONE:
    case DOC_LINK_FAX:
        return N_("Phone number");
    case DOC_LINK_EMAIL:
        return N_("E-mail address");
    case DOC_LINK_URL:
        return N_("Web address");
    default:
        return NULL;
    }
}

/* ---- copying ---- */

void share_copy(App *app, const char *what, const char *text) {
    if (!app->can_copy) {
        app_say(app, _("This terminal has no clipboard to copy to; o shows addresses whole."));
        return;
    }
    app_ask(app, (Effect){.kind = EFFECT_COPY, .text = arena_copy(&app->scratch, str(text))});
    app_say(app,
            _("Handed \"%s\" to the terminal to be copied; should nothing be pasted, o shows "
              "addresses whole."),
            what);
}

void share_copy_page(App *app, const char *what, const Doc *doc) {
    Buf text;
    DocSetting setting = {PAGE_CELLS, app->ambiguous, app->substitute};
    buf_init(&text, PAGE_MOST);
    doc_print_text(doc, &setting, &text);
    share_copy(app, what, text.at);
    buf_release(&text);
}

void share_copy_card(App *app, const Program *program) {
    Doc doc;
    doc_init(&doc, &app->scratch, program->step);
    doc_program(&doc, app->catalogue, program, app->today);
    share_copy_page(app, words_program_name(program), &doc);
}

/* ---- codes ---- */

void share_open_qr(App *app, const char *label, const char *text) {
    app_open(app, (ScreenState){.id = SCREEN_QR, .qr = {.label = label, .text = text}});
}

bool share_open_link_qr(App *app, const DocLink *link) {
    const char *label = share_label(link->kind);
    if (label == NULL)
        return false;
    share_open_qr(app, label, app_keep_text(app, link->target));
    return true;
}

static const char *first_number(const Contacts *contacts) {
    for (size_t i = 0; i < contacts->count; i++)
        for (size_t k = 0; k < contacts->at[i].phones.count; k++)
            if (contacts->at[i].phones.at[k].kind != PHONE_FAX)
                return contacts->at[i].phones.at[k].number;
    return "";
}

bool share_open_program_qr(App *app, const Program *program) {
    const char *number = first_number(&program->contacts);
    if (program->links.count > 0)
        share_open_qr(app, N_("Web address"), program->links.at[0].url);
    else if (!is_absent(number))
        share_open_qr(app, N_("Phone number"), number);
    else
        app_say(app, "%s", _("The source gives no address for this program."));
    return program->links.count > 0 || !is_absent(number);
}

bool share_is_web_page(const char *text) {
    if (!str_starts(str(text), str("http://")) && !str_starts(str(text), str("https://")))
        return false;
    for (; *text != '\0'; text++)
        if (*text <= ' ' || *text > '~' || strchr("\"'`\\<>|^{}", *text) != NULL)
            return false;
    return true;
}
