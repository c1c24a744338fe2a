import { defaultObjective, objectiveValue } from '../decide/objective.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective, Run } from '../run/run.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { cheapestContender, type CheapestContender } from './cheapestContender.ts'
import { checkPrice, gpuHoursOf, type GpuHours, type PriceOptions } from './gpuHours.ts'
import { paretoFront, type ParetoFront } from './paretoFront.ts'

/** What runs that are compared by what they cost share. */
export interface CompareCostOptions extends PriceOptions {
  /** @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** How much the values of two equally good runs may differ, in units of the metric. @default 0 */
  readonly noise?: number
  /** The runs that a verdict could not tell from the best. Left out: those within the noise. */
  readonly contenders?: readonly Run[]
}

/** A run with its value and its cost. */
export interface CostRow {
  readonly run: Run
  /** The best value of the objective. */
  readonly value: number
  readonly gpuHours: number
  readonly basis: GpuHours['basis']
  /** In the currency of the price; `null` where none was given. */
  readonly price: number | null
  readonly isOnFront: boolean
  /** A run of the front that is better by more than the noise and costs no more. */
  readonly dominatedBy: Run | null
}

/** A run that cannot be compared by cost, and what it lacks. */
export interface CostExclusion {
  readonly run: Run
  readonly reason: 'no-cost' | 'no-value'
}

export type CostComparison =
  | Undefined
  | {
      readonly kind: 'defined'
      readonly objective: Objective
      /** In the order of the runs' ids. */
      readonly rows: readonly CostRow[]
      /** The runs that no other beats at no higher cost, best value first. */
      readonly front: readonly Run[]
      /** `null` where nothing says which runs are as good as the best, or none of them has a cost. */
      readonly cheapestContender: CheapestContender | null
      /** In the order of the runs' ids. */
      readonly excluded: readonly CostExclusion[]
    }

/**
 * Returns what runs reached beside the GPU hours they took, and which of them no other beats.
 *
 * Units: `value` in those of the metric, costs in GPU hours. The noise is on the value alone: a
 * cost is a count. There is no ratio of the two and no weighted sum: a ratio to a metric without a
 * natural zero rewards stopping at the first step, and weights hide a choice. The order of the runs
 * does not matter. A live run stands with what it reached and took so far, where its source reports
 * that. Missing: a run without a value or a cost is excluded.
 *
 * Undefined: `too-few-runs` for no runs, `too-few-values` where none has a value, `no-cost` where
 * none of those with a value has a cost.
 *
 * @throws {RunoffError} `bad-option` for a wrong goal, price or noise.
 */
export function compareCost(
  runs: readonly Run[],
  options: CompareCostOptions = {},
): CostComparison {
  const { objective = defaultObjective, noise = 0, contenders } = options
  checkPrice(options)
  const sorted = runs.toSorted(compareRunIds)
  const known = sorted.map((run) => knownOf(run, objective, options))
  const points = known.filter((point) => point !== null)
  const pareto = paretoFront(
    points.map(({ value, gpuHours }) => [value, gpuHours]),
    [{ goal: objective.goal, noise }, { goal: 'min' }],
  )
  const excluded = exclusionsOf(sorted, objective)
  if (points.length === 0) return undefinedFor(reasonOf(excluded))
  return {
    kind: 'defined',
    objective,
    rows: rowsOf(points, pareto),
    front: pareto.front.flatMap((place) => points[place]?.run ?? []),
    cheapestContender: cheapestContender(points, { objective, noise, contenders }),
    excluded,
  }
}

type Known = Pick<CostRow, 'run' | 'value' | 'gpuHours' | 'basis' | 'price'>

function knownOf(run: Run, objective: Objective, options: PriceOptions): Known | null {
  const value = objectiveValue(run, objective)
  const hours = gpuHoursOf(run)
  if (value === null || hours === null) return null
  const { pricePerGpuHour } = options
  const price = pricePerGpuHour === undefined ? null : hours.value * pricePerGpuHour
  return { run, value, gpuHours: hours.value, basis: hours.basis, price }
}

function exclusionsOf(runs: readonly Run[], objective: Objective): readonly CostExclusion[] {
  return runs.flatMap((run): CostExclusion[] => {
    if (objectiveValue(run, objective) === null) return [{ run, reason: 'no-value' }]
    return gpuHoursOf(run) === null ? [{ run, reason: 'no-cost' }] : []
  })
}

function reasonOf(excluded: readonly CostExclusion[]): Undefined['reason'] {
  if (excluded.length === 0) return 'too-few-runs'
  return excluded.some(({ reason }) => reason === 'no-cost') ? 'no-cost' : 'too-few-values'
}

function rowsOf(points: readonly Known[], { front, dominated }: ParetoFront): readonly CostRow[] {
  const onFront = new Set(front)
  const by = new Map(dominated.map((other) => [other.place, other.by]))
  return points.map((point, place) => ({
    ...point,
    isOnFront: onFront.has(place),
    dominatedBy: points[by.get(place) ?? -1]?.run ?? null,
  }))
}
