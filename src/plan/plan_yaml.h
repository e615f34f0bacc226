/*
 * Plans as files. One fact per line in a fixed order, so that a field that changes is a line
 * that changes; notes are blocks a person can read, documents a checklist:
 *
 *     kairo_plan: 1
 *     name: 株式会社エルム
 *     created: 2026-11-22T03:04:05Z
 *     updated: 2026-11-23T01:00:00Z
 *     items:
 *       - program: consortium
 *         name: 新輸出大国コンソーシアム
 *         step: 2
 *         status: 準備中
 *         due: 2027-01-27
 *         note: |-
 *           決算書は3期分。
 *           担当者に電話する。
 *         documents:
 *           - "[x] 決算書"
 *           - "[ ] 登記簿謄本"
 *         seen: fee=8f3a91c2 period=0c11d2e3 links=5e0d7a41
 *         log:
 *           - {at: 2026-11-22T03:04:05Z, field: added}
 *           - {at: 2026-11-23T01:00:00Z, field: status, from: 候補, to: 準備中}
 *     end: true
 *
 * `archived: true` follows `updated` where it is so, and then what was answered in the
 * diagnosis, by the questions' ids; an empty list is a question that was passed over:
 *
 *     answers:
 *       country: [th, vn]
 *       first: []
 *
 * `conflicts:`, of an item or of the plan,
 * has entries like those of the log with `theirs` for what the other side said. Without its
 * last line a file is refused: it was cut, and what is missing must not be taken for removed.
 *
 * Any UTF-8 text comes back byte for byte: what a file may not hold, or an editor could spoil
 * (blanks at a line's end, controls, invisible characters), is written by escapes in quotes,
 * still one line for each line of a note.
 */
#ifndef KAIRO_PLAN_PLAN_YAML_H
#define KAIRO_PLAN_PLAN_YAML_H

#include "base/err.h"
#include "catalogue/load.h"
#include "plan/plan.h"

/*
 * The file's bytes, NUL-terminated; the caller frees them. False when memory is gone or the
 * file would be larger than what is read again.
 */
bool plan_write(const Plan *plan, char **bytes, size_t *len, Err *err);

/*
 * Strict, as the catalogue's reader: unknown keys are errors, all problems are reported with
 * `file`:line:column. A file of a later format is refused with one sentence. False leaves
 * *out alone; on success the caller releases it.
 */
bool plan_read(Str bytes, const char *file, Plan *out, Problems *problems);

#endif
