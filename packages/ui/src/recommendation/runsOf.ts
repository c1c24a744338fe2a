import type { Recommendation, Run } from '@runoff/core'

/** Returns every run that a recommendation may name, each once. */
export function runsOf({ verdict, scores, excluded }: Recommendation): readonly Run[] {
  return [
    ...new Set([
      ...verdict.evidence.groups.flatMap((group) => group.runs),
      ...scores.map(({ run }) => run),
      ...excluded.map(({ run }) => run),
    ]),
  ]
}
