import { RunoffError } from '@runoff/core'

/** The longest text that is read as a whole; logs and lines are read piece by piece instead. */
const maxWholeBytes = 256 * 1024 * 1024

/** So much of a file shows what it is. */
export const headBytes: number = 4096

/** Returns the beginning of a file as text. */
export async function readHead(blob: Blob): Promise<string> {
  const head = blob.slice(0, headBytes)
  return new TextDecoder(await encodingOf(blob)).decode(await head.arrayBuffer())
}

/**
 * Returns a file's text as a whole, without its byte order mark.
 *
 * @throws {RunoffError} `bad-log` when it is longer than `maxBytes`.
 */
export async function readWhole(
  blob: Blob,
  signal?: AbortSignal,
  maxBytes: number = maxWholeBytes,
): Promise<string> {
  if (blob.size > maxBytes) {
    throw new RunoffError(
      'bad-log',
      `The file has ${blob.size} bytes, and one that is read as a whole may have ${maxBytes}.`,
    )
  }
  const pieces: string[] = []
  for await (const piece of readPieces(blob, signal)) pieces.push(piece)
  return pieces.join('')
}

/** Gives a file's text piece by piece as it is read; a character is never cut in two. */
async function* readPieces(blob: Blob, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = await decoderOf(blob)
  const reader = blob.stream().getReader()
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) break
      yield decoder.decode(value, { stream: true })
    }
    yield decoder.decode()
  } finally {
    await reader.cancel()
  }
}

/** Returns a decoder for a file's text, which takes the file piece by piece. */
export async function decoderOf(blob: Blob): Promise<TextDecoder> {
  return new TextDecoder(await encodingOf(blob))
}

/** UTF-8, unless a byte order mark says otherwise, as PowerShell's `>` writes one. */
async function encodingOf(blob: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
