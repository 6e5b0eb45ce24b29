# Completion of mcctl for fish; made by: mcctl completion fish
set -g __mcctl_paths 'mcctl asset' 'mcctl asset list' 'mcctl asset get' 'mcctl asset create' 'mcctl asset patch' 'mcctl asset delete' 'mcctl asset deleted' 'mcctl asset upload' 'mcctl asset send-test' 'mcctl asset download' 'mcctl asset check' 'mcctl asset preview' 'mcctl asset types' 'mcctl folder' 'mcctl folder list' 'mcctl folder get' 'mcctl folder create' 'mcctl folder update' 'mcctl folder delete' 'mcctl de' 'mcctl de list' 'mcctl de get' 'mcctl de create' 'mcctl de copy' 'mcctl de clear' 'mcctl de delete' 'mcctl de rows' 'mcctl de upsert' 'mcctl de delete-row' 'mcctl de status' 'mcctl de import' 'mcctl de field' 'mcctl de field list' 'mcctl de field add' 'mcctl de folder' 'mcctl de folder list' 'mcctl event' 'mcctl event list' 'mcctl event get' 'mcctl event create' 'mcctl event update' 'mcctl event delete' 'mcctl event fire' 'mcctl event status' 'mcctl journey' 'mcctl journey list' 'mcctl journey get' 'mcctl journey draw' 'mcctl journey new' 'mcctl journey create' 'mcctl journey update' 'mcctl journey delete' 'mcctl journey status' 'mcctl journey history' 'mcctl journey audit' 'mcctl journey validate' 'mcctl journey publish' 'mcctl journey pause' 'mcctl journey resume' 'mcctl journey stop' 'mcctl journey exit' 'mcctl automation' 'mcctl automation list' 'mcctl automation get' 'mcctl automation create' 'mcctl automation update' 'mcctl automation delete' 'mcctl automation run' 'mcctl automation status' 'mcctl automation history' 'mcctl automation pause' 'mcctl automation resume' 'mcctl automation schedule' 'mcctl automation health' 'mcctl automation notification' 'mcctl automation notification get' 'mcctl automation notification set' 'mcctl query' 'mcctl query run' 'mcctl query validate' 'mcctl query list' 'mcctl query get' 'mcctl query create' 'mcctl query update' 'mcctl query delete' 'mcctl query views' 'mcctl query cleanup' 'mcctl script' 'mcctl script list' 'mcctl script get' 'mcctl script create' 'mcctl script update' 'mcctl script delete' 'mcctl script run' 'mcctl script log' 'mcctl import' 'mcctl import list' 'mcctl import get' 'mcctl import create' 'mcctl import update' 'mcctl import delete' 'mcctl import run' 'mcctl import log' 'mcctl file-transfer' 'mcctl file-transfer list' 'mcctl file-transfer get' 'mcctl file-transfer create' 'mcctl file-transfer update' 'mcctl file-transfer delete' 'mcctl file-transfer run' 'mcctl file-transfer log' 'mcctl data-extract' 'mcctl data-extract list' 'mcctl data-extract get' 'mcctl data-extract create' 'mcctl data-extract update' 'mcctl data-extract delete' 'mcctl data-extract run' 'mcctl data-extract log' 'mcctl file-location' 'mcctl file-location list' 'mcctl file-location get' 'mcctl workspace' 'mcctl workspace init' 'mcctl workspace pull' 'mcctl workspace status' 'mcctl workspace usages' 'mcctl workspace unused' 'mcctl workspace inventory' 'mcctl workspace lint' 'mcctl workspace diff' 'mcctl workspace plan' 'mcctl workspace apply' 'mcctl workspace push' 'mcctl workspace promote' 'mcctl workspace match' 'mcctl workspace rename' 'mcctl workspace rollback' 'mcctl campaign' 'mcctl campaign list' 'mcctl campaign get' 'mcctl campaign create' 'mcctl campaign delete' 'mcctl campaign attached' 'mcctl campaign attach' 'mcctl campaign detach' 'mcctl contact' 'mcctl contact create' 'mcctl contact update' 'mcctl contact get' 'mcctl contact search' 'mcctl contact validate-email' 'mcctl contact timeline' 'mcctl contact journeys' 'mcctl contact delete' 'mcctl contact delete-status' 'mcctl contact restrict' 'mcctl contact restrict-status' 'mcctl contact schema' 'mcctl contact preference' 'mcctl contact preference get' 'mcctl contact preference set' 'mcctl tx' 'mcctl tx send' 'mcctl tx status' 'mcctl tx trigger' 'mcctl tx unsent' 'mcctl tx definition' 'mcctl tx definition list' 'mcctl tx definition get' 'mcctl tx definition create' 'mcctl tx definition update' 'mcctl tx definition delete' 'mcctl tx queue' 'mcctl tx queue show' 'mcctl tx queue purge' 'mcctl from-address' 'mcctl from-address list' 'mcctl from-address add' 'mcctl from-address update' 'mcctl from-address delete' 'mcctl from-address domain' 'mcctl from-address domain token' 'mcctl from-address domain verify' 'mcctl from-address domain push' 'mcctl sms' 'mcctl sms send' 'mcctl sms status' 'mcctl sms history' 'mcctl sms list-send' 'mcctl sms list-send-status' 'mcctl sms list-send-report' 'mcctl sms queue-mo' 'mcctl sms queue-mo-status' 'mcctl sms subscription' 'mcctl sms import' 'mcctl sms import-status' 'mcctl sms refresh-list' 'mcctl sms refresh-list-status' 'mcctl sms import-send' 'mcctl sms import-send-status' 'mcctl sms import-send-report' 'mcctl sms keyword' 'mcctl sms keyword create' 'mcctl sms keyword list' 'mcctl sms keyword delete' 'mcctl push' 'mcctl push apps' 'mcctl push list' 'mcctl push get' 'mcctl push send' 'mcctl push status' 'mcctl chat' 'mcctl chat list' 'mcctl chat get' 'mcctl chat send' 'mcctl chat status' 'mcctl chat register' 'mcctl chat register messenger' 'mcctl chat register line' 'mcctl personalization' 'mcctl personalization privacy' 'mcctl personalization privacy set' 'mcctl personalization privacy status' 'mcctl personalization report' 'mcctl personalization report download' 'mcctl ens' 'mcctl ens verify' 'mcctl ens listen' 'mcctl ens callback' 'mcctl ens callback list' 'mcctl ens callback get' 'mcctl ens callback create' 'mcctl ens callback verify' 'mcctl ens callback update' 'mcctl ens callback rotate-key' 'mcctl ens callback delete' 'mcctl ens subscription' 'mcctl ens subscription list' 'mcctl ens subscription get' 'mcctl ens subscription create' 'mcctl ens subscription update' 'mcctl ens subscription pause' 'mcctl ens subscription resume' 'mcctl ens subscription delete' 'mcctl bu' 'mcctl bu list' 'mcctl audit' 'mcctl audit list' 'mcctl audit logins' 'mcctl usage' 'mcctl run' 'mcctl run list' 'mcctl run show' 'mcctl run resume' 'mcctl run discard' 'mcctl auth' 'mcctl auth login' 'mcctl auth refresh' 'mcctl auth logout' 'mcctl auth list' 'mcctl auth switch' 'mcctl auth status' 'mcctl auth token' 'mcctl api' 'mcctl emulator' 'mcctl emulator serve' 'mcctl emulator reset' 'mcctl emulator load' 'mcctl emulator outbox' 'mcctl emulator requests' 'mcctl emulator clock' 'mcctl emulator profiles' 'mcctl emulator fault' 'mcctl emulator fault add' 'mcctl emulator fault list' 'mcctl emulator fault clear' 'mcctl emulator event' 'mcctl emulator event open' 'mcctl emulator event click' 'mcctl emulator event unsubscribe' 'mcctl emulator event complaint' 'mcctl emulator file' 'mcctl emulator file list' 'mcctl emulator file add' 'mcctl emulator file show' 'mcctl completion' 'mcctl completion bash' 'mcctl completion zsh' 'mcctl completion fish' 'mcctl completion powershell' 'mcctl help'
function __mcctl_at
    set -l at mcctl
    for word in (commandline -opc)[2..]
        contains -- "$at $word" $__mcctl_paths; and set at "$at $word"
    end
    test "$at" = "$argv[1]"
end
function __mcctl_live
    mcctl completion values $argv[1] --no-input 2>/dev/null
