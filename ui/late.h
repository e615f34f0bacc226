/*
 * What a session reads or makes only once somebody asks for it, so that nothing of it stands
 * between the start and the first frame: the search's texts, the diagnosis's rules, the list of
 * holidays. Screens ask in ScreenClass.begin; what had to be read comes back as News.
 */
#ifndef KAIRO_UI_LATE_H
#define KAIRO_UI_LATE_H

#include "query/business_days.h"
#include "catalogue/answers.h"
#include "query/search.h"
#include "report/qr.h"

struct App;
struct Diagnosis;
struct Event;
struct News;

typedef struct Late {
    Search search;                     /* makes itself ready at the first search */
    const struct Diagnosis *diagnosis; /* lent by the edge; NULL until it was read */
    const char *diagnosis_why; /* why it cannot be read, for the session; "" for no reason */
    bool diagnosis_asked;
    Qr qr;              /* of the popup; side 0: none, */
    const char *qr_why; /* and why, for the session */
    Arena qr_arena;
    Arena holidays_arena;
    Holidays holidays;         /* the user's list; empty where there is none */
    const char *holidays_file; /* where it is, or would be; "" while that is not known */
    const char *holidays_why;  /* why it cannot be read, with its place; "" for no reason */
    /* Answers of this session alone, where the plan in `trial_file` cannot be changed. */
    Answers trial;
    const char *trial_file; /* NULL before there were any */
} Late;

void late_init(struct App *app);
void late_release(struct App *app);

/* Asks for the rules of the diagnosis, once; again where they could not be read. */
void late_want_diagnosis(struct App *app);

/* Asks for the list of holidays, each time anew: it may have been mended meanwhile. */
void late_want_holidays(struct App *app);

/* Takes in the news of what was read; false when they are of something else. */
bool late_news(struct App *app, const struct News *news);
/* EVENT_LEARNED: what the dictionary said of a word. */
void late_learned(struct App *app, const struct Event *event);

#endif
