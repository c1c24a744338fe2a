import '../styles.css'
import { defineRun, recommend, type Run, type RunInput, type TableView } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { RecommendationProvider } from '../recommendation/RecommendationProvider.tsx'
import { known } from '../recommendation/testdata/recommendations.ts'
import { SummaryTable } from './SummaryTable.tsx'

afterEach(cleanup)

const run = (input: RunInput): Run => defineRun({ status: 'completed', ...input })

const runs = [
  run({
    id: 'a',
    name: 'warmup',
    metrics: { 'eval/loss': { min: 0.25, last: 0.25 }, 'train/loss': 0.2 },
  }),
  run({
    id: 'b',
    name: 'cosine',
    metrics: { 'eval/loss': { min: 0.23451239, last: 0.3 }, 'train/loss': 0.05 },
  }),
  run({ id: 'c', name: 'linear', metrics: { 'train/loss': NaN } }),
]

const table = (): HTMLElement => screen.getByRole('table', { name: 'Summary' })
const names = (): string[] =>
  within(table())
    .getAllByRole('rowheader')
    .map((header) => header.textContent ?? '')
const header = (name: string): HTMLElement => within(table()).getByRole('columnheader', { name })
const sortBy = (name: string): HTMLElement => within(table()).getByRole('button', { name })

function cell(runName: string, column: string): HTMLElement {
  const index = within(table())
    .getAllByRole('columnheader')
    .findIndex((candidate) => candidate === header(column))
  const row = within(table()).getByRole('row', { name: new RegExp(runName) })
  const found = row.children[index]
  if (!(found instanceof HTMLElement)) throw new Error(`no ${column} of ${runName}`)
  return found
}

