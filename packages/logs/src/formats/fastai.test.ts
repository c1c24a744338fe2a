import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const head = 'epoch     train_loss  valid_loss  accuracy  time    '

describe('fastai', () => {
  it('reads the rows of a table, and no clock', () => {
    expect(
      shown(
        head,
        '0         0.5         0.25        0.875     00:12     ',
        '1         nan         #na#        0.9       1:00:12   ',
      ),
    ).toEqual([
      ['train', null, 0, { train_loss: 0.5, valid_loss: 0.25, accuracy: 0.875 }],
      ['train', null, 1, { train_loss: NaN, accuracy: 0.9 }],
    ])
  })

  it('reads skorch, with its rule and its marks of better rows', () => {
    expect(
      shown(
        '  epoch    train_loss    valid_acc    valid_loss     dur',
        '-------  ------------  -----------  ------------  ------',
        '      1        0.75       0.5        0.625  0.25',
        '      2        0.5        0.75        0.5     +  0.25',
      ),
    ).toEqual([
      ['train', null, 1, { train_loss: 0.75, valid_acc: 0.5, valid_loss: 0.625, dur: 0.25 }],
      ['train', null, 2, { train_loss: 0.5, valid_acc: 0.75, valid_loss: 0.5, dur: 0.25 }],
    ])
  })

  it('ends with the first line that is no row', () => {
    expect(shown(head, 'Better model found', '0         0.5  0.25  0.875  00:12')).toEqual([])
  })

  it('makes no table of a CSV file or of a sentence', () => {
    expect(formatsOf('epoch,train_loss,valid_loss', '0 1 2')).not.toContain('fastai')
    expect(formatsOf('epoch (train_loss) of 3', '0 1 2 3')).not.toContain('fastai')
  })
})
