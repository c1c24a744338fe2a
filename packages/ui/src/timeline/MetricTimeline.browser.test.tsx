import '../styles.css'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { MetricTimeline, type MetricTimelineProps } from './MetricTimeline.tsx'
import { denseTimeline, mixedTimeline, timelineInput } from './testdata/timelineRuns.ts'

const input = timelineInput(mixedTimeline)
const figure = (): HTMLElement => screen.getByRole('figure')
const plots = (): HTMLElement[] => screen.getAllByRole('application')
const lane = (runId: string): Element => {
  const found = figure().querySelector(`[data-run="${runId}"]`)
  if (found === null) throw new Error(`no lane of ${runId}`)
  return found
}
const tip = (): string | null =>
  figure().querySelector('.runoff-chart-tooltip')?.textContent ?? null
const spoken = (): string | null | undefined =>
  figure().querySelector('.runoff-timeline-body > [role="status"]')?.textContent

async function renderTimeline(props: Partial<MetricTimelineProps> = {}): Promise<void> {
  render(
    <div style={{ width: 700 }}>
      <MetricTimeline {...input} {...props} />
    </div>,
  )
  await expect
    .poll(() => figure().querySelectorAll('.runoff-timeline-line').length)
    .toBeGreaterThan(0)
}

async function focusFirst(): Promise<void> {
  act(() => plots()[0]?.focus())
  await expect.element(plots()[0] as HTMLElement).toHaveFocus()
}

afterEach(cleanup)

