import { RunoffError, type Recommendation } from '@runoff/core'

/** What the command ends with beside the outcomes of `runoff best`. */
export const exitCodes = { done: 0, failed: 1, misused: 2, stopped: 130 } as const

/** What `runoff best` can come to. */
export type BestOutcome =
  | 'clear-winner'
  | 'contenders'
  | 'unreplicated'
  | 'not-comparable'
  | 'nothing-to-compare'

/** The exit code of each outcome of `runoff best`. */
export const outcomeCodes: Readonly<Record<BestOutcome, number>> = {
  'clear-winner': 0,
  contenders: 10,
  unreplicated: 11,
  'not-comparable': 12,
  'nothing-to-compare': 13,
}

/** Returns what a recommendation comes to; without any run to judge there is nothing to compare. */
export function outcomeOf({ verdict }: Recommendation): BestOutcome {
  return verdict.evidence.groups.length === 0 ? 'nothing-to-compare' : verdict.kind
}

/** Returns an error for whoever uses the command in a way that cannot be, with what to do instead. */
export function misuse(sentence: string): RunoffError {
  return new RunoffError('bad-option', sentence)
}

/** Returns the exit code that an error ends the command with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.stopped
  const isMisuse = error instanceof RunoffError && error.code === 'bad-option'
  return isMisuse ? exitCodes.misused : exitCodes.failed
}

/** Returns the sentence that an error is told in; with `RUNOFF_DEBUG` where it came from too. */
export function errorText(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (!(error instanceof Error)) return String(error)
  if (environment['RUNOFF_DEBUG']) return error.stack ?? error.message
  const isExpected = error instanceof RunoffError || 'code' in error
  return isExpected
    ? error.message
    : `${error.message} Set RUNOFF_DEBUG=1 to see where this comes from.`
}
