#!/bin/sh
# Breaks every rule of check.sh once, in a tree made for it, and expects exactly those
# breaches.   can_fail.sh CC
set -eu
cc=$1
check=$(cd "$(dirname "$0")" && pwd)/check.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p src/base src/text src/report src/extra ui/screens

includes() {
    file=$1
    shift
    printf '#include %s\n' "$@" >"$file"
}
lines() { yes 'int a;' | head -n "$1"; }

includes src/base/a.c '"text/width.h"' '"ui/grid.h"' '<curses.h>' '<unistr.h>' '<unistd.h>' '<yaml.h>'
includes src/report/b.c '"base/str.h"' '"cli/cli.h"' '"query/filter.h"'
includes src/text/fine.c '"base/str.h"' '"text/width.h"' '<unistr.h>'
includes src/extra/c.c '<stdio.h>'
includes ui/term_curses.c '"ui/term.h"' '<curses.h>'
includes ui/screens/d.c '"ui/term.h"' '<ncursesw/curses.h>' '<term.h>'
lines 600 >src/text/long_enough.c
lines 601 >src/text/too_long.c
{ echo '/* Generated. */'; lines 700; } >src/text/table.c
{
    echo 'int long_enough(int a) {'; lines 78; echo '}'
    printf 'int too_long(int a,\n             int b) {\n'; lines 78; echo '}'
    echo 'const int table[COUNT_OF(a)] = {'; lines 100; echo '};'
} >src/text/functions.c

sh "$check" sources . >found && status=0 || status=$?
cat >expected <<'END'
src/base/a.c:1: base must not include text/width.h
src/base/a.c:2: src must not include ui: ui/grid.h
src/base/a.c:3: only ui/term_curses.c may include curses.h
src/base/a.c:4: only src/text may include unistr.h
src/base/a.c:6: only the YAML reader and its guard may include yaml.h
src/extra/c.c:1: a folder of src that the rules do not know
src/report/b.c:2: report must not include cli/cli.h
src/text/functions.c:81: a function of more than 80 lines
src/text/too_long.c:601: more than 600 lines
ui/screens/d.c:1: only the edge may include ui/term.h
ui/screens/d.c:2: only ui/term_curses.c may include ncursesw/curses.h
ui/screens/d.c:3: only ui/term_curses.c may include term.h
END
diff expected found
[ "$status" != 0 ]

cat >bad.c <<'END'
#include <curses.h>
#include <time.h>
int filter_own(void);
void bad(void);
void bad(void) {
    initscr();
    move(filter_own(), (int)time(NULL));
}
END
echo 'int filter_own(void); int filter_own(void) { return 1; }' >good.c
$cc -c bad.c good.c
ar rc bad.a bad.o good.o
ar rc good.a good.o
sh "$check" curses "$cc" good.a
sh "$check" effects good.a
sh "$check" curses "$cc" bad.a >found && exit 1
grep -q 'initscr' found && grep -q 'wmove' found
sh "$check" effects bad.a >found && exit 1
grep -q 'time' found

sh "$check" doubles bad.a
cp good.o twin.o
sh "$check" doubles bad.a twin.o >found && exit 1
grep -q '^filter_own is in' found
