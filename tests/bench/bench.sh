#!/bin/bash
# Size and speed of kairo beside less and libyaml on this machine, as ../shared/speed.md
# asks: first what can be counted, then times as ratios of minima over shuffled rounds,
# then programs made worse on purpose, which must be found out. Exits 1 when a goal is missed.
#
#   bench.sh BUILD [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1 rounds=${2:-40}
micro=$build/tests/bench/micro kairo=$build/kairo
catalogue=data/catalogue
as_of=2016-12-20

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT
home=$work/home
export TERM=xterm-256color LANG=C.UTF-8 HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home \
    XDG_STATE_HOME=$home XDG_CACHE_HOME=$home
unset LC_ALL LESS LESSOPEN NO_COLOR
find $catalogue -name '*.yaml' ! -name diagnosis.yaml -exec cat {} + >"$work/catalogue.txt"
missed=0

# row WHAT MEASURED GOAL: a line of the table; MEASURED may be "invalid".
row() {
    local verdict=ok
    case $2 in
    invalid*) verdict=invalid ;;
    *) awk -v a="$2" -v b="$3" 'BEGIN { exit !(a <= b) }' || { verdict=MISSED; missed=1; } ;;
    esac
    printf '%-52s %10s  ≤ %-6s %s\n' "$1" "$2" "$3" "$verdict"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }

# Each session is a first one: kairo begins where the last one stood.
meter() {
    rm -rf "$home"
    "$build/tests/bench/meter" "$@"
}

# keys PROGRAM WORDS: runs kairo, keeps the meter's lines in $work/keys.
keys() {
    meter "$2" "$1" --as-of $as_of >"$work/keys"
}

# of NAME FIELD: "median" of bytes, or "least": all bytes ÷ all least bytes; presses that
# changed nothing do not count.
of() {
    awk -F '\t' -v name="$1" '$1 == "key" && $2 == name && $4 > 0 { print $3, $4 }' "$work/keys" | sort -n |
        awk -v field="$2" '{ b[NR] = $1; bytes += $1; least += $2 }
            END { if (!NR || !least) print "invalid"
                  else if (field == "median") print b[int((NR + 1) / 2)]
                  else printf "%.3f\n", bytes / least }'
}

instructions() {
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
        --log-file="$work/valgrind" "$@" >"$work/out" 2>&1
    awk '/I +refs:/ { gsub(",", "", $NF); print $NF }' "$work/valgrind"
}

# Instructions of a whole session with these keys; valgrind is slow, so silence is longer.
session_instructions() {
    meter --quiet 400 "$1 q" valgrind --tool=cachegrind --cache-sim=no \
        --cachegrind-out-file=/dev/null --log-file="$work/valgrind" "${@:2}" >"$work/out"
    awk '/I +refs:/ { gsub(",", "", $NF); print $NF }' "$work/valgrind"
}

# Instructions of doing WORK once more.
work_instructions() {
    local few many
    few=$(instructions "$micro" "$1" $catalogue 2)
    many=$(instructions "$micro" "$1" $catalogue 12)
    echo $(((many - few) / 10))
}

# write() calls to the terminal of a session with these keys.
writes() {
    meter "$2" strace -f -qq -e trace=write,writev -e write=none -o "$work/strace" \
        "$1" --as-of $as_of >"$work/out"
    grep -c 'write' "$work/strace"
}

key_writes() {
    local none some
    none=$(writes "$1" '2')
    some=$(writes "$1" '2 down*12')
    ratio $((some - none)) 12
}

# ---- a real line: sshd on this machine, for nobody else, with a key of its own ----

# Starts it on a port that is free, every write() of it noted in $work/sshd.trace.
line_open() {
    local tries
    ssh-keygen -q -t ed25519 -N '' -f "$work/host"
    ssh-keygen -q -t ed25519 -N '' -f "$work/key"
    [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
    for tries in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 20000))
        cat >"$work/sshd_config" <<END
