import { describe, expect, it } from 'vitest'
import { parseLog } from '../parseLog.ts'
import type { LogRecord } from '../record.ts'

function readAll(...lines: readonly string[]): readonly LogRecord[] {
  return parseLog(lines.join('\n')).records
}

function readOne(line: string): LogRecord {
  const [record, ...others] = readAll(line)
  if (record === undefined || others.length > 0) throw new Error(`not one record: ${line}`)
  return record
}

const trainDict = "{'loss': 0.5, 'grad_norm': 0.25, 'learning_rate': 1e-05, 'epoch': 0.1}"

describe('huggingface', () => {
  it('reads what training, evaluation and the end of a run print', () => {
    const records = readAll(
      trainDict,
      "{'eval_loss': 0.4, 'eval_accuracy': 0.9, 'eval_runtime': 44.5, 'epoch': 0.1}",
      "{'train_runtime': 4849.0, 'train_steps_per_second': 0.033, 'train_loss': 0.68, 'epoch': 1.0}",
    )
    expect(records).toEqual([
      {
        phase: 'train',
        step: null,
        epoch: 0.1,
        timeMs: null,
        metrics: new Map([
          ['loss', 0.5],
          ['grad_norm', 0.25],
          ['learning_rate', 0.00001],
        ]),
        line: 1,
      },
      {
        phase: 'eval',
        step: null,
        epoch: 0.1,
        timeMs: null,
        metrics: new Map([
          ['eval_loss', 0.4],
          ['eval_accuracy', 0.9],
          ['eval_runtime', 44.5],
        ]),
        line: 2,
      },
      {
        phase: 'summary',
        step: null,
        epoch: 1,
        timeMs: null,
        metrics: new Map([
          ['train_runtime', 4849],
          ['train_steps_per_second', 0.033],
          ['train_loss', 0.68],
        ]),
        line: 3,
      },
    ])
  })

  it('takes no step from the progress bar before a dict, which is many steps ahead', () => {
    const [record] = readAll(
      'start',
      `\r  1%|          | 1/181 [00:10<31:01]\r 55%|█████▌    | 100/181 [16:52<13:40, 10.1s/it]${trainDict}`,
    )
    expect(record).toMatchObject({ step: null, epoch: 0.1, line: 2 })
  })

  it.each([
    ['a bar behind it', `${trainDict}  60%|██████ | 9/15 [00:19<00:13]\r 67%|██████▋ | 10/15`],
    ['blanks that wipe a bar', `\r${' '.repeat(80)}\r${trainDict}${' '.repeat(40)}`],
    ['a rank', `[rank0]: ${trainDict}`],
    ['a logger', `2024-05-01 12:00:00,123 - INFO - 2024-05-01 12:00:00 INFO:${trainDict}`],
    ['the console of a tracker', `wandb: ${trainDict}`],
    ['a comment', `# ${trainDict} <<< first`],
    ['colours', `\u001B[32m{'lo\u001B[0mss': 0.5, \u001B[1m'epoch'\u001B[0m: 0.1}\u001B[0m`],
    ['a dict that is none of metrics', `{'tokens': {'pad': 0}} ${trainDict}`],
  ])('reads a dict with %s around it', (_, line) => {
    expect(readOne(line)).toMatchObject({ phase: 'train', epoch: 0.1 })
    expect(readOne(line).metrics.get('loss')).toBe(0.5)
  })

  it('reads all dicts of a line, as processes print them that share one output', () => {
    expect(readAll(`${trainDict}${trainDict}\n\n${trainDict}`).map(({ line }) => line)).toEqual([
      1, 1, 3,
    ])
  })

  it('reads Windows line ends and a file that was written as UTF-16', () => {
    expect(parseLog(`\uFEFF${trainDict}\r\n${trainDict}\r\n`).records).toHaveLength(2)
    const wide = `\uFFFD\uFFFD${`${trainDict}\r\n${trainDict}`.split('').join('\0')}\0`
    const { records } = parseLog(wide)
    expect(records.map(({ line }) => line)).toEqual([1, 2])
    expect(records[1]?.metrics.get('learning_rate')).toBe(0.00001)
  })

  it('reads the quoted numbers of transformers 5', () => {
    const record = readOne(
      "{'loss': '-0.1716', 'grad_norm': 'nan', 'num_tokens': '2.438e+04', 'completions/max_length': '512', 'epoch': '0.125'}",
    )
    expect(record).toMatchObject({ phase: 'train', epoch: 0.125 })
    expect([...record.metrics]).toEqual([
      ['loss', -0.1716],
      ['grad_norm', NaN],
      ['num_tokens', 24380],
      ['completions/max_length', 512],
    ])
  })

  it('reads the step that ms-swift names, and takes its progress for no metric', () => {
    const { records, notices } = parseLog(
      "Train:   2%|▏ | 1/60 [00:42<41:47]{'loss': 1.85, 'token_acc': 0.57, 'epoch': 0.01, 'global_step/max_steps': '5/100', 'percentage': '5.00%', 'elapsed_time': '18s', 'remaining_time': '31m 23s', 'memory(GiB)': 18.94, 'train_speed(iter/s)': 0.047}",
    )
    expect(records[0]).toMatchObject({ phase: 'train', step: 5, epoch: 0.01 })
    expect([...(records[0]?.metrics.keys() ?? [])]).toEqual([
      'loss',
      'token_acc',
      'memory(GiB)',
      'train_speed(iter/s)',
    ])
    expect(notices).toEqual([])
  })

  it('keeps a step that the dict names', () => {
    expect(readOne("{'loss': 2.0, 'step': 500, 'epoch': 1.0}").step).toBe(500)
    expect(readOne('{"loss": 2.0, "learning_rate": 1e-5, "step": 0}').step).toBe(0)
    expect(readOne("{'loss': 2.0, 'step': nan, 'epoch': -1, 'lr': 1.0}")).toMatchObject({
      step: null,
      epoch: null,
    })
  })

  it('passes the names of preference and reinforcement training on as they are', () => {
    const dpo = readOne(
      "{'loss': 0.6931, 'learning_rate': 5e-07, 'rewards/chosen': 0.0, 'rewards/accuracies': 0.5, 'logps/rejected': -271.8, 'logits/chosen': -2.98, 'log_odds_ratio': -0.6, 'nll_loss': 1.2, 'epoch': 0.0}",
    )
    expect([...dpo.metrics.keys()]).toEqual([
      'loss',
      'learning_rate',
      'rewards/chosen',
      'rewards/accuracies',
      'logps/rejected',
      'logits/chosen',
      'log_odds_ratio',
      'nll_loss',
    ])
    const ppo = readOne(
      "{'eps': 2, 'objective/kl': 48.0, 'loss/policy_avg': nan, 'val/ratio': 1.0, 'lr': 3e-06, 'episode': 64, 'epoch': 0.1}",
    )
    expect(ppo.phase).toBe('train')
    expect(ppo.metrics.get('loss/policy_avg')).toBeNaN()
  })

  it('keeps numbers that are not finite', () => {
    const { metrics } = readOne("{'loss': 0.0, 'grad_norm': nan, 'kl': inf, 'x': -inf, 'epoch': 1}")
    expect([...metrics.values()]).toEqual([0, NaN, Infinity, -Infinity])
  })

  it('reads numbers in the wrapping of NumPy and torch', () => {
    const { metrics } = readOne(
      "{'eval_loss': tensor(0.5, device='cuda:0'), 'eval_f1': np.float64(0.91), 'epoch': 1.0}",
    )
    expect([...metrics]).toEqual([
      ['eval_loss', 0.5],
      ['eval_f1', 0.91],
    ])
  })

  it('leaves out what is no number and says so once, but not of what was not logged', () => {
    const line =
      "{'loss': 0.5, 'note': 'slow', 'sizes': [1, 2], 'mixed': True, 'acc': None, 'epoch': 0.1}"
    const { records, notices } = parseLog(`${line}\n${line}`)
    expect([...(records[0]?.metrics.keys() ?? [])]).toEqual(['loss'])
    expect(notices).toContainEqual({
      code: 'not-a-number',
      message: "Values that are no numbers were left out, the first of them that of 'note'.",
      count: 6,
      line: 1,
    })
  })

  it('cuts a name of a thousand characters short in a notice', () => {
    const name = 'n'.repeat(1000)
    const { notices } = parseLog(`{'loss': 0.5, '${name}': 'x', 'epoch': 0.1}`)
    const notice = notices.find(({ code }) => code === 'not-a-number')
    expect(notice?.message).toContain(`'${'n'.repeat(40)}…'`)
  })

  it.each([
    "{'learning_rate': 1e-4, 'batch_size': 8}",
    "{'loss': 'mse', 'epoch': 10}",
    "Trial 0 finished with value: 0.5 and parameters: {'learning_rate': 1.8e-05, 'epochs': 3}",
    "WORLD INFO DICT: {'localhost': [0, 1, 2, 3]}",
    "{'step': 0, 'agent_id': 'market_maker', 'direction': 0.03, 'reward': -0.6747} of type {'step': Number}",
    "print(f\"metrics={{'train_runtime': {seconds:.4f}, 'epoch': {epoch}}}\")",
    "{'eval_strategy': 'steps', 'eval_steps': 500, 'num_train_epochs': 3}",
    "Step {'loss': 0.5",
    '***** Running training *****',
    "Tried to log to step 5 that is less than the current step 51, data: {'step': 5}",
  ])('finds no metrics in %s', (line) => {
    expect(readAll(line)).toEqual([])
  })

  it('says that a dict of metrics was cut off, at the end or by another output', () => {
    const { records, notices } = parseLog(
      `{'loss': 0.5, 'grad_n${trainDict}\n{'a': 1, 'b\n{'eval_loss': 0.4, 'eval_runt`,
    )
    expect(records).toHaveLength(1)
    expect(notices).toContainEqual({
      code: 'cut-off-dict',
      message:
        'A dict of metrics breaks off, or cannot be read, before its closing brace: no record was made of it.',
      count: 2,
      line: 1,
    })
  })

  it('reads no dict that is spread over several lines, and says so', () => {
    const { records, notices } = parseLog(
      "{'eval_loss': 0.5,\n 'eval_runtime': 3.0,\n 'epoch': 1.0}",
    )
    expect(records).toEqual([])
    expect(notices.map(({ code }) => code)).toEqual(['cut-off-dict', 'no-metrics'])
  })

  it('knows the time of a line that says its zone, and of no other', () => {
    expect(readOne(`2024-05-01T12:00:00.5Z ${trainDict}`).timeMs).toBe(
      Date.UTC(2024, 4, 1, 12, 0, 0, 500),
    )
    expect(readOne(`2024-05-01 12:00:00 ${trainDict}`).timeMs).toBeNull()
  })

  it('keeps metrics that are called like the prototype, or nothing, or markup', () => {
    const { metrics } = readOne("{'loss': 1, '__proto__': 2, '': 3, '<b>': 4, 'epoch': 1}")
    expect([...metrics]).toEqual([
      ['loss', 1],
      ['__proto__', 2],
      ['', 3],
      ['<b>', 4],
    ])
  })
})
