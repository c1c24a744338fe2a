import { describe, expect, it } from 'vitest'
import {
  countFindings,
  countStillContenders,
  findingRank,
  isClearAlone,
  pairKey,
  pairsWithBest,
} from './pairRows.ts'
import { groupOf, pairOf, significanceOf } from './testdata/significance.ts'

const groups = [0.5, 0.501, 0.7].map((mean, place) => groupOf({ name: `c${place}`, mean }))
const lone = groupOf({ name: 'lone', mean: 0.6, n: 1 })
const all = significanceOf([...groups, lone])

describe('pairsWithBest', () => {
  it('keeps the pairs that the first configuration is one of, on either side', () => {
    expect(pairsWithBest(all).map(({ b }) => b.name)).toEqual(['c1', 'c2', 'lone'])
    const [best, second] = groups
    if (best === undefined || second === undefined) throw new Error('no groups')
    const turned = { groups: [best, second], pairs: [pairOf(second, best)] }
    expect(pairsWithBest(turned)).toHaveLength(1)
  })

  it('is empty where there is no configuration', () => {
    expect(pairsWithBest({ groups: [], pairs: [] })).toEqual([])
  })
})

describe('countFindings', () => {
  it('counts each finding and all pairs', () => {
    expect(countFindings(pairsWithBest(all))).toEqual({
      differs: 1,
      withinNoise: 1,
      tooFewSeeds: 1,
      total: 3,
    })
    expect(countFindings([])).toEqual({ differs: 0, withinNoise: 0, tooFewSeeds: 0, total: 0 })
  })
})

describe('countStillContenders', () => {
  const [best = lone, , far = lone] = groups
  const out = { ...far, isContender: false }

  it('counts who differs from the best and is a contender all the same', () => {
    expect(countStillContenders(pairsWithBest(all))).toBe(1)
    expect(countStillContenders([pairOf(best, out)])).toBe(0)
    expect(countStillContenders([pairOf(out, best)])).toBe(0)
    expect(countStillContenders([pairOf(best, far, { finding: 'within-noise' })])).toBe(0)
  })
})

describe('isClearAlone', () => {
  const [a = lone, b = lone] = groups
  const isClear = (low: number, high: number): boolean =>
    isClearAlone(pairOf(a, b, { interval: [low, high], finding: 'within-noise' }))

  it('tells an interval that leaves zero out beside a finding within noise', () => {
    expect([isClear(0.001, 0.02), isClear(-0.02, -0.001)]).toEqual([true, true])
    expect([isClear(0, 0.02), isClear(-0.02, 0), isClear(-0.01, 0.01)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('is of no pair that differs, nor of one without an interval', () => {
    const interval = [0.001, 0.02] as const
    expect(isClearAlone(pairOf(a, b, { interval, finding: 'differs' }))).toBe(false)
    expect(isClearAlone(pairOf(a, b, { interval: null, finding: 'within-noise' }))).toBe(false)
  })
})

describe('findingRank', () => {
  it('goes from the surest finding to the least sure', () => {
    expect(pairsWithBest(all).map(findingRank)).toEqual([1, 0, 2])
  })
})

describe('pairKey', () => {
  it('tells pairs apart whose names run together', () => {
    const named = (key: string) => ({ ...lone, key })
    expect(pairKey(pairOf(named('a'), named('b","c')))).not.toBe(
      pairKey(pairOf(named('a","b'), named('c'))),
    )
  })
})
