import { formatMetric } from '../format/formatNumber.ts'
import { metricWords } from '../format/metricName.ts'
import type { Objective } from '@runoff/core'
import { judgedNotes } from './judgedNotes.ts'
import { axisText } from './parallelModel.ts'
import { distinctCount } from './paramColumn.ts'
import { isolated } from './paramWords.ts'
import type { Parallel } from './useParallel.ts'

/** Returns what the plot shows in a sentence or two. */
export function parallelSummary(
  { title, judged, model, nameOf, messages }: Parallel,
  { metric, goal }: Objective,
): string {
  const best = judged.runs[judged.best]
  if (best === undefined) return ''
  const labels = model.axes.map(({ label }) => isolated(label))
  return [
    messages.parallel.summary(
      title,
      messages.runs(judged.runs.length),
      messages.importance.list(labels),
    ),
    messages.bestIs(
      isolated(nameOf(best)),
      formatMetric(judged.values[judged.best] as number),
      metricWords(metric),
      goal,
    ),
  ].join(' ')
}

/** Returns who is left out, where lines have gaps, and which axes show no difference. */
export function parallelNotes(
  { judged, model, messages }: Parallel,
  objective: Objective,
): readonly string[] {
  const count = judged.runs.length
  const perAxis =
    count === 0
      ? []
      : model.axes.flatMap((axis) => {
          const { missing, notFinite, values } = axis.column
          const name = isolated(axis.label)
          const first = values.find((value) => !Number.isNaN(value))
          const isEqual = count > 1 && first !== undefined && distinctCount(axis.column) === 1
          return [
            missing === 0 ? null : messages.withoutParam(missing, count, name),
            notFinite === 0 ? null : messages.notFinite(notFinite, name),
            isEqual ? messages.allEqual(name, isolated(axisText(axis, first) ?? '')) : null,
          ]
        })
  return [...judgedNotes(judged, objective, messages), ...perAxis].filter((note) => note !== null)
}

/** Returns a run with its value on each axis, as it is spoken. */
export function runWords({ model, nameOf, messages }: Parallel, place: number): string {
  const run = model.runs[place]
  if (run === undefined) return ''
  const values = model.axes.map((axis) => {
    const text = axisText(axis, axis.column.values[place] as number)
    return `${isolated(axis.label)} ${isolated(text ?? messages.noValue)}`
  })
  return `${isolated(nameOf(run))}: ${values.join(', ')}`
}
