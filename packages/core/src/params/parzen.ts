import { normalCdf } from '../stats/normal.ts'
import type { ParamColumn } from './paramColumns.ts'

/** The places of a column's values on a small grid. */
export interface ParamGrid {
  /** Numbers have an order, and lie near one another; categories do not. */
  readonly isOrdered: boolean
  readonly size: number
  /** By run; -1 where the run does not have the parameter. */
  readonly places: Int32Array
}

/** No grid is finer. */
const maxSteps = 50

/** Counts once for the even density that every estimate begins with. */
const priorWeight = 1

/** So that nine tenths of a kernel fit into one step of the grid. */
const leastBandwidth = 0.5 / 1.64

/** Keeps a quotient of densities finite. */
const leastDensity = 1e-12

/**
 * Returns where a column's values lie on a grid between the least and the greatest of them.
 *
 * Whole numbers get a step each and whole numbers on the log scale one for each doubling of their
 * span, never more than 50; all other numbers get 50, and categories one each.
 *
 * @see Optuna, `_ped_anova/scott_parzen_estimator.py` (version 5.0), which this follows to the bin.
 */
export function gridOf(column: ParamColumn): ParamGrid {
  if (column.kind === 'category') {
    const places = Int32Array.from(column.values, (value) => (Number.isNaN(value) ? -1 : value))
    return { isOrdered: false, size: column.levels, places }
  }
  const finite = column.values.filter(Number.isFinite)
  const low = finite.reduce((a, b) => Math.min(a, b))
  const high = finite.reduce((a, b) => Math.max(a, b))
  const size = stepsOf(column, low, high)
  // Halves, because the span of the largest numbers has no number of its own.
  const step = (high / 2 - low / 2) / (size - 1)
  const placeOf = (value: number): number => {
    const place = Math.ceil((value / 2 - low / 2) / step - 0.5)
    return Math.min(size - 1, Math.max(0, place)) || 0
  }
  const places = Int32Array.from(column.values, (value) =>
    Number.isNaN(value) ? -1 : placeOf(value),
  )
  return { isOrdered: true, size, places }
}

function stepsOf({ isWhole, scale }: ParamColumn, low: number, high: number): number {
  if (!isWhole) return maxSteps
  if (scale === 'linear') return Math.min(high - low + 1, maxSteps)
  const span = Math.round(Math.exp(high)) - Math.round(Math.exp(low)) + 1
  return Math.min(Math.ceil(Math.log(span) / Math.LN2) + 1, maxSteps)
}

/**
 * Returns the density over a grid that counts at its places speak for: Parzen's estimate with
 * Scott's bandwidth and an even prior. Shape: one number per place, which sum to about 1.
 *
 * @see Watanabe, Bansal & Hutter, PED-ANOVA (IJCAI 2023); Scott, Multivariate Density Estimation
 * (1992).
 */
export function gridDensity(counts: Float64Array, isOrdered: boolean): Float64Array {
  const density = isOrdered ? orderedDensity(counts) : categoryDensity(counts)
  return density.map((value) => value + leastDensity)
}

/** Returns how far one density is from another: the mean over `base` of (top / base - 1) squared. */
export function pearsonDivergence(top: Float64Array, base: Float64Array): number {
  return base.reduce((sum, value, i) => sum + value * ((top[i] ?? NaN) / value - 1) ** 2, 0)
}

/** Each category keeps most of its weight, and gives each category a little. */
function categoryDensity(counts: Float64Array): Float64Array {
  const kernels = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), priorWeight)
  const total = counts.reduce((sum, count) => sum + count, priorWeight)
  const spread = priorWeight / kernels
  const share = 1 + spread * counts.length
  const even = ((total - priorWeight) * (spread / share) + priorWeight / counts.length) / total
  return counts.map((count) => even + count / share / total)
}

function orderedDensity(counts: Float64Array): Float64Array {
  const size = counts.length
  const total = counts.reduce((sum, count) => sum + count, priorWeight)
  const density = new Float64Array(size)
  const below = cumulativeTable(size, bandwidth(counts))
  for (let center = 0; center < size; center++) {
    const weight = (counts[center] ?? 0) / total
    if (weight > 0) addKernel(density, center, weight, below)
  }
  addPrior(density, priorWeight / total)
  return density
}

/** Scott's rule on the places, with quartiles that are places themselves. */
function bandwidth(counts: Float64Array): number {
  const n = counts.reduce((sum, count) => sum + count, 0)
  // Nothing to smooth: the prior speaks alone.
  if (n === 0) return leastBandwidth
  const mean = counts.reduce((sum, count, place) => sum + count * place, 0) / n
  const squares = counts.reduce((sum, count, place) => sum + count * (place - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / Math.max(1, n - 1))
  const first = firstPlace(counts, (upTo) => upTo >= Math.floor(n / 4))
  const third = firstPlace(counts, (upTo) => upTo > Math.floor((n * 3) / 4))
  const scott = 1.059 * Math.min((third - first) / 1.34, deviation) * n ** -0.2
  return Math.max(scott, leastBandwidth)
}

/** The first place that holds a value and where the count so far is enough; else the last such. */
function firstPlace(counts: Float64Array, isEnough: (upTo: number) => boolean): number {
  let upTo = 0
  let last = 0
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] ?? 0
    if (count === 0) continue
    upTo += count
    last = place
    if (isEnough(upTo)) return place
  }
  return last
}

/** Normal shares below the edges between places, from `size` places to the left of a center. */
function cumulativeTable(size: number, sigma: number): Float64Array {
  const table = new Float64Array(2 * size)
  for (let edge = 0; edge < size; edge++) {
    const share = normalCdf((edge + 0.5) / sigma)
    table[size + edge] = share
    table[size - 1 - edge] = 1 - share
  }
  return table
}

function addKernel(
  density: Float64Array,
  center: number,
  weight: number,
  below: Float64Array,
): void {
  const size = density.length
  const start = size - center
  const mass = (below[start + size - 1] ?? NaN) - (below[start - 1] ?? NaN)
  const scale = weight / mass
  for (let place = 0; place < size; place++) {
    const inside = (below[start + place] ?? NaN) - (below[start + place - 1] ?? NaN)
    density[place] = (density[place] ?? 0) + scale * inside
  }
}

function addPrior(density: Float64Array, weight: number): void {
  const prior = priorOf(density.length)
  for (let place = 0; place < density.length; place++) {
    density[place] = (density[place] ?? 0) + weight * (prior[place] ?? NaN)
  }
}

/** By size, of which there are fifty at most: thousands of densities begin with each. */
const priors = new Map<number, Float64Array>()

/** One kernel as wide as the grid, over its middle. */
function priorOf(size: number): Float64Array {
  const known = priors.get(size)
  if (known !== undefined) return known
  const edges = Float64Array.from({ length: size + 1 }, (_, edge) =>
    normalCdf((edge - size / 2) / size),
  )
  const mass = (edges[size] ?? NaN) - (edges[0] ?? NaN)
  const prior = Float64Array.from({ length: size }, (_, place) => {
    return ((edges[place + 1] ?? NaN) - (edges[place] ?? NaN)) / mass
  })
  priors.set(size, prior)
  return prior
}
