import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('detectron2', () => {
  it('reads an iteration, and the memory without its unit', () => {
    expect(
      shown(
        '[07/06 16:50:26 d2.utils.events]:  eta: 1 day, 0:10:00  iter: 19  total_loss: 2.125  loss_cls: 1.5  loss_box_reg: 0.625    time: 0.35  last_time: 0.34  data_time: 0.01  last_data_time: 0.02   lr: 1.5e-05  max_mem: 3000M',
      ),
    ).toEqual([
      [
        'train',
        19,
        null,
        {
          total_loss: 2.125,
          loss_cls: 1.5,
          loss_box_reg: 0.625,
          time: 0.35,
          last_time: 0.34,
          data_time: 0.01,
          last_data_time: 0.02,
          lr: 1.5e-5,
          max_mem: 3000,
        },
      ],
    ])
  })

  it('reads the means that maskrcnn-benchmark prints in brackets', () => {
    expect(
      shown(
        '2019-05-01 12:00:00,100 maskrcnn_benchmark.trainer INFO: eta: 5:00:00  iter: 20  loss: 1.25 (1.50)  lr: 0.005  max mem: 3000',
      ),
    ).toEqual([['train', 20, null, { loss: 1.25, loss_avg: 1.5, lr: 0.005, 'max mem': 3000 }]])
  })

  it('puts the three lines of an evaluation together, task by task', () => {
    const logger = '[07/06 16:55:00 d2.evaluation.testing]: copypaste: '
    expect(
      shown(
        `${logger}Task: bbox`,
        `${logger}AP,AP50,APl`,
        `${logger}33.1000,55.2000,nan`,
        `${logger}Task: segm`,
        `${logger}AP,AP50,APl`,
        `${logger}30.5,50.5,40.5`,
      ),
    ).toEqual([
      ['eval', null, null, { 'bbox/AP': 33.1, 'bbox/AP50': 55.2, 'bbox/APl': NaN }],
      ['eval', null, null, { 'segm/AP': 30.5, 'segm/AP50': 50.5, 'segm/APl': 40.5 }],
    ])
  })

  it.each([
    '[… d2.utils.events]:  iter: 19  lr: 0.1',
    '[… d2.utils.events]:  eta: 0:10:00  iter: many  total_loss: 2.5',
    'copypaste: 1,2,3',
  ])('makes no record of %j', (line) => {
    expect(formatsOf(line)).not.toContain('detectron2')
  })
})
