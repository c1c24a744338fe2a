import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { gamesHowell } from './gamesHowell.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'
import { welch } from './welch.ts'

describe('gamesHowell', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.tukey_hsd(a, b, c, equal_var=False)
    expect(definedOf(gamesHowell([a, b, c])).pairs).toMatchObject([
      { a: 0, b: 1, difference: near(-0.0322), p: near(0.002184419101999957, 1e-6) },
      { a: 0, b: 2, difference: near(-0.006), p: near(0.564650537507818, 1e-6) },
      { a: 1, b: 2, difference: near(0.0262), p: near(0.008512334211901784, 1e-6) },
    ])
  })

  it('keeps groups of unequal spread apart', () => {
    const unequal = [
      [1, 1.02, 0.99, 1.01],
      [1.1, 1.3, 0.95],
      [1.05, 1.06, 1.04, 1.07, 1.05],
    ]
    expect(definedOf(gamesHowell(unequal)).pairs).toMatchObject([
      { p: near(0.6003529447315215, 1e-6) },
      {
        p: near(0.0022628780943326765, 1e-6),
        interval: [near(-0.07409235210311348, 1e-6), near(-0.02390764789688683, 1e-6)],
      },
      { p: near(0.8264752699514698, 1e-6) },
    ])
  })

  it("is Welch's test for two groups", () => {
    const [pair] = definedOf(gamesHowell([a, b], { level: 0.9 })).pairs
    const { df, p, interval, standardError } = definedOf(welch(a, b, { level: 0.9 }))
    expect(pair).toMatchObject({
      df: near(df),
      standardError: near(standardError),
      p: near(p, 1e-8),
      interval: interval.map((end) => near(end, 1e-8)),
    })
  })

  it('compares with a group that does not vary', () => {
    expect(
      definedOf(
        gamesHowell([
          [2, 2],
          [1, 3, 5],
        ]),
      ).pairs[0]?.df,
    ).toEqual(near(2))
  })

  it.each([
    ['too-few-groups', [[1, 2]]],
    ['too-few-values', [[1, 2], [1]]],
    ['not-finite', [[1, NaN], [1]]],
    [
      'no-variance',
      [
        [1, 1],
        [2, 2],
        [1, 2],
      ],
    ],
    [
      'not-finite',
      [
        [1.7e308, 1.7e308],
        [-1.7e308, -1.7e308, -1.7e308 + 1e293],
        [1, 2],
      ],
    ],
    [
      'not-finite',
      [
        [1e300, -1e300],
        [1, 2],
      ],
    ],
  ] as const)('says %s of %j', (reason, groups) => {
    expect(gamesHowell(groups)).toEqual({ kind: 'undefined', reason })
  })

  it('refuses a level that is no share', () => {
    expect(() => gamesHowell([a, b], { level: 0 })).toThrow(RunoffError)
  })
})
