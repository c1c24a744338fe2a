import { medianOfSorted } from '../../curves/median.ts'
import type { MetricSeries } from '../series.ts'
import { finite, type Memory, type SmoothingPlan } from './plan.ts'

/** How many of the first points tell what a usual distance is. */
const scalePoints = 256

/** Keeps sums of values below the largest number; a power of two, so that no digit is lost. */
const shrink = 2 ** -40

/**
 * Returns the plan of the exponential moving average that Weights & Biases calls time-weighted: what
 * came before counts `weight` to the power of the distance, so a cluster of points does not outweigh
 * lonely ones.
 *
 * There the distance is a share of the visible range, so that a zoom changes the values. Here it
 * counts usual distances of this series: the median of those between its first 256 points, which
 * further points cannot change. With steps at equal distances it is `ema` with the same weight. The
 * distance is measured from the last finite point.
 *
 * @see https://docs.wandb.ai/models/app/features/panels/line-plot/smoothing
 */
export function timeWeightedEmaPlan(series: MetricSeries, weight: number): SmoothingPlan {
  const scale = usualDistance(series.steps)
  return {
    key: `timeWeightedEma ${weight} ${scale}`,
    reach: 0,
    write: (given, into, from, memory) =>
      writeTimeWeighted({ series: given, into, from, memory, weight, scale }),
  }
}

function usualDistance(steps: Float64Array): number {
  const first = steps.subarray(0, scalePoints)
  const distances = first.subarray(1).map((step, i) => step - (first[i] ?? NaN))
  return distances.length === 0 ? 1 : medianOfSorted(distances.sort())
}

interface TimeWeightedWork {
  readonly series: MetricSeries
  readonly into: Float64Array
  readonly from: number
  readonly memory: Memory
  readonly weight: number
  readonly scale: number
}

function writeTimeWeighted(work: TimeWeightedWork): Memory {
  const { into, weight, scale } = work
  const { steps, values } = work.series
  let sum = work.memory?.sum ?? 0
  let total = work.memory?.total ?? 0
  let lastStep = work.memory?.lastStep ?? NaN
  let distance = NaN
  let decay = 0
  for (let i = work.from; i < values.length; i++) {
    const value = values[i] as number
    const step = steps[i] as number
    if (value - value !== 0) {
      into[i] = value
      continue
    }
    // Most points are as far apart as those before them, and a power is slow.
    if (step - lastStep !== distance) {
      distance = step - lastStep
      decay = total === 0 ? 0 : weight ** (distance / scale)
    }
    sum = sum * decay + value * shrink
    total = total * decay + shrink
    lastStep = step
    into[i] = finite(sum / total)
  }
  return { sum, total, lastStep }
}
