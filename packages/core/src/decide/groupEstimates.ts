import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective } from '../run/run.ts'
import { mean } from '../stats/moments.ts'
import type { Contenders } from './contenders.ts'
import { severityInNoise } from './deltaFromBest.ts'
import { isBetter } from './objective.ts'
import { compareValues, type Sample } from './samples.ts'
import type { GroupEstimate, VerdictEvidence } from './verdict.ts'

/** Returns how each configuration stands, the best mean first; `known` is `null` without noise. */
export function groupsOf(
  samples: readonly Sample[],
  known: Contenders | null,
  context: { readonly objective: Objective; readonly minimum: number | null },
): readonly GroupEstimate[] {
  const means = samples.map(({ values }) => mean(values))
  const best = means.reduce(
    (held, value) => (isBetter(value, held, context.objective) ? value : held),
    means[0] ?? NaN,
  )
  return samples
    .map((sample, place): GroupEstimate => {
      const judged = known?.groups[place] ?? null
      const center = judged?.mean ?? means[place] ?? NaN
      const behind = judged?.behind ?? Math.abs(center - best)
      const isContender = judged?.isContender ?? true
      return {
        key: sample.configuration.key,
        name: sample.configuration.name,
        runs: sample.runs,
        n: sample.values.length,
        values: sample.values,
        mean: center + 0,
        sd: judged?.sd ?? null,
        basis: sample.basis,
        behind,
        behindError: judged?.standardError ?? null,
        behindDf: judged?.df ?? null,
        behindInNoise: judged?.behindInNoise ?? null,
        isContender,
        severity: severityInNoise(behind, {
          isContender,
          minimumEffect: context.minimum ?? Infinity,
        }),
      }
    })
    .toSorted((a, b) => compareGroups(a, b, context.objective))
}

function compareGroups(a: GroupEstimate, b: GroupEstimate, objective: Objective): number {
  const [first, second] = [a.runs[0], b.runs[0]]
  const byMean = compareValues(a.mean, b.mean, objective)
  return byMean || (first && second ? compareRunIds(first, second) : 0)
}

/** What cannot be compared has no order: the groups stay, without standing to each other. */
export function unjudged(evidence: VerdictEvidence): VerdictEvidence {
  return {
    ...evidence,
    groups: evidence.groups.map((group) => ({
      ...group,
      behindError: null,
      behindDf: null,
      behindInNoise: null,
      isContender: false,
      severity: 'none',
    })),
    noise: null,
    method: 'none',
  }
}
