import '../styles.css'
import type { Run } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ComparisonView } from './comparisonView.ts'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'
import { sourceWith, sourceWithBadRun } from './testdata/sources.ts'

afterEach(cleanup)

const names = fiveRuns.map((run) => String(run.id))
const source = memorySource({ runs: mixedRuns })

const checkbox = (name: string, page: HTMLElement = document.body): Promise<HTMLElement> =>
  within(page).findByRole('checkbox', { name: `Compare ${name}` })

const figure = (name: string, page: HTMLElement = document.body): Promise<HTMLElement> =>
  within(page).findByRole('figure', { name })

const summaryRuns = (page: HTMLElement = document.body): string[] =>
  within(within(page).getByRole('table', { name: 'Summary' }))
    .getAllByRole('rowheader')
    .map((header) => header.textContent ?? '')

/** How many colours a canvas shows beside its ground. */
function paintedColors(chart: HTMLElement): number {
  const canvas = chart.querySelector('canvas')
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
  if (data === undefined) throw new Error('no canvas')
  const colors = new Set<number>()
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] ?? 0) === 255) {
      colors.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0))
    }
  }
  return colors.size
}

describe('RunComparison', () => {
  it('says first which run is best, and compares the best runs until some are selected', async () => {
    render(<RunComparison source={source} />)
    expect((await screen.findByText(/^Lowest eval loss:/)).textContent).toMatch(
      /^Lowest eval loss: lr-3e-4 \/ seed 1 with 0\.2\d+, of 5 runs$/,
    )
    expect(
      screen.getByText('Nothing selected: showing the 5 runs with the lowest eval loss.'),
    ).toBeInTheDocument()
    expect(summaryRuns()).toHaveLength(5)
  })

  it('overlays five selected runs and leads to their curves', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    render(<RunComparison source={source} onViewChange={onViewChange} />)
    for (const name of names) await userEvent.click(await checkbox(name))
    expect(onViewChange.mock.lastCall?.[0].selectedIds).toEqual(names)
    expect(await checkbox('just started')).toBeDisabled()

    const loss = await figure('Loss')
    expect(loss.querySelectorAll('canvas')).toHaveLength(1)
    await waitFor(() => expect(paintedColors(loss)).toBeGreaterThanOrEqual(5))
    expect(screen.queryByText(/^Nothing selected/)).toBeNull()
    expect(summaryRuns().toSorted()).toEqual(names.toSorted())

    await userEvent.click(screen.getByRole('button', { name: 'Compare selected (5)' }))
    const heading = screen.getByRole('heading', { name: 'Curves' })
    expect(document.activeElement).toBe(heading)
    expect(Math.abs(heading.getBoundingClientRect().top)).toBeLessThan(100)
  })

  it('has a chart for each metric that is shown, and keeps the choice in the view', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    render(<RunComparison source={source} onViewChange={onViewChange} />)
    await figure('Perplexity')
    await figure('Learning rate')
    await figure('Gradient norm')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Gradient norm' }))
    await waitFor(() => expect(screen.queryByRole('figure', { name: 'Gradient norm' })).toBeNull())
    expect(onViewChange.mock.lastCall?.[0].metrics).toEqual([
      'eval/perplexity',
      'learning_rate',
      'train/samples_per_second',
    ])
  })

  it('gives back a view that JSON can carry', async () => {
    const onViewChange = vi.fn<(view: ComparisonView) => void>()
    const { unmount } = render(<RunComparison source={source} onViewChange={onViewChange} />)
    await userEvent.click(await checkbox('lr-1e-4 / seed 1'))
    const table = await screen.findByRole('table', { name: 'Summary' })
    await userEvent.click(within(table).getByRole('button', { name: 'Train loss' }))
    const view = onViewChange.mock.lastCall?.[0]
    unmount()
    render(<RunComparison source={source} view={JSON.parse(JSON.stringify(view))} />)
    expect(await checkbox('lr-1e-4 / seed 1')).toBeChecked()
    const again = await screen.findByRole('table', { name: 'Summary' })
    expect(within(again).getByRole('columnheader', { name: 'Train loss' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  it('obeys the host that keeps the view and refuses a change', async () => {
    render(<RunComparison source={source} view={{ selectedIds: ['lr-1e-4 / seed 1'] }} />)
    await userEvent.click(await checkbox('lr-1e-4 / seed 2'))
    await waitFor(async () => expect(await checkbox('lr-1e-4 / seed 2')).not.toBeChecked())
    expect(summaryRuns()).toEqual(['lr-1e-4 / seed 1'])
  })

  it('compares the best of what the search finds', async () => {
    render(<RunComparison source={source} />)
    await userEvent.fill(await screen.findByRole('searchbox', { name: 'Search runs' }), '1e-4')
    await waitFor(() => expect(summaryRuns()).toEqual(['lr-1e-4 / seed 1', 'lr-1e-4 / seed 2']))
  })

  it('asks by id for a selected run that lies past the first page', async () => {
    const all = memorySource({ runs: mixedRuns })
    const paged = sourceWith({
      listRuns: (query, options) =>
        all.listRuns(query.ids === undefined ? { ...query, limit: 2 } : query, options),
    })
    render(<RunComparison source={paged} view={{ selectedIds: ['from a notebook', 'gone'] }} />)
    await waitFor(() => expect(summaryRuns()).toEqual(['from a notebook']))
    expect(screen.getByText('1 run of the selection has not been found.')).toBeInTheDocument()
  })

  it('names the run that cannot be read and draws the others', async () => {
    render(
      <RunComparison
        source={sourceWithBadRun('lr-3e-4 / seed 2')}
        defaultView={{ selectedIds: names }}
      />,
    )
    expect(
      await screen.findByText(/^lr-3e-4 \/ seed 2 could not be read: trainer_state/),
    ).toBeVisible()
    const loss = await figure('Loss')
    await waitFor(() => expect(paintedColors(loss)).toBeGreaterThanOrEqual(4))
  })

  it('passes attributes and ref through to its section', () => {
    const ref = createRef<HTMLElement>()
    render(<RunComparison ref={ref} source={source} className="mine" data-testid="whole" />)
    expect(ref.current).toBe(screen.getByTestId('whole'))
    expect(ref.current).toHaveClass('runoff', 'runoff-comparison', 'mine')
    expect(ref.current).toHaveAccessibleName('Run comparison')
  })

  it('reports a tie as one', async () => {
    const tied = ['a', 'b'].map((id) => ({ id, metrics: { 'eval/loss': { min: 0.5 } } }))
    render(<RunComparison source={memorySource({ runs: [...tied, { id: 'c' }] })} />)
    expect(await screen.findByText(/^Lowest eval loss:/)).toHaveTextContent(
      'Lowest eval loss: a, b with 0.5000 (2 runs tied), of 2 runs',
    )
  })

  it('keeps two on one page apart, under StrictMode', async () => {
    const sources = ['left', 'right'].map((name) =>
      memorySource({
        runs: [1, 2].map((seed) =>
          generatedRun({ name: `${name} ${seed}`, seed, peakLearningRate: 1e-4, floor: 0.2 }),
        ),
      }),
    )
    render(
      <StrictMode>
        {sources.map((each, index) => (
          <div key={index} data-testid={`page ${index}`}>
            <RunComparison source={each} />
          </div>
        ))}
      </StrictMode>,
    )
    const [left, right] = [screen.getByTestId('page 0'), screen.getByTestId('page 1')]
    await userEvent.click(await checkbox('left 1', left))
    await waitFor(() => expect(summaryRuns(left)).toEqual(['left 1']))
    expect(summaryRuns(right).toSorted()).toEqual(['right 1', 'right 2'])
    const ids = Array.from(document.querySelectorAll('[id]'), (element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes over what a server rendered, without a word of complaint', async () => {
    const complain = vi.spyOn(console, 'error')
    const page = <RunComparison source={source} />
    const container = document.createElement('div')
    container.innerHTML = renderToString(page)
    document.body.append(container)
    expect(container.textContent).toContain('Loading runs')
    render(page, { container, hydrate: true })
    expect(await screen.findByText(/^Lowest eval loss:/)).toBeVisible()
    expect(complain.mock.calls).toEqual([])
    complain.mockRestore()
    container.remove()
  })

  it('fits into 360 pixels', async () => {
    render(
      <div style={{ inlineSize: 360 }}>
        <RunComparison source={source} defaultView={{ selectedIds: names }} />
      </div>,
    )
    await figure('Loss')
    const page = screen.getByRole('region', { name: 'Run comparison' })
    expect(page.scrollWidth).toBeLessThanOrEqual(360)
  })

  it('opens a run through the host', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<RunComparison source={source} onOpenRun={onOpenRun} />)
    const list = within(await screen.findByRole('region', { name: 'Runs' }))
    const row = await list.findByRole('row', { name: /^lr-1e-4 \/ seed 1/ })
    await userEvent.click(within(row).getByText('lr-1e-4 / seed 1'))
    expect(onOpenRun.mock.calls[0]?.[0]).toMatchObject({ id: 'lr-1e-4 / seed 1' })
  })

  it('gives way to a sentence where one chart crashes, and keeps the rest', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    const good = memorySource({ runs: fiveRuns })
    const crashing: RunSource = {
      ...good,
      readSeries: async (requests, options) => {
        const results = await good.readSeries(requests, options)
        return results.map((result) =>
          result.request.metric === 'grad_norm' && result.series !== null
            ? { ...result, series: { ...result.series, values: crashingColumn } }
            : result,
        )
      },
    }
    render(<RunComparison source={crashing} />)
    expect(await screen.findByText(/^Gradient norm could not be shown/)).toBeVisible()
    expect(await figure('Loss')).toBeVisible()
    expect(screen.getByRole('table', { name: 'Summary' })).toBeVisible()
    quiet.mockRestore()
  })
})

/** A column that a broken adapter gives: it has a length and no numbers. */
const crashingColumn = new Proxy(new Float64Array(3), {
  get: (column, key) => {
    if (key === 'length') return column.length
    throw new TypeError('This column cannot be read.')
  },
})
