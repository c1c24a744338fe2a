import type { RunEvent } from '@runoff/sources'

/** Takes events until it is stopped. */
export interface EventGatherer {
  readonly push: (event: RunEvent) => void
  readonly stop: () => void
}

/**
 * Hands events on in one go, `delayMs` after the first of them, each once.
 *
 * What comes while the last batch is still being handled waits for it: a busy source is asked
 * again as fast as it answers, and no faster.
 */
export function gatherEvents(
  handle: (events: readonly RunEvent[]) => Promise<void>,
  delayMs: number,
): EventGatherer {
  let events = new Map<string, RunEvent>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  let isStopped = false

  const schedule = (): void => {
    if (isStopped || isBusy || events.size === 0) return
    timer ??= setTimeout(() => void handOn(), delayMs)
  }

  const handOn = async (): Promise<void> => {
    const batch = [...events.values()]
    events = new Map()
    timer = undefined
    isBusy = true
    try {
      await handle(batch)
    } finally {
      isBusy = false
      schedule()
    }
  }

  return {
    push: (event) => {
      events.set(JSON.stringify(event), event)
      schedule()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
