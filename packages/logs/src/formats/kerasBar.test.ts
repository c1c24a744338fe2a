import { describe, expect, it } from 'vitest'
import { readKerasBar } from './kerasBar.ts'

describe('readKerasBar', () => {
  it.each([
    ['9/9 [====] - 1s 2ms/step - loss: 0.5', 9, true, false],
    ['9/9 [====] - ETA: 0s - loss: 0.5', 9, true, true],
    [' 3/9 [=>..] - ETA: 5s - loss: 0.5', 9, false, true],
    ['acc: 0.1259/9 [====] - 1s - loss: 0.5', 9, true, false],
    ['9/9 ━━━━ 3s 2ms/step - loss: 0.5', 9, true, false],
    ['9/9 ━━━━ 0s 2ms/step - loss: 0.5', 9, true, true],
    ['3/9 ━━━━ 5:44 2ms/step - loss: 0.5', 9, false, false],
    ['9/9 - 1s - loss: 0.5', 9, true, false],
    [' - 1s - loss: 0.5', null, true, false],
  ])('reads %j', (text, total, isFull, isOpen) => {
    const metrics = new Map([['loss', 0.5]])
    expect(readKerasBar(text)).toEqual({ total, isFull, isOpen, metrics })
  })

  it('has no metrics of a prediction', () => {
    expect(readKerasBar('9/9 [====] - 1s 2ms/step')?.metrics.size).toBe(0)
  })

  it.each([
    '',
    '9/9',
    '9/9 [====]',
    '/9 [==] - loss: 1',
    '9/ [==] - loss: 1',
    '[==] - ',
    '9/9 - 1s',
  ])('gives null for %j', (text) => {
    expect(readKerasBar(text)).toBeNull()
  })
})
