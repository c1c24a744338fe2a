// Measures the list of runs in Chromium: how long frames take while it is scrolled, how long a key
// takes until it is painted, and a tick. It asserts nothing: machines are noisy.
//
// node bench/src/picker/run.mjs [--runs 10000] [--throttle 4]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build, defaultClientConditions, preview } from 'vite'
// @boundaries-ignore the browser is found in one place for all
import { findChromium } from '../../../scripts/chromium.mjs'
import { machineLine } from '../runner/machine.ts'
import { lineOf } from './summary.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    throttle: { type: 'string', default: '1' },
  },
})
const root = fileURLToPath(new URL('.', import.meta.url))
const outDir = fileURLToPath(new URL('../../dist/picker', import.meta.url))

await build({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  // From the sources, built as for production: nothing else needs to be built before.
  resolve: { conditions: ['@runoff/source', ...defaultClientConditions] },
  // As our sources have them: an older target takes the colours of both schemes apart.
  build: {
    target: 'es2022',
    cssTarget: 'chrome130',
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
})
const server = await preview({
  root,
  configFile: false,
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
  logLevel: 'error',
})
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu'] })

/** Every frame from now on, until `read` is called: its time, and the tasks longer than 50 ms. */
function watchFrames() {
  const frames = []
  const tasks = []
  let last = performance.now()
  let isOver = false
  const next = (now) => {
    frames.push(now - last)
    last = now
    if (!isOver) requestAnimationFrame(next)
  }
  requestAnimationFrame((now) => {
    last = now
    requestAnimationFrame(next)
  })
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  globalThis.readFrames = () => {
    isOver = true
    observer.disconnect()
    return { frames, tasks }
  }
}

/** From a key or click to the moment when the next frame has been painted. */
function watchPaints(kind) {
  const paints = []
  addEventListener(
    kind,
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => paints.push(performance.now() - timeStamp))
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    },
    { capture: true },
  )
  globalThis.readPaints = () => paints.splice(0)
}

async function openPage(isGrouped) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await page.goto(
    `${server.resolvedUrls.local[0]}?runs=${values.runs}&grouped=${isGrouped ? 'yes' : 'no'}`,
  )
  await page.getByRole('row').first().waitFor()
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.throttle) })
  return page
}

async function scroll(page) {
  const box = await page.locator('.runoff-picker-scroller').boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(watchFrames)
  for (const deltaY of [
    ...Array(150).fill(180),
    ...Array(40).fill(2400),
    ...Array(60).fill(-400),
  ]) {
    await page.mouse.wheel(0, deltaY)
    await page.waitForTimeout(16)
  }
  return page.evaluate(() => globalThis.readFrames())
}

async function type(page) {
  await page.getByRole('searchbox').focus()
  await page.evaluate(watchPaints, 'keydown')
  await page.evaluate(watchFrames)
  for (const text of ['sweep-001', 'model-3 gsm8k', 'lr 7e-4']) {
    await page.keyboard.type(text, { delay: 120 })
    for (const _ of text) {
      await page.keyboard.press('Backspace')
      await page.waitForTimeout(90)
    }
  }
  const paints = await page.evaluate(() => globalThis.readPaints())
  const { tasks } = await page.evaluate(() => globalThis.readFrames())
  return { paints, tasks }
}

async function tick(page) {
  await page.evaluate(watchPaints, 'click')
  await page.locator('.runoff-picker-scroller').evaluate((list) => list.scrollTo({ top: 0 }))
  for (const place of [0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 5, 6, 7, 8, 9, 9, 8, 7, 6, 5]) {
    await page
      .getByRole('checkbox', { name: /^Compare / })
      .nth(place)
      .click()
    await page.waitForTimeout(80)
  }
  return page.evaluate(() => globalThis.readPaints())
}

try {
  console.log(machineLine(browser.version(), 1))
  console.log(`${values.runs} runs, processor slowed down ${values.throttle} times`)
  for (const isGrouped of [false, true]) {
    const page = await openPage(isGrouped)
    const scrolled = await scroll(page)
    const typed = await type(page)
    const ticked = await tick(page)
    console.log(isGrouped ? '\nGrouped by model' : '\nNot grouped')
    console.log(lineOf('frame while scrolling', scrolled.frames))
    console.log(lineOf('long tasks while scrolling', scrolled.tasks))
    console.log(lineOf('key to paint in the search', typed.paints))
    console.log(lineOf('long tasks while typing', typed.tasks))
    console.log(lineOf('tick to paint', ticked))
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
