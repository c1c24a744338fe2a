import { useMemo } from 'react'
import { defaultObjective, type Run, type RunoffError } from '@runoff/core'
import type { StoppingAdvice, StoppingOptions } from '@runoff/core/stats'
import { useRunoff } from '../provider/context.ts'
import { useMultiJobMetrics } from '../series/useMultiJobMetrics.ts'
import { shareMap } from '../stable/shareMap.ts'
import { useShared } from '../stable/useShared.ts'
import { adviseRuns, stoppingCases, type AdviceSoFar } from './adviseRuns.ts'
import { useSharedAnswers } from './useSharedAnswers.ts'
import { useSharedData } from './useSharedData.ts'

export interface StoppingAdviceOptions extends Omit<StoppingOptions, 'maximumRuns'> {
  /** How many completed runs are read for each live one, the most recent ones. @default 30 */
  readonly maximumRuns?: number
  /** About how many points of each series are read. @default 2000 */
  readonly maxPoints?: number
  /** @default the provider's */
  readonly pollIntervalMs?: number
}

export interface StoppingAdviceResult {
  /**
   * By the id of each live run that enough was read for. Advice of kind `undefined` says what is
   * missing for more.
   */
  readonly advice: ReadonlyMap<string, StoppingAdvice>
  /** Whether some series was never answered. */
  readonly isLoading: boolean
  /** The first of `errors`. */
  readonly error: RunoffError | null
  /** By run id: why its last read failed. A past run that was never read is left out. */
  readonly errors: ReadonlyMap<string, RunoffError>
  /** Reads every series whole again. */
  readonly reload: () => void
}

/**
 * Advises on each live run among the runs whether to stop it, by the curves of the completed ones.
 *
 * Reads the objective's series of the live runs and, for each, of the most recent completed runs on
 * its dataset; follows the live ones as `useMultiJobMetrics` does. While more has to be read, the
 * advice before stays. Nothing is stopped.
 *
 * @throws {RunoffError} `bad-option` outside a provider, for a bad `pollIntervalMs`, or as
 * `stoppingAdvice` does.
 */
export function useStoppingAdvice(
  runs: readonly Run[],
  options: StoppingAdviceOptions = {},
): StoppingAdviceResult {
  const { objective = defaultObjective, maximumRuns = 30, schedule, ...rest } = options
  const { maxPoints = 2000, pollIntervalMs, ...limits } = rest
  const { source } = useRunoff('useStoppingAdvice')
  const sameRuns = useSharedData(runs)
  const asked = useSharedData({ ...limits, objective, maximumRuns })
  const scheduleOf = useSharedAnswers(sameRuns, schedule)
  const cases = useMemo(() => stoppingCases(sameRuns, asked), [sameRuns, asked])

  const ids = cases.flatMap(({ live, past }) => [live.id, ...past.map(({ id }) => id)])
  const { metricsMap, errors, error, isLoading, reload } = useMultiJobMetrics(ids, {
    metrics: [asked.objective.metric],
    maxPoints,
    ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
  })
  const known = useMemo(() => {
    const options = { ...asked, ...(scheduleOf && { schedule: scheduleOf }) }
    return adviseRuns(cases, options, { metricsMap, errors })
  }, [cases, asked, scheduleOf, metricsMap, errors])

  const question = useMemo(() => ({ source, asked }), [source, asked])
  const advice = useKeptAdvice(question, known)
  return useMemo(
    () => ({ advice, isLoading, error, errors, reload }),
    [advice, isLoading, error, errors, reload],
  )
}

interface Answered {
  /** An answer to another question is none to this. */
  readonly question: object
  readonly known: AdviceSoFar
}

/** The advice that is known; for a run that is yet unknown, what was known of it before. */
function useKeptAdvice(question: object, known: AdviceSoFar): StoppingAdviceResult['advice'] {
  const kept = useShared({ question, known }, keepKnown)
  return useMemo(() => {
    const advice = new Map<string, StoppingAdvice>()
    for (const [id, own] of kept.known) if (own !== null) advice.set(id, own)
    return advice
  }, [kept])
}

function keepKnown(held: Answered, next: Answered): Answered {
  if (held.question !== next.question) return next
  const known = new Map(
    Array.from(next.known, ([id, advice]) => [id, advice ?? held.known.get(id) ?? null]),
  )
  const shared = shareMap(held.known, known)
  return shared === held.known ? held : { question: held.question, known: shared }
}
