import type { Objective, Run } from '@runoff/core'
import { formatFull, formatMetric } from '../format/formatNumber.ts'
import { metricWords } from '../format/metricName.ts'
import { judgedNotes } from './judgedNotes.ts'
import type { JudgedRuns } from './judgedRuns.ts'
import type { ParamMessages } from './messages.ts'
import { columnText } from './paramColumn.ts'
import { isolated, paramLabel } from './paramWords.ts'
import type { ScatterModel, ScatterPoint } from './scatterModel.ts'

export interface ScatterWords {
  readonly title: string
  readonly param: string
  readonly objective: Objective
  readonly nameOf: (run: Run) => string
  readonly messages: ParamMessages
}

/** Returns what the plot shows in a sentence or two. */
export function scatterSummary(model: ScatterModel, words: ScatterWords): string {
  const { title, messages, nameOf, objective } = words
  const first = model.points[0]
  const last = model.points.at(-1)
  if (first === undefined || last === undefined || model.best === null) return ''
  const text = (point: ScatterPoint): string => isolated(columnText(model.column, point.param))
  const count = messages.runs(model.points.length)
  const { run, value } = model.best
  return [
    messages.scatter.summary(title, count, text(first), text(last)),
    messages.bestIs(
      isolated(nameOf(run)),
      formatMetric(value),
      metricWords(objective.metric),
      objective.goal,
    ),
  ].join(' ')
}

/** So many categories no axis has room to name. */
const mostNamed = 20

/** Returns what the picture alone does not say: who is left out, and what cannot be read off it. */
export function scatterNotes(
  model: ScatterModel,
  judged: JudgedRuns,
  words: ScatterWords,
): readonly string[] {
  const { objective, messages } = words
  const { column, points, distinct } = model
  const param = isolated(paramLabel(words.param))
  const first = points[0]
  const isOne = points.length === 1
  return [
    ...judgedNotes(judged, objective, messages),
    column.missing === 0 ? null : messages.withoutParam(column.missing, judged.runs.length, param),
    column.notFinite === 0 ? null : messages.notFinite(column.notFinite, param),
    column.categories.length > mostNamed
      ? messages.scatter.namesLeftOut(column.categories.length)
      : null,
    isOne ? messages.oneRun : null,
    first !== undefined && !isOne && distinct.params === 1
      ? messages.allEqual(param, isolated(columnText(column, first.param)))
      : null,
    first !== undefined && !isOne && distinct.values === 1
      ? messages.objectiveAllEqual(metricWords(objective.metric), formatMetric(first.value))
      : null,
  ].filter((note) => note !== null)
}

/** Returns what the cursor stands on, in words. */
export function pointWords(
  { run, param, value }: ScatterPoint,
  model: ScatterModel,
  { objective, messages, nameOf, param: name }: ScatterWords,
): string {
  return messages.scatter.cursor(
    isolated(nameOf(run)),
    metricWords(objective.metric),
    formatMetric(value),
    isolated(paramLabel(name)),
    isolated(columnText(model.column, param)),
  )
}

/** Returns the points as rows of a table: run, parameter, value, each whole. */
export function scatterRows(
  model: ScatterModel,
  nameOf: (run: Run) => string,
): readonly (readonly string[])[] {
  const { column } = model
  return model.points.map(({ run, param, value }) => [
    nameOf(run),
    column.kind === 'number' ? formatFull(param) : columnText(column, param),
    formatFull(value),
  ])
}
