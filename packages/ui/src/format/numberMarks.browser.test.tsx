import '../styles.css'
import { defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MetricChart } from '../charts/MetricChart.tsx'
import { nextFrames } from '../charts/testdata/pixels.ts'
import { CostChart } from '../evidence/CostChart.tsx'
import { SignificanceTable } from '../evidence/SignificanceTable.tsx'
import { sweep } from '../evidence/testdata/cost.ts'
import { threePairs } from '../evidence/testdata/significance.ts'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { ParallelCoordinates } from '../params/ParallelCoordinates.tsx'
import { ParamImportance } from '../params/ParamImportance.tsx'
import { ParamScatter } from '../params/ParamScatter.tsx'
import { everyEffect, importanceOf } from '../params/testdata/importances.ts'
import { sweep as paramRuns } from '../params/testdata/sweep.ts'
import { RecommendationPanel } from '../recommendation/RecommendationPanel.tsx'
import { clearWinner } from '../recommendation/testdata/recommendations.ts'
import { germanMarks } from '../testdata/formatters.ts'

afterEach(cleanup)

/** Values of four digits, at places below a thousand: what has a point in it has a decimal point. */
const wave = (height: number): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: 41 }, (_, i) => i * 12.5),
    values: Array.from({ length: 41 }, (_, i) => height + Math.sin(i) * 0.1234),
  })
const series = new Map([
  ['upper', wave(0.75)],
  ['lower', wave(0.25)],
])

const Chart = ({ title = 'Eval loss' }: { readonly title?: string }): ReactNode => (
  <MetricChart title={title} series={series} width={640} smoothing={{ kind: 'ema', weight: 0.6 }} />
)
const Page = (): ReactNode => (
  <>
    <Chart />
    <RecommendationPanel recommendation={clearWinner} />
    <SignificanceTable significance={threePairs} />
    <CostChart comparison={sweep} width={640} />
  </>
)
const inGerman = (children: ReactNode): ReactNode => (
  <MessagesProvider messages={germanMarks}>{children}</MessagesProvider>
)

const spoken = ['title', 'aria-label', 'aria-valuetext', 'aria-description']

/** Everything within an element that is read or heard. */
function textsOf(element: Element): string {
  const attributes = [...element.querySelectorAll('*')].flatMap((each) =>
    spoken.flatMap((name) => each.getAttribute(name) ?? []),
  )
  const texts: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
  return [...texts, ...attributes].join('\n')
}

/** Numbers with a mark between two of their digits, as they are written. */
const marked = (element: Element, mark: ',' | '.'): readonly string[] =>
  textsOf(element).match(mark === '.' ? /\S*\d\.\d\S*/g : /\S*\d,\d\S*/g) ?? []

const figure = (name = 'Eval loss'): HTMLElement => screen.getByRole('figure', { name })

async function shown(name?: string): Promise<void> {
  await expect.poll(() => figure(name).querySelector('canvas')?.width ?? 0).toBeGreaterThan(50)
  await act(() => nextFrames())
}

