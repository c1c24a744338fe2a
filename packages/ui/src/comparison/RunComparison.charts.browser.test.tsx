import type { ComparisonView } from '@runoff/core'
import '../styles.css'
import { RunoffProvider } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { nextFrames } from '../charts/testdata/pixels.ts'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns } from './testdata/generatedRuns.ts'
import { recordedSource, samplingSource } from './testdata/samplingSource.ts'
import { closeSweep } from './testdata/sweeps.ts'

// The pointer stays where a test left it, and would bring the run that comes there to the front.
afterEach(async () => {
  await userEvent.hover(document.body, { position: { x: 0, y: 0 } })
  cleanup()
  window.scrollTo(0, 0)
})

const names = fiveRuns.map((run) => String(run.id))
const source = memorySource({ runs: fiveRuns })
const pair = { selectedIds: names.slice(0, 2) }

const figure = (name: string): Promise<HTMLElement> => screen.findByRole('figure', { name })
const field = (label: string): Promise<HTMLElement> => screen.findByLabelText(label)

const axisOf = (chart: HTMLElement): string =>
  chart.querySelector('.runoff-chart-axis-name')?.textContent ?? ''

const legendOf = (chart: HTMLElement): string[] =>
  within(chart)
    .getAllByRole('button', { pressed: true })
    .filter((entry) => entry.closest('li') !== null)
    .map((entry) => entry.dataset['run'] ?? '')

/** The titles of the charts beside the loss, in the order of the page. */
const gridTitles = (): (string | null | undefined)[] =>
  Array.from(
    document.querySelectorAll('.runoff-charts-cell'),
    (cell) => cell.querySelector('.runoff-chart-title')?.textContent,
  )

