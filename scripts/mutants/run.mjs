// Mutation testing of the decision code: what its tests would not notice. Installs the tool on first use.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run, stop } from '../ensure.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')

if (!existsSync(stryker)) {
  // Without peers: the tests run under the project's own vitest.
  const options = ['--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps']
  const { status } = run('npm', ['install', ...options, '--prefix', folder])
  if (status !== 0) stop('The mutation tester could not be installed.')
}
const config = join(folder, 'stryker.config.json')
// node scripts/mutants/run.mjs packages/core/src/decide/*.ts looks at these files alone.
const files = process.argv.slice(2)
const given = files.length > 0 ? ['--mutate', files.join(',')] : []
const { status } = run('node', [stryker, 'run', config, ...given], { cwd: root })
process.exit(status ?? 1)
