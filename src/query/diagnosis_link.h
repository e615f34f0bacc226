/* The second round of reading a diagnosis: ids become places, and what single keys cannot tell
   is checked. Between diagnosis_rules.c and diagnosis_link.c. */
#ifndef KAIRO_QUERY_DIAGNOSIS_LINK_H
#define KAIRO_QUERY_DIAGNOSIS_LINK_H

#include "catalogue/schema.h"
#include "query/diagnosis_rules.h"

enum { QUESTIONS_MOST = 64 };

/* `root` is the file's map; the records are those that were read from it. */
void diagnosis_link(Reading *reading, Diagnosis *diagnosis, const YamlNode *root,
                    const Catalogue *catalogue);

#endif
