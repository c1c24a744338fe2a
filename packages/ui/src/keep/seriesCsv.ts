import { toCsv, type TextCell, type MetricSeries, type Run } from '@runoff/core'
import type { SeriesResult } from '@runoff/sources'
import type { WriteCount } from '../format/formatters.ts'
import type { KeepMessages } from './messages.ts'

export interface SeriesCsvOptions {
  readonly runs: readonly Run[]
  readonly messages: KeepMessages
  /** Writes the counts of what is said above the table. */
  readonly write: WriteCount
}

/**
 * Gives all points of some series as one table in pieces, a series to each, so that whoever writes
 * it can stop between two of them: a line for each point, with its run, metric, step, epoch, time
 * (Unix milliseconds) and value as they were logged. What is not there whole, or not at all, is said
 * above the table.
 */
export function* seriesCsvPieces(
  results: readonly SeriesResult[],
  { runs, messages, write }: SeriesCsvOptions,
): Generator<string, void, void> {
  const names = new Map(runs.map((run) => [run.id, run.name]))
  const nameOf = (runId: string): string => names.get(runId) ?? runId
  const { columns: words } = messages
  const columns = [
    words.run,
    words.runId,
    words.metric,
    words.step,
    words.stepUnit,
    words.epoch,
    words.timeMs,
    words.value,
  ]
  const preamble = results.flatMap((result) => remarkOf(result, nameOf, { messages, write }))
  const head = toCsv({ columns, rows: [] })
  yield toCsv({ columns, rows: [] }, { preamble })
  for (const { request, series } of results) {
    if (series === null || series.steps.length === 0) continue
    const named = [nameOf(request.runId), request.runId, request.metric]
    yield toCsv({ columns, rows: pointRows(series, named) }).slice(head.length)
  }
}

function* pointRows(
  { steps, values, epochs, timesMs, stepUnit = 'step' }: MetricSeries,
  named: readonly string[],
): Generator<readonly TextCell[]> {
  for (let i = 0; i < steps.length; i++) {
    yield [...named, steps[i], stepUnit, known(epochs?.[i]), known(timesMs?.[i]), values[i]]
  }
}

/** An unknown epoch is `NaN` in a column, and nothing in a table. */
function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

function remarkOf(
  { request: { runId, metric }, series, error }: SeriesResult,
  nameOf: (runId: string) => string,
  { messages, write }: Pick<SeriesCsvOptions, 'messages' | 'write'>,
): readonly string[] {
  const run = nameOf(runId)
  if (error !== null) return [messages.missingSeries(run, metric, error.message)]
  const { basis, total, steps } = series
  if (basis === 'full') return []
  return [messages.notWhole({ run, metric, points: steps.length, total, basis }, write)]
}
