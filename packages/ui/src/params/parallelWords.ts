import type { Objective } from '@runoff/core'
import { judgedNotes } from './judgedNotes.ts'
import { axisText } from './parallelModel.ts'
import { distinctCount } from './paramColumn.ts'
import { isolated } from './paramWords.ts'
import type { Parallel } from './useParallel.ts'

/** Returns what the plot shows in a sentence or two. */
export function parallelSummary(
  { title, judged, model, nameOf, messages, formatters }: Parallel,
  { metric, goal }: Objective,
): string {
  const best = judged.runs[judged.best]
  if (best === undefined) return ''
  const labels = model.axes.map(({ label }) => isolated(label))
  return formatters.sentences([
    messages.parallel.summary(
      title,
      messages.runs(judged.runs.length, formatters.count),
      formatters.list(labels),
    ),
    messages.bestIs(
      isolated(nameOf(best)),
      formatters.metric(judged.values[judged.best] as number),
      formatters.metricWords(metric),
      goal,
    ),
  ])
}

/** Returns who is left out, where lines have gaps, and which axes show no difference. */
export function parallelNotes(parallel: Parallel, objective: Objective): readonly string[] {
  const { judged, model, messages, formatters } = parallel
  const count = judged.runs.length
  const { count: write } = formatters
  const perAxis =
    count === 0
      ? []
      : model.axes.flatMap((axis) => {
          const { missing, notFinite, values } = axis.column
          const name = isolated(axis.label)
          const first = values.find((value) => !Number.isNaN(value))
          const isEqual = count > 1 && first !== undefined && distinctCount(axis.column) === 1
          return [
            missing === 0 ? null : messages.withoutParam(missing, count, name, write),
            notFinite === 0 ? null : messages.notFinite(notFinite, name, write),
            isEqual
              ? messages.allEqual(name, isolated(axisText(axis, first, formatters) ?? ''))
              : null,
          ]
        })
  return [...judgedNotes(judged, objective, parallel), ...perAxis].filter((note) => note !== null)
}

/** Returns a run with its value on each axis, as it is spoken. */
export function runWords({ model, nameOf, messages, formatters }: Parallel, place: number): string {
  const run = model.runs[place]
  if (run === undefined) return ''
  const values = model.axes.map((axis) => {
    const text = axisText(axis, axis.column.values[place] as number, formatters)
    return `${isolated(axis.label)} ${isolated(text ?? messages.noValue)}`
  })
  return formatters.labelled(isolated(nameOf(run)), formatters.join(values))
}
