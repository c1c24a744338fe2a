import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('marian', () => {
  it('reads lines of training, thousands with commas', () => {
    expect(
      shown(
        'Ep. 1 : Up. 20 : Sen. 1,280 : Cost 240.5',
        '[2024-05-01 12:00:00] Ep. 2 : Up. 1,040 : Sen. 2,560 : Cost 8.5 : Time 12.5s : 1234.5 words/s : gNorm 1.25 : L.r. 3.0000e-04',
        'Ep. 2 : Up. 60 : Sen. 64 : Cost 8.25 * 32,000 @ 1,600 after 64,000 :',
      ),
    ).toEqual([
      ['train', 20, 1, { 'Sen.': 1280, Cost: 240.5 }],
      [
        'train',
        1040,
        2,
        { 'Sen.': 2560, Cost: 8.5, Time: 12.5, 'words/s': 1234.5, gNorm: 1.25, 'L.r.': 0.0003 },
      ],
      ['train', 60, 2, { 'Sen.': 64, Cost: 8.25 }],
    ])
  })

  it('reads each metric of a validation as a record of its own, whatever became of it', () => {
    expect(
      shown(
        '[valid] Ep. 1 : Up. 20 : cross-entropy : 227.5 : new best',
        '[2024-05-01 12:00:00] [valid] Ep. 1 : Up. 20 : bleu : 12.5 : stalled 1 times (last best: 13)',
        'Decaying learning rate to 9e-05 after having stalled 1 time(s)',
      ),
    ).toEqual([
      ['eval', 20, 1, { 'cross-entropy': 227.5 }],
      ['eval', 20, 1, { bleu: 12.5 }],
    ])
  })

  it.each([
    'Ep. one : Up. 20 : Sen. 3 : Cost 1',
    'Ep. 1 : Up. x : Sen. 3 : Cost 1',
    'Ep. 1 : Up. 20',
    '[valid] Ep. 1 : Up. 20 : translation : failed',
    ' : Up. 20 : Cost 1',
  ])('makes no record of %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })

  it('keeps a cost that is no number', () => {
    expect(shown('Ep. 1 : Up. 5 : Sen. 8 : Cost nan')).toEqual([
      ['train', 5, 1, { 'Sen.': 8, Cost: NaN }],
    ])
  })
})
