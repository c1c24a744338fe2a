import type { Objective, Run } from '@runoff/core'
import { numberScaleOf, paramAxis, type ParamAxis } from './geometry/axisScale.ts'
import type { JudgedRuns } from './judgedRuns.ts'
import { distinctCount, paramColumn, type ParamColumn } from './paramColumn.ts'

export interface ScatterPoint {
  readonly run: Run
  /** The parameter: a number, or the place of a category. */
  readonly param: number
  /** The best value of the objective. */
  readonly value: number
}

/** One parameter against the objective. */
export interface ScatterModel {
  /** From left to right; of runs at one place the one with the lower value first. */
  readonly points: readonly ScatterPoint[]
  /** The same from the lowest value to the highest. */
  readonly byValue: readonly ScatterPoint[]
  readonly best: ScatterPoint | null
  readonly column: ParamColumn
  readonly x: ParamAxis
  readonly y: ParamAxis
  /** How many different parameters and values the points have. */
  readonly distinct: { readonly params: number; readonly values: number }
}

/** Of an axis, free at both ends, so that no point lies on the frame. */
const padding = 0.06

/** Returns the runs that have both the parameter and the objective as points, and their axes. */
export function scatterModel(
  judged: JudgedRuns,
  param: string,
  { goal }: Pick<Objective, 'goal'>,
): ScatterModel {
  const column = paramColumn(judged.runs, param)
  const points = judged.runs
    .map((run, i) => ({
      run,
      param: column.values[i] as number,
      value: judged.values[i] as number,
    }))
    .filter((point) => !Number.isNaN(point.param))
    .toSorted((a, b) => a.param - b.param || a.value - b.value)
  const byValue = points.toSorted((a, b) => a.value - b.value || a.param - b.param)
  const values = Float64Array.from(points, ({ value }) => value)
  const xScale = column.kind === 'category' ? 'category' : numberScaleOf(column.values)
  return {
    points,
    byValue,
    best: (goal === 'min' ? byValue[0] : lastOfBest(byValue)) ?? null,
    column,
    x: paramAxis(xScale, column.values, { padding, count: column.categories.length }),
    y: paramAxis(numberScaleOf(values), values, { padding }),
    distinct: { params: distinctCount(column), values: new Set(values).size },
  }
}

/** Of tied runs at the high end the first, as at the low end. */
function lastOfBest(byValue: readonly ScatterPoint[]): ScatterPoint | undefined {
  const highest = byValue.at(-1)?.value
  return byValue.find(({ value }) => value === highest)
}
