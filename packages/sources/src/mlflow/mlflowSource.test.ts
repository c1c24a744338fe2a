import { describe, expect, it } from 'vitest'
import { describeSource } from '../testing/describeSource.ts'
import type { RunSource, SeriesResult } from '../source.ts'
import { isMlflow, mlflowSource } from './index.ts'
import { mlflowFetch, recording, type Asked } from './testdata/mlflowFetch.ts'

const baseUrl = 'http://tracker.test'
const sourceWith = (fetch: typeof globalThis.fetch): RunSource => mlflowSource({ baseUrl, fetch })

describeSource('mlflowSource', () => ({
  source: sourceWith(mlflowFetch()),
  metric: 'train/loss',
}))

async function runNamed(name: string, source = sourceWith(mlflowFetch())) {
  const { runs } = await source.listRuns({ includeArchived: true })
  const run = runs.find((one) => one.name === name)
  if (run === undefined) throw new Error(`no run ${name}`)
  return run
}

async function readMetric(metric: string, source = sourceWith(mlflowFetch()), maxPoints?: number) {
  const { id: runId } = await runNamed('baseline', source)
  const request = { runId, metric, ...(maxPoints !== undefined && { maxPoints }) }
  const [result] = await source.readSeries([request])
  return result
}

const valuesOf = (result: SeriesResult | undefined): readonly number[] => [
  ...(result?.series?.values ?? []),
]

describe('a list of MLflow runs', () => {
  it('tells status, times, parameters, tags, experiment and last values', async () => {
    const run = await runNamed('baseline')
    expect(run).toMatchObject({
      status: 'completed',
      group: 'lr search',
      model: 'org/tiny',
      seed: '7',
      step: 5,
      archived: false,
      url: `${baseUrl}/#/experiments/1/runs/${run.id}`,
    })
    expect(run.endedAtMs).toBeGreaterThan(run.startedAtMs ?? Infinity)
    expect(Object.fromEntries(run.params)).toEqual({
      lr: 0.0003,
      optimizer: 'adamw',
      note: '50 %',
      model_name_or_path: 'org/tiny',
    })
    expect(run.tags.get('team')).toBe('vision')
    expect(run.tags.has('mlflow.user')).toBe(false)
    expect(run.metrics.get('learning_rate')).toMatchObject({
      last: 0.0005,
      lastStep: 5,
      min: null,
      basis: 'last-only',
    })
  })

  it('tells how runs ended, and hides the deleted ones', async () => {
    const source = sourceWith(mlflowFetch())
    const { runs, total } = await source.listRuns({})
    expect(runs.map(({ name, status }) => [name, status])).toEqual([
      ['still running', 'running'],
      ['Crashed', 'failed'],
      ['child/one', 'completed'],
      ['baseline', 'completed'],
    ])
    expect(total).toBe(4)
    expect((await runNamed('deleted')).archived).toBe(true)
  })

  it('names the run that another belongs to', async () => {
    const parent = await runNamed('baseline')
    expect((await runNamed('child/one')).tags.get('mlflow.parentRunId')).toBe(parent.id)
  })

  it('asks for the runs of some experiments alone', async () => {
    const source = mlflowSource({ baseUrl, fetch: mlflowFetch(), experimentIds: ['2'] })
    const { runs } = await source.listRuns({})
    expect(runs.map(({ name, group }) => [name, group])).toEqual([['still running', 'empty']])
    const { id } = await runNamed('baseline')
    const [result] = await source.readSeries([{ runId: id, metric: 'train/loss' }])
    expect(result?.error?.code).toBe('not-found')
  })

  it('goes on behind the run that filled a page, in what a search finds', async () => {
    const source = sourceWith(mlflowFetch())
    const first = await source.listRuns({ status: ['completed'], limit: 1 })
    const second = await source.listRuns({
      status: ['completed'],
      limit: 1,
      cursor: first.nextCursor,
    })
    const names = [...first.runs, ...second.runs].map(({ name }) => name)
    expect(names).toEqual(['child/one', 'baseline'])
  })

  it('shows the runs beside one without an id', async () => {
    const answer = { runs: [{ info: { run_name: 'x' } }, ...recording.runs.answer.runs] }
    const fetch = mlflowFetch({
      answer: ({ path }) => (path === 'runs/search' ? Response.json(answer) : null),
    })
    const page = await sourceWith(fetch).listRuns({ includeArchived: true })
    expect(page.runs).toHaveLength(5)
    expect(page.notices).toMatchObject([{ code: 'bad-run', count: 1 }])
  })

  it.each([
    ['an error page', () => new Response('<html>', { status: 502 })],
    ['text', () => new Response('OK')],
    ['no object', () => Response.json([])],
    ['a list that is none', () => Response.json({ experiments: 7 })],
    ['pages that lead in a circle', () => Response.json({ next_page_token: 'again' })],
  ])('fails in one sentence where MLflow answers with %s', async (_, answer) => {
    const source = sourceWith(mlflowFetch({ answer }))
    const list = source.listRuns({})
    await expect(list).rejects.toMatchObject({ name: 'RunoffError', code: 'source-failed' })
  })

  it('looks through a bounded number of pages for what nothing matches, and then goes on', async () => {
    const asked: Asked[] = []
    const fetch = mlflowFetch({
      asked,
      answer: ({ path }) =>
        path === 'runs/search'
          ? Response.json({ next_page_token: `offset ${asked.length}` })
          : null,
    })
    const page = await sourceWith(fetch).listRuns({ search: 'x' })
    expect(page.runs).toEqual([])
    expect(page.nextCursor).not.toBeNull()
    expect(asked.length).toBeLessThan(60)
  })
})

