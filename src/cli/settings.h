/*
 * What a user has settled once: $XDG_CONFIG_HOME/kairo/settings.yaml, which need not be there.
 *
 *     theme: light          # auto, dark or light: what the terminal's background is
 *     ambiguous: wide       # auto, narrow or wide
 *     language: en          # auto, ja or en
 *
 * Command line before settings before what is found out. As strict as the catalogue: unknown keys
 * and values are mistakes with their place. They concern the screens alone, not the commands.
 */
#ifndef KAIRO_CLI_SETTINGS_H
#define KAIRO_CLI_SETTINGS_H

#include "base/tr.h"
#include "catalogue/load.h"
#include "text/width.h"

typedef enum Theme { THEME_AUTO, THEME_DARK, THEME_LIGHT } Theme;

typedef struct Settings {
    Theme theme;
    bool ambiguous_given, language_given;
    Ambiguous ambiguous;
    Lang language;
} Settings;

/* Reads the bytes of such a file. What is right is taken over even when something else is wrong;
   false then, with the mistakes. */
bool settings_read(Settings *out, Str bytes, const char *file, Problems *problems);

#endif
