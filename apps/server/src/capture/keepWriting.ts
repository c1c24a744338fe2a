import { setTimeout as pause } from 'node:timers/promises'
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
/** So often it is tried again at the end: a server that is started anew is back by then. */
const lastTries = 4

/**
 * Begins to write what a recorder holds. Where the store fails it is said once, and tried again until
 * the end, and a few times more: each time after `retryMs`, 2000 unless said.
 */
export function keepWriting(
  recorder: Recorder,
  onNotice: (text: string) => void,
  { retryMs = 2000 }: { readonly retryMs?: number } = {},
): Writing {
  let isFailing = false
  let isStopped = false
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const write = async (): Promise<void> => {
    try {
      await recorder.write()
      isFailing = false
    } catch (error) {
      if (!isFailing)
        onNotice(`What is printed cannot be stored yet, and waits: ${reasonOf(error)}`)
      isFailing = true
    }
  }
  const now = (): Promise<void> => (turn = turn.then(write))
  const plan = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void now().then(plan), isFailing ? retryMs : intervalMs)
  }
  const writeRest = async (tries: number): Promise<void> => {
    await now()
    if (!isFailing || tries === 0) return
    await pause(retryMs)
    await writeRest(tries - 1)
  }
  void now().then(plan)

  return {
    get isFailing() {
      return isFailing
    },
    now,
    async stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await writeRest(lastTries)
      if (!isFailing) return true
      onNotice(`${recorder.leftBytes} bytes of what was printed were not stored.`)
      return false
    },
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
