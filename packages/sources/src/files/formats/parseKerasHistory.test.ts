import { expect, it } from 'vitest'
import { parseKerasHistory } from './parseKerasHistory.ts'

const rowsOf = (value: Parameters<typeof parseKerasHistory>[0]): readonly unknown[] | undefined =>
  parseKerasHistory(value)?.content.runs[0]?.rows.map(({ epoch, metrics }) => [
    epoch,
    Object.fromEntries(metrics),
  ])

it('reads a list for each metric, one number for each epoch', () => {
  expect(rowsOf({ loss: [3, 2], val_loss: [2.5, null] })).toEqual([
    [1, { loss: 3, val_loss: 2.5 }],
    [2, { loss: 2 }],
  ])
})

it('reads lists of unequal length, and values that are no numbers in JSON', () => {
  expect(rowsOf({ loss: [NaN], accuracy: [0.5, 'inf'] })).toEqual([
    [1, { loss: NaN, accuracy: 0.5 }],
    [2, { accuracy: Infinity }],
  ])
})

it('believes the epochs where the file has them', () => {
  expect(rowsOf({ history: { loss: [3, 2] }, epoch: [4, 5] })).toEqual([
    [4, { loss: 3 }],
    [5, { loss: 2 }],
  ])
})

it('reads what pandas makes of a history', () => {
  expect(rowsOf({ loss: { 0: 3, 1: 2 } })).toEqual([
    [1, { loss: 3 }],
    [2, { loss: 2 }],
  ])
})

it.each([
  ['settings', { loss_weights: [1, 2], lr: 0.1 }],
  ['lists of something else', { ids: [1, 2] }],
  ['lists of text', { loss: ['low', 'high'] }],
  ['nothing', {}],
  ['a list', [1, 2]],
  ['results', { loss: 2 }],
])('takes %s for no history', (_, value) => {
  expect(parseKerasHistory(value)).toBeNull()
})
