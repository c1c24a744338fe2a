import { defineRun, type GroupEstimate } from '@runoff/core'
import type { Significance, SignificancePair } from '@runoff/core/stats'

export interface GroupInput {
  readonly name: string
  readonly mean: number
  readonly n?: number
  readonly sd?: number | null
}

/** A configuration of `n` runs, named by its seeds. */
export function groupOf({ name, mean, n = 5, sd = 0.009 }: GroupInput): GroupEstimate {
  return {
    key: `key of ${name}`,
    name,
    runs: Array.from({ length: n }, (_, seed) =>
      defineRun({ id: `${name} / seed ${seed + 1}`, status: 'completed' }),
    ),
    n,
    values: Array.from({ length: n }, () => mean),
    mean,
    sd: n === 1 ? null : sd,
    basis: 'full',
    behind: 0,
    behindInNoise: null,
    behindError: null,
    behindDf: null,
    isContender: true,
    severity: 'none',
  }
}

/** A pair whose finding comes from its numbers. */
export function pairOf(
  a: GroupEstimate,
  b: GroupEstimate,
  input: Partial<SignificancePair> = {},
): SignificancePair {
  const difference = b.mean - a.mean
  const isSingle = Math.min(a.n, b.n) < 2
  const adjustedP = isSingle ? null : Math.min(1, Math.exp(-Math.abs(difference) * 200))
  return {
    a,
    b,
    difference,
    interval: isSingle ? null : [difference - 0.014, difference + 0.014],
    p: adjustedP,
    adjustedP,
    permutationP: null,
    effect: null,
    probabilityBetter: isSingle ? null : Math.min(1, 0.5 + difference * 12),
    finding: findingOf(adjustedP),
    ...input,
  }
}

function findingOf(adjustedP: number | null): SignificancePair['finding'] {
  if (adjustedP === null) return 'too-few-seeds'
  return adjustedP <= 0.05 ? 'differs' : 'within-noise'
}

/** Every configuration against every other; the groups come best first. */
export function significanceOf(
  groups: readonly GroupEstimate[],
  input: Partial<Significance> = {},
): Significance {
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => pairOf(a, b)))
  const replicated = groups.filter(({ n }) => n > 1)
  const noise = {
    sd: 0.009,
    df: replicated.reduce((sum, { n }) => sum + n - 1, 0),
    groups: replicated.length,
  }
  return {
    kind: 'defined',
    objective: { metric: 'eval/loss', goal: 'min' },
    groups,
    pairs,
    scope: 'all',
    probabilityBest: groups.map((_, place) => 0.6 ** (place + 1)),
    evidence: {
      groups,
      noise: replicated.length === 0 ? null : noise,
      method: replicated.length === 0 ? 'none' : 'tukey-kramer',
      level: 0.975,
      looks: 1,
      minimumEffect: null,
      unknownConditions: [],
    },
    // Two means of five seeds each differ visibly from 2.02 standard deviations of a seed on.
    smallestDifference: replicated.length === 0 ? null : 2.02,
    ...input,
  }
}

/** The a, b and c of the published vectors: five seeds each. */
export const three: readonly GroupEstimate[] = [
  groupOf({ name: 'lr-3e-4', mean: 0.509, sd: 0.0087 }),
  groupOf({ name: 'lr-1e-4', mean: 0.515, sd: 0.0096 }),
  groupOf({ name: 'lr-1e-3', mean: 0.5412, sd: 0.0106 }),
]

export const threePairs: Significance = significanceOf(three, {
  pairs: [
    pairOf(three[0] as GroupEstimate, three[1] as GroupEstimate, {
      difference: 0.006,
      // scipy: ttest_ind(equal_var=False) of a and c, p .3215216166416705
      interval: [-0.007107959624562118, 0.01910795962456213],
      adjustedP: 0.3215216166416705,
      probabilityBetter: 0.68,
      finding: 'within-noise',
    }),
    pairOf(three[0] as GroupEstimate, three[2] as GroupEstimate, {
      difference: 0.0322,
      // scipy: the same of a and b, p 8.652978454876402e-4, times three by Holm
      interval: [0.018028236176941912, 0.046371763823058104],
      adjustedP: 0.00259589354,
      probabilityBetter: 1,
      finding: 'differs',
    }),
    pairOf(three[1] as GroupEstimate, three[2] as GroupEstimate, {
      difference: 0.0262,
      interval: [0.0115, 0.0409],
      adjustedP: 0.0058,
      probabilityBetter: 0.96,
      finding: 'differs',
    }),
  ],
})
