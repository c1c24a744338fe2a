import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRun } from '../run/defineRun.ts'
import type { Objective, Run } from '../run/run.ts'
import { compareCost, type CompareCostOptions, type CostComparison } from './compareCost.ts'

const runOf = (id: string, loss: number | null, gpuHours: number | null): Run =>
  defineRun({ id, gpuHours, metrics: { 'eval/loss': { min: loss, max: 9, last: loss } } })

const compare = (runs: readonly Run[], options?: CompareCostOptions) => {
  const comparison: CostComparison = compareCost(runs, options)
  if (comparison.kind === 'undefined') throw new Error(comparison.reason)
  return comparison
}
const ids = (runs: readonly Run[]): readonly string[] => runs.map(({ id }) => id)

const large = runOf('large', 0.4, 31)
const small = runOf('small', 0.41, 10)
const tiny = runOf('tiny', 0.6, 2)
const waste = runOf('waste', 0.7, 40)

describe('compareCost', () => {
  it('puts the best value of each run beside its GPU hours, by id', () => {
    const { kind, rows, front, objective, excluded } = compare([waste, tiny, small, large])
    expect(kind).toBe('defined')
    expect(rows.map(({ run, value, gpuHours }) => [run.id, value, gpuHours])).toEqual([
      ['large', 0.4, 31],
      ['small', 0.41, 10],
      ['tiny', 0.6, 2],
      ['waste', 0.7, 40],
    ])
    expect(objective).toEqual({ metric: 'eval/loss', goal: 'min' })
    expect(ids(front)).toEqual(['large', 'small', 'tiny'])
    expect(rows.map(({ isOnFront }) => isOnFront)).toEqual([true, true, true, false])
    expect(rows.map(({ dominatedBy }) => dominatedBy?.id ?? null)).toEqual([
      null,
      null,
      null,
      'large',
    ])
    expect(excluded).toEqual([])
  })

  it('says where the hours come from and what they cost', () => {
    const timed = defineRun({
      id: 'timed',
      status: 'completed',
      startedAtMs: 0,
      endedAtMs: 3_600_000,
      params: { gpus: 2 },
      metrics: { 'eval/loss': 0.5 },
    })
    const { rows } = compare([timed, small], { pricePerGpuHour: 3 })
    expect(rows.map(({ basis, gpuHours, price }) => [basis, gpuHours, price])).toEqual([
      ['reported', 10, 30],
      ['duration', 2, 6],
    ])
    expect(compare([small]).rows[0]?.price).toBeNull()
  })

  it('compares what is better when higher', () => {
    const objective: Objective = { metric: 'eval/accuracy', goal: 'max' }
    const accuracyOf = (id: string, max: number, gpuHours: number): Run =>
      defineRun({ id, gpuHours, metrics: { 'eval/accuracy': { min: 0, max, last: max } } })
    const runs = [accuracyOf('a', 0.9, 5), accuracyOf('b', 0.8, 6), accuracyOf('c', 0.89, 1)]
    const { front, cheapestContender } = compare(runs, { objective, noise: 0.02 })
    // b is .1 behind a at a higher cost; c is within the noise of a, and a fifth of its cost.
    expect(ids(front)).toEqual(['a', 'c'])
    expect(cheapestContender).toMatchObject({
      run: { id: 'c' },
      than: { id: 'a' },
      timesCheaper: 5,
    })
  })

  it('lets no run dominate another within the noise', () => {
    const runs = [runOf('a', 0.5, 1), runOf('b', 0.625, 2), runOf('c', 0.75, 3)]
    expect(ids(compare(runs, { noise: 0.125 }).front)).toEqual(['a', 'b'])
    expect(ids(compare(runs).front)).toEqual(['a'])
  })

  it('finds the cheapest of the contenders it is given, and how many times cheaper it is', () => {
    const { cheapestContender } = compare([large, small, tiny], { contenders: [small, large] })
    expect(cheapestContender).toEqual({ run: small, than: large, timesCheaper: 3.1 })
  })

  it('finds the cheapest of those within the noise where no contenders are given', () => {
    const runs = [runOf('a', 0.5, 8), runOf('b', 0.625, 2), runOf('c', 0.6875, 1)]
    expect(compare(runs, { noise: 0.125 }).cheapestContender?.run.id).toBe('b')
    expect(compare(runs, { noise: 0.124 }).cheapestContender).toMatchObject({
      run: { id: 'a' },
      than: { id: 'a' },
      timesCheaper: 1,
    })
  })

  it('calls no run as good as another without contenders or noise', () => {
    expect(compare([large, small]).cheapestContender).toBeNull()
    expect(compare([large, small], { contenders: [] }).cheapestContender).toBeNull()
  })

  it('settles equal costs by the better value, then by id', () => {
    const runs = [runOf('c', 0.5, 2), runOf('b', 0.4, 2), runOf('a', 0.5, 2)]
    const { cheapestContender } = compare(runs, { contenders: runs })
    expect(cheapestContender?.run.id).toBe('b')
    const equal = [runOf('c', 0.5, 2), runOf('a', 0.5, 2)]
    expect(compare(equal, { contenders: equal }).cheapestContender?.run.id).toBe('a')
  })

  it('knows a contender by its id and its source, and passes over one that has no cost', () => {
    const elsewhere = { ...tiny, source: 'other' }
    const free = runOf('free', 0.4, null)
    const { cheapestContender, excluded } = compare([large, small, tiny, free], {
      contenders: [elsewhere, large, free],
    })
    expect(cheapestContender).toEqual({ run: large, than: large, timesCheaper: 1 })
    expect(excluded).toEqual([{ run: free, reason: 'no-cost' }])
  })

  it('says no times where the cheapest took no hours', () => {
    const runs = [runOf('a', 0.5, 8), runOf('b', 0.5, 0)]
    const { cheapestContender } = compare(runs, { contenders: runs })
    expect(cheapestContender).toMatchObject({ run: { id: 'b' }, timesCheaper: null })
  })

  it('excludes runs without a value or a cost, by id', () => {
    const lacking = [runOf('z', 0.5, null), runOf('y', null, 3), runOf('x', null, null)]
    expect(compare([...lacking, small]).excluded).toEqual([
      { run: lacking[2], reason: 'no-value' },
      { run: lacking[1], reason: 'no-value' },
      { run: lacking[0], reason: 'no-cost' },
    ])
  })

  it('has no answer where no run has both', () => {
    const reasonOf = (runs: readonly Run[]) => compareCost(runs)
    expect(reasonOf([])).toEqual({ kind: 'undefined', reason: 'too-few-runs' })
    expect(reasonOf([runOf('a', null, 3)])).toEqual({ kind: 'undefined', reason: 'too-few-values' })
    expect(reasonOf([runOf('a', 0.5, null), runOf('b', null, 1)])).toEqual({
      kind: 'undefined',
      reason: 'no-cost',
    })
  })

  it('refuses a wrong goal, noise or price', () => {
    const refusal = expect.objectContaining({ code: 'bad-option' })
    const objective: Objective = JSON.parse('{ "metric": "eval/loss", "goal": "low" }')
    expect(() => compareCost([], { objective })).toThrow(refusal)
    expect(() => compareCost([small], { noise: -1 })).toThrow(refusal)
    expect(() => compareCost([small], { pricePerGpuHour: -1 })).toThrow(refusal)
  })

  it('does not depend on the order of the runs, nor change what was there when one is added', () => {
    const runsOf = fc.array(
      fc.record({
        loss: fc.option(fc.constantFrom(0.25, 0.5, 0.75, 1)),
        hours: fc.option(fc.nat(4)),
      }),
      { minLength: 1, maxLength: 8 },
    )
    const noises = fc.constantFrom(0, 0.25, 0.3)
    fc.assert(
      fc.property(runsOf, noises, (given, noise) => {
        const runs = given.map(({ loss, hours }, i) => runOf(`run-${i}`, loss, hours))
        const comparison = compareCost(runs, { noise })
        expect(compareCost(runs.toReversed(), { noise })).toEqual(comparison)
        const fewer = compareCost(runs.slice(1), { noise })
        if (comparison.kind === 'undefined' || fewer.kind === 'undefined') return
        const kept = comparison.front.filter(({ id }) => id !== 'run-0')
        expect(kept).toEqual(fewer.front.filter((run) => kept.includes(run)))
        expect(comparison.rows.every((row) => row.isOnFront === (row.dominatedBy === null))).toBe(
          true,
        )
      }),
    )
  })
})
