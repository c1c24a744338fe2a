import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** Gives the signals that this process gets to the program, and lets it decide what they end. */
export function passSignals(child: ChildProcess): () => void {
  const stops = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).map((signal) => {
    // What is typed on a terminal reaches the program by itself.
    const isTyped = signal !== 'SIGTERM' && signal !== 'SIGHUP' && process.stdin.isTTY
    const pass = (): void => void (isTyped || child.kill(signal))
    process.on(signal, pass)
    return () => void process.off(signal, pass)
  })
  return () => stops.forEach((stop) => stop())
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
  // Whoever read the output is gone: the program is to learn it as it would without us.
  to.once('error', () => from.destroy())
}
