import { describe, expect, it } from 'vitest'
import type { Run } from '../run/run.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import { recommend, type RecommendOptions } from './recommend.ts'
import { known, runOf, seedsOf } from './testdata/runs.ts'

function reasonsOf(runs: readonly Run[], code: ReasonCode, options?: RecommendOptions): Reason[] {
  return recommend(runs, options).reasons.filter((reason) => reason.code === code)
}

const idsIn = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner) => (inner?.metrics === undefined ? inner : inner.id)))

describe('the reasons of a recommendation', () => {
  it('says that the pick has the best value too', () => {
    const runs = [runOf('a', { loss: 1 }), runOf('b', { loss: 2 })]
    expect(idsIn(reasonsOf(runs, 'best-value'))).toEqual([
      { code: 'best-value', run: 'a', value: 1 },
    ])
    expect(reasonsOf(runs, 'not-best-value')).toEqual([])
    expect(reasonsOf(runs, 'only-run')).toEqual([])
  })

  it('tells a smaller gap from another rule', () => {
    const runs = [runOf('a', { loss: 0.5, train: 0.3 }), runOf('b', { loss: 0.6, train: 0.58 })]
    expect(reasonsOf(runs, 'not-best-value')).toMatchObject([{ because: 'smaller-gap' }])
    const without = [runOf('a', { loss: 0.5, train: 0.3 }), runOf('b', { loss: 0.6 })]
    expect(reasonsOf(without, 'not-best-value')).toMatchObject([{ because: 'policy' }])
    const policy: RecommendOptions['policy'] = ({ candidates }) =>
      candidates.map(({ run }) => ({ run, score: run.id === 'b' ? 1 : 2 }))
    expect(reasonsOf(runs, 'not-best-value', { policy })).toEqual([])
  })

  it('tells the gap and what it was taken to, or that the evaluation is better', () => {
    expect(idsIn(reasonsOf([runOf('a', { loss: 2, train: 1.5 })], 'gap'))).toEqual([
      { code: 'gap', run: 'a', gap: 0.5, basis: 'last' },
    ])
    const below = [runOf('a', { loss: 1, train: 1.5 })]
    expect(idsIn(reasonsOf(below, 'eval-below-train'))).toEqual([
      { code: 'eval-below-train', run: 'a', gap: -0.5 },
    ])
    expect(reasonsOf(below, 'gap')).toEqual([])
    expect(reasonsOf([runOf('a', { loss: 1, train: 1 })], 'gap')).toHaveLength(1)
  })

  it('names the runs that were scored by their value alone', () => {
    const runs = [
      runOf('a', { loss: 1, train: 1 }),
      runOf('b', { loss: 1 }),
      runOf('c', { loss: 2 }),
    ]
    expect(idsIn(reasonsOf(runs, 'no-train-value'))).toEqual([
      { code: 'no-train-value', runs: ['b', 'c'] },
    ])
    expect(reasonsOf(runs.slice(0, 1), 'no-train-value')).toEqual([])
  })

  it('points at a contender that is at least a tenth cheaper', () => {
    const dear = seedsOf('dear', [0.5, 0.51, 0.49], { gpuHours: 31 })
    const priced = (gpuHours: number | null): unknown =>
      idsIn(
        reasonsOf(
          [...dear, ...seedsOf('cheap', [0.505, 0.515, 0.495], { gpuHours })],
          'cheaper-contender',
        ),
      )
    expect(priced(10)).toEqual([
      { code: 'cheaper-contender', run: 'cheap-3', gpuHours: 10, timesCheaper: 3.1 },
    ])
    expect(priced(28)).toHaveLength(1)
    expect(priced(29)).toEqual([])
    expect(priced(40)).toEqual([])
    expect(priced(0)).toEqual([])
    expect(priced(null)).toEqual([])
    const free = seedsOf('dear', [0.5, 0.51, 0.49])
    expect(
      reasonsOf(
        [...free, ...seedsOf('cheap', [0.5, 0.52, 0.49], { gpuHours: 1 })],
        'cheaper-contender',
      ),
    ).toEqual([])
    const worse = seedsOf('worse', [0.9, 0.91, 0.89], { gpuHours: 1 })
    expect(reasonsOf([...dear, ...worse], 'cheaper-contender')).toEqual([])
  })

  it('says that the evidence rules the pick out, and then nothing of cost', () => {
    const good = seedsOf('good', [0.5, 0.51, 0.49], { train: 0.1, gpuHours: 5 })
    const small = seedsOf('small', [0.6, 0.61, 0.59], { train: 0.6, gpuHours: 50 })
    const runs = [...good, ...small]
    expect(idsIn(reasonsOf(runs, 'ruled-out'))).toEqual([
      { code: 'ruled-out', run: 'small-1', best: 'good-3' },
    ])
    expect(reasonsOf(runs, 'cheaper-contender')).toEqual([])
    expect(reasonsOf(runs, 'ruled-out', { policy: 'bestValue' })).toEqual([])
  })

  it('says of live runs that are ahead, also where nothing is done yet', () => {
    const live = runOf('live', { loss: 0.5, status: 'running' })
    expect(idsIn(reasonsOf([live], 'live-run-ahead'))).toEqual([
      { code: 'live-run-ahead', run: 'live', value: 0.5 },
    ])
    expect(reasonsOf([live, runOf('done', { loss: 0.5 })], 'live-run-ahead')).toEqual([])
    expect(reasonsOf([runOf('live', { status: 'running' })], 'live-run-ahead')).toEqual([])
    expect(reasonsOf([runOf('failed', { loss: 0.1, status: 'failed' })], 'live-run-ahead')).toEqual(
      [],
    )
  })

  it('names the runs of which only a bound is known', () => {
    const runs = [
      runOf('a', { loss: 1 }),
      runOf('b', { metrics: { 'eval/loss': { ...known(2), basis: 'sampled' } } }),
      runOf('c', { metrics: { 'eval/loss': 3 } }),
    ]
    expect(idsIn(reasonsOf(runs, 'bound'))).toEqual([
      { code: 'bound', basis: 'sampled', runs: ['b'] },
      { code: 'bound', basis: 'last-only', runs: ['c'] },
    ])
    expect(reasonsOf(runs.slice(0, 1), 'bound')).toEqual([])
  })

  it('names the run that was evaluated most and the one least often', () => {
    const counted = (id: string, count: number): Run =>
      runOf(id, { metrics: { 'eval/loss': { ...known(1), count } } })
    expect(
      idsIn(
        reasonsOf([counted('a', 10), counted('b', 15), counted('c', 12)], 'uneven-evaluations'),
      ),
    ).toEqual([{ code: 'uneven-evaluations', most: 'b', fewest: 'a' }])
    expect(reasonsOf([counted('a', 10), counted('b', 14)], 'uneven-evaluations')).toEqual([])
    expect(reasonsOf([counted('a', 10)], 'uneven-evaluations')).toEqual([])
    const last = runOf('last', { metrics: { 'eval/loss': 1 } })
    expect(reasonsOf([counted('a', 10), last], 'uneven-evaluations')).toEqual([])
  })

  it('says that the pick trained at least a tenth longer than the shortest', () => {
    const of = (id: string, loss: number, step: number | null): Run => runOf(id, { loss, step })
    expect(
      idsIn(reasonsOf([of('a', 1, 1100), of('b', 2, 1000), of('c', 2, 1050)], 'unequal-steps')),
    ).toEqual([{ code: 'unequal-steps', run: 'a', steps: 1100, other: 'b', otherSteps: 1000 }])
    expect(reasonsOf([of('a', 1, 1099), of('b', 2, 1000)], 'unequal-steps')).toEqual([])
    expect(reasonsOf([of('a', 2, 2000), of('b', 1, 1000)], 'unequal-steps')).toEqual([])
    expect(reasonsOf([of('a', 1, null), of('b', 2, 1000)], 'unequal-steps')).toEqual([])
    expect(reasonsOf([of('a', 1, 5), of('b', 2, 0)], 'unequal-steps')).toEqual([])
    const logged = runOf('a', { metrics: { 'eval/loss': { ...known(1), lastStep: 500 } } })
    expect(reasonsOf([logged, of('b', 2, 100)], 'unequal-steps')).toMatchObject([{ steps: 500 }])
  })

  it('says that seeds without any spread are no seeds', () => {
    const copies = [...seedsOf('a', [1, 1]), ...seedsOf('b', [2, 2])]
    expect(reasonsOf(copies, 'identical-seeds')).toEqual([{ code: 'identical-seeds' }])
    expect(
      reasonsOf([...seedsOf('a', [1, 1]), runOf('b', { loss: 2 })], 'identical-seeds'),
    ).toEqual([])
    expect(reasonsOf(seedsOf('a', [1, 1, 1]), 'identical-seeds')).toEqual([])
    expect(
      reasonsOf([...seedsOf('a', [1, 2]), ...seedsOf('b', [2, 3])], 'identical-seeds'),
    ).toEqual([])
  })

  it('says what only some runs name, and which models there are', () => {
    const runs = [
      runOf('a', { loss: 1, dataset: 'x', model: 'org/b' }),
      runOf('b', { loss: 2, model: 'org/a' }),
      runOf('c', { loss: 2 }),
    ]
    expect(reasonsOf(runs, 'unknown-condition')).toEqual([
      { code: 'unknown-condition', field: 'dataset', missing: 2 },
    ])
    expect(reasonsOf(runs, 'different-models')).toEqual([
      { code: 'different-models', models: ['org/a', 'org/b'] },
    ])
    expect(reasonsOf(runs.slice(1), 'different-models')).toEqual([])
  })

  it('says that a direction was guessed, unless the name of the metric tells it', () => {
    const of = (metric: string): Reason[] =>
      reasonsOf([runOf('a', { metrics: { [metric]: known(1) } })], 'guessed-goal', {
        objective: { metric, goal: 'max' },
      })
    expect(of('eval/accuracy')).toHaveLength(1)
    expect(of('zorkmid')).toHaveLength(1)
    expect(of('eval/loss')).toEqual([])
  })

  it('counts what was left out by why', () => {
    const runs = [
      runOf('a', { loss: 1 }),
      runOf('b', {}),
      runOf('c', { loss: 1, status: 'running' }),
      runOf('d', { loss: 1, status: 'failed' }),
      runOf('e', { loss: 1, status: 'failed' }),
    ]
    expect(reasonsOf(runs, 'excluded')).toEqual([
      { code: 'excluded', why: 'live', count: 1 },
      { code: 'excluded', why: 'not-completed', count: 2 },
      { code: 'excluded', why: 'no-value', count: 1 },
    ])
  })

  it('begins with what is said of the run itself', () => {
    const runs = [
      runOf('a', { loss: 1, train: 0.9, dataset: 'x', status: 'unknown' }),
      runOf('b', { loss: 1, train: 0.9 }),
      runOf('c', { loss: 0.5, status: 'running' }),
    ]
    expect(recommend(runs).reasons.map(({ code }) => code)).toEqual([
      'best-value',
      'tied',
      'gap',
      'live-run-ahead',
      'unknown-condition',
      'status-unknown',
      'excluded',
    ])
  })
})
