import { RunoffError } from '../errors.ts'

/**
 * Returns Prechelt's generalisation loss GL: by how many percent the last value lies above the
 * lowest so far.
 *
 * Shape: eval losses in the order of training, one number out, 0 or more. Missing: `null` where
 * there is no value, or where one is not a number above 0, since a percentage of such says nothing.
 *
 * @see Prechelt, Early stopping, but when? (1998), section 2.1.
 */
export function generalizationLoss(evalLosses: readonly number[]): number | null {
  const last = evalLosses.at(-1)
  if (last === undefined || !evalLosses.every(isPositive)) return null
  return 100 * (last / lowest(evalLosses) - 1)
}

/**
 * Returns Prechelt's training progress P_k: by how many per mille the mean of the last `strip`
 * training losses lies above the lowest of them. It is high while training is unstable or still
 * falls fast, and goes to 0.
 *
 * Missing: `null` where there are fewer than `strip` values, or where one of those is not a number
 * above 0.
 *
 * @throws {RunoffError} `bad-option` when `strip` is not a whole number of at least 1.
 */
export function trainProgress(trainLosses: readonly number[], strip = 5): number | null {
  checkStrip(strip)
  const latest = trainLosses.slice(-strip)
  if (latest.length < strip || !latest.every(isPositive)) return null
  const mean = latest.reduce((sum, value) => sum + value, 0) / strip
  return 1000 * (mean / lowest(latest) - 1)
}

/**
 * Returns Prechelt's quotient PQ: the generalisation loss over the training progress, high where
 * the eval loss rises and training has little left to gain.
 *
 * Missing: `null` where either is, and where training no longer progresses.
 *
 * @throws {RunoffError} `bad-option` when `strip` is not a whole number of at least 1.
 */
export function progressQuotient(
  evalLosses: readonly number[],
  trainLosses: readonly number[],
  strip = 5,
): number | null {
  const progress = trainProgress(trainLosses, strip)
  const loss = generalizationLoss(evalLosses)
  return loss === null || progress === null || progress === 0 ? null : loss / progress
}

/**
 * Returns s of Prechelt's UP_s: in how many strips one after another, up to the last, the loss rose
 * from the end of the strip before.
 *
 * Missing: a value that is not finite ends the count.
 *
 * @throws {RunoffError} `bad-option` when `strip` is not a whole number of at least 1.
 */
export function risingStrips(evalLosses: readonly number[], strip = 5): number {
  checkStrip(strip)
  let count = 0
  for (let end = evalLosses.length - 1; end - strip >= 0; end -= strip) {
    const now = evalLosses[end] ?? NaN
    const before = evalLosses[end - strip] ?? NaN
    if (!Number.isFinite(now) || !Number.isFinite(before) || now <= before) break
    count++
  }
  return count
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0
}

function lowest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity)
}

function checkStrip(strip: number): void {
  if (Number.isInteger(strip) && strip >= 1) return
  throw new RunoffError(
    'bad-option',
    `A strip needs a whole number of evaluations, at least 1, and got ${strip}. Pass 5 as in the paper.`,
  )
}
