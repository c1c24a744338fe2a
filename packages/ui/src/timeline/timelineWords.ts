import type { Run } from '@runoff/core'
import type { FormatMessages } from '../format/formatMessages.ts'
import type { Formatters } from '../format/formatters.ts'
import { metricTitle } from '../format/metricName.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { isolated } from '../params/paramWords.ts'
import type { BestWords, TimelineAxis, TimelineMessages } from './messages.ts'
import { stepAt, type TimelineLane, type TimelineModel, type TimelineRow } from './timelineModel.ts'
import type { Happening } from './useTimelineMarks.ts'

/** What the words of a timeline need. */
export interface TimelineWords {
  readonly messages: TimelineMessages
  readonly format: FormatMessages
  readonly formatters: Formatters
  readonly nameOf: (run: Run) => string
}

/** Longer names of metrics are cut where they stand in a sentence. */
const nameLength = 40

/** Returns what a metric is called in a sentence: nothing hidden in it, and cut where it is long. */
export function metricInSentence(
  metric: string,
  { formatters }: Pick<TimelineWords, 'formatters'>,
): string {
  return isolated(shortenMiddle(formatters.metricWords(metric), nameLength))
}

/** Returns what a metric is called where it stands alone. */
export function metricAlone(metric: string, { format }: Pick<TimelineWords, 'format'>): string {
  return shortenMiddle(metricTitle(metric, format), nameLength)
}

/** Returns the name of the figure. */
export function timelineTitle(metrics: readonly string[], words: TimelineWords): string {
  return words.messages.title(
    words.formatters.list(metrics.map((metric) => metricInSentence(metric, words))),
  )
}

/** Returns a number of the axis as it is written: epochs with up to two decimals, all else whole. */
export function axisNumber(
  axis: TimelineAxis,
  x: number,
  { formatters }: Pick<TimelineWords, 'formatters'>,
): string {
  const isCount = axis !== 'epoch' || Math.abs(x) >= 1000
  return isCount ? formatters.count(x) : formatters.full(Math.round(x * 100) / 100)
}

/** Returns a place of a lane along its axis, with the total where the run has one: `epoch 5/12`. */
export function axisPlace(
  axis: TimelineAxis,
  { x, total }: { readonly x: number; readonly total: number | null },
  words: TimelineWords,
): string {
  const of = total === null ? null : axisNumber(axis, total, words)
  return words.messages.place[axis](axisNumber(axis, x, words), of)
}

/** Returns where a point lies: `epoch 5/12, step 900`, or its step alone where that is the axis. */
export function pointPlace(
  point: { readonly row: TimelineRow; readonly at: number; readonly lane: TimelineLane },
  axis: TimelineAxis,
  words: TimelineWords,
): string {
  const { row, at, lane } = point
  const x = row.placed?.columns.steps[at] ?? NaN
  const total = lane.end.planned
  const along = axisPlace(axis, { x, total: total !== null && total >= x ? total : null }, words)
  const unit = row.series?.stepUnit ?? 'step'
  if (unit === axis) return along
  const own = axisPlace(unit, { x: stepAt(row, at), total: null }, words)
  return words.messages.places([along, own])
}

/** Returns what the head of a lane says of its best evaluation, `null` where it has none. */
export function bestText(
  lane: TimelineLane,
  row: TimelineRow,
  { axis, metrics }: Pick<TimelineModel, 'axis' | 'metrics'>,
  words: TimelineWords,
): string | null {
  const at = row.best
  if (at === null) return null
  const value = words.formatters.metric(row.placed?.columns.values[at] ?? null)
  const place = pointPlace({ row, at, lane }, axis, words)
  const metric = metrics.length > 1 ? metricInSentence(row.metric, words) : null
  return words.messages.best(value, place, metric)
}

/** Returns how a run ended, in words. */
export function endText(
  { run, end }: TimelineLane,
  axis: TimelineAxis,
  words: TimelineWords,
): string {
  const { end: texts } = words.messages
  const status = words.format.statuses[run.status]
  const place = end.at === null ? null : axisPlace(axis, { x: end.at, total: end.planned }, words)
  if (end.kind === 'live') return texts.live(status, place)
  if (end.kind === 'whole' || place === null) return texts.whole(status)
  if (run.status === 'completed') return texts.early(place)
  return run.status === 'unknown' ? texts.unknownShort(place) : texts.short(status, place)
}

/** Returns why a row has no line, `null` where it has one. */
export function rowState(
  { row, axis }: { readonly row: TimelineRow; readonly axis: TimelineAxis },
  words: Pick<TimelineWords, 'messages' | 'formatters'>,
): string | null {
  const { messages } = words
  const metric = metricInSentence(row.metric, words)
  if (row.isAwaited) return messages.awaited(metric)
  if (row.placed === null) return messages.noValues(metric)
  if (row.placed.columns.steps.length === 0) return messages.noPlaces(axis)
  return row.first === null ? messages.onlyOdd(metric) : null
}

/** Returns what happened at a mark: `diverged at step 812`. */
export function happeningText(mark: Happening, row: TimelineRow, words: TimelineWords): string {
  const unit = row.series?.stepUnit ?? 'step'
  const place = axisPlace(unit, { x: mark.step, total: null }, words)
  const { diverged, restarted } = words.messages
  return mark.kind === 'divergence' ? diverged(place, mark.isOngoing) : restarted(place)
}

/** Returns the figure in one sentence. */
export function timelineSummary(
  model: TimelineModel,
  diverged: number,
  words: TimelineWords,
): string {
  const { messages, formatters } = words
  const { lanes, axis, to } = model
  const title = timelineTitle(model.metrics, words)
  const runs = messages.runs(lanes.length, formatters.count)
  const isDrawn = lanes.some(({ rows }) => rows.some(({ placed }) => placed?.columns.steps.length))
  if (!isDrawn) return messages.summaryNone(title, runs)
  const length = messages.length[axis](axisNumber(axis, to, words), to)
  const counts = {
    short: lanes.filter(({ end }) => end.kind === 'short').length,
    live: lanes.filter(({ end }) => end.kind === 'live').length,
    diverged,
  }
  const best = bestOfAll(model, words)
  return messages.summary(title, runs, length, best, counts, formatters.count)
}

/** The best evaluation by the first metric that has one. */
function bestOfAll(model: TimelineModel, words: TimelineWords): BestWords | null {
  const { lanes, metrics, axis } = model
  for (const [place] of metrics.entries()) {
    const found = lanes.flatMap((lane) => {
      const row = lane.rows[place]
      const at = row?.best ?? null
      if (row === undefined || at === null) return []
      return [{ lane, row, at, value: row.placed?.columns.values[at] ?? NaN }]
    })
    const [leader] = found.toSorted((a, b) =>
      a.row.goal === 'max' ? b.value - a.value : a.value - b.value,
    )
    if (leader === undefined) continue
    return {
      name: isolated(words.nameOf(leader.lane.run)),
      value: words.formatters.metric(leader.value),
      place: pointPlace(leader, axis, words),
    }
  }
  return null
}
