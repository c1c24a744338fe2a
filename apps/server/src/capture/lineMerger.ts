/** Joins two outputs of a program into one, without cutting a line of either. */
export interface LineMerger {
  /** Returns the lines that this piece completed, as they were written, line ends included. */
  push(output: 'out' | 'err', bytes: Uint8Array): readonly Uint8Array[]
  /** Returns the last lines, which have no end. */
  end(): readonly Uint8Array[]
}

/** A line that is longer is cut: nothing that is drawn or read is. */
const mostBytes = 64 * 1024

/**
 * Returns what joins the two outputs of a program in the order their lines were completed, as a
 * terminal shows them. A progress bar on one of them may end its frames with a carriage return; two
 * outputs that write in the middle of each other's lines cut neither.
 */
export function createLineMerger(): LineMerger {
  const rests = { out: startRest(), err: startRest() }
  return {
    push(output, bytes) {
      const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
      const rest = rests[output]
      if (end === 0) return rest.keep(bytes) > mostBytes ? rest.take() : []
      const lines = [...rest.take(), bytes.subarray(0, end)]
      rest.keep(bytes.subarray(end))
      return lines
    },
    end: () => [...rests.out.take(), ...rests.err.take()],
  }
}

/** The beginning of a line whose end has not come. */
function startRest() {
  let pieces: Uint8Array[] = []
  let length = 0
  return {
    /** Returns how long it is then. */
    keep(bytes: Uint8Array): number {
      if (bytes.length > 0) pieces.push(bytes)
      length += bytes.length
      return length
    },
    take(): readonly Uint8Array[] {
      const taken = pieces
      pieces = []
      length = 0
      return taken
    },
  }
}
