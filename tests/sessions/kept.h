/* A session whose effects on files a keeper carries out: the edge without a terminal. */
#ifndef KAIRO_TESTS_KEPT_H
#define KAIRO_TESTS_KEPT_H

#include "session.h"

#include "ui/keeper.h"

/* A `perform`: the keeper carries out what concerns files; other effects stay noted. */
void session_perform_files(Session *session);

/* The first event, once the keeper has begun. */
void session_open(Session *session);

#endif
