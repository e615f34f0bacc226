#!/bin/sh
# A picture of the real program in a real terminal (xterm under Xvfb, a CJK font).
#
#   shot.sh PROGRAM COLSxROWS OUT.png [-o OPTION]... [KEY...]
#
# OPTION is one more option for kairo (-o --lang=en), KEY a name as X has it (Down, Return,
# Escape, Next, question, 2). XTERM_OPTIONS adds to xterm's (-cjk_width, -bg white -fg black).
# Needs: xvfb xterm xdotool imagemagick fonts-noto-cjk fonts-inconsolata.
set -eu
program=$1 size=$2 out=$3
shift 3
options=
while [ "${1:-}" = -o ]; do
    options="$options $2"
    shift 2
done
home=$(mktemp -d)
server=

# kairo may still be writing down where it stood.
clean() {
    kill $server 2>/dev/null || :
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        rm -rf "$home" 2>/dev/null && return 0
        sleep 0.1
    done
}
trap clean EXIT

# Xvfb says which display it took once it is ready.
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 2400x1600x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 &
server=$!
read -r number <"$home/display"
export DISPLAY=:$number

# The window's title is set by what runs in it, after kairo has drawn: that is waited for.
env -i PATH="$PATH" HOME="$home" DISPLAY="$DISPLAY" LC_ALL=C.UTF-8 \
    xterm -geometry "$size" -fa 'Inconsolata' -fd 'Noto Sans Mono CJK JP' -fs 14 -b 8 +bc +sb -tn xterm-256color \
    -bg '#1c1c1c' -fg '#d8d8d8' -xrm 'XTerm*allowTitleOps: false' -xrm 'XTerm*cursorColor: #808080' \
    -T kairo-shot ${XTERM_OPTIONS:-} \
    -e env -u LC_ALL LC_ALL=C.UTF-8 "$program" $options &
terminal=$!
window=$(xdotool search --sync --onlyvisible --name kairo-shot | tail -n 1)

# Painted when two pictures in a row are the same, and not blank.
settled() {
    before=
    for _ in $(seq 100); do
        import -window "$window" "$home/now.png" 2>/dev/null || :
        now=$(convert "$home/now.png" -unique-colors txt:- 2>/dev/null | wc -l)$(cksum <"$home/now.png")
        [ "$now" = "$before" ] && return 0
        before=$now
        xdotool sleep 0.15
    done
    echo "shot.sh: the picture does not come to rest" >&2
    return 1
}

xdotool sleep 0.3
settled
for key in "$@"; do
    xdotool windowfocus "$window" key "$key"
    settled
done
convert "$home/now.png" -strip "$out"
kill $terminal 2>/dev/null || :