describe('a series of MLflow', () => {
  it('is whole, with NaN, infinities and times', async () => {
    const result = await readMetric('eval/loss')
    expect(valuesOf(result)).toEqual([2.5, NaN, Infinity, 1.25])
    expect(result?.series).toMatchObject({ basis: 'full', total: 4 })
    expect(result?.series?.timesMs?.[1]).toBe(1_700_000_001_000)
    expect(valuesOf(await readMetric('system/gpu'))[1]).toBe(-Infinity)
  })

  it('keeps the later of two values of a step, and says so', async () => {
    const result = await readMetric('train/loss')
    expect(valuesOf(result)[1]).toBe(9)
    expect(result).toMatchObject({ notices: [{ code: 'steps-repeat', count: 1 }] })
  })

  it('that was logged without steps keeps all points, in their order', async () => {
    const result = await readMetric('stepless')
    expect(valuesOf(result)).toEqual([0, 1, 2])
    expect(result?.series?.stepUnit).toBe('record')
  })

  it('is read page by page to its end', async () => {
    const pages: readonly object[] = [
      { metrics: [point(1, 5)], next_page_token: 'b' },
      { metrics: [point(2, 4)] },
    ]
    const fetch = mlflowFetch({
      answer: ({ path, query }) =>
        path === 'metrics/get-history'
          ? Response.json(pages[query.get('page_token') === 'b' ? 1 : 0])
          : null,
    })
    expect(valuesOf(await readMetric('train/loss', sourceWith(fetch)))).toEqual([5, 4])
    const sampled = await readMetric('train/loss', sourceWith(fetch), 3)
    expect(sampled?.series).toMatchObject({ basis: 'sampled', total: null })
    expect(valuesOf(sampled).length).toBeGreaterThan(2)
  })

  it('is whole where the server has no samples to give', async () => {
    const fetch = mlflowFetch({
      answer: ({ path, query }) => {
        if (path.endsWith('interval')) return new Response('', { status: 404 })
        if (path !== 'metrics/get-history') return null
        const isFirst = query.get('page_token') === null
        const next = isFirst ? { next_page_token: 'b' } : {}
        return Response.json({ metrics: [point(isFirst ? 1 : 2, 0)], ...next })
      },
    })
    const result = await readMetric('train/loss', sourceWith(fetch), 3)
    expect([valuesOf(result).length, result?.series?.basis]).toEqual([2, 'full'])
  })

  it('that cannot be read hides none of the others', async () => {
    const fetch = mlflowFetch({
      answer: ({ query }) =>
        query.get('metric_key') === 'lr' ? new Response('', { status: 500 }) : null,
    })
    const source = sourceWith(fetch)
    const { id: runId } = await runNamed('baseline', source)
    const results = await source.readSeries(
      ['learning_rate', 'train/loss'].map((metric) => ({ runId, metric })),
    )
    expect(results.map(({ error }) => error?.code)).toEqual(['source-failed', undefined])
  })

  it('fails where its pages lead in a circle', async () => {
    const fetch = mlflowFetch({
      answer: ({ path }) =>
        path === 'metrics/get-history'
          ? Response.json({ metrics: [point(1, 5)], next_page_token: 'b' })
          : null,
    })
    const result = await readMetric('train/loss', sourceWith(fetch))
    expect(result?.error?.message).toMatch(/lead back/)
  })
})

function point(step: number, value: number): object {
  return { key: 'loss', step, value, timestamp: step * 1000 }
}

describe('isMlflow', () => {
  it('knows MLflow by one request, in the way that the source is asked', async () => {
    const asked: Asked[] = []
    expect(await isMlflow(`${baseUrl}/`, { fetch: mlflowFetch({ asked }) })).toBe(true)
    expect(asked).toHaveLength(1)
    const { status, answer } = recording.unknownRun
    const fetch = async (): Promise<Response> => Response.json(answer, { status })
    expect(await isMlflow(baseUrl, { fetch })).toBe(true)
  })

  it.each([
    ['an empty object', () => Response.json({})],
    ['a list', () => Response.json([])],
    ['a page', () => new Response('<html>')],
    ['a stream without an end', () => new Response(new ReadableStream())],
  ])('takes a server that answers with %s for another', async (_, answer) => {
    expect(await isMlflow(baseUrl, { fetch: async () => answer() })).toBe(false)
  })

  it('takes one that does not answer for another, and is called off by its signal', async () => {
    const fetch = (): Promise<Response> => Promise.reject(new TypeError('no route'))
    expect(await isMlflow(baseUrl, { fetch })).toBe(false)
    const signal = AbortSignal.abort('enough')
    await expect(isMlflow(baseUrl, { fetch, signal })).rejects.toBe('enough')
  })
})

it('shows what the headers give in no message and no address', async () => {
  const secret = 'canary-7'
  const addresses: string[] = []
  const source = mlflowSource({
    baseUrl,
    headers: () => ({ authorization: `Bearer ${secret}` }),
    fetch: async (input, init) => {
      addresses.push(new Request(input).url)
      expect(new Headers(init?.headers).get('authorization')).toBe(`Bearer ${secret}`)
      expect(init?.redirect).toBe('error')
      return new Response('', { status: 401 })
    },
  })
  const error: unknown = await source.listRuns({}).catch((reason: unknown) => reason)
  expect(`${String(error)} ${addresses.join(' ')}`).not.toContain(secret)
  expect(String(error)).toMatch(/headers/)
})
