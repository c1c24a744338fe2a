import { defineSeries, type MetricSeries } from '@runoff/core'

/** Runs as a sweep names them. */
export const runNames: readonly string[] = [
  'lr-3e-4-seed-1',
  'lr-3e-4-seed-2',
  'lr-1e-4-cosine-warmup-100',
  'lr-1e-3-seed-1',
  'baseline',
]

export const runsOf = (names: readonly string[]): { id: string; name: string }[] =>
  names.map((name) => ({ id: name, name }))

/** A loss that falls as losses do, with noise that is the same on every machine. */
export function lossCurve(
  seed: number,
  count: number,
  options: { noise?: number; every?: number } = {},
): MetricSeries {
  const { noise = 0.12, every = 1 } = options
  const random = randomOf(seed)
  const floor = 0.3 + (seed % 7) * 0.09
  const speed = 60 + (seed % 5) * 40
  const steps = Float64Array.from({ length: count }, (_, i) => i * every)
  const values = steps.map((step) => {
    const progress = (step / (count * every)) * 1000
    return floor + 2.2 * Math.exp(-progress / speed) + (random() + random() - 1) * noise * floor
  })
  return defineSeries({
    steps,
    values,
    epochs: steps.map((step) => (step / (count * every)) * 3),
    timesMs: steps.map((step) => 1_760_000_000_000 + step * 1500),
  })
}

export const lossSeries = (
  names: readonly string[],
  count = 600,
): ReadonlyMap<string, MetricSeries> =>
  new Map(names.map((name, seed) => [name, lossCurve(seed + 1, count)]))

export const evalSeries = (names: readonly string[]): ReadonlyMap<string, MetricSeries> =>
  new Map(names.map((name, seed) => [name, lossCurve(seed + 1, 12, { every: 50, noise: 0.03 })]))

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
