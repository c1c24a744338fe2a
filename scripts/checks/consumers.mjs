// Installs the packed packages in fresh apps, as a stranger would, and looks at the pages in
// Chromium: the apps that docs/embed tells how to write, plain Node, and the command by npx.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findChromium } from '../chromium.mjs'
import { checkCommand } from './consumersCommand.mjs'
import { filesOf } from './docs.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const templates = fileURLToPath(new URL('./consumers', import.meta.url))
const packages = ['core', 'logs', 'sources', 'react', 'ui']
const folder = mkdtempSync(join(tmpdir(), 'runoff-consumers-'))

const react = (version) => ({ react: version, 'react-dom': version })
const vite = { vite: '8.3.8', '@vitejs/plugin-react': '6.3.0' }
const serveVite = (port) => [
  'vite',
  'preview',
  '--host',
  '127.0.0.1',
  '--port',
  port,
  '--strictPort',
]
const types = { typescript: '5.9.3', '@types/react': '19.3.0', '@types/node': '24.19.2' }

/** An app takes at most so many lines to embed the comparison, its runs and its theme aside. */
const mostLines = 30

/**
 * What each app is made of, and what is to be seen on its page. The code is that of the page in
 * the documentation, with a theme and a language of its own.
 */
const apps = [
  {
    name: 'vite',
    template: 'vite',
    dependencies: { ...react('19.3.1'), ...vite },
    build: ['vite', 'build'],
    serve: serveVite,
    seen: [
      ['table', 'Übersicht'],
      ['figure', 'Loss'],
    ],
    accent: '#0f766e',
  },
  {
    name: 'react18',
    template: 'vite',
    dependencies: { ...react('18.3.1'), ...vite },
    build: ['vite', 'build'],
    serve: serveVite,
    seen: [
      ['table', '汇总'],
      ['figure', '损失'],
    ],
    accent: '#f0c542',
    surface: 'rgb(17, 20, 23)',
  },
  {
    name: 'router',
    template: 'vite',
    dependencies: { ...react('19.3.1'), ...vite, 'react-router': '8.5.1' },
    build: ['vite', 'build'],
    serve: serveVite,
    seen: [
      ['table', 'Übersicht'],
      ['figure', 'Loss'],
    ],
    accent: '#7c2d12',
  },
  {
    name: 'hooks',
    template: 'vite',
    dependencies: { ...react('19.3.1'), ...vite },
    build: ['vite', 'build'],
    serve: serveVite,
    seen: [['paragraph', null]],
    accent: null,
  },
  {
    name: 'next',
    template: 'next',
    dependencies: { ...react('19.3.1'), ...types, next: '16.4.5' },
    build: ['next', 'build'],
    serve: (port) => ['next', 'start', '-H', '127.0.0.1', '-p', port],
    seen: [
      ['table', 'Übersicht'],
      ['figure', 'Loss'],
    ],
    accent: '#0f766e',
    serverText: 'runoff-picker',
  },
]

function pack() {
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  for (const name of packages) {
    const args = ['pack', '--pack-destination', tarballs, '--loglevel=error']
    execFileSync('npm', args, { cwd: join(root, 'packages', name), stdio: 'ignore' })
  }
  const files = readdirSync(tarballs)
  return Object.fromEntries(
    packages.map((name) => {
      const file = files.find((tarball) => tarball.startsWith(`runoff-${name}-`))
      return [`@runoff/${name}`, `file:${join(tarballs, file)}`]
    }),
  )
}

/** An app of its own: its dependencies on the tarballs stand for those between them, too. */
function makeApp(app, tarballs) {
  const place = join(folder, app.name)
  cpSync(join(templates, app.template), place, { recursive: true })
  const files = filesOf(readFileSync(join(root, 'docs/embed', `${app.name}.md`), 'utf8'))
  for (const [path, code] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), code)
  }
  const manifest = {
    name: app.name,
    private: true,
    type: 'module',
    dependencies: { ...app.dependencies, ...tarballs },
    overrides: tarballs,
  }
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest, null, 2))
  npx(place, ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'])
  npx(place, app.build)
  return place
}

function appEnv(place) {
  const NEXT_TELEMETRY_DISABLED = '1'
  const PATH = `${join(place, 'node_modules/.bin')}:${process.env.PATH}`
  return { ...process.env, NEXT_TELEMETRY_DISABLED, PATH, NODE_ENV: undefined }
}

