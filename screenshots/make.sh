#!/bin/sh
# The pictures of the README, from the real program in a real terminal: make.sh PROGRAM
# (./run screenshots calls it). On the day of the edition, so that they stay the same.
set -eu
program=$1
here=$(dirname "$0")
shot=$here/../tests/terminal/shot.sh
day='-o --as-of=2016-12-20'

"$shot" "$program" 120x40 "$here/roadmap-120x40.png" $day 2 Down Down
"$shot" "$program" 80x24 "$here/roadmap-80x24.png" $day 3 Down
"$shot" "$program" 80x24 "$here/card-80x24.png" $day -o --program=jizokuka-subsidy
"$shot" "$program" 80x24 "$here/plan-80x24.png" $day 2 space s 3 D 1 slash 1 0 Return Down space \
    D 1 slash 2 7 Return m J a n Escape 3 space s 4 Down space s 8 4 space P
"$shot" "$program" 80x24 "$here/search-80x24.png" $day slash t e n j i k a i
"$shot" "$program" 80x24 "$here/filter-80x24.png" $day 2 f Down Down space Tab space
"$shot" "$program" 80x24 "$here/diagnosis-80x24.png" $day d Down space Return space Return
"$shot" "$program" 80x24 "$here/result-80x24.png" $day d Down space Return space Return Down space \
    Return Return Down space d Down
"$shot" "$program" 120x40 "$here/compare-120x40.png" $day 2 G Up Up Up c Up c Up c C
"$shot" "$program" 80x24 "$here/calendar-80x24.png" $day t Down
"$shot" "$program" 80x24 "$here/estimate-80x24.png" $day 2 G Up Up e 1 8 0 0 0 0 0 Tab Down space
"$shot" "$program" 80x24 "$here/risks-80x24.png" $day v Down Down Down Return
"$shot" "$program" 80x24 "$here/chart-80x24.png" $day v Down Down Down Down Return
"$shot" "$program" 40x20 "$here/card-40x20.png" $day -o --program=jetro-support-center
"$shot" "$program" 80x24 "$here/english-80x24.png" $day -o --lang=en 2
XTERM_OPTIONS='-cjk_width' \
    "$shot" "$program" 80x24 "$here/wide-80x24.png" $day -o --program=monozukuri-subsidy
XTERM_OPTIONS='-bg white -fg black' \
    "$shot" "$program" 80x24 "$here/light-80x24.png" $day 2 Down
