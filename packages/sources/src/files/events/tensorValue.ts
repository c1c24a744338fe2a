import {
  doubleOf,
  floatOf,
  readFields,
  readVarint,
  viewOf,
  type Field,
} from '../binary/protobuf.ts'

/** How numbers lie in a tensor of one type. */
interface NumberType {
  /** The repeated field that may hold them. */
  readonly field: number
  /** How many bytes one takes in `tensor_content`. */
  readonly size: number
  /** Reads one from there. */
  read(view: DataView): number
}

/** By `DataType` of TensorFlow; types that hold no numbers are not among them. */
const types: ReadonlyMap<number, NumberType> = new Map<number, NumberType>([
  [1, { field: 5, size: 4, read: (view) => view.getFloat32(0, true) }],
  [2, { field: 6, size: 8, read: (view) => view.getFloat64(0, true) }],
  [3, { field: 7, size: 4, read: (view) => view.getInt32(0, true) }],
  [4, { field: 7, size: 1, read: (view) => view.getUint8(0) }],
  [5, { field: 7, size: 2, read: (view) => view.getInt16(0, true) }],
  [6, { field: 7, size: 1, read: (view) => view.getInt8(0) }],
  [9, { field: 10, size: 8, read: (view) => Number(view.getBigInt64(0, true)) }],
  [10, { field: 11, size: 1, read: (view) => view.getUint8(0) }],
  [14, { field: 13, size: 2, read: (view) => bfloat16(view.getUint16(0, true)) }],
  [17, { field: 7, size: 2, read: (view) => view.getUint16(0, true) }],
  [19, { field: 13, size: 2, read: (view) => float16(view.getUint16(0, true)) }],
  [22, { field: 16, size: 4, read: (view) => view.getUint32(0, true) }],
  [23, { field: 17, size: 8, read: (view) => Number(view.getBigUint64(0, true)) }],
])

/**
 * Returns the number that a `TensorProto` of rank 0 holds, `null` where it holds more, or none.
 *
 * Numbers lie in `tensor_content`, or in a field for their type; a repeated last value is left out
 * on the wire, but never the first.
 */
export function tensorValue(message: Uint8Array): number | null {
  const fields = readFields(message)
  if (fields.some((field) => field.number === 2 && hasDimensions(field.bytes))) return null
  const type = types.get(fields.find((field) => field.number === 1)?.int ?? 0)
  if (type === undefined) return null
  const content = fields.find((field) => field.number === 4)?.bytes
  if (content !== undefined && content.length === type.size) return type.read(viewOf(content))
  const field = fields.find((candidate) => candidate.number === type.field)
  return field === undefined ? null : firstOf(field, type)
}

/** Whether a `TensorShapeProto` is of rank 1 or more. */
function hasDimensions(shape: Uint8Array): boolean {
  return readFields(shape).some((field) => field.number === 2)
}

function firstOf(field: Field, type: NumberType): number | null {
  if (type.field === 5) return floatOf(field)
  if (type.field === 6) return doubleOf(field)
  if (field.wire === 2 && field.bytes.length === 0) return null
  const int = field.wire === 2 ? readVarint(field.bytes, 0).value : field.int
  if (type.field !== 13) return int
  return type.read(viewOf(Uint8Array.of(int & 0xff, (int >>> 8) & 0xff)))
}

function bfloat16(bits: number): number {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, bits * 2 ** 16)
  return view.getFloat32(0)
}

/** @see IEEE 754-2008, section 3.4. */
function float16(bits: number): number {
  const sign = bits >>> 15 === 0 ? 1 : -1
  const exponent = (bits >>> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN
  if (exponent === 0) return sign * fraction * 2 ** -24
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
