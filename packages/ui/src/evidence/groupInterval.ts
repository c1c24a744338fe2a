import type { GroupEstimate, VerdictEvidence } from '@runoff/core'
import { studentQuantile } from '@runoff/core/stats'

/** Every interval of the tables holds the truth this often. */
export const intervalLevel = 0.95

/**
 * Returns where the true mean of a configuration lies, with 95 %, `null` where no configuration
 * tells how much a seed varies.
 *
 * Student's interval about the mean of its seeds, with the spread pooled over all configurations
 * that have several; where spreads differ too much to be pooled, with its own. Units: those of the
 * metric.
 */
export function groupInterval(
  { mean, sd, n }: Pick<GroupEstimate, 'mean' | 'sd' | 'n'>,
  { noise, method }: Pick<VerdictEvidence, 'noise' | 'method'>,
): readonly [number, number] | null {
  const isOwn = method === 'games-howell' && sd !== null && n > 1
  const spread = isOwn ? { sd, df: n - 1 } : noise
  if (spread === null || !Number.isFinite(mean) || n < 1) return null
  const reach = (studentQuantile((1 + intervalLevel) / 2, spread.df) * spread.sd) / Math.sqrt(n)
  return [mean - reach, mean + reach]
}
