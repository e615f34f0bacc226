/* The directory of providers: name, how many programs, a number to call. */
#include "ui/screens/screens.h"

#include "report/words.h"

static const Provider *provider_at(const App *app, int item) {
    return &app->catalogue->providers.at[item];
}

static int count_programs(const App *app, const Provider *provider) {
    int count = 0;
    for (size_t i = 0; i < app->catalogue->programs.count; i++)
        count += app->catalogue->programs.at[i].provider == provider;
    return count;
}

static const char *phone_in(const Contacts *contacts) {
    for (size_t i = 0; i < contacts->count; i++)
        if (contacts->at[i].phones.count > 0)
            return contacts->at[i].phones.at[0].number;
    return "";
}

/* The first number printed with the provider or one of its programs. */
static const char *first_phone(const App *app, const Provider *provider) {
    const char *phone = phone_in(&provider->contacts);
    const Programs *programs = &app->catalogue->programs;
    for (size_t i = 0; is_absent(phone) && i < programs->count; i++)
        if (programs->at[i].provider == provider)
            phone = phone_in(&programs->at[i].contacts);
    return phone;
}

enum {
    MARK_COLS = 3,
    SHORT_COLS = 17, /* the short name, where the full one stands beside it */
    PHONE_COLS = 13,
    PHONE_FROM = 72, /* columns of the screen from which a number has room */
    LIST_MOST = 120,
    GAP = 2,
};

/* The list, measured: lives in `arena`. */
typedef struct ProviderList {
    const App *app;
    Arena *arena;
    int cols, name_cols;
    int phone, count; /* columns; -1 when it is not shown */
    bool full_names;  /* beside the short ones: in English they are the same */
} ProviderList;

static const char *count_text(const ProviderList *of, int item) {
    int count = count_programs(of->app, provider_at(of->app, item));
    return arena_printf(of->arena, tr_plural("%d program", "%d programs", count), count);
}

static ProviderList *measure(const App *app, Arena *arena) {
    ProviderList *of = arena_new(arena, ProviderList, 1);
    *of = (ProviderList){.app = app, .arena = arena, .cols = MIN_OF(app->cols, LIST_MOST)};
    int widest = 0;
    for (int i = 0; i < (int)app->catalogue->providers.count; i++)
        widest = MAX_OF(widest, text_width(str(count_text(of, i)), app->ambiguous));
    of->count = of->cols - GAP - widest;
    of->phone = of->cols >= PHONE_FROM ? of->count - GAP - PHONE_COLS : -1;
    of->full_names = of->phone >= 0 && tr_lang() != LANG_EN;
    of->name_cols = (of->phone >= 0 ? of->phone : of->count) - GAP - MARK_COLS;
    return of;
}

static WrapLines name_lines(const ProviderList *of, int item) {
    return screen_lines(of->app, of->arena, words_provider_name(provider_at(of->app, item)),
                        of->full_names ? SHORT_COLS - 1 : of->name_cols);
}

static int item_height(const void *context, int item) {
    return (int)name_lines(context, item).count;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const ProviderList *of = context;
    const Provider *provider = provider_at(of->app, item);
    if (selected)
        screen_mark(canvas);
    if (work_is_bookmarked(of->app, BOOKMARK_PROVIDER, provider->id))
        screen_star(canvas, selected);
    screen_paint_lines(canvas, MARK_COLS, 0, STYLE_BODY, name_lines(of, item));
    if (of->full_names && strcmp(provider->name, provider->name_full) != 0)
        paint_fit(canvas, MARK_COLS + SHORT_COLS, 0, of->name_cols - SHORT_COLS, STYLE_DIM,
                  provider->name_full);
    const char *phone = first_phone(of->app, provider);
    if (of->phone >= 0)
        paint(canvas, of->phone, 0, is_absent(phone) ? STYLE_DIM : STYLE_BODY,
              is_absent(phone) ? _("not stated") : phone);
    paint_right(canvas, of->cols - GAP, 0, STYLE_DIM, count_text(of, item));
}

static List list_of(const App *app, Arena *arena) {
    return (List){(int)app->catalogue->providers.count, measure(app, arena), item_height,
                  item_paint, NULL};
}

/* The sentence over the list, and a blank line. */
static WrapLines intro(const App *app, Arena *arena) {
    return screen_lines(app, arena,
                        _("Who runs the programs; open one for its numbers and programs."),
                        MIN_OF(app->cols, LIST_MOST) - MARK_COLS - 1);
}

static int list_rows(const App *app, Arena *arena) {
    return MAX_OF(app_body_rows(app) - (int)intro(app, arena).count - 1, 1);
}

static bool providers_command(App *app, ScreenState *screen, CommandId command) {
    List list = list_of(app, &app->scratch);
    if (screen_list_command(&list, &screen->providers, list_rows(app, &app->scratch), command))
        return true;
    if (command != CMD_OPEN || list.count == 0)
        return false;
    app_open_provider(app, provider_at(app, screen->providers.selected));
    return true;
}

static void providers_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Providers"));
}

static void providers_view(const App *app, const ScreenState *screen, const Canvas *body) {
    List list = list_of(app, body->frame);
    WrapLines lines = intro(app, body->frame);
    screen_paint_lines(body, MARK_COLS, 0, STYLE_DIM, lines);
    Canvas box = canvas_part(body, 0, (int)lines.count + 1, MIN_OF(body->cols, LIST_MOST),
                             list_rows(app, body->frame));
    list_view(&list, &screen->providers, &box);
    screen_more_items_below(&list, &screen->providers, &box);
}

static const char *providers_disabled(const App *app, const ScreenState *screen,
                                      CommandId command) {
    (void)app;
    (void)screen;
    return command == CMD_ADDRESS ? _("Open a provider first.") : NULL;
}

static const Provider *selected_provider(const App *app, const ListState *list) {
    return list->selected < (int)app->catalogue->providers.count ? provider_at(app, list->selected)
                                                                 : NULL;
}

static Subject providers_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)arena;
    return screen_provider_subject(selected_provider(app, &screen->providers));
}

static void providers_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const Provider *provider = selected_provider(app, &screen->providers);
    keep_text(keep, "row", provider == NULL ? "" : provider->id);
    keep_number(keep, "top", screen->providers.top);
}

static bool providers_recall(App *app, ScreenState *screen, const Recall *recall) {
    const Provider *provider = catalogue_provider(app->catalogue, recall_text(recall, "row"));
    if (provider == NULL)
        return true;
    screen->providers.selected = (int)(provider - app->catalogue->providers.at);
    screen->providers.top = recall_count(recall, "top");
    return true;
}

const ScreenClass screen_providers = {
    .name = "providers",
    .crumbs = providers_crumbs,
    .step = screen_no_step,
    .command = providers_command,
    .disabled = providers_disabled,
    .subject = providers_subject,
    .keep = providers_keep,
    .recall = providers_recall,
    .view = providers_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_BOOKMARK, NULL}, {CMD_HISTORY_BACK, NULL}},
};
