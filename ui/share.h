/*
 * Taking something along: through the terminal's clipboard (OSC 52), as a QR code for a telephone,
 * into a browser. Whether a clipboard took it cannot be known, so nothing here says that it did,
 * and the text itself is always one key away.
 */
#ifndef KAIRO_UI_SHARE_H
#define KAIRO_UI_SHARE_H

#include "report/doc.h"
#include "ui/app.h"

/* What a link is the address of, a msgid; NULL when it leads to another page of kairo. */
const char *share_label(DocLinkKind kind);

/* Hands the text to the terminal and says so; `what` is its name for people, translated. */
void share_copy(App *app, const char *what, const char *text);
/* A page as text. */
void share_copy_page(App *app, const char *what, const Doc *doc);
/* The card of a program. */
void share_copy_card(App *app, const Program *program);

/* The popup with the code; `label` is a msgid, both live for the session. */
void share_open_qr(App *app, const char *label, const char *text);
/* The code of a link: a telephone number as one that can be called. False when it has none. */
bool share_open_link_qr(App *app, const DocLink *link);
/* The code of a program's first address, else its first number. False after saying it has none. */
bool share_open_program_qr(App *app, const Program *program);

/* Only http and https, and nothing in it that a browser's command could take for something else. */
bool share_is_web_page(const char *text);

#endif
