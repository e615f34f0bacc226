#!/bin/sh
# An installed kairo finds its own catalogue, wherever it was put and from wherever it is
# called, and everything that goes with it is there.   check.sh BUILD
set -eu
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" >"$prefix/log" || { cat "$prefix/log"; exit 1; }
cd /
env -i PATH="$PATH" "$prefix/bin/kairo" list --format tsv >"$prefix/list"
[ "$(wc -l <"$prefix/list")" = 41 ] || { echo 'not 40 programs and a heading'; exit 1; }
for file in share/man/man1/kairo.1 share/bash-completion/completions/kairo \
    share/zsh/site-functions/_kairo share/fish/vendor_completions.d/kairo.fish \
    share/doc/kairo/LICENSE; do
    [ -s "$prefix/$file" ] || { echo "missing: $file"; exit 1; }
done

# Without its catalogue it says so.
rm -r "$prefix/share/kairo"
if env -i "$prefix/bin/kairo" list >"$prefix/out" 2>"$prefix/err"; then
    echo 'no failure without a catalogue'
    exit 1
fi
grep -q "$prefix/share/kairo/catalogue" "$prefix/err" || { cat "$prefix/err"; exit 1; }
