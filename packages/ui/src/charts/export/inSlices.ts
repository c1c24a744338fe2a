import { runInSlices, type SliceOptions, type StartWork } from '@runoff/react'

export interface InSlicesOptions {
  /** Told now and then how much is done, 0 to 1. */
  readonly onProgress?: (progress: number) => void
  /** Calls the work off; the promise rejects with the signal's own reason. */
  readonly signal?: AbortSignal
  readonly slices?: SliceOptions
}

/** Returns the answer of work that is done in short slices, between which the page stays responsive. */
export function inSlices<Value>(
  start: StartWork<Value>,
  { onProgress = () => undefined, signal, slices }: InSlicesOptions = {},
): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const callOff = runInSlices(start, { onProgress, onDone: resolve, onError: reject }, slices)
    signal?.addEventListener('abort', () => {
      callOff()
      reject(signal.reason)
    })
  })
}
