import { expect, it } from 'vitest'
import { describeSource } from '../testing/index.ts'
import { memorySource, type MemoryRun } from './memorySource.ts'

const points = (values: readonly number[]): { step: number; value: number }[] =>
  values.map((value, i) => ({ step: i * 10, value }))

const runs: readonly MemoryRun[] = [
  {
    id: 'a',
    name: 'Baseline',
    model: 'org/small',
    status: 'completed',
    series: { 'train/loss': points([3, 2, NaN, 1.5, Infinity, 1.2]) },
  },
  {
    id: 'b',
    name: 'Wide',
    dataset: 'Text',
    status: 'running',
    series: { 'train/loss': points([4]) },
  },
  { id: 'c', name: 'No metrics', status: 'failed' },
  { id: '__proto__x', name: 'constructor', archived: true },
]

describeSource('memorySource', () => ({ source: memorySource({ runs }), metric: 'train/loss' }))

it('computes the summary of a series, and leaves one that was given', async () => {
  const given = { last: 9, min: 8, max: 9, basis: 'summary' } as const
  const series = { 'eval/loss': points([2, 1]), 'train/loss': points([5, 6]) }
  const source = memorySource({ runs: [{ id: 'a', metrics: { 'train/loss': given }, series }] })
  const [run] = (await source.listRuns({})).runs
  expect(run?.metrics.get('eval/loss')).toMatchObject({ last: 1, min: 1, minStep: 10, count: 2 })
  expect(run?.metrics.get('train/loss')).toMatchObject({ last: 9, min: 8, basis: 'summary' })
})

it('keeps a metric named __proto__, whichever way it is handed in', async () => {
  const series = new Map([['__proto__', points([1, 2, 3])]])
  const source = memorySource({ runs: [{ id: '__proto__', series }] })
  const [result] = await source.readSeries([{ runId: '__proto__', metric: '__proto__' }])
  expect([...(result?.series?.values ?? [])]).toEqual([1, 2, 3])
})

it('finds a decomposed name by a composed search', async () => {
  const source = memorySource({ runs: [{ id: 'a', name: 'Cafe\u0301' }] })
  expect((await source.listRuns({ search: 'CAF\u00C9' })).runs).toHaveLength(1)
})

it('moves no run to another page when one is archived in between', async () => {
  const source = memorySource({ runs: ['a', 'b', 'c', 'd'].map((id) => ({ id })) })
  const first = await source.listRuns({ limit: 2 })
  await source.setArchived?.(['a', 'b'], true)
  const second = await source.listRuns({ limit: 2, cursor: first.nextCursor })
  expect(second.runs.map((run) => run.id)).toEqual(['c', 'd'])
})

it('archives none of several runs when one of them is unknown', async () => {
  const source = memorySource({ runs: [{ id: 'a' }] })
  await expect(source.setArchived?.(['a', 'x'], true)).rejects.toMatchObject({ code: 'not-found' })
  expect((await source.listRuns({})).total).toBe(1)
})

it('refuses two runs with one id', () => {
  expect(() => memorySource({ runs: [{ id: 'a' }, { name: 'a' }] })).toThrow(/two runs/)
})
