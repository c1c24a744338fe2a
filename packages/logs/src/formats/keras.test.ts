import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

const full = '[==============================]'
const back = '\b'.repeat(40)

/** A frame of Keras 3, with the colours of its bar. */
function heavy(count: string, time: string, metrics: string): string {
  return `\u001B[1m${count}\u001B[0m \u001B[32m━━━━━━━━━━\u001B[0m\u001B[37m━━━━━━━━━━\u001B[0m \u001B[1m${time}\u001B[0m 2ms/step - ${metrics}`
}

describe('keras', () => {
  it('reads the row of each epoch as training, and a row without an epoch as an evaluation', () => {
    expect(
      shown(
        'Epoch 1/20',
        `363/363 ${full} - 1s 893us/step - loss: 2.25 - accuracy: 0.5 - val_loss: 0.875 - val_accuracy: 0.75`,
        'Epoch 2/20',
        `363/363 ${full} - 3s 5ms/step - loss: 2.9469e-04 - accuracy: 1.0000 - val_loss: nan - val_accuracy: 0.5 - lr: 0.0100`,
        `162/162 ${full} - 0s 428us/step - loss: 0.5 - accuracy: 0.625`,
      ),
    ).toEqual([
      ['train', null, 1, { loss: 2.25, accuracy: 0.5, val_loss: 0.875, val_accuracy: 0.75 }],
      [
        'train',
        null,
        2,
        { loss: 0.00029469, accuracy: 1, val_loss: NaN, val_accuracy: 0.5, lr: 0.01 },
      ],
      ['eval', null, 2, { loss: 0.5, accuracy: 0.625 }],
    ])
  })

  it('reads bars of samples, bars as wide as a screen, and bars without a time', () => {
    expect(
      shown(
        'Epoch 1/2',
        `60000/60000 [${'='.repeat(400)}] - 4s 68us/sample - loss: 0.5 - acc: 0.75`,
        'Epoch 2/2',
        `11610/11610 ${full} - mean: 1.25 - mean_absolute_error: 0.5`,
      ),
    ).toEqual([
      ['train', null, 1, { loss: 0.5, acc: 0.75 }],
      ['train', null, 2, { mean: 1.25, mean_absolute_error: 0.5 }],
    ])
  })

  it('counts only the last frame of a live bar, also past a checkpoint that is saved before it', () => {
    expect(
      shown(
        'Epoch 1/2',
        `\r  1/300 [..............................] - ETA: 8:43 - loss: 2.5 - accuracy: 0.1${back}\r150/300 [=====>........] - ETA: 2s - loss: 1.5 - accuracy: 0.25${back}\r300/300 ${full} - ETA: 0s - loss: 1.0 - accuracy: 0.5`,
        'Epoch 00001: saving model to training.ckpt',
        `${back}\r300/300 ${full} - 3s 1ms/step - loss: 1.0 - accuracy: 0.5 - val_loss: 0.75 - val_accuracy: 0.625`,
        `\r 1/32 [.....] - ETA: 0s - loss: 3.5 - accuracy: 0.5${back}\r32/32 ${full} - ETA: 0s - loss: 0.75 - accuracy: 0.5${back}\r32/32 ${full} - 0s 1ms/step - loss: 0.75 - accuracy: 0.5`,
      ),
    ).toEqual([
      ['train', null, 1, { loss: 1, accuracy: 0.5, val_loss: 0.75, val_accuracy: 0.625 }],
      ['eval', null, 1, { loss: 0.75, accuracy: 0.5 }],
    ])
  })

  it('finds the last frame where only backspaces stood between frames', () => {
    expect(
      shown(
        'Epoch 1/2',
        `  1/300 [....] - ETA: 8:43 - loss: 2.5 - acc: 0.125${back}300/300 ${full} - 3s 1ms/step - loss: 1.0 - acc: 0.5`,
      ),
    ).toEqual([['train', null, 1, { loss: 1, acc: 0.5 }]])
  })

  it('reads Keras 3, whose last frame but one looks like the last', () => {
    expect(
      shown(
        'Epoch 1/2',
        heavy('  1/300', '5:44', 'accuracy: 0.125 - loss: 2.5'),
        heavy('300/300', '0s', 'accuracy: 0.75 - loss: 1.0'),
        heavy('300/300', '3s', 'accuracy: 0.875 - loss: 0.75 - val_loss: 0.5'),
        'Epoch 2/2',
        heavy('  1/300', '1s', 'accuracy: 0.125 - loss: 2.5'),
        heavy('300/300', '0s', 'accuracy: 0.75 - loss: 1.0'),
        heavy('300/300', '0s', 'accuracy: 0.8 - loss: 0.875'),
        heavy(' 1/32', '1s', 'accuracy: 0.125 - loss: 2.5'),
        heavy('32/32', '0s', 'accuracy: 0.5 - loss: 1.5'),
        heavy('32/32', '0s', 'accuracy: 0.625 - loss: 1.25'),
      ),
    ).toEqual([
      ['train', null, 1, { accuracy: 0.875, loss: 0.75, val_loss: 0.5 }],
      ['train', null, 2, { accuracy: 0.8, loss: 0.875 }],
      ['eval', null, 2, { accuracy: 0.625, loss: 1.25 }],
    ])
  })

  it('reads Keras 3 without its frames, an evaluation of as many batches included', () => {
    expect(
      shown(
        'Epoch 1/1',
        heavy('32/32', '0s', 'accuracy: 0.75 - loss: 0.5 - learning_rate: 0.001'),
        heavy('32/32', '0s', 'accuracy: 0.5 - loss: 0.75'),
      ),
    ).toEqual([
      ['train', null, 1, { accuracy: 0.75, loss: 0.5, learning_rate: 0.001 }],
      ['eval', null, 1, { accuracy: 0.5, loss: 0.75 }],
    ])
  })

  it('reads the lines without a bar of any version', () => {
    expect(
      shown(
        'Epoch 1/3',
        '1719/1719 - 2s - loss: 0.5 - accuracy: 0.75 - val_loss: 0.625',
        'Epoch 2/3',
        '1719/1719 - 2s - 1ms/step - accuracy: 0.75 - loss: 0.5',
        '313/313 - 0s - loss: 0.875 - accuracy: 0.625',
        'Epoch 3/3',
        ' - 2s - loss: 0.25 - acc: 0.875',
      ),
    ).toEqual([
      ['train', null, 1, { loss: 0.5, accuracy: 0.75, val_loss: 0.625 }],
      ['train', null, 2, { accuracy: 0.75, loss: 0.5 }],
      ['eval', null, 2, { loss: 0.875, accuracy: 0.625 }],
      ['train', null, 3, { loss: 0.25, acc: 0.875 }],
    ])
  })

  it('knows no epoch behind lines that were left out, until the next is named', () => {
    expect(
      shown(
        'Epoch 17/100',
        `242/242 ${full} - 0s 1ms/step - loss: 0.5 - val_loss: 0.5`,
        'Epoch 18/100',
        '<<99 more lines>>',
        `363/363 ${full} - 0s 1ms/step - loss: 0.25 - val_loss: 0.375`,
        'Epoch 30/100',
        `363/363 ${full} - 0s 1ms/step - loss: 0.125 - val_loss: 0.25`,
        '<<9 more lines>>',
        `363/363 ${full} - 0s 1ms/step - loss: 0.0625`,
        '<<9 more lines>>',
        `99/99 ${full} - 0s 1ms/step - loss: 1.5`,
      ).map(([phase, , epoch]) => [phase, epoch]),
    ).toEqual([
      ['train', 17],
      ['train', null],
      ['train', 30],
      ['train', null],
      ['eval', null],
    ])
  })

  it('takes a row with val_ metrics for training although its epoch is not named', () => {
    const row = `363/363 ${full} - 0s 1ms/step - loss: 0.25 - val_loss: 0.375`
    expect(shown(row, 'Epoch 2/2', row, row).map(([phase, , epoch]) => [phase, epoch])).toEqual([
      ['train', null],
      ['train', 2],
      ['train', null],
    ])
  })

  it('lets a prediction, which measures nothing, take no epoch', () => {
    expect(
      shown(
        'Epoch 1/2',
        `2/2 ${full} - 0s 5ms/step`,
        `20/20 ${full} - 1s 2ms/step - loss: 0.5 - val_loss: 0.25Restoring model weights from 3`,
      ),
    ).toEqual([['train', null, 1, { loss: 0.5, val_loss: 0.25 }]])
  })

  it('gives the same whatever unfinished frames are drawn before the last one', () => {
    const frame = fc
      .integer({ min: 1, max: 299 })
      .map((done) => `\r${done}/300 [==>.....] - ETA: 9s - loss: 9.5 - accuracy: 0.125${back}`)
    fc.assert(
      fc.property(fc.array(frame), fc.array(frame), (first, second) => {
        const last = (loss: number): string => `\r300/300 ${full} - 1s 2ms/step - loss: ${loss}`
        expect(
          shown('Epoch 1/2', [...first, last(0.5)].join(''), [...second, last(0.75)].join('')),
        ).toEqual([
          ['train', null, 1, { loss: 0.5 }],
          ['eval', null, 1, { loss: 0.75 }],
        ])
      }),
    )
  })

  it('keeps the full frame of an epoch whose validation never ended', () => {
    expect(shown('Epoch 1/2', `20/20 ${full} - ETA: 0s - loss: 0.5`, 'Killed')).toEqual([
      ['train', null, 1, { loss: 0.5 }],
    ])
  })

  it('leaves a part of an epoch out, and says so', () => {
    const lines = ['Epoch 1/2', ' 9/20 [===>....] - ETA: 8s - loss: 0.5 - accuracy: 0.25']
    expect(shown(...lines)).toEqual([])
    expect(noticesOf(...lines)).toContain('unfinished-epoch')
  })

  it.each([
    ' 10%|█▉        | 10/100 [00:10<01:30, loss=0.5]',
    '[train][INFO] - loss: 0.5',
    'values[..] - loss: 0.5',
    '1/2 [] - loss: 0.5',
    '━━━━━━━━━━ 3s - loss: 0.5',
    'step 1 - 2s - loss: 0.5',
    '2024/05/01 - 2s',
    ' - 2s - name: 0.5',
  ])('makes no record of %j', (line) => {
    expect(formatsOf(line)).not.toContain('keras')
  })

  it('takes frames of an unknown length for no record, nor leaves them to others', () => {
    expect(
      shown(
        'Epoch 1/2',
        '    100/Unknown - 3s 2ms/step - loss: 0.5 - accuracy: 0.75',
        '    937/Unknown 5s 4ms/step - accuracy: 0.75 - loss: 0.5',
        '937/937 ━━━━━━━━━━━━━━━━━━━━ 6s 4ms/step - accuracy: 0.5 - loss: 0.25 - val_loss: 0.5',
      ),
    ).toEqual([['train', null, 1, { accuracy: 0.5, loss: 0.25, val_loss: 0.5 }]])
  })

  it('reads the last frame of an unknown length, as old versions drew it', () => {
    expect(
      shown(
        'Epoch 1/2',
        '  13440/Unknown - 2s 87us/step - loss: 0.75 - acc: 0.5',
        '  60000/Unknown - 5s 87us/step - loss: 0.5 - acc: 0.75 - val_loss: 0.25 - val_acc: 1.0000',
        'Epoch 2/2',
      ),
    ).toEqual([['train', null, 1, { loss: 0.5, acc: 0.75, val_loss: 0.25, val_acc: 1 }]])
  })
})
