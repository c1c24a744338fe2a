import { describe, expect, it } from 'vitest'
import { describeSource } from '../testing/describeSource.ts'
import type { RunSource, SeriesResult } from '../source.ts'
import { isTrackio, trackioSource } from './index.ts'
import { recording, trackioFetch, type Asked } from './testdata/trackioFetch.ts'

const baseUrl = 'http://tracker.test'
const sourceWith = (fetch: typeof globalThis.fetch): RunSource => trackioSource({ baseUrl, fetch })
const baseline = `digits/${recording.runs['digits']?.data[0]?.id}`

describeSource('trackioSource', () => ({
  source: sourceWith(trackioFetch()),
  metric: 'train/loss',
}))

/** As an older Trackio answers, which has no queries. */
const withoutQueries = (): typeof fetch =>
  trackioFetch({
    answer: ({ name }) =>
      name === 'query_project' ? Response.json(recording.unknown.answer, { status: 404 }) : null,
  })

describeSource('trackioSource without queries', () => ({
  source: sourceWith(withoutQueries()),
  metric: 'train/loss',
}))

async function read(metric: string, fetch = trackioFetch()) {
  const [result] = await sourceWith(fetch).readSeries([{ runId: baseline, metric }])
  return result
}

const valuesOf = (result: SeriesResult | undefined): readonly number[] => [
  ...(result?.series?.values ?? []),
]

describe('a list of Trackio runs', () => {
  it('tells parameters, group, start and the numbers of each metric', async () => {
    const { runs } = await sourceWith(trackioFetch()).listRuns({ ids: [baseline] })
    const [run] = runs
    expect(run).toMatchObject({
      name: 'Baseline',
      group: 'sweep',
      model: 'org/tiny',
      seed: '7',
      status: 'unknown',
      step: 5,
    })
    expect(run?.startedAtMs).toBeGreaterThan(1_700_000_000_000)
    expect(Object.fromEntries(run?.params ?? [])).toEqual({
      lr: 0.0003,
      'optimizer.name': 'adamw',
      model_name_or_path: 'org/tiny',
    })
    expect(run?.metrics.get('train/loss')).toMatchObject({ max: 9, maxStep: 1, basis: 'full' })
    expect(run?.metrics.get('eval/loss')).toMatchObject({ last: 1.5, lastStep: 5, count: 1 })
  })

  it('keeps runs of one name apart, and leaves out what is no number', async () => {
    const { runs, total } = await sourceWith(trackioFetch()).listRuns({})
    expect(runs.map(({ name, group, metrics }) => [name, group, metrics.size])).toEqual([
      ['Baseline', 'sweep', 4],
      ['Baseline', 'digits', 1],
      ['words', 'digits', 0],
      ['one', 'other', 1],
    ])
    expect(total).toBe(4)
  })

  it('shows the runs of some projects alone', async () => {
    const source = trackioSource({ baseUrl, fetch: trackioFetch(), projects: ['other'] })
    expect((await source.listRuns({})).runs.map(({ name }) => name)).toEqual(['one'])
    const [result] = await source.readSeries([{ runId: baseline, metric: 'train/loss' }])
    expect(result?.error?.code).toBe('not-found')
  })

  it('names the metrics where the dashboard answers no queries, and says so', async () => {
    const { runs, notices } = await sourceWith(withoutQueries()).listRuns({ ids: [baseline] })
    expect(runs[0]?.metrics.get('train/loss')).toMatchObject({ last: null, min: null })
    expect(notices).toMatchObject([{ code: 'unread-metrics', count: 4 }])
  })

  it('reads the runs beside one that has no rows, or more than a page bears', async () => {
    const ids = recording.runs['digits']?.data.map(({ id }) => id) ?? []
    const fetch = trackioFetch({
      answer: ({ given }) =>
        String(given['query']).includes('COUNT')
          ? Response.json({ data: { rows: [{ run: ids[0], rows: 60_000 }] } })
          : null,
    })
    const { runs, notices } = await sourceWith(fetch).listRuns({
      ids: ids.map((id) => `digits/${id}`),
    })
    expect(runs.map(({ metrics }) => metrics.get('train/loss')?.last)).toEqual([
      null,
      0.6,
      undefined,
    ])
    expect(notices).toMatchObject([{ code: 'unread-metrics', count: 4 }])
  })

  it('shows the other projects where one cannot be read, and fails where none can', async () => {
    const failing = (isFailing: (project: unknown) => boolean): RunSource =>
      sourceWith(
        trackioFetch({
          answer: ({ name, given }) =>
            name === 'get_runs_for_project' && isFailing(given['project'])
              ? Response.json({ error: 'it broke' }, { status: 500 })
              : null,
        }),
      )
    const { runs, notices } = await failing((project) => project === 'digits').listRuns({})
    expect(runs.map(({ name }) => name)).toEqual(['one'])
    expect(notices).toMatchObject([{ code: 'source-failed' }])
    await expect(failing(() => true).listRuns({})).rejects.toThrow(/it broke/)
  })
})

