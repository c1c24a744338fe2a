import { describe, expect, it } from 'vitest'
import { formatMessages } from './formatMessages.ts'
import { metricTitle, metricWords } from './metricName.ts'

describe('metricTitle', () => {
  it.each([
    ['eval/loss', 'Loss'],
    ['train/loss', 'Train loss'],
    ['eval/accuracy', 'Eval accuracy'],
    ['eval/rouge_l', 'Eval rouge l'],
    ['grad_norm', 'Gradient norm'],
    ['', ''],
    ['/', '/'],
    ['__proto__', 'Proto'],
    ['constructor', 'Constructor'],
  ])('names %j as %j', (metric, title) => {
    expect(metricTitle(metric, formatMessages)).toBe(title)
  })

  it('takes the words of the language where there is no name', () => {
    const format = { metricNames: {}, metricWords: { 'eval/wer': 'Wortfehlerrate' } }
    expect(metricTitle('eval/wer', format)).toBe('Wortfehlerrate')
    expect(metricTitle('eval/cer', format)).toBe('Eval cer')
  })
})

describe('metricWords', () => {
  it.each([
    ['eval/loss', 'eval loss'],
    ['GPU_util', 'GPU util'],
    ['learning_rate', 'learning rate'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['_', '_'],
    ['a\u202Eb', 'a\\u202Eb'],
  ])('writes %j as %j', (metric, words) => {
    expect(metricWords(metric, formatMessages)).toBe(words)
  })
})
