/**
 * Returns a function that does some work once for all who ask, and remembers the result.
 *
 * The work is called off when everybody who waits for it has gone; after that, or after it failed,
 * the next who asks starts it anew.
 */
export function sharedTask<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal?: AbortSignal) => Promise<T> {
  let task: Task<T> | null = null
  const start = (): Task<T> => {
    const controller = new AbortController()
    const started = { controller, result: work(controller.signal), waiting: 0 }
    started.result.catch(() => {
      if (task === started) task = null
    })
    return started
  }
  return async (signal) => {
    task ??= start()
    const joined = task
    joined.waiting++
    const leave = (): void => {
      joined.waiting--
      if (joined.waiting > 0) return
      if (task === joined) task = null
      joined.controller.abort(signal?.reason)
    }
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await joined.result
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }
}

interface Task<T> {
  readonly controller: AbortController
  readonly result: Promise<T>
  waiting: number
}
