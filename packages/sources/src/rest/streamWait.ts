import { RefusedStream } from './readEvents.ts'

/** When a stream that broke is asked for again. */
export interface StreamTiming {
  /** How long the first wait is at the most. */
  readonly firstMs: number
  /** How long any wait is at the most, whatever the server asks for. */
  readonly longestMs: number
  /** A stream that is silent for as long is taken for dead. */
  readonly silenceMs: number
  /** Uniform numbers in [0, 1). */
  readonly random: () => number
}

/**
 * Returns how long to wait after a stream has ended, by an error or `null`, for the time `failures`
 * counts from 0: drawn at random up to a bound that doubles, so that many clients do not come back
 * at once, and at least as long as the server asks for, within the bound of any wait.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter")
 */
export function waitMs(error: unknown, failures: number, timing: StreamTiming): number {
  const { firstMs, longestMs, random } = timing
  const refused = error instanceof RefusedStream ? error : null
  // A server without streams may be replaced by one that has them, but not soon.
  const mostMs = refused?.isAbsent === true ? longestMs : firstMs * 2 ** Math.min(failures, 30)
  const drawnMs = random() * Math.min(longestMs, mostMs)
  return Math.max(drawnMs, Math.min(refused?.retryAfterMs ?? 0, longestMs))
}
