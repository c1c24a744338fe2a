import { defineRun, type RunJson } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

interface RunsAnswer {
  readonly runs: readonly RunJson[]
  readonly next_cursor: string | null
  readonly total: number
}

async function list(query = ''): Promise<RunsAnswer> {
  const answer = await server.get(`/api/v1/experiments/${server.experimentId}/runs${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<RunsAnswer>()
}

const namesOf = ({ runs }: RunsAnswer): unknown[] => runs.map((run) => run.name)

describe('GET /api/v1/experiments', () => {
  it('lists every experiment with the number of its runs', async () => {
    await server.save({ id: 'a' })
    await server.store.createExperiment('<b>__proto__</b>')
    const answer = await server.get('/api/v1/experiments')
    expect(answer.json()).toEqual({
      experiments: [
        { id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '<b>__proto__</b>', run_count: 0 },
        { id: server.experimentId, name: 'trials', run_count: 1 },
      ],
    })
  })
})

describe('GET /api/v1/experiments/{experiment_id}/runs', () => {
  it('gives runs as `defineRun` reads them, hostile names and all', async () => {
    const given = {
      id: 'a',
      name: '../<script>',
      params: { ['__proto__']: 'x', lr: 1e-3 },
      metrics: {
        'eval/loss': { last: NaN, min: 0.25, minStep: 3, count: 9, basis: 'full' as const },
      },
    }
    const id = await server.save(given)
    const { runs } = await list()
    expect(runs.map(defineRun)).toEqual([defineRun({ ...given, id })])
  })

  it('pages from the run saved last to the first, counting all', async () => {
    for (const id of ['a', 'b', 'c']) await server.save({ id, name: id })
    const first = await list('?limit=2')
    expect([namesOf(first), first.total]).toEqual([['c', 'b'], 3])
    const second = await list(`?limit=2&cursor=${first.next_cursor}`)
    expect([namesOf(second), second.next_cursor]).toEqual([['a'], null])
  })

  it('narrows by text, by several statuses, by archive and by several ids', async () => {
    const a = await server.save({ id: 'a', name: 'a', status: 'failed' })
    const b = await server.save({ id: 'b', name: 'b', status: 'completed', model: 'Qwen' })
    await server.save({ id: 'c', name: 'c', status: 'running', archived: true })
    expect(namesOf(await list('?search=qWE'))).toEqual(['b'])
    expect(namesOf(await list('?status=failed&status=completed'))).toEqual(['b', 'a'])
    expect(namesOf(await list('?include_archived=true'))).toEqual(['c', 'b', 'a'])
    expect(namesOf(await list(`?ids=${a}&ids=${b}&ids=nobody`))).toEqual(['b', 'a'])
  })

  it('gives at most 1000 runs to a page, whatever is asked', async () => {
    for (let i = 0; i < 1001; i++) await server.save({ id: `run ${i}` })
    expect((await list('?limit=1000')).runs).toHaveLength(1000)
    expect((await list('?limit=1000000')).runs).toHaveLength(1000)
    expect((await list()).runs).toHaveLength(100)
  })

  it.each([
    ['no limit at all', 'limit=0', 'The query parameter "limit" must be >= 1.'],
    ['a broken limit', 'limit=1.5', 'The query parameter "limit" must be integer.'],
    ['an empty limit', 'limit=', 'The query parameter "limit" must be integer.'],
    ['two limits', 'limit=1&limit=2', 'The query parameter "limit" must be integer.'],
    [
      'a maybe',
      'include_archived=maybe',
      'The query parameter "include_archived" must be boolean.',
    ],
    ['an unknown name', 'lmit=1', 'There is no query parameter "lmit" here.'],
    ['a hostile name', '__proto__=1', 'There is no query parameter "__proto__" here.'],
    ['a foreign cursor', 'cursor=../1', 'The cursor is none that this server gave.'],
    [
      'an unknown status',
      'status=won',
      '"status" must be equal to one of the allowed values: queued, running,',
    ],
    [
      'too long a search',
      `search=${'x'.repeat(501)}`,
      '"search" must NOT have more than 500 characters',
    ],
    [
      'too many ids',
      `ids=${Array.from({ length: 501 }, () => 'a').join('&ids=')}`,
      'more than 500 items',
    ],
  ])('answers a query with %s with a sentence', async (_fault, query, sentence) => {
    const url = `/api/v1/experiments/${server.experimentId}/runs?${query}`
    const answer = await server.get(url)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Bad option',
      status: 400,
      code: 'bad-option',
      detail: expect.stringContaining(sentence),
    })
  })

  it('says that an experiment is not there', async () => {
    const answer = await server.get('/api/v1/experiments/nowhere/runs')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'experiment-not-found'])
  })
})

describe('GET …/runs in another order', () => {
  it('sorts by what is named, either way round, those without it last', async () => {
    const metrics = (min: number) => ({
      'eval/loss': { last: 9, min, count: 3, basis: 'full' as const },
    })
    await server.save({ id: 'a', name: 'b', startedAtMs: 3, metrics: metrics(0.5) })
    await server.save({ id: 'b', name: 'c', startedAtMs: 1, metrics: metrics(0.25) })
    await server.save({ id: 'c', name: 'a' })
    expect(namesOf(await list('?sort=name'))).toEqual(['a', 'b', 'c'])
    expect(namesOf(await list('?sort=-name'))).toEqual(['c', 'b', 'a'])
    expect(namesOf(await list('?sort=-saved'))).toEqual(['b', 'c', 'a'])
    expect(namesOf(await list('?sort=metric:eval/loss:min'))).toEqual(['c', 'b', 'a'])
    expect(namesOf(await list('?sort=-metric:eval/loss:min'))).toEqual(['b', 'c', 'a'])
    expect(namesOf(await list('?sort=metric:none'))).toHaveLength(3)
  })

  it('visits every run once, page by page', async () => {
    for (let i = 0; i < 9; i++) await server.save({ id: `run ${i}`, name: `${i % 3}` })
    const seen: unknown[] = []
    let cursor: string | null = null
    do {
      const place: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page: RunsAnswer = await list(`?sort=-name&limit=2${place}`)
      seen.push(...page.runs.map((run) => run.id))
      cursor = page.next_cursor
    } while (cursor !== null)
    expect([seen.length, new Set(seen).size]).toEqual([9, 9])
  })

  it('refuses an order that is none, with a sentence', async () => {
    const answer = await server.get(`/api/v1/experiments/${server.experimentId}/runs?sort=lr`)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-option'])
    expect(answer.json().detail).toContain('"sort" must be saved, name,')
  })
})

describe('GET …/runs/counts', () => {
  const count = (query: string) =>
    server.get(`/api/v1/experiments/${server.experimentId}/runs/counts${query}`)

  it('counts those that match by what they share, the most frequent first', async () => {
    await server.save({ id: 'a', model: 'Qwen', status: 'failed' })
    await server.save({ id: 'b', model: 'Qwen' })
    await server.save({ id: 'c', model: 'Llama' })
    await server.save({ id: 'd' })
    await server.save({ id: 'e', model: 'Llama', archived: true })
    const counts = [
      { value: 'Qwen', count: 2 },
      { value: 'Llama', count: 1 },
      { value: null, count: 1 },
    ]
    const answer = (await count('?by=model')).json()
    expect(answer.by).toBe('model')
    expect(answer.counts[0]).toEqual(counts[0])
    expect(answer.counts).toEqual(expect.arrayContaining(counts))
    expect(answer.counts).toHaveLength(3)
    const failed = (await count('?by=model&status=failed')).json()
    expect(failed.counts).toEqual([{ value: 'Qwen', count: 1 }])
  })

  it.each(['', '?by=lr', '?by=model&limit=3'])('refuses "%s"', async (query) => {
    const answer = await count(query)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-option'])
  })
})
