/*
 * What kairo doctor finds among files and libraries: places, catalogue, plans, what is installed.
 * Nothing is changed on disk; whether a file can be locked is tried with one that has no name.
 *
 * Strings are in the arena, or static. No name of a plan, a user or a machine gets into the facts.
 */
#ifndef KAIRO_CLI_DOCTOR_FACTS_H
#define KAIRO_CLI_DOCTOR_FACTS_H

#include "base/date.h"
#include "cli/paths.h"
#include "report/doctor.h"

/*
 * How a path is told: the name of the variable it comes from ($XDG_DATA_HOME/kairo/plans), else ~
 * for the home. Of the catalogue beside the program only the end is told where it lies neither in
 * the home nor in a folder of the system. "" when there is no place.
 */
const char *doctor_shown(Arena *arena, const Surroundings *at, DoctorPlace place);

/* A place of a mistake: of a file of the edition its name, of one in the user's folder
   "catalogue.d/NAME", of one named on the command line "--data". */
const char *doctor_mistake(Arena *arena, const Surroundings *at, const char *file, int line,
                           int column);

void doctor_look_at_paths(Arena *arena, const Surroundings *at, DoctorPath out[PLACE_COUNT]);
void doctor_look_at_catalogue(Arena *arena, const Surroundings *at, Strings data, Date as_of,
                              DoctorCatalogue *out);
void doctor_look_at_plans(Arena *arena, const Surroundings *at, DoctorPlans *out);
void doctor_look_at_parts(Arena *arena, const Surroundings *at, DoctorParts *out);

#endif
