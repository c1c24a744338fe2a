import { describe, expect, it } from 'vitest'
import { spaced } from './words.ts'

const say = (value: string): string => spaced`最佳 ${value} 为 ${'0.2345'}。`

describe('spaced', () => {
  it.each([
    ['eval wer', '最佳 eval wer 为 0.2345。'],
    ['评估损失', '最佳评估损失为 0.2345。'],
    ['GPU 显存', '最佳 GPU 显存为 0.2345。'],
    ['\u2068评估损失\u2069', '最佳\u2068评估损失\u2069为 0.2345。'],
    ['', '最佳  为 0.2345。'],
  ])('puts a space beside another script alone: %j', (value, text) => {
    expect(say(value)).toBe(text)
  })

  it('takes the space between two values that are both Chinese', () => {
    expect(spaced`${'损失'} ${'最低'}的 ${'a'}`).toBe('损失最低的 a')
    expect(spaced`${'wer'} ${'最低'}的 ${'a'}`).toBe('wer 最低的 a')
    expect(spaced`无值`).toBe('无值')
  })
})