describe('the toolbar of RunComparison', () => {
  it('draws all charts as it is set, and keeps the choice in a view that JSON can carry', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { unmount } = render(
      <RunComparison source={source} defaultView={pair} onViewChange={onViewChange} />,
    )
    const loss = await figure('Loss')
    const rate = await figure('Learning rate')
    await userEvent.selectOptions(await field('X axis'), 'Relative step')
    await userEvent.selectOptions(await field('X scale'), 'Log')
    await waitFor(() => expect(axisOf(loss)).toBe('Relative step (log)'))
    await waitFor(() => expect(axisOf(rate)).toBe('Relative step (log)'))
    await userEvent.selectOptions(await field('Smoothing'), 'TensorBoard EMA')
    await waitFor(() =>
      expect(onViewChange.mock.lastCall?.[0].chartSettings).toMatchObject({
        xAxis: 'relative-step',
        xScale: 'log',
        smoothing: { kind: 'ema', weight: 0.6 },
      }),
    )
    const view = onViewChange.mock.lastCall?.[0]
    unmount()
    render(<RunComparison source={source} view={JSON.parse(JSON.stringify(view))} />)
    const again = await figure('Loss')
    await waitFor(() => expect(axisOf(again)).toBe('Relative step (log)'))
    expect(await field('Smoothing')).toHaveDisplayValue('TensorBoard EMA')
    expect(screen.getByRole('slider', { name: 'Weight' })).toHaveValue('0.6')
  })

  it('tells the host once of a slider that moves on', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const smoothing = { kind: 'ema', weight: 0.5 } as const
    render(
      <RunComparison
        source={source}
        defaultView={{ ...pair, chartSettings: { smoothing } }}
        onViewChange={onViewChange}
      />,
    )
    const slider = await screen.findByRole('slider', { name: 'Weight' })
    slider.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(slider).toHaveValue('0.503')
    await waitFor(() =>
      expect(onViewChange.mock.lastCall?.[0].chartSettings.smoothing).toEqual({
        kind: 'ema',
        weight: 0.503,
      }),
    )
    expect(onViewChange).toHaveBeenCalledTimes(1)
    expect(slider).toHaveValue('0.503')
  })

  it('keeps what someone set in the moment they leave', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { unmount } = render(
      <RunComparison source={source} defaultView={pair} onViewChange={onViewChange} />,
    )
    fireEvent.change(await field('Y scale'), { target: { value: 'log' } })
    unmount()
    expect(onViewChange.mock.lastCall?.[0].chartSettings.yScale).toBe('log')
  })

  it('goes back to what the host keeps', async () => {
    render(<RunComparison source={source} view={pair} />)
    await figure('Loss')
    await userEvent.selectOptions(await field('X axis'), 'Epoch')
    await waitFor(async () => expect(await field('X axis')).toHaveDisplayValue('Step'))
  })

  it('draws the seeds of a configuration as one line with a band', async () => {
    const selectedIds = closeSweep.slice(0, 6).map((run) => String(run.id))
    render(
      <RunComparison
        source={memorySource({ runs: closeSweep })}
        maxSelected={6}
        defaultView={{ selectedIds, lossMode: 'eval' }}
      />,
    )
    const loss = await figure('Loss')
    expect(legendOf(loss)).toEqual(selectedIds)
    await userEvent.selectOptions(await field('Groups'), 'Seeds as bands')
    await waitFor(() => expect(legendOf(loss)).toHaveLength(2))
    expect(within(loss).getByRole('list', { name: /^Runs in/ }).textContent).toMatch(
      /^lr-3e-4 .*lr-2e-4 /,
    )
  })

  it('offers no bands where no two runs are seeds of one configuration', async () => {
    render(<RunComparison source={source} defaultView={pair} />)
    await figure('Loss')
    expect(screen.queryByLabelText('Groups')).toBeNull()
  })

  it('lays a metric along x that it asks for when it is chosen', async () => {
    const runs = ['a', 'b'].map((id) => ({
      id,
      status: 'completed',
      series: {
        'train/loss': [1, 2, 3].map((step) => ({ step, value: 3 / step })),
        tokens: [1, 2, 3].map((step) => ({ step, value: step * 4096 })),
      },
    }))
    const recorded = recordedSource(memorySource({ runs }))
    render(<RunComparison source={recorded.source} defaultView={{ metrics: [] }} />)
    const loss = await figure('Loss')
    expect(recorded.reads.flat().map(({ metric }) => metric)).not.toContain('tokens')
    await userEvent.selectOptions(await field('X axis'), 'Tokens')
    await waitFor(() => expect(axisOf(loss)).toBe('Tokens'))
    expect(within(loss).queryByText(/not drawn/)).toBeNull()
  })
})

