// node scripts/run.mjs <task or command> [arguments]
// Sets up what is missing, then runs the task under the Node that comes with the project.
import { ensureClickHouse } from './clickhouse.mjs'
import { ensureChromium, ensurePackages, root, run, stop } from './ensure.mjs'
import { start } from './start.mjs'

const turbo = (...tasks) => ['turbo', 'run', ...tasks, '--output-logs=errors-only']

const projects = (...names) => names.flatMap((name) => ['--project', name])

/** Each task is a list of commands; the first that fails ends it. */
const tasks = {
  types: [['tsc', '-p', 'tsconfig.json'], turbo('types')],
  lint: [['oxlint', '--quiet'], ['oxfmt', '--check'], ['turbo', 'boundaries'], ['knip']],
  build: [turbo('build')],
  pack: [turbo('build', 'pack')],
  size: [turbo('build'), ['size-limit']],
  docs: [['node', 'scripts/checks/docs.mjs']],
  quick: [['vitest', 'run', ...projects('core', 'logs', 'sources', 'react', 'ui-node')]],
  vitest: [['vitest', 'run']],
  // What is given behind `--` goes to the last command.
  bench: [
    ['node', '--conditions=@runoff/source', 'bench/src/decide/time.ts'],
    ['node', 'bench/src/run.mjs'],
  ],
  calibrate: [['node', '--conditions=@runoff/source', 'bench/src/decide/calibrate.ts']],
  mutants: [['node', 'scripts/mutants/run.mjs']],
  clickhouse: [
    ['node', 'scripts/clickhouse.mjs'],
    ['vitest', 'run', ...projects('server'), 'src/store/clickhouse'],
  ],
  consumers: [turbo('build'), ['node', 'scripts/checks/consumers.mjs']],
}
tasks.check = [
  ...tasks.lint,
  ...tasks.types,
  ...tasks.pack,
  ['size-limit'],
  ...tasks.docs,
  ...tasks.vitest,
]
const needsChromium = new Set(['check', 'vitest', 'bench', 'consumers'])

function checkNode() {
  const version = run('node', ['--version'], { stdio: 'pipe', encoding: 'utf8' }).stdout.trim()
  const [major, minor] = version.slice(1).split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  stop(
    `The tools need Node 22.18 or later, and this is ${version}; ` +
      `no Node comes with the project for ${process.platform}-${process.arch}: please install Node 24.`,
  )
}

ensurePackages()
checkNode()
const [name, ...args] = process.argv.slice(2)
if (name === undefined) stop(`Name a task: ${Object.keys(tasks).join(', ')}, start.`)
if (needsChromium.has(name)) ensureChromium()
if (name === 'check') ensureClickHouse()
if (name === 'start') start(root)
else {
  const commands = Object.hasOwn(tasks, name) ? tasks[name] : [[name]]
  commands.forEach(([command, ...own], i) => {
    const given = i === commands.length - 1 ? args : []
    const { status, error } = run(command, [...own, ...given])
    if (error) stop(`${command} could not be run: ${error.message}`)
    if (status !== 0) process.exit(status ?? 1)
  })
}
