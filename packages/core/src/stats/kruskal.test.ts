import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kruskal } from './kruskal.ts'
import { sample, tied } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'

describe('kruskal', () => {
  it('compares groups by the ranks of their values', () => {
    // Ranks 1 2 3 | 4 5 6: H = 12 / 42 (36 + 225) / 3 - 21 = 27 / 7; p = erfc(sqrt(H / 2)).
    const test = definedOf(
      kruskal([
        [1, 2, 3],
        [10, 20, 30],
      ]),
    )
    expect(test.h).toEqual(near(27 / 7))
    expect(test.df).toBe(1)
    expect(test.p).toEqual(near(0.04953461343562649))
  })

  it('says 1 where the groups are alike', () => {
    expect(
      kruskal([
        [1, 4],
        [2, 3],
      ]),
    ).toEqual({ kind: 'defined', h: 0, df: 1, p: 1 })
  })

  it.each([
    ['too-few-groups', [[1, 2, 3]]],
    ['too-few-groups', []],
    ['too-few-values', [[1, 2], []]],
    ['too-few-values', [[], []]],
    ['not-finite', [[1, NaN], [2]]],
    ['not-finite', [[1, NaN], []]],
    ['no-variance', [[1, 1], [1]]],
  ] as const)('says %s of %j', (reason, groups) => {
    expect(kruskal(groups)).toEqual({ kind: 'undefined', reason })
  })

  it('does not depend on the order of groups or values', () => {
    const group = fc.oneof(sample, tied)
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
        fc.pre(new Set(groups.flat()).size > 1)
        const test = definedOf(kruskal(groups))
        const turned = definedOf(kruskal(groups.toReversed().map((each) => each.toReversed())))
        expect(turned).toMatchObject({ h: near(test.h, 1e-9, 1e-9), df: groups.length - 1 })
        expect(test.h).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
