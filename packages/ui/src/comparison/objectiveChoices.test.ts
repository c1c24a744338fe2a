import { defineRun, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { objectiveChoices } from './objectiveChoices.ts'

function runWith(...names: readonly string[]): Run {
  const summary = { last: 1, min: 1, max: 1, count: 2 }
  return defineRun({ id: 'a', metrics: Object.fromEntries(names.map((name) => [name, summary])) })
}

describe('objectiveChoices', () => {
  it('has what was evaluated first, and then what else has a better end', () => {
    const run = runWith('train/loss', 'eval/f1', 'learning_rate', 'eval/loss')
    expect(objectiveChoices([run], 'eval/loss')).toEqual(['eval/f1', 'eval/loss', 'train/loss'])
  })

  it('leaves out how fast the trainer was', () => {
    const run = runWith('eval/runtime', 'eval/samples_per_second', 'eval/loss')
    expect(objectiveChoices([run], 'eval/loss')).toEqual(['eval/loss'])
  })

  it('offers the chosen one though nobody logged it', () => {
    expect(objectiveChoices([], 'eval/bleu')).toEqual(['eval/bleu'])
  })

  it('leaves out what was never finite', () => {
    const run = defineRun({
      id: 'a',
      metrics: { 'eval/loss': { last: NaN, min: null, max: null, count: 3 } },
    })
    expect(objectiveChoices([run], 'train/loss')).toEqual(['train/loss'])
  })
})
