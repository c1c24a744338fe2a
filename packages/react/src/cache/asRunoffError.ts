import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'

/** Returns the error a source failed with in the one form that hooks give; the rest is its cause. */
export function asRunoffError(error: unknown, source: RunSource): RunoffError {
  if (error instanceof RunoffError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new RunoffError(
    'source-failed',
    `The source "${source.id}" could not answer: ${reason}. Reload to ask it again.`,
    { cause: error },
  )
}
