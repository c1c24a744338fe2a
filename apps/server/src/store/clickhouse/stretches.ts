import type { StoreChange } from '../metricStore.ts'

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The steps of points rise, but for those of a caller who does not keep to it. */
export function stretchOf(steps: Float64Array): Stretch {
  let from = Infinity
  let to = -Infinity
  for (const step of steps) {
    from = Math.min(from, step)
    to = Math.max(to, step)
  }
  return { from: from + 0, to: to + 0 }
}

/** Returns for each metric, by its name, the stretch that covers those of all lists. */
export function joinStretches(
  lists: readonly (readonly (readonly [metric: string, stretch: Stretch])[])[],
): StoreChange['metrics'] {
  const joined = new Map<string, Stretch>()
  for (const [metric, { from, to }] of lists.flat()) {
    const known = joined.get(metric) ?? { from, to }
    joined.set(metric, { from: Math.min(known.from, from), to: Math.max(known.to, to) })
  }
  return Array.from(joined, ([metric, stretch]) => ({ metric, ...stretch }))
}
