# Completions of kairo for fish.

# Columns $argv[1] and $argv[2] of the catalogue: an id and its name, each id once.
function __kairo_column
    begin
        kairo list --format tsv
        kairo list --step 0 --format tsv
    end 2>/dev/null | awk -F '\t' -v id=$argv[1] -v name=$argv[2] \
        '$1 != "id" && !seen[$id]++ { print $id "\t" $name }'
end

# The names of the plans.
function __kairo_plans
    kairo plan ls --format json 2>/dev/null | sed -n 's/^      "name": "\(.*\)",$/\1/p'
end

set -l none 'not __fish_seen_subcommand_from list show search plan catalogue doctor'
set -l list '__fish_seen_subcommand_from list'
set -l show '__fish_seen_subcommand_from show'
set -l search '__fish_seen_subcommand_from search'
set -l plan '__fish_seen_subcommand_from plan'
set -l plans ls new show add set remove rename archive unarchive export history restore merge
set -l catalogue '__fish_seen_subcommand_from catalogue'
set -l doctor '__fish_seen_subcommand_from doctor'
set -l kinds information consultation seminar matching exhibition subsidy loan guarantee \
    insurance training research appointment office referral network casebook

complete -c kairo -f
complete -c kairo -n $none -a list -d 'List the support programs'
complete -c kairo -n $none -a show -d 'Show the cards of programs'
complete -c kairo -n $none -a search -d 'Search the cards'
complete -c kairo -n $none -a plan -d 'Keep plans'
complete -c kairo -n $none -a catalogue -d 'Check catalogues'
complete -c kairo -n $none -a doctor -d 'Say how kairo gets on here'
complete -c kairo -n "$show; and not $plan" -a '(__kairo_column 1 3)'
complete -c kairo -n "$plan; and not __fish_seen_subcommand_from $plans" -a "$plans"
complete -c kairo -n "$plan; and __fish_seen_subcommand_from show add set remove rename archive unarchive export history restore" \
    -a '(__kairo_plans)'
complete -c kairo -n "$plan; and __fish_seen_subcommand_from add set remove" -a '(__kairo_column 1 3)'
complete -c kairo -n "$plan; and __fish_seen_subcommand_from merge" -F
complete -c kairo -n "$plan; and __fish_seen_subcommand_from ls show" -l format -x -a 'table json' -d Format
complete -c kairo -n "$plan; and __fish_seen_subcommand_from export" -l format -x -a 'text md html csv json ics' -d Format
complete -c kairo -n "$plan; and __fish_seen_subcommand_from export" -l output -r -F -d 'Write to this file'
complete -c kairo -n "$catalogue; and not __fish_seen_subcommand_from check" -a check
complete -c kairo -n "$catalogue; and __fish_seen_subcommand_from check" -F

complete -c kairo -s h -l help -d 'Show the help'
complete -c kairo -l version -d 'Show the version'
complete -c kairo -l as-of -x -d 'Judge periods as of this day'
complete -c kairo -l lang -x -a 'ja en' -d Language
complete -c kairo -l data -r -F -d 'Read this file or folder as well'
complete -c kairo -n "not $catalogue" -l ambiguous -x -a 'auto narrow wide' -d 'Ambiguous width'
complete -c kairo -n "not $catalogue" -l ascii -d 'ASCII characters only'
complete -c kairo -n $none -l program -x -a '(__kairo_column 1 3)' -d 'Open this card'
complete -c kairo -n $none -l plan -x -a '(__kairo_plans)' -d 'Work on this plan'
complete -c kairo -n $none -l plain -d 'Numbered lines instead of screens'
complete -c kairo -n $none -l read-only -d 'Change nothing on disk'
complete -c kairo -n "$none; or $list" -l step -x -a '1 2 3 4' -d Step
complete -c kairo -n "$list; or $search" -l format -x -a 'table json csv tsv md' -d Format
complete -c kairo -n "$show; and not $plan" -l format -x -a 'text json md' -d Format
complete -c kairo -n "$doctor; and not $plan" -l format -x -a 'text json' -d Format
complete -c kairo -n $list -l need -x -a 'A B C D E F G H I J K L M' -d Need
complete -c kairo -n $list -l provider -x -a '(__kairo_column 7 8)' -d Provider
complete -c kairo -n $list -l kind -x -a "$kinds" -d 'Kind of support'
complete -c kairo -n $list -l cost -x -a 'free paid subsidy not_stated' -d 'What it costs'
complete -c kairo -n $list -l state -x -a 'always open upcoming closed unknown' -d Applications
complete -c kairo -n $list -l country -x -d Country
