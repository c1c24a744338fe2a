import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completeArrangement,
  completeToolbarSettings,
  defaultArrangement,
  defaultToolbarSettings,
  type ChartToolbarSettings,
} from './chartView.ts'

describe('completeToolbarSettings', () => {
  it('keeps what can be used, through JSON', () => {
    const settings: ChartToolbarSettings = {
      xAxis: { metric: 'tokens' },
      xScale: 'log',
      yScale: 'symlog',
      yRange: 'percentile',
      smoothing: { kind: 'ema', weight: 0.9 },
      groupBy: 'seeds',
      center: 'median',
      band: 'minMax',
      members: 'shown',
    }
    expect(completeToolbarSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  it.each([undefined, null, 'log', 7, [], { xAxis: 'depth', yScale: null, members: 1 }])(
    'is everything as logged for %j',
    (given) => {
      expect(completeToolbarSettings(given)).toEqual(defaultToolbarSettings)
    },
  )

  it.each([
    { kind: 'ema' },
    { kind: 'ema', weight: 1 },
    { kind: 'ema', weight: '0.5' },
    { kind: 'ema', weight: null },
    { kind: 'ema', weight: NaN },
    { kind: 'gaussian', sigma: -1 },
    { kind: 'runningAverage', window: 2.5 },
    { kind: 'loess', weight: 0.5 },
    { kind: '__proto__' },
    'ema',
  ])('smooths nothing by %j, and keeps the rest', (smoothing) => {
    expect(completeToolbarSettings({ smoothing, yScale: 'log' })).toEqual({
      ...defaultToolbarSettings,
      yScale: 'log',
    })
  })

  it.each([
    [
      { kind: 'timeWeightedEma', weight: 0.5, sigma: 3 },
      { kind: 'timeWeightedEma', weight: 0.5 },
    ],
    [
      { kind: 'gaussian', sigma: -0 },
      { kind: 'gaussian', sigma: 0 },
    ],
    [
      { kind: 'runningAverage', window: 21, token: 'a' },
      { kind: 'runningAverage', window: 21 },
    ],
    [{ kind: 'none', weight: 1 }, { kind: 'none' }],
  ])('takes of %j what such a smoothing has', (smoothing, wanted) => {
    expect(completeToolbarSettings({ smoothing }).smoothing).toEqual(wanted)
  })

  it('takes a metric along x for its name alone', () => {
    const xAxis = { metric: '__proto__', series: [1] }
    expect(completeToolbarSettings({ xAxis }).xAxis).toEqual({ metric: '__proto__' })
    expect(completeToolbarSettings({ xAxis: { metric: 7 } }).xAxis).toBe('step')
  })

  it('gives something that can be drawn whatever a link says', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        const settings = completeToolbarSettings(given)
        expect(completeToolbarSettings(settings)).toEqual(settings)
      }),
    )
  })
})

describe('completeArrangement', () => {
  it('keeps each id once, and nothing that is none', () => {
    const given = { order: ['b', 'a', 'b', 7, null, '__proto__'], wide: 'b', height: ['a'] }
    expect(completeArrangement(given)).toEqual({ order: ['b', 'a', '__proto__'], wide: [] })
  })

  it.each([undefined, null, 7, [], { order: {} }])('arranges nothing for %j', (given) => {
    expect(completeArrangement(given)).toEqual(defaultArrangement)
  })
})
