/* See doctor_parts.h: files, catalogue, plans, parts and versions. */
#include "report/doctor_parts.h"

#include "base/tr.h"
#include "report/words.h"

enum {
    OTHERS = 077,            /* what others than the owner may do */
    FREE_NONE = 1 << 20,     /* bytes; with less no plan may fit */
    FREE_LITTLE = 100 << 20, /* bytes; worth a word */
};

/* ---- places ---- */

static bool is_our_own(DoctorPlace place) {
    return place != PLACE_CATALOGUE;
}

/* Where the loss is more than a convenience. */
static DoctorState without(DoctorPlace place) {
    return place == PLACE_CATALOGUE || place == PLACE_PLANS ? DOCTOR_PROBLEM : DOCTOR_NOTE;
}

static const char *size_text(Arena *arena, int64_t bytes) {
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    size_t unit = 0;
    int64_t tenths = bytes / 100;
    for (; tenths >= 10000 && unit + 1 < COUNT_OF(units); unit++)
        tenths /= 1000;
    if (tenths >= 100 || unit == 0)
        return arena_printf(arena, "%lld %s", (long long)(tenths / 10), units[unit]);
    return arena_printf(arena, "%lld.%lld %s", (long long)(tenths / 10), (long long)(tenths % 10),
                        units[unit]);
}

static const char *access_text(DoctorPlace place, const DoctorPath *path) {
    if (!path->exists)
        return _("not there yet");
    if (!path->right_kind)
        return _("not what it should be");
    if (!path->readable)
        return _("cannot be read");
    if (!is_our_own(place))
        return _("can be read");
    return path->writable ? _("can be read and written") : _("can be read, not written");
}

static const char *path_text(Arena *arena, DoctorPlace place, const DoctorPath *path) {
    const char *text = access_text(place, path);
    if (path->free_bytes >= 0 && is_our_own(place))
        text = words_joined(arena, text,
                            arena_printf(arena, _("%s free"), size_text(arena, path->free_bytes)));
    if (path->locks != LOCKS_NOT_TRIED && is_our_own(place))
        text =
            words_joined(arena, text, path->locks == LOCKS_WORK ? _("locks work") : _("no locks"));
    return arena_printf(arena, "%s\n%s", path->shown, text);
}

static void advise_access(Examination *out, Finding *finding, DoctorPlace place,
                          const DoctorPath *path) {
    bool file = place == PLACE_BOOKMARKS || place == PLACE_SESSION;
    if (path->exists && !path->right_kind)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       file ? _("A file should be there. Move what is there out of the way.")
                            : _("A folder should be there. Move what is there out of the way."));
    else if (path->exists && !path->readable)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("Allow yourself to read it (ls -ld shows its permissions)."));
    else if (place == PLACE_CATALOGUE && !path->exists)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("Install kairo again, or unset KAIRO_CATALOGUE."));
    else if (is_our_own(place) && place != PLACE_CONFIG && !path->writable)
        finding_advise(out, finding, without(place),
                       _("Nothing can be saved there. Allow yourself to write (ls -ld shows the "
                         "permissions of the folder and of those above it)."));
}

static void advise_owner(Examination *out, Finding *finding, DoctorPlace place,
                         const DoctorPath *path) {
    if (!path->exists || !is_our_own(place) || place == PLACE_CONFIG)
        return;
    if (path->foreign)
        finding_advise(out, finding, DOCTOR_NOTE, _("It belongs to another user."));
    else if ((path->mode & OTHERS) != 0)
        finding_advise(out, finding, DOCTOR_NOTE,
                       arena_printf(out->arena,
                                    _("Others on this machine may look into it (%03o). If they "
                                      "should not: chmod go= %s"),
                                    path->mode, path->shown));
}

