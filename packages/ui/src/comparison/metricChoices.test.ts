import { defaultObjective, defineRun, type MetricSummary, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { metricChoices } from './metricChoices.ts'

function runWith(metrics: Record<string, Partial<MetricSummary>>): Run {
  return defineRun({ id: 'a', metrics })
}

const curve = { last: 1, min: 0, max: 1, count: 10 }
const once = { last: 1, min: 1, max: 1, count: 1, basis: 'full' as const }
const atTheEnd = { ...once, basis: 'summary' as const }

describe('metricChoices', () => {
  it('has first what people look at, then the rest by name, and never the losses', () => {
    const run = runWith({
      'train/loss': curve,
      'eval/loss': curve,
      zeta: curve,
      grad_norm: curve,
      alpha: curve,
      learning_rate: curve,
    })
    const { all, atFirst } = metricChoices([run], defaultObjective)
    expect(all).toEqual(['learning_rate', 'grad_norm', 'alpha', 'zeta'])
    expect(atFirst).toEqual(['learning_rate', 'grad_norm'])
  })

  it('gathers the metrics of all runs, each once', () => {
    const runs = [runWith({ alpha: curve, beta: curve }), runWith({ beta: curve, gamma: curve })]
    expect(metricChoices(runs, defaultObjective).all).toEqual(['alpha', 'beta', 'gamma'])
  })

  it('shows four at first, that of the objective before all others', () => {
    const names = ['eval/perplexity', 'eval/accuracy', 'learning_rate', 'grad_norm', 'eval/f1']
    const run = runWith(Object.fromEntries(names.map((name) => [name, curve])))
    const { atFirst } = metricChoices([run], { metric: 'eval/f1', goal: 'max' })
    expect(atFirst).toEqual(['eval/f1', 'eval/perplexity', 'eval/accuracy', 'learning_rate'])
    const byNorm = metricChoices([run], { metric: 'grad_norm', goal: 'min' })
    expect(byNorm.atFirst[0]).toBe('grad_norm')
  })

  it('offers what was logged once, and does not show it at first', () => {
    const run = runWith({ learning_rate: once, grad_norm: curve })
    const { all, atFirst } = metricChoices([run], defaultObjective)
    expect(all).toEqual(['learning_rate', 'grad_norm'])
    expect(atFirst).toEqual(['grad_norm'])
  })

  it('leaves out what every run has as one number, and keeps what some run has a curve of', () => {
    const runs = [
      runWith({ total_flos: atTheEnd, 'train/mean_loss': atTheEnd, accuracy: atTheEnd }),
      runWith({ total_flos: atTheEnd, accuracy: curve }),
    ]
    expect(metricChoices(runs, defaultObjective).all).toEqual(['accuracy'])
  })

  it('has last how the trainer was doing', () => {
    const names = ['eval/runtime', 'eval/steps_per_second', 'num_tokens', 'zeta', 'alpha']
    const run = runWith(Object.fromEntries(names.map((name) => [name, curve])))
    expect(metricChoices([run], defaultObjective).all).toEqual([
      'alpha',
      'zeta',
      'eval/runtime',
      'eval/steps_per_second',
      'num_tokens',
    ])
  })

  it('has nothing to choose from without runs or metrics', () => {
    expect(metricChoices([], defaultObjective)).toEqual({ all: [], atFirst: [] })
    expect(metricChoices([runWith({})], defaultObjective)).toEqual({ all: [], atFirst: [] })
  })
})
