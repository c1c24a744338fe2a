import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { probabilityBest, probabilityBestWork } from './probabilityBest.ts'
import { seededRandom } from './random.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

const chances = (...args: Parameters<typeof probabilityBest>): readonly number[] =>
  definedOf(probabilityBest(...args)).probabilities

describe('probabilityBest', () => {
  it('finds what a million draws with numpy find', () => {
    // numpy standard_t draws: .807292, .001303, .191405; 20 000 are right to ± 0.003 each
    expect(chances([a, b, c], 'min')).toEqual([
      near(0.807292, 0.01, 1),
      near(0.001303, 0.001, 1),
      near(0.191405, 0.01, 1),
    ])
  })

  it('turns round where higher is better', () => {
    const turned = [a, b, c].map((values) => values.map((value) => -value))
    expect(chances(turned, 'max')).toEqual(chances([a, b, c], 'min'))
    expect(chances([a, b, c], 'max')[1]).toBeGreaterThan(0.99)
  })

  it("draws from Student's distribution with each group's own spread", () => {
    // Cauchy about 0 against what is all but fixed at -1: 1/2 - atan(1) / π = 1/4 that it is lower.
    const fixed = [-1 - 1e-9, -1, -1 + 1e-9]
    expect(chances([[-1, 1], fixed], 'min')[0]).toEqual(near(0.25, 0.012, 1))
    // Against -2: 1/2 - atan(2) / π = 0.1476. Far more than a normal's 0.023.
    const lower = fixed.map((value) => value - 1)
    expect(chances([[-1, 1], lower], 'min')[0]).toEqual(near(0.1476, 0.012, 1))
  })

  it('lends the pooled spread to a single value, and to equal ones', () => {
    // The only spread is 1 on one degree of freedom; mean ± 1 and ± 1 / √2 draw as one Cauchy of 1.7.
    const alone = chances([[-3], [-1, 1].map((value) => value / Math.SQRT2)], 'min')
    expect(alone[0]).toEqual(near(0.5 + Math.atan(3 / 1.7071) / Math.PI, 0.012, 1))
    const equal = chances(
      [
        [-3, -3],
        [-1, 1],
      ],
      'min',
    )
    // Pooled over two degrees of freedom: variance 1, so 1 / √2 for the mean of two; t with 2.
    expect(equal[0]).toBeLessThan(0.95)
    expect(equal[0]).toBeGreaterThan(0.75)
  })

  it('is even between equals', () => {
    for (const share of chances(
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      'min',
    )) {
      expect(share).toEqual(near(1 / 3, 0.012, 1))
    }
  })

  it('does not depend on the order of groups or of values', () => {
    const usual = chances([a, b, c], 'min')
    expect(chances([c.toReversed(), a, b], 'min')).toEqual([usual[2], usual[0], usual[1]])
    // The same mean: told apart by the spread of the mean, and then by how many values.
    const wide = [-2, 2]
    const narrow = [-1, 1]
    const many = [-1, 0, 1].map((value) => value * Math.sqrt(3))
    const even = chances([wide, narrow, many], 'min')
    expect(chances([many, narrow, wide], 'min')).toEqual(even.toReversed())
    expect(chances([narrow, wide, many], 'min')).toEqual([even[1], even[0], even[2]])
  })

  it('takes its numbers from the generator given', () => {
    const other = chances([a, b, c], 'min', { random: seededRandom(5) })
    expect(other).not.toEqual(chances([a, b, c], 'min'))
    expect(chances([a, b, c], 'min', { random: seededRandom(1) })).toEqual(
      chances([a, b, c], 'min'),
    )
  })

  it('sums to 1 and takes as many draws as asked for', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 6 }), (groups) => {
        const shares = chances(groups, 'max', { draws: 64 })
        expect(shares).toHaveLength(groups.length)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1)
        for (const share of shares) expect(share * 64).toBe(Math.round(share * 64))
      }),
    )
  })

  it('never divides by the 0 that a generator may give', () => {
    expect(chances([a, b], 'min', { random: () => 0, draws: 1 })).toEqual([1, 0])
  })

  it.each([
    ['too-few-groups', [[1, 2]]],
    ['too-few-groups', []],
    ['too-few-values', [[1, 2], []]],
    ['not-finite', [[1, NaN], [1]]],
    ['no-noise', [[1], [2]]],
    ['no-variance', [[1, 1], [2]]],
    ['not-finite', [[1e300, -1e300], [2]]],
  ] as const)('says %s of %j', (reason, groups) => {
    expect(probabilityBest(groups, 'min')).toEqual({ kind: 'undefined', reason })
  })

  it('refuses no draws', () => {
    expect(() => probabilityBest([a, b], 'min', { draws: 0 })).toThrow(RunoffError)
  })
})

describe('probabilityBestWork', () => {
  it('gives the same in steps, and says how far it is', () => {
    const work = probabilityBestWork([a, b, c], 'min')
    const seen: number[] = []
    let step = work.next()
    while (step.done !== true) {
      seen.push(step.value)
      step = work.next()
    }
    // 10 000 single draws a step are 3334 of all three means: at 3334, 6668, …
    expect(seen).toEqual([0.1667, 0.3334, 0.5001, 0.6668, 0.8335].map((share) => near(share)))
    expect(step.value).toEqual(probabilityBest([a, b, c], 'min'))
  })

  it('refuses a goal that is none', () => {
    const goal = JSON.parse('"minimize"')
    expect(() =>
      probabilityBest(
        [
          [1, 2],
          [3, 4],
        ],
        goal,
      ),
    ).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })
})
