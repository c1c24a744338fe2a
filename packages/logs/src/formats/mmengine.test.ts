import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const prefix = '2024/05/01 12:00:00 - mmengine - INFO - '

describe('mmengine', () => {
  it('reads an epoch of training, whose batches are no steps', () => {
    expect(
      shown(
        `${prefix}Epoch(train)   [1][ 5/60]  lr: 4.000000e-08  eta: 1 day, 4:59:11  time: 9.5  data_time: 9.25  memory: 7000  loss: 0.5  acc_pose: nan`,
      ),
    ).toEqual([
      [
        'train',
        null,
        1,
        { lr: 4e-8, time: 9.5, data_time: 9.25, memory: 7000, loss: 0.5, acc_pose: NaN },
      ],
    ])
  })

  it('reads the results of a validation, keys with blanks and brackets, but not its progress', () => {
    expect(
      shown(
        `${prefix}Epoch(val)  [10][5/6]    eta: 0:00:01  time: 1.75  data_time: 1.5  memory: 900`,
        `${prefix}Epoch(val) [10][6/6]    coco/AP: 0.25  coco/AP .5: 0.5  coco/AP (M): -1.000000  data_time: 1.5  time: 1.75`,
      ),
    ).toEqual([
      [
        'eval',
        null,
        10,
        { 'coco/AP': 0.25, 'coco/AP .5': 0.5, 'coco/AP (M)': -1, data_time: 1.5, time: 1.75 },
      ],
    ])
  })

  it('takes the iteration of training as the step, and none from the count of a validation', () => {
    expect(
      shown(
        `${prefix}Iter(train) [   50/80000]  lr: 1.0000e-02  eta: 10:00:00  loss: 2.5`,
        `${prefix}Iter(val) [500/500]    aAcc: 80.5  mIoU: 40.25  data_time: 0.5  time: 0.75`,
        `${prefix}Epoch(test) [6/6]    coco/AP: 0.25`,
      ),
    ).toEqual([
      ['train', 50, null, { lr: 0.01, loss: 2.5 }],
      ['eval', null, null, { aAcc: 80.5, mIoU: 40.25, data_time: 0.5, time: 0.75 }],
      ['eval', null, null, { 'coco/AP': 0.25 }],
    ])
  })

  it('reads the commas of mmcv, in a duration as well', () => {
    const old = '2021-06-01 12:00:00,123 - mmdet - INFO - '
    expect(
      shown(
        `${old}Epoch [2][50/7330]\tlr: 9.890e-04, eta: 1 day, 2:00:00, time: 0.5, memory: 3800, loss: 1.75`,
        `${old}Epoch(val) [2][625]\tbbox_mAP: 0.3640, bbox_mAP_50: 0.5`,
        `${old}Iter [100/80000]\tlr: 1.0e-02, eta: 10:00:00, loss: 2.5`,
      ),
    ).toEqual([
      ['train', null, 2, { lr: 0.000989, time: 0.5, memory: 3800, loss: 1.75 }],
      ['eval', null, 2, { bbox_mAP: 0.364, bbox_mAP_50: 0.5 }],
      ['train', 100, null, { lr: 0.01, loss: 2.5 }],
    ])
  })

  it.each([
    'Epoch [1/10], Step [100/600], Loss: 0.25',
    'Epoch [3] loss: 0.5',
    'Epoch(train) loss: 0.5',
    `${prefix}Epoch(val)  [10][1/6]    eta: 0:00:12  time: 2.5  data_time: 2.25  `,
  ])('leaves %j to others', (line) => {
    expect(formatsOf(line)).not.toContain('mmengine')
  })
})
