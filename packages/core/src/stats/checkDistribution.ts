import { RunoffError } from '../errors.ts'

/** @throws {RunoffError} `bad-option` for a share outside (0, 1). */
export function checkShare(p: number): void {
  if (p > 0 && p < 1) return
  throw new RunoffError('bad-option', `A share lies between 0 and 1, and is ${p}.`)
}

/** @throws {RunoffError} `bad-option` for degrees of freedom that are no finite number above 0. */
export function checkDf(df: number): void {
  if (df > 0 && df < Infinity) return
  throw new RunoffError(
    'bad-option',
    `Degrees of freedom are a finite number above 0, and are ${df}.`,
  )
}
