import { objectiveValue, type ExclusionReason, type Recommendation, type Run } from '@runoff/core'

/** How a run stands beside the others. */
export type Standing =
  | 'keep'
  | 'same-configuration'
  | 'contender'
  | 'worse'
  | 'one-seed'
  | 'not-comparable'
  | ExclusionReason

/** A run as `runoff best` shows it. */
export interface BestRow {
  readonly run: Run
  /** Its best value, in the metric's unit; `null` where it is left out. */
  readonly value: number | null
  /** The step of that value. */
  readonly step: number | null
  /** How many seeds its configuration was run with. */
  readonly seeds: number | null
  readonly standing: Standing
}

/** Returns the runs of a recommendation, the best value first, and those left out at the end. */
export function bestRows(recommendation: Recommendation): readonly BestRow[] {
  const { objective, verdict, excluded, run: kept } = recommendation
  const { groups } = verdict.evidence
  const own = groups.find(({ runs }) => kept !== null && runs.includes(kept))
  const judged = groups.flatMap((group) =>
    group.runs.map((run): BestRow => {
      const summary = run.metrics.get(objective.metric)
      const bestStep = objective.goal === 'min' ? summary?.minStep : summary?.maxStep
      return {
        run,
        value: objectiveValue(run, objective),
        step: bestStep ?? summary?.lastStep ?? null,
        seeds: group.n,
        standing: run === kept ? 'keep' : standingOf(verdict.kind, group, group === own),
      }
    }),
  )
  const sign = objective.goal === 'min' ? 1 : -1
  return [
    ...judged.toSorted((a, b) => sign * ((a.value ?? NaN) - (b.value ?? NaN))),
    ...excluded.map(({ run, why }): BestRow => ({
      run,
      value: null,
      step: null,
      seeds: null,
      standing: why,
    })),
  ]
}

function standingOf(
  kind: Recommendation['verdict']['kind'],
  { isContender }: { readonly isContender: boolean },
  isOwn: boolean,
): Standing {
  if (kind === 'not-comparable') return 'not-comparable'
  if (isOwn) return 'same-configuration'
  if (kind === 'unreplicated') return 'one-seed'
  return isContender ? 'contender' : 'worse'
}