describe('the charts of RunComparison', () => {
  it('asks for the losses first, and for other metrics once their charts come near', async () => {
    const recorded = recordedSource(source)
    render(
      <>
        <RunComparison source={recorded.source} defaultView={pair} />
        <style>{'.runoff-comparison-grid { margin-block-start: 500vh }'}</style>
      </>,
    )
    await figure('Loss')
    const asked = (): Set<string> => new Set(recorded.reads.flat().map(({ metric }) => metric))
    expect(asked()).toEqual(new Set(['train/loss', 'eval/loss']))
    screen.getByRole('group', { name: 'Learning rate' }).scrollIntoView()
    await figure('Learning rate')
    expect(asked()).toEqual(
      new Set([
        'train/loss',
        'eval/loss',
        'eval/perplexity',
        'learning_rate',
        'grad_norm',
        'train/samples_per_second',
      ]),
    )
  })

  it('keeps the order that a person gives them', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    render(<RunComparison source={source} defaultView={pair} onViewChange={onViewChange} />)
    await figure('Gradient norm')
    const first = gridTitles()
    await userEvent.click(screen.getByRole('button', { name: 'Arrange charts' }))
    await userEvent.click(screen.getByRole('button', { name: 'Move Learning rate earlier' }))
    expect(gridTitles()).toEqual(['Learning rate', 'Perplexity', ...first.slice(2)])
    expect(onViewChange.mock.lastCall?.[0].charts.order.slice(0, 2)).toEqual([
      'learning_rate',
      'eval/perplexity',
    ])
  })

  it('draws the points that a live run adds', async () => {
    const runOf = (count: number) => ({
      id: 'live',
      status: 'running',
      series: {
        'train/loss': Array.from({ length: count }, (_, i) => ({ step: i, value: 1 / (i + 1) })),
      },
    })
    let current = memorySource({ id: 'live', runs: [runOf(50)] })
    const changing: RunSource = {
      id: 'live',
      listRuns: (query, options) => current.listRuns(query, options),
      readSeries: (requests, options) => current.readSeries(requests, options),
    }
    render(
      <RunoffProvider source={changing} pollIntervalMs={200}>
        <RunComparison defaultView={{ selectedIds: ['live'] }} />
      </RunoffProvider>,
    )
    const loss = await figure('Loss')
    await waitFor(() => expect(shownPoints(loss)).toBe(50))
    current = memorySource({ id: 'live', runs: [runOf(80)] })
    await waitFor(() => expect(shownPoints(loss)).toBe(80), { timeout: 5000 })
  })

  it('asks of a long series for what a screen can show, and for all of it to smooth it', async () => {
    const points = Array.from({ length: 9000 }, (_, step) => ({ step, value: 1 / (step + 1) }))
    const runs = ['a', 'b'].map((id) => ({ id, series: new Map([['eval/loss', points]]) }))
    const recorded = recordedSource(memorySource({ runs }))
    const asked = (): readonly unknown[] => recorded.reads.flat().map(({ maxPoints }) => maxPoints)
    render(<RunComparison source={recorded.source} defaultView={{ metrics: [] }} />)
    await figure('Loss')
    await waitFor(() => expect(asked()).toContain(8000))
    const before = asked().length
    await userEvent.selectOptions(await field('Smoothing'), 'TensorBoard EMA')
    await waitFor(() => expect(asked().length).toBeGreaterThan(before))
    expect(asked().slice(before)).not.toContain(8000)
  })

  it('asks a source that sampled again for the part that is zoomed to', async () => {
    const recorded = recordedSource(samplingSource(source, 50))
    render(<RunComparison source={recorded.source} defaultView={{ ...pair, metrics: [] }} />)
    const loss = await figure('Loss')
    // 200 train losses, of which every fourth is there, and 20 eval losses of each run.
    await within(loss).findByText(/Showing 140 of 440 points, sampled/)
    const plot = within(loss).getByRole('application', { name: 'Plot of Loss' })
    await act(() => nextFrames())
    plot.focus()
    await userEvent.keyboard('{Home}++++')
    await waitFor(() => expect(ranges(recorded.reads)).not.toEqual([]))
    const [range] = ranges(recorded.reads)
    expect(range?.from).toBeLessThan(200)
    expect(range?.to).toBeLessThan(1000)
    const metrics = recorded.reads.flat().filter((request) => request.range !== undefined)
    expect(new Set(metrics.map(({ metric }) => metric))).toEqual(new Set(['train/loss']))
    const steps = range === undefined ? 0 : Math.floor((range.to - range.from) / 10)
    await waitFor(() => expect(shownPoints(loss)).toBeGreaterThan(steps))
  })
})

function ranges(
  reads: readonly (readonly Parameters<RunSource['readSeries']>[0][number][])[],
): { readonly from: number; readonly to: number }[] {
  return reads.flat().flatMap(({ range }) => range ?? [])
}

/** How many points the notes of a chart say that it shows. */
function shownPoints(chart: HTMLElement): number {
  const text = within(chart).getByText(/^Showing/).textContent ?? ''
  return Number(/Showing ([\d\u202f]+)/.exec(text)?.[1]?.replaceAll('\u202f', ''))
}
