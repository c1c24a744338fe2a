import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberEnd, readLeadingNumber, readNumber } from './readNumber.ts'

describe('readNumber', () => {
  it.each([
    ['0', 0],
    ['-0.5', -0.5],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['2.000E-07', 0.0000002],
    ['9e+3', 9000],
    ['1,280', 1280],
    ['12,345,678.5', 12_345_678.5],
    [' 42 ', 42],
    ['-100.00%', -100],
    ['nan', NaN],
    ['-NaN', NaN],
    ['nan.0', NaN],
    ['inf', Infinity],
    ['-inf', -Infinity],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
  ])('reads %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each([
    '',
    '-',
    '.',
    '+.',
    '12s',
    '1 2',
    'N/A',
    'None',
    'nano',
    'info',
    'infinite',
    'nan_',
    '1,28',
    '1,2800',
    '1234,567',
    ',280',
    '%',
    '0x10',
    '1.2.3',
    '1e',
    'e5',
    '--1',
  ])('reads no number from %j', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  it('reads every number as it was printed', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(readNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value)
      }),
    )
  })
})

describe('readLeadingNumber', () => {
  it.each([
    ['24.90 GiB', 24.9],
    ['  163.5ms', 163.5],
    ['11278.56(1409.82/gpu)', 11_278.56],
    ['1,280 : Cost', 1280],
    ['5, eta', 5],
    ['2e', 2],
    ['nan | 3', NaN],
  ])('reads the head of %j', (text, value) => {
    expect(readLeadingNumber(text)).toBe(value)
  })

  it.each(['', 'GiB 3', 'nanms', 'information'])('reads none from %j', (text) => {
    expect(readLeadingNumber(text)).toBeNull()
  })
})

describe('numberEnd', () => {
  it('gives the place behind a number, or where it began to look', () => {
    expect(numberEnd('loss: 1.5e-3, lr', 6)).toBe(12)
    expect(numberEnd('loss: 1.5', 0)).toBe(0)
    expect(numberEnd('loss', 4)).toBe(4)
  })
})
