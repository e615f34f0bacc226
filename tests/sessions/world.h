/*
 * The world around a session: folders of its own under a temporary one, a clock that a story
 * sets, and other sessions that write to the same plans. So a story can be saved, hung up,
 * killed, begun again, and find its disk full or its file damaged.
 */
#ifndef KAIRO_TESTS_WORLD_H
#define KAIRO_TESTS_WORLD_H

#include "session.h"

#include "cli/paths.h"
#include "ui/keeper.h"

typedef struct World {
    char root[64];
    Surroundings at;
    Arena arena;
    Keeper keeper;
    char now[STAMP_BYTES];
    bool keeping; /* the keeper has begun */
} World;

void world_init(World *world);
void world_release(World *world); /* removes the folder */

/* Begins a session in it, at the plan `plan` ("" for the last one); false with a sentence. */
bool world_begin(World *world, Session *session, const AppStart *start, const char *plan, Err *err);
/* Ends it: as q or a hang-up would (the app was told), or as kill -9. */
void world_end(World *world, Session *session);

/* Another process: kairo with these words, in the same folders. Returns its exit status. */
int world_command(World *world, const char *words, const AppStart *start);

/* No file can be written below the data folder, until it is mended. */
void world_block(World *world, bool block);

/* Writes a file below the data folder, its folders made. */
bool world_write(const World *world, const char *file, const char *text);
/* The same below the configuration's. */
bool world_configure(const World *world, const char *file, const char *text);
/* Puts a file of tests/sessions/plans among the plans, as a sync tool would. */
bool world_put(World *world, const char *file);

/* The rules of the diagnosis are this text from now on; NULL: the edition's own again. */
void world_rules(World *world, const char *text);

/* Cuts the last third off a plan's file. False when there is no such file. */
bool world_damage(World *world, const char *file);

#endif
