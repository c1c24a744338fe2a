import { RunoffError } from '@runoff/core'

/**
 * Returns any failure of a source as a `RunoffError` that names the source and keeps the cause.
 * One that is a `RunoffError` already says what it has to say, and comes back as it is.
 */
export function sourceFailure(sourceId: string, cause: unknown): RunoffError {
  if (cause instanceof RunoffError) return cause
  return new RunoffError('source-failed', `Source "${sourceId}" failed: ${reasonOf(cause)}`, {
    cause,
  })
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && cause.message !== '') return cause.message
  return typeof cause === 'string' && cause !== '' ? cause : 'it gave no reason.'
}
