#!/bin/sh
# kairo --plain, as a screen reader's user types it: every task of the screens in lines.
#
#   plain.sh KAIRO
set -u
kairo=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# say NAME LINE…: a session with these lines; its output in $out. The folders stay.
say() {
    what=$1
    shift
    printf '%s\n' "$@" | env -i ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} HOME="$work" LC_ALL=C.UTF-8 TERM=dumb \
        "$kairo" --plain --as-of 2016-12-20 --lang "${lang:-ja}" >"$work/out" 2>"$work/err" ||
        fail "status $?"
    [ ! -s "$work/err" ] || fail 'something on standard error'
    # Nothing but text and line feeds: no escapes, no borders.
    LC_ALL=C grep -q '[[:cntrl:]]' "$work/out" && fail 'a control character'
    grep -qF -e ─ -e │ -e ┌ -e └ "$work/out" && fail 'a border'
}

fail() {
    failures=$((failures + 1))
    printf '%s: %s\n' "$what" "$1"
    head -n 40 "$work/out"
}

has() {
    grep -qF -e "$1" "$work/out" || fail "no \"$1\""
}

lacks() {
    grep -qF -e "$1" "$work/out" && fail "has \"$1\""
}

seen() {
    count=$(grep -cF -e "$2" "$work/out")
    [ "$count" = "$1" ] || fail "\"$2\" $count times instead of $1"
}

plan_has() {
    grep -qrF -e "$1" "$work/.local/share/kairo/plans" || fail "no plan has \"$1\""
}

say 'the start' q
has '海路 › 1 知る・調べる'
has '1. ▸ 1  参加型セミナー  無料'
has '6. 6  各国別リスク事象一覧'
has 'Space 計画へ'

say 'a number opens, and what is there is numbered in turn' 4 3 q
has 'ビジネス・ライブラリー  ジェトロ'
has '1. ご案内  http'

say 'a number that is not there' 99 q
has 'ここの番号は1から6までです。'

say 'what is no command' abc q
has 'その操作も番号もありません'

say 'only what is new is said' g Down q
seen 1 '5. 5  海外ビジネスナビ'
has '2. ▸ 2  企画型セミナー'

say 'an empty line says all again' '' q
seen 2 '6. 6  各国別リスク事象一覧'

say 'into the plan, with a due date, a note of one line and one of many' \
    'step 2' '11 Space' '11 D 1/27' '11 m 電話で確認する' \
    '12 計画へ' '12 m' '一行目' '二行目' '.' q
has '「小規模事業者持続化補助金」を計画に入れました'
plan_has 'due: 2017-01-27'
plan_has '電話で確認する'
plan_has '一行目'
plan_has '二行目'

say 'the next start stands there, and the plan is a list' P 1 Esc '1 s' 3 q q
has 'あと38日'
plan_has 'status: 準備中'

say 'undo' 'step 3' '1 Space' u q
has 'を計画に入れました'
has '元に戻しました'

say 'a field is left as it was' P '1 D' . q
plan_has 'due: 2017-01-27'
say 'a wrong day is refused, and the field asks again' P '1 D 13/45' . q
has '日付として読めません'
plan_has 'due: 2017-01-27'
say 'a field is emptied' P '1 D -' q
grep -qr 'due:' "$work/.local/share/kairo/plans" && fail 'the due date is still there'

say 'an estimate, and which of several subsidies' 'step 2' '12 e 6000万' '2 Space' '4 Space' Enter P q
has '区分が選ばれていません'
has '補助 2,000万円'
plan_has 'estimate: 60000000'
say 'another of them, later: Tab leads there' P '2 e' Tab '3 Space' Enter q
has '補助 500万円'

say 'a new plan' p 'a 株式会社エルム' q
has 'いまの計画は「株式会社エルム」です'

say 'all commands, and one of them by its number' '?' 5 q
has '各ステップに共通の支援へ'
has 'ミラサポ'

say 'a search, without an input method; the words are on in the card' '/tenji' 1 q q
has '48件中 5件'
has '1. ▸26  海外展示会出展サポート'
has '海路 › 検索「tenji」 › 海外展示会出展サポート'

say 'a word that only the dictionary knows' '/ jizoku' q q
has '小規模事業者持続化補助金'

say 'an estimate: the choices between, keys by their names' 'step 2' '11 e' Tab '2 Space' Tab 1800000 P q q
has '補助額  算定不可（どの区分か選ばれていないため）'
has '費用 180万円  補助 100万円  自己負担 80万円'

say 'a country by romaji' w 'f tai' 2 q
has '台湾  アジア'

say 'the diagnosis: choices are numbered, other questions are not' d '2 Space' d q q
has '1. ▸ ☐ 知る・調べる'
has '合いそう'

say 'a comparison' 'step 2' '9 c' '11 c' C q q
has '比較に入れました'
has '補助の上限'

say 'the calendar and the call sheet' t q T q
has '海路 › カレンダー'
has '電話の控え'

say 'a hand-out; what is there is written over only when it is meant' P 'x' 2 '~/out.txt' q q q
has '~/out.txt に書き出しました'
grep -q '海外展開計画' "$work/out.txt" || fail 'no hand-out'
echo mine >"$work/out.txt"
say 'the same file again' P 'x' 2 '~/out.txt' . . q q
has 'もう一度Enterで書き換えます'
[ "$(cat "$work/out.txt")" = mine ] || fail 'written over'

say 'a filter' 'step 1' f '7 Space' f q
has '絞り込み'

say 'hostile text stays text' p "$(printf 'a \033]0;x\007名前')" q
lang=en say 'in English' 'step 2' q
has 'Consult an expert on overseas business'
lacks '海路'

say 'lines that end without q' 'step 3'
has '海外に進出する'

[ $failures = 0 ] && echo 'all as said'
exit $failures
