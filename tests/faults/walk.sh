#!/bin/sh
# Makes every call of another program's save fail, from outside.
#
#   walk.sh shim SHIM SAVER       by the shim, ordered through the environment
#   walk.sh strace - SAVER        by strace, which needs no shim: the kernel's own answers
#
# SAVER PATH TEXT saves the text: exit 0 and "saved", or exit 1 and a message.
set -eu
how=$1 shim=$2 saver=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/data"
plan=$folder/data/plan
cases=0 failures=0 saved=0

# judge WHAT STATUS: the file is old or new, whole, and as was said.
judge() {
    found=$(cat "$plan")
    said=$(tail -n 1 "$folder/said")
    cases=$((cases + 1))
    [ "$2" != 0 ] || saved=$((saved + 1))
    case $2:$found:$said in
    0:new:saved | 1:old:$plan* | 1:new:$plan* | 137:old:* | 137:new:*) return ;;
    esac
    failures=$((failures + 1))
    echo "$1: exit $2, the file has '$found', it said '$said'"
}

again() {
    rm -f "$folder"/data/.kairo-*
    printf old >"$plan"
}

by_shim() {
    again
    env LD_PRELOAD="$shim" KAIRO_FAULT=at=-1 KAIRO_FAULT_FOLDER="$folder/data" \
        KAIRO_FAULT_COUNT="$folder/count" "$saver" "$plan" new >"$folder/said"
    [ "$(cat "$plan")" = new ] || { echo 'not saved without a fault'; exit 1; }
    count=$(cat "$folder/count")
    [ "$count" -gt 0 ] || { echo "only $count calls seen"; exit 1; }
    at=0
    while [ "$at" -lt "$count" ]; do
        for fault in 'how=before error=28' 'how=after error=5' 'how=kill-before' 'how=kill-after'; do
            for last in once every; do
                again
                status=0
                env LD_PRELOAD="$shim" KAIRO_FAULT="at=$at $fault last=$last" \
                    KAIRO_FAULT_FOLDER="$folder/data" "$saver" "$plan" new >"$folder/said" 2>&1 ||
                    status=$?
                judge "call $at, $fault, $last" $status
            done
        done
        at=$((at + 1))
    done
}

# Only calls after the program's own start: before it, the loader would fail.
by_strace() {
    for call in openat read write fsync close renameat unlinkat fcntl fstat newfstatat faccessat2; do
        for error in EIO ENOSPC EDQUOT EROFS EACCES EINTR EMFILE ENOMEM; do
            for when in 1 2 3 4 5 6 7 8; do
                again
                status=0
                strace -f -o /dev/null -P "$plan" -P "$folder/data" -P . \
                    -e "trace=$call" -e "inject=$call:error=$error:when=$when" \
                    "$saver" "$plan" new >"$folder/said" 2>&1 || status=$?
                judge "$call $when, $error" $status
            done
        done
    done
}

by_"$how"
echo "$cases cases, $saved saved all the same, $failures wrong"
[ "$failures" = 0 ]
