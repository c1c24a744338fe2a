import type { MountChart } from './chart.ts'
import { growData, makeData } from './data.ts'

/** Each chart is loaded alone, so that none pays for another. */
const charts: Readonly<Record<string, () => Promise<{ readonly mount: MountChart }>>> = {
  runoff: () => import('./charts/runoff.tsx'),
  uplot: () => import('./charts/uplot.ts'),
  recharts: () => import('./charts/recharts.tsx'),
  visx: () => import('./charts/visx.tsx'),
}

export interface Measured {
  /** Milliseconds from data to presented picture. */
  readonly mount: number
  /** Median milliseconds from a change of the viewport to the presented picture. */
  readonly redraw: number
  /** Median milliseconds from one more point per run to the presented picture. */
  readonly append: number
}

/** Ends when what was asked before has been drawn and handed to the screen. */
function presented(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })
}

async function time(work: () => void): Promise<number> {
  const start = performance.now()
  work()
  await presented()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}

/** Repeats until enough is known or too much time is gone; preparing is not measured. */
async function repeat(
  times: number,
  budgetMs: number,
  prepare: (i: number) => () => void,
): Promise<number> {
  const taken: number[] = []
  const end = performance.now() + budgetMs
  for (let i = 0; i < times && (i < 2 || performance.now() < end); i++) {
    taken.push(await time(prepare(i)))
  }
  return median(taken)
}

async function measure(name: string, runs: number, points: number): Promise<Measured> {
  const load = charts[name]
  const place = document.querySelector<HTMLElement>('#place')
  if (load === undefined || place === null) throw new Error(`There is no chart ${name}.`)
  const { mount } = await load()
  const data = makeData(runs, points)
  await presented()
  const start = performance.now()
  const chart = mount(place, data)
  await presented()
  const mounted = performance.now() - start
  const redraw = await repeat(60, 8000, (i) => {
    const from = ((i % 20) / 40) * points
    return () => chart.zoom(from, from + points / 2)
  })
  let grown = data
  const append = await repeat(20, 8000, () => {
    grown = growData(grown)
    return () => chart.grow(grown)
  })
  chart.remove()
  return { mount: mounted, redraw, append }
}

declare global {
  interface Window {
    measure: typeof measure
  }
}
window.measure = measure
