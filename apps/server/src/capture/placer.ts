import type { MetricSeries, Notice } from '@runoff/core'
import type { LogRecord } from '@runoff/logs'
import {
  bySegment,
  canFollow,
  countInstead,
  noticesOf,
  place,
  seriesOf,
  skipKnown,
  startAxis,
  columns,
  type Axis,
} from './axis.ts'
import { createLiveNames } from './liveNames.ts'

/** Points that came since the last time, ready for the store. */
export interface PlacedPoints {
  /** What is to be added, in this order; see `MetricStore.appendPoints`. */
  readonly added: readonly {
    readonly segment: number
    readonly series: ReadonlyMap<string, MetricSeries>
  }[]
  /** What is to stand in place of everything that was stored of a metric. */
  readonly replaced: ReadonlyMap<string, MetricSeries>
  /** What is to be said of series from now on, by metric. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>
  /** Numbers of the run as a whole. */
  readonly summary: ReadonlyMap<string, number>
}

/** Puts the records of a growing log on the axes of their metrics. */
export interface Placer {
  add(record: LogRecord): void
  /** How many points wait to be taken. */
  readonly waiting: number
  /** Returns what came since the last time. */
  take(): PlacedPoints
  /** Leaves out of what is taken next the points without a step that are stored already. */
  skipStored(stored: ReadonlyMap<string, MetricSeries>): void
  /** The furthest step and epoch that the log named. */
  readonly furthest: { readonly step: number | null; readonly epoch: number | null }
}

/**
 * Returns a placer for one log.
 *
 * A metric is placed by its steps; where the log names none, by its epochs as long as they rise; else
 * by the order of its points, from 1. That is how a log is read from a file as well; but a file is
 * read to its end first, and here an axis that turns out to be wrong is replaced. A step that is
 * logged again begins a new segment, whose values stand: the same log gives the same segments,
 * however often and in whatever pieces it is read.
 */
export function createPlacer(): Placer {
  const nameOf = createLiveNames()
  const axes = new Map<string, Axis>()
  let summary = new Map<string, number>()
  let waiting = 0
  let step: number | null = null
  let epoch: number | null = null

  const addPoint = (metric: string, value: number, record: LogRecord): void => {
    const known = axes.get(metric)
    const axis = known ?? startAxis(record)
    if (known === undefined) axes.set(metric, axis)
    if (axis.unit === 'step' && record.step === null) {
      axis.unplaced += 1
      axis.isNews = true
      waiting += 1
      return
    }
    if (axis.unit === 'epoch' && !canFollow(axis, record.epoch)) countInstead(axis)
    place(axis, value, record)
    waiting += 1
  }

  return {
    add(record) {
      if (record.phase === 'summary') {
        for (const [raw, value] of record.metrics) summary.set(nameOf(raw, record), value)
        return
      }
      step = furthest(step, record.step)
      epoch = furthest(epoch, record.epoch)
      for (const [raw, value] of record.metrics) addPoint(nameOf(raw, record), value, record)
    },
    get waiting() {
      return waiting + summary.size
    },
    take() {
      const taken = { ...takePoints(axes), summary }
      summary = new Map()
      waiting = 0
      return taken
    },
    skipStored(stored) {
      for (const [metric, axis] of axes) {
        const known = stored.get(metric)
        if (known !== undefined) skipKnown(axis, known)
      }
    },
    get furthest() {
      return { step, epoch }
    },
  }
}

function furthest(known: number | null, next: number | null): number | null {
  if (next === null || known === null) return next ?? known
  return Math.max(known, next)
}

function takePoints(
  axes: ReadonlyMap<string, Axis>,
): Pick<PlacedPoints, 'added' | 'replaced' | 'notices'> {
  const added = new Map<number, Map<string, MetricSeries>>()
  const replaced = new Map<string, MetricSeries>()
  const notices = new Map<string, readonly Notice[]>()
  for (const [metric, axis] of axes) {
    if (axis.isNews) notices.set(metric, noticesOf(axis))
    axis.isNews = false
    if (axis.isReplaced) {
      replaced.set(metric, seriesOf(axis, axis.all))
    } else {
      for (const [segment, points] of bySegment(axis.fresh)) {
        const group = added.get(segment) ?? new Map<string, MetricSeries>()
        added.set(segment, group.set(metric, seriesOf(axis, points)))
      }
    }
    axis.isReplaced = false
    axis.fresh = columns()
  }
  const sorted = [...added].toSorted(([a], [b]) => a - b)
  return { added: sorted.map(([segment, series]) => ({ segment, series })), replaced, notices }
}