function npx(place, [command, ...args]) {
  execFileSync(command, args, {
    cwd: place,
    env: appEnv(place),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(String(port)))
    })
  })

async function answer(url) {
  for (let tries = 0; tries < 100; tries++) {
    const text = await fetch(url).then(
      (response) => response.text(),
      () => null,
    )
    if (text !== null) return text
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Nothing answered at ${url}.`)
}

/** How many lines of code embed the comparison: those of every file but the one with the runs. */
function linesOf(name) {
  const files = filesOf(readFileSync(join(root, 'docs/embed', `${name}.md`), 'utf8'))
  const texts = [...files].filter(([path]) => !/source\.ts$|\.css$/.test(path))
  return texts.flatMap(([, code]) => code.split('\n')).filter((line) => line.trim() !== '').length
}

/** Returns the faults of a served page: what the console said, and what is not there. */
async function look(browser, url, { seen, accent, surface = 'rgb(255, 255, 255)' }) {
  const faults = []
  const page = await browser.newPage({ colorScheme: 'light' })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(url, { waitUntil: 'load' })
  const parts = [['checkbox', 'run-a'], ...seen]
  for (const [role, name] of parts) {
    const part = page.getByRole(role, name === null ? {} : { name }).first()
    await part.waitFor({ timeout: 15_000 }).catch(() => faults.push(`There is no ${role} ${name}.`))
  }
  if (accent !== null) {
    const color = await page
      .locator('.runoff')
      .first()
      .evaluate((part) => {
        return getComputedStyle(part).getPropertyValue('--runoff-accent')
      })
    const ground = await page
      .locator('.runoff')
      .first()
      .evaluate((part) => {
        return getComputedStyle(part).backgroundColor
      })
    // Every other colour comes the same way: a bundler that rewrote them would leave none.
    if (ground !== surface) faults.push(`The ground is ${ground} instead of ${surface}.`)
    if (!color.includes(accent)) faults.push(`The accent is ${color} instead of ${accent}.`)
  }
  await page.close()
  return faults
}

async function check(app, tarballs, browser) {
  const place = makeApp(app, tarballs)
  const port = await freePort()
  const [command, ...args] = app.serve(port)
  const server = spawn(command, args, {
    cwd: place,
    env: appEnv(place),
    stdio: 'ignore',
    detached: true,
  })
  try {
    const url = `http://127.0.0.1:${port}/`
    const html = await answer(url)
    const faults = await look(browser, url, app)
    const isLong = app.accent !== null && linesOf(app.name) > mostLines
    if (isLong) faults.push(`It takes ${linesOf(app.name)} lines.`)
    const isRendered = !app.serverText || html.includes(app.serverText)
    return isRendered ? faults : [...faults, 'The server rendered no page.']
  } finally {
    // The whole group: npm's binaries start others.
    process.kill(-Number(server.pid))
  }
}

function checkNode(tarballs) {
  const place = join(folder, 'node')
  mkdirSync(place)
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { '@runoff/core': tarballs['@runoff/core'] },
  }
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest))
  npx(place, ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'])
  const code = `import { bestRun, defineRun } from '@runoff/core'
    const runs = [0.3, 0.2].map((min, i) => defineRun({ id: 'r' + i, metrics: { 'eval/loss': { min } } }))
    if (bestRun(runs).run.id !== 'r1') process.exit(1)`
  npx(place, ['node', '--input-type=module', '-e', code])
}

const executablePath = findChromium()
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-quic'] })
let failed = 0
let passed = 0
try {
  const tarballs = pack()
  checkNode(tarballs)
  console.log('node: imports @runoff/core')
  passed++
  const commandFaults = await checkCommand(folder).catch((error) => [String(error)])
  console.log(`command: ${commandFaults.join('\n  ') || 'answers and serves by npx'}`)
  if (commandFaults.length === 0) passed++
  else failed++
  for (const app of apps) {
    const faults = await check(app, tarballs, browser).catch((error) => [String(error)])
    console.log(
      `${app.name}: ${faults.length === 0 ? `builds, renders, hydrates, in ${linesOf(app.name)} lines` : faults.join('\n  ')}`,
    )
    if (faults.length === 0) passed++
    else failed++
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
