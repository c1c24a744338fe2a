import type { Stretches } from './changeTable.ts'

/** Returns for each metric the stretch that covers those of both. */
export function joinStretches(a: Stretches, b: Stretches): Stretches {
  const joined = new Map(a)
  for (const [metric, { from, to }] of b) {
    const known = joined.get(metric) ?? { from, to }
    joined.set(metric, { from: Math.min(known.from, from), to: Math.max(known.to, to) })
  }
  return joined
}