describe('numbers in the marks of a language', () => {
  it('have no decimal point in a chart: ticks, cursor, notes, zoom and table', async () => {
    render(inGerman(<Chart />))
    await shown()
    expect(marked(figure(), '.')).toEqual([])
    const ticks = (): readonly string[] =>
      [...figure().querySelectorAll('[data-axis="y"]:not([visibility="hidden"])')].map(
        (tick) => tick.textContent,
      )
    await expect
      .poll(() => ticks().filter((label) => /^0,\d/.test(label)).length)
      .toBeGreaterThan(2)
    const plot = screen.getByRole('application', { name: 'Plot of Eval loss' })
    plot.focus()
    await userEvent.keyboard('{ArrowRight}')
    const tooltip = figure().querySelector('[data-part="tooltip"]')
    await expect.poll(() => tooltip?.textContent ?? '').toMatch(/0,\d/)
    const live = figure().querySelector('[data-part="live"]')
    await expect.poll(() => live?.textContent ?? '').toMatch(/0,\d+ at step/)
    expect(marked(figure(), '.')).toEqual([])
    // The engine rewrites the ticks, without a render.
    await userEvent.keyboard('+++yyy')
    await expect.poll(() => live?.textContent ?? '').toMatch(/Zoomed to .*\d,\d/)
    await act(() => nextFrames())
    expect(marked(figure(), '.')).toEqual([])
    await userEvent.click(screen.getByText('Data table'))
    await screen.findByRole('table')
    expect(marked(figure(), '.')).toEqual([])
    expect(marked(screen.getByRole('table'), ',').length).toBeGreaterThan(2)
  })

  it('have none in the recommendation, its details and its scores', async () => {
    render(inGerman(<RecommendationPanel recommendation={clearWinner} />))
    const panel = screen.getByRole('region', { name: 'Recommendation' })
    expect(marked(panel, ',')).not.toEqual([])
    await userEvent.click(screen.getByText('Why, and how sure'))
    await screen.findByRole('table', { name: 'Scores' })
    expect(panel.textContent).toContain('below 0,05, 80 below 0,1, 60 below 0,2')
    expect(marked(panel, '.')).toEqual([])
  })

  it('have none in the tables of evidence and the chart of costs', async () => {
    const { container } = render(
      inGerman(
        <>
          <SignificanceTable significance={threePairs} />
          <CostChart comparison={sweep} width={640} />
        </>,
      ),
    )
    await expect.poll(() => container.querySelectorAll('[data-axis="y"]').length).toBeGreaterThan(1)
    await userEvent.click(within(container).getByText('Data table'))
    await expect.poll(() => within(container).getAllByRole('table').length).toBe(3)
    expect(marked(container, '.')).toEqual([])
    for (const table of within(container).getAllByRole('table')) {
      expect(marked(table, ',')).not.toEqual([])
    }
  })

  it('have none in the parts about parameters', async () => {
    const runs = paramRuns(24)
    const { container } = render(
      inGerman(
        <>
          <ParamScatter runs={runs} defaultParam="warmup_ratio" />
          <ParallelCoordinates runs={runs} />
          <ParamImportance importance={importanceOf(everyEffect)} />
        </>,
      ),
    )
    await expect
      .poll(() => container.querySelectorAll('.runoff-param-tick').length)
      .toBeGreaterThan(5)
    for (const summary of within(container).getAllByText('Data table')) {
      await userEvent.click(summary)
    }
    await userEvent.click(within(container).getByText('Axes and ranges'))
    await expect.poll(() => within(container).getAllByRole('table').length).toBe(3)
    screen.getAllByRole('application')[0]?.focus()
    await userEvent.keyboard('{Home}')
    await expect
      .poll(() => container.querySelector('.runoff-param-at')?.textContent)
      .toMatch(/0,\d/)
    expect(marked(container, '.')).toEqual([])
    for (const table of within(container).getAllByRole('table')) {
      expect(marked(table, ',')).not.toEqual([])
    }
  })

  it('do not meet those of another language on the same page', async () => {
    render(
      <>
        {inGerman(<Chart title="Deutsch" />)}
        <Chart title="English" />
      </>,
    )
    await shown('Deutsch')
    await shown('English')
    expect(marked(figure('Deutsch'), '.')).toEqual([])
    expect(marked(figure('Deutsch'), ',')).not.toEqual([])
    expect(marked(figure('English'), ',')).toEqual([])
    expect(marked(figure('English'), '.')).not.toEqual([])
  })

  it('are the same from a server', async () => {
    const container = document.createElement('div')
    container.innerHTML = renderToString(inGerman(<Page />))
    document.body.append(container)
    expect(marked(container, '.')).toEqual([])
    const texts = (): readonly (string | null)[] =>
      [...container.querySelectorAll('p, td, th, figcaption')].map((each) => each.textContent)
    const before = texts()
    expect(before.join(' ')).toMatch(/\b0,\d/)
    expect(container.querySelector('[data-axis="y"]')?.textContent).toMatch(/^0,\d/)
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    const root = await act(() => hydrateRoot(container, inGerman(<Page />), { onRecoverableError }))
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(texts()).toEqual(before)
    expect(marked(container, '.')).toEqual([])
    act(() => root.unmount())
    container.remove()
  })
})
