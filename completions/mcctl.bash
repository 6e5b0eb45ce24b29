# Completion of mcctl for bash; made by: mcctl completion bash
_mcctl() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at=mcctl words='' live='' files='' i word
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at ${COMP_WORDS[i]}" in
      'mcctl asset'|'mcctl asset list'|'mcctl asset get'|'mcctl asset create'|'mcctl asset patch'|'mcctl asset delete'|'mcctl asset upload'|'mcctl asset download'|'mcctl asset types'|'mcctl folder'|'mcctl folder list'|'mcctl folder get'|'mcctl folder create'|'mcctl folder update'|'mcctl folder delete'|'mcctl auth'|'mcctl auth login'|'mcctl auth logout'|'mcctl auth list'|'mcctl auth switch'|'mcctl auth status'|'mcctl auth token'|'mcctl api'|'mcctl emulator'|'mcctl emulator serve'|'mcctl emulator reset'|'mcctl emulator outbox'|'mcctl emulator requests'|'mcctl emulator clock'|'mcctl emulator fault'|'mcctl emulator fault add'|'mcctl emulator fault list'|'mcctl emulator fault clear'|'mcctl completion'|'mcctl completion bash'|'mcctl completion zsh'|'mcctl completion fish'|'mcctl completion powershell') at="$at ${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at|$prev" in
    *'|--account-id') : ;;
    *'|--advance') : ;;
    *'|--auth-url') : ;;
    *'|--body') : ;;
    *'|--business-unit') : ;;
    *'|--channel') : ;;
    *'|--client-id') : ;;
    *'|--client-secret-file') files=yes ;;
    *'|--confirm') : ;;
    *'|--content') files=yes ;;
    *'|--cut') : ;;
    *'|--data') files=yes ;;
    *'|--delay') : ;;
    *'|--description') : ;;
    *'|--external-key') : ;;
    *'|--field') : ;;
    *'|--folder') live=folders ;;
    *'|--header') : ;;
    *'|--html') files=yes ;;
    *'|--input') files=yes ;;
    *'|--limit') : ;;
    *'|--method') : ;;
    *'|--modified-since') : ;;
    *'|--name') : ;;
    *'|--nth') : ;;
    *'|--output') words=$'table\njson\njsonl\nyaml\ncsv\ntsv' ;;
    *'|--parent') live=folders ;;
    *'|--path') : ;;
    *'|--port') : ;;
    *'|--preheader') : ;;
    *'|--probability') : ;;
    *'|--profile') live=profiles ;;
    *'|--query') : ;;
    *'|--rest-url') : ;;
    *'|--scope') : ;;
    *'|--seed') : ;;
    *'|--set') : ;;
    *'|--sort') : ;;
    *'|--status') : ;;
    *'|--subdomain') : ;;
    *'|--subject') : ;;
    *'|--text') files=yes ;;
    *'|--timeout') : ;;
    *'|--times') : ;;
    *'|--to') files=yes ;;
    *'|--type') live=types ;;
    *'|--typed-field') : ;;
    'mcctl asset types|--under') live=types ;;
    'mcctl folder list|--under') live=folders ;;
    *'|--view') : ;;
    *'|--where') : ;;
    *'|-F') : ;;
    *'|-H') : ;;
    *'|-f') : ;;
    *'|-o') words=$'table\njson\njsonl\nyaml\ncsv\ntsv' ;;
    *'|-p') live=profiles ;;
    *'|-q') : ;;
    *) case "$at|${cur:0:1}" in
      'mcctl|-') words=$'--version\n-h\n--help' ;;
      'mcctl|'*) words=$'asset\nfolder\nauth\napi\nemulator\ncompletion' ;;
      'mcctl asset|-') words=$'-h\n--help' ;;
      'mcctl asset|'*) words=$'list\nget\ncreate\npatch\ndelete\nupload\ndownload\ntypes' ;;
      'mcctl asset list|-') words=$'--type\n--folder\n--name\n--modified-since\n--where\n--sort\n--limit\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset list|'*) : ;;
      'mcctl asset get|-') words=$'--key\n--view\n--compiled\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset get|'*) live=assets ;;
      'mcctl asset create|-') words=$'--type\n--folder\n--name\n--external-key\n--description\n--subject\n--preheader\n--html\n--text\n--content\n--channel\n--set\n--data\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset create|'*) : ;;
      'mcctl asset patch|-') words=$'--key\n--folder\n--name\n--external-key\n--description\n--subject\n--preheader\n--html\n--text\n--content\n--channel\n--set\n--data\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset patch|'*) live=assets ;;
      'mcctl asset delete|-') words=$'--key\n--purge-cdn\n-y\n--yes\n--confirm\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset delete|'*) live=assets ;;
      'mcctl asset upload|-') words=$'--folder\n--name\n--external-key\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset upload|'*) files=yes ;;
      'mcctl asset download|-') words=$'--key\n--to\n--overwrite\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset download|'*) live=assets ;;
      'mcctl asset types|-') words=$'--under\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl asset types|'*) : ;;
      'mcctl folder|-') words=$'-h\n--help' ;;
      'mcctl folder|'*) words=$'list\nget\ncreate\nupdate\ndelete' ;;
      'mcctl folder list|-') words=$'--under\n--tree\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl folder list|'*) : ;;
      'mcctl folder get|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl folder get|'*) live=folders ;;
      'mcctl folder create|-') words=$'--parents\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl folder create|'*) files=yes ;;
      'mcctl folder update|-') words=$'--name\n--parent\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl folder update|'*) live=folders ;;
      'mcctl folder delete|-') words=$'-y\n--yes\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl folder delete|'*) live=folders ;;
      'mcctl auth|-') words=$'-h\n--help' ;;
      'mcctl auth|'*) words=$'login\nlogout\nlist\nswitch\nstatus\ntoken' ;;
      'mcctl auth login|-') words=$'--subdomain\n--client-id\n--client-secret-file\n--account-id\n--scope\n--production\n--auth-url\n--rest-url\n--insecure-storage\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth login|'*) : ;;
      'mcctl auth logout|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth logout|'*) : ;;
      'mcctl auth list|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth list|'*) : ;;
      'mcctl auth switch|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth switch|'*) live=profiles ;;
      'mcctl auth status|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth status|'*) : ;;
      'mcctl auth token|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl auth token|'*) : ;;
      'mcctl api|-') words=$'-f\n--field\n-F\n--typed-field\n--input\n-H\n--header\n-i\n--include\n--paginate\n--dry-run\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl api|'*) files=yes ;;
      'mcctl emulator|-') words=$'-h\n--help' ;;
      'mcctl emulator|'*) words=$'serve\nreset\noutbox\nrequests\nclock\nfault' ;;
      'mcctl emulator serve|-') words=$'--port\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator serve|'*) : ;;
      'mcctl emulator reset|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator reset|'*) : ;;
      'mcctl emulator outbox|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator outbox|'*) : ;;
      'mcctl emulator requests|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator requests|'*) : ;;
      'mcctl emulator clock|-') words=$'--advance\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator clock|'*) : ;;
      'mcctl emulator fault|-') words=$'-h\n--help' ;;
      'mcctl emulator fault|'*) words=$'add\nlist\nclear' ;;
      'mcctl emulator fault add|-') words=$'--method\n--path\n--nth\n--times\n--probability\n--seed\n--status\n--header\n--body\n--delay\n--cut\n-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator fault add|'*) : ;;
      'mcctl emulator fault list|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator fault list|'*) : ;;
      'mcctl emulator fault clear|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl emulator fault clear|'*) : ;;
      'mcctl completion|-') words=$'-h\n--help' ;;
      'mcctl completion|'*) words=$'bash\nzsh\nfish\npowershell' ;;
      'mcctl completion bash|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl completion bash|'*) : ;;
      'mcctl completion zsh|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl completion zsh|'*) : ;;
      'mcctl completion fish|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl completion fish|'*) : ;;
      'mcctl completion powershell|-') words=$'-p\n--profile\n--business-unit\n-o\n--output\n-q\n--query\n--no-input\n--timeout\n-v\n--verbose\n-h\n--help' ;;
      'mcctl completion powershell|'*) : ;;
    esac ;;
  esac
  local IFS=$'\n'
  [ -z "$live" ] || words="$words"$'\n'$(mcctl completion values "$live" --no-input 2>/dev/null)
  for word in $words; do
    [ "${word#"$cur"}" = "$word" ] && [ -n "$cur" ] || COMPREPLY+=("$(printf '%q' "$word")")
  done
  if [ -n "$files" ]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -F _mcctl mcctl
