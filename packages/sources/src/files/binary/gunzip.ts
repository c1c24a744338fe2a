import { RunoffError, type Notice } from '@runoff/core'

/** A small file may unpack to anything. */
const maxUnpackedBytes = 256 * 1024 * 1024

/**
 * Returns what a file that was compressed with gzip holds. Of one that breaks off, or is damaged,
 * what comes before is kept, and a notice says so.
 *
 * @throws {RunoffError} `bad-log` when it unpacks to more than `maxBytes`, or to nothing.
 */
export async function gunzip(
  blob: Blob,
  signal: AbortSignal,
  maxBytes: number = maxUnpackedBytes,
): Promise<{ readonly blob: Blob; readonly notices: readonly Notice[] }> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) return { blob: new Blob(pieces), notices: [] }
      size += value.length
      if (size > maxBytes) throw tooLong(maxBytes)
      pieces.push(value)
    }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof RunoffError || size === 0) throw asBadLog(cause)
    return { blob: new Blob(pieces), notices: [cut] }
  } finally {
    reader.cancel().catch(() => {})
  }
}

function tooLong(maxBytes: number): RunoffError {
  return new RunoffError(
    'bad-log',
    `The file unpacks to more than ${maxBytes} bytes: unpack it first.`,
  )
}

function asBadLog(cause: unknown): RunoffError {
  if (cause instanceof RunoffError) return cause
  return new RunoffError('bad-log', 'The file cannot be unpacked: it is damaged.', { cause })
}

const cut: Notice = {
  code: 'cut-file',
  message: 'The compressed file breaks off or is damaged; what comes before was read.',
}
