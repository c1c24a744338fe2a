import { oddKind } from './geometry/rowMarks.ts'
import type { TimelineModel, TimelineRow } from './timelineModel.ts'
import { metricAlone, type TimelineWords } from './timelineWords.ts'

/** Returns what must be said of the drawing. `shown` is how many evaluations it holds. */
export function timelineNotes(
  model: TimelineModel,
  shown: number | null,
  words: TimelineWords,
): readonly string[] {
  const { notes } = words.messages
  const { count } = words.formatters
  const rows = model.lanes.flatMap((lane) => lane.rows)
  const { odd, beyond } = oddCounts(rows, model)
  const placed = sum(rows, ({ placed: columns }) => columns?.columns.steps.length ?? 0)
  const unplaced = sum(rows, (row) => row.placed?.unplaced ?? 0)
  const given = sum(rows, ({ series }) => series?.steps.length ?? 0)
  const total = sum(rows, ({ series }) => Math.max(series?.total ?? 0, series?.steps.length ?? 0))
  const isSampled = rows.some(({ series }) => series?.basis === 'sampled')
  const estimated = model.lanes.filter(({ isEstimated }) => isEstimated).length
  if (placed === 0) return axisNotes(model, unplaced, words)
  return [
    ...scaleNote(model, words),
    ...axisNotes(model, unplaced, words),
    ...(estimated > 0 ? [notes.estimated(estimated, count)] : []),
    ...(shown !== null && shown < placed ? [notes.shown(count(shown), count(placed))] : []),
    ...(isSampled && given < total ? [notes.sampled(count(given), count(total))] : []),
    ...(odd > 0 ? [notes.odd(odd, count(odd))] : []),
    ...(beyond > 0 ? [notes.beyond(beyond, count(beyond))] : []),
  ]
}

function axisNotes(
  { axis, lanes }: TimelineModel,
  unplaced: number,
  { messages: { notes }, formatters }: TimelineWords,
): readonly string[] {
  const hasPoints = lanes.some(({ rows }) => rows.some(({ series }) => series !== null))
  return [
    ...(axis === 'step' && hasPoints ? [notes.steps] : []),
    ...(axis === 'record' ? [notes.records] : []),
    ...(unplaced > 0 ? [notes.unplaced(unplaced, formatters.count(unplaced), axis)] : []),
  ]
}

function scaleNote(model: TimelineModel, words: TimelineWords): readonly string[] {
  if (model.lanes.length < 2) return []
  const ranges = Array.from(model.ranges, ([metric, { low, high }]) => {
    const { metric: write } = words.formatters
    return words.messages.notes.range(metricAlone(metric, words), write(low), write(high))
  })
  return ranges.length === 0 ? [] : [words.messages.notes.scale(ranges)]
}

function oddCounts(
  rows: readonly TimelineRow[],
  { ranges }: TimelineModel,
): { readonly odd: number; readonly beyond: number } {
  let odd = 0
  let beyond = 0
  for (const { metric, placed } of rows) {
    const range = ranges.get(metric) ?? { low: -Infinity, high: Infinity }
    for (const value of placed?.columns.values ?? []) {
      if (!Number.isFinite(value)) odd++
      else if (oddKind(value, range) !== null) beyond++
    }
  }
  return { odd, beyond }
}

function sum(rows: readonly TimelineRow[], read: (row: TimelineRow) => number): number {
  return rows.reduce((total, row) => total + read(row), 0)
}
