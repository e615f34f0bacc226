/* What the screens that show one page of set text have in common. */
#ifndef KAIRO_UI_SCREENS_PAGED_H
#define KAIRO_UI_SCREENS_PAGED_H

#include "ui/screens/screens.h"

/* Puts the page together in an initialised Doc. */
typedef void (*PageBuild)(const App *app, const ScreenState *screen, Doc *doc);

/* Scrolling, walking links and following them. False for other commands. */
bool paged_command(App *app, const ScreenState *screen, PageState *page, PageBuild build,
                   CommandId command);

/* n (1) and N (-1): to the next line that has the words that are on. False when there is none. */
bool paged_find(App *app, const ScreenState *screen, PageState *page, PageBuild build,
                int direction);

/* Why a page cannot do a command: nothing to open, no address. */
const char *paged_disabled(const PageState *page, CommandId command);

void paged_view(const App *app, const ScreenState *screen, const PageState *page, PageBuild build,
                const Canvas *body);

#endif
