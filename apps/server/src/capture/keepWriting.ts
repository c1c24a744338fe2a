import type { Recorder } from './recorder.ts'

/** Writes what a recorder holds, again and again. */
export interface Writing {
  readonly isFailing: boolean
  /** Writes what waits. */
  now(): Promise<void>
  /** Writes the rest, and says what could not be written; whether all of it was. */
  stop(): Promise<boolean>
}

const intervalMs = 250
const retryMs = 2000

/**
 * Begins to write what a recorder holds. Where the store fails it is said once, and tried again until
 * the end.
 */
export function keepWriting(recorder: Recorder, onNotice: (text: string) => void): Writing {
  let isFailing = false
  let isStopped = false
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const write = async (): Promise<void> => {
    try {
      await recorder.write()
      isFailing = false
    } catch (error) {
      if (!isFailing) onNotice(`What is printed cannot be stored now: ${reasonOf(error)}`)
      isFailing = true
    }
  }
  const now = (): Promise<void> => (turn = turn.then(write))
  const plan = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void now().then(plan), isFailing ? retryMs : intervalMs)
  }
  plan()

  return {
    get isFailing() {
      return isFailing
    },
    now,
    async stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await now()
      if (!isFailing) return true
      onNotice(`${recorder.leftBytes} bytes of what was printed were not stored.`)
      return false
    },
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