describe('SummaryTable', () => {
  it('begins with the best run and says so to assistive technology', () => {
    render(<SummaryTable runs={runs} />)
    expect(names()).toEqual(['cosine', 'warmup', 'linear'])
    expect(header('Best eval loss')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Train loss')).toHaveAttribute('aria-sort', 'none')
  })

  it('has a button for every column', () => {
    render(<SummaryTable runs={runs} />)
    expect(
      within(table())
        .getAllByRole('columnheader')
        .map((head) => within(head).getByRole('button').firstChild?.textContent),
    ).toEqual([
      'Run',
      'Model',
      'Status',
      'Dataset',
      'Best eval loss',
      'Train loss',
      'Gap',
      'Perplexity',
      'Learning rate',
      'Batch size',
      'Speed',
      'Duration',
      'Epochs',
      'Convergence',
    ])
  })

  it('sorts by a click, turns at the next, and keeps missing values last', async () => {
    const onViewChange = vi.fn<(view: TableView) => void>()
    render(<SummaryTable runs={runs} onViewChange={onViewChange} />)
    await userEvent.click(sortBy('Gap'))
    expect(names()).toEqual(['warmup', 'cosine', 'linear'])
    expect(header('Gap')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Best eval loss')).toHaveAttribute('aria-sort', 'none')
    await userEvent.click(sortBy('Gap'))
    expect(names()).toEqual(['cosine', 'warmup', 'linear'])
    expect(header('Gap')).toHaveAttribute('aria-sort', 'descending')
    expect(onViewChange.mock.calls.map(([view]) => view.sorting)).toEqual([
      [{ column: 'gap', isDescending: false }],
      [{ column: 'gap', isDescending: true }],
    ])
  })

  it('sorts from the keyboard and keeps the focus', async () => {
    render(<SummaryTable runs={runs} />)
    sortBy('Run').focus()
    await userEvent.keyboard('{Enter}')
    expect(names()).toEqual(['cosine', 'linear', 'warmup'])
    expect(document.activeElement).toBe(sortBy('Run'))
    await userEvent.keyboard(' ')
    expect(names()).toEqual(['warmup', 'linear', 'cosine'])
  })

  it('begins with the end that is better where the goal is a maximum', async () => {
    render(
      <SummaryTable
        runs={[0.5, 0.9, 0.7].map((max, id) => run({ id, metrics: { 'eval/f1': { max } } }))}
        objective={{ metric: 'eval/f1', goal: 'max' }}
      />,
    )
    expect(names()).toEqual(['1', '2', '0'])
    expect(header('Best eval f1')).toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(sortBy('Speed'))
    expect(header('Speed')).toHaveAttribute('aria-sort', 'descending')
  })

  it('obeys the host that controls the sorting', async () => {
    render(<SummaryTable runs={runs} view={{ sorting: [{ column: 'run', isDescending: true }] }} />)
    await userEvent.click(sortBy('Gap'))
    expect(names()).toEqual(['warmup', 'linear', 'cosine'])
    expect(header('Run')).toHaveAttribute('aria-sort', 'descending')
  })

  it('marks best and worst by a sign and a word, not by colour alone', () => {
    render(<SummaryTable runs={runs} />)
    expect(cell('cosine', 'Best eval loss')).toHaveTextContent('0.2345★ Best')
    expect(cell('warmup', 'Best eval loss')).toHaveTextContent('0.2500▽ Worst6.6 % worse')
    expect(cell('cosine', 'Gap')).toHaveTextContent('0.1845▲ large gap')
    expect(cell('warmup', 'Gap').textContent).toBe('0.05000')
    const colors = ['cosine', 'warmup'].map(
      (name) => getComputedStyle(cell(name, 'Train loss')).color,
    )
    expect(new Set(colors).size).toBe(2)
  })

  it('says that a value is missing, and shows NaN as NaN', () => {
    render(<SummaryTable runs={runs} />)
    expect(within(cell('linear', 'Best eval loss')).getByText('no value')).toBeInTheDocument()
    expect(cell('linear', 'Train loss').textContent).toBe('NaN')
  })

  it('shows the whole value on hover, and on focus under the table', async () => {
    render(<SummaryTable runs={runs} />)
    expect(cell('cosine', 'Best eval loss')).toHaveAttribute('title', '0.23451239')
    cell('cosine', 'Run').focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toBe(cell('cosine', 'Best eval loss'))
    expect(screen.getByRole('status')).toHaveTextContent('Best eval loss of cosine: 0.23451239')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(cell('warmup', 'Best eval loss'))
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toBe(cell('warmup', 'Convergence'))
    await userEvent.keyboard('{Home}{ArrowUp}')
    expect(document.activeElement).toBe(cell('cosine', 'Run'))
  })

  it('is one tab stop after the buttons, where the keyboard was last', async () => {
    render(<SummaryTable runs={runs} />)
    sortBy('Convergence').focus()
    await userEvent.tab()
    expect(document.activeElement).toBe(cell('cosine', 'Run'))
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.tab({ shift: true })
    expect(document.activeElement).toBe(sortBy('Convergence'))
    await userEvent.tab()
    expect(document.activeElement).toBe(cell('warmup', 'Run'))
  })

  it('scrolls sideways within itself and keeps the run in sight', () => {
    const { container } = render(
      <div style={{ width: 360 }}>
        <SummaryTable runs={runs} />
      </div>,
    )
    const region = screen.getByRole('region', { name: 'Summary table, scrolls sideways' })
    expect(region.scrollWidth).toBeGreaterThan(region.clientWidth)
    expect(region.tabIndex).toBe(0)
    expect(container.scrollWidth).toBe(container.clientWidth)
    region.scrollLeft = 400
    expect(cell('cosine', 'Run').getBoundingClientRect().left).toBe(
      region.getBoundingClientRect().left,
    )
  })

  it('tells runs apart whose names look the same', () => {
    render(
      <SummaryTable runs={[run({ id: 'x1', name: 'same' }), run({ id: 'x2', name: 'same' })]} />,
    )
    expect(names().map((name) => name.replace(/\s+/g, ' '))).toEqual(['same x1', 'same x2'])
  })

  it('renders hostile names as the text they are, on one line', () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      '\u202egnp.exe',
      'x'.repeat(10_000),
      `a${'\u0316'.repeat(3000)}`,
    ]
    render(
      <StrictMode>
        <SummaryTable
          runs={hostile.map((name, id) => run({ id, name, model: name, dataset: name }))}
        />
      </StrictMode>,
    )
    expect(document.querySelector('img')).toBeNull()
    expect(names()[0]).toBe('<img src=x onerror=alert(1)>')
    expect(names()[2]).toBe('\\u202Egnp.exe')
    const heights = within(table())
      .getAllByRole('rowheader')
      .map((element) => Math.round(element.getBoundingClientRect().height))
    expect(new Set(heights).size).toBe(1)
  })

  it('shows a run once that is given twice, and one of another source beside it', () => {
    const [first] = runs
    if (first === undefined) throw new Error('no run')
    render(<SummaryTable runs={[first, first, { ...first, source: 'other' }]} />)
    expect(names()).toHaveLength(2)
  })

  it('marks the highlighted run and passes attributes through', () => {
    const ref = createRef<HTMLDivElement>()
    render(
      <SummaryTable
        ref={ref}
        runs={runs}
        highlightedRunId="a"
        className="mine"
        data-testid="part"
      />,
    )
    expect(ref.current).toBe(screen.getByTestId('part'))
    expect(cell('warmup', 'Run').parentElement).toHaveAttribute('data-highlighted')
    expect(cell('cosine', 'Run').parentElement).not.toHaveAttribute('data-highlighted')
    expect(screen.getByTestId('part')).toHaveClass('runoff', 'runoff-summary', 'mine')
  })

  it('stars the recommended run and marks its row', () => {
    render(<SummaryTable runs={runs} recommendedId="a" />)
    const heading = within(table()).getByRole('rowheader', { name: 'warmup Recommended' })
    expect(heading.parentElement).toHaveAttribute('data-recommended')
    expect(within(heading).getByTitle('Recommended')).toBeVisible()
    expect(within(table()).getAllByText('Recommended')).toHaveLength(1)
    expect(cell('cosine', 'Run').parentElement).not.toHaveAttribute('data-recommended')
  })

  it('judges a difference below zero by the noise around it, in the unit of the metric', () => {
    const negative = [
      [-1.5, 'good'],
      [-1.52, 'good'],
      [-1.48, 'good'],
      [-1.44, 'poor'],
      [-1.4, 'poor'],
      [-1.42, 'poor'],
      [-0.9, 'bad'],
      [-0.92, 'bad'],
      [-0.88, 'bad'],
    ] as const
    const seeds = negative.map(([loss, group], place) =>
      run({
        id: place,
        name: `${group} ${place}`,
        group,
        seed: String(place),
        metrics: { 'eval/loss': known(loss) },
      }),
    )
    const { rerender } = render(<SummaryTable runs={seeds} />)
    expect(cell('bad 6', 'Best eval loss').textContent).not.toMatch(/worse/)
    rerender(
      <RecommendationProvider recommendation={recommend(seeds)}>
        <SummaryTable runs={seeds} />
      </RecommendationProvider>,
    )
    expect(within(cell('bad 6', 'Best eval loss')).getByText('0.6200 worse')).toHaveAttribute(
      'data-severity',
      'severe',
    )
    expect(within(cell('poor 3', 'Best eval loss')).getByText('0.08000 worse')).toHaveAttribute(
      'data-severity',
      'severe',
    )
    expect(cell('good 2', 'Best eval loss').textContent).not.toMatch(/worse/)
  })

  it('says in words that there is no run', () => {
    render(<SummaryTable runs={[]} />)
    expect(screen.getByText('No runs to summarise.')).toBeInTheDocument()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('speaks the language of the catalogue', () => {
    render(
      <MessagesProvider messages={{ table: { summary: 'Übersicht', run: 'Lauf' } }}>
        <SummaryTable runs={runs} />
      </MessagesProvider>,
    )
    const translated = screen.getByRole('table', { name: 'Übersicht' })
    expect(within(translated).getByRole('button', { name: 'Lauf' })).toBeInTheDocument()
    expect(within(translated).getByRole('button', { name: 'Model' })).toBeInTheDocument()
  })
})

const best = ['best', 'trainLoss']
const tableRows = (): HTMLElement[] => within(table()).getAllByRole('row').slice(1)

describe('the columns of SummaryTable', () => {
  it('sorts by a second column with Shift, from the keyboard too, and says which is which', async () => {
    const onViewChange = vi.fn<(view: TableView) => void>()
    render(<SummaryTable runs={runs} onViewChange={onViewChange} />)
    await userEvent.click(sortBy('Status'))
    sortBy('Run').focus()
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await vi.waitFor(() => expect(names()).toEqual(['cosine', 'linear', 'warmup']))
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await vi.waitFor(() => expect(names()).toEqual(['warmup', 'linear', 'cosine']))
    expect(onViewChange.mock.lastCall?.[0].sorting).toEqual([
      { column: 'status', isDescending: false },
      { column: 'run', isDescending: true },
    ])
    expect(header('Status')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Run')).toHaveAttribute('aria-sort', 'none')
    expect(sortBy('Run')).toHaveAccessibleDescription('sorted second, descending')
    expect(sortBy('Status')).toHaveAccessibleDescription('sorted first, ascending')
    expect(sortBy('Run').textContent).toBe('Run↓2')
  })

  it('shows the columns of the view: any metric, any parameter, in any order', () => {
    const [first] = runs
    if (first === undefined) throw new Error('no run')
    const tuned = { ...first, params: new Map([['lora.r', 16]]) }
    const columns = ['param:lora.r', 'metric:last:train/loss', 'metric:min:grad_norm', 'runId']
    render(<SummaryTable runs={[tuned]} defaultView={{ columns, pinned: ['runId'] }} />)
    const labels = within(table())
      .getAllByRole('columnheader')
      .map((element) => element.getAttribute('aria-label'))
    expect(labels).toEqual(['Run', 'Run id', 'lora.r', 'Last train loss', 'Lowest gradient norm'])
    expect(cell('warmup', 'lora.r')).toHaveTextContent('16')
    expect(cell('warmup', 'Last train loss')).toHaveTextContent('0.2000')
    expect(cell('warmup', 'Lowest gradient norm')).toHaveAttribute(
      'title',
      'no value: the run has not logged this metric',
    )
  })

  it('keeps what is pinned in sight beside the run', async () => {
    render(
      <div style={{ width: 700 }}>
        <SummaryTable runs={runs} defaultView={{ pinned: ['best'] }} />
      </div>,
    )
    const region = screen.getByRole('region', { name: 'Summary table, scrolls sideways' })
    await vi.waitFor(() => expect(region.scrollWidth).toBeGreaterThan(900))
    region.scrollLeft = 400
    const left = (name: string): number => cell('cosine', name).getBoundingClientRect().left
    await vi.waitFor(() => {
      expect(left('Best eval loss')).toBeCloseTo(
        cell('cosine', 'Run').getBoundingClientRect().right,
        0,
      )
    })
    expect(left('Model')).toBeLessThan(left('Best eval loss'))
  })

  it('makes a column wider by keys and by dragging, and fits it again', async () => {
    const onViewChange = vi.fn<(view: TableView) => void>()
    render(<SummaryTable runs={runs} onViewChange={onViewChange} />)
    const handle = (): HTMLElement =>
      within(table()).getByRole('separator', { name: 'Width of Status' })
    const width = (): number => header('Status').getBoundingClientRect().width
    await vi.waitFor(() => expect(handle()).toBeVisible())
    const before = width()
    sortBy('Status').focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(handle())
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}')
    await vi.waitFor(() => expect(width()).toBeCloseTo(before + 40, 0))
    expect(handle()).toHaveAttribute('aria-valuenow', String(Math.round(before + 40)))
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(width()).toBeCloseTo(before, 0))
    expect(onViewChange.mock.lastCall?.[0].widths).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(sortBy('Status'))
    const at = (clientX: number): PointerEventInit => ({
      clientX,
      pointerId: 1,
      button: 0,
      bubbles: true,
    })
    handle().setPointerCapture = () => {}
    handle().dispatchEvent(new PointerEvent('pointerdown', at(100)))
    handle().dispatchEvent(new PointerEvent('pointermove', at(160)))
    await vi.waitFor(() => expect(width()).toBeCloseTo(before + 60, 0))
    handle().dispatchEvent(new PointerEvent('pointerup', at(160)))
    handle().dispatchEvent(new PointerEvent('pointermove', at(300)))
    await userEvent.dblClick(handle())
    await vi.waitFor(() => expect(width()).toBeCloseTo(before, 0))
  })

  it('has a panel that finds, shows, moves, pins and resets columns', async () => {
    const onViewChange = vi.fn<(view: TableView) => void>()
    render(<SummaryTable runs={runs} defaultView={{ columns: best }} onViewChange={onViewChange} />)
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Columns' }))
    await userEvent.click(panel.getByRole('button', { name: 'Move Train loss forward' }))
    await vi.waitFor(() =>
      expect(onViewChange.mock.lastCall?.[0].columns).toEqual(['trainLoss', 'best']),
    )
    await userEvent.click(panel.getByRole('button', { name: 'Keep Best eval loss in sight' }))
    await vi.waitFor(() => expect(onViewChange.mock.lastCall?.[0].pinned).toEqual(['best']))
    await userEvent.fill(panel.getByRole('searchbox', { name: 'Search columns' }), 'last eval')
    await userEvent.click(panel.getByRole('checkbox', { name: 'Last eval loss' }))
    await vi.waitFor(() => expect(header('Last eval loss')).toBeInTheDocument())
    await userEvent.fill(
      panel.getByRole('searchbox', { name: 'Search columns' }),
      'nothing like it',
    )
    await vi.waitFor(() =>
      expect(panel.getByRole('status').textContent).toContain('No column is named like'),
    )
    await userEvent.click(panel.getByRole('button', { name: 'Reset' }))
    await vi.waitFor(() => expect(onViewChange.mock.lastCall?.[0].columns).toBeNull())
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('the baseline of SummaryTable', () => {
  it('is any run, by its button or by Enter, and the best again', async () => {
    render(<SummaryTable runs={runs} defaultView={{ columns: best }} />)
    await userEvent.click(within(table()).getByRole('button', { name: 'Use warmup as baseline' }))
    await vi.waitFor(() =>
      expect(cell('cosine', 'Best eval loss')).toHaveTextContent('0.2345★ Best6.2 % better'),
    )
    expect(cell('cosine', 'Train loss').textContent).toContain('75.0 % better')
    expect(cell('warmup', 'Best eval loss').textContent).not.toMatch(/better|worse/)
    expect(cell('warmup', 'Run').parentElement).toHaveAttribute('data-baseline')
    cell('warmup', 'Run').focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() =>
      expect(cell('warmup', 'Run').parentElement).not.toHaveAttribute('data-baseline'),
    )
    await userEvent.keyboard('{ArrowUp}{Enter}')
    await vi.waitFor(() =>
      expect(cell('cosine', 'Run').parentElement).toHaveAttribute('data-baseline'),
    )
    await userEvent.click(screen.getByRole('button', { name: /^Beside cosine/ }))
    await vi.waitFor(() =>
      expect(cell('warmup', 'Train loss').textContent).not.toMatch(/better|worse/),
    )
  })

  it('tells the difference of the cell in focus, whichever is the baseline', async () => {
    render(<SummaryTable runs={runs} defaultView={{ columns: best }} />)
    cell('warmup', 'Train loss').focus()
    await vi.waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Train loss of warmup: 0.2 (300.0 % worse beside cosine)',
      ),
    )
  })
})

describe('the arrangement of SummaryTable', () => {
  const seeds = [0.2, 0.4, 0.5].map((min, place) =>
    run({
      id: place,
      name: `run ${place}`,
      group: place < 2 ? 'a' : 'b',
      seed: String(place),
      metrics: { 'eval/loss': { min } },
    }),
  )

  it('folds seeds into one row with mean, spread and count, and opens it from the keyboard', async () => {
    render(<SummaryTable runs={seeds} defaultView={{ columns: best }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Group seeds' }))
    await vi.waitFor(() => expect(tableRows()).toHaveLength(2))
    const opener = (): HTMLElement => within(table()).getByRole('button', { name: 'Seeds of a' })
    expect(within(table()).getByRole('rowheader', { name: 'a 2 seeds' })).toBeVisible()
    expect(tableRows()[0]?.textContent).toContain('0.30 ± 0.14★ Best')
    expect(
      screen.getByText('±: the standard deviation of the seeds around their mean.'),
    ).toBeVisible()
    expect(opener()).toHaveAttribute('aria-expanded', 'false')
    within(table()).getByRole('rowheader', { name: 'a 2 seeds' }).focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(tableRows()).toHaveLength(4))
    expect(opener()).toHaveAttribute('aria-expanded', 'true')
    expect(tableRows()[1]?.textContent).toContain('run 00.2000')
    expect(tableRows()[1]?.textContent).not.toContain('Best')
  })

  it('cannot group where no two runs are seeds of one configuration, and says so', () => {
    render(<SummaryTable runs={runs} />)
    const button = screen.getByRole('button', { name: 'Group seeds' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(
      'No two of these runs are seeds of one configuration.',
    )
    button.click()
    expect(button).toHaveAttribute('aria-pressed', 'false')
  })

  it('goes to the first of the last runs where what showed them is gone', async () => {
    const many = Array.from({ length: 60 }, (_, i) => run({ id: `${100 + i}` }))
    render(<SummaryTable runs={many} defaultView={{ columns: best, isTransposed: true }} />)
    const more = screen.getByRole('button', { name: 'Show 10 more' })
    more.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(more).not.toBeInTheDocument())
    expect(within(table()).getByRole('columnheader', { name: '150' })).toHaveFocus()
  })

  it('stands on its side, still sorts, and its keys go where they point', async () => {
    render(<SummaryTable runs={runs} defaultView={{ columns: best, isTransposed: true }} />)
    const heads = (): (string | null)[] =>
      within(table())
        .getAllByRole('columnheader')
        .map((element) => element.textContent)
    expect(heads().slice(1)).toEqual(['cosine', 'warmup', 'linear'])
    const row = within(table()).getByRole('rowheader', { name: 'Best eval loss' }).parentElement
    expect(row?.textContent).toContain('0.2345★ Best')
    await userEvent.click(sortBy('Train loss'))
    await userEvent.click(sortBy('Train loss'))
    await vi.waitFor(() => expect(heads().slice(1)).toEqual(['warmup', 'cosine', 'linear']))
    expect(within(table()).getByRole('rowheader', { name: 'Train loss' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    within(table()).getByRole('columnheader', { name: 'warmup' }).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(document.activeElement).toHaveTextContent('0.2345★ Best')
  })

  it('draws what is in sight of a thousand runs, and a key finds the last of them', async () => {
    const many = Array.from({ length: 1000 }, (_, id) =>
      run({ id, name: `run ${id}`, metrics: { 'eval/loss': { min: 1 + id } } }),
    )
    render(<SummaryTable runs={many} defaultView={{ columns: best }} />)
    await vi.waitFor(() => expect(tableRows().length).toBeGreaterThan(5))
    expect(tableRows().length).toBeLessThan(100)
    expect(table()).toHaveAttribute('aria-rowcount', '1001')
    expect(within(table()).getByRole('row', { name: /^run 3 / })).toHaveAttribute(
      'aria-rowindex',
      '5',
    )
    cell('run 0 ', 'Best eval loss').focus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await vi.waitFor(() => {
      expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '1001')
    })
    await userEvent.keyboard('{ArrowUp}')
    await vi.waitFor(() => {
      expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '1000')
    })
  })

  it('keeps focus and scroll where a live run overtakes another', async () => {
    const live = (loss: number): Run[] => [
      run({ id: 'a', name: 'done', metrics: { 'train/loss': 0.5 } }),
      run({ id: 'b', name: 'live', status: 'running', metrics: { 'train/loss': loss } }),
    ]
    const view = { sorting: [{ column: 'trainLoss', isDescending: false }] }
    const { rerender } = render(<SummaryTable runs={live(0.9)} view={view} />)
    expect(names()).toEqual(['done', 'live'])
    cell('live', 'Train loss').focus()
    const region = screen.getByRole('region', { name: 'Summary table, scrolls sideways' })
    const { scrollLeft, scrollTop } = region
    rerender(<SummaryTable runs={live(0.1)} view={view} />)
    await vi.waitFor(() => expect(names()).toEqual(['live', 'done']))
    expect(document.activeElement).toBe(cell('live', 'Train loss'))
    expect([region.scrollLeft, region.scrollTop]).toEqual([scrollLeft, scrollTop])
  })
})

describe('copying from SummaryTable', () => {
  const clipboard = (write: (text: string) => Promise<void>): ReturnType<typeof vi.spyOn> =>
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write)

  afterEach(() => vi.restoreAllMocks())

  it('copies the shown table in the chosen form, and says so', async () => {
    const written: string[] = []
    clipboard(async (text) => void written.push(text))
    render(<SummaryTable runs={runs.slice(0, 2)} defaultView={{ columns: ['best'] }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Copy table' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Markdown/ }))
    await vi.waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Copied as Markdown.'),
    )
    expect(written[0]).toContain('| cosine | **0.2345** |')
  })

  it('says that the browser did not allow it', async () => {
    clipboard(() => Promise.reject(new Error('denied')))
    render(<SummaryTable runs={runs} />)
    await userEvent.click(screen.getByRole('button', { name: 'Copy table' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^CSV/ }))
    await vi.waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('The browser did not allow copying.'),
    )
  })

  it('copies the whole path of a checkpoint by Enter in its cell', async () => {
    const written: string[] = []
    clipboard(async (text) => void written.push(text))
    const checkpointPath = `/data/${'x'.repeat(60)}/checkpoint-900`
    render(
      <SummaryTable
        runs={[run({ id: 'a', best: { checkpointPath }, metrics: { 'eval/loss': { min: 1 } } })]}
        defaultView={{ columns: ['checkpoint'] }}
      />,
    )
    expect(cell('a', 'Checkpoint').textContent).toMatch(/^\/data\/x+…x*\/?.*checkpoint-900$/)
    expect(cell('a', 'Checkpoint')).toHaveAttribute('title', checkpointPath)
    cell('a', 'Checkpoint').focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(written).toEqual([checkpointPath]))
  })
})
