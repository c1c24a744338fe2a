import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishFormatters, germanFormatters } from '../testdata/formatters.ts'
import { parseNumber } from './parseNumber.ts'

describe('parseNumber', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    [',5', 0.5],
    ['.5', 0.5],
    [' 12 ', 12],
    ['−0,5', -0.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['3e-4', 3e-4],
    ['3,5E2', 350],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it.each(['', ' ', '.', ',', '0.', '0,', '-', 'e5', '1e', '1-2', 'NaN', 'Infinity', '0x10', 'a1'])(
    'takes %j for no number',
    (text) => {
      expect(parseNumber(text)).toBeNaN()
    },
  )

  it('reads what was written in full, in any marks', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(
        finite,
        fc.constantFrom(englishFormatters, germanFormatters),
        (value, { full }) => {
          expect(parseNumber(full(value))).toBe(value + 0)
        },
      ),
    )
  })

  it('never reads a number that is not finite out of a text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Math.abs(parseNumber(text))).not.toBe(Infinity)
      }),
    )
  })
})
