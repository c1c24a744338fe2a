import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatComputed,
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
  formatPercent,
} from './formatNumber.ts'

const formats = { formatMetric, formatLearningRate, formatCount, formatPercent, formatFull }

describe('every number format', () => {
  it.each(Object.entries(formats))('%s writes a missing value as a dash', (_name, format) => {
    expect(format(null)).toBe('–')
  })

  it.each(Object.entries(formats))('%s shows what is not finite', (_name, format) => {
    expect([NaN, Infinity, -Infinity].map((value) => format(value).replace(' %', ''))).toEqual([
      'NaN',
      '∞',
      '−∞',
    ])
  })
})

describe('formatMetric', () => {
  it.each([
    [0.2345, '0.2345'],
    [0.23456789, '0.2346'],
    [0.2, '0.2000'],
    [2, '2.000'],
    [12.3, '12.30'],
    [123.456, '123.5'],
    [9999.4, '9999'],
    [9999.5, '10\u202f000'],
    [48210.4, '48\u202f210'],
    [1e9, '1.000e9'],
    [0.001, '0.001000'],
    [0.0009, '9.000e-4'],
    [1.2e-5, '1.200e-5'],
    [5e-324, '4.941e-324'],
    [0, '0'],
    [-0, '0'],
    [-0.2345, '−0.2345'],
    [-1.2e-5, '−1.200e-5'],
  ])('writes %d as %s', (value, text) => {
    expect(formatMetric(value)).toBe(text)
  })

  it('stays within half a unit of the fourth digit of any value', () => {
    // Above 1.797e308 the fourth digit rounds up to a number that no double holds.
    const anyValue = fc.double({ noNaN: true, min: -1.797e308, max: 1.797e308 })
    fc.assert(
      fc.property(anyValue, (value) => {
        const written = Number(formatMetric(value).replace('−', '-').replaceAll('\u202f', ''))
        expect(Math.abs(written - value)).toBeLessThanOrEqual(Math.abs(value) * 0.000_500_1)
      }),
    )
  })
})

describe('formatLearningRate', () => {
  it.each([
    [3e-4, '3e-4'],
    [0.00025, '2.5e-4'],
    [1.23456e-5, '1.235e-5'],
    [0.1, '1e-1'],
    [1, '1e0'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(formatLearningRate(value)).toBe(text)
  })
})

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1204, '1\u202f204'],
    [48_210_000, '48\u202f210\u202f000'],
    [-1204, '−1\u202f204'],
    [1.5e21, '1.5e21'],
  ])('writes %d as %s', (value, text) => {
    expect(formatCount(value)).toBe(text)
  })
})

describe('formatPercent', () => {
  it.each([
    [15.234, '15.2 %'],
    [0, '0.0 %'],
    [-2, '−2.0 %'],
    [1234.5, '1235 %'],
    [10_000, '10\u202f000 %'],
    [1e300, '> 10\u202f000 %'],
    [-48_210, '< −10\u202f000 %'],
  ])('writes %d as %s', (value, text) => {
    expect(formatPercent(value)).toBe(text)
  })
})

describe('formatFull', () => {
  it('writes what reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatFull(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('formatComputed', () => {
  it('writes the same where two engines differ in the last digit', () => {
    expect(formatComputed(0.5002304475247077)).toBe('0.500230447525')
    expect(formatComputed(0.5002304475247078)).toBe('0.500230447525')
  })

  it.each([
    [null, '–'],
    [Number.NaN, 'NaN'],
    [0.25, '0.25'],
    [-3, '-3'],
    [123_456_789_012_345, '123456789012000'],
  ])('writes %s as %s', (value, text) => {
    expect(formatComputed(value)).toBe(text)
  })
})