static void advise_room(Examination *out, Finding *finding, DoctorPlace place,
                        const DoctorPath *path) {
    if (!is_our_own(place) || place == PLACE_CONFIG)
        return;
    if (path->free_bytes >= 0 && path->free_bytes < FREE_NONE)
        finding_advise(out, finding, without(place),
                       _("The disk is full. Make room before you go on."));
    else if (path->free_bytes >= 0 && path->free_bytes < FREE_LITTLE)
        finding_advise(out, finding, DOCTOR_NOTE, _("There is little room left on the disk."));
    if (path->locks == LOCKS_DO_NOT)
        finding_advise(out, finding, DOCTOR_NOTE,
                       _("This file system has no locks. Do not change one plan from two places "
                         "at the same moment."));
}

static int if_there(const DoctorPath *path, bool flag) {
    return path->exists ? flag : -1;
}

static void find_path(Examination *out, DoctorPlace place, const char *key, const char *label,
                      const DoctorPath *path) {
    bool none = is_absent(path->shown);
    Finding *finding = examination_find(
        out, key, label, none ? _("no place for it") : path_text(out->arena, place, path));
    finding_text(finding, "path", path->shown);
    finding_flag(finding, "exists", path->exists);
    finding_flag(finding, "readable", if_there(path, path->readable));
    finding_flag(finding, "writable", none ? 0 : path->writable);
    finding_number(finding, "free_bytes", none ? -1 : path->free_bytes);
    finding_flag(finding, "own", if_there(path, !path->foreign));
    finding_flag(finding, "private", if_there(path, (path->mode & OTHERS) == 0));
    finding_flag(finding, "locks", path->locks == LOCKS_NOT_TRIED ? -1 : path->locks == LOCKS_WORK);
    if (none) {
        finding_advise(out, finding, without(place),
                       place == PLACE_PLANS
                           ? _("The environment says no HOME, so no plan can be kept. Set HOME.")
                           : _("Set HOME."));
        return;
    }
    advise_access(out, finding, place, path);
    advise_owner(out, finding, place, path);
    advise_room(out, finding, place, path);
}

void doctor_find_paths(Examination *out, const DoctorPath paths[PLACE_COUNT]) {
    const struct {
        const char *key, *label;
    } places[PLACE_COUNT] = {
        [PLACE_CATALOGUE] = {"catalogue", _("Catalogue")},
        [PLACE_CONFIG] = {"config", _("Settings")},
        [PLACE_PLANS] = {"plans", tr_context("doctor", "Plans")},
        [PLACE_VERSIONS] = {"versions", _("Old versions")},
        [PLACE_BOOKMARKS] = {"bookmarks", _("Bookmarks")},
        [PLACE_SESSION] = {"session", _("Last session")},
    };
    examination_begin(out, "files", _("Files"));
    for (DoctorPlace i = 0; i < PLACE_COUNT; i++)
        find_path(out, i, places[i].key, places[i].label, &paths[i]);
}

/* ---- the catalogue ---- */

static const char *counts_text(Arena *arena, const DoctorCatalogue *c) {
    return arena_printf(arena,
                        _("programs %zu, cross-step resources %zu, providers %zu, needs %zu, "
                          "countries %zu, cases %zu, events %zu, figures %zu"),
                        c->programs, c->resources, c->providers, c->needs, c->countries, c->cases,
                        c->events, c->figures);
}

static void find_edition(Examination *out, const DoctorCatalogue *c) {
    Finding *finding = examination_find(
        out, "edition", _("Edition"),
        c->loaded ? arena_printf(out->arena, "%s\n%s", c->age, counts_text(out->arena, c))
                  : _("cannot be read"));
    finding_text(finding, "id", c->loaded ? c->edition : "");
    finding_number(finding, "programs", c->loaded ? (int64_t)c->programs : -1);
    finding_number(finding, "resources", c->loaded ? (int64_t)c->resources : -1);
    finding_number(finding, "providers", c->loaded ? (int64_t)c->providers : -1);
    finding_number(finding, "needs", c->loaded ? (int64_t)c->needs : -1);
    finding_number(finding, "countries", c->loaded ? (int64_t)c->countries : -1);
    finding_number(finding, "cases", c->loaded ? (int64_t)c->cases : -1);
    finding_number(finding, "events", c->loaded ? (int64_t)c->events : -1);
    finding_number(finding, "figures", c->loaded ? (int64_t)c->figures : -1);
    if (!c->loaded)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("kairo cannot start without it. kairo catalogue check names what is "
                         "wrong."));
}

