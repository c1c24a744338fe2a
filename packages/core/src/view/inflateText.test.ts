import { deflateSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflateText } from './inflateText.ts'

describe('inflateText', () => {
  it('gives back what was deflated, at any length and in any slices', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        expect(inflateText(deflateSync(strToU8(text)), 65_536)).toBe(text)
      }),
    )
  })

  it('reads exactly as much as it may', () => {
    const bytes = deflateSync(strToU8('a'.repeat(1000)))
    expect(inflateText(bytes, 1000)).toHaveLength(1000)
    expect(() => inflateText(bytes, 999)).toThrow('Too long when inflated.')
  })

  it('stops at the limit, and never meets what comes behind', () => {
    const bomb = deflateSync(new Uint8Array(5_000_000), { level: 9 })
    const broken = bomb.map((byte, i) => (i > 512 ? 0xff : byte))
    expect(() => inflateText(broken, 5_000_000)).toThrow(/^(?!Too long)/u)
    expect(() => inflateText(broken, 65_536)).toThrow('Too long when inflated.')
  })

  it('refuses bytes that end too early, and bytes that are none', () => {
    const bytes = deflateSync(strToU8('a text that is long enough to be cut'))
    expect(() => inflateText(bytes.subarray(0, -3), 1000)).toThrow(/./u)
    expect(() => inflateText(Uint8Array.of(255, 255, 255), 1000)).toThrow(/./u)
  })
})
