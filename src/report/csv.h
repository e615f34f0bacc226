/*
 * A table for spreadsheets (CSV) and for cut and awk (TSV).
 *
 * CSV is RFC 4180: comma, quotes where needed, CR LF. A cell that a spreadsheet would take
 * for a formula (=, +, -, @ in front, full-width ones too, or a tab or CR) gets an apostrophe
 * before it, because overlays come from anywhere; a lone "-" stays. TSV has neither quotes
 * nor apostrophes: tabs and line breaks inside a cell become blanks, lines end in LF.
 */
#ifndef KAIRO_REPORT_CSV_H
#define KAIRO_REPORT_CSV_H

#include "base/buf.h"
#include "catalogue/model.h"

/* What spreadsheets need in front of a file to take it for UTF-8. */
#define CSV_BOM "\xEF\xBB\xBF"

void csv_print(Buf *out, const Table *table);
void tsv_print(Buf *out, const Table *table);

#endif
