import { describe, expect, it } from 'vitest'
import { deltaText } from './deltaText.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const percentText = (percent: number): string =>
  deltaText({ absolute: percent / 1000, percent }, englishFormatters)

describe('deltaText', () => {
  it('says of a small difference that it is small, and never that there is none', () => {
    expect([0.0999, 0.04, 1e-12].map(percentText)).toEqual(['< 0.1 %', '< 0.1 %', '< 0.1 %'])
    expect([0.1, 0.15001, 15.2].map(percentText)).toEqual(['0.1 %', '0.2 %', '15.2 %'])
    expect(percentText(0)).toBe('0.0 %')
  })

  it('leaves the sign to the words around it', () => {
    expect([-0.04, -15.2].map(percentText)).toEqual(['< 0.1 %', '15.2 %'])
    expect(deltaText({ absolute: -0.02, percent: null }, englishFormatters)).toBe('0.02000')
  })
})
