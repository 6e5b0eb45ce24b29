# Completion of mcctl for PowerShell; made by: mcctl completion powershell
Register-ArgumentCompleter -Native -CommandName mcctl -ScriptBlock {
    param($word, $ast, $position)
    $places = @{
        'mcctl' = @{ words = @('asset', 'folder', 'de', 'event', 'journey', 'automation', 'query', 'script', 'import', 'file-transfer', 'data-extract', 'file-location', 'workspace', 'campaign', 'contact', 'tx', 'from-address', 'sms', 'push', 'chat', 'personalization', 'ens', 'bu', 'audit', 'usage', 'run', 'auth', 'api', 'emulator', 'completion', 'help', '--version', '-h', '--help'); live = '' }
        'mcctl asset' = @{ words = @('list', 'get', 'create', 'patch', 'delete', 'deleted', 'upload', 'send-test', 'download', 'check', 'preview', 'types', '-h', '--help'); live = '' }
        'mcctl asset list' = @{ words = @('--type', '--folder', '--recursive', '--search', '--modified-since', '--where', '--sort', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset get' = @{ words = @('--key', '--view', '--compiled', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl asset create' = @{ words = @('--type', '--folder', '--name', '--external-key', '--description', '--subject', '--preheader', '--html', '--text-part', '--content', '--channel', '--set', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset patch' = @{ words = @('--key', '--folder', '--file', '--name', '--external-key', '--description', '--subject', '--preheader', '--html', '--text-part', '--content', '--channel', '--set', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl asset delete' = @{ words = @('--key', '--purge-cdn', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl asset deleted' = @{ words = @('--since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset upload' = @{ words = @('--folder', '--name', '--external-key', '--rewrite', '--out', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset send-test' = @{ words = @('--key', '--to', '--contact', '--row', '--attr', '--wait-timeout', '--cleanup', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl asset download' = @{ words = @('--key', '--out', '--overwrite', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl asset check' = @{ words = @('--key', '--transactional', '--local', '--contact', '--row', '--attr', '--context', '--stub', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset preview' = @{ words = @('--key', '--view', '--as', '--out', '--port', '--no-open', '--watch', '--contact', '--row', '--attr', '--context', '--stub', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl asset types' = @{ words = @('--under', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl folder' = @{ words = @('list', 'get', 'create', 'update', 'delete', '-h', '--help'); live = '' }
        'mcctl folder list' = @{ words = @('--under', '--tree', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl folder get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'folders' }
        'mcctl folder create' = @{ words = @('--parents', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl folder update' = @{ words = @('--name', '--parent', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'folders' }
        'mcctl folder delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'folders' }
        'mcctl de' = @{ words = @('list', 'get', 'create', 'copy', 'clear', 'delete', 'rows', 'upsert', 'delete-row', 'status', 'import', 'field', 'folder', '-h', '--help'); live = '' }
        'mcctl de list' = @{ words = @('--search', '--folder', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de create' = @{ words = @('--field', '--key-field', '--sendable-on', '--name', '--description', '--folder', '--data', '--retention', '--retention-of', '--retention-reset', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de copy' = @{ words = @('--to-business-unit', '--name', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de clear' = @{ words = @('--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de rows' = @{ words = @('--columns', '--where', '--sort', '--limit', '--all', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de upsert' = @{ words = @('--set', '--data', '--primary-key', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de delete-row' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de import' = @{ words = @('--mode', '--batch-size', '--wait-timeout', '--map', '--leave-out', '--format', '--concurrency', '--max-rate', '--shard', '--results', '--skip-invalid', '--allow-duplicates', '--run', '--new-run', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de field' = @{ words = @('list', 'add', '-h', '--help'); live = '' }
        'mcctl de field list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de field add' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl de folder' = @{ words = @('list', '-h', '--help'); live = '' }
        'mcctl de folder list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl event' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'fire', 'status', '-h', '--help'); live = '' }
        'mcctl event list' = @{ words = @('--search', '--modified-since', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl event get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'events' }
        'mcctl event create' = @{ words = @('--name', '--data-extension', '--type', '--description', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'events' }
        'mcctl event update' = @{ words = @('--name', '--new-key', '--data-extension', '--description', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'events' }
        'mcctl event delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'events' }
        'mcctl event fire' = @{ words = @('--contact', '--set', '--data-file', '--from', '--batch-size', '--map', '--leave-out', '--format', '--concurrency', '--max-rate', '--shard', '--results', '--skip-invalid', '--allow-duplicates', '--run', '--new-run', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'events' }
        'mcctl event status' = @{ words = @('--contact', '--request', '--event', '--type', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl journey' = @{ words = @('list', 'get', 'draw', 'new', 'create', 'update', 'delete', 'status', 'history', 'audit', 'validate', 'publish', 'pause', 'resume', 'stop', 'exit', '-h', '--help'); live = '' }
        'mcctl journey list' = @{ words = @('--status', '--search', '--tag', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl journey get' = @{ words = @('--version', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey draw' = @{ words = @('--data', '--version', '--mermaid', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl journey new' = @{ words = @('--event', '--step', '--split', '--name', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'assets' }
        'mcctl journey create' = @{ words = @('--data', '--key', '--name', '--set', '--example', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl journey update' = @{ words = @('--data', '--name', '--set', '--new-version', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey delete' = @{ words = @('--version', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey status' = @{ words = @('--publication', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey history' = @{ words = @('--contact', '--email', '--status', '--since', '--until', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey audit' = @{ words = @('--action', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey validate' = @{ words = @('--version', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey publish' = @{ words = @('--version', '--wait', '--wait-timeout', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey pause' = @{ words = @('--version', '--all-versions', '--for', '--then', '--extend-waits', '--keep-entries', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey resume' = @{ words = @('--version', '--all-versions', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey stop' = @{ words = @('--version', '--all-versions', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl journey exit' = @{ words = @('--contact', '--version', '--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'journeys' }
        'mcctl automation' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'run', 'status', 'history', 'pause', 'resume', 'schedule', 'health', 'notification', '-h', '--help'); live = '' }
        'mcctl automation list' = @{ words = @('--search', '--status', '--failing', '--not-run-since', '--folder', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl automation get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation create' = @{ words = @('--data', '--key', '--name', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl automation update' = @{ words = @('--data', '--name', '--description', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation run' = @{ words = @('--wait', '--wait-timeout', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation history' = @{ words = @('--limit', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation pause' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation resume' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation schedule' = @{ words = @('--start', '--zone', '--every', '--rule', '--until', '--times', '--paused', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation health' = @{ words = @('--check', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl automation notification' = @{ words = @('get', 'set', '-h', '--help'); live = '' }
        'mcctl automation notification get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl automation notification set' = @{ words = @('--on-error', '--on-complete', '--text', '--none', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'automations' }
        'mcctl query' = @{ words = @('run', 'validate', 'list', 'get', 'create', 'update', 'delete', 'views', 'cleanup', '-h', '--help'); live = '' }
        'mcctl query run' = @{ words = @('--sql', '--file', '--columns', '--keep', '--limit', '--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'queries' }
        'mcctl query validate' = @{ words = @('--sql', '--file', '--target', '--mode', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl query list' = @{ words = @('--search', '--modified-since', '--limit', '--folder', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl query get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'queries' }
        'mcctl query create' = @{ words = @('--sql', '--file', '--target', '--mode', '--name', '--description', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'queries' }
        'mcctl query update' = @{ words = @('--sql', '--file', '--target', '--mode', '--name', '--new-key', '--description', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'queries' }
        'mcctl query delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'queries' }
        'mcctl query views' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl query cleanup' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl script' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'run', 'log', '-h', '--help'); live = '' }
        'mcctl script list' = @{ words = @('--search', '--modified-since', '--limit', '--folder', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl script get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl script create' = @{ words = @('--file', '--name', '--description', '--folder', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl script update' = @{ words = @('--file', '--name', '--description', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl script delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl script run' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl script log' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'scripts' }
        'mcctl import' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'run', 'log', '-h', '--help'); live = '' }
        'mcctl import list' = @{ words = @('--search', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl import get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl import create' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl import update' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl import delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl import run' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl import log' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'imports' }
        'mcctl file-transfer' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'run', 'log', '-h', '--help'); live = '' }
        'mcctl file-transfer list' = @{ words = @('--search', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl file-transfer get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl file-transfer create' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl file-transfer update' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl file-transfer delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl file-transfer run' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl file-transfer log' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'file-transfers' }
        'mcctl data-extract' = @{ words = @('list', 'get', 'create', 'update', 'delete', 'run', 'log', '-h', '--help'); live = '' }
        'mcctl data-extract list' = @{ words = @('--search', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl data-extract get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl data-extract create' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl data-extract update' = @{ words = @('--data', '--set', '--name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl data-extract delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl data-extract run' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl data-extract log' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'data-extracts' }
        'mcctl file-location' = @{ words = @('list', 'get', '-h', '--help'); live = '' }
        'mcctl file-location list' = @{ words = @('--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl file-location get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace' = @{ words = @('init', 'pull', 'status', 'usages', 'unused', 'inventory', 'lint', 'diff', 'plan', 'apply', 'push', 'promote', 'match', 'rename', 'rollback', '-h', '--help'); live = '' }
        'mcctl workspace init' = @{ words = @('--target', '--home', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace pull' = @{ words = @('--target', '--deep', '--full', '--mine', '--theirs', '--markers', '--no-files', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace status' = @{ words = @('--target', '--offline', '--check', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace usages' = @{ words = @('--deep', '--forward', '--live', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace unused' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace inventory' = @{ words = @('--live', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace lint' = @{ words = @('--rule', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace diff' = @{ words = @('--target', '--incoming', '--stat', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace plan' = @{ words = @('--target', '--out', '--check', '--deep', '--prune', '--new-version', '--publish', '--overwrite-drift', '--recreate', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace apply' = @{ words = @('--results', '--run', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace push' = @{ words = @('--target', '--results', '--deep', '--prune', '--new-version', '--publish', '--overwrite-drift', '--recreate', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace promote' = @{ words = @('--from', '--to', '--results', '--deep', '--prune', '--new-version', '--publish', '--overwrite-drift', '--recreate', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace match' = @{ words = @('--target', '--by', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace rename' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl workspace rollback' = @{ words = @('--out', '--results', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'runs' }
        'mcctl campaign' = @{ words = @('list', 'get', 'create', 'delete', 'attached', 'attach', 'detach', '-h', '--help'); live = '' }
        'mcctl campaign list' = @{ words = @('--search', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign create' = @{ words = @('--code', '--description', '--color', '--favorite', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign attached' = @{ words = @('--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign attach' = @{ words = @('--type', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl campaign detach' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact' = @{ words = @('create', 'update', 'get', 'search', 'validate-email', 'timeline', 'journeys', 'delete', 'delete-status', 'restrict', 'restrict-status', 'schema', 'preference', '-h', '--help'); live = '' }
        'mcctl contact create' = @{ words = @('--email', '--mobile', '--locale', '--attr', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact update' = @{ words = @('--email', '--mobile', '--locale', '--attr', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact search' = @{ words = @('--email', '--channel', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact validate-email' = @{ words = @('--validator', '--check', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact timeline' = @{ words = @('--email', '--since', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact journeys' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact delete' = @{ words = @('--data-extension', '--wait', '--wait-timeout', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact delete-status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact restrict' = @{ words = @('--data-extension', '--wait', '--wait-timeout', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact restrict-status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact schema' = @{ words = @('--versions', '--groups', '--rows', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact preference' = @{ words = @('get', 'set', '-h', '--help'); live = '' }
        'mcctl contact preference get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl contact preference set' = @{ words = @('--tracking', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl tx' = @{ words = @('send', 'status', 'trigger', 'unsent', 'definition', 'queue', '-h', '--help'); live = '' }
        'mcctl tx send' = @{ words = @('--to', '--contact', '--message-key', '--attr', '--channel', '--message', '--resubscribe', '--queue-anyway', '--wait', '--wait-timeout', '--from', '--map', '--batch-size', '--format', '--concurrency', '--max-rate', '--shard', '--results', '--skip-invalid', '--allow-duplicates', '--run', '--new-run', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx status' = @{ words = @('--channel', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl tx trigger' = @{ words = @('--to', '--contact', '--attr', '--from-address', '--from-name', '--at-once', '--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl tx unsent' = @{ words = @('--channel', '--definition', '--contact', '--to', '--since', '--until', '--after', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl tx definition' = @{ words = @('list', 'get', 'create', 'update', 'delete', '-h', '--help'); live = '' }
        'mcctl tx definition list' = @{ words = @('--channel', '--status', '--modified-since', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl tx definition get' = @{ words = @('--channel', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx definition create' = @{ words = @('--channel', '--name', '--status', '--description', '--classification', '--asset', '--app', '--sound', '--badge', '--message', '--list', '--data-extension', '--short-code', '--country-code', '--keyword', '--add-subscribers', '--update-subscribers', '--track-links', '--cc', '--bcc', '--set', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx definition update' = @{ words = @('--channel', '--name', '--status', '--description', '--classification', '--asset', '--app', '--sound', '--badge', '--message', '--list', '--data-extension', '--short-code', '--country-code', '--keyword', '--add-subscribers', '--update-subscribers', '--track-links', '--cc', '--bcc', '--set', '--data', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx definition delete' = @{ words = @('--channel', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx queue' = @{ words = @('show', 'purge', '-h', '--help'); live = '' }
        'mcctl tx queue show' = @{ words = @('--channel', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl tx queue purge' = @{ words = @('--channel', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'definitions' }
        'mcctl from-address' = @{ words = @('list', 'add', 'update', 'delete', 'domain', '-h', '--help'); live = '' }
        'mcctl from-address list' = @{ words = @('--search', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address add' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address update' = @{ words = @('--sendable', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address domain' = @{ words = @('token', 'verify', 'push', '-h', '--help'); live = '' }
        'mcctl from-address domain token' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address domain verify' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl from-address domain push' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms' = @{ words = @('send', 'status', 'history', 'list-send', 'list-send-status', 'list-send-report', 'queue-mo', 'queue-mo-status', 'subscription', 'import', 'import-status', 'refresh-list', 'refresh-list-status', 'import-send', 'import-send-status', 'import-send-report', 'keyword', '-h', '--help'); live = '' }
        'mcctl sms send' = @{ words = @('--to', '--subscriber', '--attr', '--region', '--text', '--override', '--content-url', '--subscribe', '--resubscribe', '--keyword', '--send-time', '--blackout', '--utc-offset', '--wait', '--wait-timeout', '--from', '--map', '--batch-size', '--format', '--concurrency', '--max-rate', '--shard', '--results', '--skip-invalid', '--allow-duplicates', '--run', '--new-run', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms status' = @{ words = @('--message', '--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms history' = @{ words = @('--message', '--token', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms list-send' = @{ words = @('--list', '--exclude', '--ignore-exclusions', '--allow-duplicates', '--text', '--override', '--content-url', '--send-time', '--blackout', '--utc-offset', '--wait', '--wait-timeout', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms list-send-status' = @{ words = @('--message', '--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms list-send-report' = @{ words = @('--message', '--file-name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms queue-mo' = @{ words = @('--short-code', '--text', '--number', '--subscriber', '--region', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms queue-mo-status' = @{ words = @('--deliveries', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms subscription' = @{ words = @('--subscriber', '--region', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms import' = @{ words = @('--file-name', '--short-code', '--keyword', '--map', '--header', '--notify', '--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms import-status' = @{ words = @('--list', '--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms refresh-list' = @{ words = @('--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms refresh-list-status' = @{ words = @('--list', '--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms import-send' = @{ words = @('--keyword', '--file-name', '--data-extension', '--map', '--header', '--text', '--override', '--notify', '--allow-duplicates', '--visible', '--wait', '--wait-timeout', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms import-send-status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms import-send-report' = @{ words = @('--file-name', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms keyword' = @{ words = @('create', 'list', 'delete', '-h', '--help'); live = '' }
        'mcctl sms keyword create' = @{ words = @('--short-code', '--country', '--long-code', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms keyword list' = @{ words = @('--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl sms keyword delete' = @{ words = @('--id', '--short-code', '--country', '--long-code', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl push' = @{ words = @('apps', 'list', 'get', 'send', 'status', '-h', '--help'); live = '' }
        'mcctl push apps' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl push list' = @{ words = @('--search', '--modified-since', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl push get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'push-messages' }
        'mcctl push send' = @{ words = @('--contact', '--device', '--tag', '--without-tag', '--list', '--data-extension', '--everybody', '--text', '--title', '--subtitle', '--send-time', '-y', '--yes', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'push-messages' }
        'mcctl push status' = @{ words = @('--message', '--audience', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat' = @{ words = @('list', 'get', 'send', 'status', 'register', '-h', '--help'); live = '' }
        'mcctl chat list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat send' = @{ words = @('--sender', '--to', '--reference', '--text', '--image', '--video', '--audio', '--template', '--contents', '--alt-url', '--duration', '--reusable', '--subject', '--messaging-type', '--tag', '--notification', '--message-key', '--group-key', '--wait', '--wait-timeout', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat status' = @{ words = @('--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat register' = @{ words = @('messenger', 'line', '-h', '--help'); live = '' }
        'mcctl chat register messenger' = @{ words = @('--app-id', '--app-secret-file', '--page-id', '--page-name', '--page-token-file', '--endpoint-url', '--verify-token-file', '--active', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl chat register line' = @{ words = @('--channel-id', '--channel-name', '--channel-secret-file', '--connect-secret-file', '--endpoint-url', '--transactional', '--test', '--active', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl personalization' = @{ words = @('privacy', 'report', '-h', '--help'); live = '' }
        'mcctl personalization privacy' = @{ words = @('set', 'status', '-h', '--help'); live = '' }
        'mcctl personalization privacy set' = @{ words = @('--org', '--from', '--format', '--map', '--hash', '--batch-size', '--wait', '--wait-timeout', '--confirm', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl personalization privacy status' = @{ words = @('--org', '--wait', '--wait-timeout', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl personalization report' = @{ words = @('download', '-h', '--help'); live = '' }
        'mcctl personalization report download' = @{ words = @('--start', '--end', '--org', '--out', '--overwrite', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens' = @{ words = @('verify', 'listen', 'callback', 'subscription', '-h', '--help'); live = '' }
        'mcctl ens verify' = @{ words = @('--signature', '--key-file', '--callback', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens listen' = @{ words = @('--port', '--forward-to', '--callback', '--key-file', '--host', '--any-probe', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback' = @{ words = @('list', 'get', 'create', 'verify', 'update', 'rotate-key', 'delete', '-h', '--help'); live = '' }
        'mcctl ens callback list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback create' = @{ words = @('--name', '--url', '--max-batch-size', '--key-file', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback verify' = @{ words = @('--verification-key', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback update' = @{ words = @('--name', '--max-batch-size', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback rotate-key' = @{ words = @('--key-file', '-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens callback delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription' = @{ words = @('list', 'get', 'create', 'update', 'pause', 'resume', 'delete', '-h', '--help'); live = '' }
        'mcctl ens subscription list' = @{ words = @('--callback', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription get' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription create' = @{ words = @('--name', '--callback', '--event', '--filter', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription update' = @{ words = @('--name', '--event', '--filter', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription pause' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription resume' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl ens subscription delete' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl bu' = @{ words = @('list', '-h', '--help'); live = '' }
        'mcctl bu list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl audit' = @{ words = @('list', 'logins', '-h', '--help'); live = '' }
        'mcctl audit list' = @{ words = @('--since', '--by', '--type', '--search', '--operation', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl audit logins' = @{ words = @('--since', '--by', '--failed', '--limit', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl usage' = @{ words = @('--by', '--since', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl run' = @{ words = @('list', 'show', 'resume', 'discard', '-h', '--help'); live = '' }
        'mcctl run list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl run show' = @{ words = @('--results', '--refused-rows', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'runs' }
        'mcctl run resume' = @{ words = @('--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'runs' }
        'mcctl run discard' = @{ words = @('-y', '--yes', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'runs' }
        'mcctl auth' = @{ words = @('login', 'refresh', 'logout', 'list', 'switch', 'status', 'token', '-h', '--help'); live = '' }
        'mcctl auth login' = @{ words = @('--subdomain', '--client-id', '--client-secret-file', '--account-id', '--scope', '--production', '--auth-url', '--rest-url', '--insecure-storage', '--type', '--org', '--key-file', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl auth refresh' = @{ words = @('--secret-file', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl auth logout' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl auth list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl auth switch' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = 'profiles' }
        'mcctl auth status' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl auth token' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl api' = @{ words = @('-f', '--field', '-F', '--typed-field', '--input', '-H', '--header', '-i', '--include', '--paginate', '--dry-run', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator' = @{ words = @('serve', 'reset', 'load', 'outbox', 'requests', 'clock', 'profiles', 'fault', 'event', 'file', '-h', '--help'); live = '' }
        'mcctl emulator serve' = @{ words = @('--port', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator reset' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator load' = @{ words = @('--rows', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator outbox' = @{ words = @('--open', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator requests' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator clock' = @{ words = @('--advance', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator profiles' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator fault' = @{ words = @('add', 'list', 'clear', '-h', '--help'); live = '' }
        'mcctl emulator fault add' = @{ words = @('--method', '--path', '--nth', '--times', '--probability', '--seed', '--status', '--header', '--body', '--delay', '--cut', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator fault list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator fault clear' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator event' = @{ words = @('open', 'click', 'unsubscribe', 'complaint', '-h', '--help'); live = '' }
        'mcctl emulator event open' = @{ words = @('--to', '--of', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator event click' = @{ words = @('--to', '--of', '--url', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator event unsubscribe' = @{ words = @('--to', '--of', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator event complaint' = @{ words = @('--to', '--of', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator file' = @{ words = @('list', 'add', 'show', '-h', '--help'); live = '' }
        'mcctl emulator file list' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator file add' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl emulator file show' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl completion' = @{ words = @('bash', 'zsh', 'fish', 'powershell', '-h', '--help'); live = '' }
        'mcctl completion bash' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl completion zsh' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl completion fish' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl completion powershell' = @{ words = @('-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
        'mcctl help' = @{ words = @('--man', '-p', '--profile', '--business-unit', '-o', '--output', '-q', '--query', '--no-input', '--timeout', '-v', '--verbose', '-h', '--help'); live = '' }
    }
    $values = @{
        '*|--account-id' = @{ words = @(); live = '' }
        '*|--action' = @{ words = @(); live = '' }
        '*|--advance' = @{ words = @(); live = '' }
        '*|--after' = @{ words = @(); live = '' }
        '*|--alt-url' = @{ words = @(); live = '' }
        '*|--app' = @{ words = @(); live = '' }
        '*|--app-id' = @{ words = @(); live = '' }
        '*|--app-secret-file' = @{ words = @(); live = '' }
        '*|--as' = @{ words = @(); live = '' }
        '*|--asset' = @{ words = @(); live = '' }
        '*|--attr' = @{ words = @(); live = '' }
        '*|--audience' = @{ words = @(); live = '' }
        '*|--audio' = @{ words = @(); live = '' }
        '*|--auth-url' = @{ words = @(); live = '' }
        '*|--badge' = @{ words = @(); live = '' }
        '*|--batch-size' = @{ words = @(); live = '' }
        '*|--bcc' = @{ words = @(); live = '' }
        '*|--blackout' = @{ words = @(); live = '' }
        '*|--body' = @{ words = @(); live = '' }
        '*|--business-unit' = @{ words = @(); live = '' }
        'mcctl workspace match|--by' = @{ words = @('key', 'name', 'content'); live = '' }
        'mcctl audit list|--by' = @{ words = @(); live = '' }
        'mcctl audit logins|--by' = @{ words = @(); live = '' }
        'mcctl usage|--by' = @{ words = @('day', 'profile', 'group'); live = '' }
        '*|--callback' = @{ words = @(); live = '' }
        '*|--cc' = @{ words = @(); live = '' }
        '*|--channel' = @{ words = @(); live = '' }
        '*|--channel-id' = @{ words = @(); live = '' }
        '*|--channel-name' = @{ words = @(); live = '' }
        '*|--channel-secret-file' = @{ words = @(); live = '' }
        '*|--classification' = @{ words = @(); live = '' }
        '*|--client-id' = @{ words = @(); live = '' }
        '*|--client-secret-file' = @{ words = @(); live = '' }
        '*|--code' = @{ words = @(); live = '' }
        '*|--color' = @{ words = @(); live = '' }
        '*|--columns' = @{ words = @(); live = '' }
        '*|--concurrency' = @{ words = @(); live = '' }
        '*|--confirm' = @{ words = @(); live = '' }
        '*|--connect-secret-file' = @{ words = @(); live = '' }
        '*|--contact' = @{ words = @(); live = '' }
        '*|--content' = @{ words = @(); live = '' }
        '*|--content-url' = @{ words = @(); live = '' }
        '*|--contents' = @{ words = @(); live = '' }
        '*|--context' = @{ words = @(); live = '' }
        '*|--country' = @{ words = @(); live = '' }
        '*|--country-code' = @{ words = @(); live = '' }
        '*|--cut' = @{ words = @(); live = '' }
        '*|--data' = @{ words = @(); live = '' }
        '*|--data-extension' = @{ words = @(); live = '' }
        '*|--data-file' = @{ words = @(); live = '' }
        '*|--definition' = @{ words = @(); live = 'definitions' }
        '*|--delay' = @{ words = @(); live = '' }
        '*|--description' = @{ words = @(); live = '' }
        '*|--device' = @{ words = @(); live = '' }
        '*|--duration' = @{ words = @(); live = '' }
        '*|--email' = @{ words = @(); live = '' }
        '*|--end' = @{ words = @(); live = '' }
        '*|--endpoint-url' = @{ words = @(); live = '' }
        '*|--event' = @{ words = @(); live = 'events' }
        '*|--every' = @{ words = @(); live = '' }
        '*|--example' = @{ words = @('wait', 'split', 'sms', 'multi'); live = '' }
        '*|--exclude' = @{ words = @(); live = '' }
        '*|--external-key' = @{ words = @(); live = '' }
        '*|--field' = @{ words = @(); live = '' }
        '*|--file' = @{ words = @(); live = '' }
        '*|--file-name' = @{ words = @(); live = '' }
        '*|--filter' = @{ words = @(); live = '' }
        '*|--folder' = @{ words = @(); live = 'folders' }
        '*|--for' = @{ words = @(); live = '' }
        '*|--format' = @{ words = @(); live = '' }
        '*|--forward-to' = @{ words = @(); live = '' }
        'mcctl event fire|--from' = @{ words = @(); live = '' }
        'mcctl tx send|--from' = @{ words = @(); live = '' }
        'mcctl sms send|--from' = @{ words = @(); live = '' }
        'mcctl personalization privacy set|--from' = @{ words = @(); live = '' }
        'mcctl workspace promote|--from' = @{ words = @(); live = '' }
        '*|--from-address' = @{ words = @(); live = '' }
        '*|--from-name' = @{ words = @(); live = '' }
        '*|--group-key' = @{ words = @(); live = '' }
        '*|--hash' = @{ words = @(); live = '' }
        '*|--header' = @{ words = @(); live = '' }
        '*|--home' = @{ words = @(); live = '' }
        '*|--host' = @{ words = @(); live = '' }
        '*|--html' = @{ words = @(); live = '' }
        '*|--image' = @{ words = @(); live = '' }
        '*|--input' = @{ words = @(); live = '' }
        '*|--keep' = @{ words = @(); live = '' }
        '*|--key' = @{ words = @(); live = '' }
        '*|--key-field' = @{ words = @(); live = '' }
        '*|--key-file' = @{ words = @(); live = '' }
        '*|--keyword' = @{ words = @(); live = '' }
        '*|--leave-out' = @{ words = @(); live = '' }
        '*|--limit' = @{ words = @(); live = '' }
        '*|--list' = @{ words = @(); live = '' }
        '*|--locale' = @{ words = @(); live = '' }
        '*|--long-code' = @{ words = @(); live = '' }
        '*|--man' = @{ words = @(); live = '' }
        '*|--map' = @{ words = @(); live = '' }
        '*|--max-batch-size' = @{ words = @(); live = '' }
        '*|--max-rate' = @{ words = @(); live = '' }
        'mcctl tx send|--message' = @{ words = @(); live = '' }
        'mcctl tx definition create|--message' = @{ words = @(); live = '' }
        'mcctl tx definition update|--message' = @{ words = @(); live = '' }
        'mcctl sms status|--message' = @{ words = @(); live = '' }
        'mcctl sms history|--message' = @{ words = @(); live = '' }
        'mcctl sms list-send-status|--message' = @{ words = @(); live = '' }
        'mcctl sms list-send-report|--message' = @{ words = @(); live = '' }
        'mcctl push status|--message' = @{ words = @(); live = 'push-messages' }
        '*|--message-key' = @{ words = @(); live = '' }
        '*|--messaging-type' = @{ words = @(); live = 'types' }
        '*|--method' = @{ words = @(); live = '' }
        '*|--mobile' = @{ words = @(); live = '' }
        '*|--mode' = @{ words = @(); live = '' }
        '*|--modified-since' = @{ words = @(); live = '' }
        '*|--name' = @{ words = @(); live = '' }
        '*|--new-key' = @{ words = @(); live = '' }
        '*|--not-run-since' = @{ words = @(); live = '' }
        '*|--notification' = @{ words = @(); live = 'types' }
        '*|--notify' = @{ words = @(); live = '' }
        '*|--nth' = @{ words = @(); live = '' }
        '*|--number' = @{ words = @(); live = '' }
        '*|--of' = @{ words = @(); live = '' }
        '*|--on-complete' = @{ words = @(); live = '' }
        '*|--on-error' = @{ words = @(); live = '' }
        '*|--operation' = @{ words = @(); live = '' }
        '*|--org' = @{ words = @(); live = '' }
        'mcctl asset upload|--out' = @{ words = @(); live = '' }
        'mcctl asset download|--out' = @{ words = @(); live = '' }
        'mcctl workspace plan|--out' = @{ words = @(); live = '' }
        'mcctl workspace rollback|--out' = @{ words = @(); live = '' }
        'mcctl personalization report download|--out' = @{ words = @(); live = '' }
        'mcctl asset preview|--out' = @{ words = @(); live = '' }
        '*|--output' = @{ words = @('table', 'json', 'jsonl', 'yaml', 'csv', 'tsv', 'markdown'); live = '' }
        '*|--page-id' = @{ words = @(); live = '' }
        '*|--page-name' = @{ words = @(); live = '' }
        '*|--page-token-file' = @{ words = @(); live = '' }
        '*|--parent' = @{ words = @(); live = 'folders' }
        '*|--path' = @{ words = @(); live = '' }
        '*|--port' = @{ words = @(); live = '' }
        '*|--preheader' = @{ words = @(); live = '' }
        '*|--primary-key' = @{ words = @(); live = '' }
        '*|--probability' = @{ words = @(); live = '' }
        '*|--profile' = @{ words = @(); live = 'profiles' }
        '*|--publication' = @{ words = @(); live = '' }
        '*|--query' = @{ words = @(); live = '' }
        '*|--reference' = @{ words = @(); live = '' }
        '*|--refused-rows' = @{ words = @(); live = '' }
        '*|--region' = @{ words = @(); live = '' }
        '*|--request' = @{ words = @(); live = '' }
        '*|--rest-url' = @{ words = @(); live = '' }
        '*|--results' = @{ words = @(); live = '' }
        '*|--retention' = @{ words = @(); live = '' }
        '*|--retention-of' = @{ words = @('row', 'rows', 'all'); live = '' }
        '*|--rewrite' = @{ words = @(); live = '' }
        '*|--row' = @{ words = @(); live = '' }
        '*|--rows' = @{ words = @(); live = '' }
        '*|--rule' = @{ words = @(); live = '' }
        '*|--run' = @{ words = @(); live = 'runs' }
        '*|--scope' = @{ words = @(); live = '' }
        '*|--search' = @{ words = @(); live = '' }
        '*|--secret-file' = @{ words = @(); live = '' }
        '*|--seed' = @{ words = @(); live = '' }
        '*|--send-time' = @{ words = @(); live = '' }
        '*|--sendable' = @{ words = @('true', 'false'); live = '' }
        '*|--sendable-on' = @{ words = @(); live = '' }
        '*|--sender' = @{ words = @(); live = '' }
        '*|--set' = @{ words = @(); live = '' }
        '*|--shard' = @{ words = @(); live = '' }
        '*|--short-code' = @{ words = @(); live = '' }
        '*|--signature' = @{ words = @(); live = '' }
        '*|--since' = @{ words = @(); live = '' }
        '*|--sort' = @{ words = @(); live = '' }
        '*|--sound' = @{ words = @(); live = '' }
        '*|--split' = @{ words = @(); live = '' }
        '*|--sql' = @{ words = @(); live = '' }
        '*|--start' = @{ words = @(); live = '' }
        '*|--status' = @{ words = @(); live = '' }
        '*|--step' = @{ words = @(); live = '' }
        '*|--stub' = @{ words = @(); live = '' }
        '*|--subdomain' = @{ words = @(); live = '' }
        '*|--subject' = @{ words = @(); live = '' }
        '*|--subscriber' = @{ words = @(); live = '' }
        '*|--subtitle' = @{ words = @(); live = '' }
        '*|--tag' = @{ words = @(); live = '' }
        '*|--target' = @{ words = @(); live = '' }
        '*|--template' = @{ words = @(); live = '' }
        '*|--text' = @{ words = @(); live = '' }
        '*|--text-part' = @{ words = @(); live = '' }
        '*|--then' = @{ words = @(); live = '' }
        '*|--timeout' = @{ words = @(); live = '' }
        '*|--times' = @{ words = @(); live = '' }
        '*|--title' = @{ words = @(); live = '' }
        '*|--to' = @{ words = @(); live = '' }
        '*|--to-business-unit' = @{ words = @(); live = '' }
        '*|--token' = @{ words = @(); live = '' }
        '*|--tracking' = @{ words = @(); live = '' }
        'mcctl asset list|--type' = @{ words = @(); live = 'types' }
        'mcctl asset create|--type' = @{ words = @(); live = 'types' }
        'mcctl event create|--type' = @{ words = @(); live = 'types' }
        'mcctl campaign attach|--type' = @{ words = @(); live = 'types' }
        'mcctl event status|--type' = @{ words = @(); live = '' }
        'mcctl audit list|--type' = @{ words = @(); live = '' }
        'mcctl auth login|--type' = @{ words = @(); live = '' }
        '*|--typed-field' = @{ words = @(); live = '' }
        'mcctl asset types|--under' = @{ words = @(); live = 'types' }
        'mcctl folder list|--under' = @{ words = @(); live = 'folders' }
        '*|--until' = @{ words = @(); live = '' }
        '*|--url' = @{ words = @(); live = '' }
        '*|--utc-offset' = @{ words = @(); live = '' }
        '*|--validator' = @{ words = @('syntax', 'mx', 'list-detective'); live = '' }
        '*|--verification-key' = @{ words = @(); live = '' }
        '*|--verify-token-file' = @{ words = @(); live = '' }
        '*|--version' = @{ words = @(); live = '' }
        '*|--video' = @{ words = @(); live = '' }
        '*|--view' = @{ words = @(); live = '' }
        '*|--wait-timeout' = @{ words = @(); live = '' }
        '*|--where' = @{ words = @(); live = '' }
        '*|--without-tag' = @{ words = @(); live = '' }
        '*|--zone' = @{ words = @(); live = '' }
        '*|-F' = @{ words = @(); live = '' }
        '*|-H' = @{ words = @(); live = '' }
        '*|-f' = @{ words = @(); live = '' }
        '*|-o' = @{ words = @('table', 'json', 'jsonl', 'yaml', 'csv', 'tsv', 'markdown'); live = '' }
        '*|-p' = @{ words = @(); live = 'profiles' }
        '*|-q' = @{ words = @(); live = '' }
    }
    $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
    if ($word -ne '') { $typed = $typed[0..($typed.Count - 2)] }
    $at = 'mcctl'
    foreach ($part in ($typed | Select-Object -Skip 1)) {
        if ($places.ContainsKey("$at $part")) { $at = "$at $part" }
    }
    $last = $typed[-1]
    $found = $places[$at]
    foreach ($key in @("$at|$last", "*|$last")) {
        if ($values.ContainsKey($key)) { $found = $values[$key] }
    }
    $words = @($found.words)
    if ($found.live) { $words += @(mcctl completion values $found.live --no-input 2>$null) }
    $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
        $text = if ($_ -match '\s') { "'$_'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