describe('MetricTimeline', () => {
  it('is named by its metric, and says in one sentence what it shows', async () => {
    await renderTimeline()
    expect(screen.getByRole('figure', { name: 'Timeline of eval loss' })).toBe(figure())
    await expect
      .poll(() => figure().querySelector('.runoff-spoken')?.textContent)
      .toMatch(/^Timeline of eval loss: 5 runs over 12 epochs; best 0\.2290 by .*; 1 diverged\.$/)
  })

  it('has a lane for each run, in its colour, with its evaluations, its star and its end', async () => {
    render(
      <RunStylesProvider runIds={input.runs.map(({ id }) => id)}>
        <MetricTimeline {...input} />
      </RunStylesProvider>,
    )
    await expect
      .poll(() => figure().querySelectorAll('.runoff-timeline-dot').length)
      .toBe(12 + 12 + 5 + 3 + 7)
    expect(within(figure()).getAllByRole('listitem')).toHaveLength(5)
    expect(figure().querySelectorAll('.runoff-timeline-star')).toHaveLength(5)
    expect(lane('lr-3e-4 / seed 1').getAttribute('data-color')).not.toBeNull()
    expect(lane('lr-1e-3 / seed 1').querySelector('.runoff-timeline-rest')).not.toBeNull()
    expect(lane('lr-3e-4 / seed 1').querySelector('.runoff-timeline-rest')).toBeNull()
    expect(lane('lr-2e-4 / seed 1').querySelector('.runoff-timeline-open')).not.toBeNull()
    expect(lane('lr-1e-3 / seed 1').textContent).toContain('Failed at epoch 5/12')
    await expect
      .poll(() => lane('lr-1e-2 / seed 1').querySelector('[data-mark="divergence"]')?.textContent)
      .toBe('diverged at step 400')
  })

  it('puts the same epoch at the same place in every lane', async () => {
    await renderTimeline()
    const firsts = Array.from(figure().querySelectorAll('.runoff-timeline-lane'), (each) =>
      each.querySelector('.runoff-timeline-dot')?.getAttribute('cx'),
    )
    expect(new Set(firsts).size).toBe(1)
  })

  it('moves between evaluations and lanes with the keys alone, and says where it is', async () => {
    const onHighlightedRunChange = vi.fn<(runId: string | null) => void>()
    await renderTimeline({ onHighlightedRunChange })
    expect(plots().map((plot) => plot.tabIndex)).toEqual([0, -1, -1, -1, -1])
    await focusFirst()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(tip).toBe('0.932 at epoch 1/12, step 100')
    await userEvent.keyboard('{End}')
    await expect.poll(tip).toBe('0.2435 at epoch 12/12, step 1\u202f200')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.poll(tip).toBe('0.3941 at epoch 5/12, step 500, best')
    expect(plots()[2]).toHaveFocus()
    expect(plots().map((plot) => plot.tabIndex)).toEqual([-1, -1, 0, -1, -1])
    await expect
      .poll(spoken)
      .toBe('lr-1e-3 / seed 1: eval loss 0.3941 at epoch 5/12, step 500, best')
    expect(onHighlightedRunChange.mock.lastCall).toEqual(['lr-1e-3 / seed 1'])
    await userEvent.keyboard('{Escape}')
    await expect.poll(tip).toBeNull()
    expect(onHighlightedRunChange.mock.lastCall).toEqual([null])
  })

  it('follows the pointer, lets go beside the plot, and stays where it is pinned', async () => {
    await renderTimeline()
    const plot = plots()[1] as HTMLElement
    const dot = plot.querySelectorAll('.runoff-timeline-dot')[4]
    const { left, top } = (dot as Element).getBoundingClientRect()
    const send = (type: string): void => {
      act(() => {
        plot.dispatchEvent(
          new PointerEvent(type, { clientX: left + 3, clientY: top + 2, bubbles: true }),
        )
      })
    }
    send('pointermove')
    await expect.poll(tip).toBe('0.3441 at epoch 5/12, step 500, best')
    expect(lane('lr-1e-4 / seed 1')).toHaveAttribute('data-highlighted')
    send('pointerout')
    await expect.poll(tip).toBeNull()
    send('pointermove')
    act(() => plot.click())
    send('pointerout')
    await expect.poll(tip).toBe('0.3441 at epoch 5/12, step 500, best')
  })

  it('pins nothing in the place of a point whose run is gone', async () => {
    const at700 = (runs: MetricTimelineProps['runs']) => (
      <div style={{ width: 700 }}>
        <MetricTimeline {...input} runs={runs} />
      </div>
    )
    const { rerender } = render(at700(input.runs))
    await expect
      .poll(() => figure().querySelectorAll('.runoff-timeline-line').length)
      .toBeGreaterThan(0)
    const hover = (plot: HTMLElement, type: string): void => {
      const { left, top } = plot.getBoundingClientRect()
      const at = { clientX: left + 80, clientY: top + 20, bubbles: true }
      act(() => void plot.dispatchEvent(new PointerEvent(type, at)))
    }
    const [first] = plots() as [HTMLElement]
    hover(first, 'pointermove')
    await expect.poll(tip).not.toBeNull()
    act(() => first.click())
    rerender(at700(input.runs.slice(1)))
    await expect.poll(tip).toBeNull()
    const [next] = plots() as [HTMLElement]
    hover(next, 'pointermove')
    await expect.poll(tip).not.toBeNull()
    hover(next, 'pointerout')
    await expect.poll(tip).toBeNull()
  })

  it('shows other metrics once they are chosen, and keeps the last one', async () => {
    const onMetricsChange = vi.fn<(metrics: readonly string[] | null) => void>()
    await renderTimeline({ onMetricsChange })
    await userEvent.click(screen.getByRole('button', { name: 'Timeline metrics' }))
    const loss = await screen.findByRole('menuitemcheckbox', { name: 'Loss' })
    expect(loss).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Eval accuracy' }))
    await userEvent.keyboard('{Escape}')
    expect(onMetricsChange.mock.calls).toEqual([[['eval/loss', 'eval/accuracy']]])
    await expect
      .poll(
        () =>
          figure().getAttribute('aria-labelledby') !== null &&
          screen.queryByRole('figure', { name: 'Timeline of eval loss and eval accuracy' }),
      )
      .toBe(figure())
    expect(lane('lr-1e-2 / seed 1').textContent).toContain('No eval accuracy logged')
  })

  it('copies the path of a checkpoint', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await renderTimeline()
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy the checkpoint path of lr-1e-4 / seed 1' }),
    )
    expect(write.mock.calls).toEqual([['outputs/lr-1e-4/seed-1/checkpoint-500']])
    await expect.poll(() => lane('lr-1e-4 / seed 1').textContent).toContain('Copied')
    write.mockRestore()
  })

  it('gives every evaluation in its table', async () => {
    await renderTimeline()
    await userEvent.click(screen.getByText('Data table'))
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 42)
    expect(within(table).getByText('0.229')).toBeInTheDocument()
  })

  it('draws thousands of evaluations as the extremes of each pixel, and says so', async () => {
    await renderTimeline(timelineInput([denseTimeline('dense', 20_000)]))
    expect(figure().querySelectorAll('circle')).toHaveLength(0)
    expect(figure().querySelector('.runoff-timeline-line')?.getAttribute('data-kind')).toBe(
      'columns',
    )
    expect(figure().textContent).toMatch(/Showing 1\u202f\d{3} of 20\u202f000 evaluations/)
  })

  it('says in words what is on its way, what is not there, and that there are no runs', async () => {
    const { rerender } = render(<MetricTimeline runs={null} series={new Map()} />)
    expect(figure().textContent).toContain('Loading runs…')
    rerender(<MetricTimeline runs={input.runs} series={new Map()} />)
    await expect.poll(() => figure().textContent).toContain('Loading eval loss…')
    rerender(<MetricTimeline runs={input.runs} series={new Map([['eval/loss', new Map()]])} />)
    await expect.poll(() => figure().textContent).toContain('No eval loss logged')
    expect(screen.queryByRole('application')).toBeNull()
    rerender(<MetricTimeline runs={[]} series={new Map()} />)
    expect(figure().textContent).toContain('No runs to compare yet.')
  })

  it('lets time run from left to right where words are read from the right', async () => {
    render(
      <div dir="rtl" style={{ width: 320 }}>
        <MetricTimeline {...input} />
      </div>,
    )
    await expect
      .poll(() => figure().querySelectorAll('.runoff-timeline-dot').length)
      .toBeGreaterThan(1)
    const [first, second] = figure().querySelectorAll('.runoff-timeline-dot')
    expect(first?.getBoundingClientRect().left).toBeLessThan(
      second?.getBoundingClientRect().left ?? 0,
    )
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
  })

  it('passes attributes through and speaks the language of the catalogue', () => {
    const ref = createRef<HTMLElement>()
    render(
      <MessagesProvider messages={{ timeline: { title: (metrics) => `Verlauf: ${metrics}` } }}>
        <MetricTimeline ref={ref} {...input} className="mine" data-testid="part" />
      </MessagesProvider>,
    )
    expect(ref.current).toBe(screen.getByTestId('part'))
    expect(ref.current).toHaveClass('runoff', 'runoff-timeline', 'mine')
    expect(screen.getByRole('figure', { name: 'Verlauf: eval loss' })).toBe(ref.current)
  })
})
