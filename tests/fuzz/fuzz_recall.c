/*
 * Any bytes as the text of a session, as they are and as its screens: a session begins there
 * with a sound screen, whatever is pressed then; and where it stands is written and read again to
 * the same.
 */
#include "../sessions/session.h"
#include "ui/recall.h"
#include "ui/screens/screens.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* With a plan of one program, which lies in elm.yaml. */
static Session begin_at(Str text) {
    Session session = {.perform = NULL};
    session_begin(&session, &(AppStart){.catalogue = session_catalogue(),
                                        .today = {2016, 12, 20},
                                        .lang = LANG_JA,
                                        .cols = 80,
                                        .rows = 24,
                                        .program = "",
                                        .notice = ""});
    HOLDS(session_key(&session, "Space"));
    plan_store(&session.app.work.file, "elm.yaml");
    recall_read(&session.app, text);
    session_view(&session);
    return session;
}

static Buf written(const Session *session) {
    Buf text;
    buf_init(&text, RECALL_MOST);
    recall_write(&session->app, &text);
    return text;
}

static void check(Str text) {
    static const char *const keys[] = {"Down", "Tab",  "Enter", "x", "Up",
                                       "Esc",  "PgDn", "Esc",   "["};
    Arena arena = {0};
    recall_plan(text, &arena);
    Session session = begin_at(text);
    HOLDS(session.app.stack[0].id == SCREEN_ROADMAP && session.app.depth <= STACK_MOST);
    Buf once = written(&session);
    Session again = begin_at(buf_str(&once));
    Buf twice = written(&again);
    HOLDS(once.len > 0 && str_equal(buf_str(&once), buf_str(&twice)));
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        session_key(&session, keys[i]);
        session_view(&session);
    }
    buf_release(&once);
    buf_release(&twice);
    session_end(&session);
    session_end(&again);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Str bytes = str_n((const char *)data, size);
    Buf wrapped;
    buf_init(&wrapped, RECALL_MOST * 2);
    buf_text(&wrapped, "kairo_session: 1\nplan: elm.yaml\nscreens:\n");
    buf_add(&wrapped, bytes);
    buf_text(&wrapped, "\nend: true\n");
    check(bytes);
    check(buf_str(&wrapped));
    buf_release(&wrapped);
    return 0;
}
