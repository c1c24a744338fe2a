import { crc32 as zlibCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32, crc32c } from './crc.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('computes the check values of both polynomials', () => {
  // RFC 3720, appendix B.4, and the catalogue of CRCs for '123456789'.
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
  expect(crc32c(bytes('123456789'))).toBe(0xe3069283)
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926)
  expect(crc32(bytes(''))).toBe(0)
})

it('agrees with zlib on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (any) => {
      expect(crc32(any)).toBe(zlibCrc32(any))
    }),
  )
})
