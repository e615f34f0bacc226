#!/bin/sh
# kairo plan on the real program: plans in folders of our own, no home, no terminal.
#
#   plan.sh KAIRO MAN COMPLETIONS…
set -u
kairo=$(realpath "$1")
manual=$2
shift 2
completions=$*

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
out=$work/out
err=$work/err
data=$work/data
state=$work/state
plans=$data/kairo/plans
failures=0
checks=0

# kairo_in_english ARGUMENT…: with nothing of the caller's environment.
kairo_in_english() {
    env -i PATH="$PATH" TZ=UTC0 ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} \
        XDG_DATA_HOME="$data" XDG_STATE_HOME="$state" \
        "$kairo" --lang en --as-of 2016-12-20 "$@"
}

run() {
    expected=$1
    shift
    what="kairo plan $*"
    kairo_in_english plan "$@" >"$out" 2>"$err" </dev/null
    status=$?
    checks=$((checks + 1))
    [ $status -eq "$expected" ] || fail "status $status instead of $expected"
}

fail() {
    failures=$((failures + 1))
    printf '%s: %s\n' "$what" "$1"
    sed 's/^/  out: /' "$out" | head -n 8
    sed 's/^/  err: /' "$err" | head -n 5
}

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
silent() {
    [ ! -s "$err" ] || fail 'there are messages'
}
no_out() {
    [ ! -s "$out" ] || fail 'there is a result'
}
file_has() {
    grep -qxF -- "$2" "$1" || fail "$1 lacks: $2"
}

# ---- a first plan ----
run 0 ls
no_out
err_is 'kairo: there are no plans yet; kairo plan new NAME makes one'
run 0 ls --format json
silent
out_has '"plans": []'
run 0 new エルム
silent
no_out
[ "$(stat -c %a "$plans/エルム.yaml")" = 600 ] || fail 'not mode 600'
run 1 new エルム
err_is "kairo: there is a plan 'エルム' already"
run 0 show エルム
err_has 'the plan is empty'

run 0 add エルム jetro-library 12
silent
run 0 set エルム jetro-library status=準備中 owner=佐藤 due=1/27 estimate=180万 'note=決算書は3期分。
電話する。'
silent
run 0 show エルム
out_has jetro-library
out_has 2017-01-27
out_has 佐藤
out_has '決算書は3期分。 ...'
out_has smrj-strategy-fs
run 0 show エルム --format json
out_has '"schema": 1,'
out_has '"program": "jetro-library"'
out_has '"status": "準備中"'
out_has '"note": "決算書は3期分。\n電話する。"'
out_has '"due": "2017-01-27"'
out_has '"estimate": 1800000'
out_has '"field": "added"'
out_has '"owner": null'
[ "$(grep -c '^      "program": ' "$out")" -eq 2 ] || fail 'not two items'
run 0 ls
out_has エルム
run 0 ls --format json
out_has '"name": "エルム"'
out_has '"items": 2'
grep -q '"updated": "....-..-..T..:..:..Z"' "$out" || fail 'no stamp'

# One field is one line of the file and one of its log.
cp "$plans/エルム.yaml" "$work/before"
sleep 1
run 0 set エルム 12 due=H29.3.1
[ "$(diff "$work/before" "$plans/エルム.yaml" | grep -c '^>')" -eq 3 ] || fail 'not updated, due, log'
run 0 set エルム 12 due=
run 0 show エルム --format json
out_lacks 2017-03-01\",$

# ---- all or nothing, and what is wrong ----
cp "$plans/エルム.yaml" "$work/before"
untouched() {
    cmp -s "$work/before" "$plans/エルム.yaml" || fail 'the file was changed'
}
run 1 add エルム jetro-ec jetro-libary
err_has 'there is no program jetro-libary; did you mean jetro-library?'
untouched
run 1 add エルム smrj-strategy-consultation jetro-library
untouched
run 1 set エルム jetro-libary owner=x
err_is 'kairo: jetro-libary is not in the plan; did you mean jetro-library?'
run 1 remove エルム jetro-library jetro-libary
untouched
run 2 set エルム jetro-library duo=1/27
err_has 'did you mean due=?'
err_has 'status= reason= note= owner= due= estimate='
run 2 set エルム jetro-library owner=x status
run 2 set エルム jetro-library owner=x status=まだ
run 2 set エルム jetro-library owner=x due=never
untouched
run 0 set エルム 12 status=見送り
err_has 'asks for a reason'
run 0 set エルム 12 status=見送り reason=対象外
silent
run 1 show エルメ
err_is "kairo: there is no plan 'エルメ'; did you mean 'エルム'?"
run 1 add なし jetro-library
run 2 new
err_is 'kairo: plan new: expected NAME; see kairo --help'
run 2 new a b
run 2 set エルム jetro-library
run 2 shwo エルム
err_is 'kairo: plan shwo is not a command; did you mean plan show?'
run 2
err_has 'plan: expected plan ls, new, show'
run 2 show エルム --format csv
run 2 new ''

