import { describe, expect, it } from 'vitest'
import { costLayout, costTicks, valueTicks } from './costLayout.ts'
import { englishFormatters } from '../../testdata/formatters.ts'

describe('costLayout', () => {
  it('gives the plot what its axes leave', () => {
    const layout = costLayout([0.2, 0.3], { width: 400, height: 300 }, englishFormatters)
    expect(layout.top).toBe(26)
    expect(layout.height).toBe(230)
    expect(layout.left + layout.width).toBe(384)
  })

  it('makes room for long labels in steps', () => {
    const short = costLayout([1, 9], { width: 400, height: 300 }, englishFormatters)
    const long = costLayout(
      [1_000_000.5, 1_000_001],
      { width: 400, height: 300 },
      englishFormatters,
    )
    expect(long.left).toBeGreaterThan(short.left)
    expect(short.left % 12).toBe(0)
  })

  it('is never narrower or lower than nothing', () => {
    const layout = costLayout([1], { width: 0, height: 0 }, englishFormatters)
    expect(layout).toMatchObject({ width: 0, height: 0 })
  })
})

describe('the ticks', () => {
  it('of a log axis stand at powers of ten', () => {
    const viewport = { from: -0.1, to: 3.1, low: 0, high: 1 }
    expect(costTicks({ viewport, xScale: 'log' }, 400, englishFormatters)).toEqual([
      { value: 0, label: '1' },
      { value: 1, label: '10' },
      { value: 2, label: '100' },
      { value: 3, label: '1\u202f000' },
    ])
  })

  it('of a linear axis stand at round costs', () => {
    const viewport = { from: 0, to: 20, low: 0, high: 1 }
    expect(
      costTicks({ viewport, xScale: 'linear' }, 340, englishFormatters).map(({ label }) => label),
    ).toEqual(['0', '5', '10', '15', '20'])
  })

  it('of the values are as many as the height holds', () => {
    const viewport = { from: 0, to: 1, low: 0.2, high: 0.3 }
    expect(valueTicks(viewport, 230, englishFormatters)).toHaveLength(6)
  })
})
