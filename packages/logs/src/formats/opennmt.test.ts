import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const step =
  '[2024-05-01 12:00:00,759 INFO] Step 50/ 5000; acc:  51.25; ppl:  8.50; xent: 2.14; lr: 0.00066; 1320/1445 tok/s;  195 sec'

describe('opennmt', () => {
  it('reads a step, with the speeds of both sides', () => {
    expect(shown(step)).toEqual([
      [
        'train',
        50,
        null,
        {
          acc: 51.25,
          ppl: 8.5,
          xent: 2.14,
          lr: 0.00066,
          src_tok_s: 1320,
          tgt_tok_s: 1445,
          sec: 195,
        },
      ],
    ])
  })

  it('reads the fields of later versions, sizes of batches apart', () => {
    expect(
      shown(
        '[2024-05-01 12:00:00,759 INFO] Step 100/10000; acc: 5.5; ppl: nan; xent: nan; lr: 0.00000; sents:   12000; bsz: 3000/3100/110; 100/200 tok/s;     50 sec;',
      ),
    ).toEqual([
      [
        'train',
        100,
        null,
        {
          acc: 5.5,
          ppl: NaN,
          xent: NaN,
          lr: 0,
          sents: 12000,
          src_tok_s: 100,
          tgt_tok_s: 200,
          sec: 50,
        },
      ],
    ])
  })

  it('reads the epochs of 2018, whose batches are no steps', () => {
    expect(
      shown(
        'Epoch  1, 12900/37000; acc:   4.50; ppl: 35000.25; xent:  10.46; 3599 src tok/s; 3678 tgt tok/s;   9861 s elapsed',
        'Validation accuracy: 35.5',
      ),
    ).toEqual([
      [
        'train',
        null,
        1,
        {
          batch: 12900,
          acc: 4.5,
          ppl: 35000.25,
          xent: 10.46,
          src_tok_s: 3599,
          tgt_tok_s: 3678,
          sec: 9861,
        },
      ],
      ['eval', null, null, { 'Validation accuracy': 35.5 }],
    ])
  })

  it('reads a validation, which names no step, and what sums up the training before it', () => {
    expect(
      shown(
        '[2024-05-01 12:00:00,682 INFO] Train perplexity: 60.25',
        '[2024-05-01 12:00:00,682 INFO] Validation perplexity: 56.25',
        '[2024-05-01 12:00:00,683 INFO] Validation accuracy: 35.5',
      ),
    ).toEqual([
      ['summary', null, null, { 'Train perplexity': 60.25 }],
      ['eval', null, null, { 'Validation perplexity': 56.25 }],
      ['eval', null, null, { 'Validation accuracy': 35.5 }],
    ])
  })

  it.each([
    'Validation accuracy: 0.95',
    'Epoch 3 Validation accuracy: 0.95',
    '[… INFO] Validation accuracy: none',
    'Step one/5; acc: 1; ppl: 2; xent: 3',
  ])('leaves %j to others', (line) => {
    expect(formatsOf(line)).not.toContain('opennmt')
  })
})
