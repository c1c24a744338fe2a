import { defineSeries } from '@runoff/core'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ChartGroup } from './ChartGroup.tsx'
import type { ChartSettings } from './chartSettings.ts'
import { MetricChart, type MetricChartProps } from './MetricChart.tsx'

const series = new Map([
  ['run', defineSeries({ steps: [100, 200, 300], values: [3, 1, 2], epochs: [1, 2, 3] })],
])
const settings: ChartSettings = {
  xAxis: 'epoch',
  xScale: 'log',
  smoothing: { kind: 'ema', weight: 0.6 },
}
const htmlOf = (own: Partial<MetricChartProps>): string =>
  renderToString(
    <ChartGroup settings={settings}>
      <MetricChart title="Loss" series={series} width={500} {...own} />
    </ChartGroup>,
  )

describe('the settings of a group', () => {
  it('are those of a chart that is told nothing', () => {
    const html = htmlOf({})
    expect(html).toContain('>Epoch (log)<')
    expect(html).toContain('TensorBoard EMA, weight 0.6')
  })

  it('give way, one by one, to what a chart is told itself', () => {
    const html = htmlOf({ xAxis: 'relative-step', smoothing: { kind: 'none' } })
    expect(html).not.toContain('Epoch')
    expect(html).not.toContain('EMA')
    expect(html).toContain('(log)<')
  })
})
