# Reads sources named by their path in the project (src/text/width.c). Relies on the
# tree's clang-format: a function starts in the first column and ends with "}" there.

BEGIN {
    file_most = 600
    function_most = 80
    # What a folder of src/ may include beside itself.
    below["base"] = " "
    below["text"] = " base "
    below["catalogue"] = " base text "
    below["plan"] = " base text catalogue "
    below["query"] = " base text catalogue plan "
    below["report"] = " base text catalogue plan query "
    below["cli"] = " base text catalogue plan query report "
}

function breach(line, what) {
    print file ":" line ": " what
    breaches++
}

# A table made by a script says so in its first lines and may be long.
function end_of_file() {
    if (lines > file_most && !generated)
        breach(lines, "more than " file_most " lines")
}

FNR == 1 {
    end_of_file()
    file = FILENAME
    split(file, path, "/")
    in_src = path[1] == "src"
    folder = path[2]
    generated = 0
    opened = signature = 0
    if (in_src && !(folder in below))
        breach(1, "a folder of src that the rules do not know")
}

{ lines = FNR }
FNR <= 5 && tolower($0) ~ /generated/ { generated = 1 }

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    included = $0
    sub(/^[^<"]*[<"]/, "", included)
    sub(/[>"].*/, "", included)
    check_include(included)
}

function check_include(what, to) {
    if (what ~ /(^|\/)(n?curses|ncurses_dll|term|termcap|panel|menu|form)\.h$/ && what !~ /^ui\//)
        if (file != "ui/term_curses.c")
            breach(FNR, "only ui/term_curses.c may include " what)
    if (what ~ /^uni(str|width|lbrk|gbrk|wbrk|norm|case|ctype|types|conv|name|stdio)\.h$/)
        if (file !~ /^src\/text\//)
            breach(FNR, "only src/text may include " what)
    if (what == "yaml.h" && file !~ /^src\/catalogue\/yaml_(reader|guard)\.[ch]$/)
        breach(FNR, "only the YAML reader and its guard may include " what)
    if (what ~ /^ui\/(loop|perform|term)\.h$/ && file !~ /^ui\/(main|loop|perform|plain_loop|doctor|term[a-z_]*)\.[ch]$/)
        breach(FNR, "only the edge may include " what)
    if (!in_src)
        return
    if (what ~ /^(\.\.\/)*ui\//)
        breach(FNR, "src must not include ui: " what)
    to = what
    if (sub(/\/.*/, "", to) && to in below && to != folder && index(below[folder], " " to " ") == 0)
        breach(FNR, folder " must not include " what)
}

# A signature starts in the first column and may go on over lines; its body opens the line's end.
/^[A-Za-z_].*\(/ && !/^(struct|enum|union|typedef)[ {]/ { signature = FNR }
/= \{$/ || /;$/ { signature = 0 }
/\{$/ && signature {
    opened = signature
    signature = 0
}

/^}/ && opened {
    if (FNR - opened + 1 > function_most)
        breach(opened, "a function of more than " function_most " lines")
    opened = 0
}

END {
    end_of_file()
    exit breaches > 0
}
