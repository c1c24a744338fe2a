import { describe, expect, it } from 'vitest'
import {
  evidenceStrength,
  formatChance,
  formatP,
  formatPlusMinus,
  formatTimes,
} from './evidenceFormat.ts'
import { englishFormatters } from '../testdata/formatters.ts'

describe('evidenceStrength', () => {
  it.each([
    [0, 'very-strong'],
    [0.000999, 'very-strong'],
    [0.001, 'strong'],
    [0.00999, 'strong'],
    [0.01, 'moderate'],
    [0.0499, 'moderate'],
    [0.05, 'weak'],
    [0.0999, 'weak'],
    [0.1, 'none'],
    [1, 'none'],
  ])('calls p = %d %s', (p, strength) => {
    expect(evidenceStrength(p)).toBe(strength)
  })
})

describe('formatP', () => {
  it.each([
    [0, '< 0.001'],
    [0.00099, '< 0.001'],
    [0.001, '= 0.0010'],
    [0.0085123, '= 0.0085'],
    [0.01, '= 0.010'],
    [0.0995, '= 0.100'],
    [0.1, '= 0.10'],
    [0.3215, '= 0.32'],
    [0.99, '= 0.99'],
    [0.991, '> 0.99'],
    [1, '> 0.99'],
  ])('writes %d as %s', (p, text) => {
    expect(formatP(p, englishFormatters)).toBe(text)
  })
})

describe('formatChance', () => {
  it.each([
    [null, '–'],
    [NaN, '–'],
    [0, '< 1 %'],
    [0.0099, '< 1 %'],
    [0.01, '1 %'],
    [0.874, '87 %'],
    [0.99, '99 %'],
    [0.9901, '> 99 %'],
    [1, '> 99 %'],
  ])('writes %s as %s', (chance, text) => {
    expect(formatChance(chance, englishFormatters)).toBe(text)
  })
})

describe('formatTimes', () => {
  it.each([
    [1, '1.0×'],
    [3.14, '3.1×'],
    [9.94, '9.9×'],
    [9.95, '10×'],
    [48.6, '49×'],
    [12_345, '12\u202f345×'],
  ])('writes %d as %s', (times, text) => {
    expect(formatTimes(times, englishFormatters)).toBe(text)
  })
})

describe('formatPlusMinus', () => {
  it.each([
    [0.23451, [0.23041, 0.23861], '0.2345 ± 0.0041'],
    [12.3, [11.05, 13.55], '12.3 ± 1.3'],
    [12.3, [2.3, 22.3], '12 ± 10'],
    [-0.5, [-0.52, -0.48], '−0.500 ± 0.020'],
    [0.0005, [0.0004, 0.0006], '5.000e-4 ± 1.000e-4'],
    [2e6, [1e6, 3e6], '2\u202f000\u202f000 ± 1\u202f000\u202f000'],
    [0.5, [0.5, 0.5], '0.5000 ± 0'],
  ] as const)('writes %d in %j as %s', (value, interval, text) => {
    expect(formatPlusMinus(value, interval, englishFormatters)).toBe(text)
  })

  it('writes the value alone where there is no interval, or none that ends', () => {
    expect(formatPlusMinus(0.5, null, englishFormatters)).toBe('0.5000')
    expect(formatPlusMinus(0.5, [-Infinity, 1], englishFormatters)).toBe('0.5000')
    expect(formatPlusMinus(NaN, [0, 1], englishFormatters)).toBe('NaN')
  })
})
