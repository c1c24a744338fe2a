import { RunoffError } from '@runoff/core'

/** The longest wait a timer can hold; a longer one would fire at once. */
const longestWaitMs = 2 ** 31 - 1

/**
 * Returns the interval as a timer can hold it; `0` and `Infinity` mean never and become `0`.
 *
 * @throws {RunoffError} `bad-option` when it is negative or not a number.
 */
export function checkPollInterval(pollIntervalMs: number): number {
  if (Number.isNaN(pollIntervalMs) || pollIntervalMs < 0) {
    throw new RunoffError(
      'bad-option',
      `pollIntervalMs is a time to wait in milliseconds, and got ${pollIntervalMs}. ` +
        'Pass a positive number such as 5000, or 0 to ask only once.',
    )
  }
  return pollIntervalMs === Infinity ? 0 : Math.min(pollIntervalMs, longestWaitMs)
}