describe('a series of Trackio', () => {
  it('is whole, with NaN and infinities, the later of two values of a step', async () => {
    const result = await read('train/loss')
    expect(valuesOf(result)).toEqual([2, 9, NaN, 0.5, 0.4, 1 / 3])
    expect(result?.series).toMatchObject({ basis: 'full', total: 7 })
    expect(valuesOf(await read('grad_norm'))).toEqual([Infinity, -Infinity])
    expect(valuesOf(await read('odd/"name\''))).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('has NaN for what the API gives no value, and says how many', async () => {
    const result = await read('train/loss', withoutQueries())
    expect(valuesOf(result)[2]).toBeNaN()
    expect(result).toMatchObject({ notices: [{ code: 'steps-repeat' }, { code: 'non-finite' }] })
  })

  it('is read once for all metrics of a run that are asked for together', async () => {
    const asked: Asked[] = []
    const source = sourceWith(trackioFetch({ asked }))
    const metrics = ['train/loss', 'grad_norm', 'eval/loss']
    await source.readSeries(metrics.map((metric) => ({ runId: baseline, metric })))
    expect(asked.filter(({ name }) => name === 'query_project')).toHaveLength(1)
  })

  it('is read in parts where it is long', async () => {
    const row = (id: number): object => ({ id, step: id, timestamp: '', metrics: '{"loss": 1}' })
    const fetch = trackioFetch({
      answer: ({ name, given }) => {
        if (name !== 'query_project') return null
        const after = Number(/id > (-?\d+)/.exec(String(given['query']))?.[1] ?? 0)
        const rows = Array.from({ length: after < 0 ? 10_000 : 5 }, (_, i) => row(after + 1 + i))
        return Response.json({ data: { rows } })
      },
    })
    expect((await read('train/loss', fetch))?.series?.steps).toHaveLength(10_005)
  })

  it('of a run whose name would end a query is asked for as text', async () => {
    const run = { id: null, name: "x'; DROP TABLE metrics --", created_at: null }
    const queries: string[] = []
    const fetch = trackioFetch({
      answer: ({ name, given }) => {
        if (name === 'get_runs_for_project') return Response.json({ data: [run] })
        if (name === 'get_metrics_for_run') return Response.json({ data: ['loss'] })
        if (name === 'query_project') queries.push(String(given['query']))
        return null
      },
    })
    const runId = `digits/${run.name}`
    await sourceWith(fetch).readSeries([{ runId, metric: 'train/loss' }])
    expect(queries[0]).toContain(`run_name = 'x''; DROP TABLE metrics --' AND`)
  })
})

it('knows Trackio by one request, and nothing else', async () => {
  const asked: Asked[] = []
  expect(await isTrackio(baseUrl, { fetch: trackioFetch({ asked }) })).toBe(true)
  expect(asked).toHaveLength(1)
  for (const answer of [{}, [], null, { version: '1' }, { version: '1', api_version: 'x' }]) {
    expect(await isTrackio(baseUrl, { fetch: async () => Response.json(answer) })).toBe(false)
  }
})
