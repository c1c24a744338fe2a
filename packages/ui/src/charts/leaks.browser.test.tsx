import { createSeriesFeed, defineSeries } from '@runoff/core'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import '../styles.css'
import { ChartGroup } from './ChartGroup.tsx'
import { MetricChart } from './MetricChart.tsx'
import { lossCurve, runNames, runsOf } from './testdata/chartData.ts'
import { nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

interface Held {
  readonly listeners: number
  readonly nodes: number
  readonly heap: number
}

/** What of the browser's own protocol is asked here. */
interface DevTools {
  send(method: 'HeapProfiler.collectGarbage'): Promise<void>
  send(
    method: 'Memory.getDOMCounters',
  ): Promise<{ readonly jsEventListeners: number; readonly nodes: number }>
  send(
    method: 'Runtime.getHeapUsage',
  ): Promise<{ readonly usedSize: number; readonly backingStorageSize: number }>
}

/** What the page holds once everything that nobody holds is gone. */
async function held(): Promise<Held> {
  const session = cdp() as unknown as DevTools
  await nextFrames(3)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters')
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return { listeners: jsEventListeners, nodes, heap: usedSize + backingStorageSize }
}

const runs = runsOf(runNames)

async function mountOnce(): Promise<void> {
  const series = new Map(runNames.map((name, seed) => [name, lossCurve(seed + 1, 500)]))
  render(
    <ChartGroup settings={{ smoothing: { kind: 'ema', weight: 0.6 } }}>
      <MetricChart title="Loss" series={series} runs={runs} width={500} />
      <MetricChart title="Accuracy" series={createSeriesFeed(series)} runs={runs} width={500} />
    </ChartGroup>,
  )
  await nextFrames(1)
  // Unmounts, and forgets the place as well: React keeps listeners on it as long as it is held.
  cleanup()
}

describe('a chart that is gone', () => {
  it('leaves no listener, no element and no memory behind', async () => {
    for (let cycle = 0; cycle < 15; cycle++) await mountOnce()
    const before = await held()
    for (let cycle = 0; cycle < 60; cycle++) await mountOnce()
    const after = await held()
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2)
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20)
    // One chart with its raster takes half a megabyte and more: none of the 120 is still there.
    expect(after.heap - before.heap).toBeLessThan(1_500_000)
  }, 60_000)

  it('asks for no frame any more', async () => {
    const { unmount } = render(
      <MetricChart title="Loss" series={createSeriesFeed(new Map())} width={500} />,
    )
    unmount()
    await nextFrames(2)
    const request = globalThis.requestAnimationFrame
    let asked = 0
    globalThis.requestAnimationFrame = (callback) => {
      asked++
      return request(callback)
    }
    await new Promise((resolve) => setTimeout(resolve, 400))
    globalThis.requestAnimationFrame = request
    expect(asked).toBe(0)
  })
})

describe('a chart that lives long', () => {
  it('holds its points and nothing more of each append', async () => {
    const feed = createSeriesFeed(new Map([['run', defineSeries({ steps: [0], values: [1] })]]))
    render(
      <MetricChart
        title="Loss"
        series={feed}
        smoothing={{ kind: 'ema', weight: 0.6 }}
        yScale="log"
        width={500}
      />,
    )
    let step = 0
    const append = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        step++
        feed.append('run', [{ step, value: 1 + (step % 7) }])
        if (i % 4 === 0) await nextFrames(1)
      }
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
    await append(500)
    const before = await held()
    await append(2000)
    const after = await held()
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2)
    // Some columns of 8 bytes for each of 2000 points, with room to grow; nothing for each append.
    expect(after.heap - before.heap).toBeLessThan(1_500_000)
  }, 60_000)
})