# ---- remove, rename, archive ----
run 0 remove エルム 12
run 0 show ｴﾙﾑ --format json
[ "$(grep -c '^      "program": ' "$out")" -eq 1 ] || fail 'not one item, by another spelling'
run 0 rename エルム 株式会社/エルム
silent
[ ! -e "$plans/エルム.yaml" ] || fail 'the old file is still there'
run 0 show 株式会社/エルム --format json
out_has '"name": "株式会社/エルム"'
run 1 show エルム
run 0 new エルム
run 1 rename エルム 株式会社/エルム
run 0 rename エルム エルム
run 0 archive エルム
run 0 ls
out_has archived
run 0 ls --format json
out_has '"archived": true'
run 0 unarchive エルム
silent
no_out
run 0 ls
out_lacks archived
run 0 unarchive エルム
silent
run 1 unarchive なし

# ---- what a subsidy comes to ----
run 0 new 見積
run 0 add 見積 jizokuka-subsidy jetro-trade-fair jetro-library
run 0 show 見積
out_lacks 'own share'
run 0 set 見積 jizokuka-subsidy estimate=180万 terms=海外展開に取り組む場合
run 0 set 見積 jetro-trade-fair estimate=150万
run 0 show 見積
out_has 'cost ¥3,300,000  grant ¥1,000,000  own share ¥800,000  1 not computed (¥1,500,000)'
run 0 show 見積 --format json
out_has '"grant_yen": 1000000'
out_has '"not_computed_yen": 1500000'
out_has '"海外展開に取り組む場合"'
out_has '"own_yen": 800000'
out_has '"why": "part"'
run 0 export 見積 --format csv
out_has ',1800000,海外展開に取り組む場合,1000000,800000,'
out_has ',1500000,,,,part'
run 0 export 見積 --format md
out_has '¥1,800,000 x 2/3 = ¥1,200,000, but at most ¥1,000,000'
out_has 'Grants are normally paid after the money has been spent.'
run 0 export 見積 --format html
out_has '<td'
out_has '¥1,000,000'
run 2 set 見積 jizokuka-subsidy terms=海外展開に取り組む
err_has "did you mean '海外展開に取り組む場合'"
run 2 set 見積 jetro-library terms=無料
err_has 'the program has no subsidy'
run 0 set 見積 jizokuka-subsidy terms=
run 0 add 見積 monozukuri-subsidy
run 0 set 見積 monozukuri-subsidy estimate=6000万 'terms=一般型; 雇用・賃金を増やす計画に基づく取組'
run 0 show 見積 --format json
out_has '"grant_yen": 20000000'
run 0 remove 見積 monozukuri-subsidy
run 0 show 見積 --format json
out_has '"why": "unchosen"'
run 0 set 見積 jetro-trade-fair status=見送り reason=高い
run 0 show 見積 --format json
out_has '"cost_yen": 1800000'
# Without a catalogue the plan is shown all the same
run 0 show 見積 --format json --data /nowhere
out_has '"estimate": 1800000'
out_has '"why": "gone"'

# ---- a hand-out for the client ----
run 0 new 見本
for format in text md html csv json; do
    run 0 export 見本 --format $format
    [ -s "$out" ] || fail 'no result'
