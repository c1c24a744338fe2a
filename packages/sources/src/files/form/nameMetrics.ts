import { canonicalMetric } from '@runoff/core'
import type { MetricRow } from '../formats/parsedFile.ts'

type Phase = 'train' | 'eval' | null

/** Returns the canonical name of a metric that a file names `raw` in rows of a phase. */
export type MetricNamer = (raw: string, phase: MetricRow['phase']) => string

/**
 * Finds canonical names for all metrics of some rows, so that no two of them come to one name.
 *
 * `filePhase` is what the file's name says of metrics that say nothing themselves (`val.csv`).
 * Lightning's `train_loss_step` and `train_loss_epoch` are one metric at two resolutions: training
 * takes its name from the steps, evaluation from the epochs, and the other keeps its suffix. Where
 * one row holds two metrics that would come to one name, the second keeps the name it has.
 */
export function nameMetrics(rows: readonly MetricRow[], filePhase: Phase = null): MetricNamer {
  const rawNames = namesByPhase(rows)
  const names = new Map<Phase, Map<string, string>>()
  for (const [phase, raws] of rawNames) {
    const named = new Map<string, string>()
    for (const raw of raws) {
      const base = isMonitoredRate(raw) ? 'learning_rate' : withoutResolution(raw, raws)
      named.set(raw, canonicalMetric(base, phase ?? filePhase ?? 'train'))
    }
    names.set(phase, withoutClashes(named, rows, phase))
  }
  return (raw, phase) => names.get(plainPhase(phase))?.get(raw) ?? raw
}

function plainPhase(phase: MetricRow['phase']): Phase {
  return phase === 'summary' ? null : phase
}

function namesByPhase(rows: readonly MetricRow[]): ReadonlyMap<Phase, ReadonlySet<string>> {
  const names = new Map<Phase, Set<string>>()
  for (const row of rows) {
    if (row.phase === 'summary') continue
    const ofPhase = names.get(row.phase) ?? new Set()
    names.set(row.phase, ofPhase)
    for (const raw of row.metrics.keys()) ofPhase.add(raw)
  }
  return names
}

/** Lightning's monitor names the learning rate after the optimizer, as in `lr-AdamW`. */
function isMonitoredRate(raw: string): boolean {
  return raw.startsWith('lr-') && !raw.includes('/')
}

function withoutResolution(raw: string, raws: ReadonlySet<string>): string {
  const suffix = ['_step', '_epoch'].find((end) => raw.endsWith(end))
  if (suffix === undefined) return raw
  const base = raw.slice(0, -suffix.length)
  const canonical = canonicalMetric(base)
  if (!canonical.includes('/') || base.endsWith('_per')) return raw
  const other = suffix === '_step' ? '_epoch' : '_step'
  const isPair = raws.has(`${base}${other}`)
  const main = canonical.startsWith('train/') ? '_step' : '_epoch'
  return !isPair || suffix === main ? base : raw
}

/** Of metrics that stand in one row and came to one name, only one may keep it. */
function withoutClashes(
  named: ReadonlyMap<string, string>,
  rows: readonly MetricRow[],
  phase: Phase,
): Map<string, string> {
  const kept = new Map(named)
  for (const [name, raws] of sharedNames(named)) {
    const owner = raws.find((raw) => raw === name) ?? raws[0]
    const isClash = rows.some(
      (row) => row.phase === phase && raws.filter((raw) => row.metrics.has(raw)).length > 1,
    )
    if (isClash) for (const raw of raws) if (raw !== owner) kept.set(raw, raw)
  }
  return kept
}

function sharedNames(named: ReadonlyMap<string, string>): readonly [string, readonly string[]][] {
  const raws = new Map<string, string[]>()
  for (const [raw, name] of named) raws.set(name, [...(raws.get(name) ?? []), raw])
  return Array.from(raws).filter(([, same]) => same.length > 1)
}
