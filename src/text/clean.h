/*
 * Text made safe and steady for a terminal. Everything that reaches a screen or a
 * terminal on standard output goes through here, whatever its origin (catalogue, plans,
 * file names, environment, errors).
 *
 * - NFC (か + U+3099 becomes が: ncurses drops a mark after a wide base).
 * - Control characters (C0, DEL, C1 with U+009B and U+009D) and noncharacters become U+FFFD;
 *   a tab and U+2028, U+2029 one space. A line feed is kept only by text_clean_lines.
 * - Direction marks, overrides and isolates, zero-width characters (ZWSP, ZWJ, ZWNJ, BOM,
 *   word joiner), soft hyphens, variation selectors, fillers and tags are dropped.
 * - Emoji sequences (ZWJ, keycaps, skin tones) become their first visible character, flags
 *   their two letters in ASCII: terminals disagree about all of them.
 * - Stray bytes become U+FFFD.
 * - At most two marks stay on one base, and none without a base, so every cluster takes one
 *   or two cells.
 *
 * Cleaning what is clean already changes nothing.
 */
#ifndef KAIRO_TEXT_CLEAN_H
#define KAIRO_TEXT_CLEAN_H

#include "base/arena.h"
#include "base/str.h"

/* Returns `text` itself when it is clean already, else a copy in the arena. One line. */
Str text_clean(Arena *arena, Str text);

/* The same, keeping line feeds. CR LF becomes LF. */
Str text_clean_lines(Arena *arena, Str text);

/*
 * For files that no terminal shows (HTML, calendars). Joiners, variation selectors and emoji
 * stay, because a name may be written with them (葛󠄀); stray bytes, noncharacters and control
 * characters become U+FFFD, tabs, U+2028 and U+2029 one space, CR LF and CR a line feed; what
 * turns the direction of text and byte-order marks are dropped.
 */
Str text_clean_file(Arena *arena, Str text);

/* Whether text_clean would change nothing. */
bool text_is_clean(Str text);

/* Strict UTF-8: no overlong forms, surrogates, or code points above U+10FFFF. */
bool text_is_utf8(Str text);

#endif