done
run 1 export 見本 --format ics
no_out
err_has 'nothing in this plan has a due date'
run 0 add 見本 jetro-library jfba-lawyer mirasapo-portal
run 0 set 見本 jfba-lawyer status=準備中 owner=佐藤 due=1/27 estimate=180万 'note=<b>太字</b>
=1+1, 二行目; 終わり'
run 0 set 見本 jetro-library note=捨てる
run 0 set 見本 jetro-library status=完了 due=2016-12-01 note=
run 0 export 見本
silent
cp "$out" "$work/text"
out_has 'Going abroad: the plan of 見本'
out_has '27 January 2017 (Fri), 38 days left'
out_has '03-3580-9940'
out_has 'Documents     ☐ 申込書'
out_has '2017-01-27 (Fri) 38 days left Introduction to lawyers'
out_has 'is of December 2016'
out_lacks 捨てる
run 0 export 見本 --format text
cmp -s "$work/text" "$out" || fail 'text is not what is written by default'
run 0 export 見本 --format md
out_has '### Introduction to lawyers for small firms going abroad'
out_has '\<b\>太字\</b\><br>=1+1'
run 0 export 見本 --format html
out_has '<html lang="en">'
out_has '<a href="tel:03-3580-9940">'
out_has '&lt;b&gt;太字&lt;/b&gt;<br>'
out_lacks '<b>'
run 0 export 見本 --format html --lang ja
out_has '<html lang="ja">'
run 0 export 見本 --format json
cp "$out" "$work/json"
run 0 show 見本 --format json
cmp -s "$work/json" "$out" || fail 'not the JSON of plan show'
run 0 export 見本 --format csv
[ "$(tr -d '\r' <"$out" | head -n 1 | tail -c +4)" = \
    'program,name,step,status,reason,note,owner,due,documents,estimate,terms,grant_yen,own_yen,grant_why' ] || fail 'other columns'
out_has 'jfba-lawyer,中小企業海外展開支援弁護士紹介制度,3,準備中,,"<b>太字</b>'
out_has '=1+1, 二行目; 終わり",佐藤,2017-01-27,[ ] 申込書,1800000'
run 0 set 見本 mirasapo-portal note==1+1
run 0 export 見本 --format csv
out_has ",'=1+1,"
run 0 export 見本 --format ics
silent
[ "$(tr -d '\r' <"$out" | grep -c '^BEGIN:VEVENT$')" -eq 2 ] || fail 'not two events'
LC_ALL=C awk '!/\r$/ || length > 76 { exit 1 }' "$out" || fail 'lines are not those of RFC 5545'
cp "$out" "$work/ics"
run 0 export 見本 --format ics --as-of 2026-01-01
cmp -s "$work/ics" "$out" || fail 'the calendar depends on the day'

# Into a file: whole, safely, never over a folder or a plan.
file=$work/given/見本.html
run 0 export 見本 --format html --output "$file"
silent
no_out
grep -q '</html>' "$file" || fail 'no file'
[ "$(stat -c %a "$file")" = 600 ] || fail 'not mode 600'
chmod 644 "$file"
run 0 export 見本 --format csv --output "$file"
[ "$(head -c 3 "$file" | od -An -tx1)" = ' ef bb bf' ] || fail 'no byte-order mark'
[ "$(stat -c %a "$file")" = 644 ] || fail 'the mode was not kept'
run 0 export 見本 --format html --output -
out_has '</html>'
[ ! -e - ] || fail 'a file named -'
cp "$file" "$work/before"
run 1 export 見本 --output "$work/given"
err_has 'it is not an ordinary file'
run 1 export 見本 --output "$plans/見本.yaml"
err_has 'lies among the plans'
ln -s "$plans/見本.yaml" "$work/given/link"
run 1 export 見本 --output "$work/given/link"
run 0 show 見本
run 1 export なし --output "$file"
run 1 export 履歴なし --format ics --output "$file"
cmp -s "$work/before" "$file" || fail 'the file was changed'
[ -z "$(find "$work/given" -name '.*' -type f)" ] || fail 'files were left behind'
what='a full disk for a hand-out'
kairo_in_english plan export 見本 --format html >/dev/full 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
err_is 'kairo: the result could not be written: no room is left'
run 0 archive 見本
run 0 export 見本

# ---- names are not paths ----
long=$(printf '漢%.0s' $(seq 86))
for name in ../x /etc/x . .. .x '-x' "$long" '🚢' "$(printf 'a\nb')" "$(printf 'か\343\202\231')" 'a b' CON; do
    run 0 new -- "$name"
    run 0 add -- "$name" jetro-library
