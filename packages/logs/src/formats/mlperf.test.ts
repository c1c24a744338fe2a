import { describe, expect, it } from 'vitest'
import { parseLog } from '../parseLog.ts'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

const event = (key: string, value: string, metadata = '"epoch_num": 2') =>
  `:::MLLOG {"namespace": "", "time_ms": 1696442084891, "event_type": "POINT_IN_TIME", "key": "${key}", "value": ${value}, "metadata": {"file": "a.py", "lineno": 12, ${metadata}}}`

describe('mlperf', () => {
  it('reads evaluations and losses, with the time of the event', () => {
    const { records } = parseLog(`0: ${event('eval_accuracy', '2.698057')}`)
    expect(records).toMatchObject([
      { phase: 'eval', step: null, epoch: 2, timeMs: 1_696_442_084_891, line: 1 },
    ])
    expect(shown(event('eval_loss', '0.5', '"step_num": 40'), event('train_loss', 'NaN'))).toEqual([
      ['eval', 40, null, { eval_loss: 0.5 }],
      ['train', null, 2, { train_loss: NaN }],
    ])
  })

  it('says that an epoch counts samples where it is too large for one', () => {
    const line = event('eval_accuracy', '2.698', '"epoch_num": 905969664')
    expect(shown(line)).toEqual([['eval', null, 905_969_664, { eval_accuracy: 2.698 }]])
    expect(noticesOf(line)).toEqual(['epoch-counts-samples', 'no-step'])
  })

  it.each([
    event('global_batch_size', '64'),
    event('eval_samples', '5760'),
    event('target_accuracy', '0.75'),
    event('epoch_start', 'null'),
    event('eval_accuracy', 'null'),
    event('eval_accuracy', '0.5').slice(0, -4),
    ':::MLLOG eval_accuracy 0.5',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })
})
