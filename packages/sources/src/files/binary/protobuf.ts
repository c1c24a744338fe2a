import { RunoffError } from '@runoff/core'

/**
 * One field of a message: `int` is the number of a varint, as a signed 64-bit one and rounded past
 * 2 ** 53; `bytes` is what any other kind of field holds.
 *
 * @see https://protobuf.dev/programming-guides/encoding
 */
export interface Field {
  readonly number: number
  readonly wire: number
  readonly int: number
  readonly bytes: Uint8Array
}

const none = new Uint8Array(0)

/**
 * Returns the fields of one protobuf message, in the order they stand.
 *
 * @throws {RunoffError} `bad-log` when a length points past the end, or a byte is of no field.
 */
export function readFields(message: Uint8Array): readonly Field[] {
  const fields: Field[] = []
  let at = 0
  while (at < message.length) {
    const tag = readVarint(message, at)
    const number = Math.floor(tag.value / 8)
    const wire = tag.value % 8
    if (tag.value < 8) throw badMessage()
    if (wire === 0) {
      const { value, end } = readVarint(message, tag.end)
      fields.push({ number, wire, int: value, bytes: none })
      at = end
      continue
    }
    const { start, length } = extentOf(message, wire, tag.end)
    if (start + length > message.length) throw badMessage()
    at = start + length
    fields.push({ number, wire, int: 0, bytes: message.subarray(start, at) })
  }
  return fields
}

function extentOf(
  message: Uint8Array,
  wire: number,
  at: number,
): { readonly start: number; readonly length: number } {
  if (wire === 1) return { start: at, length: 8 }
  if (wire === 5) return { start: at, length: 4 }
  if (wire !== 2) throw badMessage()
  const { value, end } = readVarint(message, at)
  if (value < 0) throw badMessage()
  return { start: end, length: value }
}

interface Varint {
  readonly value: number
  readonly end: number
}

/** The longest holds 64 bits, seven to a byte. */
const maxVarintBytes = 10

/** Reads the varint at a place. */
export function readVarint(bytes: Uint8Array, at: number): Varint {
  let low = 0
  let high = 0
  for (let i = 0; i < maxVarintBytes; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) throw badMessage()
    const bits = byte & 0x7f
    const shift = i * 7
    if (shift < 28) low |= bits << shift
    else if (shift === 28) {
      low |= bits << 28
      high |= bits >>> 4
    } else high |= bits << (shift - 32)
    if (byte < 0x80) return { value: high * 2 ** 32 + (low >>> 0), end: at + i + 1 }
  }
  throw badMessage()
}

const texts = new TextDecoder()

/** Returns the text of a field. */
export function textOf({ bytes }: Field): string {
  return texts.decode(bytes)
}

/** Returns some bytes as a view that reads numbers from them. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Returns the double of a field of eight bytes, `null` where it has fewer. */
export function doubleOf({ bytes }: Field): number | null {
  return bytes.length < 8 ? null : viewOf(bytes).getFloat64(0, true)
}

/** Returns the float of a field of four bytes, `null` where it has fewer. */
export function floatOf({ bytes }: Field): number | null {
  return bytes.length < 4 ? null : viewOf(bytes).getFloat32(0, true)
}

function badMessage(): RunoffError {
  return new RunoffError('bad-log', 'A record of the file is no message that can be read.')
}
