/*
 * A table in Markdown (GitHub's pipe form). Characters that Markdown would take for markup
 * are escaped; line breaks inside a cell become blanks; columns without a heading are left
 * out.
 */
#ifndef KAIRO_REPORT_MD_TABLE_H
#define KAIRO_REPORT_MD_TABLE_H

#include "base/buf.h"
#include "catalogue/model.h"

void md_table_print(Buf *out, const Table *table);

#endif
