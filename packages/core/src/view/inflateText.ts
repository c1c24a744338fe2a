import { Inflate, strFromU8 } from 'fflate'

/** A slice can become a thousand times its size, and is inflated whole. */
const sliceBytes = 256

/**
 * Returns the text that was deflated. What is over `mostBytes` is never inflated, but for the rest
 * of one small slice.
 *
 * @throws {Error} Where the bytes are no deflated ones, and where they would become too many.
 * @see RFC 1951.
 */
export function inflateText(bytes: Uint8Array, mostBytes: number): string {
  const inflated = new Uint8Array(mostBytes)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > mostBytes) throw new RangeError('Too long when inflated.')
    inflated.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    stream.push(bytes.subarray(at, at + sliceBytes), at + sliceBytes >= bytes.length)
  }
  return strFromU8(inflated.subarray(0, length))
}
