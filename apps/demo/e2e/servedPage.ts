import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const demo = fileURLToPath(new URL('..', import.meta.url))
const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))

/** The built page on the server that people start, with a database of its own. */
export interface ServedPage {
  readonly url: string
  /** The file that it keeps its runs in. */
  readonly database: string
  /** Ends the server, and comes back when it has. */
  stop(): Promise<void>
}

/** Builds the page as it is served. */
export async function buildPage(): Promise<void> {
  // The page carries the file that snapshots are made with, which is built before it.
  const args = ['run', 'build', '--filter=@runoff/ui', '--output-logs=errors-only']
  const { status } = spawnSync('turbo', args, { stdio: 'inherit', env: plainEnv() })
  if (status !== 0) throw new Error('@runoff/ui could not be built: see the error above.')
  // The test runner's own would build React for development.
  process.env['NODE_ENV'] = 'production'
  await build({ root: demo, logLevel: 'error' })
}

/** The environment in which people build: the test runner's own would be another build. */
function plainEnv(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV')
  return { ...Object.fromEntries(entries), TURBO_TELEMETRY_DISABLED: '1' }
}

export async function servePage(): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'runoff-page-'))
  const database = join(folder, 'runoff.db')
  const server = spawn(process.execPath, ['--conditions=@runoff/source', main], {
    env: { ...process.env, PORT: '0', RUNOFF_DB: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'close')
  let line = ''
  for await (const piece of server.stdout.setEncoding('utf8')) {
    line += String(piece)
    if (line.endsWith('\n')) break
  }
  return {
    url: line.trim().slice('Runoff: '.length),
    database,
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
