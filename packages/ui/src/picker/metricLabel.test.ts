import { expect, it } from 'vitest'
import { pickerMessages } from './messages.ts'
import { metricLabel } from './metricLabel.ts'

it.each([
  ['eval/loss', 'Loss'],
  ['train/loss', 'Train loss'],
  ['eval/accuracy', 'Accuracy'],
  ['eval/rouge_l', 'Rouge l'],
  ['learning_rate', 'Learning rate'],
  ['', ''],
  ['eval/', 'eval/'],
  ['__proto__', 'Proto'],
])('names %j as %j', (metric, label) => {
  expect(metricLabel(metric, pickerMessages)).toBe(label)
})
