/** Gives the bytes of a file from anywhere, and reads it a mebibyte at a time. */
export interface ByteWindow {
  /** Returns the bytes from a place on; fewer where the file ends before. */
  bytes(start: number, length: number): Promise<Uint8Array>
}

const windowBytes = 1024 * 1024

/** Opens a window on a file; it holds a mebibyte, or the longest piece that was asked for. */
export function byteWindow(blob: Blob, signal: AbortSignal): ByteWindow {
  let held = new Uint8Array(0)
  let heldFrom = 0
  return {
    async bytes(start, length) {
      const end = Math.min(start + length, blob.size)
      if (start < heldFrom || end > heldFrom + held.length) {
        signal.throwIfAborted()
        const until = Math.min(blob.size, start + Math.max(length, windowBytes))
        held = new Uint8Array(await blob.slice(start, until).arrayBuffer())
        heldFrom = start
      }
      return held.subarray(start - heldFrom, Math.max(start, end) - heldFrom)
    },
  }
}
