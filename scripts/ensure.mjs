// Sets up the tools once: the packages of the lock file, and the Chromium of the browser tests.
// Runs on whatever Node the machine has (>= 20), before anything is installed: no dependencies.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.bootstrap')
const isWindows = process.platform === 'win32'

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

function writeStamp() {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lockHash())
}

/** Runs `npm ci` unless `node_modules` was already made from this lock file. */
export function ensurePackages() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return
  console.log('Setting up: installing packages (once).')
  const { status } = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', env: systemEnv(), shell: isWindows },
  )
  if (status !== 0) stop('The packages could not be installed: see what npm said above.', status)
  writeStamp()
}

/** The system's own npm and Node: `node_modules` is about to be replaced, with the Node in it. */
function systemEnv() {
  const ofThisRun =
    /^npm_(lifecycle|package|command|node_execpath|execpath|config_(local_prefix|prefix|node_gyp|init_module))/i
  const kept = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name))
  const paths = (process.env.PATH ?? '').split(delimiter)
  const systemPaths = paths.filter((path) => !path.startsWith(join(root, 'node_modules')))
  return { ...Object.fromEntries(kept), PATH: systemPaths.join(delimiter) }
}

/** Finds Chromium, installs it where that can be done, or ends with one sentence that says how. */
export function ensureChromium() {
  if (findChromium() !== null) return
  if (process.env.CHROMIUM_PATH) {
    stop(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and there is no such file.`)
  }
  console.log('Setting up: installing Chromium for the browser tests (once).')
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot) installFromDebian()
  else run('playwright', ['install', 'chromium'], { stdio: 'inherit' })
  if (findChromium() !== null) return
  stop(
    'The browser tests need Chromium, and it could not be installed here: ' +
      'install Chromium or Chrome, or set CHROMIUM_PATH to one, and run this again.',
  )
}

function installFromDebian() {
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  // The list of packages may be old or missing: try as it is first, then refresh it.
  if (spawnSync('apt-get', install, options).status === 0) return
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', install, options)
}

/** Environment in which `node` is the bundled Node and no tool phones home. */
export const toolEnv = () => ({
  ...process.env,
  PATH: [bin, process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  DO_NOT_TRACK: '1',
})

/** Runs a tool under the bundled Node and returns what `spawnSync` does. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(),
    shell: isWindows,
    ...options,
  })
}

/** Ends with one sentence. */
export function stop(sentence, status = 1) {
  console.error(sentence)
  process.exit(status || 1)
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url)
if (isMain && process.argv[2] === '--stamp' && existsSync(join(root, 'node_modules'))) writeStamp()
