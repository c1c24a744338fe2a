import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** One Ctrl-C may come twice: npm passes on what the terminal has sent already. */
const echoMs = 500

export interface PassedSignals {
  /** Whether the program was asked to end. */
  readonly wasAsked: boolean
  stop(): void
}

/**
 * Gives the signals that this process gets to the program, and lets it decide what they end. `onLate`
 * is called for one that comes when the program has ended; after that they end this process, as
 * usual.
 */
export function passSignals(child: ChildProcess, onLate: () => void): PassedSignals {
  let endedAtMs = Infinity
  let wasAsked = false
  child.once('exit', () => (endedAtMs = Date.now()))
  const stop = (): void => signals.forEach((signal) => process.off(signal, pass))
  const pass = (signal: NodeJS.Signals): void => {
    const isTyped = signal !== 'SIGTERM' && signal !== 'SIGHUP' && isBeforeTerminal()
    if (endedAtMs === Infinity) {
      wasAsked = true
      // What is typed on a terminal reaches the program by itself.
      if (!isTyped) child.kill(signal)
    } else if (Date.now() - endedAtMs > echoMs) {
      stop()
      onLate()
    }
  }
  for (const signal of signals) process.on(signal, pass)
  return {
    get wasAsked() {
      return wasAsked
    },
    stop,
  }
}

/**
 * Whether what is typed on the terminal reaches this process and its program, whatever their input
 * is: a loop over a file of settings has it on the file.
 */
function isBeforeTerminal(): boolean {
  try {
    // Behind the name, which may hold anything: state, parent, group, session, terminal, its group.
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const [, , group, , , inFront] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return group === inFront
  } catch {
    return process.stdin.isTTY
  }
}

/**
 * Shows what the program prints and hands it on, no faster than either can take it: `take` returns
 * what is to be waited for, or `null`.
 */
export function passOutput(
  from: Readable,
  to: Writable,
  take: (bytes: Uint8Array) => Promise<void> | null,
): void {
  const waitFor = async (bytes: Buffer): Promise<void> => {
    const taken = take(bytes)
    const isShown = to.write(bytes)
    if (isShown && taken === null) return
    from.pause()
    if (!isShown) await new Promise<void>((resolve) => void to.once('drain', resolve))
    await taken
    from.resume()
  }
  from.on('data', (bytes: Buffer) => void waitFor(bytes))
  // Whoever read the output is gone: the program is to learn it as it would without us. It may come
  // again, for what was on its way.
  to.on('error', () => from.destroy())
}
