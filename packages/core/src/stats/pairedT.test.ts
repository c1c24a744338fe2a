import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { pairedT } from './pairedT.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

describe('pairedT', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.ttest_rel
    const test = definedOf(pairedT(a, b))
    expect(test.p).toEqual(near(0.006758945040876795))
    expect(test.difference).toEqual(near(-0.0322))
    expect(test.t * test.standardError).toEqual(near(-0.0322))
    expect(test.df).toBe(4)
    expect(test.n).toBe(5)
    expect(definedOf(pairedT(a, c)).p).toEqual(near(0.3163748618805098))
  })

  it('gives an interval of the level asked for', () => {
    // Differences -1 and -3: mean -2, standard error 1, t of one degree of freedom 1 at 50 %.
    const { interval } = definedOf(pairedT([1, 1], [2, 4], { level: 0.5 }))
    expect(interval[0]).toEqual(near(-3))
    expect(interval[1]).toEqual(near(-1))
  })

  it.each([
    ['unequal-lengths', [1, 2], [1, 2, 3]],
    ['too-few-values', [1], [2]],
    ['too-few-values', [], []],
    ['not-finite', [1, NaN], [1, 2]],
    ['no-variance', [1, 2, 3], [2, 3, 4]],
    // 1.1 - 1 is not 1.2 - 1.1 in floating point, and is the same difference.
    ['no-variance', [1.1, 1.2], [1, 1.1]],
    ['not-finite', [1e300, -1e300], [1, 2]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(pairedT(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('still sees differences of a millionth part', () => {
    expect(pairedT([1, 2, 3], [1.000001, 2.000002, 3.000004]).kind).toBe('defined')
  })

  it('refuses a level that is no share', () => {
    expect(() => pairedT([1, 2], [2, 4], { level: 0 })).toThrow(RunoffError)
  })

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.map((value, i) => value + i * i + 1)
        const [test, turned] = [definedOf(pairedT(x, y)), definedOf(pairedT(y, x))]
        expect(turned.t).toBe(-test.t)
        expect(turned.p).toBe(test.p)
      }),
    )
  })
})
