import { describe, expect, it } from 'vitest'
import {
  csv,
  list,
  readOnly,
  rows,
  evalRow,
  summaryRow,
  stateText,
} from '../../testdata/runFiles.ts'
import { textFile } from '../runFile.ts'

describe('what is known of a run', () => {
  it('reads how far the run came, its best checkpoint, and the numbers of the whole run', async () => {
    const best = { best_model_checkpoint: '/somewhere/out/checkpoint-40', num_train_epochs: 10 }
    const run = await readOnly(
      textFile('out/trainer_state.json', stateText([...rows, evalRow, summaryRow], best)),
    )
    expect(run).toMatchObject({ step: 40, totalSteps: 100, epoch: 4, totalEpochs: 10 })
    expect(run.best).toEqual({ step: 40, epoch: 4, checkpointPath: 'checkpoint-40' })
    expect(run.status).toBe('completed')
    expect(run.metrics.get('train/runtime')).toMatchObject({ last: 12, basis: 'summary' })
    expect(run.metrics.get('train/mean_loss')?.last).toBe(3)
    expect(run.metrics.get('train/loss')?.last).toBe(2)
  })

  it('reads model, dataset, seed and parameters from the settings beside it', async () => {
    const config = {
      run_name: 'first',
      model_name_or_path: 'org/model',
      dataset: 'text',
      seed: 7,
      group: 'sweep',
      training_args: { lr: 1e-3, lora: { r: 8 } },
      started_at: '2026-01-02T03:04:05Z',
    }
    const run = await readOnly(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('a/config.json', JSON.stringify(config)),
    )
    expect(run).toMatchObject({ name: 'first', model: 'org/model', dataset: 'text', seed: '7' })
    expect([run.group, run.startedAtMs]).toEqual(['sweep', Date.UTC(2026, 0, 2, 3, 4, 5)])
    expect(Object.fromEntries(run.params)).toEqual({
      lr: 1e-3,
      'lora.r': 8,
      model_name_or_path: 'org/model',
      dataset: 'text',
    })
  })

  it('unwraps the settings that W&B wrapped', async () => {
    const yaml = 'wandb_version: 1\n_wandb:\n  value: {x: 1}\nlr:\n  desc: null\n  value: 0.1\n'
    const run = await readOnly(textFile('a/config.yaml', yaml), textFile('a/metrics.csv', csv))
    expect([...run.params]).toEqual([['lr', 0.1]])
  })

  it('keeps the settings of a model apart, unless W&B mixed them with those of the training', async () => {
    const model = { architectures: ['X'], model_type: 'x', _name_or_path: 'org/x', dim: 8 }
    const wrapped = Object.entries({ ...model, lr: 0.1 }).map(([name, value]) => [name, { value }])
    const wandb = JSON.stringify({ _wandb: {}, ...Object.fromEntries(wrapped) })
    const alone = await readOnly(
      textFile('a/config.json', JSON.stringify(model)),
      textFile('a/metrics.csv', csv),
    )
    const mixed = await readOnly(textFile('a/config.yaml', wandb), textFile('a/metrics.csv', csv))
    expect([alone.model, alone.params.get('model_config.dim')]).toEqual(['org/x', 8])
    expect([mixed.model, mixed.params.get('dim'), mixed.params.get('lr')]).toEqual([
      'org/x',
      8,
      0.1,
    ])
  })

  it('takes the numbers of results files only where there is no series', async () => {
    const results = { eval_loss: 9, eval_bleu: 33, epoch: 4 }
    const run = await readOnly(
      textFile('a/trainer_state.json', stateText([...rows, evalRow])),
      textFile('a/all_results.json', JSON.stringify(results)),
    )
    expect(run.metrics.get('eval/loss')?.last).toBe(2.5)
    expect(run.metrics.get('eval/bleu')).toMatchObject({ last: 33, basis: 'summary' })
  })

  const traceback = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
  it.each([
    ['completed', "{'train_runtime': 1.5, 'train_loss': 3, 'epoch': 1.0}\n"],
    ['failed', `${traceback}ValueError: no\n`],
    ['cancelled', `${traceback}KeyboardInterrupt\n`],
    ['unknown', ''],
    ['completed', '`Trainer.fit` stopped: `max_epochs=6` reached.\n'],
    ['unknown', `${traceback}${'more training\n'.repeat(3000)}`],
  ])('calls a run %s whose log ends with %j', async (status, ending) => {
    const log = `{'loss': 3.5, 'epoch': 1.0}\n${ending}`
    expect((await readOnly(textFile('a/train.log', log))).status).toBe(status)
  })

  it('never calls a run running: a file does not tell', async () => {
    const page = await list(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('b/metrics.csv', csv),
    )
    expect(page.runs.map((run) => run.status)).toEqual(['unknown', 'unknown'])
  })
})
