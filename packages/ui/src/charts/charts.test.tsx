import { defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ChartGroup } from './ChartGroup.tsx'
import { LossChart } from './LossChart.tsx'
import { MetricChart } from './MetricChart.tsx'

const series = new Map([['run', defineSeries({ steps: [0, 100], values: [2, 1] })]])

describe('charts on a server', () => {
  it('render their title, summary, axes and words without a window', () => {
    const html = renderToString(<MetricChart title="Eval loss" series={series} width={600} />)
    expect(html).toContain('Eval loss of 1 run over 100 steps.')
    expect(html.match(/<canvas/g)).toHaveLength(1)
    expect(html).toContain('data-axis="x" data-value="0"')
    expect(html).toContain('Showing 2 of 2 points')
  })

  it('hold their height before they know their width', () => {
    const html = renderToString(<MetricChart title="Eval loss" series={series} height={300} />)
    expect(html).toContain('style="height:300px"')
    expect(html).not.toContain('<svg class="runoff-chart-axes"')
  })

  it('render the same twice, in a group as well', () => {
    const page = (
      <ChartGroup xDomain={[0, 50]}>
        <MetricChart title="Accuracy" series={series} width={400} />
        <LossChart trainSeries={series} evalSeries={series} width={400} />
      </ChartGroup>
    )
    expect(renderToString(page)).toBe(renderToString(page))
  })

  it('write names as text, whatever they are', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '__proto__',
        '',
        '<script>alert(1)</script>',
        '"><img src=x onerror=1>',
        '\u202Ea',
      ),
    )
    fc.assert(
      fc.property(names, names, (id, name) => {
        const named = new Map([[id, defineSeries([{ step: 1, value: 1 }])]])
        const html = renderToString(
          <MetricChart title={name} series={named} runs={[{ id, name }]} width={400} />,
        )
        const tags = html.match(/<[a-z]+/g)
        const plain = renderToString(
          <MetricChart
            title="a"
            series={new Map([['a', defineSeries([{ step: 1, value: 1 }])]])}
            width={400}
          />,
        ).match(/<[a-z]+/g)
        const allowed = new Set([...(plain ?? []), '<span', '<bdi'])
        expect(tags?.every((tag) => allowed.has(tag))).toBe(true)
      }),
    )
  })
})
