import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeRows, encodeKey, encodeRows, type RowOf } from './rowBinary.ts'

const kinds = ['text', 'bytes', 'key', 'number', 'whole', 'wide'] as const

const anyRow: fc.Arbitrary<RowOf<typeof kinds>> = fc.tuple(
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text).toString()),
  fc.uint8Array({ maxLength: 20_000 }),
  fc.uuid(),
  fc.double(),
  fc.maxSafeNat(),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
)

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
      expect(decodeRows(kinds, encodeRows(kinds, rows))).toEqual(rows)
    }),
  )
})

it('writes both halves of a UUID backwards', () => {
  // ClickHouse documentation, UUID: 61f0c404-5cb3-11e7-907b-a6006ad3dba0 in RowBinary.
  const bytes = encodeKey('61f0c404-5cb3-11e7-907b-a6006ad3dba0')
  expect(bytes.toString('hex')).toBe('e711b35c04c4f061a0dbd36a00a67b90')
})

it('refuses an answer that ends in the middle of a row', () => {
  const bytes = encodeRows(['key', 'whole'], [[randomUUID(), 1]])
  expect(() => decodeRows(['key', 'whole'], bytes.subarray(0, -1))).toThrow(RangeError)
})
