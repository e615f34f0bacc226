#!/bin/sh
# The commands of the real program, as a script sees them: exit status, both streams, formats.
#
#   run.sh KAIRO MAN COMPLETIONS…
#
# Nothing of the caller's environment is passed on: no HOME, no locale, no terminal.
set -u
kairo=$1
manual=$2
shift 2
completions=$*

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out
err=$work/err
failures=0
checks=0

# run STATUS ARGUMENT…: the program in an empty environment, in English.
run() {
    expected=$1
    shift
    what="kairo $*"
    env -i ${asan:+ASAN_OPTIONS="$asan"} ${extra:-} "$kairo" --lang en --as-of 2016-12-20 "$@" \
        >"$out" 2>"$err" </dev/null
    status=$?
    checks=$((checks + 1))
    [ $status -eq "$expected" ] || fail "status $status instead of $expected"
}

fail() {
    failures=$((failures + 1))
    printf '%s: %s\n' "$what" "$1"
    sed 's/^/  out: /' "$out" | head -n 5
    sed 's/^/  err: /' "$err" | head -n 5
}

# Both streams must be as told; `out_has` and `err_is` speak of the last run.
err_is() {
    printf '%s\n' "$1" | cmp -s - "$err" || fail "messages are not: $1"
}
err_has() {
    grep -qF -- "$1" "$err" || fail "messages lack: $1"
}
out_has() {
    grep -qF -- "$1" "$out" || fail "result lacks: $1"
}
out_lacks() {
    ! grep -qF -- "$1" "$out" || fail "result has: $1"
}
no_err() {
    [ ! -s "$err" ] || fail 'there are messages'
}
no_out() {
    [ ! -s "$out" ] || fail 'there is a result'
}
out_lines() {
    lines=$(wc -l <"$out")
    [ "$lines" -eq "$1" ] || fail "$lines lines instead of $1"
}

asan=${ASAN_OPTIONS:-}

# ---- list ----
run 0 list
no_err
out_lines 41
out_has jetro-library

run 0 list --step 1
out_lines 7
run 0 list --step 2
out_lines 15
run 0 list --step 3
out_lines 15
run 0 list --step 4
out_lines 7
run 0 list --provider ジェトロ
out_lines 15
run 0 list --provider smrj --cost free --format tsv
no_err
run 0 list --step=1 --need a
out_lines 3
run 0 list --step 0
out_lacks jetro-library

# Programs of the table fit a line of one terminal's width only there; a pipe gets all.
run 0 list --ascii
! LC_ALL=C grep -q '[^ -~]' "$out" || fail 'not ASCII'

# ---- formats ----
run 0 list --format json
no_err
out_has '  "schema": 1,'
out_has '"as_of": "2016-12-20"'
[ "$(grep -c '^      "id": ' "$out")" -eq 40 ] || fail 'not 40 programs'
cp "$out" "$work/first"
run 0 list --format json
cmp -s "$out" "$work/first" || fail 'not the same twice'

