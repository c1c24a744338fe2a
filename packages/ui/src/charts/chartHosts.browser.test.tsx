import { createSeriesFeed, defineSeries, type CurveMark, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode, useState, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../styles.css'
import type { XDomain } from './chartStore.ts'
import { LossChart } from './LossChart.tsx'
import { MetricChart, type MetricChartProps } from './MetricChart.tsx'
import { nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

async function wait(ms: number): Promise<void> {
  await act(() => new Promise((end) => setTimeout(end, ms)))
}

/** The same while React works on: within `act` React 18 holds a host's answer back until its end. */
const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const timed = (steps: readonly number[], startMs = 0): MetricSeries =>
  defineSeries({
    steps,
    values: steps.map((step) => 2 - step / 1000),
    timesMs: steps.map((step) => startMs + step * 60_000),
    epochs: steps.map((step) => step / 100),
  })
const steps = Array.from({ length: 21 }, (_, i) => i * 10)
const pair = new Map([
  ['a', timed(steps)],
  ['b', timed(steps.slice(2))],
])
const runs = [
  { id: 'a', name: 'a', status: 'running' as const },
  { id: 'b', name: 'b' },
]
const live = [{ id: 'live', name: 'live', status: 'running' as const }]
const figure = (): HTMLElement => screen.getByRole('figure')
const plot = (): HTMLElement => screen.getByRole('application')
const part = (name: string): HTMLElement => {
  const element = figure().querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (element === null) throw new Error(`no ${name}`)
  return element
}
const labels = (): (string | null)[] =>
  Array.from(
    figure().querySelectorAll('[data-axis="x"]:not([visibility="hidden"]) text'),
    (text) => text.textContent,
  )
async function press(...keys: readonly string[]): Promise<void> {
  await act(async () => {
    plot().focus()
    for (const key of keys) {
      plot().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await nextFrames(2)
    }
  })
}

const spikes: ReadonlyMap<string, readonly CurveMark[]> = new Map([
  ['a', [{ kind: 'best', step: 100, value: 1.9, checkpointPath: null }]],
])
const grouping = {
  groups: [{ id: 'g', name: 'both', runIds: ['a', 'b'] }],
  members: 'shown' as const,
}
const tokens = { title: 'Tokens', series: pair }
const states: readonly (readonly [string, Partial<MetricChartProps>])[] = [
  ['plain', {}],
  ['of groups and marks', { grouping, marks: spikes }],
  [
    'smoothed, symlog and cut',
    { smoothing: { kind: 'ema', weight: 0.6 }, yScale: 'symlog', yRange: 'percentile' },
  ],
  ['of logs', { xScale: 'log', yScale: 'log', xDomain: [0, 50] }],
  ['of times', { xAxis: 'time' }],
  ['of relative times', { xAxis: 'relative-time', grouping }],
  ['of relative steps and a width', { xAxis: 'relative-step', width: 400 }],
  ['along a metric', { xAxis: tokens, marks: spikes }],
  ['of a feed', { series: createSeriesFeed(pair) }],
  ['without a point', { series: new Map([['a', defineSeries([])]]) }],
]

describe('a page that a server has rendered', () => {
  it.each(states)('is taken over without a difference, with a chart %s', async (_name, props) => {
    const chart = (
      <StrictMode>
        <MetricChart title="Eval loss" series={pair} runs={runs} width={600} {...props} />
      </StrictMode>
    )
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(chart)
    expect(container.querySelectorAll('figure')).toHaveLength(1)
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    const complaints = vi.spyOn(console, 'error')
    const root = await act(() => hydrateRoot(container, chart, { onRecoverableError }))
    await wait(50)
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
    act(() => root.unmount())
    container.remove()
  })
})

describe('a host that keeps the domain', () => {
  function Host({ children }: { readonly children: (props: HostProps) => ReactNode }): ReactNode {
    const [xDomain, onXDomainChange] = useState<XDomain | null>([20, 60])
    return (
      <StrictMode>
        {children({ xDomain, onXDomainChange })}
        <button onClick={() => onXDomainChange([20, 60])}>there</button>
      </StrictMode>
    )
  }
  type HostProps = Pick<MetricChartProps, 'xDomain' | 'onXDomainChange'>
  const follow = (): HTMLElement => screen.getByRole('button', { name: 'Follow newest points' })

  it.each(['linear', 'log'] as const)('lets a %s chart go on following', async (xScale) => {
    const feed = createSeriesFeed(new Map([['live', timed(steps.slice(1))]]))
    render(
      <Host>
        {(props) => (
          <MetricChart
            title="Loss"
            series={feed}
            runs={live}
            xScale={xScale}
            width={600}
            {...props}
          />
        )}
      </Host>,
    )
    await wait(200)
    act(() => follow().click())
    for (let step = 210; step <= 400; step += 10) {
      feed.append('live', [{ step, value: 1 }])
      await pass(30)
    }
    await pass(400)
    expect(follow()).toHaveAttribute('aria-pressed', 'true')
    expect(labels()).toContain('400')
    act(() => screen.getByRole('button', { name: 'there' }).click())
    await wait(300)
    expect(follow()).toHaveAttribute('aria-pressed', 'false')
    expect(labels()).not.toContain('400')
  })

  it('may come back by itself to a domain that it has refused', async () => {
    const refused: (XDomain | null)[] = []
    const chart = (xDomain: XDomain | null) => (
      <MetricChart
        title="Loss"
        series={pair}
        xDomain={xDomain}
        onXDomainChange={(next) => refused.push(next)}
        width={600}
      />
    )
    const { rerender } = render(chart(null))
    await wait(100)
    await press('Home', '+')
    await wait(500)
    const [zoomed = null] = refused
    expect(zoomed).not.toBeNull()
    expect(labels()).toContain('200')
    rerender(chart(zoomed))
    await wait(300)
    expect(labels()).not.toContain('200')
  })
})

describe('a cursor', () => {
  const chart = (series: MetricSeries, hidden?: string) => (
    <MetricChart title="Loss" series={new Map([[hidden ?? 'a', series]])} width={600} />
  )

  it('stays on its point when finer points come', async () => {
    const { rerender } = render(chart(timed([0, 100, 200])))
    await wait(100)
    await press('Home', 'ArrowRight', 'Enter')
    expect(part('tooltip').textContent).toContain('step 100')
    rerender(chart(timed(steps)))
    await wait(300)
    expect(part('tooltip').textContent).toContain('step 100')
    expect(part('tooltip').textContent).toContain('1.900')
  })

  it('that outlives its line shows a point where that is', async () => {
    const { rerender } = render(chart(timed([0, 100, 200])))
    await wait(100)
    await press('Home', 'ArrowRight', 'Enter')
    rerender(chart(timed([0, 70, 200]), 'other'))
    await wait(300)
    expect(part('tooltip').textContent).toContain('step 70')
    const at = (element: HTMLElement): number => {
      const { left, width } = element.getBoundingClientRect()
      return left + width / 2
    }
    const { left, width } = part('surface').getBoundingClientRect()
    expect((at(part('dot')) - left) / width).toBeCloseTo(0.35, 1)
  })
})

describe('LossChart on a relative axis', () => {
  it('counts a run from its own beginning that came after the first render', async () => {
    const train = createSeriesFeed(new Map([['early', timed(steps, 1e12)]]))
    const evaluation = createSeriesFeed(new Map([['late', defineSeries([])]]))
    render(
      <LossChart
        trainSeries={train}
        evalSeries={evaluation}
        mode="eval"
        xAxis="relative-time"
        width={600}
      />,
    )
    await wait(100)
    act(() => {
      train.set('late', timed([0, 120], 2e12))
      evaluation.append('late', timed([60, 120], 2e12))
    })
    await wait(400)
    expect(screen.getByText(/Highest: late with 1\.940 at 1 h/)).toBeInTheDocument()
  })
})