static const char *problems_text(Arena *arena, const DoctorCatalogue *c) {
    if (c->problems == 0)
        return _("none");
    const char *text = arena_printf(arena, c->more ? _("at least %zu") : "%zu", c->problems);
    for (size_t i = 0; i < c->places.count; i++)
        text = arena_printf(arena, "%s\n%s", text, c->places.at[i]);
    return text;
}

static void find_mistakes(Examination *out, const DoctorCatalogue *c) {
    Finding *finding =
        examination_find(out, "mistakes", _("Mistakes"), problems_text(out->arena, c));
    finding_number(finding, "count", (int64_t)c->problems);
    finding_flag(finding, "more", c->more);
    finding_list(finding, "first", c->places);
    if (c->problems > 0)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("kairo catalogue check says of each what is wrong."));
}

static void find_overlays(Examination *out, const DoctorCatalogue *c) {
    Finding *finding = examination_find(
        out, "overlays", _("Your additions"),
        c->overlays == 0 ? _("none") : arena_printf(out->arena, "%zu", c->overlays));
    finding_number(finding, "count", (int64_t)c->overlays);
}

static const char *reading_key(DoctorReading reading) {
    static const char *const keys[] = {[READING_NONE] = "none",
                                       [READING_DONE] = "read",
                                       [READING_FAILED] = "failed",
                                       [READING_NOT_TRIED] = "not_tried"};
    return keys[reading];
}

static const char *diagnosis_text(Arena *arena, const DoctorCatalogue *c) {
    switch (c->diagnosis) {
    case READING_NONE:
        return _("this edition has none");
    case READING_FAILED:
        return _("cannot be read");
    case READING_NOT_TRIED:
        return _("not read, as the catalogue cannot be read");
    case READING_DONE:
        break;
    }
    return arena_printf(arena, _("questions %zu, rules of programs %zu"), c->questions, c->rules);
}

static void find_diagnosis(Examination *out, const DoctorCatalogue *c) {
    bool done = c->diagnosis == READING_DONE;
    Finding *finding =
        examination_find(out, "diagnosis", _("Diagnosis"), diagnosis_text(out->arena, c));
    finding_text(finding, "reading", reading_key(c->diagnosis));
    finding_number(finding, "questions", done ? (int64_t)c->questions : -1);
    finding_number(finding, "rules", done ? (int64_t)c->rules : -1);
    if (c->diagnosis == READING_FAILED)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("Everything else works. kairo catalogue check names what is wrong."));
}

static void find_holidays(Examination *out, const DoctorCatalogue *c) {
    const char *text = c->holidays == READING_NONE ? _("no list; only weekends are left out")
                       : c->holidays == READING_FAILED
                           ? _("the list cannot be read")
                           : arena_printf(out->arena, _("%zu days"), c->holiday_count);
    Finding *finding = examination_find(out, "holidays", _("Holidays"), text);
    finding_text(finding, "reading", reading_key(c->holidays));
    finding_number(finding, "days", c->holidays == READING_DONE ? (int64_t)c->holiday_count : -1);
    if (c->holidays == READING_FAILED)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("Write a day on each line of kairo/holidays.txt, such as 2017-01-09, and "
                         "save it as UTF-8."));
}

void doctor_find_catalogue(Examination *out, const DoctorCatalogue *catalogue) {
    examination_begin(out, "catalogue", _("Catalogue"));
    find_edition(out, catalogue);
    find_mistakes(out, catalogue);
    find_overlays(out, catalogue);
    find_diagnosis(out, catalogue);
    find_holidays(out, catalogue);
}

