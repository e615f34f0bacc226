/*
 * The user's own editor for long texts: $VISUAL, else $EDITOR, else vi, on a temporary file
 * of ours. The terminal has been given back before. Nothing of the text is on a command line.
 */
#ifndef KAIRO_UI_EDITOR_H
#define KAIRO_UI_EDITOR_H

#include "base/buf.h"
#include "base/err.h"

/*
 * Waits until the editor ends. `*out`, set up here and the caller's to release, is the text
 * without the last line feed, which editors add. False with a sentence, and no `out`, when the
 * editor could not be started, failed, or left no UTF-8 text; what it left is then kept where it
 * is another than `text`, and the sentence names the file.
 */
bool editor_run(const char *text, Buf *out, Err *err);

#endif
