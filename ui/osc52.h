/*
 * The bytes that ask a terminal to copy a text (OSC 52, of xterm's ctlseqs). Pure.
 *
 * A multiplexer stands between: tmux takes the request itself where its set-clipboard is on, and
 * passes a wrapped one on where allow-passthrough is, so it gets both; screen passes on what
 * is wrapped, in pieces of at most 768 bytes.
 */
#ifndef KAIRO_UI_OSC52_H
#define KAIRO_UI_OSC52_H

#include "base/buf.h"

typedef enum Osc52Through { OSC52_DIRECT, OSC52_TMUX, OSC52_SCREEN } Osc52Through;

enum { OSC52_TEXT_MOST = 74994 /* bytes; what xterm takes of base64 is 100,000 */ };

/* By $TERM, $TMUX and $STY, NULL where they are not set. */
Osc52Through osc52_through(const char *term, const char *tmux, const char *sty);

/* Whether a terminal of this TERM, NULL when it is not set, may be sent such a request: the Linux
   console and old terminals would print it. */
bool osc52_is_known(const char *term);

/* Appends the request; nothing when the text is too long. */
void osc52_print(Buf *out, Str text, Osc52Through through);

#endif
