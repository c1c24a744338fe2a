/** How a column is written: `key` is a UUID, `number` a Float64, `whole` and `wide` a UInt64. */
export type ColumnKind = 'text' | 'bytes' | 'key' | 'number' | 'whole' | 'wide'

export type CellOf<K extends ColumnKind> = K extends 'text' | 'key'
  ? string
  : K extends 'bytes'
    ? Uint8Array
    : K extends 'wide'
      ? bigint
      : number

export type RowOf<K extends readonly ColumnKind[]> = {
  -readonly [I in keyof K]: CellOf<K[I]>
}

/**
 * Returns rows in the format `RowBinary`: every number keeps its bits, and every text its bytes.
 *
 * @see ClickHouse documentation, Formats for input and output data, RowBinary.
 */
export function encodeRows<const K extends readonly ColumnKind[]>(
  kinds: K,
  rows: readonly RowOf<K>[],
): Buffer {
  return Buffer.concat(
    rows.flatMap((row) => kinds.map((kind, i) => encodeCell(kind, row[i] as CellOf<ColumnKind>))),
  )
}

function encodeCell(kind: ColumnKind, cell: CellOf<ColumnKind>): Uint8Array {
  const bytes = Buffer.alloc(8)
  switch (kind) {
    case 'text':
      return encodeBytes(Buffer.from(String(cell), 'utf8'))
    case 'bytes':
      return encodeBytes(cell as Uint8Array)
    case 'key':
      return encodeKey(String(cell))
    case 'number':
      bytes.writeDoubleLE(Number(cell))
      return bytes
    default:
      bytes.writeBigUInt64LE(BigInt(cell as number | bigint))
      return bytes
  }
}

function encodeBytes(bytes: Uint8Array): Uint8Array {
  const length: number[] = []
  let rest = bytes.length
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) length.push((rest % 0x80) | 0x80)
  return Buffer.concat([Uint8Array.of(...length, rest), bytes])
}

/** Both halves of a UUID are written as numbers, their last byte first. */
export function encodeKey(key: string): Buffer {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes.subarray(0, 8).toReversed(), bytes.subarray(8).toReversed()])
}

/** Returns the rows of an answer in the format `RowBinary`. */
export function decodeRows<const K extends readonly ColumnKind[]>(
  kinds: K,
  bytes: Buffer,
): readonly RowOf<K>[] {
  const reader = { bytes, at: 0 }
  const rows: RowOf<K>[] = []
  while (reader.at < bytes.length) {
    rows.push(kinds.map((kind) => decodeCell(kind, reader)) as RowOf<K>)
  }
  return rows
}

interface Reader {
  readonly bytes: Buffer
  at: number
}

function decodeCell(kind: ColumnKind, reader: Reader): CellOf<ColumnKind> {
  switch (kind) {
    case 'text':
      return Buffer.from(take(reader, takeLength(reader))).toString('utf8')
    case 'bytes':
      return Uint8Array.from(take(reader, takeLength(reader)))
    case 'key':
      return decodeKey(take(reader, 16))
    case 'number':
      return take(reader, 8).readDoubleLE()
    case 'whole':
      return Number(take(reader, 8).readBigUInt64LE())
    default:
      return take(reader, 8).readBigUInt64LE()
  }
}

function take(reader: Reader, length: number): Buffer {
  const end = reader.at + length
  if (end > reader.bytes.length) throw new RangeError('The answer of the database ends in a row.')
  const part = reader.bytes.subarray(reader.at, end)
  reader.at = end
  return part
}

function takeLength(reader: Reader): number {
  let length = 0
  for (let unit = 1; ; unit *= 0x80) {
    const byte = take(reader, 1).readUInt8()
    length += (byte % 0x80) * unit
    if (byte < 0x80) return length
  }
}

function decodeKey(bytes: Buffer): string {
  const hex = Buffer.concat([
    bytes.subarray(0, 8).toReversed(),
    bytes.subarray(8).toReversed(),
  ]).toString('hex')
  const ends = [8, 12, 16, 20, 32]
  return ends.map((end, i) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}
