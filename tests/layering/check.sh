#!/bin/sh
# The rules of the house that a compiler does not see. Prints one line per breach,
# "file:line: what", and fails when there is any.
#
#   check.sh sources ROOT              includes, lengths of files and functions
#   check.sh curses CC ARCHIVE…        no archive needs a function of curses
#   check.sh effects ARCHIVE…          no archive touches files, clock or terminal
#   check.sh doubles FILE…             no function has the name of another: the linker would
#                                      silently leave out an archive's
set -eu
export LC_ALL=C

sources() {
    cd "$1"
    find src ui -name '*.[ch]' | sort | xargs awk -f "$rules"
}

# undefined FILE ARCHIVE…: fails when an archive needs a name in FILE that none defines.
undefined() {
    names=$1
    shift
    nm --defined-only "$@" 2>/dev/null | awk 'NF == 3 { print $3 }' >"$work/own"
    nm -A --undefined-only "$@" 2>/dev/null |
        awk -v own="$work/own" -v names="$names" '
            BEGIN {
                while ((getline name < names) > 0) bad[name] = 1
                while ((getline name < own) > 0) delete bad[name]
            }
            $NF in bad { sub(/.*\//, "", $1); print $1 " must not call " $NF; found = 1 }
            END { exit found }'
}

# What curses.h and term.h declare, as the compiler sees them.
curses() {
    cc=$1
    shift
    printf '#include <curses.h>\n#include <term.h>\n' | $cc -E - |
        awk '/^# / { ours = $3 ~ /(curses|term|unctrl)\.h"$/ } ours' |
        sed -n 's/^ *extern [^(]*[ *(]\([a-z_][a-z_0-9]*\)[ )]*(.*/\1/p' | sort -u >"$work/curses"
    grep -qx initscr "$work/curses" && grep -qx tputs "$work/curses"
    undefined "$work/curses" "$@"
}

# What a screen has no business with: files, the clock, the environment, the terminal.
effects() {
    printf '%s\n' open openat fopen fopen64 open64 read write fwrite fread puts printf __printf_chk \
        putchar vprintf fputs fprintf __fprintf_chk stat opendir unlink rename time clock_gettime \
        gettimeofday getenv secure_getenv isatty ioctl signal sigaction fork exec execve poll \
        select sleep usleep nanosleep setlocale exit >"$work/effects"
    undefined "$work/effects" "$@"
}

doubles() {
    nm -A --defined-only "$@" 2>/dev/null | awk '
        NF > 2 && $(NF - 1) ~ /^[TDBRC]$/ { gsub(/.*\/|:[0-9a-f]*$/, "", $1); where[$NF] = where[$NF] " " $1; count[$NF]++ }
        END { for (name in count) if (count[name] > 1) { print name " is in" where[name]; bad = 1 }
              exit bad }'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rules=$(cd "$(dirname "$0")" && pwd)/rules.awk
case ${1:-} in
sources) sources "$2" ;;
curses) shift && curses "$@" ;;
effects) shift && effects "$@" ;;
doubles) shift && doubles "$@" ;;
*) echo 'usage: check.sh sources ROOT | curses CC ARCHIVE… | effects ARCHIVE… | doubles FILE…' >&2; exit 2 ;;
esac
