/* The directory of providers: name, how many programs, a number to call. */
#include "ui/screens/screens.h"

#include "report/words.h"

static const Provider *provider_at(const App *app, int item) {
    return &app->catalogue->providers.at[item];
}

static int one_line(const void *context, int item) {
    (void)context;
    (void)item;
    return 1;
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

enum { NAME_COLS = 17, PHONE_COLS = 13 };

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const App *app = context;
    const Provider *provider = provider_at(app, item);
    if (selected)
        screen_mark(canvas);
    bool english = tr_lang() == LANG_EN;
    bool wide = canvas->cols >= 72;
    int end = canvas->cols - 2;
    const char *count = arena_printf(
        canvas->frame, tr_plural("%d program", "%d programs", count_programs(app, provider)),
        count_programs(app, provider));
    paint_right(canvas, end, 0, STYLE_DIM, count);
    end -= paint_width(canvas, count) + 2;
    const char *phone = first_phone(app, provider);
    end = wide ? canvas->cols - 2 - (english ? 12 : 5) - PHONE_COLS : end;
    if (wide)
        paint(canvas, end, 0, is_absent(phone) ? STYLE_DIM : STYLE_BODY,
              is_absent(phone) ? _("not stated") : phone);
    int name_cols = wide && !english ? NAME_COLS : end - 5;
    paint_fit(canvas, 3, 0, name_cols, STYLE_BODY,
              words_provider_name(provider));
    if (wide && !english)
        paint_fit(canvas, 3 + NAME_COLS, 0, end - NAME_COLS - 4, STYLE_DIM,
                  provider->name_full);
}

static List list_of(const App *app) {
    return (List){(int)app->catalogue->providers.count, app, one_line, item_paint};
}

static int list_rows(const App *app) {
    return MAX_OF(app_body_rows(app) - 2, 1);
}

static bool providers_command(App *app, ScreenState *screen, CommandId command) {
    List list = list_of(app);
    if (screen_list_command(&list, &screen->providers, list_rows(app), command))
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
    List list = list_of(app);
    paint(body, 3, 0, STYLE_DIM, _("Who runs the programs; open one for its numbers and programs."));
    Canvas box = canvas_part(body, 0, 2, MIN_OF(body->cols, 120), body->rows - 2);
    list_view(&list, &screen->providers, &box);
}

static const char *providers_disabled(const App *app, const ScreenState *screen,
                                      CommandId command) {
    (void)app;
    (void)screen;
    return command == CMD_ADDRESS ? _("Open a provider first.") : NULL;
}

const ScreenClass screen_providers = {
    .name = "providers",
    .crumbs = providers_crumbs,
    .step = screen_no_step,
    .command = providers_command,
    .disabled = providers_disabled,
    .view = providers_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_HISTORY_BACK, NULL}},
};
