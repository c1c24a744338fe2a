import { whenIdle } from './whenIdle.ts'

/** Work that can be done a little at a time: yields how much is done, 0 to 1, returns the answer. */
export type StartWork<Value> = () => Generator<number, Value, void>

export interface SliceListener<Value> {
  /** Told now and then, never twice within `progressEveryMs`. */
  readonly onProgress: (progress: number) => void
  readonly onDone: (value: Value) => void
  /** What the work threw; it is over then. */
  readonly onError: (error: unknown) => void
}

export interface SliceOptions {
  /** How long one slice may take; it ends with the step that passes this. @default 8 */
  readonly budgetMs?: number
  /** @default 100 */
  readonly progressEveryMs?: number
  /** A clock in milliseconds. @default performance.now */
  readonly now?: () => number
  /** Calls back once when there is time, and returns how to call that off. */
  readonly wait?: (callback: () => void) => () => void
}

/**
 * Does the work on this thread in short slices with pauses between them, and returns how to call it
 * off. Nothing is done at once: the work itself is started in the first slice. After it was called
 * off nothing more of it runs, and nobody is told.
 */
export function runInSlices<Value>(
  start: StartWork<Value>,
  { onProgress, onDone, onError }: SliceListener<Value>,
  options: SliceOptions = {},
): () => void {
  const { now = () => performance.now(), wait = whenIdle } = options
  const { budgetMs = 8, progressEveryMs = 100 } = options
  let work: ReturnType<StartWork<Value>> | null = null
  let toldAtMs = now()
  let isCalledOff = false
  let callOff = wait(runSlice)

  function runSlice(): void {
    const slice = takeSlice(() => (work ??= start()), { untilMs: now() + budgetMs, now })
    if (slice.kind === 'done') return onDone(slice.value)
    if (slice.kind === 'failed') return onError(slice.error)
    tell(slice.progress)
    // Whoever was told may have called it off.
    if (!isCalledOff) callOff = wait(runSlice)
  }

  function tell(progress: number): void {
    if (now() - toldAtMs < progressEveryMs) return
    toldAtMs = now()
    onProgress(progress)
  }

  return () => {
    isCalledOff = true
    callOff()
  }
}

type Slice<Value> =
  | { readonly kind: 'more'; readonly progress: number }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Takes steps of the work until the time is over: at least one, and none after it. */
function takeSlice<Value>(
  resume: StartWork<Value>,
  { untilMs, now }: { readonly untilMs: number; readonly now: () => number },
): Slice<Value> {
  try {
    const work = resume()
    for (;;) {
      const step = work.next()
      if (step.done === true) return { kind: 'done', value: step.value }
      if (now() >= untilMs) return { kind: 'more', progress: asShare(step.value) }
    }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

function asShare(progress: number): number {
  return Number.isFinite(progress) ? Math.min(Math.max(progress, 0), 1) : 0
}
