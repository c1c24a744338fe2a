import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from './base64Url.ts'

it('writes the same as Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes))
    }),
  )
})

it.each(['A', 'AAAAA', 'AA=', 'AA+A', 'AA/A', 'AA A', '\u00e9A'])(
  'reads nothing from %j',
  (text) => {
    expect(fromBase64Url(text)).toBeNull()
  },
)
