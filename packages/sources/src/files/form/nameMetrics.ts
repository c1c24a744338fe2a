import { canonicalMetric } from '@runoff/core'
import type { MetricRow } from '../formats/parsedFile.ts'

type Phase = 'train' | 'eval' | null

/** Returns the canonical name of a metric that a file names `raw` in rows of a phase. */
export type MetricNamer = (raw: string, phase: MetricRow['phase']) => string

export interface NamingOptions {
  /**
   * Whether each metric has rows of its own, so that a step tells what was logged together.
   * @default false
   */
  readonly standAlone?: boolean
}

/**
 * Finds canonical names for all metrics of some rows, so that no two of them come to one name.
 *
 * `filePhase` is what the file's name says of metrics that say nothing themselves (`val.csv`).
 * Lightning's `train_loss_step` and `train_loss_epoch` are one metric at two resolutions: training
 * takes its name from the steps, evaluation from the epochs, and the other keeps its suffix. Where
 * one row holds two metrics that would come to one name, the second keeps the name it has; so does
 * an `accuracy` beside `train_loss` and `valid_loss`, since fastai means that of evaluation.
 */
export function nameMetrics(
  rows: readonly MetricRow[],
  filePhase: Phase = null,
  { standAlone = false }: NamingOptions = {},
): MetricNamer {
  const rawNames = namesByPhase(rows)
  const names = new Map<Phase, Map<string, string>>()
  for (const [phase, raws] of rawNames) {
    const named = new Map<string, string>()
    const areNamed = phase === null && filePhase === null && namesPhases(raws)
    for (const raw of raws) {
      const base = withoutResolution(raw, raws)
      const isUnclear = areNamed && !isClear(base)
      named.set(raw, isUnclear ? raw : canonicalMetric(base, phase ?? filePhase ?? 'train'))
    }
    names.set(phase, withoutClashes(named, rows, { phase, standAlone }))
  }
  return (raw, phase) => names.get(plainPhase(phase))?.get(raw) ?? raw
}

/** Whether a name tells its phase, or is of none, so that it is the same in both. */
function isClear(name: string): boolean {
  return canonicalMetric(name, 'train') === canonicalMetric(name, 'eval')
}

/** Whether a table tells its phases apart by name, as `train_loss` and `valid_loss` do. */
function namesPhases(raws: ReadonlySet<string>): boolean {
  const clear = new Set(
    Array.from(raws)
      .filter(isClear)
      .map((raw) => canonicalMetric(raw)),
  )
  return clear.has('train/loss') && clear.has('eval/loss')
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
  options: ClashOptions,
): Map<string, string> {
  const kept = new Map(named)
  for (const [name, raws] of sharedNames(named)) {
    const owner = likeliest(name).find((raw) => raws.includes(raw)) ?? raws[0]
    if (isClash(raws, rows, options)) for (const raw of raws) if (raw !== owner) kept.set(raw, raw)
  }
  return kept
}

interface ClashOptions {
  readonly phase: Phase
  readonly standAlone: boolean
}

/** Whether two metrics stand in one row or, where each has rows of its own, at one step. */
function isClash(
  raws: readonly string[],
  rows: readonly MetricRow[],
  { phase, standAlone }: ClashOptions,
): boolean {
  const own = rows.filter((row) => row.phase === phase)
  if (own.some((row) => raws.filter((raw) => row.metrics.has(raw)).length > 1)) return true
  if (!standAlone) return false
  const owners = new Map<number, string>()
  return own.some(({ step, metrics }) => {
    const [raw] = metrics.keys()
    if (step === null || raw === undefined || !raws.includes(raw)) return false
    const owner = owners.get(step) ?? raw
    owners.set(step, owner)
    return owner !== raw
  })
}

/** How `train/loss` is most likely to be called, so that `loss` goes before `total_loss`. */
function likeliest(name: string): readonly string[] {
  return [name, name.replace('/', '_'), name.slice(name.indexOf('/') + 1)]
}

function sharedNames(named: ReadonlyMap<string, string>): readonly [string, readonly string[]][] {
  const raws = new Map<string, string[]>()
  for (const [raw, name] of named) raws.set(name, [...(raws.get(name) ?? []), raw])
  return Array.from(raws).filter(([, same]) => same.length > 1)
}
