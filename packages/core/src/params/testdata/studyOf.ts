import { defineRun } from '../../run/defineRun.ts'
import type { ParamValue, Run } from '../../run/run.ts'
import type { ParamColumn } from '../paramColumns.ts'

/** Completed runs from lists by parameter; `undefined` is a parameter that a run does not have. */
export function studyOf(
  params: Readonly<Record<string, readonly (ParamValue | undefined)[]>>,
  values: readonly number[],
): Run[] {
  return values.map((value, i) =>
    defineRun({
      // So that the order of the ids is that of the lists.
      id: `run-${String(i).padStart(5, '0')}`,
      status: 'completed',
      params: new Map(
        Object.entries(params)
          .map(([name, list]) => [name, list[i]] as const)
          .filter(([, param]) => param !== undefined),
      ),
      metrics: { 'eval/loss': { last: value, min: value, max: value } },
    }),
  )
}

/** A column of numbers as `paramColumns` makes it, on the scale that is asked for. */
export function numbersOf(
  name: string,
  values: readonly number[],
  scale: 'linear' | 'log' = 'linear',
): ParamColumn {
  const raw = Float64Array.from(values)
  return {
    name,
    kind: 'number',
    scale,
    values: scale === 'log' ? raw.map(Math.log) : raw,
    labels: [],
    levels: new Set(raw.filter(Number.isFinite)).size,
    isWhole: raw.filter(Number.isFinite).every(Number.isInteger),
  }
}

/** A column of categories; -1 is a run that does not have the parameter. */
export function categoriesOf(name: string, places: readonly number[]): ParamColumn {
  const levels = Math.max(...places) + 1
  return {
    name,
    kind: 'category',
    scale: 'linear',
    values: Float64Array.from(places, (place) => (place < 0 ? NaN : place)),
    labels: Array.from({ length: levels }, (_, place) => `label-${place}`),
    levels,
    isWhole: false,
  }
}
