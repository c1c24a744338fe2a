/** A part of a message: a field and what it holds. */
export type Part = Uint8Array<ArrayBuffer>

/** Joins bytes. */
export function bytesOf(...parts: readonly Uint8Array[]): Part {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function varint(value: bigint): Part {
  const bytes: number[] = []
  let left = BigInt.asUintN(64, value)
  do {
    bytes.push(Number(left & 127n) | (left > 127n ? 128 : 0))
    left >>= 7n
  } while (left > 0n)
  return Uint8Array.from(bytes)
}

/** A field of a whole number. */
export function int(field: number, value: number | bigint): Part {
  return bytesOf(varint(BigInt(field * 8)), varint(BigInt(value)))
}

/** A field of a text, of bytes or of a message. */
export function part(field: number, ...inner: readonly (string | Uint8Array)[]): Part {
  const bytes = bytesOf(...inner.map(asBytes))
  return bytesOf(varint(BigInt(field * 8 + 2)), varint(BigInt(bytes.length)), bytes)
}

export function float(field: number, value: number): Part {
  return bytesOf(varint(BigInt(field * 8 + 5)), floatBytes(value))
}

export function double(field: number, value: number): Part {
  return bytesOf(varint(BigInt(field * 8 + 1)), doubleBytes(value))
}

export function floatBytes(value: number): Part {
  return new Uint8Array(Float32Array.of(value).buffer)
}

export function doubleBytes(value: number): Part {
  return new Uint8Array(Float64Array.of(value).buffer)
}

function asBytes(inner: string | Uint8Array): Uint8Array {
  return typeof inner === 'string' ? new TextEncoder().encode(inner) : inner
}