end
complete -c mcctl -f
complete -c mcctl -n '__mcctl_at "mcctl"' -a asset -d 'Content Builder: e-mails, blocks, images, documents'
complete -c mcctl -n '__mcctl_at "mcctl"' -a folder -d 'Content Builder: folders'
complete -c mcctl -n '__mcctl_at "mcctl"' -a de -d 'Data extensions: definitions, rows, imports'
complete -c mcctl -n '__mcctl_at "mcctl"' -a event -d 'Event definitions, and firing entry events'
complete -c mcctl -n '__mcctl_at "mcctl"' -a journey -d 'Journey Builder: journeys, from draft to running'
complete -c mcctl -n '__mcctl_at "mcctl"' -a automation -d 'Automation Studio: what runs when, and how it went'
complete -c mcctl -n '__mcctl_at "mcctl"' -a query -d 'SQL: run it, keep it as query activities, data views'
complete -c mcctl -n '__mcctl_at "mcctl"' -a script -d 'Script activities: server-side JavaScript'
complete -c mcctl -n '__mcctl_at "mcctl"' -a import -d 'Import activities: files into data extensions'
complete -c mcctl -n '__mcctl_at "mcctl"' -a file-transfer -d 'File transfer activities'
complete -c mcctl -n '__mcctl_at "mcctl"' -a data-extract -d 'Data extract activities: data into files'
complete -c mcctl -n '__mcctl_at "mcctl"' -a file-location -d 'Where imports and transfers find their files'
complete -c mcctl -n '__mcctl_at "mcctl"' -a workspace -d 'A business unit as files under git'
complete -c mcctl -n '__mcctl_at "mcctl"' -a campaign -d 'Campaigns, and what is attached to them'
complete -c mcctl -n '__mcctl_at "mcctl"' -a contact -d 'Contacts: addresses, attributes, deletion'
complete -c mcctl -n '__mcctl_at "mcctl"' -a tx -d 'Transactional messages, to one or to many'
complete -c mcctl -n '__mcctl_at "mcctl"' -a from-address -d 'From addresses, and the domains that mail is sent from'
complete -c mcctl -n '__mcctl_at "mcctl"' -a sms -d 'MobileConnect: texts, lists, keywords, subscriptions'
complete -c mcctl -n '__mcctl_at "mcctl"' -a push -d 'MobilePush: messages to the devices of apps'
complete -c mcctl -n '__mcctl_at "mcctl"' -a chat -d 'GroupConnect: messages by Facebook Messenger and LINE'
complete -c mcctl -n '__mcctl_at "mcctl"' -a personalization -d 'Personalization Builder: privacy requests, reports'
complete -c mcctl -n '__mcctl_at "mcctl"' -a ens -d 'Event notifications, and a local receiver for them'
complete -c mcctl -n '__mcctl_at "mcctl"' -a bu -d 'Business units, as far as they are known'
complete -c mcctl -n '__mcctl_at "mcctl"' -a audit -d 'The audit trail: who changed what, and who logged in'
complete -c mcctl -n '__mcctl_at "mcctl"' -a usage -d 'Show how many requests mcctl made from this machine, by day, profile and group of commands'
complete -c mcctl -n '__mcctl_at "mcctl"' -a run -d 'Bulk runs on this machine: see them, go on with them'
complete -c mcctl -n '__mcctl_at "mcctl"' -a auth -d 'Log in to a tenant; see what a login may do'
complete -c mcctl -n '__mcctl_at "mcctl"' -a api -d 'Send any request to the REST API, logged in, and print its answer'
complete -c mcctl -n '__mcctl_at "mcctl"' -a emulator -d 'A local Marketing Cloud to rehearse with'
complete -c mcctl -n '__mcctl_at "mcctl"' -a completion -d 'Completion for bash, zsh, fish and PowerShell'
complete -c mcctl -n '__mcctl_at "mcctl"' -a help -d 'Print a page of the manual, or without a topic what there is'
complete -c mcctl -n '__mcctl_at "mcctl"' -l version -d 'Print the version'
complete -c mcctl -n '__mcctl_at "mcctl"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a list -d 'List assets, over all pages'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a get -d 'Show an asset'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a create -d 'Create an asset. A name that is taken in its folder is refused'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a patch -d 'Change some properties of an asset; all others stay'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a delete -d 'Delete an asset'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a deleted -d 'List the files that were deleted from this business unit in the last 30 days: images, documents'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a upload -d 'Upload images and documents'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a send-test -d 'Send an e-mail to oneself, and tell what became of it'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a download -d 'Download the file behind an image or document'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a check -d 'Say what is wrong with messages before they go out'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a preview -d 'Look at a message as somebody gets it, in a browser or as text'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -a types -d 'List the asset types that Marketing Cloud knows'
complete -c mcctl -n '__mcctl_at "mcctl asset"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l type -d 'Only this type, by name or id, or a kind: email, block, image' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l folder -d 'Folder: path such as Emails/Welcome, or id' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l recursive -d 'Also what is in folders below'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l search -d 'Only names that contain this text' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l where -d 'Any condition, with and, or and parentheses' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l sort -d 'Sort by this property' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l view -d 'Print just this view: html, text, subjectline, preheader, content' -r
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l compiled -d 'With --view: slots and blocks filled in'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l type -d 'Asset type, by name or id; htmlemail when --html is given' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l folder -d 'Folder: path such as Emails/Welcome, or id' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l name -d 'Name, at most 200 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l external-key -d 'External key, at most 36 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l subject -d 'Subject line' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l preheader -d 'Preheader' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l html -d 'HTML body of an e-mail; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l text-part -d 'Text body of an e-mail; - for stdin, auto for one made from --html' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l content -d 'Content of a block or template; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l channel -d 'Allow or forbid a channel' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l set -d 'Set any property: tags.0=new, views.html.content=@page.html' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l data -d 'The asset as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l folder -d 'Move to this folder: path or id' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l file -d 'Replace the file of an image or document' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l name -d 'Name, at most 200 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l external-key -d 'External key, at most 36 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l subject -d 'Subject line' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l preheader -d 'Preheader' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l html -d 'HTML body of an e-mail; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l text-part -d 'Text body of an e-mail; - for stdin, auto for one made from --html' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l content -d 'Content of a block or template; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l channel -d 'Allow or forbid a channel' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l set -d 'Set any property: tags.0=new, views.html.content=@page.html' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l data -d 'The asset as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset patch"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l purge-cdn -d 'Also take its file off the CDN, for good'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -l since -d 'From then on: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset deleted"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -F
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l folder -d 'Folder: path such as Emails/Welcome, or id' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l name -d 'Name of the asset; the file'\''s if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l external-key -d 'External key, at most 36 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l rewrite -d 'Upload the local images of this page, and put their URLs in' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l out -d 'With --rewrite: where to; stdout if not given' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset upload"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l to -d 'Where the message goes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l contact -d 'As this contact' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l row -d 'As the one in this row of a data extension' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l attr -d 'Give an attribute a value' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l cleanup -d 'Remove the send definition that tests of this e-mail use'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset send-test"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l out -d 'File or folder to write to; - for stdout' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l overwrite -d 'Replace a file that is there'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset download"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l transactional -d 'Ask for no link to unsubscribe and no postal address'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l local -d 'Ask nobody whether content blocks are there'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l contact -d 'As this contact; may be given several times' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l row -d 'As the one in this row of a data extension; several times' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l attr -d 'Give an attribute a value' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l context -d 'Attributes, data extensions and blocks as JSON, instead of the account'\''s' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l stub -d 'Answers for functions that only the platform has, as JSON' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset check"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l key -d 'KEY is an external key even if it is all digits'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l view -d 'Print just this view: html, text, subject, preheader' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l as -d 'Print all views, warnings, lookups and links as JSON' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l out -d 'Write the page as files into this folder' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l port -d 'Port on 127.0.0.1; 0 picks a free one' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l no-open -d 'Print the address of the page, open no browser'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l watch -d 'Render a local file again whenever it changes'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l contact -d 'As this contact; may be given several times' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l row -d 'As the one in this row of a data extension; several times' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l attr -d 'Give an attribute a value' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l context -d 'Attributes, data extensions and blocks as JSON, instead of the account'\''s' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l stub -d 'Answers for functions that only the platform has, as JSON' -r -F
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset preview"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -l under -d 'Only this type and its kinds' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl asset types"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -a list -d 'List the folders of this business unit'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -a get -d 'Show a folder'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -a create -d 'Create a folder'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -a update -d 'Rename or move a folder'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -a delete -d 'Delete a folder. What becomes of the assets in it, the API does not document: move them first'
complete -c mcctl -n '__mcctl_at "mcctl folder"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -l under -d 'Only this folder and below' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -l tree -d 'Draw the tree, with ids; JSON is nested'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl folder list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl folder get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -F
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -l parents -d 'Create the folders above it too; do nothing if it is there'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl folder create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l parent -d 'Move it into this folder: path or id' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl folder update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl folder delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a list -d 'List data extensions: all of this business unit, those in a folder, or those that a search finds'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a get -d 'Show a data extension: its fields, primary key, what it is sent by, and how many rows it has'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a create -d 'Create a data extension'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a copy -d 'Copy a data extension: its fields, its primary key, what it is sent by. Rows are not copied'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a clear -d 'Remove every row of a data extension, for good. The data extension itself stays'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a delete -d 'Delete a data extension with all its rows, for good'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a rows -d 'Show rows, or export them all: csv and jsonl stream, page by page'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a upsert -d 'Insert one row, or change the one that has its primary key; columns that are left out stay'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a delete-row -d 'Delete one row, known by its primary key, for good. To empty a data extension: de clear'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a status -d 'Show how far rows are that were queued, and why some were rejected'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a import -d 'Import a file into a data extension, and wait until every row is in'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a field -d 'The fields of data extensions'
complete -c mcctl -n '__mcctl_at "mcctl de"' -a folder -d 'The folders of data extensions'
complete -c mcctl -n '__mcctl_at "mcctl de"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l search -d 'Those whose name, key or description holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l folder -d 'Those in the folder with this id, or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l field -d 'A field: "Name:Type(length) [required]"; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l key-field -d 'A field of the primary key' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l sendable-on -d 'The field that holds the contact key' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l name -d 'Name; the key if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l folder -d 'Its folder, by id or path; else the usual one' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l data -d 'The definition as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l retention -d 'Keep rows for 30d, 6w, 3mo or 2y; else for ever' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l retention-of -d 'Remove each row by itself, all rows, or the data extension too' -r -a 'row rows all'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l retention-reset -d 'Begin it anew with every import'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l to-business-unit -d 'Make the copy in this business unit' -r
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l name -d 'Name of the copy; else its key, or, elsewhere, the name' -r
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l folder -d 'Its folder, by id or path; else the usual one' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de copy"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de clear"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l columns -d 'Only these columns, in this order' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l where -d 'Name eq '\''value'\'' (eq, ne, gt, lt, ge, le, like); and, or' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l sort -d 'Sort by this column' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l all -d 'Show every row'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de rows"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l set -d 'Value of a column; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l data -d 'The row as JSON or YAML; - for stdin. --set wins' -r -F
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l primary-key -d 'A column of the primary key, where it may not be read' -r
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de upsert"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de delete-row"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl de status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -F
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l mode -d 'upsert if there is a primary key, else insert' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l batch-size -d 'Rows in a request; 2500 if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l wait-timeout -d 'Wait this long at most, such as 90s; 1h if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l map -d 'The column of a field, where it is called otherwise' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l leave-out -d 'A column that is no field' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l format -d 'What is in FILE, if its name does not tell' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l concurrency -d 'Requests at a time' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l max-rate -d 'At most so many rows a second' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l shard -d 'Only the Kth of N parts, split by recipient or key' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l results -d 'Write what became of each row to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l skip-invalid -d 'Refuse rows that do not fit, and take the others'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l allow-duplicates -d 'Take a recipient or key as often as FILE has it, not once'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l run -d 'Only as this run' -r -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l new-run -d 'Begin the file anew, instead of going on with it'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de import"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de import"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de field"' -a list -d 'List the fields of a data extension, in order'
complete -c mcctl -n '__mcctl_at "mcctl de field"' -a add -d 'Add fields to a data extension; they come last'
complete -c mcctl -n '__mcctl_at "mcctl de field"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de field list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de field add"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de folder"' -a list -d 'List the folders of data extensions, with their paths'
complete -c mcctl -n '__mcctl_at "mcctl de folder"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl de folder list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a list -d 'List event definitions'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a get -d 'Show an event definition'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a create -d 'Create an event definition on a data extension'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a update -d 'Change an event definition. Journeys refer to it by its key'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a delete -d 'Delete an event definition. Its data extension stays'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a fire -d 'Fire an entry event for one contact, or with --from for every row of a file'
complete -c mcctl -n '__mcctl_at "mcctl event"' -a status -d 'Show what became of events that were fired with --from, in the last 30 days, as Marketing Cloud tells it'
complete -c mcctl -n '__mcctl_at "mcctl event"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event list"' -l search -d 'Only those whose name contains this text' -r
complete -c mcctl -n '__mcctl_at "mcctl event list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl event list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l name -d 'Name; the key if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l data-extension -d 'Key of the data extension that events write to' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l type -d 'APIEvent, ContactEvent...; APIEvent if not given' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l data -d 'The definition as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l new-key -d 'New key; no period' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l data-extension -d 'Key of the data extension that events write to' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l contact -d 'Contact key, old or new' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l set -d 'A field of the data extension; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l data-file -d 'The fields as JSON or YAML; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l from -d 'Every row of this CSV, TSV or JSONL file; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l batch-size -d 'Contacts in a request; 100 if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l map -d 'The column of a field, where it is called otherwise' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l leave-out -d 'A column that is no field' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l format -d 'What is in FILE, if its name does not tell' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l concurrency -d 'Requests at a time' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l max-rate -d 'At most so many rows a second' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l shard -d 'Only the Kth of N parts, split by recipient or key' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l results -d 'Write what became of each row to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l skip-invalid -d 'Refuse rows that do not fit, and take the others'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l allow-duplicates -d 'Take a recipient or key as often as FILE has it, not once'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l run -d 'Only as this run' -r -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l new-run -d 'Begin the file anew, instead of going on with it'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event fire"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l contact -d 'Only of this contact' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l request -d 'Only of this request' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l event -d 'Only of this definition' -r -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l type -d 'Only these' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl event status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl event status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a list -d 'List journeys: of each the running version, or else the newest'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a get -d 'Show a version of a journey with all its parts; the newest one, unless told otherwise'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a draw -d 'Draw a journey, or a specification of one: the way of a contact as a tree'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a new -d 'Write the specification of a journey, step by step, as JSON; nothing is created'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a create -d 'Create a journey as a draft, from its specification'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a update -d 'Change the draft of a journey, or with --new-version make one'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a delete -d 'Delete a journey with all its versions, or only one of them, for good. Whoever is in it leaves'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a status -d 'Show the versions of a journey: their status, who is inside and who was, and the goal'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a history -d 'Show what happened to contacts in a journey, or in all, newest first; of 30 days, and 10,000 records at most'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a audit -d 'Show what was done to a journey, and by whom'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a validate -d 'Have Marketing Cloud check a draft, without publishing it, and tell everything that is wrong'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a publish -d 'Publish the draft of a journey: it takes contacts from then on, and the version before it takes no new ones'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a pause -d 'Pause a running journey: nobody goes on, and nobody enters'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a resume -d 'Let a paused journey go on'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a stop -d 'Stop a journey for good: whoever is in it is ejected, and the version cannot be started again'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -a exit -d 'Have contacts leave a journey. Marketing Cloud does so in its own time'
complete -c mcctl -n '__mcctl_at "mcctl journey"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l status -d 'Draft, Published, Paused, Stopped' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l search -d 'Those whose name or description holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l tag -d 'Those with this tag' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l data -d 'A journey as JSON or YAML; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l mermaid -d 'As a diagram in the words of Mermaid'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey draw"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -a '(__mcctl_live assets)'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l event -d 'Key of the event definition that brings contacts in' -r -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l step -l split -d 'A step, or a way of a split; as often as wanted' -r
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l name -d 'Name; the key if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey new"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l data -d 'The journey as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l key -d 'Key, at most 200 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l set -d 'Set any property: activities.0.name=Hello' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l example -d 'Print one to begin with; create nothing' -r -a 'wait split sms multi'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l data -d 'The journey as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l set -d 'Set any property: activities.0.name=Hello' -r
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l new-version -d 'Make a new draft of a journey that is running'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -l publication -d 'How far this publication is, instead' -r
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l contact -d 'Only of this contact; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l email -d 'Only of the contact with this address' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l status -d 'Only these: Complete, Failed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l since -d 'From then on: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l until -d 'Up to then: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey history"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -l action -d 'create, modify, publish, unpublish or delete' -r
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey audit"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey validate"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey publish"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l all-versions -d 'Every version that can be'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l for -d 'Whole days: 3d, 2w; a number by itself is of days' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l then -d 'What happens when the pause is over' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l extend-waits -d 'Make waits longer by as much as the pause lasts'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l keep-entries -d 'Let contacts in when it is over'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey pause"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l all-versions -d 'Every version that can be'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey resume"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l version -d 'Number, or draft, published, paused' -r
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l all-versions -d 'Every version that can be'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey stop"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -a '(__mcctl_live journeys)'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l contact -d 'Contact that is to leave; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l version -d 'Only this version; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl journey exit"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a list -d 'List automations'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a get -d 'Show an automation: its steps, and when it runs'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a create -d 'Create an automation from a document'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a update -d 'Change an automation; what the document leaves out stays'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a delete -d 'Delete an automation; its activities stay'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a run -d 'Run every activity of an automation once, now'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a status -d 'Show whether an automation runs, and how its last run ended'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a history -d 'Show the runs of an automation in the last 31 days'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a pause -d 'Pause the schedule, or the file drop, of an automation'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a resume -d 'Let the schedule, or the file drop, of an automation start it again'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a schedule -d 'Set when an automation runs, and let it'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a health -d 'Show the automations that failed, are paused, have no schedule, or did not run in their time'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -a notification -d 'Who is told by mail how an automation ended'
complete -c mcctl -n '__mcctl_at "mcctl automation"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l status -d 'Ready, Running, Scheduled, PausedSchedule' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l failing -d 'Those of which the last run failed'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l not-run-since -d 'Those that did not run since: 7d, 2026-01-31' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l folder -d 'Those in the folder with this id, or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l data -d 'The automation as JSON or YAML; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l key -d 'Key; else the document'\''s, or a made one' -r
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l name -d 'Name; else the document'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l folder -d 'Its folder, by id or path; else the top one' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l data -d 'What changes, as JSON or YAML; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l description -d 'New description' -r
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l folder -d 'Its new folder, by id or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l wait-timeout -d 'Wait this long at most, such as 90s; 30m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation history"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation pause"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation resume"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l start -d 'First run, in --zone: 2027-01-31T02:00' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l zone -d 'Time zone, such as Europe/Berlin; else that of the schedule now' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l every -d '15 minutes, 1 day, 2 weeks...; 1 day if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l rule -d 'An iCal rule, instead of --every' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l until -d 'Last run at the latest then' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l times -d 'Run so many times' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l paused -d 'Set it, and leave it paused'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation schedule"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -l check -d 'Exit 10 if there is anything to see to'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation health"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation notification"' -a get -d 'Show who is told by mail how an automation ended'
complete -c mcctl -n '__mcctl_at "mcctl automation notification"' -a set -d 'Say who is told by mail how an automation ended; whoever was, is not any more'
complete -c mcctl -n '__mcctl_at "mcctl automation notification"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation notification get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -a '(__mcctl_live automations)'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l on-error -d 'Told when it failed; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l on-complete -d 'Told when it is through; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l text -d 'What is in the mail besides' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l none -d 'Tell nobody any more'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl automation notification set"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a run -d 'Run a query: SQL from here, of which the rows are shown, or a query activity'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a validate -d 'Check SQL without saving or running it, also against a data extension'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a list -d 'List query activities'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a get -d 'Show a query activity, with its SQL'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a create -d 'Create a query activity'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a update -d 'Change a query activity; what is not named stays'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a delete -d 'Delete a query activity. Automations that use it go on pointing at it'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a views -d 'List the data views that queries can read, or the columns of one'
complete -c mcctl -n '__mcctl_at "mcctl query"' -a cleanup -d 'Remove what `query run --sql` left behind when it was killed'
complete -c mcctl -n '__mcctl_at "mcctl query"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -a '(__mcctl_live queries)'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l sql -d 'The query' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l file -d 'A file that holds the query; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l columns -d 'A column of the result, if it cannot be told: "Name:Text(50)"' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l keep -d 'Keep the rows in a data extension of this name' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l wait -d 'Wait until a query activity has ended'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l wait-timeout -d 'Wait this long at most, such as 90s; 30m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l sql -d 'The query' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l file -d 'A file that holds the query; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l target -d 'Key of the data extension that takes the rows' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l mode -d 'What becomes of the rows that are there' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query validate"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l folder -d 'Those in the folder with this id, or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -a '(__mcctl_live queries)'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -a '(__mcctl_live queries)'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l sql -d 'The query' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l file -d 'A file that holds the query; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l target -d 'Key of the data extension that takes the rows' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l mode -d 'What becomes of the rows that are there' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l name -d 'Name; the key if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l folder -d 'Its folder, by id or path; else the top one' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -a '(__mcctl_live queries)'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l sql -d 'The query' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l file -d 'A file that holds the query; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l target -d 'Key of the data extension that takes the rows' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l mode -d 'What becomes of the rows that are there' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l new-key -d 'New key' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l description -d 'New description' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l folder -d 'Its new folder, by id or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -a '(__mcctl_live queries)'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query views"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query views"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query views"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query views"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query views"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query views"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query views"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query views"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl query cleanup"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a list -d 'List script activities'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a get -d 'Show a script activity, with its code'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a create -d 'Create a script activity from a file'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a update -d 'Change a script activity; what is not named stays'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a delete -d 'Delete a script activity. Automations that use it go on pointing at it'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a run -d 'Run a script activity now'
complete -c mcctl -n '__mcctl_at "mcctl script"' -a log -d 'Show what is logged of the last runs of a script activity: why they failed'
complete -c mcctl -n '__mcctl_at "mcctl script"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l folder -d 'Those in the folder with this id, or path' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l file -d 'Its code, script tags with it; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l name -d 'Name; the key if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l folder -d 'Its folder, by id or path; else the top one' -r -a '(__mcctl_live folders)'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l file -d 'Its new code; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l description -d 'New description' -r
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -a '(__mcctl_live scripts)'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl script log"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl script log"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl script log"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl script log"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a list -d 'List import activities'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a get -d 'Show an import activity'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a create -d 'Create an import activity from a document, such as another one that `get` shows'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a update -d 'Change an import activity; what is not named stays'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a delete -d 'Delete an import activity. Automations that use it go on pointing at it'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a run -d 'Run an import activity now'
complete -c mcctl -n '__mcctl_at "mcctl import"' -a log -d 'Show what is logged of the last runs of an import activity: why they failed'
complete -c mcctl -n '__mcctl_at "mcctl import"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -a '(__mcctl_live imports)'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl import log"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl import log"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl import log"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl import log"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a list -d 'List file transfer activities'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a get -d 'Show a file transfer activity'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a create -d 'Create a file transfer activity from a document, such as another one that `get` shows'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a update -d 'Change a file transfer activity; what is not named stays'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a delete -d 'Delete a file transfer activity. Automations that use it go on pointing at it'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a run -d 'Run a file transfer activity now'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -a log -d 'Show what is logged of the last runs of a file transfer activity: why they failed'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -a '(__mcctl_live file-transfers)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-transfer log"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a list -d 'List data extract activities'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a get -d 'Show a data extract activity, with its options'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a create -d 'Create a data extract activity from a document, such as another one that `get` shows'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a update -d 'Change a data extract activity; what is not named stays'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a delete -d 'Delete a data extract activity. Automations that use it go on pointing at it'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a run -d 'Run a data extract activity now'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -a log -d 'Show what is logged of the last runs of a data extract activity: why they failed'
complete -c mcctl -n '__mcctl_at "mcctl data-extract"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l data -d 'The activity as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l set -d 'Set any property: description=Nightly; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -a '(__mcctl_live data-extracts)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl data-extract log"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-location"' -a list -d 'List the places of files, those that are built in with them'
complete -c mcctl -n '__mcctl_at "mcctl file-location"' -a get -d 'Show an external place of files, by its key'
complete -c mcctl -n '__mcctl_at "mcctl file-location"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-location list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl file-location get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a init -d 'Make a workspace of a folder: say which business units it is of'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a pull -d 'Take what changed in the business unit into the files; what changed here stays'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a status -d 'Show what is not the same here and in the business unit'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a usages -d 'Show who uses an object: with file and line, and, if wanted, up to journeys and sends'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a unused -d 'Show the assets, data extensions, events, queries and scripts that nothing in the files uses'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a inventory -d 'List every object of every kind, one line each'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a lint -d 'Say what is wrong with the objects in the files. Nobody is asked'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a diff -d 'Show the differences line by line: from the business unit to the files'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a plan -d 'Say what would be written to a business unit, in order, and whom it reaches. Nothing is written'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a apply -d 'Carry out a plan. The same command again goes on where it stopped, and does nothing twice'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a push -d 'Write what changed here to a business unit: plan, question and apply in one'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a promote -d 'Bring objects from one business unit to another: pulled from the one, pushed to the other'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a match -d 'Link objects in the files to those that a business unit has already. Nothing is written there'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a rename -d 'Give an object another key: in its own file, and in every text that names it. Nobody is asked'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -a rollback -d 'Take back what a run of apply or push did: a plan like any other, made of what was there before'
complete -c mcctl -n '__mcctl_at "mcctl workspace"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -l target -d 'A business unit and the login to it; several times' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -l home -d 'The target that the files are; else the first one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace init"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l deep -d 'Also what the selected objects refer to, and so on'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l full -d 'Read everything, not only what has changed'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l mine -d 'Where changes meet, keep the files as they are here'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l theirs -d 'Where changes meet, take what is there'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l markers -d 'Where changes meet, write both into the text, between marks'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l no-files -d 'Leave out images and documents themselves'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace pull"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l offline -d 'Ask nobody: compare with what was last seen'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l check -d 'Exit with 10 if anything differs'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l deep -d 'Also who uses those, up to journeys and sends'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l forward -d 'The other way round: what the object uses'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l live -d 'Ask for the state of the journeys and sends found'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace usages"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace unused"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -l live -d 'Ask the business unit; else as it was last seen'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace inventory"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -l rule -d 'Only what is against this rule; several times' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace lint"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l incoming -d 'What a pull would change here'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l stat -d 'Only how many lines of which file'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace diff"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l out -d 'Keep the plan, for apply' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l check -d 'Exit with 10 if anything would be written'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l deep -d 'Also what the selected objects refer to, and so on'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l prune -d 'Delete there what was deleted here'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l new-version -d 'Make new versions of journeys that are running'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l publish -d 'Publish the journeys that are written'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l overwrite-drift -d 'Write over what was changed there meanwhile, too'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l recreate -d 'Make again what was changed here, and deleted there'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace plan"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -F
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l results -d 'Write what became of each operation to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l run -d 'Only as this run' -r -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace apply"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l results -d 'Write what became of each operation to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l deep -d 'Also what the selected objects refer to, and so on'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l prune -d 'Delete there what was deleted here'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l new-version -d 'Make new versions of journeys that are running'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l publish -d 'Publish the journeys that are written'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l overwrite-drift -d 'Write over what was changed there meanwhile, too'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l recreate -d 'Make again what was changed here, and deleted there'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace push"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l from -d 'The business unit to take from; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l to -d 'The business unit to write to' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l results -d 'Write what became of each operation to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l deep -d 'Also what the selected objects refer to, and so on'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l prune -d 'Delete there what was deleted here'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l new-version -d 'Make new versions of journeys that are running'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l publish -d 'Publish the journeys that are written'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l overwrite-drift -d 'Write over what was changed there meanwhile, too'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l recreate -d 'Make again what was changed here, and deleted there'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace promote"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l target -d 'A business unit of mcctl.yaml; else the home one' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l by -d 'By what objects are told to be the same; else by all of these' -r -a 'key name content'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace match"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace rename"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l out -d 'Keep the plan, for apply' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l results -d 'Write what became of each operation to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l dry-run -d 'Tell what would be done; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl workspace rollback"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a list -d 'List campaigns, last changed first. --search looks at names and codes'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a get -d 'Show a campaign'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a create -d 'Create a campaign'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a delete -d 'Delete a campaign. What is attached to it stays'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a attached -d 'List what is attached to a campaign. OBJECT is the id of the object, ID that of the attachment'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a attach -d 'Attach objects of one kind to a campaign'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -a detach -d 'Detach objects from a campaign. They stay where they are'
complete -c mcctl -n '__mcctl_at "mcctl campaign"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l code -d 'What identifies it, at most 36 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l description -d 'Description, at most 512 characters' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l color -d 'Its color in calendars' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l favorite -d 'Mark it as a favorite'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign attached"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -l type -d 'list, data_extension, triggered, EMAIL and others' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign attach"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl campaign detach"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a create -d 'Create a contact. One that has the key already gets the values, too'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a update -d 'Change values of a contact; all others stay'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a get -d 'Show the addresses of a contact. Needs the scope audiences_read'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a search -d 'Find contacts by e-mail address, or all addresses of a channel'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a validate-email -d 'Tell whether mail can be sent to addresses: their form, their domain, and List Detective'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a timeline -d 'Tell one contact'\''s story, newest first: what is so now, then what happened'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a journeys -d 'Show in which journeys contacts are at the moment'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a delete -d 'Delete contacts, in every business unit and every channel, for good'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a delete-status -d 'Show how far a deletion is, or without an id all deletions'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a restrict -d 'Restrict the processing of contacts: nothing is sent to them any more, in any business unit'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a restrict-status -d 'Show how far a restriction is. No route lists them'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a schema -d 'Show the attribute sets of the contact model, the attributes of one, or what is in it'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -a preference -d 'Whether contacts may be tracked'
complete -c mcctl -n '__mcctl_at "mcctl contact"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l email -d 'E-mail address' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l mobile -d 'Mobile number, with its country code' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l locale -d 'Country of the mobile number' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l attr -d 'A value in an attribute set; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l data -d 'The contact as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l email -d 'E-mail address' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l mobile -d 'Mobile number, with its country code' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l locale -d 'Country of the mobile number' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l attr -d 'A value in an attribute set; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l data -d 'The contact as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -l email -d 'Contacts with this address; may be repeated' -r
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -l channel -d 'Addresses of EMAIL, MOBILE, PUSH or LINE' -r
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact search"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -l validator -d 'Only this; may be given often' -r -a 'syntax mx list-detective'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -l check -d 'Exit 10 if one is not valid'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact validate-email"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -l email -d 'The contact with this address, instead of its key' -r
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -l since -d 'From then on: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact timeline"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact journeys"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l data-extension -d 'Everybody in this sendable data extension, instead' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact delete-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l data-extension -d 'Everybody in this sendable data extension, instead' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact restrict-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l versions -d 'Show the schemas with their versions, instead'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l groups -d 'Show the attribute groups, instead'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l rows -d 'Show what is in the attribute set SET'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact schema"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact preference"' -a get -d 'Show whether contacts may be tracked'
complete -c mcctl -n '__mcctl_at "mcctl contact preference"' -a set -d 'Say whether contacts may be tracked'
complete -c mcctl -n '__mcctl_at "mcctl contact preference"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact preference get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -l tracking -d 'Whether they may be tracked' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl contact preference set"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a send -d 'Send a message to one recipient, or with --from to every row of a file'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a status -d 'Show what became of messages. Marketing Cloud limits how often this may be asked'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a trigger -d 'Send a triggered send of Email Studio to one recipient'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a unsent -d 'List the messages that were accepted but not sent, oldest first, and why'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a definition -d 'Send definitions: what is sent, and how'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -a queue -d 'Messages that were accepted and wait to be sent'
complete -c mcctl -n '__mcctl_at "mcctl tx"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l to -d 'E-mail address, or number' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l contact -d 'Contact key, old or new' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l message-key -d 'Your own key, at most 100 characters; made up if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l attr -d 'An attribute; with --from, one for all recipients' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l channel -d 'Channel; told by --to if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l message -d 'SMS: this text instead of the definition'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l resubscribe -d 'SMS: subscribe a number again that said STOP'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l queue-anyway -d 'Send although the definition is inactive, to queue'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l wait -d 'Wait until it is known what became of it'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l from -d 'Every row of this CSV, TSV or JSONL file; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l map -d 'Column of to, contactKey, messageKey; others: attributes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l batch-size -d 'Recipients in a request; 500 if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l format -d 'What is in FILE, if its name does not tell' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l concurrency -d 'Requests at a time' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l max-rate -d 'At most so many rows a second' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l shard -d 'Only the Kth of N parts, split by recipient or key' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l results -d 'Write what became of each row to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l skip-invalid -d 'Refuse rows that do not fit, and take the others'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l allow-duplicates -d 'Take a recipient or key as often as FILE has it, not once'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l run -d 'Only as this run' -r -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l new-run -d 'Begin the file anew, instead of going on with it'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l to -d 'E-mail address' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l contact -d 'Subscriber key; the address if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l attr -d 'A profile attribute, or a field of its data extension' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l from-address -d 'Instead of that of the sender profile' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l from-name -d 'Instead of that of the sender profile' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l at-once -d 'Have it processed before it is answered'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l wait -d 'Wait until it is known what became of it'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx trigger"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l definition -d 'Only messages of this definition' -r -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l contact -d 'Only messages to this contact' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l to -d 'Only messages to this address' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l since -d 'From then on: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l until -d 'Up to then: a date and time, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l after -d 'Only what came after this event' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx unsent"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -a list -d 'List the send definitions of a channel'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -a get -d 'Show a send definition'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -a create -d 'Create a send definition'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -a update -d 'Change some properties of a send definition; all others stay. Changes of an SMS take up to two minutes'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -a delete -d 'Archive a send definition for good. Its key can be used again'
complete -c mcctl -n '__mcctl_at "mcctl tx definition"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l status -d 'Only these' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx definition list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx definition get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l name -d 'Name; must be unique' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l status -d 'An inactive definition queues for up to three days' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l classification -d 'E-mail: a transactional send classification' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l asset -d 'E-mail, push: key or id of the Content Builder asset' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l app -d 'Push: id of the app' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l sound -d 'Push: the sound it makes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l badge -d 'Push: the badge of the app' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l message -d 'SMS: the text, with %%Attribute%% in it' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l list -d 'E-mail: external key of the list' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l data-extension -d 'E-mail: data extension that gets a row per message' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l short-code -d 'SMS: short code, or number with country code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l country-code -d 'SMS: country of the short code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l keyword -d 'SMS: keyword of the code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l add-subscribers -d 'Create contacts that are not known yet'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l update-subscribers -d 'Update known contacts'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l track-links -d 'E-mail: track clicks'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l cc -d 'E-mail: copies; '\'''\'' for none' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l bcc -d 'E-mail: blind copies; '\'''\'' for none' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l set -d 'Set any property: options.trackLinks=false' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l data -d 'The definition as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx definition create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l name -d 'Name; must be unique' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l status -d 'An inactive definition queues for up to three days' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l description -d 'Description' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l classification -d 'E-mail: a transactional send classification' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l asset -d 'E-mail, push: key or id of the Content Builder asset' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l app -d 'Push: id of the app' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l sound -d 'Push: the sound it makes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l badge -d 'Push: the badge of the app' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l message -d 'SMS: the text, with %%Attribute%% in it' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l list -d 'E-mail: external key of the list' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l data-extension -d 'E-mail: data extension that gets a row per message' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l short-code -d 'SMS: short code, or number with country code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l country-code -d 'SMS: country of the short code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l keyword -d 'SMS: keyword of the code' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l add-subscribers -d 'Create contacts that are not known yet'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l update-subscribers -d 'Update known contacts'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l track-links -d 'E-mail: track clicks'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l cc -d 'E-mail: copies; '\'''\'' for none' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l bcc -d 'E-mail: blind copies; '\'''\'' for none' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l set -d 'Set any property: options.trackLinks=false' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l data -d 'The definition as JSON or YAML; - for stdin. Flags win' -r -F
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx definition update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx definition delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx queue"' -a show -d 'Show how many messages wait, and for how long the oldest has'
complete -c mcctl -n '__mcctl_at "mcctl tx queue"' -a purge -d 'Drop every message that waits, for good. The definition must be inactive'
complete -c mcctl -n '__mcctl_at "mcctl tx queue"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx queue show"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -a '(__mcctl_live definitions)'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l channel -d 'Channel' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl tx queue purge"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -a list -d 'List From addresses and domains, with their state. UserDomain is the type of a single address'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -a add -d 'Add From addresses. A mail with a link goes to each, which verifies it'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -a update -d 'Say of From addresses, or domains, whether mail may be sent from them'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -a delete -d 'Delete From addresses. Domains cannot be deleted'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -a domain -d 'Domains that mail is sent from: their tokens, and who has them'
complete -c mcctl -n '__mcctl_at "mcctl from-address"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address add"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -l sendable -d 'Whether mail may be sent from them' -r -a 'true false'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain"' -a token -d 'Show the token that proves, in the DNS, that a domain is one'\''s own. It registers the domain'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain"' -a verify -d 'Tell whether a domain is registered; exit code 5 where it is not'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain"' -a push -d 'Copy registered domains to all business units below, and tell what became of each. The enterprise can'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain token"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain verify"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl from-address domain push"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a send -d 'Send a text to numbers, or with --from to every row of a file'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a status -d 'Show what became of a send, number by number'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a history -d 'Show the text that a number got in a send'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a list-send -d 'Send a text to the members of lists. They are the message'\''s own, or those named here in their place'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a list-send-status -d 'Show what became of a list send'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a list-send-report -d 'Ask for the report of a list send. It is written to the account'\''s FTP reports folder'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a queue-mo -d 'Play a text from handsets. So somebody opts in who signs up on a page or in an app'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a queue-mo-status -d 'Show the talk that followed a text from a handset'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a subscription -d 'List the subscriptions of numbers. Those that were ended are not told'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a import -d 'Import a CSV file into a list. Without --map the headings name the fields'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a import-status -d 'Show the state of an import'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a refresh-list -d 'Work out anew who is on a list'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a refresh-list-status -d 'Show when a list was refreshed. While PUBLISHED is empty, the refresh goes on'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a import-send -d 'Import people, and send them a text. They are subscribed to a keyword'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a import-send-status -d 'Show the state of an import with a send'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a import-send-report -d 'Ask for the report of an import with a send. It is written to the account'\''s FTP reports folder'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -a keyword -d 'Keywords of short and long codes'
complete -c mcctl -n '__mcctl_at "mcctl sms"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l to -d 'Number, with its country code; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l subscriber -d 'Number with its subscriber key, instead of --to' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l attr -d 'With --subscriber: a personalization string' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l region -d 'Country of numbers written without its code: US, DE' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l text -d 'With --override: this text instead of the message'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l override -d 'Send --text instead of the message'\''s text'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l content-url -d 'Picture or film of an MMS' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l subscribe -d 'Subscribe numbers that are not, to --keyword'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l resubscribe -d 'Subscribe numbers again that have left'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l keyword -d 'Keyword of the message'\''s code to subscribe to' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l send-time -d 'Send then: 2030-12-01T09:00-05:00; without offset, UTC' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l blackout -d 'Not within this window, such as 2200-0700' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l utc-offset -d 'Time zone of --blackout, such as -0500' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l wait -d 'Wait until it is known what became of it'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l from -d 'Every row of this CSV, TSV or JSONL file; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l map -d 'Column of mobileNumber, subscriberKey; others are attributes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l batch-size -d 'Numbers in a request; 250 if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l format -d 'What is in FILE, if its name does not tell' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l concurrency -d 'Requests at a time' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l max-rate -d 'At most so many rows a second' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l shard -d 'Only the Kth of N parts, split by recipient or key' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l results -d 'Write what became of each row to this JSONL file' -r -F
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l skip-invalid -d 'Refuse rows that do not fit, and take the others'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l allow-duplicates -d 'Take a recipient or key as often as FILE has it, not once'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l run -d 'Only as this run' -r -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l new-run -d 'Begin the file anew, instead of going on with it'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l message -d 'Encoded id of the message, as MobileConnect shows it' -r
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -l message -d 'Encoded id of the message, as MobileConnect shows it' -r
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -l token -d 'Token that the send was answered with' -r
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms history"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l list -d 'To this list instead of the message'\''s; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l exclude -d 'Not to members of this list, instead of the message'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l ignore-exclusions -d 'Leave nobody out'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l allow-duplicates -d 'A number on several lists gets several texts'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l text -d 'With --override: this text instead of the message'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l override -d 'Send --text instead of the message'\''s text'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l content-url -d 'Picture or film of an MMS' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l send-time -d 'Send then: 2030-12-01T09:00-05:00; without offset, UTC' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l blackout -d 'Not within this window, such as 2200-0700' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l utc-offset -d 'Time zone of --blackout, such as -0500' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l wait -d 'Wait until it is known what became of it'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l message -d 'Encoded id of the message, as MobileConnect shows it' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l message -d 'Encoded id of the message, as MobileConnect shows it' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l file-name -d 'Name of the file in the FTP reports folder' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms list-send-report"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l short-code -d 'The code that is texted' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l text -d 'What the handset sends: a keyword, YES, STOP' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l number -d 'The handset'\''s number; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l subscriber -d 'Number with its subscriber key, instead' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l region -d 'Country of numbers written without its code: US, DE' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -l deliveries -d 'Show the carriers'\'' codes of the answers, instead'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms queue-mo-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -l subscriber -d 'A subscriber key; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -l region -d 'Country of numbers written without its code: US, DE' -r
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms subscription"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l file-name -d 'CSV file in the account'\''s FTP import folder' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l short-code -d 'Code of --keyword' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l keyword -d 'Subscribe who is imported to this keyword' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l map -d '_MobileNumber=Phone, or the column'\''s number; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l header -d 'Whether the first row names the columns'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l notify -d 'Send a mail to this address at the end' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms import"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l list -d 'Encoded id of the list' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms import-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l list -d 'Encoded id of the list' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms refresh-list-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l keyword -d 'Keyword of the message'\''s code to subscribe them to' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l file-name -d 'CSV file in the account'\''s FTP import folder' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l data-extension -d 'Name of a data extension, in its place' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l map -d '_MobileNumber=Phone, or the column'\''s number; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l header -d 'Whether the first row of the file names the columns; it does'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l text -d 'With --override: this text instead of the message'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l override -d 'Send --text instead of the message'\''s text'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l notify -d 'Send a mail to this address at the end' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l allow-duplicates -d 'A number may get several texts'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l visible -d 'List the import in Marketing Cloud'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -l file-name -d 'Name of the file in the FTP reports folder' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms import-send-report"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword"' -a create -d 'Reserve a keyword. Its opt-in type is that of the message template behind it, which is set in MobileConnect'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword"' -a list -d 'List the keywords of every code, with what they are answered with'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword"' -a delete -d 'Remove a keyword, of a code or by its id'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l short-code -d 'The short code' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l country -d 'Country of the short code: US, DE' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l long-code -d 'The long code, in place of a short one' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l id -d 'KEYWORD is the encoded id'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l short-code -d 'The short code' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l country -d 'Country of the short code: US, DE' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l long-code -d 'The long code, in place of a short one' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl sms keyword delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push"' -a apps -d 'List the push apps'
complete -c mcctl -n '__mcctl_at "mcctl push"' -a list -d 'List push messages'
complete -c mcctl -n '__mcctl_at "mcctl push"' -a get -d 'Show a push message'
complete -c mcctl -n '__mcctl_at "mcctl push"' -a send -d 'Send a push message: to contacts, devices, tags, lists, or everybody'
complete -c mcctl -n '__mcctl_at "mcctl push"' -a status -d 'Show how far a send of a push message is'
complete -c mcctl -n '__mcctl_at "mcctl push"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl push apps"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l search -d 'Those whose name or key holds TEXT' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l modified-since -d 'Changed since a date, or 12h, 7d, 1d12h ago' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl push list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl push list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl push list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl push list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -a '(__mcctl_live push-messages)'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl push get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl push get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl push get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl push get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -a '(__mcctl_live push-messages)'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l contact -d 'Every device of this contact; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l device -d 'The device with this token; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l tag -d 'Devices with this tag; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l without-tag -d 'But not those with this tag; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l list -d 'Members of this list; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l data-extension -d 'Contacts in this data extension; repeatable' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l everybody -d 'Every user of the app'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l text -d 'This text instead of the message'\''s' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l title -d 'With --text: this title' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l subtitle -d 'With --text: this subtitle' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l send-time -d 'Not now: 2030-12-01T09:00Z, or local time' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl push send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -l message -d 'Id or name of the push message' -r -a '(__mcctl_live push-messages)'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -l audience -d 'Whom it was sent to' -r
complete -c mcctl -n '__mcctl_at "mcctl push status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl push status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl push status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl push status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl push status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -a list -d 'List the registered pages and channels'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -a get -d 'Show how a page or channel is registered; its secrets are never told'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -a send -d 'Send a message to one user: one content by Messenger, up to five by LINE'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -a status -d 'Show what became of a message'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -a register -d 'Register a Messenger page or LINE channel as a sender'
complete -c mcctl -n '__mcctl_at "mcctl chat"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l sender -d 'Id of the page or channel to send from' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l to -d 'Id of the user on the network' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l reference -d 'user_ref (messenger) or reply_token (LINE); goes before --to' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l text -d 'A text' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l image -d 'A picture' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l video -d 'A film' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l audio -d 'A sound' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l template -d 'An object in the network'\''s own format, JSON or YAML' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l contents -d 'All contents as a JSON or YAML list, in their order' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l alt-url -d 'LINE: preview of an --image or --video' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l duration -d 'LINE: length of an --audio' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l reusable -d 'Messenger: keep what is attached'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l subject -d 'Subject' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l messaging-type -d 'Messenger: RESPONSE, UPDATE, MESSAGE_TAG' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l tag -d 'With MESSAGE_TAG: the tag' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l notification -d 'Messenger: REGULAR, SILENT_PUSH, NO_PUSH' -r -a '(__mcctl_live types)'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l message-key -d 'Your own key; made up if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l group-key -d 'Your own key of a group of messages' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat send"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat register"' -a messenger -d 'Register a Facebook page, or overwrite its registration'
complete -c mcctl -n '__mcctl_at "mcctl chat register"' -a line -d 'Register a LINE channel, or overwrite its registration'
complete -c mcctl -n '__mcctl_at "mcctl chat register"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l app-id -d 'Id of the Facebook app' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l app-secret-file -d 'Read the app'\''s secret there; - for stdin. Asked for if not given' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l page-id -d 'Id of the page' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l page-name -d 'Name of the page' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l page-token-file -d 'Read the page'\''s access token there; - for stdin. Asked for if not given' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l endpoint-url -d 'The network'\''s URL for sends' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l verify-token-file -d 'Read the callback'\''s verify token there; - for stdin. Asked for if not given' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l active -d 'Whether it may be sent from'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat register messenger"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l channel-id -d 'Id of the channel' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l channel-name -d 'Name of the channel' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l channel-secret-file -d 'Read the channel'\''s secret there; - for stdin. Asked for if not given' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l connect-secret-file -d 'Read the secret of LINE'\''s Switcher API there, if it is used' -r -F
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l endpoint-url -d 'The network'\''s URL for sends' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l transactional -d 'Which kind of channel it is'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l test -d 'Whether it is a test channel'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l active -d 'Whether it may be sent from'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl chat register line"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization"' -a privacy -d 'Privacy states of profiles'
complete -c mcctl -n '__mcctl_at "mcctl personalization"' -a report -d 'Reports: recommendations in e-mails'
complete -c mcctl -n '__mcctl_at "mcctl personalization"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy"' -a set -d 'Set the privacy states of profiles'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy"' -a status -d 'Show what became of batches, change by change'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l org -d 'MID of the organization; that of the login if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l from -d 'CSV, TSV or JSONL with id and states, or JSON {id: [states]}' -r -F
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l format -d 'What is in FILE, if its name does not tell' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l map -d 'The column of id or states, where it is called otherwise' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l hash -d 'The ids are plain: send their hashes' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l batch-size -d 'Profiles in a request' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l confirm -d 'Confirm by name instead of being asked' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy set"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l org -d 'MID of the organization; that of the login if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l wait -d 'Wait until it has ended'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l wait-timeout -d 'Wait this long at most, such as 90s; 5m if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl personalization privacy status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization report"' -a download -d 'Download the recommendations in e-mails as CSV, counted per product and day'
complete -c mcctl -n '__mcctl_at "mcctl personalization report"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l start -d 'First day, such as 2026-01-01' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l end -d 'Last day' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l org -d 'MID of the organization; that of the login if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l out -d 'File to write to; made of the days if not given; - for stdout' -r -F
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l overwrite -d 'Replace a file that is there'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl personalization report download"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens"' -a verify -d 'Tell whether a notification comes from Marketing Cloud: exit code 0 if it is signed with the key, 2 if not'
complete -c mcctl -n '__mcctl_at "mcctl ens"' -a listen -d 'Receive notifications on this machine and print their events, until Ctrl-C'
complete -c mcctl -n '__mcctl_at "mcctl ens"' -a callback -d 'Callbacks: the URLs that Marketing Cloud notifies'
complete -c mcctl -n '__mcctl_at "mcctl ens"' -a subscription -d 'Subscriptions: which events a callback is told of'
complete -c mcctl -n '__mcctl_at "mcctl ens"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -F
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l signature -d 'Value of the header x-sfmc-ens-signature' -r
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l key-file -d 'The signature key is in this file; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l callback -d 'Id of the callback whose key counts' -r
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens verify"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l port -d 'Port on 127.0.0.1; 0 picks a free one' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l forward-to -d 'Pass every good notification on to this URL' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l callback -d 'Id of the callback whose key counts' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l key-file -d 'The signature key is in this file; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l host -d 'Name under which a tunnel is called; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l any-probe -d 'Take probes at any time, for callbacks made elsewhere than here'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l limit -d 'Stop after this many events' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens listen"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a list -d 'List the callbacks'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a get -d 'Show a callback'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a create -d 'Register a URL. It must answer a probe at once, and be verified within four hours'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a verify -d 'Prove that a callback is yours, with the key that its URL was sent'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a update -d 'Rename a callback or change its batch size; its URL cannot be changed. It takes up to two minutes'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a rotate-key -d 'Replace a callback'\''s signature key. The old one ends at once; the new one goes to the keyring'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -a delete -d 'Remove a callback. Its subscriptions must be deleted first'
complete -c mcctl -n '__mcctl_at "mcctl ens callback"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l name -d 'Name' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l url -d 'https URL without port and query; it is probed at once' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l max-batch-size -d 'Events in a notification, 100 to 1000' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l key-file -d 'Write the signature key to this file, that only you can read' -r -F
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -l verification-key -d 'The key that was posted; mcctl ens listen keeps it' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback verify"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l max-batch-size -d 'Events in a notification, 100 to 1000' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -l key-file -d 'Write the signature key to this file, that only you can read' -r -F
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback rotate-key"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens callback delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a list -d 'List subscriptions; without --callback those of every callback, with a request for each'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a get -d 'Show a subscription'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a create -d 'Subscribe a verified callback to events; it may take two minutes until the first is told'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a update -d 'Change what a subscription is told of: the events given replace the ones that it has, and so do the filters'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a pause -d 'Pause a subscription. What happens meanwhile is never told'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a resume -d 'Resume a paused subscription'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -a delete -d 'Remove a subscription'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -l callback -d 'Only those of this callback' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription get"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l name -d 'Name; must be unique' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l callback -d 'Id of a verified callback' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l event -d 'EmailSent, SmsBounced...; may be given often' -r -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l filter -d 'definitionKey=KEY, bounceCode=HARD, statusCode=5...; all must match' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription create"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l name -d 'New name' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l event -d 'EmailSent, SmsBounced...; may be given often' -r -a '(__mcctl_live events)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l filter -d 'definitionKey=KEY, bounceCode=HARD, statusCode=5...; all must match' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription update"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription pause"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription resume"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl ens subscription delete"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl bu"' -a list -d 'List the business units that are known: of the login, automations, profiles and the audit trail'
complete -c mcctl -n '__mcctl_at "mcctl bu"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl bu list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl audit"' -a list -d 'List changes, newest first: of what, and by whom'
complete -c mcctl -n '__mcctl_at "mcctl audit"' -a logins -d 'List logins, newest first'
complete -c mcctl -n '__mcctl_at "mcctl audit"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l since -d 'What came after: 2026-01-31, or 12h ago. Else 30 days' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l by -d 'Only of people whose name has this' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l type -d 'Only objects whose type has this: asset' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l search -d 'Only objects whose name or id has this' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l operation -d 'Only operations whose name has this: delete' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl audit list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l since -d 'What came after: 2026-01-31, or 12h ago. Else 30 days' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l by -d 'Only of people whose name has this' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l failed -d 'Only logins that did not succeed'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l limit -d 'Stop after this many' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl audit logins"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -l by -d 'Add up by this only; may be given often' -r -a 'day profile group'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -l since -d 'A date, or how long ago: 7d; 30d if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl usage"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl usage"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl usage"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl usage"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl usage"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl run"' -a list -d 'List the runs of this machine, oldest first. Rows that are not in any column yet were not sent'
complete -c mcctl -n '__mcctl_at "mcctl run"' -a show -d 'Show a run, or write what became of each of its rows'
complete -c mcctl -n '__mcctl_at "mcctl run"' -a resume -d 'Go on with a run where it stopped: the same command again, with the same file and login'
complete -c mcctl -n '__mcctl_at "mcctl run"' -a discard -d 'Forget a run, and what came from a stream with it'
complete -c mcctl -n '__mcctl_at "mcctl run"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl run list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl run list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl run list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl run list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl run list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl run list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl run list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl run list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -l results -d 'Write what became of each row to this JSONL file; - for stdout' -r -F
complete -c mcctl -n '__mcctl_at "mcctl run show"' -l refused-rows -d 'Write the refused rows to this file, as they stood; - for stdout' -r -F
complete -c mcctl -n '__mcctl_at "mcctl run show"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl run show"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl run show"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl run show"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl run show"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl run resume"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -a '(__mcctl_live runs)'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s y -l yes -d 'Do not ask for confirmation'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl run discard"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a login -d 'Log in to a tenant with a server-to-server integration, or to Personalization Builder with its API key'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a refresh -d 'Give a profile its new secret after the old one was rotated; all else of the login stays as it is'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a logout -d 'Forget a login: its profile, its secret and its token'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a list -d 'List the profiles of this machine; a star marks the one in use'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a switch -d 'Use another profile from now on'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a status -d 'Show who is logged in, where, with which rights, and which commands they are enough for'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -a token -d 'Print an access token, for another tool to use'
complete -c mcctl -n '__mcctl_at "mcctl auth"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l subdomain -d 'The tenant'\''s subdomain, or any of its URLs, pasted whole' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l client-id -d 'Client id of the installed package' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l client-secret-file -d 'Read the client secret there; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l account-id -d 'Business unit; the integration'\''s own if not given' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l scope -d 'Ask for these scopes only, separated by spaces' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l production -d 'Name the business unit before every write'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l auth-url -d 'Authentication host, instead of a subdomain' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l rest-url -d 'REST host, instead of a subdomain; for --type personalization its own' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l insecure-storage -d 'Keep the secret in a file of mode 0600, not in the OS keyring'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l type -d 'What to log in to' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l org -d 'personalization: MID of the organization' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l key-file -d 'personalization: read the API key there; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth login"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -l secret-file -d 'Read the new secret there; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth refresh"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth logout"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth switch"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth status"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl auth token"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl api"' -F
complete -c mcctl -n '__mcctl_at "mcctl api"' -s f -l field -d 'Set text in the body or query' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -s F -l typed-field -d 'The same with a JSON value, or @file for its text' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -l input -d 'The body, as JSON or YAML; - for stdin' -r -F
complete -c mcctl -n '__mcctl_at "mcctl api"' -s H -l header -d 'Send this header too' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -s i -l include -d 'Print the status and headers first'
complete -c mcctl -n '__mcctl_at "mcctl api"' -l paginate -d 'Fetch all pages and print one array'
complete -c mcctl -n '__mcctl_at "mcctl api"' -l dry-run -d 'Show the exact request as JSON; write nothing'
complete -c mcctl -n '__mcctl_at "mcctl api"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl api"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl api"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl api"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl api"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl api"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a serve -d 'Serve the emulator over HTTP, for any client, until Ctrl-C'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a reset -d 'Bring back the demo account, with empty logs and outbox, no faults, and the clock on time'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a load -d 'Make the emulator the account in a workspace: rehearse with your own'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a outbox -d 'Show the messages that were sent: rendered, and delivered to nobody'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a requests -d 'Show what the emulator received, oldest first; a request without status was cut off'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a clock -d 'Show the emulator'\''s clock, or put it ahead: tokens expire, waits elapse'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a profiles -d 'Show the profiles of Personalization Builder with their privacy states, and when they will be deleted'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a fault -d 'Make the emulator fail as a network or a platform in trouble would'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a event -d 'What readers do with e-mails, as if they had'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -a file -d 'Files in the account'\''s Enhanced FTP, which imports read'
complete -c mcctl -n '__mcctl_at "mcctl emulator"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -l port -d 'Port on 127.0.0.1; 0 picks a free one' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator serve"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator reset"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -l rows -d 'Rows: a table called KEY.csv, or JSON or YAML with a list for each key; several times' -r -F
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator load"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -l open -d 'Serve the messages as a page, and open it in the browser'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator outbox"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator requests"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -l advance -d 'Put the clock ahead: 90s, 20m, 2h, 1d12h' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator clock"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator profiles"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault"' -a add -d 'Add a fault rule. The first rule that matches a request wins'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault"' -a list -d 'List the fault rules, with how often each matched and was applied'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault"' -a clear -d 'Remove every fault rule'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l method -d 'Only requests of this method' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l path -d 'Only requests whose path matches' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l nth -d 'Only the nth such request' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l times -d 'At most this often' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l probability -d 'Only this share of them' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l seed -d 'Which of them: the same seed, the same ones' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l status -d 'Answer this status instead of processing it' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l header -d 'With --status: send this header' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l body -d 'With --status: this body, or @file' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l delay -d 'Answer this late: 2s, 1m' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l cut -d 'Cut it before or after processing, or mid-answer' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault add"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator fault clear"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator event"' -a open -d 'Let a reader open the newest e-mail to an address'
complete -c mcctl -n '__mcctl_at "mcctl emulator event"' -a click -d 'Let a reader click a link in the newest e-mail to an address'
complete -c mcctl -n '__mcctl_at "mcctl emulator event"' -a unsubscribe -d 'Let a reader unsubscribe by the newest e-mail to an address'
complete -c mcctl -n '__mcctl_at "mcctl emulator event"' -a complaint -d 'Let a reader complain about the newest e-mail to an address as spam'
complete -c mcctl -n '__mcctl_at "mcctl emulator event"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -l to -d 'An address that was sent to; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -l of -d 'Not the newest e-mail, but that of this definition, send or activity' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator event open"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l to -d 'An address that was sent to; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l of -d 'Not the newest e-mail, but that of this definition, send or activity' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l url -d 'The link' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator event click"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -l to -d 'An address that was sent to; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -l of -d 'Not the newest e-mail, but that of this definition, send or activity' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator event unsubscribe"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -l to -d 'An address that was sent to; may be given often' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -l of -d 'Not the newest e-mail, but that of this definition, send or activity' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator event complaint"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator file"' -a list -d 'List the files in the account'\''s Enhanced FTP: what imports read, and reports'
complete -c mcctl -n '__mcctl_at "mcctl emulator file"' -a add -d 'Put a file into the account'\''s Enhanced FTP, in the place of one of the same name'
complete -c mcctl -n '__mcctl_at "mcctl emulator file"' -a show -d 'Print a file of the account'\''s Enhanced FTP'
complete -c mcctl -n '__mcctl_at "mcctl emulator file"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator file list"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -F
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator file add"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl emulator file show"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl completion"' -a bash -d 'Print the script for bash'
complete -c mcctl -n '__mcctl_at "mcctl completion"' -a zsh -d 'Print the script for zsh'
complete -c mcctl -n '__mcctl_at "mcctl completion"' -a fish -d 'Print the script for fish'
complete -c mcctl -n '__mcctl_at "mcctl completion"' -a powershell -d 'Print the script for PowerShell'
complete -c mcctl -n '__mcctl_at "mcctl completion"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl completion bash"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl completion zsh"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl completion fish"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl completion powershell"' -s h -l help -d 'Show help'
complete -c mcctl -n '__mcctl_at "mcctl help"' -l man -d 'Write all pages as man pages into this folder' -r
complete -c mcctl -n '__mcctl_at "mcctl help"' -s p -l profile -d 'The login to use' -r -a '(__mcctl_live profiles)'
complete -c mcctl -n '__mcctl_at "mcctl help"' -l business-unit -d 'The business unit to work in' -r
complete -c mcctl -n '__mcctl_at "mcctl help"' -s o -l output -d 'How to print; tsv where stdout is no terminal' -r -a 'table json jsonl yaml csv tsv markdown'
complete -c mcctl -n '__mcctl_at "mcctl help"' -s q -l query -d 'Filter the data before it is printed' -r
complete -c mcctl -n '__mcctl_at "mcctl help"' -l no-input -d 'Never ask; fail naming the flag'
complete -c mcctl -n '__mcctl_at "mcctl help"' -l timeout -d 'Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes' -r
complete -c mcctl -n '__mcctl_at "mcctl help"' -s v -l verbose -d 'Tell each request on stderr'
complete -c mcctl -n '__mcctl_at "mcctl help"' -s h -l help -d 'Show help'