ListenAddress 127.0.0.1:$port
HostKey $work/host
AuthorizedKeysFile $work/key.pub
PidFile $work/sshd.pid
AuthenticationMethods publickey
StrictModes no
UsePAM no
PrintMotd no
PrintLastLog no
AllowUsers $(id -un)
PermitRootLogin prohibit-password
END
        strace -f -qq -yy -s 0 -e trace=write -e signal=none -o "$work/sshd.trace" \
            /usr/sbin/sshd -D -f "$work/sshd_config" 2>"$work/sshd.log" &
        for _ in $(seq 100); do
            [ ! -s "$work/sshd.pid" ] || break 2
            kill -0 $! 2>/dev/null || break
            sleep 0.05
        done
    done
    server=$(cat "$work/sshd.pid")
}

# line KEYS: a session of kairo through it; prints the segments and bytes the server sent. A
# segment is what a real line carries in one packet. How the log-in is cut into packets varies: of
# two sessions the one with fewer counts.
line() {
    { line_once "$1"; line_once "$1"; } | sort -n | head -n 1
}

line_once() {
    : >"$work/sshd.trace"
    meter --size 80x24 --quiet 150 "$1" timeout 60 ssh -F /dev/null -tt -q -p "$port" -i "$work/key" \
        -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes \
        -o IgnoreUnknown=ObscureKeystrokeTiming -o ObscureKeystrokeTiming=no \
        "$(id -un)@127.0.0.1" "exec env HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home \
            XDG_STATE_HOME=$home XDG_CACHE_HOME=$home TERM=$TERM LANG=$LANG \
            $(realpath $kairo) --as-of $as_of" >"$work/out"
    awk -v at="<TCP:\\[127.0.0.1:$port->" '$0 ~ at && $NF > 0 {
            bytes += $NF; segments += int(($NF + 1447) / 1448) }
        END { print segments + 0, bytes + 0 }' "$work/sshd.trace"
}

# line_row WHAT KEYS COUNT SEGMENTS BYTES: what each of so many presses costs there. They end at
# home, where q leaves: a line that is cut would lose some of what was sent.
line_row() {
    local some
    some=$(line "2 $2 q")
    row "ssh: segments for $1" "$(ratio $((${some% *} - ${none% *})) "$3")" "$4"
    row "ssh: bytes for $1" "$(ratio $((${some#* } - ${none#* })) "$3")" "$5"
}

lines() {
    local none
    line_open
    none=$(line '2 q')
    line_row 'cursor down' 'down*12' 12 1 150
    line_row 'page down and up' 'pgdn pgup pgdn pgup' 4 1.25 500
    line_row 'opening a card, and back' 'enter h enter h' 4 2.5 3000
    kill "$server"
    server=
}

# Files to be added to the catalogue for so many times the programs, each with its own id.
multiply() {
    mkdir -p "$work/x$1"
    for copy in $(seq 2 "$1"); do
        for file in $catalogue/programs-*.yaml; do
            sed "s/^  - id: .*/&-$copy/; /^    number:/d" "$file" \
                >"$work/x$1/copy-$copy-$(basename "$file")"
        done
    done
}

