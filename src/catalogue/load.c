/*
 * Three rounds over all files, so that nothing depends on the order of sections or files:
 * files become trees and the trees' sections are gathered; each section's parts become one
 * array of records, and their ids are entered; names become pointers and what links records
 * is checked. When a file or a section could not be read at all, the last round is left out: it
 * would only complain about what is missing for that.
 */
#include "catalogue/load.h"

#include "base/tr.h"
#include "catalogue/files.h"
#include "catalogue/records.h"

LIST_OF(Step, Steps);

/* The catalogue as it is being read. */
typedef struct Draft {
    Catalogue catalogue;
    Steps steps;
} Draft;

typedef struct Section {
    const char *name;
    const Schema *schema;
    const Schema *added; /* in extra files; NULL when only the edition has this section */
    size_t offset;       /* of the list in the draft */
    bool needed;
} Section;

#define LIST_OF_DRAFT(MEMBER) offsetof(Draft, MEMBER)

/* The edition comes first: it says how many slides there are. */
enum { SECTION_EDITION, SECTION_STEPS };
static const Section sections[] = {
    [SECTION_EDITION] = {"edition", &edition_schema, NULL, 0, true},
    [SECTION_STEPS] = {"steps", &step_schema, NULL, LIST_OF_DRAFT(steps), true},
    {"needs", &need_schema, NULL, LIST_OF_DRAFT(catalogue.needs), true},
    {"providers", &provider_schema, &provider_schema, LIST_OF_DRAFT(catalogue.providers), true},
    {"countries", &country_schema, &country_schema, LIST_OF_DRAFT(catalogue.countries), true},
    {"cities", &city_schema, &city_schema, LIST_OF_DRAFT(catalogue.cities), false},
    {"programs", &program_schema, &added_program_schema, LIST_OF_DRAFT(catalogue.programs), true},
    {"resources", &resource_schema, &added_resource_schema, LIST_OF_DRAFT(catalogue.resources),
     false},
    {"cases", &case_schema, &case_schema, LIST_OF_DRAFT(catalogue.cases), false},
    {"events", &event_schema, &event_schema, LIST_OF_DRAFT(catalogue.events), false},
    {"figures", &figure_schema, &figure_schema, LIST_OF_DRAFT(catalogue.figures), false},
};
enum { SECTIONS = COUNT_OF(sections) };

/* A section of one file. */
typedef struct Part Part;
struct Part {
    const char *file;
    const YamlNode *key, *value;
    bool added; /* by an extra file */
    char *records;
    Part *next;
};

typedef struct Loader {
    Reading reading;
    Draft draft;
    Arena scratch;
    const char *folder;
    Part *parts[SECTIONS], **ends[SECTIONS];
    int last_number; /* of the programs so far */
    bool incomplete; /* a file or a section could not be read */
} Loader;

static void file_problem(Loader *loader, const char *file, const Err *err) {
    problems_add(loader->reading.problems, file, 0, 0, "%s", err->text);
    loader->incomplete = true;
}

/* ---- first round: trees ---- */

static size_t find_section(const char *name) {
    size_t i = 0;
    while (i < SECTIONS && strcmp(sections[i].name, name) != 0)
        i++;
    return i;
}

static bool section_allowed(Loader *loader, const YamlNode *key, size_t section, bool added) {
    if (section == SECTIONS) {
        loader->incomplete = true;
        const char *names[SECTIONS];
        for (size_t i = 0; i < SECTIONS; i++)
            names[i] = sections[i].name;
        reading_problem_of(&loader->reading, key, str(key->text), (Strings){names, SECTIONS},
                           _("unknown section '%s'"), reading_quote(&loader->reading, key));
        return false;
    }
    if (added && sections[section].added == NULL) {
        reading_problem(&loader->reading, key,
                        _("only the edition itself has the section '%s'; leave it out here"),
                        key->text);
        return false;
    }
    const YamlNode *value = key->next;
    YamlKind wanted = section == SECTION_EDITION ? YAML_MAP : YAML_LIST;
    if (value->kind == wanted)
        return true;
    loader->incomplete = true;
    reading_problem(&loader->reading, value,
                    wanted == YAML_MAP
                        ? _("section '%s' must be a map (lines of 'key: value')")
                        : _("section '%s' must be a list (lines that begin with '- ')"),
                    key->text);
    return false;
}

static void gather_sections(Loader *loader, const YamlNode *root, bool added) {
    bool seen[SECTIONS] = {false};
    for (const YamlNode *key = root->first; key != NULL; key = key->next->next) {
        size_t section = find_section(key->text);
        if (!section_allowed(loader, key, section, added))
            continue;
        if (seen[section]) {
            loader->incomplete = true;
            reading_problem(&loader->reading, key,
                            _("key '%s' stands here again; it is already in line %d"), key->text,
                            yaml_find_key(root, key->text)->line);
            continue;
        }
        seen[section] = true;
        Part *part = arena_new(&loader->scratch, Part, 1);
        *part = (Part){loader->reading.file, key, key->next, added, NULL, NULL};
        *loader->ends[section] = part;
        loader->ends[section] = &part->next;
    }
}

