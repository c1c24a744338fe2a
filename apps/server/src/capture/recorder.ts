import type { RunChange } from '../store/metricStore.ts'
import { createLineMerger } from './lineMerger.ts'

/** Where the log of one run goes. */
export interface LogSink {
  /** Makes the run, if it is not made yet. */
  begin(): Promise<void>
  /** Keeps the next piece of the log; one that was refused is sent again as it was. */
  append(bytes: Uint8Array, printedAtMs: number): Promise<void>
  /** Reads the last lines, and keeps how the run ended. */
  finish(ending: RunChange): Promise<void>
}

/** Keeps what a program prints. */
export interface Recorder {
  /** Takes a piece of one of the program's two outputs. */
  push(output: 'out' | 'err', bytes: Uint8Array): void
  /** Whether so much waits that the program should be slowed down. */
  readonly isFull: boolean
  /**
   * Writes what waits. Where the sink fails it stays here, for the next time.
   *
   * @throws whatever the sink threw.
   */
  write(): Promise<void>
  /** Nothing is printed any more; `ending` says how the run ended. */
  end(ending: RunChange): void
  /** How much was not written, in bytes. */
  readonly leftBytes: number
}

const fullBytes = 8 * 1024 * 1024
/** So much is held for a sink that fails; what comes after it is counted instead. */
const mostHeldBytes = 64 * 1024 * 1024
/** So much is written at once, in whole lines. */
const pieceBytes = 64 * 1024
/** What is written at once counts as printed at one moment. */
const pieceMs = 1000

interface Piece {
  readonly bytes: Uint8Array
  readonly printedAtMs: number
}

/** Returns a recorder that writes to a sink. */
export function createRecorder(sink: LogSink, now: () => number): Recorder {
  const merger = createLineMerger()
  const held: Piece[] = []
  let sending: Piece | null = null
  let heldBytes = 0
  let lostBytes = 0
  let ending: RunChange | null = null

  const hold = (lines: readonly Uint8Array[]): void => {
    for (const bytes of lines) {
      if (heldBytes + bytes.length > mostHeldBytes) {
        lostBytes += bytes.length
        continue
      }
      if (lostBytes > 0) declareGap()
      held.push({ bytes, printedAtMs: now() })
      heldBytes += bytes.length
    }
  }
  const declareGap = (): void => {
    const words = `\n[runoff: ${lostBytes} bytes of output are missing here]\n`
    const bytes = new TextEncoder().encode(words)
    lostBytes = 0
    held.push({ bytes, printedAtMs: now() })
    heldBytes += bytes.length
  }
  /** Takes the first lines together, as many as are written at once. */
  const takeFirst = (): Piece | null => {
    const [first] = held
    if (first === undefined) return null
    const { printedAtMs } = first
    let length = 0
    const end = held.findIndex((piece) => {
      const isMore = length >= pieceBytes || piece.printedAtMs - printedAtMs > pieceMs
      length += piece.bytes.length
      return isMore
    })
    const taken = held.splice(0, end < 0 ? held.length : end)
    return { bytes: Buffer.concat(taken.map(({ bytes }) => bytes)), printedAtMs }
  }

  return {
    push: (output, bytes) => hold(merger.push(output, bytes)),
    get isFull() {
      return heldBytes > fullBytes
    },
    async write() {
      await sink.begin()
      for (;;) {
        // A piece that was refused is sent as it was, without the lines that came since.
        sending ??= takeFirst()
        if (sending === null) break
        await sink.append(sending.bytes, sending.printedAtMs)
        heldBytes -= sending.bytes.length
        sending = null
      }
      if (ending === null) return
      await sink.finish(ending)
      ending = null
    },
    end(facts) {
      hold(merger.end())
      if (lostBytes > 0) declareGap()
      ending = facts
    },
    get leftBytes() {
      return heldBytes + lostBytes
    },
  }
}
