/* The frame around every screen: breadcrumb, body, popups, message or hints, edition. */
#ifndef KAIRO_UI_FRAME_H
#define KAIRO_UI_FRAME_H

#include "ui/app.h"
#include "ui/paint.h"

void frame_view(const App *app, const Canvas *whole);

#endif
