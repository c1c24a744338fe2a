import type { Objective, Run } from '@runoff/core'
import { metricTitle } from '../format/metricName.ts'
import type { FormatMessages } from '../format/formatMessages.ts'
import type { Formatters } from '../format/formatters.ts'
import { numberScaleOf, paramAxis, shareOf, type ParamAxis } from './geometry/axisScale.ts'
import type { ParallelLines } from './geometry/parallelLines.ts'
import { toneOf } from './geometry/toneOf.ts'
import type { JudgedRuns } from './judgedRuns.ts'
import type { ParamMessages } from './messages.ts'
import { columnText, paramColumn, type ParamColumn } from './paramColumn.ts'
import type { ParamContext } from './paramContext.ts'
import { paramLabel } from './paramWords.ts'

/** What an axis of parallel coordinates shows: the objective, GPU hours, or `param:` and its name. */
export type AxisId = 'objective' | 'gpu-hours' | `param:${string}`

export interface ParallelAxis {
  readonly id: AxisId
  readonly label: string
  readonly column: ParamColumn
  readonly axis: ParamAxis
}

/** The completed runs as lines over the axes. */
export interface ParallelModel {
  readonly runs: readonly Run[]
  readonly axes: readonly ParallelAxis[]
  readonly lines: ParallelLines
  /** Of each run its place on the sequential scale, 1 for the worst to 7 for the best. */
  readonly tones: Uint8Array
  /** The places of the runs, best first. */
  readonly order: readonly number[]
}

export interface ParallelWords {
  readonly objective: Objective
  readonly messages: ParamMessages
  readonly format: FormatMessages
}

/** Returns the lines of some runs over some axes, in the order of the ids. */
export function parallelModel(
  judged: JudgedRuns,
  ids: readonly AxisId[],
  words: ParallelWords,
): ParallelModel {
  const { runs, values } = judged
  const axes = [...new Set(ids)].map((id) => axisOf(id, judged, words))
  const shares = new Float64Array(runs.length * axes.length)
  axes.forEach(({ axis, column }, place) => {
    column.values.forEach((value, run) => {
      shares[run * axes.length + place] = shareOf(axis, value)
    })
  })
  const isLowBest = words.objective.goal === 'min'
  const objective = paramAxis(numberScaleOf(values), values)
  const tones = Uint8Array.from(values, (value) => toneOf(shareOf(objective, value), isLowBest))
  const order = Array.from(values, (_, place) => place).toSorted((a, b) => {
    const rise = (values[a] as number) - (values[b] as number)
    return isLowBest ? rise : -rise
  })
  return { runs, axes, lines: { runs: runs.length, axes: axes.length, shares }, tones, order }
}

/** Returns a run's value on an axis as people read it, `null` where it has none. */
export function axisText(
  { id, column }: ParallelAxis,
  value: number,
  formatters: Formatters,
): string | null {
  if (Number.isNaN(value)) return null
  return id === 'objective' ? formatters.metric(value) : columnText(column, value, formatters)
}

/** Returns the runs as rows of a table: its name and each whole value, best first. */
export function parallelRows(
  { runs, axes, order }: ParallelModel,
  nameOf: (run: Run) => string,
  { messages, formatters }: ParamContext,
): readonly (readonly string[])[] {
  return order.map((place) => [
    nameOf(runs[place] as Run),
    ...axes.map(({ column }) => {
      const value = column.values[place] as number
      if (Number.isNaN(value)) return messages.noValue
      return column.kind === 'number'
        ? formatters.full(value)
        : columnText(column, value, formatters)
    }),
  ])
}

function axisOf(id: AxisId, { runs, values }: JudgedRuns, words: ParallelWords): ParallelAxis {
  const { objective, messages, format } = words
  const column = columnOf(id, runs, values)
  const scale = column.kind === 'category' ? 'category' : numberScaleOf(column.values)
  const axis = paramAxis(scale, column.values, { count: column.categories.length })
  const label = {
    objective: () => metricTitle(objective.metric, format),
    'gpu-hours': () => messages.gpuHours,
    param: () => paramLabel(paramOf(id) ?? ''),
  }
  const name = label[id === 'objective' || id === 'gpu-hours' ? id : 'param']()
  return { id, label: name, column, axis }
}

function columnOf(id: AxisId, runs: readonly Run[], objectives: Float64Array): ParamColumn {
  const param = paramOf(id)
  if (param !== null) return paramColumn(runs, param)
  const values =
    id === 'objective'
      ? objectives
      : Float64Array.from(runs, ({ gpuHours }) => finiteOrNaN(gpuHours))
  const missing = values.filter(Number.isNaN).length
  return { kind: 'number', values, categories: [], missing, notFinite: 0 }
}

/** Returns the parameter that an axis shows, `null` where it shows none. */
export function paramOf(id: AxisId): string | null {
  return id.startsWith('param:') ? id.slice('param:'.length) : null
}

function finiteOrNaN(value: number | null): number {
  return value !== null && Number.isFinite(value) ? value : NaN
}
