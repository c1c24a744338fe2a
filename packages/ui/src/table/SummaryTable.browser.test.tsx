import '../styles.css'
import { defineRun, recommend, type Run, type RunInput } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { RecommendationProvider } from '../recommendation/RecommendationProvider.tsx'
import { known } from '../recommendation/testdata/recommendations.ts'
import type { SummarySorting } from './sortSummary.ts'
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
        .getAllByRole('button')
        .map((button) => button.firstChild?.textContent),
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
    const onSortingChange = vi.fn<(sorting: SummarySorting) => void>()
    render(<SummaryTable runs={runs} onSortingChange={onSortingChange} />)
    await userEvent.click(sortBy('Gap'))
    expect(names()).toEqual(['warmup', 'cosine', 'linear'])
    expect(header('Gap')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Best eval loss')).toHaveAttribute('aria-sort', 'none')
    await userEvent.click(sortBy('Gap'))
    expect(names()).toEqual(['cosine', 'warmup', 'linear'])
    expect(header('Gap')).toHaveAttribute('aria-sort', 'descending')
    expect(onSortingChange.mock.calls).toEqual([
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
    render(<SummaryTable runs={runs} sorting={{ column: 'run', isDescending: true }} />)
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
