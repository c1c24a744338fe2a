import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortDecimal } from './shortDecimal.ts'

const read = (text: string) => shortDecimal(text, 0, text.length)

describe('shortDecimal', () => {
  it.each([
    ['0', 0],
    ['-0', -0],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['-12.345678', -12.345678],
    ['2.000E-07', 2e-7],
    ['9e+3', 9000],
    ['1e22', 1e22],
    ['123456789012345', 123_456_789_012_345],
  ])('reads %j', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each([
    [
      '',
      '-',
      '.',
      '+.',
      'e5',
      '1e',
      '1e+',
      '1e100',
      '1e23',
      '1,280',
      '0x10',
      '1.2.3',
      '1-2',
      'nan',
    ],
    ['1234567890123456', '0.1234567890123456', ' 1', '1 ', '1e-30', '1_0', '1e5.0', 'inf', '--1'],
  ])('leaves the rest to others: %j', (...texts) => {
    expect(texts.map(read)).toEqual(texts.map(() => NaN))
  })

  it('looks at what stands between the places alone', () => {
    expect(shortDecimal('loss:0.25,9', 5, 9)).toBe(0.25)
    expect(shortDecimal('12e5', 0, 2)).toBe(12)
    expect(shortDecimal('12e5', 0, 1)).toBe(1)
    expect(shortDecimal('1.5', 0, 2)).toBe(1)
    expect(shortDecimal('1e57', 0, 3)).toBe(1e5)
    expect(shortDecimal('1e57', 0, 2)).toBe(NaN)
    expect(shortDecimal('-5', 0, 1)).toBe(NaN)
  })

  it('answers as Number does, or not at all, whatever the text', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...'0123456789.eE+-,x '.split('')),
      maxLength: 24,
    })
    fc.assert(
      fc.property(anything, (text) => {
        const value = read(text)
        expect(Number.isNaN(value) || Object.is(value, Number(text))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('answers as Number does for every number of up to 15 digits as loggers write it', () => {
    const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
    const written = fc.tuple(digits, fc.nat(15)).map(([mantissa, places]) => {
      const text = String(Math.abs(mantissa))
        .padStart(places + 1, '0')
        .slice(-15)
      const cut = Math.max(text.length - places, 0)
      return `${mantissa < 0 ? '-' : ''}${text.slice(0, cut)}.${text.slice(cut)}`
    })
    fc.assert(
      fc.property(written, fc.integer({ min: -7, max: 22 }), (text, exponent) => {
        expect(read(text)).toBe(Number(text))
        expect(read(`${text}e${exponent}`)).toSatisfy(
          (value) => Number.isNaN(value) || Object.is(value, Number(`${text}e${exponent}`)),
        )
        expect(read(`${text}e-07`)).toBe(Number(`${text}e-07`))
      }),
      { numRuns: 2000 },
    )
  })
})
