import { defineRun } from '@runoff/core'
import { compareCost, significance } from '@runoff/core/stats'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CostChart } from './CostChart.tsx'
import { SignificanceTable } from './SignificanceTable.tsx'
import { StoppingAdviceList } from './StoppingAdviceList.tsx'
import { costOf, sweep, sweepContenders } from './testdata/cost.ts'
import { groupOf, significanceOf, threePairs } from './testdata/significance.ts'
import { liveRun, stop } from './testdata/stopping.ts'

describe('the evidence on a server', () => {
  it('renders the tables without a style that a strict content policy would refuse', () => {
    const html = renderToString(<SignificanceTable significance={threePairs} />)
    expect(html).toContain('within noise')
    expect(html).toContain('≠')
    expect(html.match(/class="runoff-evidence-interval"/g)).toHaveLength(5)
    expect(html).not.toContain('style=')
  })

  it('writes names as text', () => {
    const groups = [0.5, 0.6].map((mean, place) => groupOf({ name: `<b>${place}`, mean }))
    const html = renderToString(<SignificanceTable significance={significanceOf(groups)} />)
    expect(html).toContain('&lt;b&gt;0')
    expect(html).not.toContain('<b>')
  })

  it('draws the chart where its width is given', () => {
    const html = renderToString(
      <CostChart comparison={sweep} contenders={sweepContenders} width={600} />,
    )
    expect(html.match(/data-run=/g)).toHaveLength(6)
    expect(html).toContain('4 of 6 runs are on the front')
  })

  it('holds the height of the chart before its width is known', () => {
    const html = renderToString(<CostChart comparison={sweep} height={320} />)
    expect(html).toContain('style="height:320px"')
    expect(html).not.toContain('data-run=')
  })

  it('renders the advice', () => {
    const run = liveRun('live')
    const html = renderToString(
      <StoppingAdviceList runs={[run]} advice={new Map([[run.id, stop]])} />,
    )
    expect(html).toContain('1 of 1 live run could be stopped.')
    expect(html).not.toContain('style=')
  })

  it('shows what is computed from runs, seed by seed', () => {
    // Two samples whose Welch test is known from scipy: p 8.652978454876402e-4, and the interval.
    const values = {
      a: [0.512, 0.498, 0.505, 0.521, 0.509],
      b: [0.541, 0.529, 0.555, 0.533, 0.548],
    }
    const runs = Object.entries(values).flatMap(([group, losses]) =>
      losses.map((min, seed) =>
        defineRun({
          id: `${group}${seed}`,
          group,
          seed: String(seed),
          status: 'completed',
          gpuHours: group === 'a' ? 4 : 1,
          metrics: { 'eval/loss': { min, last: min, count: 10, basis: 'full' } },
        }),
      ),
    )
    const table = renderToString(<SignificanceTable significance={significance(runs)} />)
    expect(table).toContain('very strong (p &lt; 0.001)')
    expect(table).toContain('0.01803 to 0.04637')
    expect(table).toContain('0.509 ± 0.011')
    const chart = renderToString(<CostChart comparison={compareCost(runs)} width={600} />)
    expect(chart).toContain('of 10 runs are on the front')
    expect(chart.match(/data-run=/g)).toHaveLength(10)
  })

  it('renders the same twice', () => {
    const page = (
      <>
        <SignificanceTable significance={threePairs} progress={0.5} />
        <CostChart comparison={costOf([])} width={600} />
      </>
    )
    expect(renderToString(page)).toBe(renderToString(page))
  })
})
