/* A catalogue with nothing in it: every screen opens, and every key is answered. */
#include "session.h"

static const char *const screens[] = {"1", "2", "3", "4", "0", "i", "v", "p", "P", "'", "?"};
static const char *const keys[] = {
    "Up", "Down", "PgUp", "PgDn", "g", "G",     "Left", "Right", "Tab",   "S-Tab", "o",
    "l",  "[",    "]",    "b",    "B", "Space", "u",    "L",     "Enter", "Down",  "Enter"};

int main(void) {
    Catalogue bare = *session_catalogue();
    bare.programs = bare.resources = (Programs){0};
    bare.providers = (Providers){0};
    bare.figures = (Figures){0};
    AppStart start = {.catalogue = &bare,
                      .today = {2016, 12, 20},
                      .lang = LANG_JA,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    Session session = {.perform = NULL};
    session_begin(&session, &start);
    for (size_t screen = 0; screen < COUNT_OF(screens); screen++)
        for (size_t key = 0; key < COUNT_OF(keys); key++) {
            if (!session_key(&session, screens[screen]) || !session_key(&session, keys[key]))
                return 1;
            session_view(&session);
            session_key(&session, "Esc");
        }
    session_end(&session);
    return 0;
}
