import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPngText } from './pngText.ts'
import { fileName } from './saveFile.ts'
import { textWidth, wrapText } from './wrapText.ts'

const exportedAtMs = Date.UTC(2026, 10, 21)

describe('fileName', () => {
  it('is made of the title, the part and the date', () => {
    expect(fileName('Eval loss', { exportedAtMs, kind: 'png' })).toBe('eval-loss-2026-11-21.png')
    expect(fileName('train/loss %', { exportedAtMs, part: 'all', kind: 'csv' })).toBe(
      'train-loss-all-2026-11-21.csv',
    )
    expect(fileName('損失 χ²', { exportedAtMs, kind: 'svg' })).toBe('損失-χ²-2026-11-21.svg')
  })

  it('has no sign that a file system reads, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300, size: 'max' }), (title) => {
        const name = fileName(title, { exportedAtMs, kind: 'png' })
        expect(/^[\p{L}\p{M}\p{N}]/u.test(name)).toBe(true)
        expect(/^[\p{L}\p{M}\p{N}-]+-2026-11-21\.png$/u.test(name)).toBe(true)
        expect(Array.from(name).length).toBeLessThan(100)
      }),
    )
    expect(fileName('../..', { exportedAtMs, kind: 'png' })).toBe('chart-2026-11-21.png')
  })
})

describe('wrapText', () => {
  it('breaks at spaces, and a word that is longer than a line', () => {
    expect(wrapText('one two three', 50, 10)).toEqual(['one two', 'three'])
    expect(wrapText('abcdabcd', 26, 10)).toEqual(['abcd', 'abcd'])
    expect(wrapText('', 24, 10)).toEqual([''])
  })

  it('loses no letter, and makes no line too wide but one of a single letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 200 }),
        (text, width) => {
          const lines = wrapText(text, width, 10)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          const long = lines.filter((line) => Array.from(line).length > 1)
          expect(long.filter((line) => textWidth(line, 10) > width)).toEqual([])
        },
      ),
    )
  })
})

describe('withPngText', () => {
  it('adds one chunk behind the first, with the checksum of the format', () => {
    const png = Uint8Array.from({ length: 60 }, (_, at) => at)
    const written = withPngText(png, 'a')
    expect(written.subarray(0, 33)).toEqual(png.subarray(0, 33))
    expect(written.subarray(-27)).toEqual(png.subarray(33))
    const chunk = written.subarray(33, -27)
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
    expect(view.getUint32(0)).toBe(chunk.length - 12)
    expect(new TextDecoder().decode(chunk.subarray(4, -4))).toBe('iTXtDescription\0\0\0\0\0a')
    // By Python: zlib.crc32(b'iTXtDescription\0\0\0\0\0a').
    expect(view.getUint32(chunk.length - 4)).toBe(1792167325)
  })
})
