import type { BenchData } from './chart.ts'

/** Training curves: a decay, noise and now and then a spike; the same for the same arguments. */
export function makeData(runs: number, points: number): BenchData {
  const random = uniform(42)
  const steps = Float64Array.from({ length: points }, (_, i) => i)
  const columns = Array.from({ length: runs }, (_, run) =>
    Float64Array.from(steps, (step) => valueAt(step / points, run, random)),
  )
  return { steps, columns }
}

function valueAt(progress: number, run: number, random: () => number): number {
  const spike = random() < 0.001 ? random() * 2 : 0
  return (2 + run * 0.05) * Math.exp(-3 * progress) + 0.3 + (random() - 0.5) * 0.2 + spike
}

/** Park and Miller's generator: uniform numbers in [0, 1). */
function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

/** The same data with one more point for each run. */
export function growData({ steps, columns }: BenchData): BenchData {
  const add = (column: Float64Array, value: number): Float64Array => {
    const longer = new Float64Array(column.length + 1)
    longer.set(column)
    longer[column.length] = value
    return longer
  }
  return {
    steps: add(steps, steps.length),
    columns: columns.map((column) => add(column, column.at(-1) ?? 0)),
  }
}
