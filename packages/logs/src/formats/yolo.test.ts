import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const head = '      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size'
const row = (epoch: number, bar: string): string =>
  `      ${epoch}/100       2.5G      1.25      2.5      nan         12        640: ${bar}`
const evalHead =
  '                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|██████████| 4/4'
const all = '                   all        128        929       0.64      0.5      0.625      0.375'

describe('yolo', () => {
  it('reads the full frame of each epoch once, and its validation', () => {
    expect(
      shown(
        head,
        `${row(1, ' 50%|█████     | 4/8')}\r${row(1, '100%|██████████| 8/8')}\r${row(1, '100%|██████████| 8/8 [00:05]')}`,
        evalHead,
        all,
        '                 bicycle        128         30       0.5      0.5      0.5      0.5',
        head,
        row(2, '100% ━━━━━━━━━━━━ 8/8 1.5it/s 5.2s'),
      ),
    ).toEqual([
      ['train', null, 1, { GPU_mem: 2.5, box_loss: 1.25, cls_loss: 2.5, dfl_loss: NaN }],
      [
        'eval',
        null,
        1,
        { 'Box(P)': 0.64, 'Box(R)': 0.5, 'Box(mAP50)': 0.625, 'Box(mAP50-95)': 0.375 },
      ],
      ['train', null, 2, { GPU_mem: 2.5, box_loss: 1.25, cls_loss: 2.5, dfl_loss: NaN }],
    ])
  })

  it('gives the validation of the best model no epoch', () => {
    expect(
      shown(
        head,
        row(100, '100%|██████████| 8/8'),
        '100 epochs completed in 0.125 hours.',
        evalHead,
        all,
      ).at(-1)?.[2],
    ).toBeNull()
  })

  it('reads the columns of masks, and those of YOLOv5', () => {
    expect(
      shown(
        '   Class     Images  Instances      Box(P   R   mAP50  mAP50-95)     Mask(P   R   mAP50  mAP50-95): 100%|██| 1/1',
        '     all          4         17   0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8',
        '     Epoch   gpu_mem       box       obj       cls    labels  img_size',
        '     0/299     3.25G    0.125    0.0625    0.03125       200       640: 100%|██████████| 8/8',
        '               Class     Images     Labels          P          R     mAP@.5 mAP@.5:.95: 100%|███| 4/4',
        '                 all        128        929      0.5      0.25      0.375      0.125',
      ),
    ).toEqual([
      [
        'eval',
        null,
        null,
        {
          'Box(P)': 0.1,
          'Box(R)': 0.2,
          'Box(mAP50)': 0.3,
          'Box(mAP50-95)': 0.4,
          'Mask(P)': 0.5,
          'Mask(R)': 0.6,
          'Mask(mAP50)': 0.7,
          'Mask(mAP50-95)': 0.8,
        },
      ],
      ['train', null, 0, { gpu_mem: 3.25, box: 0.125, obj: 0.0625, cls: 0.03125 }],
      ['eval', null, 0, { P: 0.5, R: 0.25, 'mAP@.5': 0.375, 'mAP@.5:.95': 0.125 }],
    ])
  })

  it('makes no record of a row without its head, or with another number of cells', () => {
    expect(formatsOf(row(1, '100%|██| 8/8'), all)).toEqual([])
    expect(formatsOf(evalHead, 'all 128 929 0.5', 'all of them have mAP 1')).toEqual([])
  })

  it('reads the results of classification', () => {
    expect(
      shown(
        '      Epoch    GPU_mem       loss  Instances       Size',
        '       1/10      0.5G      2.25         16        224: 100%|██████████| 8/8 [00:02<00:00,  3.41it/s]',
        '               classes   top1_acc   top5_acc: 100%|██████████| 4/4 [00:00<00:00]',
        '                   all       0.76      0.98',
      ),
    ).toEqual([
      ['train', null, 1, { GPU_mem: 0.5, loss: 2.25 }],
      ['eval', null, 1, { top1_acc: 0.76, top5_acc: 0.98 }],
    ])
  })
})
