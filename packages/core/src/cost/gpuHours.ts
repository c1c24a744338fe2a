import { RunoffError } from '../errors.ts'
import { isLive, type Run } from '../run/run.ts'
import { namedGpus } from './namedGpus.ts'

/** What a run took, and how that is known. */
export interface GpuHours {
  /** GPU hours: hours of wall time, times GPUs. */
  readonly value: number
  /** `reported` by the source; `duration`: wall time times the GPUs that the parameters name. */
  readonly basis: 'reported' | 'duration'
  /** How many GPUs the parameters name. */
  readonly gpus: number | null
}

/** What a host says of prices. */
export interface PriceOptions {
  /** Price of one GPU for one hour, in any currency. */
  readonly pricePerGpuHour?: number
}

export const msPerHour = 3_600_000

/**
 * Returns the GPU hours that a run took, `null` where they are not known.
 *
 * Units: hours times GPUs. What the source reports comes first, and is what was used so far where
 * the run is live; else it is the time from start to end, pauses included, times the GPUs that the
 * parameters name. Missing: a run that names no GPUs, that has no start, or no end that is later;
 * a live run has no end. One GPU is never assumed.
 */
export function gpuHoursOf(run: Run): GpuHours | null {
  const gpus = namedGpus(run)
  const { gpuHours } = run
  if (gpuHours !== null && Number.isFinite(gpuHours) && gpuHours >= 0)
    return { value: gpuHours, basis: 'reported', gpus }
  const durationMs = durationMsOf(run)
  if (gpus === null || durationMs === null) return null
  return { value: (durationMs / msPerHour) * gpus, basis: 'duration', gpus }
}

/** How long a run that ended took; `null` where that is not known. */
export function durationMsOf(run: Run): number | null {
  if (isLive(run) || run.startedAtMs === null || run.endedAtMs === null) return null
  const durationMs = run.endedAtMs - run.startedAtMs
  return Number.isFinite(durationMs) && durationMs > 0 ? durationMs : null
}

/**
 * Returns what a run cost, `null` where no price is given or its GPU hours are not known.
 *
 * Units: the currency of the price.
 *
 * @throws {RunoffError} `bad-option` when the price is negative or no finite number.
 */
export function runCost(run: Run, options: PriceOptions): number | null {
  checkPrice(options)
  const { pricePerGpuHour } = options
  const hours = gpuHoursOf(run)
  return hours === null || pricePerGpuHour === undefined ? null : hours.value * pricePerGpuHour
}

/** @throws {RunoffError} `bad-option` when the price is negative or no finite number. */
export function checkPrice({ pricePerGpuHour: price }: PriceOptions): void {
  if (price === undefined || (Number.isFinite(price) && price >= 0)) return
  throw new RunoffError(
    'bad-option',
    `A price per GPU hour must be a finite number of at least 0, and got ${price}. ` +
      'Leave it out where no price is known.',
  )
}
