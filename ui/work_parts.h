/* Between work.c, work_undo.c and work_news.c. */
#ifndef KAIRO_UI_WORK_PARTS_H
#define KAIRO_UI_WORK_PARTS_H

#include "ui/app.h"

/* The history's subject of a step is its plan's file; of bookmarks this, which no file is called.
 */
#define WORK_BOOKMARKS "bookmarks"

/* The next step back (or forth) has been walked: says so, and the history goes with it. */
void work_walked(App *app, bool back);

/* It cannot be, as another has changed the same meanwhile: the step is dropped, and `err` said. */
void work_cannot_walk(App *app, bool back, const Err *err);

#endif
