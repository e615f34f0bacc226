#!/bin/sh
# The program itself: "kairo plan set" with each of its calls in the data folder made to fail.
#
#   plan.sh SHIM KAIRO CATALOGUE [PRELOAD]     PRELOAD goes before the shim (sanitizers want it)
#
# After each the plan is the old or the new one, whole; 0 was the exit status only when it is
# new, and otherwise there is a message.
set -eu
shim=$1 kairo=$2 catalogue=$3 before=${4:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
data=$folder/data/kairo/plans
export XDG_DATA_HOME="$folder/data" XDG_STATE_HOME="$folder/state" XDG_CONFIG_HOME="$folder/none"
export KAIRO_CATALOGUE="$catalogue" LC_ALL=C.UTF-8 ASAN_OPTIONS=detect_leaks=0

change() {
    env LD_PRELOAD="${before:+$before }$shim" KAIRO_FAULT="$1" KAIRO_FAULT_FOLDER="$folder/data" \
        KAIRO_FAULT_COUNT="$folder/count" "$kairo" --lang en plan set 海路 jetro-seminar \
        owner=Aoki >"$folder/said" 2>&1
}

"$kairo" plan new 海路 >/dev/null
"$kairo" plan add 海路 jetro-seminar >/dev/null
plan=$(echo "$data"/*.yaml)
cp "$plan" "$folder/old"
change at=-1
# The log of changes has the time of day in it.
timeless() {
    sed 's/[0-9]*-[0-9]*-[0-9]*T[0-9:]*Z/TIME/' "$1"
}
timeless "$plan" >"$folder/new"
timeless "$folder/old" >"$folder/was"
count=$(cat "$folder/count")
if cmp -s "$folder/was" "$folder/new" || [ "$count" -lt 20 ]; then
    echo "the change or the calls were not seen ($count calls)"
    exit 1
fi

cases=0 wrong=0 at=0
while [ "$at" -lt "$count" ]; do
    for fault in 'how=before error=28 last=every' 'how=after error=5' 'how=kill-after'; do
        rm -f "$data"/.kairo-*
        cp "$folder/old" "$plan"
        status=0
        change "at=$at $fault" || status=$?
        timeless "$plan" >"$folder/is"
        is=torn
        cmp -s "$folder/is" "$folder/was" && is=old
        cmp -s "$folder/is" "$folder/new" && is=new
        said=$(tail -n 1 "$folder/said")
        cases=$((cases + 1))
        case $status:$is:$said in
        0:new:* | 1:old:kairo:* | 1:new:kairo:* | 137:old:* | 137:new:*) ;;
        *)
            wrong=$((wrong + 1))
            echo "call $at, $fault: exit $status, the plan is $is, it said '$said'"
            ;;
        esac
    done
    at=$((at + 1))
done
echo "$count calls, $cases cases, $wrong wrong"
[ "$wrong" = 0 ]
