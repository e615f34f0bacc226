/*
 * What is searched: every text of the catalogue that a search looks into, or of a plan, each
 * a piece of one program, and their keys one after the other so that a search is one sweep.
 * For search.c and its bench; others use search.h.
 *
 * Three lanes hold the same pieces in the same order: their keys, their spellings (spelling.h)
 * and the digits of their telephone numbers. The last two are written when first asked for.
 */
#ifndef KAIRO_QUERY_SEARCH_TEXT_H
#define KAIRO_QUERY_SEARCH_TEXT_H

#include "base/buf.h"
#include "plan/plan.h"
#include "query/readings.h"
#include "query/search.h"

typedef struct SearchPiece {
    const char *text;
    uint32_t program; /* its place: programs, then resources */
    uint32_t next;    /* the piece after those of the same program and field */
    SearchField field;
} SearchPiece;

/* Days at which something of a program is: its period, an event. */
typedef struct SearchDays {
    uint32_t piece;
    Date from, to; /* both inclusive */
} SearchDays;

typedef struct SearchLane {
    Buf text;         /* a line feed after each piece; there is none in a key */
    uint32_t *starts; /* of each piece in `text`, and the end of the last; owned by the arena */
} SearchLane;

typedef enum SearchLaneId { LANE_KEYS, LANE_SPELLINGS, LANE_DIGITS, LANE_COUNT } SearchLaneId;

typedef struct SearchText {
    Arena arena; /* owns the pieces and what was written for them */
    SearchPiece *pieces;
    size_t count, room;
    SearchDays *days;
    size_t day_count, day_room;
    SearchLane lanes[LANE_COUNT];
} SearchText;

/* Everything of the catalogue. */
void search_text_of_catalogue(SearchText *out, const Catalogue *catalogue);

/* The notes and reasons of a plan, copied, for the programs that the catalogue has. */
void search_text_of_plan(SearchText *out, const Catalogue *catalogue, const Plan *plan);

void search_text_release(SearchText *text);

/* Written when it is not there yet. */
const SearchLane *search_text_lane(SearchText *text, SearchLaneId id, Readings readings);

/* The piece at this byte of the lane; `from` is a piece not after it. */
size_t search_lane_piece(const SearchLane *lane, size_t count, size_t from, size_t at);

/* Appends the telephone numbers of a key as digits alone, parted by blanks. */
void search_digits(Str key, Buf *out, SpellingMap *map);

/* ---- between search_text.c and search_pieces.c ---- */

/* "" adds nothing. `text` must live as long as `out`. */
void search_add_piece(SearchText *out, SearchField field, size_t program, const char *text);
void search_add_pieces(SearchText *out, const Catalogue *catalogue);
void search_add_notes(SearchText *out, const Catalogue *catalogue, const Plan *plan);

#endif
