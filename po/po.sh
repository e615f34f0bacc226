#!/bin/sh
# The messages of the sources and their translation.
#
#   po.sh update             brings ja.po up to date with the sources (msgmerge)
#   po.sh check              fails unless every message is translated, none is doubtful,
#                            none is left over and all conversions (%d) agree
#
# Run in the project's folder, or with another one in KAIRO_ROOT (the self-test does).
set -eu
cd "${KAIRO_ROOT:-$(dirname "$0")/..}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# File names but no line numbers, so that moving code does not touch the translations.
extract() {
    find src ui -name '*.[ch]' | LC_ALL=C sort >"$work/files"
    xgettext --language=C --from-code=UTF-8 --files-from="$work/files" \
        --keyword=_ --keyword=N_ --keyword=tr --keyword=tr_context:1c,2 --keyword=tr_plural:1,2 \
        --flag=_:1:pass-c-format --flag=tr:1:pass-c-format --flag=tr_context:2:pass-c-format \
        --flag=tr_plural:1:pass-c-format --flag=tr_plural:2:pass-c-format \
        --flag=err_set:2:c-format --flag=err_prefix:2:c-format \
        --flag=buf_printf:2:c-format --flag=arena_printf:2:c-format \
        --add-comments=TRANSLATORS --add-location=file --force-po \
        --output="$work/dated.pot" 2>"$work/warnings" || { cat "$work/warnings"; exit 1; }
    sed '/^"POT-Creation-Date:/d; s/charset=CHARSET/charset=UTF-8/' "$work/dated.pot" >"$work/kairo.pot"
}

# complain TITLE OPTION…: shows the entries that msgattrib selects, without the header.
complain() {
    title=$1
    shift
    msgattrib "$@" --no-wrap "$work/merged.po" | sed '1,/^$/d' >"$work/found"
    [ -s "$work/found" ] || return 0
    echo "ja.po: $title:"
    cat "$work/found"
    bad=1
}

case ${1:-} in
update)
    extract
    msgmerge --quiet --update --no-fuzzy-matching --backup=none --add-location=file po/ja.po "$work/kairo.pot"
    msgfmt --check --statistics --output-file=/dev/null po/ja.po
    ;;
check)
    extract
    bad=0
    msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" po/ja.po "$work/kairo.pot"
    complain 'not translated' --untranslated --no-obsolete
    complain 'doubtful (fuzzy)' --only-fuzzy --no-obsolete
    complain 'no longer in the sources' --only-obsolete
    msgfmt --check --output-file=/dev/null "$work/merged.po" || bad=1
    exit $bad
    ;;
*)
    echo 'usage: po.sh update | check' >&2
    exit 2
    ;;
esac
