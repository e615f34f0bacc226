/*
 * Any text in a field of any size, any keys and pastes: it stays sound (edit_sound.h). The
 * first bytes say how the field is and how much of the rest is its text; then each event is
 * a byte that says which, and what it needs: a character, or a length and a paste.
 */
#include "../edit_sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEAD_BYTES = 5, EVENTS_MOST = 200 };

typedef struct Field {
    TextEdit edit;
    Grid grid;
    Arena frame;
    int cols, rows;
    Ambiguous ambiguous;
    size_t given;
} Field;

static Str take(Str *rest, size_t bytes) {
    Str taken = str_n(rest->at, MIN_OF(bytes, rest->len));
    *rest = str_skip(*rest, bytes);
    return taken;
}

static void begin(Field *field, Str *rest) {
    Str head = take(rest, HEAD_BYTES);
    uint8_t flags = (uint8_t)head.at[2];
    *field = (Field){
        .cols = 1 + (uint8_t)head.at[0] % 60,
        .rows = 1 + (uint8_t)head.at[1] % 10,
        .ambiguous = (flags & 1) != 0 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW,
    };
    text_edit_init(&field->edit, take(rest, (uint8_t)head.at[4]), (uint8_t)head.at[3],
                   (flags & 2) != 0);
    field->given = field->edit.text.len;
    field->edit.substitute = (flags & 4) != 0;
    grid_init(&field->grid, 0, 0);
    field->grid.substitute = (flags & 8) != 0;
    field->grid.ambiguous = field->ambiguous;
}

static void step(Field *field, Str *rest) {
    uint8_t pick = (uint8_t)take(rest, 1).at[0];
    Event event = sound_event(pick, 0, (Str){0});
    if (event.kind == EVENT_PASTE && rest->len > 0)
        event.text = take(rest, (uint8_t)take(rest, 1).at[0] % 64);
    else if (event.kind == EVENT_KEY && event.key.code == K_RUNE && event.key.mods == 0)
        take(rest, text_decode(*rest, &event.key.rune));
    text_edit_key(&field->edit, &event, field->cols, field->rows, field->ambiguous);
}

static void check(Field *field) {
    arena_reset(&field->frame);
    Canvas canvas = sound_canvas(&field->grid, &field->frame, field->cols, field->rows);
    const char *wrong = edit_unsound(&field->edit, field->given, &canvas);
    if (wrong != NULL) {
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Str rest = str_n((const char *)data, size);
    Field field;
    if (size < HEAD_BYTES)
        return 0;
    begin(&field, &rest);
    check(&field);
    for (int i = 0; rest.len > 0 && i < EVENTS_MOST; i++) {
        step(&field, &rest);
        check(&field);
    }
    text_edit_release(&field.edit);
    grid_release(&field.grid);
    arena_release(&field.frame);
    return 0;
}
