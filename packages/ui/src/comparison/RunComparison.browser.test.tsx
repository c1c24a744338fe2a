import '../styles.css'
import { RunoffError, type ComparisonView, type Policy, type Run } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'
import { sourceWith, sourceWithBadRun } from './testdata/sources.ts'

// The pointer stays where a test left it, and would bring the run that comes there to the front.
afterEach(async () => {
  await userEvent.hover(document.body, { position: { x: 0, y: 0 } })
  cleanup()
})

const names = fiveRuns.map((run) => String(run.id))
const source = memorySource({ runs: mixedRuns })

const checkbox = (name: string, page: HTMLElement = document.body): Promise<HTMLElement> =>
  within(page).findByRole('checkbox', { name: `Compare ${name}` })

const figure = (name: string, page: HTMLElement = document.body): Promise<HTMLElement> =>
  within(page).findByRole('figure', { name })

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Recommendation' })

/** The line at the top, once it is there. */
async function answerText(): Promise<string> {
  const section = await screen.findByRole('region', { name: 'Recommendation' })
  await waitFor(() => expect(section).toHaveAttribute('aria-busy', 'false'))
  return section.querySelector('p')?.textContent ?? ''
}

const summaryRuns = (page: HTMLElement = document.body): string[] =>
  within(within(page).getByRole('table', { name: 'Summary' }))
    .getAllByRole('rowheader')
    .map((header) => header.querySelector('bdi')?.textContent ?? '')

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
    expect(await answerText()).toMatch(
      /^Keep lr-3e-4 \/ seed 1 .* for now: lowest eval loss 0\.2\d+, but every configuration ran once/,
    )
    expect(panel().textContent).toContain(
      'Of 8 runs, 5 judged; left out: 1 still running, 1 not completed, 1 without eval loss.',
    )
    expect(
      screen.getByText('Nothing selected: showing the 5 runs with the lowest eval loss.'),
    ).toBeInTheDocument()
    expect(summaryRuns()).toHaveLength(5)
  })

  it('overlays five selected runs and compares them in a dialog', async () => {
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
    const dialog = await screen.findByRole('dialog', { name: 'Run comparison' })
    expect(dialog.closest('.runoff-comparison')).not.toBeNull()
    expect(onViewChange.mock.lastCall?.[0].isDialogOpen).toBe(true)
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    const inDialog = await figure('Loss', dialog)
    await waitFor(() => expect(paintedColors(inDialog)).toBeGreaterThanOrEqual(5))
    expect(summaryRuns(dialog).toSorted()).toEqual(names.toSorted())

    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(onViewChange.mock.lastCall?.[0].isDialogOpen).toBe(false)
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Compare selected (5)'))
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

  it('says the best of the selected runs once there are some, and says so', async () => {
    render(<RunComparison source={source} />)
    await userEvent.click(await checkbox('lr-1e-4 / seed 1'))
    await userEvent.click(await checkbox('just started'))
    await waitFor(async () =>
      expect(await answerText()).toMatch(
        /^Keep lr-1e-4 \/ seed 1 .*: it is the only run to judge, with eval loss 0\.2\d+, /,
      ),
    )
    expect(panel().textContent).toContain(
      'Of 2 selected runs, 1 judged; left out: 1 still running.',
    )
  })

  it('says the best of all listed runs that have a value, not only of those with curves', async () => {
    const status = 'completed'
    const runs = [5, 3, 4, null].map((loss, id) => ({ id, status, metrics: { 'eval/loss': loss } }))
    const all = [...runs, { id: 'old', status, archived: true, metrics: { 'eval/loss': 1 } }]
    render(<RunComparison source={memorySource({ runs: all })} maxSelected={2} />)
    expect(await answerText()).toMatch(/^Keep 1 for now: lowest eval loss 3\.000, but /)
    expect(panel().textContent).toContain('Of 4 runs, 3 judged; left out: 1 without eval loss.')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show archived' }))
    await waitFor(async () =>
      expect(await answerText()).toMatch(/^Keep old for now: lowest eval loss 1\.000, but /),
    )
    expect(panel().textContent).toContain('Of 5 runs, 4 judged;')
  })

  it('says that the runs which are loaded are not all there are', async () => {
    const all = memorySource({ runs: fiveRuns })
    const paged = sourceWith({
      listRuns: (query, options) => all.listRuns({ ...query, limit: 2 }, options),
    })
    render(<RunComparison source={paged} />)
    await answerText()
    expect(panel().textContent).toContain('Of the 2 runs loaded so far, all judged.')
  })

  it('refuses to name a best run of values on different data', async () => {
    const runs = ['x', 'y'].map((dataset) => ({
      id: dataset,
      dataset,
      status: 'completed',
      metrics: { 'eval/loss': 0.5 },
    }))
    render(<RunComparison source={memorySource({ runs })} />)
    expect(await answerText()).toBe('Not comparable: two datasets (x, y).')
    expect(screen.queryByText('Recommended')).toBeNull()
  })

  it('keeps the list where it is while runs are ticked and searched for', async () => {
    render(<RunComparison source={source} />)
    await figure('Loss')
    const list = screen.getByRole('region', { name: 'Runs' })
    const top = (): number => list.getBoundingClientRect().top + window.scrollY
    const before = top()
    await userEvent.click(await checkbox('lr-3e-3 / seed 1'))
    expect(screen.getByText(/^lr-3e-3 \/ seed 1: stopped at step 812/)).toBeVisible()
    expect(top()).toBe(before)
    await userEvent.click(await checkbox('lr-3e-3 / seed 1'))
    await userEvent.fill(screen.getByRole('searchbox', { name: 'Search runs' }), 'no such run')
    expect(await screen.findByText('No run to compare.')).toBeVisible()
    expect(top()).toBe(before)
  })

  it('listens to the list of a source that pushes once', async () => {
    const watch = vi.fn<NonNullable<RunSource['watch']>>(() => () => {})
    render(<RunComparison source={sourceWith({ watch })} />)
    await figure('Loss')
    const ofTheList = watch.mock.calls.filter(([query]) => query.ids === undefined)
    expect(ofTheList).toHaveLength(1)
  })

  it('gives a run one colour in every part, and keeps it when others are deselected', async () => {
    render(<RunComparison source={source} defaultView={{ selectedIds: names }} />)
    await figure('Loss')
    const colors = (): Map<string, Set<string>> => {
      const found = new Map<string, Set<string>>()
      for (const dot of document.querySelectorAll<HTMLElement>('.runoff-run-color')) {
        const run = dot.closest('[data-run]')?.getAttribute('data-run') ?? ''
        found.set(run, (found.get(run) ?? new Set()).add(`--runoff-color-${dot.dataset['color']}`))
      }
      for (const entry of document.querySelectorAll<HTMLElement>('.runoff-chart-legend-entry')) {
        const color = entry.style.getPropertyValue('--runoff-line-color').slice('var('.length, -1)
        const run = entry.dataset['run'] ?? ''
        found.set(run, (found.get(run) ?? new Set()).add(color))
      }
      return found
    }
    const before = colors()
    expect(Array.from(before.values(), (seen) => seen.size)).toEqual([1, 1, 1, 1, 1])
    for (const name of names.slice(0, 4)) {
      await userEvent.click(await checkbox(name))
      const left = names.slice(names.indexOf(name) + 1)
      await waitFor(() => expect([...colors().keys()].toSorted()).toEqual(left.toSorted()))
      for (const run of left) expect(colors().get(run)).toEqual(before.get(run))
    }
  })

  it('brings a run to the front of the charts from its row, by pointer and by keyboard', async () => {
    render(<RunComparison source={source} defaultView={{ selectedIds: names }} />)
    const loss = await figure('Loss')
    const highlighted = (): (string | undefined)[] =>
      Array.from(loss.querySelectorAll<HTMLElement>('li [data-highlighted]'), (entry) => {
        return entry.dataset['run']
      })
    const [first = '', second = ''] = names
    await checkbox(first)
    await userEvent.hover(page.getByRole('table', { name: 'All runs' }).getByText(first))
    await waitFor(() => expect(new Set(highlighted())).toEqual(new Set([first])))
    await userEvent.hover(await checkbox(first))
    await waitFor(() => expect(highlighted()).toEqual([]))
    const table = screen.getByRole('table', { name: 'Summary' })
    within(table)
      .getByRole('rowheader', { name: new RegExp(`^${first}`) })
      .focus()
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(new Set(highlighted())).toEqual(new Set([second])))
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

  it('says why it cannot ask for such a run, and takes it for unknown only when it could', async () => {
    const all = memorySource({ runs: mixedRuns })
    const byIds = vi
      .fn<RunSource['listRuns']>((...query) => all.listRuns(...query))
      .mockRejectedValueOnce(new RunoffError('not-found', 'There is no index of ids.'))
    const paged = sourceWith({
      listRuns: (query, options) =>
        query.ids === undefined
          ? all.listRuns({ ...query, limit: 2 }, options)
          : byIds(query, options),
    })
    render(<RunComparison source={paged} view={{ selectedIds: ['from a notebook', 'gone'] }} />)
    const alert = await screen.findByText(/There is no index of ids\./)
    expect(screen.queryByText(/not been found/)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('1 run of the selection has not been found.')).toBeVisible()
    expect(alert).not.toBeInTheDocument()
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
    const tied = ['a', 'b'].map((id) => ({
      id,
      status: 'completed',
      metrics: { 'eval/loss': { min: 0.5 } },
    }))
    render(<RunComparison source={memorySource({ runs: [...tied, { id: 'c' }] })} />)
    expect(await answerText()).toMatch(
      /^Keep a or b for now: they share the lowest eval loss 0\.5000, but /,
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
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = <RunComparison source={source} />
    const container = document.createElement('div')
    container.innerHTML = renderToString(page)
    // A server has no document, and libraries that ask for one choose their effects by it. What real
    // servers write is hydrated in hosts/hydration.test.ts.
    complain.mockClear()
    document.body.append(container)
    expect(container.textContent).toContain('Loading runs')
    render(page, { container, hydrate: true })
    expect(await answerText()).toMatch(/lr-3e-4/)
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

  it('marks the recommended run in the list and the table, and says why on its star', async () => {
    render(<RunComparison source={source} defaultView={{ selectedIds: names }} />)
    await figure('Loss')
    const answer = await answerText()
    const rows = document.querySelectorAll<HTMLElement>('[data-run][data-recommended]')
    const marked = Array.from(rows, (row) => row.dataset['run'])
    expect(new Set(marked).size).toBe(1)
    expect(answer).toContain(marked[0] ?? 'nothing')
    const list = within(screen.getByRole('region', { name: 'Runs' }))
    const table = within(screen.getByRole('table', { name: 'Summary' }))
    for (const part of [list, table]) {
      const star = part.getByText('Recommended')
      expect(star.closest('[title]')?.getAttribute('title')).toMatch(
        /^Recommended: It has the lowest eval loss: 0\.2\d+\./,
      )
    }
  })

  it('asks the policy of the host, and says that it did', async () => {
    const policy: Policy = function newestFirst({ candidates }) {
      return candidates.map(({ run }) => ({ run, score: run.createdAtMs ?? 0 }))
    }
    render(<RunComparison source={source} policy={policy} />)
    expect(await answerText()).toContain('the policy “newestFirst”')
    expect(document.querySelector('tr[data-recommended]')).toHaveAttribute(
      'data-run',
      'lr-1e-3 / seed 1',
    )
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
