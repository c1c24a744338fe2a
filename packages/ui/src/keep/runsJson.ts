import {
  recommendationToJson,
  runToJson,
  type Objective,
  type Recommendation,
  type Run,
} from '@runoff/core'

export interface RunsJsonInput {
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly recommendation: Recommendation | null
  /** Unix time in milliseconds. */
  readonly madeAtMs: number
}

/**
 * Returns some runs as JSON text, every metric's summary and every parameter among it, with the
 * answer that was given of them. `defineRun` reads each run back.
 */
export function runsJson({ runs, objective, recommendation, madeAtMs }: RunsJsonInput): string {
  const content = {
    madeAt: new Date(madeAtMs).toISOString(),
    objective,
    recommendation: recommendation && recommendationToJson(recommendation),
    runs: runs.map(runToJson),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
