import { RunoffError } from '../errors.ts'

/** @throws {RunoffError} `bad-option` for a share outside (0, 1). */
export function checkShare(p: number): void {
  if (p > 0 && p < 1) return
  throw new RunoffError('bad-option', `A share lies between 0 and 1, and is ${p}.`)
}

/** No data have fewer, and far below it nothing of a distribution is left but rounding. */
const fewest = 1e-100

/** @throws {RunoffError} `bad-option` for degrees of freedom that are no finite number from 1e-100. */
export function checkDf(df: number): void {
  if (df >= fewest && df < Infinity) return
  throw new RunoffError(
    'bad-option',
    `Degrees of freedom are a finite number above 0 (from ${fewest}), and are ${df}.`,
  )
}

/** @throws {RunoffError} `bad-option` for `NaN`; infinities have an answer. */
export function checkValue(value: number): void {
  if (!Number.isNaN(value)) return
  throw new RunoffError('bad-option', 'A distribution is asked about a number, and got NaN.')
}
