# Completions of kairo for bash.

_kairo_values() {
    case $1 in
    --lang) echo 'ja en' ;;
    --ambiguous) echo 'auto narrow wide' ;;
    --step) echo '1 2 3 4' ;;
    --need) echo 'A B C D E F G H I J K L M' ;;
    --cost) echo 'free paid subsidy not_stated' ;;
    --state) echo 'always open upcoming closed unknown' ;;
    --kind) echo 'information consultation seminar matching exhibition subsidy loan guarantee
        insurance training research appointment office referral network casebook' ;;
    --program) _kairo_column 1 ;;
    --provider) _kairo_column 7 ;;
    esac
}

# A column of the catalogue: the ids of programs (1) or of their providers (7).
_kairo_column() {
    { kairo list --format tsv; kairo list --step 0 --format tsv; } 2>/dev/null |
        awk -F '\t' -v column="$1" '$1 != "id" && !seen[$column]++ { print $column }'
}

_kairo_plans() {
    kairo plan ls --format json 2>/dev/null | sed -n 's/^      "name": "\(.*\)",$/\1/p'
}

_kairo_offer() {
    COMPREPLY=($(compgen -W "$1" -- "$word"))
}

_kairo_plan_formats() {
    case $1 in
    export) echo 'text md html csv json ics' ;;
    *) echo 'table json' ;;
    esac
}

# The word at place $1 behind "plan" of the command $2.
_kairo_plan() {
    case $1:$2 in
    1:*) _kairo_offer 'ls new show add set remove rename archive unarchive export history restore merge' ;;
    *:merge) compopt -o default ;;
    2:new | *:ls) ;;
    2:*) local IFS=$'\n'; _kairo_offer "$(_kairo_plans)" ;;
    3:set | *:add | *:remove) _kairo_offer "$(_kairo_values --program)" ;;
    *:set) compopt -o nospace; _kairo_offer 'status= reason= note= owner= due= estimate=' ;;
    esac
}

_kairo() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' i
    [ "$word" = = ] && word=''
    [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        list | show | search | plan | catalogue | doctor) command=${COMP_WORDS[i]} && break ;;
        esac
    done
    case $command$before in
    *--data | *--output | catalogue*check) compopt -o default; return ;;
    *--as-of | *--country) return ;;
    --plan) local IFS=$'\n'; _kairo_offer "$(_kairo_plans)"; return ;;
    list--format | search--format) _kairo_offer 'table json csv tsv md'; return ;;
    plan--format) _kairo_offer "$(_kairo_plan_formats "${COMP_WORDS[i + 1]}")"; return ;;
    show--format) _kairo_offer 'text json md'; return ;;
    doctor--format) _kairo_offer 'text json'; return ;;
    *--lang | *--ambiguous | *--step | *--need | *--cost | *--state | *--kind | *--program | \
        *--provider) _kairo_offer "$(_kairo_values "$before")"; return ;;
    esac
    local common='--as-of --lang --data --help --version' drawn='--ambiguous --ascii'
    case $command:$word in
    list:*) _kairo_offer "$common $drawn --format --step --need --provider --kind --cost --state
        --country" ;;
    show:-*) _kairo_offer "$common $drawn --format" ;;
    show:*) _kairo_offer "$(_kairo_values --program)" ;;
    search:-*) _kairo_offer "$common $drawn --format" ;;
    search:*) ;;
    plan:-*) _kairo_offer "$common $drawn --format --output" ;;
    plan:*) _kairo_plan "$((COMP_CWORD - i))" "${COMP_WORDS[i + 1]}" ;;
    catalogue:-*) _kairo_offer "$common" ;;
    catalogue:*) _kairo_offer check ;;
    doctor:*) _kairo_offer "$common $drawn --format" ;;
    :-*) _kairo_offer "$common $drawn --plan --program --step --read-only --plain" ;;
    *) _kairo_offer 'list show search plan catalogue doctor' ;;
    esac
}

complete -F _kairo kairo
