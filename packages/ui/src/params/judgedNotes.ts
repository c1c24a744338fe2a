import type { Objective } from '@runoff/core'
import { metricWords } from '../format/metricName.ts'
import type { JudgedRuns } from './judgedRuns.ts'
import type { ParamMessages } from './messages.ts'

/** Returns why nothing can be drawn of some runs, `null` where something can. */
export function judgedState(
  { runs, total, completed }: JudgedRuns,
  { metric }: Objective,
  messages: ParamMessages,
): string | null {
  if (runs.length > 0) return null
  if (total === 0) return messages.noRuns
  return completed === 0 ? messages.noneCompleted(total) : messages.noObjective(metricWords(metric))
}

/** Returns which runs are left out, in words. */
export function judgedNotes(
  { runs, total, completed }: JudgedRuns,
  { metric }: Objective,
  messages: ParamMessages,
): readonly string[] {
  const notCompleted = total - completed
  const without = completed - runs.length
  return [
    notCompleted === 0 ? null : messages.notCompleted(notCompleted, total),
    without === 0 ? null : messages.withoutObjective(without, completed, metricWords(metric)),
  ].filter((note) => note !== null)
}
