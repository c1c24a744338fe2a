import { describe, expect, it } from 'vitest'
import { readRunOrder } from './runOrderText.ts'

describe('readRunOrder', () => {
  it.each([
    ['saved', 'saved', false],
    ['-saved', 'saved', true],
    ['name', 'name', false],
    ['-started', 'started', true],
    ['status', 'status', false],
    ['metric:eval/loss', { metric: 'eval/loss', of: 'last' }, false],
    ['-metric:eval/loss:min', { metric: 'eval/loss', of: 'min' }, true],
    ['metric:a:b:max', { metric: 'a:b', of: 'max' }, false],
    ['metric:a:min:last', { metric: 'a:min', of: 'last' }, false],
    ['metric:a:b', { metric: 'a:b', of: 'last' }, false],
    ['metric::min', { metric: '', of: 'min' }, false],
  ])('reads "%s"', (text, order, isReversed) => {
    expect(readRunOrder(text)).toEqual({ order, isReversed })
  })

  it.each(['', '-', 'lr', '--name', 'Name', 'name ', '__proto__', 'metric'])(
    'knows no "%s"',
    (text) => {
      expect(() => readRunOrder(text)).toThrow('The query parameter "sort" must be saved, name,')
    },
  )
})