static void read_file(Loader *loader, const char *file, bool added) {
    Err err;
    Str bytes;
    problems_meet(loader->reading.problems, file);
    if (!file_read(file, YAML_FILE_MOST, &bytes, &err)) {
        file_problem(loader, file, &err);
        return;
    }
    YamlInput input = {
        .file = file,
        .bytes = bytes,
        .nodes = &loader->scratch,
        .texts = loader->reading.arena,
        .problems = loader->reading.problems,
    };
    const YamlNode *root = yaml_read(&input);
    free((char *)bytes.at);
    loader->reading.file = file;
    if (root == NULL)
        loader->incomplete = true;
    else
        gather_sections(loader, root, added);
}

/* Of the edition's folder alone: elsewhere the name is as good as any other. */
static bool is_diagnosis(const char *file) {
    const char *slash = strrchr(file, '/');
    return strcmp(slash == NULL ? file : slash + 1, CATALOGUE_DIAGNOSIS) == 0;
}

static void read_folder(Loader *loader, const char *folder, bool added) {
    Err err;
    Strings files;
    problems_meet(loader->reading.problems, folder);
    if (!folder_list(&loader->scratch, folder, &files, &err)) {
        file_problem(loader, folder, &err);
        return;
    }
    if (files.count == 0 && !added) {
        err_set(&err, _("the folder holds no file whose name ends in .yaml"));
        file_problem(loader, folder, &err);
    }
    for (size_t i = 0; i < files.count; i++)
        if (added || !is_diagnosis(files.at[i]))
            read_file(loader, files.at[i], added);
}

static void read_extra(Loader *loader, const char *path) {
    Err err;
    switch (path_kind(path, &err)) {
    case PATH_FILE:
        read_file(loader, path, true);
        break;
    case PATH_FOLDER:
        read_folder(loader, path, true);
        break;
    case PATH_NEITHER:
        file_problem(loader, path, &err);
    }
}

/* ---- second round: records ---- */

/* Calls `each` for every record of a section, in order, until there are problems enough:
   then the rest is left alone, or a small file of empty records could fill the memory. */
typedef void (*RecordVisitor)(Loader *loader, const Section *section, const Part *part,
                              const YamlNode *node, void *record);

static void visit_records(Loader *loader, const Section *section, RecordVisitor each) {
    for (const Part *part = loader->parts[section - sections]; part != NULL; part = part->next) {
        char *record = part->records;
        loader->reading.file = part->file;
        for (const YamlNode *node = part->value->first; node != NULL; node = node->next) {
            if (problems_are_full(loader->reading.problems))
                return;
            if (node->kind == YAML_MAP)
                each(loader, section, part, node, record);
            record += section->schema->size;
        }
    }
}

static void enter_id(Loader *loader, const Schema *schema, const YamlNode *node,
                     const void *record) {
    Reading *reading = &loader->reading;
    const YamlNode *id = yaml_place_of(node, "id");
    if (schema->space == SPACE_NONE || id->kind != YAML_TEXT || is_absent(id->text))
        return;
    const IndexEntry *taken = index_add(
        &reading->index, (IndexEntry){schema->space, id->text, record, reading->file, id->line});
    if (taken != NULL)
        reading_problem(reading, id, _("the id '%s' is already used in %s, line %d"),
                        reading_quote(reading, id), taken->file, taken->line);
}

static void read_one(Loader *loader, const Section *section, const Part *part, const YamlNode *node,
                     void *record) {
    const Schema *schema = part->added ? section->added : section->schema;
    loader->reading.owner = record;
    schema_read(&loader->reading, schema, node, record);
    enter_id(loader, schema, node, record);
}

static void report_shape(Loader *loader, const Section *section) {
    for (const Part *part = loader->parts[section - sections]; part != NULL; part = part->next) {
        loader->reading.file = part->file;
        for (const YamlNode *node = part->value->first; node != NULL; node = node->next)
            if (node->kind != YAML_MAP)
                reading_problem(&loader->reading, node,
                                _("each entry of '%s' must be a map (lines of 'key: value')"),
                                section->name);
    }
}

/* One array for all parts of a section. */
static void read_section(Loader *loader, const Section *section) {
    struct {
        void *at;
        size_t count;
    } list = {0};
    for (const Part *part = loader->parts[section - sections]; part != NULL; part = part->next)
        list.count += part->value->count;
    char *next = list.at = arena_array(loader->reading.arena, list.count, section->schema->size);
    for (Part *part = loader->parts[section - sections]; part != NULL; part = part->next) {
        part->records = next;
        next += part->value->count * section->schema->size;
    }
    memcpy((char *)&loader->draft + section->offset, &list, sizeof list);
    report_shape(loader, section);
    visit_records(loader, section, read_one);
}

