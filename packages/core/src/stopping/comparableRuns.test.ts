import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import { defineSeries } from '../series/defineSeries.ts'
import { comparableRuns } from './comparableRuns.ts'
import type { PastRun } from './pastRun.ts'
import { scheduleOf } from './schedule.ts'

const past = (input: RunInput, values: readonly number[] = [2, 1]): PastRun => ({
  run: defineRun({ status: 'completed', totalSteps: 2, ...input }),
  series: defineSeries({ steps: values.map((_, i) => i + 1), values }),
})
const live = past({ id: 'live', status: 'running', dataset: 'wiki' })

const select = (given: readonly PastRun[], { limit = 9, of = live } = {}) => {
  const { completed, comparable } = comparableRuns(of, given, { schedule: scheduleOf, limit })
  return { completed, ids: comparable.map(({ run }) => run.id) }
}

describe('comparableRuns', () => {
  it('takes completed runs on the same data, or on data that is not named', () => {
    const given = [
      past({ id: 'same', dataset: 'wiki' }),
      past({ id: 'unnamed' }),
      past({ id: 'other', dataset: 'books' }),
    ]
    expect(select(given)).toEqual({ completed: 2, ids: ['same', 'unnamed'] })
    const unnamed = past({ id: 'live', status: 'running' })
    expect(select(given, { of: unnamed }).completed).toBe(3)
  })

  it.each(['running', 'failed', 'cancelled', 'unknown'])('takes no %s run', (status) => {
    expect(select([past({ id: 'a', status })]).completed).toBe(0)
  })

  it('takes neither the run itself nor one without a finite value', () => {
    const itself = { run: { ...live.run, status: 'completed' as const }, series: live.series }
    expect(select([itself, past({ id: 'a' }, [NaN, Infinity]), past({ id: 'b' }, [])])).toEqual({
      completed: 0,
      ids: [],
    })
    expect(select([past({ id: 'live', source: 'other' })]).completed).toBe(1)
  })

  it('counts runs of other schedules as completed, and leaves them out', () => {
    const given = [past({ id: 'a', totalSteps: 3 }), past({ id: 'b' })]
    expect(select(given)).toEqual({ completed: 2, ids: ['b'] })
  })

  it('puts the most recent first, those without a time last, and ties by id', () => {
    const given = [
      past({ id: 'none' }),
      past({ id: 'old', endedAtMs: 1 }),
      past({ id: 'created', createdAtMs: 3 }),
      past({ id: 'started', startedAtMs: 4, createdAtMs: 9 }),
      past({ id: 'ended', endedAtMs: 5, startedAtMs: 0 }),
      past({ id: 'also-none' }),
    ]
    const order = ['ended', 'started', 'created', 'old', 'also-none', 'none']
    expect(select(given).ids).toEqual(order)
    expect(select(given.toReversed()).ids).toEqual(order)
    expect(select(given, { limit: 2 })).toEqual({ completed: 6, ids: ['ended', 'started'] })
  })
})
