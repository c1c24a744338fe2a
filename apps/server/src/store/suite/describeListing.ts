import { runStatuses, type MetricSummary, type Run, type RunInput } from '@runoff/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MetricStore, RunOrder, StoredRunPage, StoredRunQuery } from '../metricStore.ts'
import { anyValue, hostileName, recordOf } from '../testing.ts'
import { orderRuns } from './orderRuns.ts'
import type { StoreFixture } from './storeFixture.ts'

const anyOrder: fc.Arbitrary<RunOrder> = fc.constantFrom<RunOrder>(
  'saved',
  'name',
  'status',
  'started',
  { metric: 'eval/loss', of: 'last' },
  { metric: 'eval/loss', of: 'min' },
  { metric: 'eval/loss', of: 'max' },
  { metric: 'nobody has it', of: 'last' },
)

// Few different values, so that many runs are equal.
const anyMetric: fc.Arbitrary<number | Partial<MetricSummary>> = fc.oneof(
  fc.constantFrom(1, 2, NaN, Infinity, -Infinity, -0, 0),
  anyValue,
  fc.record({ last: anyValue, min: fc.constantFrom(1, 2, -0, 0), max: fc.constantFrom(3, 4) }),
)

const anyRun: fc.Arbitrary<RunInput> = fc.record({
  name: fc.oneof(
    fc.constantFrom('a', 'A', 'b', 'é', 'e\u0301', 'z', '\u{1f600}', '\uffee'),
    hostileName,
  ),
  status: fc.constantFrom(...runStatuses),
  startedAtMs: fc.option(fc.constantFrom(1.5e12, 1.6e12, 1.7e12)),
  metrics: fc.option(fc.record({ 'eval/loss': anyMetric })),
})

