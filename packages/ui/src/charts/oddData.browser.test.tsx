import { defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import '../styles.css'
import { MetricChart, type MetricChartProps } from './MetricChart.tsx'
import { drawn, figureOf, labelsOf } from './testdata/gestures.ts'
import { countPixels, nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

/** Columns as a host may hand them over, whatever is in them. */
function rawSeries(steps: Iterable<number>, values: Iterable<number>): MetricSeries {
  const [xs, ys] = [Float64Array.from(steps), Float64Array.from(values)]
  return { ...defineSeries([]), steps: xs, values: ys, total: xs.length }
}

async function show(series: MetricSeries, props: Partial<MetricChartProps> = {}): Promise<void> {
  render(<MetricChart title="Eval loss" series={new Map([['a', series]])} width={600} {...props} />)
  await drawn()
}

const colors = ['#2563eb', '#ea580c', '#16a34a', '#dc2626', '#9333ea']
const inkOf = (figure: HTMLElement): number =>
  Math.max(...colors.map((color) => countPixels(figure, color)))
const notes = (): string | null =>
  figureOf().querySelector('.runoff-chart-notes')?.textContent ?? null
const summary = (): string | null => figureOf().querySelector('figcaption')?.textContent ?? null

describe('steps that break the contract', () => {
  const ids = [0, 1, 2, 3, 4, 5, 6, 7]
  const rising = rawSeries(ids, [5, 4, 3, 3, 2, 2, 1, 1])
  const falling = rawSeries(ids.toReversed(), [1, 1, 2, 2, 3, 3, 4, 5])

  it('draws steps that fall as the same picture as in their order', async () => {
    await show(rising)
    const canvas = (): string | undefined => figureOf().querySelector('canvas')?.toDataURL()
    const wanted = canvas()
    expect(inkOf(figureOf())).toBeGreaterThan(300)
    cleanup()
    await show(falling)
    expect(canvas()).toBe(wanted)
    expect(notes()).toContain('Showing 8 of 8 points')
    expect(summary()).toContain('over 7 steps')
    expect(labelsOf('x')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  })

  it('begins falling steps at zero on the relative axis', async () => {
    const series = rawSeries([12, 11, 10], [1, 2, 3])
    await show(series, { xAxis: 'relative-step' })
    expect(labelsOf('x')[0]).toMatch(/^0/)
    expect(labelsOf('x').at(-1)).toMatch(/^2/)
    expect(notes()).toContain('Showing 3 of 3 points')
  })

  it('leaves points without a step out, and says how many', async () => {
    await show(rawSeries([NaN, 1, 2, Infinity, 3, NaN], [9, 1, 2, 8, 3, 7]))
    expect(inkOf(figureOf())).toBeGreaterThan(300)
    expect(notes()).toContain('Showing 3 of 6 points')
    expect(notes()).toMatch(/3 points have no step/)
    expect(figureOf().outerHTML).not.toMatch(/NaN|Infinity/)
  })

  it('says in words that no point has a step', async () => {
    render(
      <MetricChart title="Eval loss" series={new Map([['a', rawSeries([NaN, NaN], [1, 2])]])} />,
    )
    await act(() => nextFrames())
    expect(screen.getByText('No points yet')).toBeDefined()
    expect(figureOf().outerHTML).not.toContain('NaN')
  })
})

describe('a range at the edge of what numbers can tell apart', () => {
  it('labels steps of a quadrillion so that no two read the same', async () => {
    await show(rawSeries([1e15, 1e15 + 1, 1e15 + 2], [1, 2, 3]))
    const labels = labelsOf('x')
    expect(labels.length).toBeGreaterThan(2)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('gives each point of its table a step of its own, with all digits', async () => {
    await show(rawSeries([1, 1 + 1e-9, 100_000.5], [1, 2, 3]))
    const details = figureOf().querySelector('details.runoff-chart-data') as HTMLDetailsElement
    details.open = true
    const table = await within(details).findByRole('table')
    const steps = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent)
    expect(steps).toEqual(['1', '1.000000001', '100000.5'])
  })

  it('draws steps as far apart as numbers reach', async () => {
    const { MAX_VALUE } = Number
    await show(rawSeries([-MAX_VALUE, 0, MAX_VALUE], [1, 2, 3]))
    expect(labelsOf('x').length).toBeGreaterThan(2)
    expect(inkOf(figureOf())).toBeGreaterThan(300)
  })

  it('stays on the page when the cursor leaves a range that is shorter than its numbers', async () => {
    const series = rawSeries(
      Array.from({ length: 500 }, (_, i) => i),
      Array.from({ length: 500 }, (_, i) => Math.sin(i)),
    )
    await show(series, { xDomain: [100, 100 + 3e-14] })
    const plot = screen.getByRole('application')
    for (const key of ['Home', 'End']) fireEvent.keyDown(plot, { key })
    await act(() => nextFrames())
    expect(figureOf().outerHTML).not.toContain('NaN')
  })

  it('says where no line reaches what is shown', async () => {
    await show(rawSeries([0, 1, 2], [1, 2, 3]), { xDomain: [10, 20] })
    expect(screen.getByText('No points in this range')).toBeDefined()
  })
})

it('takes a width and a height that are no numbers as not given', async () => {
  await show(rawSeries([0, 1, 2], [1, 2, 3]), { width: NaN, height: NaN })
  expect(figureOf().outerHTML).not.toContain('NaN')
  await expect.poll(() => inkOf(figureOf())).toBeGreaterThan(300)
})

it.each([40, 70, 100])('draws its lines in a height of %s pixels', async (height) => {
  await show(rawSeries([0, 1, 2], [1, 2, 3]), { height })
  const canvas = figureOf().querySelector('canvas') as HTMLCanvasElement
  expect(canvas.height).toBeGreaterThan(30)
  expect(canvas.getBoundingClientRect().bottom).toBeLessThanOrEqual(
    screen.getByRole('application').parentElement?.getBoundingClientRect().bottom ?? NaN,
  )
  await expect.poll(() => inkOf(figureOf())).toBeGreaterThan(300)
})

it('names a run that has neither a name nor an id', async () => {
  const series = new Map([['', rawSeries([0, 1, 2], [1, 2, 3])]])
  render(<MetricChart title="Eval loss" series={series} runs={[{ id: '', name: '' }]} />)
  await act(() => nextFrames())
  expect(screen.getByRole('button', { name: 'Unnamed run', pressed: true })).toBeDefined()
  expect(summary()).toContain('Lowest: Unnamed run')
})

describe('thousands of runs', () => {
  const many = Array.from({ length: 3000 }, (_, i) => `run-${i}`)
  const series = new Map(many.map((id, i) => [id, rawSeries([0, 1, 2, 3], [i, i + 1, i, i + 2])]))

  it('are drawn to the last, without a button for each', async () => {
    render(<MetricChart title="Eval loss" series={series} width={600} />)
    await drawn()
    const legend = within(screen.getByRole('list', { name: 'Runs in Eval loss' }))
    expect(legend.getAllByRole('button')).toHaveLength(101)
    fireEvent.click(legend.getByRole('button', { name: /^and 2.900 more$/ }))
    expect(legend.getAllByRole('button')).toHaveLength(201)
    expect(legend.getByRole('button', { name: /^and 2.800 more$/ })).toBeDefined()
    const canvas = figureOf().querySelector('canvas') as HTMLCanvasElement
    const rowsWithInk = (): number => {
      const { width, height } = canvas
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      const middle = Math.floor(width / 2)
      return Array.from({ length: height }, (_, row) => data[(row * width + middle) * 4 + 3] ?? 0)
        .map((alpha) => (alpha > 0 ? 1 : 0) as number)
        .reduce((sum, one) => sum + one, 0)
    }
    // The lines lie one above the other over the whole plot but its air.
    await expect.poll(rowsWithInk, { timeout: 15_000 }).toBeGreaterThan(canvas.height * 0.88)
  })

  it('are in the table some at a time', async () => {
    render(<MetricChart title="Eval loss" series={series} width={600} />)
    await drawn()
    const details = figureOf().querySelector('details.runoff-chart-data') as HTMLDetailsElement
    details.open = true
    const table = await within(details).findByRole('table')
    expect(within(table).getAllByRole('columnheader')).toHaveLength(51)
    expect(within(details).getByText(/4 of 4 rows · 50 of 3.000 lines/)).toBeDefined()
    fireEvent.click(within(details).getByRole('button', { name: 'Show more lines' }))
    expect(within(table).getAllByRole('columnheader')).toHaveLength(101)
  })
})
