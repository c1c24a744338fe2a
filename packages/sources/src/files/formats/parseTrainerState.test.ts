import { describe, expect, it } from 'vitest'
import { parseTrainerState } from './parseTrainerState.ts'

const history = [
  { step: 1, epoch: 0.5, loss: 2 },
  { step: 2, epoch: 1, eval_loss: 1 },
]

describe('parseTrainerState', () => {
  it('tells training, evaluation and summary apart', () => {
    const state = { log_history: [...history, { step: 2, train_runtime: 1, train_loss: 3 }] }
    const rows = parseTrainerState(state)?.content.runs[0]?.rows
    expect(rows?.map((row) => row.phase)).toEqual(['train', 'eval', 'summary'])
  })

  it('reads a bare list of log rows', () => {
    expect(parseTrainerState(history)?.content.runs[0]?.rows).toHaveLength(2)
  })

  it.each([
    null,
    3,
    'log_history',
    [],
    [1],
    {},
    { log_history: 3 },
    [{ a: 1 }],
    [{ step: 1, x: 2 }],
  ])('takes %j for no state', (value) => expect(parseTrainerState(value)).toBeNull())

  it.each([
    ['that reached its last step', { global_step: 5, max_steps: 5 }, 'completed'],
    [
      'that stopped early, with a summary',
      { global_step: 3, max_steps: 5, log_history: [{ train_runtime: 1 }] },
      'completed',
    ],
    ['that has steps to go', { global_step: 3, max_steps: 5 }, undefined],
    ['of unknown length', { global_step: 3, max_steps: -1 }, undefined],
  ])('calls a run %s what it is', (_, state, status) => {
    const parsed = parseTrainerState({ log_history: [], ...state })
    expect(parsed?.content.runs[0]?.facts.status).toBe(status)
  })

  it.each([
    ['/data/out/checkpoint-2', { step: 2, epoch: 1, checkpointPath: 'checkpoint-2' }],
    ['C:\\out\\checkpoint-2', { step: 2, epoch: 1, checkpointPath: 'checkpoint-2' }],
    ['out/best', { step: null, epoch: null, checkpointPath: 'best' }],
    [null, { step: null, epoch: null, checkpointPath: null }],
  ])('reads the best checkpoint from %j', (path, best) => {
    const state = { log_history: history, best_model_checkpoint: path }
    expect(parseTrainerState(state)?.content.runs[0]?.facts.best).toEqual(best)
  })

  it('believes best_global_step before the name of the checkpoint', () => {
    const state = {
      log_history: history,
      best_model_checkpoint: 'checkpoint-1',
      best_global_step: 2,
    }
    expect(parseTrainerState(state)?.content.runs[0]?.facts.best).toMatchObject({
      step: 2,
      epoch: 1,
    })
  })

  it('takes the largest integer of the Trainer for an unknown number of epochs', () => {
    const state = { log_history: [], num_train_epochs: 2 ** 63 }
    expect(parseTrainerState(state)?.content.runs[0]?.facts.totalEpochs).toBeNull()
  })
})
