// Starts the packed command with npx in an empty folder, as a stranger would: its help, its answer
// for programs, and the page over a folder of runs.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Returns the faults of the command, packed from what was built. */
export async function checkCommand(folder) {
  const tarballs = mkdtempSync(join(folder, 'command-'))
  const pack = ['pack', '--pack-destination', tarballs, '--loglevel=error']
  execFileSync('npm', pack, { cwd: join(root, 'apps/server'), stdio: 'ignore' })
  const tarball = join(tarballs, readdirSync(tarballs)[0])
  const place = join(folder, 'empty')
  mkdirSync(place)
  const env = { ...process.env, RUNOFF_DB: '', PORT: '' }
  const runoff = (...args) =>
    spawnSync('npx', ['--yes', `--package=file:${tarball}`, 'runoff', ...args], {
      cwd: place,
      env,
      encoding: 'utf8',
    })
  const faults = [...checkHelp(runoff), ...checkBest(runoff, place)]
  return faults.length > 0 ? faults : checkPage(tarball, place, env)
}

function checkHelp(runoff) {
  const { status, stdout, stderr } = runoff('--help')
  return status === 0 && stdout.includes('runoff best') ? [] : [`--help said: ${stdout}${stderr}`]
}

function checkBest(runoff, place) {
  cpSync(join(root, 'fixtures/runs/char-lm'), join(place, 'outputs'), { recursive: true })
  const { status, stdout, stderr } = runoff('best', 'outputs', '--json')
  if (status !== 10) return [`best ended with ${status}: ${stdout}${stderr}`]
  const { outcome, runs } = JSON.parse(stdout)
  return outcome === 'contenders' && runs.length === 18 ? [] : [`best answered ${outcome}.`]
}

async function checkPage(tarball, place, env) {
  const args = ['--yes', `--package=file:${tarball}`, 'runoff', 'outputs', '--port', '0']
  const server = spawn('npx', args, {
    cwd: place,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    const url = await addressOf(server)
    const page = await fetch(url)
    const script = /src="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    const answers = await Promise.all([
      fetch(new URL(script, url)),
      fetch(new URL('/api/v1/experiments', url)),
    ])
    const [loaded, listed] = answers
    const { experiments } = await listed.json()
    return [
      ...(page.ok && script !== '' ? [] : ['There is no page.']),
      ...(loaded.ok ? [] : [`The script of the page answered ${loaded.status}.`]),
      ...(experiments?.[0]?.run_count === 18 ? [] : ['The API does not list the runs.']),
    ]
  } finally {
    // The whole group: npx starts others.
    process.kill(-Number(server.pid))
  }
}

async function addressOf(server) {
  let said = ''
  for await (const piece of server.stdout.setEncoding('utf8')) {
    said += piece
    const url = /Runoff: (\S+)\n/.exec(said)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The command ended without an address: ${said}`)
}
