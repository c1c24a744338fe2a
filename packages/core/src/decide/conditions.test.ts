import { describe, expect, it } from 'vitest'
import type { Run } from '../run/run.ts'
import { checkConditions, type ConditionsOf } from './conditions.ts'
import { runOf } from './testdata/runs.ts'

const findConflicts = (runs: readonly Run[], conditionsOf?: ConditionsOf) =>
  checkConditions(runs, { conditionsOf }).conflicts
const unknownConditions = (runs: readonly Run[], conditionsOf?: ConditionsOf) =>
  checkConditions(runs, { conditionsOf }).unknown

describe('checkConditions', () => {
  it('finds none among no runs, one run, and runs that name the same', () => {
    expect(findConflicts([])).toEqual([])
    expect(findConflicts([runOf('a', { dataset: 'x' })])).toEqual([])
    expect(findConflicts([runOf('a', { dataset: 'x' }), runOf('b', { dataset: 'x' })])).toEqual([])
  })

  it('names the datasets, each once and in the order of their names', () => {
    const runs = ['z', 'a', 'z'].map((dataset, i) => runOf(`${i}`, { dataset }))
    expect(findConflicts(runs)).toEqual([{ field: 'dataset', values: ['a', 'z'] }])
  })

  it.each([
    'tokenizer_name',
    'data.eval_dataset',
    'data/validation_file',
    'Max-Eval-Samples',
    'loss_reduction',
    'log_base',
    'eval_dataset_version',
  ])('compares the parameter %s', (name) => {
    const runs = ['x', 'y'].map((value) => runOf(value, { params: { [name]: value } }))
    expect(findConflicts(runs)).toEqual([{ field: name, values: ['x', 'y'] }])
  })

  it('compares tags of these names too', () => {
    const runs = ['v1', 'v2'].map((value) => runOf(value, { tags: { eval_dataset: value } }))
    expect(findConflicts(runs)).toEqual([{ field: 'eval_dataset', values: ['v1', 'v2'] }])
  })

  it('leaves other parameters and tags alone', () => {
    const runs = ['x', 'y'].map((value) =>
      runOf(value, { params: { lr: value, evaluation: value }, tags: { note: value } }),
    )
    expect(findConflicts(runs)).toEqual([])
  })

  it('takes a number for equal to its text, and names the same in any order', () => {
    const [a, b, c] = [100, '100.0', '50'].map((value, i) =>
      runOf(`${i}`, { params: { eval_samples: value } }),
    ) as [never, never, never]
    expect(findConflicts([a, b])).toEqual([])
    expect(findConflicts([a, b, c])).toEqual([{ field: 'eval_samples', values: [100, '50'] }])
    expect(findConflicts([c, b, a])).toEqual(findConflicts([a, b, c]))
  })

  it('knows nothing of a run that names nothing, and says of how many', () => {
    const runs = [
      runOf('a', { dataset: 'x', params: { tokenizer: '' } }),
      runOf('b', {}),
      runOf('c', { params: { tokenizer: null } }),
      runOf('d', { params: { tokenizer: 't' } }),
    ]
    expect(findConflicts(runs)).toEqual([])
    expect(unknownConditions(runs)).toEqual([
      { field: 'dataset', missing: 3 },
      { field: 'tokenizer', missing: 3 },
    ])
  })

  it('asks the host alone where it gives conditions', () => {
    const runs = [runOf('a', { dataset: 'x' }), runOf('b', { dataset: 'y' })]
    expect(findConflicts(runs, () => new Map())).toEqual([])
    const byId = (run: { readonly id: string }) => new Map([['split', run.id]])
    expect(findConflicts(runs, byId)).toEqual([{ field: 'split', values: ['a', 'b'] }])
    const some = (run: { readonly id: string }) => new Map(run.id === 'a' ? [['split', 'x']] : [])
    expect(unknownConditions(runs, some)).toEqual([{ field: 'split', missing: 1 }])
  })

  it('orders what it found by name', () => {
    const runs = ['x', 'y'].map((value) =>
      runOf(value, { dataset: value, params: { vocab_size: value, eval_set: value } }),
    )
    expect(findConflicts(runs).map(({ field }) => field)).toEqual([
      'dataset',
      'eval_set',
      'vocab_size',
    ])
  })
})
