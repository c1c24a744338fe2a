// Builds the page when it is missing or older than its sources, and starts the server.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { run, stop, toolEnv } from './ensure.mjs'

export function start(root) {
  console.log('Building the page …')
  // turbo knows from its cache whether anything has changed.
  const { status } = run('turbo', [
    'run',
    'build',
    '--filter=@runoff/demo',
    '--output-logs=errors-only',
  ])
  if (status !== 0) stop('The page could not be built: see the error above.', status)
  // What is given behind `--` goes to "runoff serve".
  const main = join(root, 'apps/server/src/main.ts')
  const args = ['--conditions=@runoff/source', main, ...process.argv.slice(3)]
  const server = spawn('node', args, {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => server.kill('SIGTERM'))
  server.on('exit', (code) => process.exit(code ?? 0))
}
