/*
 * Any bytes typed into a session, in reads and silences of any length. The first byte of
 * each read says how many follow and how long nothing came before; now and then the window
 * changes its size. session_view proves that every screen is sound. Of the effects those are
 * carried out that more screens hang on: the diagnosis is read, words are not in the dictionary.
 */
#include "../sessions/session.h"
#include "base/bug.h"
#include "query/diagnosis_rules.h"
#include "ui/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const Diagnosis *diagnosis(void) {
    static Diagnosis diagnosis;
    static bool loaded;
    Problems problems = {0};
    if (!loaded &&
        !diagnosis_load(&diagnosis, SOURCE_DIR "/data/catalogue", session_catalogue(), &problems))
        BUG("the diagnosis does not load");
    problems_release(&problems);
    loaded = true;
    return &diagnosis;
}

static void perform(Session *session) {
    Effects asked = session->effects;
    for (size_t i = 0; i < asked.count; i++) {
        const Effect *effect = &asked.at[i];
        News news = {.kind = NEWS_DIAGNOSIS, .diagnosis = diagnosis()};
        if (effect->kind == EFFECT_READ_DIAGNOSIS)
            session_event(session, &(Event){.kind = EVENT_NEWS, .news = &news});
        else if (effect->kind == EFFECT_LOOK_UP)
            session_event(session, &(Event){.kind = EVENT_LEARNED, .text = str(effect->text)});
    }
}

static void take_events(Session *session, Input *input) {
    Event event;
    while (input_next(input, &event))
        session_event(session, &event);
}

static void resize(Session *session, uint8_t byte) {
    Event event = {.kind = EVENT_RESIZE, .cols = 1 + byte * 7 % 170, .rows = 1 + byte % 50};
    session_event(session, &event);
}

static void type(Session *session, const uint8_t *data, size_t size) {
    Input input = {0};
    input_init(&input);
    input_ask_ambiguous(&input);
    while (size > 0) {
        uint8_t head = *data++;
        size--;
        size_t count = MIN_OF((size_t)(head & 15), size);
        if (head >= 0xf0)
            resize(session, head);
        input_feed(&input, str_n((const char *)data, count), (head >> 4) * 40);
        take_events(session, &input);
        if (head & 0x80)
            input_pass(&input, ESC_DELAY_MS);
        take_events(session, &input);
        session_view(session);
        data += count;
        size -= count;
    }
    input_release(&input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Session session = {.perform = perform};
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .lang = LANG_JA,
                      .ambiguous = AMBIGUOUS_NARROW,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    session_begin(&session, &start);
    type(&session, data, MIN_OF(size, 512));
    session_end(&session);
    return 0;
}
