import type { BenchChart, BenchData, MountChart } from './chart.ts'
import { growData, makeData } from './data.ts'
import { median, presented, timeApart, timeInARow, timeToPicture, wait } from './clock.ts'

interface ChartModule {
  readonly mount: MountChart
}

/** Each chart is loaded alone, so that none pays for another. */
const charts: Readonly<Record<string, () => Promise<ChartModule>>> = {
  runoff: () => import('./charts/runoff.tsx'),
  uplot: () => import('./charts/uplot.ts'),
  lightweight: () => import('./charts/lightweight.ts'),
  echarts: () => import('./charts/echarts.ts'),
  echartsLttb: () => import('./charts/echartsLttb.ts'),
  chartjs: () => import('./charts/chartjs.ts'),
  plotly: () => import('./charts/plotly.ts'),
  recharts: () => import('./charts/recharts.tsx'),
  visx: () => import('./charts/visx.tsx'),
  xychart: () => import('./charts/xychart.tsx'),
  floor: () => import('./charts/floor.ts'),
}

/** Milliseconds; medians where there is more than one measurement. */
export interface Times {
  /** From data to the presented picture. */
  readonly mount: number
  /** From a change of the viewport to the presented picture. */
  readonly redraw: number
  /** From one more point per run to the presented picture. */
  readonly append: number
  /** From a move of the pointer to what follows it being presented. */
  readonly hover: number | null
  /** A frame in which nothing was asked for: what every figure holds of waiting. */
  readonly emptyFrame: number
}

export interface LongTasks {
  /** How many points each run grew by in the time; 100 where the chart kept up. */
  readonly appended: number
  readonly count: number
  /** Milliseconds of the longest, 0 where there was none. */
  readonly longestMs: number
}

const live = { everyMs: 50, times: 100 }
let ready: { readonly module: ChartModule; readonly data: BenchData } | null = null
let mounted: BenchChart | null = null

/** Loads a chart and makes its data; neither is measured. */
async function prepare(name: string, runs: number, points: number): Promise<void> {
  const load = charts[name]
  if (load === undefined) throw new Error(`There is no chart ${name}.`)
  ready = { module: await load(), data: makeData(runs, points) }
  await presented()
}

function mountChart(): { readonly chart: BenchChart; readonly data: BenchData } {
  const place = document.querySelector<HTMLElement>('#place')
  if (ready === null || place === null) throw new Error('Prepare the chart first.')
  mounted = ready.module.mount(place, ready.data)
  return { chart: mounted, data: ready.data }
}

/** Mounts what was prepared, and ends when it is on screen. */
async function show(): Promise<void> {
  await timeToPicture(mountChart)
}

async function measure(): Promise<Times> {
  const frames = await timeApart(20, () => () => {})
  const mount = await timeToPicture(mountChart)
  const { chart, data } = shown()
  const points = data.steps.length
  const redraw = await timeInARow(60, (i) => {
    const from = ((i % 20) / 40) * points
    return () => chart.zoom(from, from + points / 2)
  })
  let grown = data
  const append = await timeInARow(20, () => {
    grown = growData(grown)
    return () => chart.grow(grown)
  })
  const hover = await measureHover(chart)
  return {
    mount,
    redraw: median(redraw),
    append: median(append),
    hover,
    emptyFrame: median(frames),
  }
}

function shown(): { readonly chart: BenchChart; readonly data: BenchData } {
  if (ready === null || mounted === null) throw new Error('Mount the chart first.')
  return { chart: mounted, data: ready.data }
}

async function measureHover(chart: BenchChart): Promise<number | null> {
  const surface = chart.surface()
  if (surface === null) return null
  const { left, top, width, height } = surface.getBoundingClientRect()
  const taken = await timeApart(60, (i) => {
    const x = left + width * (0.1 + 0.8 * ((i * 0.381966) % 1))
    const y = top + height * (0.15 + 0.7 * ((i * 0.618034) % 1))
    const under = document.elementFromPoint(x, y) ?? surface
    return () => movePointer(under, x, y)
  })
  return median(taken)
}

/** What a browser sends for one move of a mouse: charts listen to one or the other of these. */
function movePointer(target: Element, clientX: number, clientY: number): void {
  const place = { clientX, clientY, bubbles: true, cancelable: true, composed: true, view: window }
  const pointer = { ...place, pointerId: 1, pointerType: 'mouse', isPrimary: true }
  for (const kind of ['pointerover', 'pointermove']) {
    target.dispatchEvent(new PointerEvent(kind, pointer))
  }
  for (const kind of ['mouseover', 'mousemove']) {
    target.dispatchEvent(new MouseEvent(kind, place))
  }
  target.dispatchEvent(new MouseEvent('mouseenter', { ...place, bubbles: false }))
}

/** Grows every run by a point 20 times a second for five seconds, and counts tasks over 50 ms. */
async function watchLongTasks(): Promise<LongTasks> {
  const { chart, data } = shown()
  const durations: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) durations.push(entry.duration)
  })
  observer.observe({ type: 'longtask' })
  const end = performance.now() + live.everyMs * live.times
  let grown = data
  let appended = 0
  while (performance.now() < end && appended < live.times) {
    const next = performance.now() + live.everyMs
    grown = growData(grown)
    chart.grow(grown)
    appended += 1
    await wait(Math.max(0, next - performance.now()))
  }
  // The observer hears of a task after it has ended.
  await wait(200)
  observer.disconnect()
  return { appended, count: durations.length, longestMs: Math.max(0, ...durations) }
}

const bench = { prepare, show, measure, watchLongTasks }

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
