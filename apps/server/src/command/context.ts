import type { Terminal } from './terminal.ts'

/** What lies beside the program. */
export interface Places {
  /** The folder of the built page. */
  readonly page: string
  /** The module with the page that goes into a snapshot. */
  readonly snapshotApp: string
  /** Runs that are imported at the start, one folder to an experiment; `null` where there are none. */
  readonly recordedRuns: string | null
}

/** The world of the command. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder it was started in. */
  readonly folder: string
  readonly places: Places
  /** Returns what is aborted when somebody stops the command, such as with Ctrl-C. */
  readonly stopSignal: () => AbortSignal
  /** Says that nobody reading the output is no reason to end: what writes there deals with it. */
  readonly goOnUnread: () => void
  /** Shows an address to the person who started the command. */
  readonly openPage: (url: string) => Promise<void>
}

/** Comes back when the signal is aborted. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
