// Measures Runoff's chart beside others on the same data in one Chromium, and writes the tables.
// It asserts nothing: machines are noisy, and a number is for reading.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
// @boundaries-ignore the browser is found in one place for all
import { findChromium } from '../../scripts/chromium.mjs'
import { bundleSizes } from './runner/bundles.ts'
import { machineLine, versionsLine } from './runner/machine.ts'
import { readOptions } from './runner/options.ts'
import { measureAll } from './runner/rounds.ts'
import { reportOf } from './runner/tables.ts'
import { visitsOf } from './runner/visits.ts'
import { writeDocs } from './runner/writeDocs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const docs = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
const tasks = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

const options = readOptions(process.argv.slice(2))
if (options.build) {
  // What is measured is what is published, so it must be what stands in the sources.
  const { status } = spawnSync(process.execPath, [tasks, 'build'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
if (options.pictures !== null) mkdirSync(options.pictures, { recursive: true })
await build({ root, logLevel: 'error' })
const bundles = await bundleSizes(root, options.peers)
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
const browser = await chromium.launch({
  executablePath: findChromium(),
  // Without a frame rate, a time is work and not waiting for the next frame.
  args: ['--disable-gpu', '--disable-quic', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
})
try {
  const visits = visitsOf(browser, server.resolvedUrls.local[0])
  const { cases, peers, rounds } = options
  const results = { cases, peers, bundles, ...(await measureAll(visits, options)) }
  const report = [
    machineLine(browser.version(), rounds),
    versionsLine(peers),
    reportOf(results),
  ].join('\n\n')
  console.log(report)
  if (options.write) writeDocs(docs, report)
} finally {
  await browser.close()
  await server.close()
}
