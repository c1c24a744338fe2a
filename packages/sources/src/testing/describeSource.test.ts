import { describe, expect, it } from 'vitest'
import { defineRun, defineSeries } from '@runoff/core'
import { defineSource } from '../define/defineSource.ts'
import { memorySource, type MemoryRun } from '../memory/memorySource.ts'
import type { RunQuery, RunSource, SeriesResult } from '../source.ts'
import { describeSource } from './describeSource.ts'
import { listClaims } from './listClaims.ts'
import { seriesClaims } from './seriesClaims.ts'
import { stopClaims } from './stopClaims.ts'

const points = [5, 4, 3, 2, 1].map((value, step) => ({ step, value }))
const runs: readonly MemoryRun[] = [
  { id: 'a', status: 'completed', series: { loss: points } },
  { id: 'b', status: 'failed', series: { loss: points.slice(0, 2) } },
  { id: 'c', archived: true },
]
const sound = memorySource({ runs })

/** The source of the guide. */
function recordedSource(read: () => Promise<readonly MemoryRun[]>): RunSource {
  const open = async (): Promise<RunSource> => memorySource({ id: 'recorded', runs: await read() })
  return defineSource({
    id: 'recorded',
    listRuns: async (query, options) => (await open()).listRuns(query, options),
    readSeries: async (requests, options) => (await open()).readSeries(requests, options),
  })
}

describeSource('a source in ten lines', () => ({
  source: recordedSource(async () => runs),
  metric: 'loss',
}))

async function brokenClaims(parts: Partial<RunSource>): Promise<readonly string[]> {
  const source = { ...sound, ...parts }
  const broken: string[] = []
  for (const [claim, check] of [...listClaims, ...seriesClaims, ...stopClaims]) {
    const holds = await check({ source, metric: 'loss' }).then(
      () => true,
      () => false,
    )
    if (!holds) broken.push(claim)
  }
  return broken
}

function without(query: RunQuery, name: keyof RunQuery): RunQuery {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))
}

const changed = (change: (result: SeriesResult) => SeriesResult): Partial<RunSource> => ({
  readSeries: async (requests, options) => (await sound.readSeries(requests, options)).map(change),
})

const faults: readonly (readonly [string, Partial<RunSource>, RegExp])[] = [
  [
    'forgets the cursor',
    { listRuns: (query, options) => sound.listRuns(without(query, 'cursor'), options) },
    /pages of one/,
  ],
  [
    'shows a run on two pages',
    {
      listRuns: async (query, options) => {
        const page = await sound.listRuns(query, options)
        return query.cursor ? { ...page, runs: [defineRun({ id: 'a' })] } : page
      },
    },
    /pages of one/,
  ],
  [
    'does not search',
    { listRuns: (query, options) => sound.listRuns(without(query, 'search'), options) },
    /part of its name/,
  ],
  [
    'does not narrow by id',
    { listRuns: (query, options) => sound.listRuns(without(query, 'ids'), options) },
    /asked for by id/,
  ],
  [
    'does not narrow by status',
    { listRuns: (query, options) => sound.listRuns(without(query, 'status'), options) },
    /status/,
  ],
  [
    'shows archived runs',
    { listRuns: (query, options) => sound.listRuns({ ...query, includeArchived: true }, options) },
    /archived/,
  ],
  ['does not archive', { setArchived: async () => {} }, /archives a run/],
  [
    'answers backwards',
    {
      readSeries: async (requests, options) =>
        (await sound.readSeries(requests, options)).toReversed(),
    },
    /in its place/,
  ],
  [
    'throws for an unknown run',
    {
      readSeries: async (requests, options) => {
        const results = await sound.readSeries(requests, options)
        for (const { error } of results) if (error) throw error
        return results
      },
    },
    /in its place/,
  ],
  [
    'gives too much of a series',
    {
      readSeries: (requests, options) =>
        sound.readSeries(
          requests.map(({ runId, metric }) => ({ runId, metric })),
          options,
        ),
    },
    /range/,
  ],
  [
    'cuts a series and does not say so',
    changed((result) => {
      const few = result.request.maxPoints === 2 && result.error === null
      return few ? { ...result, series: defineSeries(points.slice(0, 2)) } : result
    }),
    /fewer points/,
  ],
  [
    'has summaries that are not those of its series',
    changed((result) => {
      const other = points.map(({ step, value }) => ({ step, value: value + 1 }))
      const isWhole = result.error === null && result.series.steps.length === 5
      return isWhole ? { ...result, series: defineSeries(other) } : result
    }),
    /summaries/,
  ],
  [
    'answers though it was called off',
    {
      listRuns: (query) => sound.listRuns(query),
      readSeries: (requests) => sound.readSeries(requests),
    },
    /aborted before/,
  ],
  ['is broken for good after it was called off', stuckAfterAbort(), /works again/],
]

function stuckAfterAbort(): Partial<RunSource> {
  let isStuck = false
  return {
    listRuns: async (query, options) => {
      options?.signal?.addEventListener('abort', () => (isStuck = true))
      if (isStuck) throw new Error('stuck')
      return sound.listRuns(query, options)
    },
  }
}

describe('describeSource', () => {
  it.each(faults)('finds a source that %s', async (_, parts, claim) => {
    expect((await brokenClaims(parts)).join('; ')).toMatch(claim)
  })

  it('has nothing to say of a sound one', async () => {
    expect(await brokenClaims({})).toEqual([])
  })
})
