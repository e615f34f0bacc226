#!/bin/sh
# kairo doctor on the real program: no home, no locale, damaged files, nothing private.
#
#   doctor.sh KAIRO
set -u
kairo=$(realpath "$1")

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
out=$work/out
err=$work/err
failures=0
checks=0
extra=

# run STATUS ARGUMENT…: with nothing in the environment but $extra.
run() {
    expected=$1
    shift
    what="$extra kairo doctor $*"
    env -i ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} $extra \
        "$kairo" --as-of 2016-12-20 doctor "$@" >"$out" 2>"$err" </dev/null
    status=$?
    checks=$((checks + 1))
    [ $status -eq "$expected" ] || fail "status $status instead of $expected"
    [ ! -s "$err" ] || fail 'there are messages'
    ! LC_ALL=C grep -q "$(printf '\033')" "$out" || fail 'an escape character came through'
}

fail() {
    failures=$((failures + 1))
    printf '%s: %s\n' "$what" "$1"
    sed 's/^/  out: /' "$out" | head -n 12
    sed 's/^/  err: /' "$err" | head -n 5
}
out_has() {
    grep -qF -- "$1" "$out" || fail "result lacks: $1"
}
out_lacks() {
    ! grep -qF -- "$1" "$out" || fail "result has: $1"
}
# The line of a finding begins with its mark and label.
finding() {
    grep -q "^$1 $2 " "$out" || fail "no finding: $1 $2"
}

# ---- no home, no locale, no terminal ----
run 1 --lang en
finding '!' Plans
out_has 'Set HOME'
finding '›' Encoding
finding '✓' Edition
out_has 'programs 40'
out_has 'Test card'
run 1
out_has '言語と文字コード'
out_has '表示の見本'

# ---- a home of its own, everything well ----
home=$work/home/taro-tanaka
mkdir -p "$home"
extra="HOME=$home LANG=C.UTF-8"
run 0 --lang en
finding '✓' Plans
out_has '~/.local/share/kairo/plans'
out_has 'not there yet'
[ -z "$(ls -A "$home")" ] || fail 'something was left in the home'

# ---- plans, and nothing of them in the report ----
kairo_in_home() {
    env -i ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} $extra "$kairo" --lang en "$@" \
        >/dev/null || fail "kairo $*"
}
what=plans
kairo_in_home plan new himitsu-shoji
kairo_in_home plan new エルム
kairo_in_home plan add エルム 12
kairo_in_home plan set エルム 12 note=naisho owner=佐藤
kairo_in_home plan archive himitsu-shoji
run 0 --lang en
finding '✓' Plans
out_has 'plans 2, of them archived 1, damaged 0'
for format in text json; do
    run 0 --format $format
    for secret in taro-tanaka himitsu エルム erumu naisho 佐藤 "$work" "$(uname -n)"; do
        out_lacks "$secret"
    done
done

# A damaged plan, readable by all, and the rest of a save that was cut off.
printf 'kairo_plan: x\n' >"$home/.local/share/kairo/plans/ono-shoten.yaml"
chmod 644 "$home/.local/share/kairo/plans/ono-shoten.yaml"
run 1 --lang en
out_has 'plans 3, of them archived 1, damaged 1'
out_has 'Others on this machine may read 1 of them'
out_lacks ono-shoten
rm "$home/.local/share/kairo/plans/ono-shoten.yaml"
chmod 755 "$home/.local/share/kairo/plans"
run 0 --lang en
finding '›' Plans
out_has 'chmod go= ~/.local/share/kairo/plans'
chmod 700 "$home/.local/share/kairo/plans"

# A folder that cannot be written; root may write anywhere, so a file stands in its place.
mv "$home/.local/share" "$home/.local/aside"
: >"$home/.local/share"
run 1 --lang en
finding '!' Plans
out_has 'Nothing can be saved there'
rm "$home/.local/share"
mv "$home/.local/aside" "$home/.local/share"

# ---- variables stand for their folders ----
extra="HOME=$home XDG_DATA_HOME=$work/clients LANG=C.UTF-8"
run 0 --lang en
out_has '$XDG_DATA_HOME/kairo/plans'
out_lacks "$work"