counts() {
    keys "$kairo" '2 down*13 home pgdn pgup 3 down*13 enter pgdn pgup esc v G enter pgdn esc'
    row 'bytes for cursor down, median' "$(of down median)" 60
    row 'bytes for cursor down ÷ least' "$(of down least)" 1.2
    row 'bytes for page down ÷ least' "$(of pgdn least)" 1.1
    row 'bytes for opening a card ÷ least' "$(of enter least)" 1.1
    row 'bytes for going back ÷ least' "$(of esc least)" 1.25
    row 'write() calls per cursor down' "$(key_writes "$kairo")" 2

    local start many
    start=$(session_instructions '2' "$kairo" --as-of $as_of)
    many=$(session_instructions '2 down*12' "$kairo" --as-of $as_of)
    row 'instructions for cursor down ÷ start' "$(ratio $(((many - start) / 12)) "$start")" 0.05
    row 'load ÷ bare libyaml events, instructions' \
        "$(ratio "$(work_instructions load)" "$(work_instructions events)")" 1.5
    row 'search keys ÷ u8_casefold(NFKC), instructions' \
        "$(ratio "$(work_instructions keys)" "$(work_instructions fold)")" 0.10

    row 'search letter ÷ one memmem sweep, instructions' \
        "$(ratio "$(work_instructions search)" "$(work_instructions sweep)")" 2

    meter --idle 5 '' "$kairo" --as-of $as_of >"$work/kairo"
    meter '' less "$work/catalogue.txt" >"$work/less"
    row 'wake-ups in 5 idle seconds' "$(awk '$1 == "idle" { print $2 }' "$work/kairo")" 0
    local kb faults less_kb less_faults
    read -r _ kb faults <<<"$(grep memory "$work/kairo")"
    read -r _ less_kb less_faults <<<"$(grep memory "$work/less")"
    row 'peak memory ÷ less' "$(ratio "$kb" "$less_kb")" 2
    row 'minor faults ÷ less' "$(ratio "$faults" "$less_faults")" 2.5
}

# minimum FILE, and whether the raw program's times can be trusted.
minimum() { sort -n "$1" | head -n 1; }
steady() {
    sort -n "$1" | awk '{ t[NR] = $1 } END { exit !(t[int((NR + 1) / 2)] <= 2 * t[1]) }'
}

one_round() {
    case $1 in
    raw) meter --quiet 25 '' cat "$work/frame" ;;
    less) meter --quiet 25 'j*10' less "$work/catalogue.txt" ;;
    kairo) meter --quiet 25 '2 down*10' "$kairo" --as-of $as_of ;;
    x*) meter --quiet 25 '' "$kairo" --as-of $as_of --data "$work/$1" ;;
    esac >"$work/round"
    awk '$1 == "start" { print $2 }' "$work/round" >>"$work/$1.start"
    awk '$1 == "key" && ($2 == "j" || $2 == "down") { print $6 }' "$work/round" >>"$work/$1.key"
}

times() {
    meter --save "$work/frame" '' "$kairo" --as-of $as_of >"$work/out"
    multiply 3
    multiply 25
    local round program
    for round in $(seq "$rounds"); do
        for program in $(shuf -e raw less kairo x3 x25); do
            one_round "$program"
        done
    done
    local start key growth
    growth=$(ratio "$(minimum "$work/x25.start")" "$(minimum "$work/x3.start")")
    start=$(ratio "$(minimum "$work/kairo.start")" "$(minimum "$work/less.start")")
    key=$(ratio "$(minimum "$work/kairo.key")" "$(minimum "$work/less.key")")
    steady "$work/raw.start" || start=invalid key=invalid growth=invalid
    row 'first frame ÷ less on the same file' "$start" 2.5
    row 'first frame, 1,000 cards ÷ 120' "$growth" 4.5
    row 'key latency ÷ less j' "$key" 1.3
    meter 'enter esc*2' "$kairo" --as-of $as_of >"$work/keys"
    row 'lone Esc ÷ the escape delay' "$(ratio "$(awk '$2 == "esc" { print $6; exit }' "$work/keys")" \
        "$(awk '$1 == "ESC_DELAY_MS" { print $3 * 1000 }' ui/input.h)")" 1.3
}

# control WHAT MEASURED GOAL: must miss the goal.
control() {
    local verdict='found out'
    awk -v a="$2" -v b="$3" 'BEGIN { exit !(a + 0 > b) }' || { verdict='NOT NOTICED'; missed=1; }
    printf '%-52s %10s  > %-6s %s\n' "$1" "$2" "$3" "$verdict"
}

controls() {
    keys "${kairo}_clear" '2 down*5'
    control 'control, clearing each frame: bytes ÷ least' "$(of down least)" 1.2
    control 'control, without the flush fix: writes' "$(key_writes "${kairo}_unflushed")" 2
}

counts
lines
times
controls
exit $missed
