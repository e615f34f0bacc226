/* See commands.h. */
#include "ui/commands.h"

#include "base/bug.h"
#include "base/tr.h"
#include "text/width.h"

#define RUNE(c)                                                                                    \
    { .code = K_RUNE, .rune = (c) }
#define CTRL(c)                                                                                    \
    { .code = K_RUNE, .mods = MOD_CTRL, .rune = (c) }
#define SPECIAL(c)                                                                                 \
    { .code = (c) }

static const KeyCommand table[CMD_COUNT] = {
    [CMD_NONE] = {CMD_NONE, "none", {{0}}, "", ""},
    [CMD_STEP1] = {CMD_STEP1, "step-1", {RUNE('1')}, N_("step"), N_("Go to step 1")},
    [CMD_STEP2] = {CMD_STEP2, "step-2", {RUNE('2')}, N_("step"), N_("Go to step 2")},
    [CMD_STEP3] = {CMD_STEP3, "step-3", {RUNE('3')}, N_("step"), N_("Go to step 3")},
    [CMD_STEP4] = {CMD_STEP4, "step-4", {RUNE('4')}, N_("step"), N_("Go to step 4")},
    [CMD_CROSS] =
        {CMD_CROSS, "cross-step", {RUNE('0')}, N_("all steps"), N_("Go to what serves all steps")},
    [CMD_UP] = {CMD_UP, "up", {SPECIAL(K_UP), RUNE('k')}, N_("up"), N_("To the one above")},
    [CMD_DOWN] =
        {CMD_DOWN, "down", {SPECIAL(K_DOWN), RUNE('j')}, N_("down"), N_("To the one below")},
    [CMD_LEFT] =
        {CMD_LEFT, "left", {SPECIAL(K_LEFT)}, N_("left"), N_("To the pane on the left, or back")},
    [CMD_RIGHT] = {CMD_RIGHT,
                   "right",
                   {SPECIAL(K_RIGHT)},
                   N_("right"),
                   N_("To the pane on the right, or open")},
    [CMD_FIRST] =
        {CMD_FIRST, "first", {RUNE('g'), SPECIAL(K_HOME)}, N_("top"), N_("To the beginning")},
    [CMD_LAST] = {CMD_LAST, "last", {RUNE('G'), SPECIAL(K_END)}, N_("end"), N_("To the end")},
    [CMD_PAGE_UP] =
        {CMD_PAGE_UP, "page-up", {SPECIAL(K_PAGE_UP)}, N_("page up"), N_("One screen up")},
    [CMD_PAGE_DOWN] = {CMD_PAGE_DOWN,
                       "page-down",
                       {SPECIAL(K_PAGE_DOWN)},
                       N_("page down"),
                       N_("One screen down")},
    [CMD_OPEN] =
        {CMD_OPEN, "open", {SPECIAL(K_ENTER), RUNE('l')}, N_("open"), N_("Open what is selected")},
    [CMD_BACK] = {CMD_BACK,
                  "back",
                  {SPECIAL(K_ESC), RUNE('h'), SPECIAL(K_BACKSPACE)},
                  N_("back"),
                  N_("Back to the screen before, as it was")},
    [CMD_NEXT] = {CMD_NEXT, "next", {SPECIAL(K_TAB)}, N_("next"), N_("Next pane or link")},
    [CMD_PREVIOUS] = {CMD_PREVIOUS,
                      "previous",
                      {SPECIAL(K_BACKTAB)},
                      N_("previous"),
                      N_("Previous pane or link")},
    [CMD_HISTORY_BACK] = {CMD_HISTORY_BACK,
                          "history-back",
                          {RUNE('[')},
                          N_("history"),
                          N_("Back through the screens seen")},
    [CMD_HISTORY_FORWARD] = {CMD_HISTORY_FORWARD,
                             "history-forward",
                             {RUNE(']')},
                             N_("history"),
                             N_("Forward through the screens seen")},
    [CMD_PROVIDERS] = {CMD_PROVIDERS,
                       "providers",
                       {RUNE('i')},
                       N_("providers"),
                       N_("Providers, their numbers and programs")},
    [CMD_FIGURES] = {CMD_FIGURES,
                     "figures",
                     {RUNE('v')},
                     N_("figures"),
                     N_("Figures: statistics, risks, budget, goal")},
    [CMD_SEARCH] =
        {CMD_SEARCH, "search", {RUNE('/')}, N_("search"), N_("Search all programs, as you type")},
    [CMD_FIND_NEXT] = {CMD_FIND_NEXT,
                       "find-next",
                       {RUNE('n')},
                       N_("next find"),
                       N_("To the next place where the words are found")},
    [CMD_FIND_PREVIOUS] = {CMD_FIND_PREVIOUS,
                           "find-previous",
                           {RUNE('N')},
                           N_("find before"),
                           N_("To the place before where the words are found")},
    [CMD_COUNTRIES] = {CMD_COUNTRIES,
                       "countries",
                       {RUNE('w')},
                       N_("countries"),
                       N_("Countries and cities, and what is there")},
    [CMD_CALENDAR] = {CMD_CALENDAR,
                      "calendar",
                      {RUNE('t')},
                      N_("calendar"),
                      N_("Calendar: windows to apply, events, due dates")},
    [CMD_DIAGNOSIS] = {CMD_DIAGNOSIS,
                       "diagnosis",
                       {RUNE('d')},
                       N_("diagnosis"),
                       N_("Diagnosis: which programs may fit, and why")},
    [CMD_MARK] = {CMD_MARK,
                  "mark",
                  {RUNE('c')},
                  N_("mark"),
                  N_("Mark the program for comparing, or take the mark away")},
    [CMD_COMPARE] = {CMD_COMPARE,
                     "compare",
                     {RUNE('C')},
                     N_("compare"),
                     N_("Compare the marked programs side by side")},
    [CMD_CALLS] = {CMD_CALLS,
                   "calls",
                   {RUNE('T')},
                   N_("calls"),
                   N_("Call sheet: whom to call for the plan, and what to ask")},
    [CMD_EXPORT] = {CMD_EXPORT,
                    "export",
                    {RUNE('x')},
                    N_("hand-out"),
                    N_("Write the plan as a hand-out for the client, a table or a calendar")},
    [CMD_ADDRESS] = {CMD_ADDRESS,
                     "address",
                     {RUNE('o')},
                     N_("address"),
                     N_("Show the address whole, to be selected with the mouse")},
    [CMD_COPY] = {CMD_COPY,
                  "copy",
                  {RUNE('y')},
                  N_("copy text"),
                  N_("Copy the address, number or card through the terminal")},
    [CMD_QR] =
        {CMD_QR, "qr", {RUNE('Q')}, N_("QR code"), N_("Show the address or number as a QR code")},
    [CMD_TOGGLE] = {CMD_TOGGLE,
                    "toggle",
                    {RUNE(' ')},
                    /* TRANSLATORS: hint: put in the plan, or take out */
                    N_("plan it"),
                    N_("Put the program in the plan, or take it out")},
    [CMD_STATUS] = {CMD_STATUS,
                    "status",
                    {RUNE('s')},
                    N_("status"),
                    N_("How far it is: candidate, applied, done and so on")},
    [CMD_NOTE] = {CMD_NOTE, "note", {RUNE('m')}, N_("note"), N_("Write a note")},
    [CMD_DUE] = {CMD_DUE, "due", {RUNE('D')}, N_("due"), N_("Set the due date")},
    [CMD_OWNER] = {CMD_OWNER, "owner", {RUNE('O')}, N_("owner"), N_("Set who takes care of it")},
    [CMD_ESTIMATE] = {CMD_ESTIMATE,
                      "estimate",
                      {RUNE('e')},
                      N_("cost"),
                      N_("Estimate: planned cost, grant and own share")},
    [CMD_EDITOR] = {CMD_EDITOR,
                    "editor",
                    {CTRL('o')},
                    N_("editor"),
                    N_("Write the note in your own editor ($VISUAL or $EDITOR)")},
    [CMD_BOOKMARK] = {CMD_BOOKMARK,
                      "bookmark",
                      {RUNE('b')},
                      N_("bookmark"),
                      N_("Set a bookmark on what is selected, or take it away")},
    [CMD_BOOKMARK_SCREEN] = {CMD_BOOKMARK_SCREEN,
                             "bookmark-screen",
                             {RUNE('B')},
                             N_("bookmark screen"),
                             N_("Set a bookmark on this screen, or take it away")},
    [CMD_BOOKMARKS] =
        {CMD_BOOKMARKS, "bookmarks", {RUNE('\'')}, N_("bookmarks"), N_("The bookmarks")},
    [CMD_PLAN] =
        {CMD_PLAN, "plan", {RUNE('P')}, N_("plan"), N_("The plan: what the company means to use")},
    [CMD_PLANS] =
        {CMD_PLANS, "plans", {RUNE('p')}, N_("plans"), N_("All plans, one for each company")},
    [CMD_FILTER] =
        {CMD_FILTER, "filter", {RUNE('f')}, N_("filter"), N_("Choose what the list shows")},
    [CMD_UNFILTER] =
        {CMD_UNFILTER, "unfilter", {RUNE('F')}, N_("show all"), N_("Show all again, unfiltered")},
    [CMD_SORT] = {CMD_SORT, "sort", {RUNE('S')}, N_("order"), N_("Another order of the list")},
    [CMD_NEW] = {CMD_NEW, "new", {RUNE('a')}, N_("new"), N_("Add a new one to the list")},
    [CMD_RENAME] = {CMD_RENAME, "rename", {RUNE('r')}, N_("rename"), N_("Give it another name")},
    [CMD_DUPLICATE] =
        {CMD_DUPLICATE, "duplicate", {RUNE('+')}, N_("copy"), N_("Make a copy of the plan")},
    [CMD_ARCHIVE] = {CMD_ARCHIVE,
                     "archive",
                     {RUNE('A')},
                     N_("archive"),
                     N_("Put the plan in the archive, or bring it back")},
    [CMD_UNDO] = {CMD_UNDO, "undo", {RUNE('u')}, N_("undo"), N_("Undo the last change")},
    [CMD_REDO] = {CMD_REDO, "redo", {CTRL('r')}, N_("redo"), N_("Do again what was undone")},
    [CMD_SAVE] = {CMD_SAVE,
                  "save",
                  {RUNE('R')},
                  N_("save again"),
                  N_("Try again to save what could not be saved")},
    [CMD_LANGUAGE] = {CMD_LANGUAGE,
                      "language",
                      {RUNE('L')},
                      N_("Japanese"),
                      N_("Switch between Japanese and English")},
    [CMD_PALETTE] = {CMD_PALETTE,
                     "palette",
                     {RUNE('?'), RUNE(':')},
                     N_("help"),
                     N_("Every command with its key")},
    [CMD_REDRAW] = {CMD_REDRAW, "redraw", {CTRL('l')}, N_("redraw"), N_("Draw the screen afresh")},
    [CMD_SUSPEND] =
        {CMD_SUSPEND, "suspend", {CTRL('z')}, N_("suspend"), N_("To the shell; fg comes back")},
    [CMD_LEAVE] = {CMD_LEAVE,
                   "leave",
                   {RUNE('q'), CTRL('c')},
                   N_("leave"),
                   N_("Leave this screen; on the roadmap, quit")},
};

