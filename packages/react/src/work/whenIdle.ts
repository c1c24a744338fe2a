/** Longest that idle work waits on a page that is never idle, so that it ends at all. */
const patienceMs = 200

/**
 * Calls back once, when the page has nothing more urgent to do, and returns how to call that off.
 *
 * A task of the lowest priority where the browser has priorities: `scheduler.yield` and messages
 * come back as early as React's own work and would hold it up. Otherwise an idle period, otherwise
 * a timer, which browsers clamp to some milliseconds, time enough for input and a frame.
 */
export function whenIdle(callback: () => void): () => void {
  if (typeof globalThis.scheduler?.postTask === 'function') return asTask(callback)
  if (typeof globalThis.requestIdleCallback === 'function') {
    const handle = requestIdleCallback(callback, { timeout: patienceMs })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(callback, 0)
  return () => clearTimeout(timer)
}

function asTask(callback: () => void): () => void {
  let isCalledOff = false
  // Without a signal: one that aborts makes the promise reject, and this is no failure.
  void scheduler.postTask(
    () => {
      if (!isCalledOff) callback()
    },
    { priority: 'background' },
  )
  return () => {
    isCalledOff = true
  }
}