static void read_edition(Loader *loader) {
    enum { ANY_SLIDE = 9999 };
    Reading *reading = &loader->reading;
    Edition *edition = &loader->draft.catalogue.edition;
    reading->last_slide = ANY_SLIDE;
    const Part *part = loader->parts[SECTION_EDITION];
    if (part == NULL)
        return;
    reading->file = part->file;
    schema_read(reading, &edition_schema, part->value, edition);
    if (edition->slides > 0)
        reading->last_slide = edition->slides;
    for (const Part *again = part->next; again != NULL; again = again->next) {
        reading->file = again->file;
        reading_problem(reading, again->key, _("the edition is already described in %s, line %d"),
                        part->file, part->key->line);
    }
}

static void finish_steps(Loader *loader) {
    const Part *part = loader->parts[SECTION_STEPS];
    if (part == NULL)
        return;
    bool seen[STEP_COUNT + 1] = {false};
    const YamlNode *node = part->value->first;
    for (size_t i = 0; i < loader->draft.steps.count; i++) {
        const Step *step = &loader->draft.steps.at[i];
        while (node == NULL && part->next != NULL)
            part = part->next, node = part->value->first;
        if (node == NULL) /* there is one for each step */
            break;
        loader->reading.file = part->file;
        if (node->kind == YAML_MAP && seen[step->number] && step->number != 0)
            reading_problem(&loader->reading, yaml_place_of(node, "number"),
                            _("step %d stands here again"), step->number);
        seen[step->number] = true;
        if (step->number != 0)
            loader->draft.catalogue.steps[step->number - 1] = *step;
        node = node->next;
    }
    for (int number = 1; number <= STEP_COUNT; number++)
        if (!seen[number] && !seen[0])
            reading_problem(&loader->reading, loader->parts[SECTION_STEPS]->key,
                            _("step %d is missing; there are exactly the steps 1 to %d"), number,
                            STEP_COUNT);
}

static void finish_programs(Loader *loader, const Section *section, const Part *part,
                            const YamlNode *node, void *record) {
    Program *program = record;
    program->cross_step = section->schema == &resource_schema;
    program->added = part->added;
    bool from_edition = !part->added || yaml_find_key(node, "source") != NULL;
    program->source.edition = from_edition ? loader->draft.catalogue.edition.id : "";
    if (program->number == 0)
        return;
    if (program->number <= loader->last_number)
        reading_problem(&loader->reading, yaml_place_of(node, "number"),
                        _("number %d comes after %d; numbers are unique and in order"),
                        program->number, loader->last_number);
    loader->last_number = MAX_OF(program->number, loader->last_number);
}

static void read_sections(Loader *loader) {
    read_edition(loader);
    for (size_t i = SECTION_EDITION + 1; i < SECTIONS; i++)
        read_section(loader, &sections[i]);
    finish_steps(loader);
    for (size_t i = 0; i < SECTIONS; i++)
        if (sections[i].schema->space == SPACE_PROGRAM)
            visit_records(loader, &sections[i], finish_programs);
}

/* ---- third round: links ---- */

static void report_missing_sections(Loader *loader) {
    for (size_t i = 0; i < SECTIONS; i++) {
        const Part *part = loader->parts[i];
        if (sections[i].needed && (part == NULL || part->added))
            problems_add(loader->reading.problems, loader->folder, 0, 0,
                         _("no file has the section '%s', which an edition needs"),
                         sections[i].name);
    }
}

static void check_links(Loader *loader, const Section *section, const Part *part,
                        const YamlNode *node, void *record) {
    (void)part;
    if (section->schema->check_linked != NULL)
        section->schema->check_linked(&loader->reading, record, node);
}

static void link_records(Loader *loader) {
    report_missing_sections(loader);
    refs_resolve(&loader->reading);
    for (size_t i = SECTION_EDITION + 1; i < SECTIONS; i++)
        visit_records(loader, &sections[i], check_links);
}

/* ---- the whole ---- */

static size_t problem_count(const Problems *problems) {
    return problems->count + problems->dropped;
}

static void load_all(Loader *loader, Strings extra) {
    for (size_t i = 0; i < SECTIONS; i++)
        loader->ends[i] = &loader->parts[i];
    read_folder(loader, loader->folder, false);
    for (size_t i = 0; i < extra.count; i++)
        read_extra(loader, extra.at[i]);
    read_sections(loader);
    if (!loader->incomplete)
        link_records(loader);
}

bool catalogue_load(Catalogue *out, const char *folder, Strings extra, Problems *problems) {
    size_t before = problem_count(problems);
    Loader loader = {.folder = folder};
    loader.reading = (Reading){
        .arena = &loader.draft.catalogue.arena,
        .scratch = &loader.scratch,
        .problems = problems,
    };
    load_all(&loader, extra);
    bool right = problem_count(problems) == before;
    if (!right)
        catalogue_release(&loader.draft.catalogue);
    *out = loader.draft.catalogue;
    index_release(&loader.reading.index);
    arena_release(&loader.scratch);
    problems_sort(problems);
    if (problem_count(problems) == 0)
        problems_release(problems); /* the names of the files that were met */
    return right;
}
