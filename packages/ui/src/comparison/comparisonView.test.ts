import {
  completeView,
  defaultComparisonView,
  type ComparisonView,
  type ComparisonViewInput,
} from '@runoff/core'
import { describe, expect, it } from 'vitest'

describe('completeView', () => {
  it('is what the page starts with where nothing is given', () => {
    expect(completeView()).toEqual(defaultComparisonView)
    expect(completeView({ charts: {}, chartSettings: {}, picker: {} })).toEqual(
      defaultComparisonView,
    )
  })

  it('keeps a view that went through JSON', () => {
    const view: ComparisonView = {
      ...defaultComparisonView,
      metrics: ['grad_norm'],
      charts: { order: ['grad_norm', 'learning_rate'], wide: ['learning_rate'] },
      chartSettings: {
        ...defaultComparisonView.chartSettings,
        xAxis: { metric: 'tokens' },
        smoothing: { kind: 'gaussian', sigma: 4 },
      },
    }
    expect(completeView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it('draws plainly where a link of another time says what nobody knows', () => {
    const old = JSON.parse(
      '{"lossMode":"eval","charts":"grid","chartSettings":{"yScale":"cubic","xScale":"log"}}',
    ) as ComparisonViewInput
    expect(completeView(old)).toEqual({
      ...defaultComparisonView,
      lossMode: 'eval',
      chartSettings: { ...defaultComparisonView.chartSettings, xScale: 'log' },
    })
  })
})
