import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

const rule = '─'.repeat(60)
const head = '       Test metric             DataLoader 0       '

describe('lightning', () => {
  it('reads the table of a test, with rules or in a frame', () => {
    expect(
      shown(
        rule,
        head,
        rule,
        '        test_acc                  0.75            ',
        '        test_loss                  nan            ',
        rule,
        '        other                      0.5            ',
        '┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━┓',
        '┃ Validate metric ┃  DataLoader 0   ┃',
        '┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━┩',
        '│    val_loss     │      1.25       │',
        '└─────────────────┴─────────────────┘',
      ),
    ).toEqual([
      ['eval', null, null, { test_acc: 0.75, test_loss: NaN }],
      ['eval', null, null, { val_loss: 1.25 }],
    ])
  })

  it('names the loader where there are several', () => {
    expect(
      shown(
        '     Test metric            DataLoader 0           DataLoader 1      ',
        rule,
        '      test_loss                 0.5                    0.25          ',
      ),
    ).toEqual([
      [
        'eval',
        null,
        null,
        { 'test_loss/dataloader_idx_0': 0.5, 'test_loss/dataloader_idx_1': 0.25 },
      ],
    ])
  })

  it('ends a table with the first line that is none of it', () => {
    expect(shown(head, rule, 'test_acc 0.75', 'done in 3 minutes', 'test_loss 0.5')).toEqual([
      ['eval', null, null, { test_acc: 0.75 }],
    ])
    expect(formatsOf(head, 'words of another kind')).toEqual([])
  })

  it('reads losses below the epoch that a script printed, and what it took as a summary', () => {
    expect(
      shown(
        'Epoch 2/20',
        'Train Loss: 6.5 - Train Perplexity: 665.14',
        'Valid Loss: 6.25 - Valid Perplexity: 518.01',
        'Time: 122.5s - LR: 9.94e-05',
        'Time: 1.5s - LR: 1',
      ),
    ).toEqual([
      ['train', null, 2, { 'Train Loss': 6.5, 'Train Perplexity': 665.14 }],
      ['eval', null, 2, { 'Valid Loss': 6.25, 'Valid Perplexity': 518.01 }],
      ['summary', null, 2, { Time: 122.5, LR: 0.0000994 }],
    ])
  })

  it('reads nothing from bars, and says so', () => {
    const bar =
      'Epoch 1: 100%|██████████| 10/10 [00:01<00:00, 9.5it/s, v_num=0, loss=0.5, val_loss=0.25]'
    expect(shown(bar)).toEqual([])
    expect(noticesOf(bar)).toContain('metrics-in-bar')
  })

  it.each(['Train Loss: 0.5 - Valid Loss: 0.25', 'Train Loss: low', 'Time: 122.5s - LR: 9.94e-05'])(
    'leaves %j to others',
    (line) => {
      expect(formatsOf(line)).not.toContain('lightning')
    },
  )

  it('leaves lists of another form to others', () => {
    const lines = ['Epoch 0/24', 'Train Loss: 0.5 Acc: 0.75']
    expect(formatsOf(...lines)).not.toContain('lightning')
  })
})