/* ---- plans ---- */

static void find_plan_files(Examination *out, const DoctorPlans *plans) {
    const char *text =
        plans->listed ? arena_printf(out->arena, _("plans %zu, of them archived %zu, damaged %zu"),
                                     plans->count, plans->archived, plans->damaged)
                      : _("the folder cannot be read");
    Finding *finding = examination_find(out, "files", _("Files"), text);
    finding_number(finding, "count", plans->listed ? (int64_t)plans->count : -1);
    finding_number(finding, "archived", plans->listed ? (int64_t)plans->archived : -1);
    finding_number(finding, "damaged", plans->listed ? (int64_t)plans->damaged : -1);
    finding_number(finding, "open_to_others", plans->listed ? (int64_t)plans->open_to_others : -1);
    if (plans->damaged > 0)
        finding_advise(out, finding, DOCTOR_PROBLEM,
                       _("kairo plan ls names the damaged ones; kairo plan history and restore "
                         "bring back a version."));
    if (plans->open_to_others > 0)
        finding_advise(out, finding, DOCTOR_NOTE,
                       arena_printf(out->arena,
                                    _("Others on this machine may read %zu of them (chmod go= )."),
                                    plans->open_to_others));
}

void doctor_find_plans(Examination *out, const DoctorPlans *plans) {
    examination_begin(out, "plans", tr_context("doctor", "Plans"));
    find_plan_files(out, plans);
    Finding *finding = examination_find(out, "versions", _("Old versions"),
                                        arena_printf(out->arena, "%zu", plans->versions));
    finding_number(finding, "count", (int64_t)plans->versions);
    finding = examination_find(
        out, "leftovers", _("Cut-off saves"),
        plans->leftovers == 0 ? _("none") : arena_printf(out->arena, "%zu", plans->leftovers));
    finding_number(finding, "count", (int64_t)plans->leftovers);
    if (plans->leftovers > 0)
        finding_advise(out, finding, DOCTOR_NOTE, _("The next session tidies up."));
}

/* ---- what helps when it is there ---- */

static void find_part(Examination *out, const char *key, const char *label, bool there,
                      const char *advice) {
    Finding *finding = examination_find(out, key, label, there ? _("there") : _("not there"));
    finding_flag(finding, "there", there);
    if (!there)
        finding_advise(out, finding, DOCTOR_NOTE, advice);
}

void doctor_find_parts(Examination *out, const DoctorParts *parts) {
    examination_begin(out, "parts", _("Helpers"));
    find_part(out, "dictionary", _("Romaji dictionary"), parts->dictionary,
              _("The search reads the words of the edition by itself. For all other words: apt "
                "install cmigemo skkdic"));
    find_part(out, "qr", _("QR codes"), parts->qr, _("For them: apt install libqrencode4"));
    find_part(out, "euc_jp", _("EUC-JP"), parts->euc_jp,
              _("Only terminals in EUC-JP need it: the C library's package of encodings."));
}

/* ---- versions ---- */

static void find_version(Examination *out, const char *key, const char *name, const char *version) {
    Finding *finding =
        examination_find(out, key, name, is_absent(version) ? _("not known") : version);
    finding_text(finding, "version", version);
}

void doctor_find_versions(Examination *out, const DoctorVersions *versions) {
    examination_begin(out, "versions", _("Versions"));
    find_version(out, "kairo", "kairo", versions->kairo);
    find_version(out, "ncurses", "ncurses", versions->ncurses);
    find_version(out, "libyaml", "libyaml", versions->libyaml);
    find_version(out, "libunistring", "libunistring", versions->libunistring);
    find_version(out, "jansson", "jansson", versions->jansson);
    find_version(out, "glibc", "glibc", versions->c_library);
}
