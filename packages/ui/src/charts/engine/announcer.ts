/** Speaks through a live region, not more often than can be heard. */
export interface Announcer {
  /** Says a text; a function is asked for it when it is said. */
  readonly say: (text: string | (() => string)) => void
  readonly stop: () => void
}

const pauseMs = 250

/** Returns an announcer that, while keys repeat, says only where they came to rest. */
export function createAnnouncer(live: HTMLElement): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    say(text) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        live.textContent = typeof text === 'string' ? text : text()
      }, pauseMs)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
