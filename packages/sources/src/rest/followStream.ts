import type { RestList } from './listRuns.ts'
import { readEvents, type StreamMessage } from './readEvents.ts'
import { waitMs, type StreamTiming } from './streamWait.ts'

export interface FollowOptions {
  /** @default one second at first, a minute at the most */
  readonly timing?: StreamTiming
  /** Gets each event, and one named `begin` before those of a stream that goes on behind none. */
  readonly onMessage: (message: StreamMessage) => void
  /** Called whenever the stream has ended, and will be asked for again. */
  readonly onEnd: () => void
}

const usualTiming: StreamTiming = {
  firstMs: 1_000,
  longestMs: 60_000,
  silenceMs: 45_000,
  random: Math.random,
}

/**
 * Follows the server's stream of changes until stopped. One that breaks is asked for again, behind
 * the last event that came, after a wait.
 */
export function followStream(
  { context, streamPath }: RestList,
  { timing = usualTiming, onMessage, onEnd }: FollowOptions,
): () => void {
  const stopped = new AbortController()
  const { signal } = stopped

  const follow = async (): Promise<void> => {
    let lastId: string | null = null
    let failures = 0
    while (!signal.aborted) {
      let isNew = lastId === null
      const onEvent = (message: StreamMessage): void => {
        // A server that greets and hangs up is one that fails.
        if (message.event !== 'open') failures = 0
        if (isNew) onMessage({ id: null, event: 'begin', data: null })
        isNew = false
        lastId = message.id ?? lastId
        onMessage(message)
      }
      const { silenceMs } = timing
      const request = { path: streamPath, lastId, silenceMs, signal }
      const error = await readEvents(context, request, onEvent).then(
        () => null,
        (cause: unknown) => cause,
      )
      if (signal.aborted) return
      onEnd()
      await sleep(waitMs(error, failures, timing), signal)
      failures += 1
    }
  }
  void follow()
  return () => stopped.abort()
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
}
