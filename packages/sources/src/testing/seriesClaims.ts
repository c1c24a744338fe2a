import { expect } from 'vitest'
import type { RunSource, SeriesRequest } from '../source.ts'
import {
  columnsOf,
  hostileIds,
  longestSeries,
  readAllRuns,
  readOne,
  seriesOf,
  type Claim,
} from './sourceUnderTest.ts'

const badOption = { name: 'RunoffError', code: 'bad-option' }

/** What `readSeries` of every source does. */
export const seriesClaims: readonly Claim[] = [
  [
    'answers each request in its place, each with its own success or failure',
    async (made) => {
      const { source, metric } = made
      const { runId, series } = await longestSeries(made)
      const requests: readonly SeriesRequest[] = [
        { runId: 'a run that nobody has', metric },
        { runId, metric },
        { runId, metric: 'a metric that nobody logged' },
        { runId, metric },
      ]
      const results = await source.readSeries(requests)
      expect(results.map((result) => result.request)).toEqual(requests)
      expect(results[0]?.series).toBeNull()
      expect(results[0]?.error).toMatchObject({ name: 'RunoffError', code: 'not-found' })
      expect(columnsOf(seriesOf(results[1]))).toEqual(columnsOf(series))
      expect(seriesOf(results[2]).steps).toHaveLength(0)
      expect(columnsOf(seriesOf(results[3]))).toEqual(columnsOf(series))
    },
  ],
  [
    'answers nothing to no requests',
    async ({ source }) => expect(await source.readSeries([])).toEqual([]),
  ],
  [
    'gives columns of equal length whose steps rise',
    async ({ source, metric }) => {
      const runs = await readAllRuns(source)
      for (const result of await source.readSeries(runs.map(({ id }) => ({ runId: id, metric })))) {
        const { steps, values, timesMs, epochs, total } = seriesOf(result)
        expect(values).toHaveLength(steps.length)
        for (const column of [timesMs, epochs])
          expect(column?.length ?? steps.length).toBe(steps.length)
        expect([...steps].every((step, i) => i === 0 || step > (steps[i - 1] ?? NaN))).toBe(true)
        expect([...steps].every(Number.isFinite)).toBe(true)
        expect(total ?? Infinity).toBeGreaterThanOrEqual(steps.length)
      }
    },
  ],
  [
    'gives only the points in a range, its ends included',
    async (made) => {
      const { runId, series } = await longestSeries(made)
      const [from = 0, to = 0] = [series.steps[1], series.steps.at(-2)]
      const request = { runId, metric: made.metric, range: { from, to } }
      const part = await readOne(made.source, request)
      expect([part.steps[0], part.steps.at(-1)]).toEqual([from, to])
      const inside = [...series.steps].filter((step) => step >= from && step <= to)
      if (part.basis === 'full') expect([...part.steps]).toEqual(inside)
    },
  ],
  [
    'gives only the points after a step',
    async (made) => {
      const { runId, series } = await longestSeries(made)
      const since = series.steps[1] ?? 0
      const part = await readOne(made.source, { runId, metric: made.metric, since })
      expect([...part.steps].every((step) => step > since)).toBe(true)
      expect(part.steps.at(-1)).toBe(series.steps.at(-1))
      const last = series.steps.at(-1) ?? 0
      const after = await readOne(made.source, { runId, metric: made.metric, since: last })
      expect(after.steps).toHaveLength(0)
    },
  ],
  [
    'says so where it gives fewer points than there are',
    async (made) => {
      const { runId, series } = await longestSeries(made)
      const few = await readOne(made.source, { runId, metric: made.metric, maxPoints: 2 })
      const known = new Set(series.steps)
      expect([...few.steps].filter((step) => !known.has(step))).toEqual([])
      if (few.steps.length < series.steps.length) expect(few.basis).not.toBe('full')
    },
  ],
  [
    'agrees with the summaries in its list',
    async (made) => {
      const { runId, series } = await longestSeries(made)
      const run = (await readAllRuns(made.source)).find(({ id }) => id === runId)
      const summary = run?.metrics.get(made.metric)
      if (summary?.basis !== 'full' || series.basis !== 'full') return
      const finite = [...series.values].filter(Number.isFinite)
      expect(summary.last).toBe(series.values.at(-1))
      expect(summary.lastStep).toBe(series.steps.at(-1))
      expect(summary.min).toBe(extreme(finite, Math.min))
      expect(summary.max).toBe(extreme(finite, Math.max))
    },
  ],
  [
    'takes hostile ids and metrics for names like any other',
    async (made) => {
      const { source, metric } = made
      const unknown = await source.readSeries(hostileIds.map((id) => ({ runId: id, metric })))
      const codes = new Set(unknown.map((result) => result.error?.code))
      expect([...codes]).toEqual(['not-found'])
      const { runId } = await longestSeries(made)
      for (const name of ['__proto__', 'constructor', 'toString']) {
        expect((await readOne(source, { runId, metric: name })).steps).toHaveLength(0)
      }
    },
  ],
  [
    'changes neither its input nor an answer it gave',
    async (made) => {
      const { source, metric } = made
      const { runId } = await longestSeries(made)
      const requests = [frozenRequest(runId, metric), frozenRequest(runId, metric, 1)]
      const first = await readColumns(source, Object.freeze(requests))
      const before = structuredClone(first)
      await source.listRuns(Object.freeze({ ids: Object.freeze([runId]), search: '' }))
      expect(await readColumns(source, requests)).toEqual(before)
      expect(first).toEqual(before)
    },
  ],
  [
    'refuses requests for what cannot be',
    async (made) => {
      const { runId } = await longestSeries(made)
      const wrong: readonly Partial<SeriesRequest>[] = [
        { maxPoints: 0 },
        { maxPoints: NaN },
        { since: NaN },
        { range: { from: 2, to: 1 } },
        { range: { from: NaN, to: 1 } },
      ]
      for (const part of wrong) {
        const answer = made.source.readSeries([{ runId, metric: made.metric, ...part }])
        await expect(answer).rejects.toMatchObject(badOption)
      }
    },
  ],
]

function extreme(values: readonly number[], pick: (a: number, b: number) => number): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => pick(a, b))
}

function frozenRequest(runId: string, metric: string, from = -Infinity): SeriesRequest {
  return Object.freeze({ runId, metric, range: Object.freeze({ from, to: Infinity }) })
}

async function readColumns(
  source: RunSource,
  requests: readonly SeriesRequest[],
): Promise<readonly unknown[]> {
  return (await source.readSeries(requests)).map((result) => columnsOf(seriesOf(result)))
}
