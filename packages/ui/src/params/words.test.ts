import { describe, expect, it } from 'vitest'
import { defaultParamOf, defaultParamsOf } from './defaultParams.ts'
import { formatCoefficient, formatParam } from './formatParam.ts'
import { isolated, paramLabel, paramWords } from './paramWords.ts'
import { englishFormatters } from '../testdata/formatters.ts'

describe('formatParam', () => {
  it.each([
    [3e-4, '3e-4'],
    [0.001, '0.001'],
    [0.00099, '9.9e-4'],
    [0.05, '0.05'],
    [0.123456, '0.1235'],
    [-0.5, '−0.5'],
    [128, '128'],
    [48_210, '48\u202f210'],
    [2e9, '2e9'],
    [0, '0'],
    [NaN, 'NaN'],
    [Infinity, '∞'],
  ])('writes %d as %s', (value, text) => {
    expect(formatParam(value, englishFormatters)).toBe(text)
  })
})

describe('formatCoefficient', () => {
  it('gives two digits, and no sign to what rounds to zero', () => {
    const texts = [0.714, -0.35, 1, -1, 0, -0.001].map((value) =>
      formatCoefficient(value, englishFormatters),
    )
    expect(texts).toEqual(['0.71', '−0.35', '1.00', '−1.00', '0.00', '0.00'])
  })
})

describe('the names of parameters', () => {
  it('are their own on an axis and words in a sentence', () => {
    expect(paramLabel('learning_rate')).toBe('learning_rate')
    expect(paramWords('learning_rate')).toBe('learning rate')
  })

  it('are cut where they are long, and in quotes where nothing could be seen', () => {
    expect(paramLabel('x'.repeat(100))).toHaveLength(40)
    expect(paramLabel(' ')).toBe('" "')
    expect(paramWords('')).toBe('""')
  })

  it('are set apart only where they could turn the words around them', () => {
    expect(isolated('lora.r')).toBe('lora.r')
    expect(isolated('عدد')).toBe('\u2068عدد\u2069')
  })
})

describe('the parameters that a plot begins with', () => {
  it('are those that people look at first, in the order of the names', () => {
    const names = ['alpha', 'beta', 'optim.learningRate', 'train/batch-size', 'zeta']
    expect(defaultParamOf(names)).toBe('optim.learningRate')
    expect(defaultParamsOf(names, 3)).toEqual(['alpha', 'optim.learningRate', 'train/batch-size'])
    expect(defaultParamsOf(names, 9)).toEqual(names)
  })

  it('are the first ones where none is known, and none where there is none', () => {
    expect(defaultParamOf(['b', 'c'])).toBe('b')
    expect(defaultParamOf([])).toBeNull()
  })
})
