import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RunoffError } from '@runoff/core'
import { bytesOf, double, float, int, part } from '../testdata/encodeProto.ts'
import { doubleOf, floatOf, readFields, textOf } from './protobuf.ts'

it('reads whole numbers of 64 bits, negative ones too', () => {
  const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  fc.assert(
    fc.property(whole, (value) => {
      expect(readFields(int(3, value))[0]).toMatchObject({ number: 3, int: Number(value) })
    }),
  )
})

it('reads every kind of field, in the order they stand', () => {
  const [a, b, c, d] = readFields(bytesOf(double(1, 0.1), float(2, 0.5), part(300, 'é'), int(1, 7)))
  expect(a && doubleOf(a)).toBe(0.1)
  expect(b && floatOf(b)).toBe(0.5)
  expect([c?.number, c && textOf(c)]).toEqual([300, 'é'])
  expect(d?.int).toBe(7)
})

it.each([
  ['a length past the end', [0x0a, 0x05, 0x01]],
  ['a length that is negative', [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ['a varint without end', Array<number>(20).fill(0xff)],
  ['a varint that is cut', [0x08, 0x80]],
  ['a group, which is no longer written', [0x0b]],
  ['a field 0', [0x00, 0x01]],
])('refuses a message with %s', (_, bytes) => {
  expect(() => readFields(Uint8Array.from(bytes))).toThrow(/no message/)
})

/** 0 where the bytes are refused as they should be. */
function longestField(bytes: Uint8Array): number {
  try {
    return Math.max(0, ...readFields(bytes).map((field) => field.bytes.length))
  } catch (error) {
    return error instanceof RunoffError && error.code === 'bad-log' ? 0 : Infinity
  }
}

it('reads or refuses any bytes, and reads past no end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(longestField(bytes)).toBeLessThanOrEqual(bytes.length)
    }),
  )
})
