import { RunoffError } from '@runoff/core'

/**
 * Refuses a place in a log that is none.
 *
 * @throws {RunoffError} `bad-option` for what is no whole number from 0 on.
 */
export function requireWholeBytes(what: string, bytes: number): void {
  if (Number.isSafeInteger(bytes) && bytes >= 0) return
  throw new RunoffError(
    'bad-option',
    `${what} at byte ${bytes}, and bytes are counted in whole numbers from 0 on.`,
  )
}

/** Returns the error for a piece of a log that would leave a hole. */
export function holeInLog(offset: number, size: number): RunoffError {
  return new RunoffError(
    'bad-option',
    `A piece of a log begins at byte ${offset}, and only ${size} bytes are there. ` +
      `Send what comes after byte ${size} first.`,
  )
}
