import type { Objective, Run } from '@runoff/core'
import { judgedNotes } from './judgedNotes.ts'
import type { JudgedRuns } from './judgedRuns.ts'
import { columnText } from './paramColumn.ts'
import type { ParamContext } from './paramContext.ts'
import { isolated, paramLabel } from './paramWords.ts'
import type { ScatterModel, ScatterPoint } from './scatterModel.ts'

export interface ScatterWords extends ParamContext {
  readonly title: string
  readonly param: string
  readonly objective: Objective
  readonly nameOf: (run: Run) => string
}

/** Returns what the plot shows in a sentence or two. */
export function scatterSummary(model: ScatterModel, words: ScatterWords): string {
  const { title, messages, formatters, nameOf, objective } = words
  const first = model.points[0]
  const last = model.points.at(-1)
  if (first === undefined || last === undefined || model.best === null) return ''
  const text = (point: ScatterPoint): string =>
    isolated(columnText(model.column, point.param, formatters))
  const count = messages.runs(model.points.length, formatters.count)
  const { run, value } = model.best
  return formatters.sentences([
    messages.scatter.summary(title, count, text(first), text(last)),
    messages.bestIs(
      isolated(nameOf(run)),
      formatters.metric(value),
      formatters.metricWords(objective.metric),
      objective.goal,
    ),
  ])
}

/** So many categories no axis has room to name. */
const mostNamed = 20

/** Returns what the picture alone does not say: who is left out, and what cannot be read off it. */
export function scatterNotes(
  model: ScatterModel,
  judged: JudgedRuns,
  words: ScatterWords,
): readonly string[] {
  const { objective, messages, formatters } = words
  const { column, points, distinct } = model
  const param = isolated(paramLabel(words.param))
  const first = points[0]
  const isOne = points.length === 1
  const total = judged.runs.length
  const { count: write } = formatters
  return [
    ...judgedNotes(judged, objective, words),
    column.missing === 0 ? null : messages.withoutParam(column.missing, total, param, write),
    column.notFinite === 0 ? null : messages.notFinite(column.notFinite, param, write),
    column.categories.length > mostNamed
      ? messages.scatter.namesLeftOut(column.categories.length, write)
      : null,
    isOne ? messages.oneRun : null,
    first !== undefined && !isOne && distinct.params === 1
      ? messages.allEqual(param, isolated(columnText(column, first.param, formatters)))
      : null,
    first !== undefined && !isOne && distinct.values === 1
      ? messages.objectiveAllEqual(
          formatters.metricWords(objective.metric),
          formatters.metric(first.value),
        )
      : null,
  ].filter((note) => note !== null)
}

/** Returns what the cursor stands on, in words. */
export function pointWords(
  { run, param, value }: ScatterPoint,
  model: ScatterModel,
  { objective, messages, formatters, nameOf, param: name }: ScatterWords,
): string {
  return messages.scatter.cursor(
    isolated(nameOf(run)),
    formatters.metricWords(objective.metric),
    formatters.metric(value),
    isolated(paramLabel(name)),
    isolated(columnText(model.column, param, formatters)),
  )
}

/** Returns the points as rows of a table: run, parameter, value, each whole. */
export function scatterRows(
  model: ScatterModel,
  { nameOf, formatters }: Pick<ScatterWords, 'nameOf' | 'formatters'>,
): readonly (readonly string[])[] {
  const { column } = model
  return model.points.map(({ run, param, value }) => [
    nameOf(run),
    column.kind === 'number' ? formatters.full(param) : columnText(column, param, formatters),
    formatters.full(value),
  ])
}
