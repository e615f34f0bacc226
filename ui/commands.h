/*
 * The one table of commands: identity, keys, words. It feeds dispatch, the hint line, the
 * palette, README and the man page, so none of them can disagree.
 */
#ifndef KAIRO_UI_COMMANDS_H
#define KAIRO_UI_COMMANDS_H

#include "base/arena.h"
#include "ui/event.h"

typedef enum CommandId {
    CMD_NONE,
    CMD_STEP1,
    CMD_STEP2,
    CMD_STEP3,
    CMD_STEP4,
    CMD_CROSS,
    CMD_UP,
    CMD_DOWN,
    CMD_LEFT,
    CMD_RIGHT,
    CMD_FIRST,
    CMD_LAST,
    CMD_PAGE_UP,
    CMD_PAGE_DOWN,
    CMD_OPEN,
    CMD_BACK,
    CMD_NEXT,
    CMD_PREVIOUS,
    CMD_HISTORY_BACK,
    CMD_HISTORY_FORWARD,
    CMD_PROVIDERS,
    CMD_FIGURES,
    CMD_SEARCH,
    CMD_FIND_NEXT,
    CMD_FIND_PREVIOUS,
    CMD_COUNTRIES,
    CMD_CALENDAR,
    CMD_DIAGNOSIS,
    CMD_MARK, /* for comparing */
    CMD_COMPARE,
    CMD_CALLS,
    CMD_EXPORT,
    CMD_ADDRESS,
    CMD_COPY,
    CMD_QR,
    CMD_TOGGLE, /* in or out of the plan */
    CMD_STATUS,
    CMD_NOTE,
    CMD_DUE,
    CMD_OWNER,
    CMD_ESTIMATE,
    CMD_EDITOR,
    CMD_BOOKMARK,
    CMD_BOOKMARK_SCREEN,
    CMD_BOOKMARKS,
    CMD_PLAN,
    CMD_PLANS,
    CMD_FILTER,
    CMD_UNFILTER,
    CMD_SORT,
    CMD_NEW,
    CMD_RENAME,
    CMD_DUPLICATE,
    CMD_ARCHIVE,
    CMD_UNDO,
    CMD_REDO,
    CMD_SAVE,
    CMD_LANGUAGE,
    CMD_PALETTE,
    CMD_REDRAW,
    CMD_SUSPEND,
    CMD_LEAVE,
    CMD_COUNT
} CommandId;

enum { COMMAND_KEYS_MOST = 4 };

typedef struct KeyCommand {
    CommandId id;
    const char *name;            /* stable, for tests and documents: "open" */
    Key keys[COMMAND_KEYS_MOST]; /* K_NONE ends */
    const char *hint;            /* msgid: one or two words for the hint line */
    const char *help;            /* msgid: a sentence for the palette */
} KeyCommand;

const KeyCommand *command_of(CommandId id);

/* The command of a key, after key_half_width. CMD_NONE when it has none. */
CommandId command_for_key(Key key);

/* A key as people call it: "Enter", "Ctrl-L", "/". In the arena. */
const char *command_key_name(Arena *arena, Key key);
/* Its keys as people call them: "Enter l", "Ctrl-L". In the arena. */
const char *command_keys(Arena *arena, CommandId id);
/* The first of them, for the hint line. */
const char *command_first_key(Arena *arena, CommandId id);

/*
 * A full-width ASCII character acts as its ASCII key, U+3000 as blank: the input method is
 * often left on. Other keys are returned as they are.
 */
Key key_half_width(Key key);

/* A character that only an input method makes: kana, kanji and the like. */
bool key_is_from_input_method(Key key);

#endif
