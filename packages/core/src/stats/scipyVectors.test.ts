import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from './adjust.ts'
import { chatterjeeXi } from './chatterjeeXi.ts'
import {
  chiSquareUpperP,
  noncentralStudentCdf,
  normalCdf,
  normalQuantile,
  studentizedRangeQuantile,
  studentizedRangeUpperP,
  studentQuantile,
  studentTwoSidedP,
} from './distributions.ts'
import { hedgesG } from './effectSize.ts'
import { gamesHowell } from './gamesHowell.ts'
import { kendall } from './kendall.ts'
import { kruskal } from './kruskal.ts'
import { mannWhitney } from './mannWhitney.ts'
import { pairedT } from './pairedT.ts'
import { permutationTest } from './permutationTest.ts'
import { seedsNeeded, smallestDifference } from './power.ts'
import { signFlipTest } from './signFlipTest.ts'
import { spearman } from './spearman.ts'
import { definedOf, near } from './testdata/near.ts'
import {
  correctionVectors,
  correlationVectors,
  differenceVectors,
  distributionVectors,
  groupsVectors,
  pairVectors,
  seedsVectors,
  twoSampleVectors,
  type PairwiseVector,
} from './testdata/scipyVectors.ts'
import { tukeyKramer } from './tukeyKramer.ts'
import { welch } from './welch.ts'
import { wilcoxon } from './wilcoxon.ts'

describe('two samples, against scipy', () => {
  it.each(twoSampleVectors)('agrees on $name', ({ a, b, ...expected }) => {
    const test = definedOf(welch(a, b))
    expect(test.t).toEqual(near(expected.t))
    expect(test.df).toEqual(near(expected.df))
    expect(test.p).toEqual(near(expected.p, 1e-8))
    expect(test.interval[0]).toEqual(near(expected.interval[0], 1e-9, test.standardError))
    expect(test.interval[1]).toEqual(near(expected.interval[1], 1e-9, test.standardError))
    expect(definedOf(hedgesG(a, b)).g).toEqual(near(expected.g))
    const ranks = definedOf(mannWhitney(a, b))
    expect(ranks.u).toBe(expected.u)
    expect(ranks.p).toEqual(near(expected.uP))
  })

  const counted = twoSampleVectors.filter(({ permutationP }) => permutationP !== null)
  it.each(counted)('counts every division of $name', ({ a, b, permutationP }) => {
    expect(definedOf(permutationTest(a, b)).p).toEqual(near(permutationP ?? NaN))
  })
})

describe('pairs, against scipy', () => {
  it.each(pairVectors)('agrees on $name', ({ a, b, ...expected }) => {
    const test = definedOf(pairedT(a, b))
    expect(test.t).toEqual(near(expected.t))
    expect(test.df).toBe(expected.df)
    expect(test.p).toEqual(near(expected.p, 1e-8))
    expect(test.interval[0]).toEqual(near(expected.interval[0], 1e-9, test.standardError))
    expect(test.interval[1]).toEqual(near(expected.interval[1], 1e-9, test.standardError))
    const ranks = definedOf(wilcoxon(a, b))
    expect(ranks.w).toBe(expected.w)
    expect(ranks.p).toEqual(near(expected.wP))
  })

  const counted = pairVectors.filter(({ signFlipP }) => signFlipP !== null)
  it.each(counted)('counts every flip of $name', ({ a, b, signFlipP }) => {
    expect(definedOf(signFlipTest(a, b)).p).toEqual(near(signFlipP ?? NaN))
  })
})

describe('correlations, against scipy and every order', () => {
  it.each(correlationVectors)('agrees on $name', ({ x, y, ...expected }) => {
    const ranks = definedOf(spearman(x, y))
    expect(ranks.rho).toEqual(near(expected.rho))
    expect(ranks.method).toBe(x.length <= 8 ? 'exact' : 'student')
    expect(ranks.p).toEqual(near(expected.rhoP))
    const pairs = definedOf(kendall(x, y))
    expect(pairs.tau).toEqual(near(expected.tau))
    expect(pairs.p).toEqual(near(expected.tauP))
  })

  const shaped = correlationVectors.filter(({ xi }) => xi !== null)
  it.each(shaped)('finds the shape of $name', ({ x, y, xi }) => {
    expect(definedOf(chatterjeeXi(x, y)).xi).toEqual(near(xi ?? NaN, 1e-9, 1))
  })

  const counted = correlationVectors.filter(({ xiP }) => xiP !== null)
  it.each(counted)('counts every order of $name', ({ x, y, xiP }) => {
    expect(definedOf(chatterjeeXi(x, y)).p).toEqual(near(xiP ?? NaN))
  })
})

