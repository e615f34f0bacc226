/* See recall.h. */
#include "ui/recall.h"

#include "ui/app.h"

struct Keep {
    Buf *out;
};

struct Recall {
    int none;
};

void keep_text(Keep *keep, const char *key, const char *text) {
    (void)keep;
    (void)key;
    (void)text;
}

void keep_number(Keep *keep, const char *key, int64_t number) {
    (void)keep;
    (void)key;
    (void)number;
}

const char *recall_text(const Recall *recall, const char *key) {
    (void)recall;
    (void)key;
    return "";
}

int64_t recall_number(const Recall *recall, const char *key, int64_t least, int64_t most) {
    (void)recall;
    (void)key;
    (void)least;
    (void)most;
    return 0;
}

void recall_write(const struct App *app, Buf *out) {
    (void)app;
    (void)out;
}

const char *recall_plan(Str bytes, Arena *arena) {
    (void)bytes;
    (void)arena;
    return "";
}

void recall_read(struct App *app, Str bytes) {
    (void)app;
    (void)bytes;
}
