import { nameMetrics } from '../files/form/nameMetrics.ts'

/** The name that each metric of a run has at its tracker, by its canonical name. */
export type TrackedNames = ReadonlyMap<string, string>

/**
 * Returns the canonical names of all metrics that a run has at its tracker, with the tracker's own.
 *
 * Of two that come to one name, as `loss` and `train_loss` do, the second keeps the name it has. The
 * Trainer's `train_loss`, which it logs with the runtime, is the mean over the whole run.
 */
export function trackedNames(raws: Iterable<string>): TrackedNames {
  const metrics = new Map(Array.from(raws, (raw) => [raw, 0] as const))
  const named = new Map(Array.from(metrics).filter(([raw]) => !isWholeRunLoss(raw, metrics)))
  const nameOf = nameMetrics([
    { phase: null, step: null, epoch: null, timeMs: null, metrics: named },
  ])
  const names = new Map<string, string>()
  for (const raw of metrics.keys()) {
    const name = isWholeRunLoss(raw, metrics) ? 'train/mean_loss' : nameOf(raw, null)
    names.set(names.has(name) ? raw : name, raw)
  }
  return names
}

function isWholeRunLoss(raw: string, raws: ReadonlyMap<string, unknown>): boolean {
  return ['', 'train/'].some(
    (prefix) => raw === `${prefix}train_loss` && raws.has(`${prefix}train_runtime`),
  )
}