const KeyCommand *command_of(CommandId id) {
    if (id < 0 || id >= CMD_COUNT)
        BUG("no such command");
    return &table[id];
}

static bool same_key(Key a, Key b) {
    return a.code == b.code && a.rune == b.rune && a.mods == b.mods;
}

CommandId command_for_key(Key key) {
    if (key.code == K_NONE)
        return CMD_NONE;
    for (int id = 1; id < CMD_COUNT; id++)
        for (int i = 0; i < COMMAND_KEYS_MOST; i++)
            if (same_key(table[id].keys[i], key))
                return (CommandId)id;
    return CMD_NONE;
}

static const char *special_name(KeyCode code) {
    switch (code) {
    case K_ENTER:
        return "Enter";
    case K_ESC:
        return "Esc";
    case K_TAB:
        return "Tab";
    case K_BACKTAB:
        return "Shift-Tab";
    case K_BACKSPACE:
        return "Backspace";
    case K_UP:
        return _("Up");
    case K_DOWN:
        return _("Down");
    case K_LEFT:
        return _("Left");
    case K_RIGHT:
        return _("Right");
    case K_HOME:
        return "Home";
    case K_END:
        return "End";
    case K_PAGE_UP:
        return "PgUp";
    case K_PAGE_DOWN:
        return "PgDn";
    default:
        return "";
    }
}

