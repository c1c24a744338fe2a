import { compareRunIds, objectiveValue, type Objective, type Run } from '@runoff/core'

/** The completed runs that have a value of the objective, in the order of their ids. */
export interface JudgedRuns {
  readonly runs: readonly Run[]
  /** Of each of them the best value, finite. */
  readonly values: Float64Array
  /** The place of the best of them, `-1` where there is none; of tied ones the first. */
  readonly best: number
  /** How many runs were given, each counted once, and how many of them are completed. */
  readonly total: number
  readonly completed: number
}

/**
 * Returns the runs that say something about a parameter: completed, and with a value.
 *
 * The order given does not matter, and a run that is given twice counts once.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function judgedRuns(given: readonly Run[], objective: Objective): JudgedRuns {
  const unique = new Map(given.map((run) => [JSON.stringify([run.source, run.id]), run]))
  const completed = [...unique.values()].filter(({ status }) => status === 'completed')
  const judged = completed
    .toSorted(compareRunIds)
    .map((run) => ({ run, value: objectiveValue(run, objective) }))
    .filter((each): each is { run: Run; value: number } => each.value !== null)
  const values = Float64Array.from(judged, ({ value }) => value)
  return {
    runs: judged.map(({ run }) => run),
    values,
    best: placeOfBest(values, objective),
    total: unique.size,
    completed: completed.length,
  }
}

function placeOfBest(values: Float64Array, { goal }: Objective): number {
  let best = -1
  values.forEach((value, place) => {
    const leader = values[best]
    if (leader === undefined || (goal === 'min' ? value < leader : value > leader)) best = place
  })
  return best
}
