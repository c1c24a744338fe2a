import { crc32 } from '../binary/crc.ts'
import { bytesOf, int, part, type Part } from './encodeProto.ts'

const blockBytes = 32 * 1024
const headBytes = 7

/** A W&B file of some records, cut into blocks as its writer does. */
export function wandbFile(...records: readonly Uint8Array[]): Part {
  const pieces: Part[] = [Uint8Array.of(0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0)]
  let size = 7
  const add = (bytes: Part): void => {
    pieces.push(bytes)
    size += bytes.length
  }
  for (const record of records) {
    let at = 0
    do {
      const left = blockBytes - (size % blockBytes)
      if (left < headBytes) {
        add(new Uint8Array(left))
        continue
      }
      const data = record.subarray(at, at + left - headBytes)
      const isLast = at + data.length === record.length
      add(piece(typeOf(at === 0, isLast), data))
      at += data.length
      if (isLast) break
    } while (at <= record.length)
  }
  return bytesOf(...pieces)
}

function typeOf(isFirst: boolean, isLast: boolean): number {
  if (isFirst) return isLast ? 1 : 2
  return isLast ? 4 : 3
}

function piece(type: number, data: Uint8Array): Part {
  const checked = bytesOf(Uint8Array.of(type), data)
  const checksum = new Uint8Array(Uint32Array.of(crc32(checked)).buffer)
  const length = new Uint8Array(Uint16Array.of(data.length).buffer)
  return bytesOf(checksum, length, checked)
}

function items(field: number, values: Readonly<Record<string, unknown>>): readonly Part[] {
  return Object.entries(values).map(([name, value]) => {
    const json = typeof value === 'number' ? bare(value) : JSON.stringify(value)
    return part(field, part(1, name), part(16, json))
  })
}

/** Python writes what JSON has no number for. */
function bare(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return Number.isFinite(value) ? String(value) : String(value)
}

/** One call of `log`. */
export function history(step: number, values: Readonly<Record<string, unknown>>): Part {
  return part(2, ...items(1, values), part(2, int(1, step)))
}

export function summary(values: Readonly<Record<string, unknown>>): Part {
  return part(3, ...items(1, values))
}

export function config(values: Readonly<Record<string, unknown>>): Part {
  return part(5, ...items(1, values))
}

/** What is known of a run when it starts. */
export function run(name: string, group: string): Part {
  return part(17, part(1, 'ab12cd34'), part(3, 'demo'), part(6, group), part(8, name))
}

export function exit(code: number): Part {
  return part(18, int(1, code))
}
