import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('ignite', () => {
  it('tells the results of training and of validation apart', () => {
    expect(
      shown(
        'Training Results - Epoch: 1  Avg accuracy: 0.75 Avg loss: 0.5',
        '2024-05-01 12:00:00 INFO: Validation Results - Epoch[2] Avg accuracy: 0.875 Avg loss: nan',
      ),
    ).toEqual([
      ['train', null, 1, { 'Avg accuracy': 0.75, 'Avg loss': 0.5 }],
      ['eval', null, 2, { 'Avg accuracy': 0.875, 'Avg loss': NaN }],
    ])
  })

  it.each(['Training Results - Epoch: 1', 'Search Results - Epoch: 1 Avg loss: 1'])(
    'leaves %j to others',
    (line) => {
      expect(formatsOf(line)).not.toContain('ignite')
    },
  )
})
