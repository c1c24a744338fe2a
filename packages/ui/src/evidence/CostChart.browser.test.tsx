import '../styles.css'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CostChart } from './CostChart.tsx'
import { costOf, runNamed, sweep, sweepContenders } from './testdata/cost.ts'

afterEach(cleanup)

const figure = (): HTMLElement => screen.getByRole('figure', { name: 'Cost and quality' })
const plot = (): HTMLElement =>
  screen.getByRole('application', { name: 'Plot of Cost and quality' })
const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u2068\u2069]/g, '')
const spoken = (): string => plain(within(figure()).getAllByRole('status')[0]?.textContent ?? '')
const markOf = (name: string): Element => {
  const marks = Array.from(figure().querySelectorAll('[data-run]'))
  const found = marks.find((mark) => mark.getAttribute('data-run')?.includes(`"${name}"`))
  if (found === undefined) throw new Error(`no mark of ${name}`)
  return found
}
const tooltip = (): string =>
  plain(figure().querySelector('.runoff-chart-tooltip')?.textContent ?? '')

function renderSweep() {
  return render(<CostChart comparison={sweep} contenders={sweepContenders} width={600} />)
}

describe('CostChart', () => {
  it('marks every run once, by whether it is on the front and a contender', () => {
    renderSweep()
    expect(figure().querySelectorAll('[data-run]')).toHaveLength(6)
    expect(figure().querySelectorAll('[data-run][data-front]')).toHaveLength(4)
    expect(markOf('lora r=64')).toHaveAttribute('data-contender')
    expect(markOf('prefix')).not.toHaveAttribute('data-front')
    const shapes = ['lora r=64', 'lora r=16', 'prefix'].map(
      (name) => markOf(name).getAttribute('d')?.split('L').length,
    )
    expect(shapes).toEqual([10, 4, 24])
  })

  it('steps along the front', () => {
    renderSweep()
    const path = figure().querySelector('g > .runoff-evidence-front')?.getAttribute('d')
    expect(path).toMatch(/^M[\d.]+,[\d.]+(H[\d.]+V[\d.]+){3}H[\d.]+$/)
  })

  it('says which contender is as good and cheaper', () => {
    renderSweep()
    expect(figure().textContent).toContain(
      'Same quality, 3.1× cheaper: lora r=64 with 15.60 GPU hours and eval loss 0.2330.',
    )
  })

  it('says that the best contender is the cheapest, and nothing where that is not known', () => {
    const [run] = sweepContenders
    if (run === undefined) throw new Error('no run')
    const cheapestContender = { run, than: run, timesCheaper: 1.049 }
    const { rerender } = render(<CostChart comparison={{ ...sweep, cheapestContender }} />)
    expect(figure().textContent).toContain(
      'No contender is cheaper than the best one: full fine-tune',
    )
    rerender(
      <CostChart
        comparison={{ ...sweep, cheapestContender: { ...cheapestContender, timesCheaper: null } }}
      />,
    )
    expect(figure().textContent).not.toContain('ontender')
    rerender(<CostChart comparison={{ ...sweep, cheapestContender: null }} />)
    expect(figure().textContent).not.toContain('ontender')
  })

  it('describes itself and says who is not drawn', () => {
    renderSweep()
    expect(plot()).toHaveAccessibleDescription(/4 of 6 runs are on the front/)
    expect(plot()).toHaveAccessibleDescription(/arrows move along the cost/)
    expect(plain(figure().textContent)).toContain(
      '1 of 8 runs has no cost and is not drawn: from a notebook.',
    )
  })

  it('moves a cursor from the keyboard, and speaks', async () => {
    renderSweep()
    await userEvent.tab()
    expect(document.activeElement).toBe(plot())
    expect(spoken()).toBe('lora r=4: 5.100 GPU hours, eval loss 0.2810; on the front')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(spoken()).toBe('prefix: 9.200 GPU hours, eval loss 0.3050; dominated by lora r=16')
    expect(tooltip()).toBe('prefix9.2 GPU hourseval loss 0.305dominated by lora r=16')
    await userEvent.keyboard('{End}')
    expect(spoken()).toContain('full fine-tune')
    expect(spoken()).toContain('on the front, contender')
    await userEvent.keyboard('{Escape}')
    expect(spoken()).toBe('Cursor cleared')
    expect(tooltip()).toBe('')
  })

  it('shows what lies under the pointer, silently, until it leaves', async () => {
    renderSweep()
    await userEvent.hover(markOf('lora r=64'), { force: true })
    expect(tooltip()).toContain('lora r=64')
    expect(tooltip()).toContain('0.233')
    expect(spoken()).toBe('')
    await userEvent.unhover(plot())
    expect(tooltip()).toBe('')
  })

  it('keeps the cursor on its run when another comes in before it', async () => {
    const { rerender } = renderSweep()
    await userEvent.tab()
    expect(spoken()).toContain('lora r=4')
    const first = costOf([{ name: 'cheaper still', value: 0.4, gpuHours: 1 }])
    rerender(
      <CostChart comparison={{ ...sweep, rows: [...first.rows, ...sweep.rows] }} width={600} />,
    )
    expect(spoken()).toContain('lora r=4')
  })

  it('gives the same as a table, which can be sorted', async () => {
    renderSweep()
    await userEvent.click(within(figure()).getByText('Data table'))
    // In React 18 what a click opens and sorts comes a moment later.
    const table = await within(figure()).findByRole('table', { name: 'Data of Cost and quality' })
    const heads = () =>
      within(table)
        .getAllByRole('rowheader')
        .map((head) => head.textContent)
    expect(heads()).toEqual([
      'lora r=4',
      'lora r=16',
      'prefix',
      'lora r=64',
      'lora r=64, wd 0',
      'full fine-tune',
    ])
    expect(plain(within(table).getByRole('row', { name: /prefix/ }).textContent)).toBe(
      'prefix9.2000.3050dominated by lora r=16reported',
    )
    await userEvent.click(within(table).getByRole('button', { name: 'Loss' }))
    await expect.poll(() => heads()[0]).toBe('full fine-tune')
    expect(within(table).getByRole('columnheader', { name: 'Loss' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  it('counts money where it is asked to', () => {
    render(<CostChart comparison={sweep} unit="price" currency="EUR" width={600} />)
    expect(plain(figure().textContent)).toContain('Cheapest: lora r=4 with 10.20 EUR')
    expect(figure().querySelector('.runoff-chart-axis-name')?.textContent).toContain('Price (EUR)')
  })

  it('lays costs over more than two decades along their logarithm', () => {
    const wide = costOf([
      { name: 'a', value: 1, gpuHours: 0.1 },
      { name: 'b', value: 0.9, gpuHours: 100 },
    ])
    render(<CostChart comparison={wide} width={600} />)
    expect(figure().querySelector('.runoff-chart-axis-name')?.textContent).toContain(
      'GPU hours, logarithmic',
    )
  })

  it.each([
    [
      { kind: 'undefined', reason: 'no-cost' },
      'Not enough to tell: no run says what it cost. Name the GPUs of a run in its parameters, such as num_gpus, or report its gpuHours.',
    ],
    [costOf([]), 'No runs to compare by cost yet.'],
    [
      costOf([], { excluded: [{ run: runNamed('a'), reason: 'no-cost' }] }),
      'No run has both a cost and a value.',
    ],
  ] as const)('draws no plot and says why: %#', (comparison, words) => {
    render(<CostChart comparison={comparison} />)
    expect(figure().textContent).toContain(words)
    expect(screen.queryByRole('application')).toBeNull()
    expect(screen.queryByText('Data table')).toBeNull()
  })

  it('draws one run in the middle', () => {
    render(<CostChart comparison={costOf([{ name: 'a', value: 1, gpuHours: 2 }])} width={400} />)
    expect(markOf('a')).toBeInTheDocument()
    expect(plain(figure().textContent)).toContain('Cheapest and lowest: a')
  })

  it('fits a narrow column and keeps its height', () => {
    render(
      <div style={{ width: 320 }}>
        <CostChart comparison={sweep} contenders={sweepContenders} />
      </div>,
    )
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
    const box = plot().parentElement
    expect(box?.getBoundingClientRect().height).toBe(300)
    for (const label of figure().querySelectorAll('.runoff-evidence-label')) {
      expect(label.getBoundingClientRect().right).toBeLessThanOrEqual(
        figure().getBoundingClientRect().right,
      )
    }
  })

  it('passes ref and attributes to the figure', () => {
    const ref = createRef<HTMLElement>()
    render(<CostChart ref={ref} id="cost" className="mine" comparison={sweep} />)
    expect(ref.current).toBe(figure())
    expect(ref.current).toHaveClass('runoff-chart', 'mine')
    expect(ref.current).toHaveAttribute('id', 'cost')
  })
})