# ---- the catalogue ----
extra="HOME=$home LANG=C.UTF-8 KAIRO_CATALOGUE=$work/nothing"
run 1 --lang en
finding '!' Edition
finding '!' Catalogue
out_has '$KAIRO_CATALOGUE'
out_lacks "$work"
extra="HOME=$home LANG=C.UTF-8"
mkdir -p "$home/.config/kairo/catalogue.d"
printf 'programs:\n  - id: x\n    nmae: y\n' >"$home/.config/kairo/catalogue.d/own.yaml"
run 1 --lang en
finding '!' Mistakes
out_has 'catalogue.d/own.yaml:3:'
[ "$(grep -c 'catalogue.d/own.yaml:2:5$' "$out")" -eq 1 ] || fail 'one place more than once'
out_has 'not read, as the catalogue cannot be read'
rm "$home/.config/kairo/catalogue.d/own.yaml"
printf 'programs: x\n' >"$work/tanaka.yaml"
run 1 --lang en --data "$work/tanaka.yaml"
finding '!' Mistakes
out_has '--data:1:'
out_lacks tanaka
printf 'not a day\n' >"$home/.config/kairo/holidays.txt"
run 1 --lang en
finding '!' Holidays
printf '2017-01-09 成人の日\n' >"$home/.config/kairo/holidays.txt"
run 0 --lang en
finding '✓' Holidays
out_has '1 days'

# The rules of the diagnosis.
cp -r "$(dirname "$0")/../../data/catalogue" "$work/edition"
sed 's/program: jetro-library/program: jetro-libary/' "$work/edition/diagnosis.yaml" >"$work/rules"
mv "$work/rules" "$work/edition/diagnosis.yaml"
extra="HOME=$home LANG=C.UTF-8 KAIRO_CATALOGUE=$work/edition"
run 1 --lang en
finding '!' Diagnosis
out_has 'diagnosis.yaml:'
rm "$work/edition/diagnosis.yaml"
run 0 --lang en
finding '✓' Diagnosis
out_has 'this edition has none'

# ---- the surroundings ----
extra="HOME=$home LANG=ja_JP.EUC-JP TERM=nonesuch TMUX=x SSH_TTY=y NO_COLOR=1"
run 0 --lang en
out_has 'EUC-JP; kairo converts'
out_has 'nonesuch; treated as'
out_has 'through ssh, in tmux'
out_has 'none, as NO_COLOR is set'
extra="HOME=$home LANG=C.UTF-8 TERM=dumb"
run 0 --lang en
finding '›' Screen
extra="HOME=$home LANG=C.UTF-8"
what='a name with an escape'
env -i HOME="$home" ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} TERM="$(printf 'x\033[31m')" \
    LANG="$(printf 'a\233b c')" COLORTERM="$(printf '\033]0;x\007')" "$kairo" --lang en doctor >"$out" 2>"$err"
! LC_ALL=C grep -q "$(printf '\033')" "$out" || fail 'an escape character came through'
out_has '(not a name)'

# ---- in ASCII ----
run 0 --ascii
! LC_ALL=C grep -q '[^ -~]' "$out" || fail 'not ASCII'
out_has 'English, by --ascii'
out_lacks 'Test card'

# ---- JSON ----
run 0 --lang en --format json
cp "$out" "$work/first"
head -n 4 "$out" | tr -d '\n' | grep -q '^{  "schema": 1,  "doctor": {    "state": "note",$' ||
    fail 'not the beginning'
out_has '      "plans": {'
out_has '        "path": "~/.local/share/kairo/plans",'
out_has '        "programs": 40,'
out_lacks '|123'
[ "$(grep -c '^        "state": ' "$out")" -eq "$(grep -c '^        "advice": ' "$out")" ] ||
    fail 'findings without a state or advice'
run 0 --lang ja --format json
# The same keys in every language and state, in one order.
keys() {
    sed -n 's/^ *\("[a-z_]*"\):.*/\1/p' "$1"
}
keys "$work/first" >"$work/keys"
keys "$out" | cmp -s - "$work/keys" || fail 'other keys in Japanese'
extra=
run 1 --lang en --format json
keys "$out" | cmp -s - "$work/keys" || fail 'other keys without a home'

# ---- what goes wrong with the streams ----
what='a full disk'
env -i "$kairo" --lang en doctor >/dev/full 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
grep -qF 'no room is left' "$err" || fail 'not told'

echo "$checks runs, $failures failures"
[ $failures -eq 0 ]
