import { describe, expect, it } from 'vitest'
import { describeSource } from '../testing/describeSource.ts'
import type { RunSource, SeriesResult } from '../source.ts'
import { isTensorboard, tensorboardSource } from './index.ts'
import { recording, tensorboardFetch } from './testdata/tensorboardFetch.ts'

const baseUrl = 'http://tracker.test'
const sourceWith = (fetch: typeof globalThis.fetch): RunSource =>
  tensorboardSource({ baseUrl, fetch })

describeSource('tensorboardSource', () => ({
  source: sourceWith(tensorboardFetch()),
  metric: 'train/loss',
}))

async function read(runId: string, metric: string, fetch = tensorboardFetch()) {
  const [result] = await sourceWith(fetch).readSeries([{ runId, metric }])
  return result
}

const valuesOf = (result: SeriesResult | undefined): readonly number[] => [
  ...(result?.series?.values ?? []),
]

/** As TensorBoard answers when it was started with another number of samples. */
const keeping = (size: number | undefined): typeof fetch =>
  tensorboardFetch({
    answer: ({ pathname }) =>
      pathname === '/data/environment'
        ? Response.json({ debug: { flags: { samples_per_plugin: { scalars: size } } } })
        : null,
  })

describe('a list of TensorBoard runs', () => {
  it('tells hyperparameters, the start, and the numbers of each metric', async () => {
    const { runs } = await sourceWith(tensorboardFetch()).listRuns({ ids: ['sweep/a'] })
    const [run] = runs
    expect(run).toMatchObject({
      name: 'sweep/a',
      group: 'sweep',
      status: 'unknown',
      startedAtMs: 1_700_000_000_000,
      step: 5,
    })
    expect(Object.fromEntries(run?.params ?? [])).toEqual({
      lr: 0.0003,
      optimizer: 'adamw',
      warm: true,
    })
    expect(run?.metrics.get('eval/loss')).toMatchObject({
      last: 1.5,
      min: 1.25,
      minStep: 4,
      max: 2.5,
      count: 6,
      basis: 'full',
    })
  })

  it('lists a run that logged no scalars', async () => {
    const { runs } = await sourceWith(tensorboardFetch()).listRuns({ ids: ['nothing'] })
    expect(runs[0]?.metrics.size).toBe(0)
  })

  it('does without hyperparameters where the plugin is not there', async () => {
    const fetch = tensorboardFetch({
      answer: ({ pathname }) =>
        pathname.includes('hparams') ? new Response('', { status: 404 }) : null,
    })
    const { runs } = await sourceWith(fetch).listRuns({})
    expect(runs).toHaveLength(4)
    expect(runs.every(({ params }) => params.size === 0)).toBe(true)
  })

  it('reads no more series than a page bears, and names the metrics of the others', async () => {
    const asked: URL[] = []
    const tags = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`a${i}`, {}]))
    const fetch = tensorboardFetch({
      asked,
      answer: ({ pathname }) =>
        pathname === '/data/plugin/scalars/tags'
          ? Response.json({ many: { ...tags, loss: {} } })
          : null,
    })
    const { runs, notices } = await sourceWith(fetch).listRuns({ ids: ['many'] })
    expect(runs[0]?.metrics.size).toBe(501)
    expect(notices).toMatchObject([{ code: 'unread-metrics', count: 101 }])
    const questions = asked.map(({ searchParams }) => searchParams.get('requests') ?? '')
    // The loss is what runs are compared by.
    expect(questions.join(' ')).toContain('"tag":"loss"')
    expect(Math.max(...asked.map(({ href }) => href.length))).toBeLessThan(7000)
  })

  it.each([
    ['an error page', () => new Response('<html>', { status: 500 })],
    ['an object', () => Response.json({})],
  ])('fails where TensorBoard answers with %s instead of its runs', async (_, answer) => {
    const fetch = tensorboardFetch({
      answer: ({ pathname }) => (pathname === '/data/runs' ? answer() : null),
    })
    const list = sourceWith(fetch).listRuns({})
    await expect(list).rejects.toMatchObject({ code: 'source-failed' })
  })
})

describe('a series of TensorBoard', () => {
  it('holds NaN and infinities, with times', async () => {
    const result = await read('sweep/a', 'eval/loss')
    expect(valuesOf(result)).toEqual([2.5, NaN, Infinity, -Infinity, 1.25, 1.5])
    expect(result?.series).toMatchObject({ basis: 'full', total: 6 })
    expect(result?.series?.timesMs?.[1]).toBe(1_700_000_001_000)
  })

  it('lacks what a restart took back', async () => {
    expect([...((await read('sweep/b', 'train/loss'))?.series?.steps ?? [])]).toEqual([0, 1, 2, 3])
  })

  it('is a sample, and says so, where TensorBoard kept as many points as it keeps', async () => {
    const result = await read('long', 'train/loss')
    expect(result?.series).toMatchObject({ basis: 'sampled', total: null })
    expect(result?.series?.steps).toHaveLength(20)
    expect(result).toMatchObject({ notices: [{ code: 'sampled', count: 20 }] })
    const { runs } = await sourceWith(tensorboardFetch()).listRuns({ ids: ['long'] })
    expect(runs[0]?.metrics.get('train/loss')?.basis).toBe('sampled')
  })

  it.each([
    ['fewer points than are kept', 1000, 'full'],
    ['no number told', undefined, 'full'],
    ['all points kept', 0, 'full'],
    ['as many points as are kept', 20, 'sampled'],
  ])('is with %s: %s, %s', async (_, size, basis) => {
    expect((await read('long', 'train/loss', keeping(size)))?.series?.basis).toBe(basis)
  })

  it('is whole where its steps lie at equal distances, which those of a sample do not', async () => {
    const result = await read('sweep/a', 'train/loss', keeping(6))
    expect(result?.series?.basis).toBe('full')
  })

  it('is found by a name that no file could have', async () => {
    expect(valuesOf(await read('long', 'odd/"tag\' & ü'))).toContain(0.5)
  })

  it('that is refused hides none of the others', async () => {
    const fetch = tensorboardFetch({
      answer: ({ pathname, searchParams }) =>
        pathname.endsWith('timeSeries') && searchParams.get('requests')?.includes('Loss/val')
          ? Response.json([{ plugin: 'scalars', tag: 'Loss/val', error: 'it broke' }])
          : null,
    })
    const results = await sourceWith(fetch).readSeries(
      ['eval/loss', 'train/loss'].map((metric) => ({ runId: 'sweep/a', metric })),
    )
    expect(results.map(({ error }) => error?.code)).toEqual(['source-failed', undefined])
  })

  it.each([
    ['no list', {}],
    ['another series', [{ tag: 'other', runToSeries: {} }]],
    ['points that are no list', [{ tag: 'loss', runToSeries: { 'sweep/a': 7 } }]],
  ])('fails where the answer has %s', async (_, answer) => {
    const fetch = tensorboardFetch({
      answer: ({ pathname }) => (pathname.endsWith('timeSeries') ? Response.json(answer) : null),
    })
    expect((await read('sweep/a', 'train/loss', fetch))?.error?.code).toBe('source-failed')
  })
})

it('knows TensorBoard by one request, and nothing else', async () => {
  const asked: URL[] = []
  expect(await isTensorboard(baseUrl, { fetch: tensorboardFetch({ asked }) })).toBe(true)
  expect(asked).toHaveLength(1)
  for (const answer of [{}, [], null, { data_location: 7 }, recording.runs]) {
    expect(await isTensorboard(baseUrl, { fetch: async () => Response.json(answer) })).toBe(false)
  }
})