describe('several groups, against scipy', () => {
  it.each(groupsVectors)('agrees on $name', ({ groups, ...expected }) => {
    const ranks = definedOf(kruskal(groups))
    expect(ranks.h).toEqual(near(expected.h))
    expect(ranks.p).toEqual(near(expected.hP))
    expect(definedOf(tukeyKramer(groups)).pairs).toMatchObject(expected.tukey.map(pairNear))
    expect(definedOf(gamesHowell(groups)).pairs).toMatchObject(expected.gamesHowell.map(pairNear))
  })
})

/** Ends of intervals to a millionth of their width: one can lie near 0. */
function pairNear({ p, interval: [low, high] }: PairwiseVector): object {
  const width = high - low
  return { p: near(p, 1e-6), interval: [near(low, 1e-6, width), near(high, 1e-6, width)] }
}

describe('corrections for many tests, against statsmodels', () => {
  it.each(correctionVectors)('agrees on $name', ({ ps, ...expected }) => {
    expect(holm(ps)).toEqual(expected.holm.map((p) => near(p)))
    expect(benjaminiHochberg(ps)).toEqual(expected.benjaminiHochberg.map((p) => near(p)))
  })
})

describe('distributions, against scipy', () => {
  it.each(distributionVectors.student)('p of t = %d with %d df', (t, df, p) => {
    expect(studentTwoSidedP(t, df)).toEqual(near(p, 1e-10))
    expect(studentTwoSidedP(-t, df)).toEqual(near(p, 1e-10))
  })
  it.each(distributionVectors.studentQuantile)('t below which %d lie, %d df', (p, df, t) => {
    expect(studentQuantile(p, df)).toEqual(near(t, 1e-10))
  })
  it.each(distributionVectors.normal)('share of the normal distribution below %d', (z, p) => {
    expect(normalCdf(z)).toEqual(near(p, 1e-12))
  })
  it.each(distributionVectors.normalQuantile)('z below which %d lie', (p, z) => {
    expect(normalQuantile(p)).toEqual(near(z, 1e-12))
  })
  it.each(distributionVectors.chiSquare)('chi-square above %d with %d df', (x, df, p) => {
    expect(chiSquareUpperP(x, df)).toEqual(near(p, 1e-12))
  })
  it.each(distributionVectors.studentizedRange)('range above %d of %d on %d df', (q, k, df, p) => {
    // scipy takes 1 - cdf, which has 14 decimals.
    expect(studentizedRangeUpperP(q, k, df)).toEqual(near(p, 1e-8, 1e-5))
  })
  it.each(distributionVectors.studentizedRangeQuantile)(
    'range below which %d lie, of %d on %d df',
    (p, k, df, q) => {
      expect(studentizedRangeQuantile(p, k, df)).toEqual(near(q, 1e-8))
    },
  )
  it.each(distributionVectors.noncentralStudent)(
    't below %d, %d df, off by %d',
    (t, df, shift, p) => {
      expect(noncentralStudentCdf(t, df, shift)).toEqual(near(p, 1e-8))
    },
  )
})

describe('seeds and differences, against statsmodels', () => {
  it.each(seedsVectors)('needs $n seeds for $effect', ({ effect, power, alpha, n }) => {
    expect(definedOf(seedsNeeded(effect, { power, alpha })).n).toBe(n)
  })
  it.each(differenceVectors)('finds $effect with $n seeds', ({ n, power, alpha, effect }) => {
    expect(definedOf(smallestDifference(n, { power, alpha })).effect).toEqual(near(effect, 1e-8))
  })
})
