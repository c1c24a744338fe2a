import { describe, expect, it } from 'vitest'
import { probabilityOfImprovement } from './probabilityOfImprovement.ts'
import { near } from './testdata/near.ts'

const x = [
  [1, 2, 1, 2],
  [2, 2, 1, 1],
]
const y = [
  [1, 2, 3],
  [1, 2, 3],
]

describe('probabilityOfImprovement', () => {
  it('is the mean over tasks of how often a run is better', () => {
    // rliable's own unit test
    expect(probabilityOfImprovement(x, y)).toEqual({ kind: 'defined', probability: near(1 / 3) })
    expect(probabilityOfImprovement(y, x)).toEqual({ kind: 'defined', probability: near(2 / 3) })
  })

  it('turns round where lower is better', () => {
    const lower = probabilityOfImprovement(x, y, { goal: 'min' })
    expect(lower).toEqual({ kind: 'defined', probability: near(2 / 3) })
  })

  it('weighs tasks alike, however many runs they have', () => {
    const uneven = probabilityOfImprovement([[5, 5, 5, 5], [1]], [[1], [2]])
    expect(uneven).toEqual({ kind: 'defined', probability: 0.5 })
  })

  it('is a half of equal runs', () => {
    expect(probabilityOfImprovement([[1]], [[1]])).toEqual({ kind: 'defined', probability: 0.5 })
  })

  it.each([
    ['unequal-lengths', [[1]], [[1], [2]]],
    ['too-few-values', [], []],
    ['too-few-values', [[1], []], [[1], [2]]],
    ['too-few-values', [[1], [2]], [[1], []]],
    ['not-finite', [[1], [NaN]], [[1], [2]]],
  ] as const)('says %s of %j and %j', (reason, a, b) => {
    expect(probabilityOfImprovement(a, b)).toEqual({ kind: 'undefined', reason })
  })
})
