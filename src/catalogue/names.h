/*
 * The written name of each enumeration value (YAML, JSON, command line; a contract) and its
 * label for people (an English msgid). One table per enumeration feeds reader, checks,
 * writers, option parsing and screens.
 */
#ifndef KAIRO_CATALOGUE_NAMES_H
#define KAIRO_CATALOGUE_NAMES_H

#include "catalogue/model.h"

typedef struct EnumNames {
    const char *const *names;  /* "free", indexed by value */
    const char *const *labels; /* msgid, to be passed through tr(), indexed by value */
    int count;
} EnumNames;

extern const EnumNames program_kind_names; /* information … casebook */
extern const EnumNames cost_kind_names;    /* free paid subsidy not_stated */
extern const EnumNames tax_names;          /* included excluded not_stated */
extern const EnumNames period_kind_names;  /* always closed range see_site not_stated */
extern const EnumNames period_state_names; /* always open upcoming closed unknown */
extern const EnumNames phone_kind_names;   /* voice fax freedial navidial */
extern const EnumNames link_kind_names;    /* guide faq contact related */
extern const EnumNames finance_kind_names; /* loan guarantee standby_credit exchange insurance */
extern const EnumNames attribution_names;  /* explicit by_address by_meaning */
extern const EnumNames event_kind_names;   /* seminar exhibition */
extern const EnumNames figure_kind_names;  /* chart text grades table */
/* Place.role is kept as its written name: adviser … market. */
extern const EnumNames place_role_names;

/* The written name; BUG() for a value outside the table. */
const char *enum_name(const EnumNames *names, int value);
/* The label in the user's language. */
const char *enum_label(const EnumNames *names, int value);
/* The value of a written name, or -1. */
int enum_find(const EnumNames *names, const char *name);
/* All written names, for "did you mean" and "expected one of". */
Strings enum_all(const EnumNames *names);

#endif
