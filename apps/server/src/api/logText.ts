import type { StoredLog } from '../store/metricStore.ts'

/** A part of a log as text. */
export interface LogText {
  /** Where the text begins, in bytes. */
  readonly offset: number
  /** Where it goes on. */
  readonly next_offset: number
  readonly size: number
  readonly text: string
}

/**
 * Returns a part of a log as text. A character that goes on behind the part is left for the next
 * one; what is no UTF-8, such as the rest of a character that began before, becomes `U+FFFD`.
 */
export function readLogText({ offset, bytes, size }: StoredLog): LogText {
  const whole = bytes.length - openAtEnd(bytes)
  // What is nothing but the beginning of a character is not waited for forever.
  const end = whole > 0 ? whole : bytes.length
  const text = Buffer.from(bytes.subarray(0, end)).toString('utf8')
  return { offset, next_offset: offset + end, size, text }
}

/** How many bytes at the end are the beginning of a character. */
function openAtEnd(bytes: Uint8Array): number {
  for (const back of [1, 2, 3]) {
    const byte = bytes[bytes.length - back] ?? 0
    const isContinuation = (byte & 0xc0) === 0x80
    if (!isContinuation) return lengthOf(byte) > back ? back : 0
  }
  return 0
}

/** How long a character is, by its first byte. */
function lengthOf(byte: number): number {
  if (byte < 0xc2 || byte >= 0xf8) return 1
  if (byte >= 0xf0) return 4
  return byte >= 0xe0 ? 3 : 2
}
