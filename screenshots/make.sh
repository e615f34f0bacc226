#!/bin/sh
# The pictures of the README: the real program in a real terminal.   make.sh PROGRAM
set -eu
cd "$(dirname "$0")/.."
program=$(realpath "$1")

# picture NAME SIZE ARG…: as tests/terminal/shot.sh takes them, on a fixed day.
picture() {
    name=$1 size=$2
    shift 2
    echo "screenshots/$name-$size.png"
    sh tests/terminal/shot.sh "$program" "$size" "screenshots/$name-$size.png" \
        -o --as-of=2016-12-20 "$@"
}

picture roadmap 120x40 -o --lang=ja 2
picture card 80x24 -o --lang=ja -o --program=jfc-overseas-loan
picture risks 80x24 -o --lang=ja v Down Down Down Return
picture english 80x24 -o --lang=en 3
