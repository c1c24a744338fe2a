import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gamesHowell } from '../stats/gamesHowell.ts'
import { tukeyKramer } from '../stats/tukeyKramer.ts'
import { contenders, type Contenders } from './contenders.ts'

const a = [0.512, 0.498, 0.505, 0.521, 0.509]
const b = [0.541, 0.529, 0.555, 0.533, 0.548]
const c = [0.515, 0.502, 0.527, 0.511, 0.52]

function known(
  groups: readonly (readonly number[])[],
  ...rest: [goal?: 'min' | 'max', level?: number]
): Contenders {
  const [goal = 'min', level] = rest
  const found = contenders(groups, goal, level === undefined ? {} : { level })
  if (found.kind === 'undefined') throw new Error(found.reason)
  return found
}

const open = (found: Contenders): boolean[] => found.groups.map(({ isContender }) => isContender)

describe('contenders', () => {
  it('keeps what Tukey cannot tell from the best: p of a and c is .595, of a and b .0005', () => {
    const found = known([a, b, c])
    expect(found).toMatchObject({ best: 0, method: 'tukey-kramer', level: 0.95 })
    expect(open(found)).toEqual([true, false, true])
    expect(found.noise).toMatchObject({ df: 12, groups: 3 })
    // numpy: the mean of the three variances
    expect(found.noise.sd ** 2).toBeCloseTo(9.14e-5, 12)
    expect(found.groups[1]?.behind).toBeCloseTo(0.0322, 12)
    expect(found.groups[0]).toMatchObject({ behind: 0, behindInNoise: 0, n: 5 })
    expect(open(known([a, b, c], 'max'))).toEqual([false, true, false])
  })

  it('decides just where Tukey–Kramer does, with unequal numbers of seeds', () => {
    const groups = [a, b.slice(0, 2), c.slice(0, 3)]
    const reference = tukeyKramer(groups)
    if (reference.kind === 'undefined') throw new Error(reference.reason)
    const p = reference.pairs.find((pair) => pair.a === 0 && pair.b === 1)?.p ?? NaN
    expect(open(known(groups, 'min', 1 - p * 0.999))[1]).toBe(true)
    expect(open(known(groups, 'min', 1 - p * 1.001))[1]).toBe(false)
  })

  it('lets each keep its own spread where spreads differ more than chance makes them', () => {
    const wide = [0.4, 0.9, 0.65]
    const groups = [a, wide, c]
    const found = known(groups)
    expect(found.method).toBe('games-howell')
    const reference = gamesHowell(groups)
    if (reference.kind === 'undefined') throw new Error(reference.reason)
    const p = reference.pairs.find((pair) => pair.a === 0 && pair.b === 2)?.p ?? NaN
    expect(open(known(groups, 'min', 1 - p * 0.999))[2]).toBe(true)
    expect(open(known(groups, 'min', 1 - p * 1.001))[2]).toBe(false)
  })

  it('pools spreads that differ threefold where some have fewer than three seeds', () => {
    expect(known([a, c, [0.4, 0.9]]).method).toBe('tukey-kramer')
  })

  it('pools spreads that differ as chance makes them', () => {
    const spread = (by: number): number[] => [0, by, 2 * by]
    const methodOf = (...all: readonly number[]): string => known(all.map(spread)).method
    // Up to threefold always; past that by Bartlett's p: .222 and .128 by scipy.
    expect(methodOf(1, 3, 1.7)).toBe('tukey-kramer')
    expect(methodOf(1, 4, 1.7)).toBe('tukey-kramer')
    expect(methodOf(1, 5, 1.7)).toBe('games-howell')
    // A p of .0001, and no more than threefold apart.
    const many = (by: number): number[] => Array.from({ length: 40 }, (_, i) => by * (i % 5))
    expect(known([many(1), many(2.9), many(2)]).method).toBe('tukey-kramer')
    expect(known([many(1), many(3.1), many(2)]).method).toBe('games-howell')
    expect(methodOf(...Array.from({ length: 10 }, (_, i) => 1 + i * 0.3))).toBe('tukey-kramer')
  })

  it('lets two keep their own spreads wherever both have one: Welch', () => {
    // scipy: ttest_ind(a, b, equal_var=False).pvalue is 0.000865
    expect(known([a, b]).method).toBe('games-howell')
    expect(known([a, b]).groups[1]?.df).toBeCloseTo(7.633327043151569, 9)
    const p = 0.0008652978454876402
    expect(open(known([a, b], 'min', 1 - p * 0.999))[1]).toBe(true)
    expect(open(known([a, b], 'min', 1 - p * 1.001))[1]).toBe(false)
    expect(known([a, b.slice(0, 2)]).method).toBe('games-howell')
    expect(known([a, b.slice(0, 1)]).method).toBe('tukey-kramer')
  })

  it('lends the pooled spread to a single seed', () => {
    const found = known([a, [0.6]])
    expect(found.groups[1]).toMatchObject({ sd: null, n: 1, isContender: false })
    expect(open(known([a, [0.52]]))).toEqual([true, true])
  })

  it('takes a configuration without any spread beside others that have one', () => {
    expect(
      open(
        known([
          [1, 1, 1],
          [1.5, 1.6, 1.7],
          [3, 3.1, 2.9],
        ]),
      ),
    ).toEqual([true, false, false])
    expect(
      open(
        known([
          [1, 1, 1],
          [1.001, 1.001, 1.001],
          [3, 3.1, 2.9],
        ]),
      )[1],
    ).toBe(true)
  })

  it.each([
    [[], 'too-few-groups'],
    [[[1, 2, 3]], 'too-few-groups'],
    [[[1], []], 'too-few-values'],
    [
      [
        [1, NaN],
        [1, 2],
      ],
      'not-finite',
    ],
    [
      [
        [1, Infinity],
        [1, 2],
      ],
      'not-finite',
    ],
    [[[1.7e308, -1.7e308, 0], [1]], 'not-finite'],
    [
      [
        [1e308, -1e308, 1, 2],
        [2, 1, 3],
      ],
      'not-finite',
    ],
    [[[1.7e308], [-1.7e308], [1, 2, 3]], 'not-finite'],
    [[[1], [2], [3]], 'no-noise'],
    [[[1, 2], [2]], 'no-noise'],
    [
      [
        [1, 1],
        [2, 2],
      ],
      'no-variance',
    ],
  ] as const)('has no answer to %j: %s', (groups, reason) => {
    expect(contenders(groups, 'min')).toEqual({ kind: 'undefined', reason })
  })

  it('needs two degrees of freedom, from wherever they come', () => {
    expect(
      known([
        [1, 2],
        [2, 3],
      ]).noise.df,
    ).toBe(2)
    expect(known([[1, 2, 3], [2]]).noise).toMatchObject({ df: 2, groups: 1, sd: 1 })
  })

  it('refuses a level that is none', () => {
    for (const level of [0, 1, -1, NaN]) {
      expect(() => contenders([a, b], 'min', { level })).toThrow(
        expect.objectContaining({ code: 'bad-option' }),
      )
    }
  })

  it('refuses a goal that is none, which would turn the answer round', () => {
    expect(() => contenders([a, b], 'minimize' as 'min')).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    )
  })

  it('always keeps the best, in any order of configurations and seeds', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true })
    const group = fc.array(value, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
        const found = contenders(groups, 'min')
        if (found.kind === 'undefined') return
        expect(found.groups[found.best]).toMatchObject({ isContender: true, behind: 0 })
        const turned = contenders(groups.map((each) => each.toReversed()).toReversed(), 'min')
        if (turned.kind === 'undefined') throw new Error('the order mattered')
        expect(turned.noise).toEqual(found.noise)
        expect(turned.groups.map(({ mean }) => mean).toReversed()).toEqual(
          found.groups.map(({ mean }) => mean),
        )
      }),
    )
  })
})
