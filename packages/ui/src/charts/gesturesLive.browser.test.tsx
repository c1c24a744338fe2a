import { appendPoints, createSeriesFeed, defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles.css'
import type { SeriesInput } from './lineSource.ts'
import { MetricChart } from './MetricChart.tsx'
import { drawn, labelsOf, partOf, plotOf, said } from './testdata/gestures.ts'
import { nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const flat = (value: number): MetricSeries =>
  defineSeries({ steps: [0, 100, 200, 300, 400], values: [value, value, value, value, value] })

const first = new Map([
  ['live', flat(1)],
  ['done', flat(2)],
])
const runs = [
  { id: 'live', name: 'live', status: 'running' },
  { id: 'done', name: 'done', status: 'completed' },
] as const

interface LiveChart {
  readonly onXDomainChange: ReturnType<typeof vi.fn>
  /** Adds a point to the live run. */
  readonly append: (step: number) => Promise<void>
}

/** Draws a chart whose points come with a render. */
async function renderSeries(): Promise<LiveChart> {
  const onXDomainChange = vi.fn<() => void>()
  const chart = (series: SeriesInput) => (
    <MetricChart
      title="Eval loss"
      series={series}
      runs={runs}
      width={600}
      onXDomainChange={onXDomainChange}
    />
  )
  let series = flat(1)
  const { rerender } = render(chart(first))
  await drawn()
  return {
    onXDomainChange,
    async append(step) {
      series = appendPoints(series, [{ step, value: 1 }])
      rerender(chart(new Map([...first, ['live', series]])))
      await settled()
    },
  }
}

/** Draws a chart whose points come past React. */
async function renderFeed(): Promise<LiveChart> {
  const onXDomainChange = vi.fn<() => void>()
  const feed = createSeriesFeed(first)
  render(
    <MetricChart
      title="Eval loss"
      series={feed}
      runs={runs}
      width={600}
      onXDomainChange={onXDomainChange}
    />,
  )
  await drawn()
  return {
    onXDomainChange,
    async append(step) {
      feed.append('live', [{ step, value: 1 }])
      await settled()
    },
  }
}

/** Longer than a gesture rests, and than React waits for points that come past it. */
async function settled(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 320)))
  await act(() => nextFrames())
}

const shareOfCrosshair = (): number => {
  const plot = plotOf().getBoundingClientRect()
  return (partOf('crosshair').getBoundingClientRect().left - plot.left) / plot.width
}

describe.each([
  ['with a render', renderSeries],
  ['past React', renderFeed],
])('points that come %s', (_name, renderChart) => {
  it('show where everything is shown', async () => {
    const { append } = await renderChart()
    await append(800)
    expect(labelsOf('x')).toContain('800')
    expect(screen.queryByRole('button', { name: 'Follow newest points' })).toBeNull()
  })

  it('move neither the viewport nor the pinned cursor, and show no hidden run', async () => {
    const { append, onXDomainChange } = await renderChart()
    plotOf().focus()
    await userEvent.keyboard('{ArrowDown}{End}{ArrowLeft}{Enter}{+}yy')
    await settled()
    await userEvent.click(screen.getByRole('button', { name: 'done' }))
    await settled()
    const [xs, ys, share] = [labelsOf('x'), labelsOf('y'), shareOfCrosshair()]
    const calls = onXDomainChange.mock.calls.length
    expect(xs).not.toContain('0')
    await append(500)
    await append(900)
    expect(labelsOf('x')).toEqual(xs)
    expect(labelsOf('y')).toEqual(ys)
    expect(shareOfCrosshair()).toBe(share)
    expect(partOf('crosshair')).toHaveAttribute('data-pinned')
    expect(partOf('head')).toHaveTextContent('step 300')
    expect(screen.getByRole('button', { name: 'done' })).toHaveAttribute('aria-pressed', 'false')
    expect(onXDomainChange).toHaveBeenCalledTimes(calls)
  })

  it('are followed where that is asked for, by a window that keeps its length', async () => {
    const { append, onXDomainChange } = await renderChart()
    plotOf().focus()
    await userEvent.keyboard('{End}{+}{+}')
    await settled()
    const follow = screen.getByRole('button', { name: 'Follow newest points', pressed: false })
    await userEvent.keyboard('f')
    await expect.poll(() => said()).toBe('Following the newest points')
    expect(follow).toHaveAttribute('aria-pressed', 'true')
    const [from, to] = onXDomainChange.mock.lastCall?.[0] ?? []
    await append(700)
    await append(1000)
    const [movedFrom, movedTo] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(movedTo).toBe(1000)
    expect(movedTo - movedFrom).toBeCloseTo(to - from)
    await expect.poll(() => said()).toBe('Moved on with newest points')
    await userEvent.click(follow)
    await append(1300)
    expect(onXDomainChange.mock.lastCall?.[0]).toEqual([movedFrom, movedTo])
  })

  it('are no longer followed by who looks elsewhere', async () => {
    const { append, onXDomainChange } = await renderChart()
    plotOf().focus()
    await userEvent.keyboard('{End}{+}{+}f')
    await settled()
    await userEvent.keyboard(',')
    await settled()
    const shown = onXDomainChange.mock.lastCall?.[0]
    const follow = screen.getByRole('button', { name: 'Follow newest points' })
    expect(follow).toHaveAttribute('aria-pressed', 'false')
    await append(900)
    expect(onXDomainChange.mock.lastCall?.[0]).toEqual(shown)
  })
})

describe('a chart without a live run', () => {
  it('offers nothing to follow', async () => {
    render(<MetricChart title="Eval loss" series={first} width={600} />)
    await drawn()
    plotOf().focus()
    await userEvent.keyboard('{End}{+}')
    await screen.findByRole('button', { name: 'Reset zoom' })
    expect(screen.queryByRole('button', { name: 'Follow newest points' })).toBeNull()
  })
})
