/*
 * Between the files of the keeper. A function that carries out an effect fills in keeper->news and
 * returns what keeper_perform does: whether there is something to tell.
 */
#ifndef KAIRO_UI_KEEPER_PARTS_H
#define KAIRO_UI_KEEPER_PARTS_H

#include "ui/keeper.h"

/* True: the news are of this kind. */
bool keeper_tell(Keeper *keeper, NewsKind kind);

/* ---- keeper_plan.c: the active plan ---- */

bool keeper_open_plan(Keeper *keeper, const char *file);
bool keeper_save(Keeper *keeper, const App *app);
bool keeper_refresh(Keeper *keeper, const App *app);
bool keeper_new_plan(Keeper *keeper, const App *app, const char *name);
bool keeper_duplicate(Keeper *keeper, const App *app, const Effect *effect);
bool keeper_restore(Keeper *keeper, const App *app, const char *file);
bool keeper_list(Keeper *keeper);

/* Another plan may take its place, as it is saved; else the news say why not. */
bool keeper_is_safe(Keeper *keeper, const App *app);
bool keeper_is_there(Keeper *keeper, const char *file);

/* As shelf_open, with a sentence of its own for a file that is no longer there. */
bool keeper_open(Keeper *keeper, const char *file, ShelfPlan *out, Err *err);
/* Saves a plan whose name may have changed (then its file and versions follow). */
bool keeper_put(Keeper *keeper, ShelfPlan *plan, const char *now, ShelfSaved *saved, Err *err);

/* Whether the plan in the file `own` can never have this name, as another plan has it (*why): a
   full disk or the like is no such reason. */
bool keeper_name_is_taken(Keeper *keeper, const char *name, const char *own, Err *why);

/* Whether it is certain that there is no such file: a folder that cannot be reached says nothing.
 */
bool keeper_is_gone(Keeper *keeper, const char *file);

/* ---- keeper_marks.c: the bookmarks ---- */

bool keeper_read_marks(Keeper *keeper);
bool keeper_save_marks(Keeper *keeper, const App *app);
bool keeper_refresh_marks(Keeper *keeper, const App *app);

/* ---- keeper_again.c ---- */

/*
 * Before a save that failed is tried again with `mine`, which the user may have
 * changed since. It may have come to disk all the same, only not for certain: when it has, that is
 * what we changed since; else it would be merged as another's, and what was undone meanwhile would
 * come back. False with a sentence when nobody can say.
 */
bool keeper_look_again(Keeper *keeper, const Plan *mine, Err *err);
bool keeper_look_again_at_marks(Keeper *keeper, const Bookmarks *mine, Err *err);

/* ---- keeper_late.c: what is read or made only once it is asked for ---- */

bool keeper_read_diagnosis(Keeper *keeper, const App *app);
bool keeper_make_qr(Keeper *keeper, const char *text);
bool keeper_read_holidays(Keeper *keeper);
void keeper_forget_late(Keeper *keeper);

/* ---- keeper_other.c: plans that are not the active one ---- */

bool keeper_other(Keeper *keeper, const App *app, const Effect *effect);

/* ---- keeper_tidy.c ---- */

/* Removes what killed sessions left among the plans and beside the bookmarks. */
void keeper_tidy(const Keeper *keeper);

/* ---- keeper_export.c: hand-outs ---- */

bool keeper_export(Keeper *keeper, const App *app, const Effect *effect);

#endif
