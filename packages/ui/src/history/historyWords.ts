import type { Run } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import { runName } from '../picker/runNames.ts'
import type { HistoryModel, HistoryPoint } from './historyModel.ts'
import type { HistoryMessages } from './messages.ts'

/** What every sentence of the history is written with. */
export interface HistoryWords {
  readonly messages: HistoryMessages
  readonly formatters: Formatters
  /** What the metric is called. */
  readonly metric: string
  readonly unnamedRun: string
}

const longestName = 40

/** Returns the whole picture in a sentence; empty where there is none. */
export function historySummary(
  { points, improvements }: HistoryModel,
  words: HistoryWords,
): string {
  const [first, last, best] = [points[0], points.at(-1), improvements.at(-1)]
  if (first === undefined || last === undefined || best === undefined) return ''
  const { messages, formatters, metric } = words
  const told = {
    runs: formatters.count(points.length),
    from: formatters.monthDay(first.timeMs),
    to: formatters.monthDay(last.timeMs),
    // The first run has nothing to improve on.
    improvements: improvements.length - 1,
    metric,
    best: formatters.metric(best.value),
    bestRun: nameOf(best.run, words),
  }
  return messages.summary(told, formatters.count)
}

/** Returns what a run is, in one line; `write` may give every digit of its values. */
export function pointText(
  point: HistoryPoint,
  words: HistoryWords,
  write: (value: number) => string = words.formatters.metric,
): string {
  const { messages, formatters, metric } = words
  const { run, timeMs, value, bestSoFar, isImprovement } = point
  const name = shortenMiddle(nameOf(run, words), longestName)
  const date = formatters.monthDay(timeMs)
  return formatters.join([
    messages.point(name, date, metric, write(value)),
    isImprovement ? messages.pointImproved : messages.pointBehind(write(bestSoFar)),
    ...(run.archived ? [messages.pointArchived] : []),
  ])
}

/** Returns a row for each run: its name, date, value, the best so far, and what it is. */
export function historyRows(
  { points }: HistoryModel,
  words: HistoryWords,
): readonly (readonly string[])[] {
  const { messages, formatters } = words
  return points.map(({ run, timeMs, value, bestSoFar, isImprovement }) => [
    nameOf(run, words),
    formatters.dateTime(timeMs),
    formatters.full(value),
    formatters.full(bestSoFar),
    formatters.join([
      ...(isImprovement ? [messages.improved] : []),
      ...(run.archived ? [messages.archived] : []),
    ]),
  ])
}

function nameOf(run: Run, { unnamedRun }: HistoryWords): string {
  return visibleText(runName(run) ?? unnamedRun)
}