const char *command_key_name(Arena *arena, Key key) {
    if (key.code != K_RUNE)
        return special_name(key.code);
    if (key.mods & MOD_CTRL)
        return arena_printf(arena, "Ctrl-%c", (char)(key.rune - 'a' + 'A'));
    if (key.rune == ' ')
        return "Space";
    char bytes[4];
    return arena_copy(arena, str_n(bytes, text_encode(key.rune, bytes)));
}

const char *command_first_key(Arena *arena, CommandId id) {
    return command_key_name(arena, command_of(id)->keys[0]);
}

const char *command_keys(Arena *arena, CommandId id) {
    const KeyCommand *command = command_of(id);
    const char *names = "";
    for (int i = 0; i < COMMAND_KEYS_MOST && command->keys[i].code != K_NONE; i++)
        names =
            i == 0 ? command_key_name(arena, command->keys[0])
                   : arena_printf(arena, "%s %s", names, command_key_name(arena, command->keys[i]));
    return names;
}

Key key_half_width(Key key) {
    if (key.code != K_RUNE)
        return key;
    if (key.rune == 0x3000)
        key.rune = ' ';
    else if (key.rune >= 0xFF01 && key.rune <= 0xFF5E)
        key.rune = key.rune - 0xFF01 + '!';
    return key;
}

bool key_is_from_input_method(Key key) {
    return key.code == K_RUNE && key.mods == 0 && key.rune >= 0x3001 && key.rune < 0x20000;
}
