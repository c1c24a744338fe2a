import { describe, expect, it } from 'vitest'
import { countFindings, findingRank, pairKey, pairsWithBest } from './pairRows.ts'
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
