import type { DefinedCost } from './answers.ts'
import type { Run } from '@runoff/core'
import type { CostRow } from '@runoff/core/stats'
import type { CostUnit } from './costMessages.ts'
import { runKey } from '../picker/runKey.ts'

/** A run that is drawn. */
export interface CostRun extends CostRow {
  readonly id: string
  /** In the unit of the axis. */
  readonly cost: number
  readonly isContender: boolean
}

/** The runs of a comparison, by whether and why not they are drawn. */
export interface CostRuns {
  /** The cheapest first; of equal costs in the order given. */
  readonly drawn: readonly CostRun[]
  readonly withoutCost: readonly Run[]
  /** They have GPU hours and no price, on an axis of prices. */
  readonly withoutPrice: readonly Run[]
  readonly withoutValue: readonly Run[]
  readonly total: number
}

/** Returns the runs of a comparison as a chart of costs in this unit has them. */
export function costRuns(
  { rows, excluded }: Pick<DefinedCost, 'rows' | 'excluded'>,
  unit: CostUnit,
  contenders: readonly Run[],
): CostRuns {
  const contending = new Set(contenders.map(runKey))
  const priced = rows.map((row) => ({ row, cost: unit === 'price' ? row.price : row.gpuHours }))
  const drawn = priced.flatMap(({ row, cost }): readonly CostRun[] => {
    if (cost === null) return []
    const id = runKey(row.run)
    return [{ ...row, id, cost, isContender: contending.has(id) }]
  })
  const without = (reason: 'no-cost' | 'no-value'): readonly Run[] =>
    excluded.filter((each) => each.reason === reason).map(({ run }) => run)
  return {
    drawn: drawn.toSorted((a, b) => a.cost - b.cost),
    withoutCost: without('no-cost'),
    withoutPrice: priced.filter(({ cost }) => cost === null).map(({ row }) => row.run),
    withoutValue: without('no-value'),
    total: rows.length + excluded.length,
  }
}

/** Returns the run with the best value; of equal ones the cheapest. `null` where none is drawn. */
export function bestDrawn(
  drawn: readonly CostRun[],
  { goal }: DefinedCost['objective'],
): CostRun | null {
  const sign = goal === 'min' ? 1 : -1
  return drawn.reduce<CostRun | null>(
    (best, run) => (best === null || sign * (run.value - best.value) < 0 ? run : best),
    null,
  )
}