run 0 list --format csv
[ "$(head -c 3 "$out" | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail 'no byte-order mark in a file'
head -n 1 "$out" | LC_ALL=C grep -q '^...id,number,name,.*source.attribution.$' || fail 'not the heading'
head -n 1 "$out" | od -An -c | grep -q '\\r *\\n' || fail 'no CR LF'
env -i "$kairo" list --format csv | head -c 3 | grep -q '^id,' || fail 'a byte-order mark in a pipe'

run 0 list --format tsv
out_lines 41
awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' "$out" || fail 'rows of different length'

run 0 list --format md
out_lines 42
out_has '| --- | --- |'

# ---- nothing found, wrong values ----
run 1 list --step 1 --kind loan
no_out
err_is 'kairo: no program matches'
run 1 list --step 1 --kind loan --format json
out_has '"programs": []'
run 2 list --step 5
no_out
err_is 'kairo: --step: 5 is not a step; expected 1 to 4, or 0'
run 2 list --provider jetor
err_is 'kairo: --provider: jetor is not a provider; did you mean jetro?'
run 2 list --need Z
err_is 'kairo: --need: Z is not a need; expected A to M'
run 2 list --country Vietnan
err_has 'did you mean Vietnam?'
run 2 list --stpe 1
err_is 'kairo: --stpe is not an option; did you mean --step?'
run 2 lsit
err_is 'kairo: lsit is not a command; did you mean list?'
run 2 show
run 2 list --lang fr
err_is 'kairo: --lang: fr is not a language of kairo; expected ja or en'

# ---- show ----
run 0 show jetro-library
no_err
out_has 'ビジネス・ライブラリー'
run 0 show jetro-library jetro-business-info --format json
[ "$(grep -c '^      "id": ' "$out")" -eq 2 ] || fail 'not two programs'
out_has '"provider": "jetro"'
run 0 show jetro-library --format md
out_has '# '
run 0 show --ascii jetro-library
! LC_ALL=C grep -q '[^ -~]' "$out" || fail 'not ASCII'
run 1 show jetro-libary jetro-business-info
err_is 'kairo: show: there is no program jetro-libary; did you mean jetro-library?'
out_has jetro.go.jp/world
run 1 show qqqqqqqqqqqqqqqqqq
no_out
err_has 'there is no program qqqqqqqqqqqqqqqqqq'

# ---- search ----
run 0 search 展示会
no_err
out_has smrj-exhibition-support
out_lacks jetro-library
cp "$out" "$work/first"
for query in てんじかい ﾃﾝｼﾞｶｲ tenjikai ｔｅｎｚｉｋａｉ TENJIKAI tenjik; do
    run 0 search $query --format json
    no_err
    out_has '"id": "smrj-exhibition-support"'
    out_lacks '"id": "jetro-library"'
done
# The dictionary adds and takes nothing away; without it the cards' own readings do.
extra=KAIRO_MIGEMO_DICT=$work/nothing
run 0 search tenjik
out_has smrj-exhibition-support
run 0 search hojokin 持続化
out_has jizokuka-subsidy
extra=
run 0 search jetoro --format tsv
awk -F '\t' 'NR == 1 { n = NF; if ($n != "matched") exit 1 } NF != n { exit 1 }' "$out" ||
    fail 'rows of different length, or no last column matched'
run 0 search 弁護士 --format json
out_has '  "schema": 1,'
out_has '  "query": "弁護士",'
out_has '      "matched": ['
out_has '        "name",'
run 0 search 弁護士 --format csv
[ "$(head -c 3 "$out" | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail 'no byte-order mark in a file'
run 0 search 弁護士 --format md
out_has '| --- |'
run 0 search 0120953375
out_has consortium
run 0 search 平成29年1月27日
out_lines 2
run 0 search --ascii seminar
! LC_ALL=C grep -q '[^ -~]' "$out" || fail 'not ASCII'
run 1 search Vietnan
no_out
err_is 'kairo: Vietnan is found nowhere; did you mean Vietnam?'
run 1 search -- -x-
no_out
run 2 search
err_is 'kairo: search: expected QUERY...; see kairo --help'
run 2 search '""'
run 1 search "$(printf 'x\033[31m\233y')"
! LC_ALL=C grep -q "$(printf '\033')" "$err" || fail 'an escape character came through'
run 1 search "$(head -c 65536 /dev/zero | tr '\0' q)"
[ "$(wc -c <"$err")" -lt 4096 ] || fail 'a message without end'

# ---- the catalogue ----
run 0 catalogue check
no_err
out_lines 1
out_has 'programs 40'
printf 'programs:\n  - id: x\n    nmae: y\n' >"$work/bad.yaml"
run 1 catalogue check "$work/bad.yaml"
no_out
err_has "kairo: $work/bad.yaml:3:"
err_has nmae
grep -q '^kairo: [0-9]* problems* in the catalogue$' "$err" || fail 'problems are not counted'
run 1 --data "$work/bad.yaml" list
no_out
err_has "kairo: $work/bad.yaml:3:"
run 1 --data "$work/none.yaml" list
err_has none.yaml
extra=KAIRO_CATALOGUE=$work/nothing
run 1 list
no_out
err_has "$work/nothing"
run 1 catalogue check
run 0 --version
out_has 'kairo '
extra=

# The rules of the diagnosis are checked with it; without a diagnosis there is nothing to check.
cp -r "$(dirname "$0")/../../data/catalogue" "$work/edition"
sed 's/program: jetro-library/program: jetro-libary/' "$work/edition/diagnosis.yaml" >"$work/rules"
mv "$work/rules" "$work/edition/diagnosis.yaml"
extra=KAIRO_CATALOGUE=$work/edition
run 1 catalogue check
no_out
err_has "kairo: $work/edition/diagnosis.yaml:"
err_has "there is no program 'jetro-libary' (did you mean 'jetro-library'?)"
run 0 list
rm "$work/edition/diagnosis.yaml"
run 0 catalogue check
no_err
extra=

# The number on the screen names a program, too.
run 0 show 12 --format json
out_has '"id": "smrj-strategy-fs"'
run 1 show 41
run 1 show 0

# The user's own folder of overlays is read without a HOME, too.
mkdir -p "$work/config/kairo/catalogue.d"
cp "$work/bad.yaml" "$work/config/kairo/catalogue.d/"
extra=XDG_CONFIG_HOME=$work/config
run 1 list
err_has "$work/config/kairo/catalogue.d/bad.yaml:3:"
printf 'cases: []\n' >"$work/good.yaml"
run 0 catalogue check "$work/good.yaml"
extra=

# A program of the user's own may say nothing of a source.
cat >"$work/own.yaml" <<'END'
programs:
  - id: own
    step: 1
    need: A
    provider: jetro
    name: 自社
    name_en: Own
    reading: じしゃ
    kind: loan
    summary: 要約
    summary_en: Summary
    body: 本文
    cost: {kind: paid}
    period: {kind: always}
END
run 0 --data "$work/own.yaml" show own
no_err
out_has 'not in it; added by another file'
run 0 --data "$work/own.yaml" show own --format json
out_has '"attribution": null'
run 0 --data "$work/own.yaml" list --step 1 --format csv
no_err

# ---- help and version ----
run 0 --help
no_err
awk 'length > 79 { exit 1 }' "$out" || fail 'wider than 80 columns'
out_has 'kairo list'
cp "$out" "$work/help"
run 0 --version
no_err
out_has 'kairo 0.1.0'
out_lines 2

# Every option and value that --help names stands in the manual and the completions.
for option in $(grep -o -- '--[a-z-]*' "$work/help" | sort -u); do
    name=${option#--}
    grep -qF -- "$(printf %s "$option" | sed 's/-/\\-/g')" "$manual" ||
        { what=$manual; fail "lacks $option"; }
    for file in $completions; do
        grep -qw -- "$name" "$file" || { what=$file; fail "lacks $option"; }
    done
done

# ---- what goes wrong with the streams ----
what='a full disk'
env -i "$kairo" --lang en list >/dev/full 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
err_is 'kairo: the result could not be written: no room is left'
env -i "$kairo" --lang en --help >/dev/full 2>"$err"
[ $? -eq 1 ] || fail 'not status 1 for --help'
what='a closed standard output'
env -i "$kairo" --lang en list >&- 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
what='a closed pipe'
mkfifo "$work/pipe"
sh -c 'exec <"$0"; sleep 0' "$work/pipe" &
{ env -i "$kairo" --lang en list --format json 2>"$err"; echo $? >"$work/status"; } >"$work/pipe" 2>/dev/null
wait
case $(cat "$work/status" 2>/dev/null) in
0 | 141) ;; # 0 when the reader was slow to leave, else ended by SIGPIPE
*) fail 'not ended in silence' ;;
esac
[ ! -s "$err" ] || fail 'not silent'

# ---- nothing raw reaches a message ----
run 2 "$(printf 'x\033[31m\233y')"
! LC_ALL=C grep -q "$(printf '\033')" "$err" || fail 'an escape character came through'
run 1 show "$(printf 'x\nkairo: forged')"
[ "$(wc -l <"$err")" -eq 1 ] || fail 'a line break came through'

# ---- Japanese unless the environment says English ----
what='the language'
for environment in '' LANG=C LANG=C.UTF-8 LANG=ja_JP.EUC-JP; do
    env -i $environment "$kairo" list >"$out" 2>"$err"
    out_has '参加型セミナー'
    out_lacks 'Japanese name'
done
env -i LANG=en_US.UTF-8 "$kairo" list >"$out" 2>"$err"
out_has 'Japanese name'
env -i LANG=en_US.UTF-8 "$kairo" lsit 2>"$err"
err_is 'kairo: lsit is not a command; did you mean list?'

echo "$checks runs, $failures failures"
[ $failures -eq 0 ]
