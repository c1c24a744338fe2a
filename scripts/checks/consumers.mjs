// Installs the packed packages in fresh apps, as a stranger would, and looks at the pages in
// Chromium: Vite with React 18, Vite with React 19, Next with server rendering, and plain Node.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findChromium } from '../chromium.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const templates = fileURLToPath(new URL('./consumers', import.meta.url))
const packages = ['core', 'logs', 'sources', 'react', 'ui']
const folder = mkdtempSync(join(tmpdir(), 'runoff-consumers-'))

const react = (version) => ({ react: version, 'react-dom': version })
const vite = { vite: '8.3.8', '@vitejs/plugin-react': '6.3.0' }

/** What each app is made of, how it is built, and how it is served. */
const apps = [
  {
    name: 'vite-react18',
    template: 'vite',
    dependencies: { ...react('18.3.1'), ...vite },
    build: ['vite', 'build'],
    serve: (port) => ['vite', 'preview', '--host', '127.0.0.1', '--port', port, '--strictPort'],
  },
  {
    name: 'vite-react19',
    template: 'vite',
    dependencies: { ...react('19.3.1'), ...vite },
    build: ['vite', 'build'],
    serve: (port) => ['vite', 'preview', '--host', '127.0.0.1', '--port', port, '--strictPort'],
  },
  {
    name: 'next',
    template: 'next',
    dependencies: { ...react('19.3.1'), next: '16.4.5' },
    build: ['next', 'build'],
    serve: (port) => ['next', 'start', '-H', '127.0.0.1', '-p', port],
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
  cpSync(join(templates, 'Comparison.tsx'), join(place, 'Comparison.tsx'))
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

/** Returns the faults of a served page: what the console said, and what is not there. */
async function look(browser, url) {
  const faults = []
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(url, { waitUntil: 'load' })
  const seen = [
    ['checkbox', 'Compare run-a'],
    ['figure', 'Loss'],
    ['table', 'Summary'],
  ]
  for (const [role, name] of seen) {
    const part = page.getByRole(role, { name, exact: true }).first()
    await part.waitFor({ timeout: 15_000 }).catch(() => faults.push(`There is no ${role} ${name}.`))
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
    const faults = await look(browser, url)
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
  for (const app of apps) {
    const faults = await check(app, tarballs, browser).catch((error) => [String(error)])
    console.log(
      `${app.name}: ${faults.length === 0 ? 'builds, renders, hydrates' : faults.join('\n  ')}`,
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
