import { crc32c } from '../binary/crc.ts'
import { bytesOf, double, float, int, part, type Part } from './encodeProto.ts'

function u32(value: number): Part {
  return new Uint8Array(Uint32Array.of(value).buffer)
}

function masked(bytes: Uint8Array): Part {
  const crc = crc32c(bytes)
  return u32((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0)
}

/** One record of an event file. */
export function record(data: Uint8Array): Part {
  const length = new Uint8Array(BigUint64Array.of(BigInt(data.length)).buffer)
  return bytesOf(length, masked(length), data, masked(data))
}

/** What every event file begins with. */
export const version: Part = record(bytesOf(double(1, 1_700_000_000), part(3, 'brain.Event:2')))

/** An event of some values, a second after the one of the step before. */
export function event(step: number, ...values: readonly Part[]): Part {
  const place = bytesOf(double(1, 1_700_000_000 + step), int(2, step))
  return record(bytesOf(place, part(5, ...values)))
}

/** A scalar as PyTorch writes it. */
export function simple(tag: string, value: number): Part {
  return part(1, part(1, tag), float(2, value))
}

/** A value of a plugin as TensorFlow 2 writes it; only the first of a tag names the plugin. */
export function tensor(tag: string, proto: Uint8Array, plugin: string | null = 'scalars'): Part {
  const metadata = plugin === null ? [] : [part(9, part(1, part(1, plugin)))]
  return part(1, part(1, tag), part(8, proto), ...metadata)
}

/** Says that the writer goes on from a step. */
export function sessionStart(step: number): Part {
  return record(bytesOf(double(1, 1_700_000_000), int(2, step), part(7, int(1, 1))))
}
