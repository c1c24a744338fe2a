/** What a file is known by when it is met again. */
export interface FilePrint {
  readonly size: number
  /** The first kilobyte. */
  readonly head: Uint8Array
  /** The last bytes. */
  readonly tail: Uint8Array
}

const printBytes = 1024

/** Returns what a file is known by. */
export async function printOf(blob: Blob): Promise<FilePrint> {
  const { size } = blob
  return {
    size,
    head: await bytesAt(blob, 0, Math.min(size, printBytes)),
    tail: await bytesAt(blob, Math.max(0, size - printBytes), size),
  }
}

/**
 * Tells what became of a file since it was read: `grown` where it begins as it did and goes on, or
 * is the same; `shorter` where it was emptied; `replaced` where it holds something else.
 */
export async function changeOf(
  { size, head, tail }: FilePrint,
  blob: Blob,
): Promise<'grown' | 'shorter' | 'replaced'> {
  if (blob.size < size) return 'shorter'
  const isSame =
    isEqual(head, await bytesAt(blob, 0, head.length)) &&
    isEqual(tail, await bytesAt(blob, size - tail.length, size))
  return isSame ? 'grown' : 'replaced'
}

async function bytesAt(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer())
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
