import { defineRun, type Run, type RunInput } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyModel } from './historyModel.ts'

const loss = { metric: 'eval/loss', goal: 'min' } as const
const dayMs = 86_400_000

function runAt(id: string, day: number, value: number | null, more: RunInput = {}): Run {
  const metrics = value === null ? {} : { 'eval/loss': value }
  return defineRun({ id, status: 'completed', createdAtMs: day * dayMs, metrics, ...more })
}

const told = (runs: readonly Run[], goal: 'min' | 'max' = 'min') =>
  historyModel(runs, { ...loss, goal }).points.map(
    ({ run, bestSoFar, isImprovement }) => [run.id, bestSoFar, isImprovement] as const,
  )

describe('historyModel', () => {
  it('puts runs in the order of their start, with the best so far', () => {
    const runs = [runAt('c', 3, 0.4), runAt('a', 1, 0.5), runAt('d', 4, 0.2), runAt('b', 2, 0.3)]
    expect(told(runs)).toEqual([
      ['a', 0.5, true],
      ['b', 0.3, true],
      ['c', 0.3, false],
      ['d', 0.2, true],
    ])
    expect(told(runs, 'max').map(([, best]) => best)).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  it('takes a tie for no improvement, and one moment in the order of the ids', () => {
    expect(told([runAt('b', 1, 0.2), runAt('a', 1, 0.2)])).toEqual([
      ['a', 0.2, true],
      ['b', 0.2, false],
    ])
  })

  it('keeps archived runs, and leaves out what has no place', () => {
    const model = historyModel(
      [
        runAt('old', 1, 0.3, { archived: true }),
        runAt('live', 2, 0.1, { status: 'running' }),
        runAt('no value', 3, null),
        runAt('not a number', 4, NaN),
        runAt('no date', 5, 0.1, { createdAtMs: null }),
      ],
      loss,
    )
    expect(model.points.map(({ run }) => run.id)).toEqual(['old'])
    expect(model.leftOutCount).toBe(4)
  })

  it('has a run once that is given twice', () => {
    const twice = [runAt('a', 1, 0.3), runAt('b', 2, 0.2), runAt('a', 1, 0.3)]
    expect(told(twice).map(([id]) => id)).toEqual(['a', 'b'])
    expect(historyModel(twice, loss).leftOutCount).toBe(0)
  })

  it('is empty without runs', () => {
    expect(historyModel([], loss)).toEqual({ points: [], improvements: [], leftOutCount: 0 })
  })

  it('never gets worse, and does not depend on the order of the input', () => {
    const run = fc.tuple(fc.nat(9), fc.double({ noNaN: true, min: -9, max: 9 }))
    fc.assert(
      fc.property(fc.array(run), (given) => {
        const runs = given.map(([day, value], index) => runAt(`${index}`, day, value))
        const best = told(runs).map(([, value]) => value)
        expect(best).toEqual(best.toSorted((a, b) => b - a))
        expect(told(runs.toReversed())).toEqual(told(runs))
      }),
    )
  })
})
