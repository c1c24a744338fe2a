import { readNumber } from '../text/readValue.ts'
import type { Basis, MetricSummary } from './run.ts'

const bases: readonly string[] = ['full', 'sampled', 'last-only', 'summary'] satisfies Basis[]

/** Returns the metric summaries of a run; what is no number and no summary is left out. */
export function readMetrics(given: unknown): ReadonlyMap<string, MetricSummary> {
  if (typeof given !== 'object' || given === null) return new Map()
  const entries: Iterable<readonly [unknown, unknown]> =
    given instanceof Map ? given : Object.entries(given)
  const metrics = new Map<string, MetricSummary>()
  for (const [name, value] of entries) {
    const summary = readSummary(value)
    if (summary !== null) metrics.set(String(name), summary)
  }
  return metrics
}

function readSummary(value: unknown): MetricSummary | null {
  if (typeof value === 'object' && value !== null) return fromParts(value)
  const last = readNumber(value)
  return last === null ? null : lastOnly(last)
}

/** All that is known of the metric is its last value: that says nothing of its best. */
function lastOnly(last: number): MetricSummary {
  return {
    last,
    min: null,
    max: null,
    minStep: null,
    maxStep: null,
    lastStep: null,
    count: 1,
    basis: 'last-only',
  }
}

function fromParts(parts: Partial<MetricSummary>): MetricSummary | null {
  const last = readNumber(parts.last)
  const min = finiteOrNull(parts.min)
  const max = finiteOrNull(parts.max)
  if (last === null && min === null && max === null) return null
  return {
    ...readTrainValues(parts),
    last,
    min,
    max,
    minStep: finiteOrNull(parts.minStep),
    maxStep: finiteOrNull(parts.maxStep),
    lastStep: finiteOrNull(parts.lastStep),
    count: readCount(parts.count),
    basis: readBasis(parts.basis, min !== null || max !== null),
  }
}

/** Left out where they are not known, as they are of most metrics. */
function readTrainValues(
  parts: Partial<MetricSummary>,
): Pick<MetricSummary, 'trainAtMin' | 'trainAtMax'> {
  const [trainAtMin, trainAtMax] = [finiteOrNull(parts.trainAtMin), finiteOrNull(parts.trainAtMax)]
  return {
    ...(trainAtMin === null ? {} : { trainAtMin }),
    ...(trainAtMax === null ? {} : { trainAtMax }),
  }
}

function finiteOrNull(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && Number.isFinite(number) ? number : null
}

function readCount(value: unknown): number {
  const count = finiteOrNull(value)
  return count === null ? 1 : Math.max(0, Math.floor(count))
}

/** Where the host did not say, an extreme is taken for the tracker's own summary of it. */
function readBasis(value: unknown, hasExtreme: boolean): Basis {
  const named = bases.find((basis) => basis === value)
  if (named !== undefined) return named as Basis
  return hasExtreme ? 'summary' : 'last-only'
}
