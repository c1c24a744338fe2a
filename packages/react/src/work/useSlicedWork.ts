import { useEffect, useMemo, useState } from 'react'
import { useShared } from '../stable/useShared.ts'
import { runInSlices, type StartWork } from './runInSlices.ts'

/** What became of work that takes its time. */
export type WorkResult<Value> =
  | {
      readonly status: 'working'
      /** How much is done, 0 to 1. */
      readonly progress: number
      /** The answer to the inputs before; `null` where there was none yet. */
      readonly value: Value | null
    }
  | { readonly status: 'ready'; readonly progress: 1; readonly value: Value }

interface Job<Value> {
  readonly start: StartWork<Value>
  readonly inputs: readonly unknown[]
}

/** What is known of a job, and the last answer of any. */
interface Outcome<Value> {
  readonly job: Job<Value> | null
  readonly result: WorkResult<Value>
  readonly failure: { readonly error: unknown } | null
}

const nothingYet = { status: 'working', progress: 0, value: null } as const

/**
 * Does long work on the main thread in idle slices of some milliseconds, so that the page answers
 * meanwhile, and again whenever one of the inputs is another.
 *
 * `start` begins the work: a generator that yields how much is done, 0 to 1, and returns the answer.
 * Of the functions given with the same inputs the first is used. While new work runs the last answer
 * stays. When the inputs change or the component goes, work under way is dropped. On a server
 * nothing is done. Keep the inputs between renders: another identity is another input.
 *
 * @throws what the work throws, in render, for the error boundary above.
 */
export function useSlicedWork<Value>(
  start: StartWork<Value>,
  inputs: readonly unknown[],
): WorkResult<Value> {
  const job = useShared({ start, inputs }, shareJob)
  const [outcome, setOutcome] = useState<Outcome<Value>>({
    job: null,
    result: nothingYet,
    failure: null,
  })

  useEffect(() => {
    const tell = (next: (held: Value | null) => Omit<Outcome<Value>, 'job'>): void =>
      setOutcome((held) => ({ job, ...next(held.result.value) }))
    return runInSlices(job.start, {
      onProgress: (progress) =>
        tell((value) => ({ result: { status: 'working', progress, value }, failure: null })),
      onDone: (value) =>
        tell(() => ({ result: { status: 'ready', progress: 1, value }, failure: null })),
      onError: (error) => tell(() => ({ result: nothingYet, failure: { error } })),
    })
  }, [job])

  const isOfJob = outcome.job === job
  if (isOfJob && outcome.failure !== null) throw outcome.failure.error
  const { result } = outcome
  return useMemo(
    () => (isOfJob ? result : { status: 'working', progress: 0, value: result.value }),
    [isOfJob, result],
  )
}

function shareJob<Value>(held: Job<Value>, job: Job<Value>): Job<Value> {
  const isSame =
    held.inputs.length === job.inputs.length &&
    job.inputs.every((input, i) => Object.is(input, held.inputs[i]))
  return isSame ? held : job
}
