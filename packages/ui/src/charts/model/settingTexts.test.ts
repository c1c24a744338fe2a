import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { englishWords } from '../testdata/words.ts'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModelOptions } from './chartModel.ts'
import { settingTexts, smoothingName } from './settingTexts.ts'

const line = (values: readonly number[]) =>
  defineSeries({ steps: values.map((_, step) => step), values })
const series = new Map(['a', 'b', 'c'].map((id, i) => [id, line([3 + i, 2, 1, -1])]))

const textsOf = (options: Partial<ChartModelOptions>, ids = ['a', 'b', 'c']): readonly string[] => {
  const lines = linesOf(new Map([...series].filter(([id]) => ids.includes(id))), [])
  const model = chartModel(lines, { xAxis: 'step', yScale: 'linear', ...options })
  return settingTexts(model, englishWords)
}

const groups = [{ id: 'g', name: 'g', runIds: ['a', 'b', 'c'] }]

describe('settingTexts', () => {
  it('says nothing of lines that are drawn as they were logged', () => {
    expect(textsOf({})).toEqual([])
    expect(textsOf({ smoothing: { kind: 'ema', weight: 0 } })).toEqual([])
  })

  it('names the smoothing with its number, and what lies behind', () => {
    expect(textsOf({ smoothing: { kind: 'ema', weight: 0.6 } })).toEqual([
      'Smoothed: TensorBoard EMA, weight 0.6; raw lines behind.',
    ])
  })

  it('says what a line of several runs is, and how long a run counts', () => {
    expect(textsOf({ grouping: { groups } })).toEqual([
      'Mean of 3 runs with its 95 % confidence band.',
      'Between its points a run counts with its line; it counts for nothing beyond its end.',
    ])
    expect(
      textsOf({ grouping: { groups, center: 'median', band: 'minMax', align: 'exact' } }),
    ).toEqual([
      'Median of 3 runs with a band from the lowest to the highest.',
      'A run counts only where it has a point.',
    ])
  })

  it('counts groups of different sizes from the smallest to the largest', () => {
    const some = [
      { id: 'one', name: 'one', runIds: ['a', 'b'] },
      { id: 'other', name: 'other', runIds: ['c', 'd', 'e'] },
    ]
    const more = new Map([...series, ['d', line([1, 2])], ['e', line([2, 1])]])
    const model = chartModel(linesOf(more, []), {
      xAxis: 'step',
      yScale: 'linear',
      grouping: { groups: some, band: 'sd' },
    })
    expect(settingTexts(model, englishWords)[0]).toBe(
      'Mean of 2 to 3 runs with a band of one standard deviation.',
    )
  })

  it('does not promise raw lines where groups hide them', () => {
    const smoothing = { kind: 'runningAverage', window: 3 } as const
    expect(textsOf({ grouping: { groups }, smoothing })[0]).toBe(
      'Smoothed: Running average of 3 points.',
    )
  })

  it('says nothing of groups where each is one run', () => {
    expect(textsOf({ grouping: { groups } }, ['a'])).toEqual([])
  })

  it('says how y is laid out where that is not linear', () => {
    expect(textsOf({ yScale: 'log' })).toEqual(['Logarithmic y axis.'])
    // Three powers of ten below the largest magnitude, which is 5.
    expect(textsOf({ yScale: 'symlog' })).toEqual([
      'Symmetric logarithmic y axis, linear within ±0.001.',
    ])
    expect(textsOf({ yRange: 'percentile' })).toEqual([
      'The axis reaches from the 1st to the 99th percentile; what lies beyond is cut off and marked.',
    ])
  })

  it('says nothing over an empty chart', () => {
    expect(textsOf({ smoothing: { kind: 'ema', weight: 0.6 }, yRange: 'percentile' }, [])).toEqual(
      [],
    )
  })
})

describe('smoothingName', () => {
  it.each([
    [{ kind: 'none' }, null],
    [{ kind: 'ema', weight: 0 }, null],
    [{ kind: 'ema', weight: 0.999 }, 'TensorBoard EMA, weight 0.999'],
    [{ kind: 'timeWeightedEma', weight: 0.9 }, 'Time-weighted EMA, weight 0.9'],
    [{ kind: 'gaussian', sigma: 2.5 }, 'Gaussian, sigma 2.5 points'],
    [{ kind: 'runningAverage', window: 21 }, 'Running average of 21 points'],
  ] as const)('calls %j %j', (smoothing, name) => {
    expect(smoothingName(smoothing, englishWords)).toBe(name)
  })
})
