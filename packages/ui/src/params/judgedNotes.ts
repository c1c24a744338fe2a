import type { Objective } from '@runoff/core'
import type { JudgedRuns } from './judgedRuns.ts'
import type { ParamContext } from './paramContext.ts'

/** Returns why nothing can be drawn of some runs, `null` where something can. */
export function judgedState(
  { runs, total, completed }: JudgedRuns,
  { metric }: Objective,
  { messages, formatters }: ParamContext,
): string | null {
  if (runs.length > 0) return null
  if (total === 0) return messages.noRuns
  return completed === 0
    ? messages.noneCompleted(total, formatters.count)
    : messages.noObjective(formatters.metricWords(metric))
}

/** Returns which runs are left out, in words. */
export function judgedNotes(
  { runs, total, completed }: JudgedRuns,
  { metric }: Objective,
  { messages, formatters }: ParamContext,
): readonly string[] {
  const notCompleted = total - completed
  const without = completed - runs.length
  return [
    notCompleted === 0 ? null : messages.notCompleted(notCompleted, total, formatters.count),
    without === 0
      ? null
      : messages.withoutObjective(
          without,
          completed,
          formatters.metricWords(metric),
          formatters.count,
        ),
  ].filter((note) => note !== null)
}