/** How a store lists runs. */
export function describeListing(at: StoreFixture): void {
  it('pages through all runs once, last saved first, while more are saved', async () => {
    const saved: string[] = []
    for (const id of ['a', 'b', 'c', 'd', 'e']) saved.unshift(await at.saveRun({ id }))
    const first = await at.store.listRuns({ experimentId: at.experimentId, limit: 2 })
    await at.saveRun({ id: 'late' })
    const second = await at.store.listRuns({
      experimentId: at.experimentId,
      limit: 2,
      cursor: first.nextCursor,
    })
    const third = await at.store.listRuns({
      experimentId: at.experimentId,
      limit: 2,
      cursor: second.nextCursor,
    })
    const seen = [first, second, third].flatMap((page) => page.runs.map((run) => run.id))
    expect(seen).toEqual(saved)
    expect([first.total, third.total, third.nextCursor]).toEqual([5, 6, null])
    const lost = at.store.listRuns({ experimentId: at.experimentId, limit: 2, cursor: 'x' })
    await expect(lost).rejects.toMatchObject({ code: 'bad-option' })
  })

  it('narrows by text, status, archive and id', async () => {
    const one = await at.saveRun({ id: '1', name: 'Crème 100%', status: 'failed' })
    const two = await at.saveRun({ id: '2', name: 'b', model: 'Qwen/Qwen3', archived: true })
    const three = await at.saveRun({ id: '3', name: 'c', dataset: 'ÜBUNG', status: 'completed' })
    const ids = async (
      query: Partial<Parameters<MetricStore['listRuns']>[0]>,
    ): Promise<readonly string[]> => {
      const page = await at.store.listRuns({ experimentId: at.experimentId, limit: 9, ...query })
      expect(page.total).toBe(page.runs.length)
      return page.runs.map((run) => run.id)
    }
    expect(await ids({})).toEqual([three, one])
    expect(await ids({ search: '0%' })).toEqual([one])
    expect(await ids({ search: 'CRE\u0300ME' })).toEqual([one])
    expect(await ids({ search: 'übung' })).toEqual([three])
    expect(await ids({ search: 'qwen', includeArchived: true })).toEqual([two])
    expect(await ids({ status: ['failed', 'running'] })).toEqual([one])
    expect(await ids({ status: [] })).toEqual([])
    expect(await ids({ ids: [two, three, 'nobody'], includeArchived: true })).toEqual([three, two])
    expect(await ids({ experimentId: 'nowhere' })).toEqual([])
  })

  it('pages through runs in any order, each once, while more are saved', async () => {
    const inputs = fc.array(anyRun, { maxLength: 12 })
    const limit = fc.integer({ min: 1, max: 5 })
    await fc.assert(
      fc.asyncProperty(inputs, anyOrder, fc.boolean(), limit, async (given, order, back, most) => {
        const { id: experimentId } = await at.freshExperiment()
        const save = async (input: RunInput): Promise<Run> => {
          const record = recordOf(experimentId, { ...input, id: at.freshId() })
          await at.store.saveRun(record)
          return record.run
        }
        const saved: Run[] = []
        for (const input of given) saved.push(await save(input))
        const query = { experimentId, order, isReversed: back, limit: most }
        const listed = await allPages(at.store, query, () => save(given[0] ?? { name: 'late' }))
        const ids = new Set(saved.map((run) => run.id))
        const expected = orderRuns(saved, order, back)
        expect(listed.filter((id) => ids.has(id))).toEqual(expected.map((run) => run.id))
        expect(new Set(listed).size).toBe(listed.length)
      }),
      { numRuns: at.trials(60) },
    )
  })

  it('orders only what matches', async () => {
    const names = ['b', 'c', 'a', 'd']
    for (const name of names) {
      await at.saveRun({ id: name, name, status: name === 'c' ? 'failed' : 'running' })
    }
    const page = await at.store.listRuns({
      experimentId: at.experimentId,
      order: 'name',
      status: ['running'],
      limit: 2,
    })
    expect(page.runs.map((run) => run.name)).toEqual(['a', 'b'])
    expect([page.total, page.nextCursor === null]).toEqual([3, false])
  })

  it('refuses the cursor of another order, and one that is none', async () => {
    for (const id of ['a', 'b']) await at.saveRun({ id, name: id })
    const query = { experimentId: at.experimentId, limit: 1 }
    const { nextCursor } = await at.store.listRuns({ ...query, order: 'name' })
    for (const cursor of [nextCursor, 'x', '', 'W10', 'bnVsbA', '\0'.repeat(100)]) {
      const lost = at.store.listRuns({ ...query, cursor, order: 'saved' })
      await expect(lost).rejects.toMatchObject({ code: 'bad-option' })
    }
  })

  it('counts the runs that match by what they share, those that have none last', async () => {
    await at.saveRun({ id: '1', model: 'b', dataset: 'x', status: 'failed', group: '\ud800' })
    await at.saveRun({ id: '2', model: 'b', status: 'failed' })
    await at.saveRun({ id: '3', model: 'B', status: 'running' })
    await at.saveRun({ id: '4', status: 'running', archived: true })
    await at.saveRun({ id: '5', status: 'unknown' })
    const count = async (
      by: Parameters<MetricStore['countRuns']>[1],
      filters: Partial<Parameters<MetricStore['countRuns']>[0]> = {},
    ): Promise<unknown> => {
      const counts = await at.store.countRuns({ experimentId: at.experimentId, ...filters }, by)
      return counts.map(({ value, count: runs }) => [value, runs])
    }
    expect(await count('model')).toEqual([
      ['b', 2],
      ['B', 1],
      [null, 1],
    ])
    expect(await count('dataset')).toEqual([
      [null, 3],
      ['x', 1],
    ])
    expect(await count('group')).toEqual([
      [null, 3],
      ['\ud800', 1],
    ])
    expect(await count('status', { includeArchived: true })).toEqual([
      ['failed', 2],
      ['running', 2],
      ['unknown', 1],
    ])
    expect(await count('model', { search: 'B', status: ['failed'] })).toEqual([['b', 2]])
    expect(await count('model', { experimentId: 'nowhere' })).toEqual([])
    expect(await count('model', { ids: [] })).toEqual([])
  })
}

/** Returns the ids of all pages; after each of them, more runs are added. */
async function allPages(
  store: MetricStore,
  query: StoredRunQuery,
  addRun: () => Promise<unknown>,
): Promise<readonly string[]> {
  const ids: string[] = []
  let page: StoredRunPage | null = null
  // Runs that are added may come before what was shown and behind it: this ends all the same.
  for (let pages = 0; pages < 20; pages++) {
    page = await store.listRuns({ ...query, cursor: page?.nextCursor ?? null })
    ids.push(...page.runs.map((run) => run.id))
    if (page.nextCursor === null) return ids
    if (pages < 3) await addRun()
  }
  return ids
}
