#!/bin/bash
# Lets each fuzz target search for so many seconds, from the seeds in corpus/. What it
# learns stays in BUILD/corpus, what it finds in BUILD/found: add the latter, made small with
# -minimize_crash=1, to corpus/ once it is mended.
#
#   fuzz.sh BUILD SECONDS
set -euo pipefail
cd "$(dirname "$0")"
build=$(realpath "../../$1") seconds=$2 failed=0
mkdir -p "$build/found"
for target in text keys edit catalogue plan bookmarks recall search files; do
    mkdir -p "$build/corpus/$target"
    echo "fuzz_$target: $seconds s"
    "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=5 -max_len=4096 \
        -verbosity=0 -artifact_prefix="$build/found/$target-" \
        "$build/corpus/$target" "corpus/$target" || failed=1
done
[ $failed = 0 ] && echo "fuzz: nothing found" || echo "fuzz: see $build/found"
exit $failed
