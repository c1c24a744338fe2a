import { describe, expect, it } from 'vitest'
import { readValueAndMean, setValueAndMean } from './runningMean.ts'

describe('readValueAndMean', () => {
  it.each([
    ['1.5 (2.5)', 1.5, 2.5],
    ['  1.5 (  2.5)  Time: 3', 1.5, 2.5],
    ['0.25(0.5)', 0.25, 0.5],
    ['1e-3', 0.001, null],
    ['3000M', 3000, null],
    ['1.5 (best)', 1.5, null],
    ['nan (inf)', NaN, Infinity],
  ])('reads %j', (text, value, mean) => {
    expect(readValueAndMean(text)).toEqual({ value, mean })
  })

  it.each(['', '(2.5)', 'N/A (1)'])('gives null for %j', (text) => {
    expect(readValueAndMean(text)).toBeNull()
  })
})

describe('setValueAndMean', () => {
  it('sets both, the first alone, or nothing', () => {
    const metrics = new Map<string, number>()
    setValueAndMean(metrics, 'loss', '1.5 (2.5)')
    setValueAndMean(metrics, 'lr', '0.5')
    setValueAndMean(metrics, 'eta', 'soon')
    expect([...metrics]).toEqual([
      ['loss', 1.5],
      ['loss_avg', 2.5],
      ['lr', 0.5],
    ])
  })
})
