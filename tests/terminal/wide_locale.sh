#!/bin/sh
# A locale in which ambiguous characters take two cells, under the name that tmux asks for first.
#
#   wide_locale.sh FOLDER      makes FOLDER/en_US.UTF-8; then LOCPATH=FOLDER LC_ALL=en_US.UTF-8
#
# Exits 77 where the system has no sources of locales (locales, unicode-data).
set -eu
folder=$1
charmap=/usr/share/i18n/charmaps/UTF-8.gz widths=/usr/share/unicode/EastAsianWidth.txt
command -v localedef >/dev/null && [ -r $charmap ] && [ -r $widths ] || exit 77

# Ambiguous ones but marks, invisible and private ones: "00A1 ; A # Po …".
awk -F '[ ;#]+' '$2 == "A" && $3 !~ /^(M.|Cf|Co)$/ {
    if (split($1, ends, "[.][.]") == 1) printf "<U%s>\t2\n", ends[1]
    else printf "<U%s>...<U%s>\t2\n", ends[1], ends[2]
}' $widths >"$folder/wide"
gzip -dc $charmap | awk -v wide="$folder/wide" '
    $0 == "END WIDTH" { while ((getline line <wide) > 0) print line }
    { print }' >"$folder/charmap"
localedef -c -f "$folder/charmap" -i C "$folder/en_US.UTF-8" >/dev/null 2>&1 || :
[ -r "$folder/en_US.UTF-8/LC_CTYPE" ]
