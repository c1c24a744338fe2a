import type { RunSource } from '@runoff/sources'
import { asRunoffError } from './asRunoffError.ts'

/** Short, so that a failure is soon said: a longer one is mended by the next poll or a reload. */
const retryDelaysMs: readonly number[] = [150, 450]

/**
 * Returns what `read` gives, tried again where the source failed for a moment.
 *
 * Errors: always a `RunoffError`, or the signal's own reason where the request was called off.
 */
export async function withRetries<Answer>(
  read: () => Promise<Answer>,
  source: RunSource,
  signal: AbortSignal,
): Promise<Answer> {
  for (const delayMs of retryDelaysMs) {
    try {
      return await read()
    } catch (error) {
      signal.throwIfAborted()
      const known = asRunoffError(error, source)
      if (known.code !== 'source-failed') throw known
      await pause(delayMs, signal)
    }
  }
  try {
    return await read()
  } catch (error) {
    signal.throwIfAborted()
    throw asRunoffError(error, source)
  }
}

/** Ends early, and leaves no timer behind, where the request is called off. */
function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, delayMs)
    signal.addEventListener('abort', stop, { once: true })
  })
}
