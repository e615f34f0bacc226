#!/bin/sh
# po.sh check must find each kind of fault in a small project made for it.
#   can_fail.sh PATH-OF-PO.SH
set -eu
po=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src ui po
cat >src/a.c <<'END'
const char *a = _("Plans");
const char *b = tr_context("verb", "Plan");
void c(void) { f(tr_plural("%d plan", "%d plans", 2)); }
END
cat >ui/b.h <<'END'
#define TITLE N_("Wait … %s")
END
good() {
    cat <<'END'
msgid ""
msgstr ""
"Language: ja\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "Plans"
msgstr "計画"

msgctxt "verb"
msgid "Plan"
msgstr "計画する"

#, c-format
msgid "%d plan"
msgid_plural "%d plans"
msgstr[0] "計画%d件"

msgid "Wait … %s"
msgstr "お待ちください…%s"
END
}
check() { KAIRO_ROOT=$work sh "$po" check >found 2>&1; }

good >po/ja.po
check || { cat found; exit 1; }

# fault WHAT SED: the good file, changed so, must not pass, and WHAT must be said.
fault() {
    good | sed "$2" >po/ja.po
    if check || ! grep -q "$1" found; then
        echo "not noticed: $1"
        cat found
        exit 1
    fi
}
fault 'not translated' 's/"計画"/""/'
fault 'not translated' 's/msgctxt "verb"/msgctxt "noun"/'
fault 'not translated' 's/^msgid "Plans"/msgid "Plots"/'
fault 'no longer in the sources' 's/^msgid "Plans"/msgid "Plots"/'
fault 'fuzzy' 's/^msgid "Plans"/#, fuzzy\n&/'
fault 'format specifications' 's/計画%d件/計画%s件/'
# msgmerge itself doubts a translation that does not fit a message newly known as a format.
fault 'fuzzy' 's/お待ちください…%s/お待ちください/'