done
run 1 new 'が'
[ -z "$(find "$work" -newer "$manual" -type f -name '*.yaml' ! -path "$plans/*" ! -path "$state/*")" ] ||
    fail 'a file outside the folder'
run 0 ls
! LC_ALL=C grep -q "$(printf '\033')" "$out" || fail 'raw'

# ---- history ----
run 0 new 履歴
run 0 history 履歴
err_is 'kairo: the plan has no earlier versions yet'
run 0 add 履歴 jetro-library
run 0 set 履歴 jetro-library note=一
run 0 set 履歴 jetro-library note=二
run 0 history 履歴
[ "$(wc -l <"$out")" -eq 4 ] || fail 'not a heading and three versions'
run 0 restore 履歴 3
silent
run 0 show 履歴 --format json
out_has '"note": "一"'
run 0 restore 履歴 4
run 0 show 履歴 --format json
out_has '"note": "二"'
run 1 restore 履歴 99
err_has 'there is no version 99'
run 2 restore 履歴 x
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do run 0 set 履歴 jetro-library note=$i; done
run 0 history 履歴
[ "$(wc -l <"$out")" -eq 11 ] || fail 'not ten versions'
run 0 rename 履歴 新履歴
run 0 history 新履歴
[ "$(wc -l <"$out")" -eq 11 ] || fail 'the versions did not follow'

# ---- damage ----
printf 'kairo_plan: 1\nname: x\ncreated: 2016-12-01T00:00:00Z\nupdated: never\nitems: []\nend: true\n' >"$plans/新履歴.yaml"
cp "$plans/新履歴.yaml" "$work/damaged"
run 0 ls
out_has damaged
err_has "$plans/新履歴.yaml:4:"
run 0 ls --format json
out_has '"problem": "'
for command in 'add 新履歴 jetro-library' 'show 新履歴' 'rename 新履歴 y' 'new 新履歴' 'archive 新履歴'; do
    run 1 $command
    err_has "$plans/新履歴.yaml:4:"
    cmp -s "$work/damaged" "$plans/新履歴.yaml" || fail 'the damaged file was changed'
done
run 0 history 新履歴
latest=$(awk 'NR == 2 { print $1 }' "$out")
run 0 restore 新履歴 "$latest"
run 0 show 新履歴 --format json
out_has '"name": "新履歴"'
run 0 history 新履歴
out_has damaged

# ---- many at once ----
run 0 new 同時
kairo_in_english list --format tsv | awk -F '\t' 'NR > 1 { print $1 }' | head -n 20 >"$work/ids"
first=$(head -n 1 "$work/ids")
run 0 add 同時 "$first"
what='twenty at once'
for id in $(tail -n +2 "$work/ids"); do
    kairo_in_english plan add 同時 "$id" 2>>"$err" || echo "$id" >>"$work/lost" &
done
kairo_in_english plan set 同時 "$first" owner=佐藤 2>>"$err" || echo set >>"$work/lost" &
wait
[ ! -e "$work/lost" ] || fail "failed: $(cat "$work/lost")"
run 0 show 同時 --format json
[ "$(grep -c '^      "program": ' "$out")" -eq 20 ] || fail 'not twenty programs'
out_has '"owner": "佐藤"'
what='fields of one program at once'
for change in status=準備中 owner=鈴木 due=2017-02-01 estimate=1000 note=急ぐ; do
    kairo_in_english plan set 同時 "$first" "$change" 2>>"$err" || echo "$change" >>"$work/lost" &
done
wait
[ ! -e "$work/lost" ] || fail "failed: $(cat "$work/lost")"
run 0 show 同時 --format json
for value in '"status": "準備中"' '"owner": "鈴木"' '"due": "2017-02-01"' '"estimate": 1000' '"note": "急ぐ"'; do
    out_has "$value"
done
[ -z "$(find "$plans" -name '.*' -type f)" ] || fail 'files were left behind'

# ---- surroundings ----
what='no home'
env -i "$kairo" --lang en plan ls >"$out" 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
err_is 'kairo: there is no folder for plans: neither XDG_DATA_HOME nor HOME names one'
what='a home'
mkdir "$work/home"
env -i HOME="$work/home" "$kairo" plan new a || fail 'no plan in a home'
[ -e "$work/home/.local/share/kairo/plans/a.yaml" ] || fail 'not in ~/.local/share'
what='nowhere for versions'
printf x >"$work/no-folder"
state=$work/no-folder
run 0 set 同時 "$first" note=残す
err_has 'saved, but the version before was not kept'
state=$work/state
run 0 show 同時 --format json
out_has '"note": "残す"'
what='a full disk for the result'
kairo_in_english plan ls >/dev/full 2>"$err"
[ $? -eq 1 ] || fail 'not status 1'
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w "$plans"
    cp "$plans/同時.yaml" "$work/before"
    run 1 set 同時 "$first" note=x
    cmp -s "$work/before" "$plans/同時.yaml" || fail 'changed all the same'
    chmod u+w "$plans"
fi

# ---- merging ----
run 0 new 合併
run 0 add 合併 jetro-library
base=$work/base.yaml ours=$work/ours.yaml theirs=$work/theirs.yaml
cp "$plans/合併.yaml" "$base"
run 0 set 合併 jetro-library owner=佐藤
cp "$plans/合併.yaml" "$ours"
cp "$base" "$plans/合併.yaml"
run 0 set 合併 jetro-library due=2017-02-01
cp "$plans/合併.yaml" "$theirs"
env -i "$kairo" plan merge "$base" "$ours" "$theirs" || { what=merge; fail 'status is not 0'; }
file_has "$ours" '    owner: 佐藤'
file_has "$ours" '    due: 2017-02-01'
cp "$base" "$plans/合併.yaml"
run 0 set 合併 jetro-library owner=鈴木
cp "$plans/合併.yaml" "$theirs"
run 1 merge "$base" "$ours" "$theirs"
err_is "kairo: $ours: 1 conflict; both are kept in the plan"
file_has "$ours" '    owner: 佐藤'
grep -q 鈴木 "$ours" || fail 'theirs is lost'
cp "$ours" "$work/before"
printf '<<<<<<< x\n' >"$theirs"
run 2 merge "$base" "$ours" "$theirs"
err_has "$theirs:1:"
run 2 merge "$base" "$work/none.yaml" "$base"
run 2 merge "$base" "$base"
cmp -s "$work/before" "$ours" || fail 'ours was changed'

# ---- as a merge driver of git ----
if command -v git >/dev/null; then
    what='git merge'
    export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1
    repo=$work/repo
    in_repo() {
        git -C "$repo" -c user.name=t -c user.email=t@example.org "$@" >"$out" 2>"$err"
    }
    git init -q "$repo"
    in_repo config merge.kairo.driver "'$kairo' plan merge %O %A %B"
    echo '*.yaml merge=kairo' >"$repo/.gitattributes"
    mkdir -p "$work/shared/kairo"
    ln -s "$repo" "$work/shared/kairo/plans"
    data=$work/shared plans=$repo
    run 0 new 共有
    run 0 add 共有 jetro-library jetro-business-info
    in_repo add -A && in_repo commit -m base && in_repo branch theirs
    run 0 set 共有 jetro-library owner=佐藤 status=準備中
    in_repo commit -am ours
    in_repo checkout theirs
    run 0 set 共有 jetro-library due=2017-02-01
    run 0 set 共有 jetro-business-info note=来週
    in_repo commit -am theirs
    in_repo checkout -
    what='git merge'
    in_repo merge theirs || fail 'git merge failed'
    [ -z "$(git -C "$repo" status --porcelain)" ] || fail 'not clean after the merge'
    run 0 show 共有 --format json
    for value in '"owner": "佐藤"' '"due": "2017-02-01"' '"note": "来週"' '"status": "準備中"'; do
        out_has "$value"
    done
    run 0 set 共有 jetro-library owner=鈴木
    in_repo commit -am again
    in_repo checkout theirs
    run 0 set 共有 jetro-library owner=高橋
    in_repo commit -am 'again, otherwise'
    in_repo checkout -
    what='git merge with a conflict'
    ! in_repo merge theirs || fail 'git saw no conflict'
    run 0 show 共有 --format json
    out_has '"owner": "鈴木"'
    out_has '"theirs": "高橋"'
    err_has '1 conflict in this plan is to be settled'
fi

# ---- what help names is in the manual and the completions ----
what='the documents'
kairo_in_english --help >"$out"
for command in $(sed -n 's/^  kairo plan \([a-z]*\).*/\1/p' "$out"); do
    checks=$((checks + 1))
    grep -q "plan $command" "$manual" || fail "the manual lacks plan $command"
    for file in $completions; do
        grep -qw -- "$command" "$file" || fail "$file lacks plan $command"
    done
done

echo "$checks runs, $failures failures"
[ $failures -eq 0 ]
