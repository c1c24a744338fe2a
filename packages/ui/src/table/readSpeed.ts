import type { Run } from '@runoff/core'

export type SpeedUnit = 'samples' | 'tokens' | 'steps'

/** Training throughput: so many of a unit in a second. */
export interface Speed {
  readonly perSecond: number
  readonly unit: SpeedUnit
}

const names: readonly (readonly [SpeedUnit, readonly string[]])[] = [
  ['samples', ['train/samples_per_second', 'train_samples_per_second', 'samples_per_second']],
  [
    'tokens',
    [
      'train/tokens_per_second',
      'train_tokens_per_second',
      'tokens_per_second',
      'train/tokens_per_sec',
      'tokens_per_sec',
      'tps',
      'tgs',
    ],
  ],
  ['steps', ['train/steps_per_second', 'train_steps_per_second', 'steps_per_second']],
]

/**
 * Returns the training throughput that a run logged last, `null` where it logged none.
 *
 * Units: those of the metric's name; samples are taken before tokens and tokens before steps,
 * because a step is as large as its batch.
 */
export function readSpeed(run: Run): Speed | null {
  for (const [unit, metrics] of names) {
    for (const metric of metrics) {
      const perSecond = run.metrics.get(metric)?.last ?? null
      if (perSecond !== null) return { perSecond, unit }
    }
  }
  return null
}
