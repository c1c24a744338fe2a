// Measures Runoff's chart beside others on the same data in one Chromium, and prints the ratios.
// It asserts nothing: machines are noisy, and a number is for reading.
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
// @boundaries-ignore the browser is found in one place for all
import { findChromium } from '../../scripts/chromium.mjs'

const cases = [
  [5, 1_000],
  [20, 10_000],
  [100, 10_000],
  [5, 100_000],
  [5, 1_000_000],
]
/** How many points in all a chart can be asked for before it takes minutes. */
const charts = { runoff: Infinity, uplot: Infinity, visx: 1_000_000, recharts: 1_000_000 }
const measures = ['mount', 'redraw', 'append']

const root = fileURLToPath(new URL('..', import.meta.url))
await build({ root, logLevel: 'error' })
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
const url = server.resolvedUrls.local[0]
const browser = await chromium.launch({
  executablePath: findChromium(),
  // Without a frame rate, a time is work and not waiting for the next frame.
  args: ['--disable-gpu', '--disable-quic', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
})

async function measureOnce(name, runs, points) {
  const page = await browser.newPage({ viewport: { width: 1240, height: 700 } })
  try {
    await page.goto(url)
    await page.waitForFunction(() => 'measure' in window)
    return await page.evaluate(([n, r, p]) => window.measure(n, r, p), [name, runs, points])
  } finally {
    await page.close()
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** The median of three rounds, in which the charts take turns so that noise meets all of them. */
async function measureCase(runs, points) {
  const names = Object.keys(charts).filter((name) => runs * points <= charts[name])
  const rounds = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < 3; round++) {
    for (const name of names) rounds[name].push(await measureOnce(name, runs, points))
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(measures.map((m) => [m, median(rounds[name].map((one) => one[m]))])),
    ]),
  )
}

const short = (n) => (n >= 1e6 ? `${n / 1e6} M` : `${n / 1e3} k`)
const rounded = (value, digits) => Number(value.toPrecision(digits))
const cell = (ms, own) =>
  ms === undefined ? '–' : `${rounded(ms, 3)} ms (${rounded(ms / own, 2)}×)`

try {
  console.log('Milliseconds to the presented picture, and how many times what Runoff takes.\n')
  console.log(`| case | measure | ${Object.keys(charts).join(' | ')} |`)
  console.log(
    `| --- | --- | ${Object.keys(charts)
      .map(() => '---')
      .join(' | ')} |`,
  )
  for (const [runs, points] of cases) {
    const result = await measureCase(runs, points)
    for (const m of measures) {
      const cells = Object.keys(charts).map((name) => cell(result[name]?.[m], result.runoff[m]))
      console.log(`| ${runs} × ${short(points)} | ${m} | ${cells.join(' | ')} |`)
    }
  }
} finally {
  await browser.close()
  await server.close()
}
