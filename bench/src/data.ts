import type { BenchData } from './chart.ts'

/** Room behind each column, so that growing the data costs nothing that a chart would be charged. */
const spare = 512

/** Training curves: a decay, noise and now and then a spike; the same for the same arguments. */
export function makeData(runs: number, points: number): BenchData {
  const random = uniform(42)
  const steps = columnOf(points, (i) => i)
  const columns = Array.from({ length: runs }, (_, run) =>
    columnOf(points, (i) => valueAt(i / points, run, random)),
  )
  return { steps, columns }
}

function columnOf(points: number, valueOf: (i: number) => number): Float64Array {
  const column = new Float64Array(points + spare).subarray(0, points)
  for (let i = 0; i < points; i++) column[i] = valueOf(i)
  return column
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

/** The same data with one more point for each run, as views that are one longer. */
export function growData({ steps, columns }: BenchData): BenchData {
  return {
    steps: longer(steps, steps.length),
    columns: columns.map((column) => longer(column, column.at(-1) ?? 0)),
  }
}

function longer(column: Float64Array, value: number): Float64Array {
  const view = new Float64Array(column.buffer, column.byteOffset, column.length + 1)
  view[column.length] = value
  return view
}

/** The lowest and the highest value of all columns. */
export function extentOf({ columns }: BenchData): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const column of columns) {
    for (const value of column) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return [low, high]
}
