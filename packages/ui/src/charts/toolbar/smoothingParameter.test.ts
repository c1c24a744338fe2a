import { defineSeries, smooth } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import {
  changesNothing,
  parameterOf,
  smoothingKinds,
  smoothingOfKind,
  withParameter,
} from './smoothingParameter.ts'

const none = { kind: 'none' } as const
const series = defineSeries({ steps: [0, 1, 2], values: [1, 5, 3] })

describe('smoothingOfKind', () => {
  it('begins each kind with a number that core takes and that smooths', () => {
    for (const kind of smoothingKinds) {
      const smoothed = smooth(series, smoothingOfKind(kind, none))
      expect([kind, smoothed === series]).toEqual([kind, kind === 'none'])
    }
  })

  it('keeps the weight from one average by weight to the other', () => {
    const ema = { kind: 'ema', weight: 0.93 } as const
    expect(smoothingOfKind('timeWeightedEma', ema)).toEqual({
      kind: 'timeWeightedEma',
      weight: 0.93,
    })
    expect(smoothingOfKind('gaussian', ema)).toEqual({ kind: 'gaussian', sigma: 5 })
  })
})

describe('withParameter', () => {
  it('takes both bounds of each kind, which core takes as well', () => {
    for (const kind of smoothingKinds.filter((each) => each !== 'none')) {
      const start = smoothingOfKind(kind, none)
      const { min = NaN, max = NaN } = parameterOf(start) ?? {}
      const least = withParameter(start, min)
      expect(parameterOf(least)?.value).toBe(min)
      expect(smooth(series, least)).toBe(series)
      expect(changesNothing(least)).toBe(true)
      const most = withParameter(start, max)
      expect(parameterOf(most)?.value).toBe(max)
      expect(smooth(series, most).values).toHaveLength(3)
      expect(changesNothing(most)).toBe(false)
    }
  })

  it('makes a window of whole points', () => {
    const window = { kind: 'runningAverage', window: 3 } as const
    expect(withParameter(window, 4.6)).toEqual({ kind: 'runningAverage', window: 5 })
  })

  it('leaves alone what takes no number', () => {
    expect(withParameter(none, 3)).toBe(none)
    expect(parameterOf(none)).toBeNull()
  })
})
