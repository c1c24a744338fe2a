// Gets the ClickHouse engines of the server's tests, which run without them as well: Debian's
// server where the machine is one, and the current engine, which npm has.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const serverPath = process.env.CLICKHOUSE_SERVER ?? '/usr/sbin/clickhouse-server'
const patienceMs = 120_000

/** Installs Debian's server where that can be done, and says nothing where it cannot. */
export function ensureClickHouse() {
  if (existsSync(serverPath)) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'clickhouse-server'], {
    stdio: 'ignore',
    timeout: patienceMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** Installs the current engine, 550 MB, outside the workspaces. */
function installChdb() {
  const folder = join(root, 'apps/server/engines/chdb')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('The current ClickHouse engine could not be installed: see what npm said above.')
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureClickHouse()
  installChdb()
}
