import { appendPoints } from './appendPoints.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries, SeriesPoint } from './series.ts'

/** Series that change while they are looked at, by run id. */
export interface SeriesFeed {
  /** The series as they are now; the same map until something changes, and never changed itself. */
  get(): ReadonlyMap<string, MetricSeries>
  /** Calls back after each change, until the function it returned is called. */
  subscribe(listener: () => void): () => void
}

/**
 * A feed that can be written to. Each call that changes something tells every listener, at once and
 * in the order they came. One that throws stops neither the change nor the others: its error is
 * thrown when all were told, as an `AggregateError` where there are several.
 */
export interface WritableSeriesFeed extends SeriesFeed {
  /** Adds points at the end of a run, in place where they come after its last; see `appendPoints`. */
  append(runId: string, points: readonly SeriesPoint[] | MetricSeries): void
  /** Puts a series in the place of what the run had. */
  set(runId: string, series: MetricSeries): void
  /** Takes a run out. */
  remove(runId: string): void
}

/** Returns a feed that begins with these series. Nothing is told until something changes. */
export function createSeriesFeed(
  initial: ReadonlyMap<string, MetricSeries> = new Map(),
): WritableSeriesFeed {
  const series = new Map(initial)
  const listeners = createListeners()
  let shown: ReadonlyMap<string, MetricSeries> | null = null

  const put = (runId: string, next: MetricSeries): void => {
    if (series.get(runId) === next) return
    series.set(runId, next)
    shown = null
    listeners.tell()
  }

  return {
    // Only made when asked for: many points may come between two looks.
    get: () => (shown ??= new Map(series)),
    subscribe: listeners.add,
    append(runId, points) {
      const count = 'steps' in points ? points.steps.length : points.length
      if (count > 0) put(runId, appendPoints(series.get(runId) ?? defineSeries([]), points))
    },
    set: put,
    remove(runId) {
      if (!series.delete(runId)) return
      shown = null
      listeners.tell()
    },
  }
}

interface Listeners {
  readonly add: (listener: () => void) => () => void
  readonly tell: () => void
}

function createListeners(): Listeners {
  // By entry, not by function: the same one may listen twice.
  const entries = new Set<{ readonly listener: () => void }>()
  return {
    add(listener) {
      const entry = { listener }
      entries.add(entry)
      return () => {
        entries.delete(entry)
      }
    },
    tell() {
      const errors: unknown[] = []
      for (const entry of Array.from(entries)) {
        // One that was told before may have ended this one, and who comes now is not told of the past.
        if (entries.has(entry)) collectError(entry.listener, errors)
      }
      if (errors.length === 1) throw errors[0]
      if (errors.length > 1) {
        throw new AggregateError(errors, `${errors.length} listeners of a series feed threw.`)
      }
    },
  }
}

function collectError(call: () => void, errors: unknown[]): void {
  try {
    call()
  } catch (error) {
    errors.push(error)
  }
}
