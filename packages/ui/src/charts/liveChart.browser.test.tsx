import { appendPoints, createSeriesFeed, defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Profiler, type ProfilerOnRenderCallback } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../styles.css'
import { LossChart } from './LossChart.tsx'
import { MetricChart } from './MetricChart.tsx'
import { countPixels, nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const level = (value: number, count: number): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: count }, (_, i) => i),
    values: Array.from({ length: count }, () => value),
  })
const blue = '#2563eb'
const runs = [{ id: 'run', name: 'run', status: 'running' as const }]
const inkOf = (name: string): number =>
  countPixels(screen.getByRole('figure', { name }), colorOfRun())

/** The only run of these charts has this colour. */
function colorOfRun(): string {
  const style = getComputedStyle(screen.getAllByRole('figure')[0] as Element)
  const entry = document.querySelector<HTMLElement>('.runoff-chart-legend-entry')
  const name = /--[\w-]+/.exec(entry?.style.getPropertyValue('--runoff-line-color') ?? '')?.[0]
  const probe = document.createElement('span')
  probe.style.color = style.getPropertyValue(name ?? '') || blue
  document.body.append(probe)
  const parts = getComputedStyle(probe).color.match(/\d+/g) ?? []
  probe.remove()
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
}

describe('a chart of a feed', () => {
  it('draws new points without a render of React', async () => {
    const feed = createSeriesFeed(new Map([['run', level(1, 200)]]))
    const rendered = vi.fn<ProfilerOnRenderCallback>()
    render(
      <Profiler id="chart" onRender={rendered}>
        <MetricChart title="Live loss" series={feed} runs={runs} width={600} />
      </Profiler>,
    )
    await act(() => nextFrames(4))
    const before = inkOf('Live loss')
    expect(before).toBeGreaterThan(100)
    rendered.mockClear()

    feed.append('run', [{ step: 200, value: 3 }])
    await nextFrames(2)

    // A line that rises from 1 to 3 in its last column, where it was level before.
    expect(inkOf('Live loss')).toBeGreaterThan(before)
    expect(rendered).not.toHaveBeenCalled()
  })

  it('says a moment later in words what it has drawn', async () => {
    const feed = createSeriesFeed(new Map([['run', level(1, 200)]]))
    render(<MetricChart title="Live loss" series={feed} runs={runs} width={600} />)
    expect(screen.getByText(/Showing 200 of 200 points/)).toBeDefined()
    for (let step = 200; step < 260; step++) feed.append('run', [{ step, value: 2 }])
    expect(await screen.findByText(/Showing 260 of 260 points/)).toBeDefined()
    expect(screen.getByText(/over 259 steps.*Highest: run with 2\.000 at step 200/)).toBeDefined()
  })

  it('shows a run that appears at once, and forgets one that is gone', async () => {
    const feed = createSeriesFeed(new Map([['run', level(1, 20)]]))
    render(<MetricChart title="Live loss" series={feed} width={600} />)
    await act(async () => {
      feed.set('second', level(2, 20))
      await nextFrames()
    })
    expect(screen.getByRole('button', { name: /second/ })).toBeDefined()
    await act(async () => {
      feed.remove('run')
      await nextFrames()
    })
    expect(screen.queryByRole('button', { name: /^run/ })).toBeNull()
  })

  it('may be one of two phases, of which one is chosen', async () => {
    const feed = createSeriesFeed(new Map([['run', level(1, 50)]]))
    render(
      <LossChart
        trainSeries={feed}
        evalSeries={new Map([['run', level(4, 50)]])}
        mode="train"
        width={600}
      />,
    )
    await act(() => nextFrames(4))
    expect(screen.getByText(/Showing 50 of 50 points/)).toBeDefined()
    feed.append('run', [{ step: 50, value: 1 }])
    expect(await screen.findByText(/Showing 51 of 51 points/)).toBeDefined()
  })
})

describe('a chart whose series are replaced by longer ones', () => {
  const steady = level(1, 100)
  const chart = (series: MetricSeries) => (
    <MetricChart
      title="Live loss"
      series={new Map([['run', series]])}
      runs={runs}
      smoothing={{ kind: 'ema', weight: 0.9 }}
      width={600}
    />
  )

  it('keeps a zoom, a pinned cursor and hidden runs where they were', async () => {
    const { rerender } = render(chart(steady))
    await act(() => nextFrames(4))
    const plot = screen.getByRole('application')
    plot.focus()
    await act(async () => {
      for (const key of ['End', 'Enter', '+', '+']) {
        plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    const ticks = (): string[] =>
      Array.from(
        plot.parentElement?.querySelectorAll('[data-axis="x"][visibility="visible"]') ?? [],
        (tick) => `${tick.textContent} ${tick.getAttribute('transform')}`,
      )
    const crosshair = (): string | undefined =>
      plot.parentElement?.querySelector<HTMLElement>('[data-part="crosshair"]')?.style.transform
    const [ticksBefore, crosshairBefore] = [ticks(), crosshair()]
    expect(ticksBefore.length).toBeGreaterThan(2)

    let series = steady
    for (let step = 100; step < 130; step++) {
      series = appendPoints(series, [{ step, value: 1 }])
      rerender(chart(series))
      await nextFrames(1)
    }
    await act(() => nextFrames(3))

    expect(ticks()).toEqual(ticksBefore)
    expect(crosshair()).toBe(crosshairBefore)
  })
})
