import { describe, expect, it } from 'vitest'
import { defineSource } from '../define/defineSource.ts'
import { memorySource } from '../memory/memorySource.ts'
import type { RunEvent, RunSource } from '../source.ts'
import { describeSource } from '../testing/index.ts'
import { combineSources } from './combineSources.ts'
import { combinedId, splitId } from './runKeys.ts'

const points = [4, 3, 2, 1, 0.5].map((value, step) => ({ step, value }))
const several = (id: string, count: number): RunSource =>
  memorySource({
    id,
    runs: Array.from({ length: count }, (_, i) => ({
      id: `${i}`,
      name: `${id} ${i}`,
      series: { loss: points },
    })),
  })

const broken = (id: string): RunSource =>
  defineSource({
    id,
    listRuns: () => Promise.reject(new TypeError('no route')),
    readSeries: () => Promise.reject(new TypeError('no route')),
  })

describeSource('combineSources', () => ({
  source: combineSources([several('a', 3), several('b:c', 1), several('%', 5)]),
  metric: 'loss',
}))

describeSource('combineSources of one source', () => ({
  source: combineSources([several('a', 3)]),
  metric: 'loss',
}))

const idsOf = async (source: RunSource): Promise<readonly string[]> =>
  (await source.listRuns({})).runs.map((run) => run.id)

describe('combineSources', () => {
  it('names each run by its source, and remembers where it came from', async () => {
    const { runs, total } = await combineSources([several('a', 2), several('b', 1)]).listRuns({})
    expect(runs.map((run) => [run.id, run.source])).toEqual([
      ['a:0', 'a'],
      ['a:1', 'a'],
      ['b:0', 'b'],
    ])
    expect(total).toBe(3)
  })

  it('gives each source its share of a page', async () => {
    const source = combineSources([several('a', 5), several('b', 2), several('c', 5)])
    const first = await source.listRuns({ limit: 5 })
    expect(first.runs.map((run) => run.id)).toEqual(['a:0', 'a:1', 'b:0', 'b:1', 'c:0'])
    const second = await source.listRuns({ limit: 5, cursor: first.nextCursor })
    expect(second.runs.map((run) => run.id)).toEqual(['a:2', 'a:3', 'a:4', 'c:1', 'c:2'])
    expect([first.total, second.total]).toEqual([12, 12])
  })

  it('shows the runs of the others when one source fails, and says which did', async () => {
    const source = combineSources([broken('x'), several('b', 2)])
    const page = await source.listRuns({})
    expect(page.runs).toHaveLength(2)
    expect(page.total).toBeNull()
    expect(page.notices).toMatchObject([{ code: 'source-failed' }])
    expect(page.notices?.[0]?.message).toContain('"x"')
  })

  it('fails when all of its sources fail', async () => {
    const source = combineSources([broken('x'), broken('y')])
    await expect(source.listRuns({})).rejects.toMatchObject({ code: 'source-failed' })
  })

  it('fails only the series of a source that fails', async () => {
    const source = combineSources([broken('x'), several('b', 2)])
    const results = await source.readSeries([
      { runId: 'x:1', metric: 'loss' },
      { runId: 'b:1', metric: 'loss' },
    ])
    expect(results.map((result) => result.error?.code)).toEqual(['source-failed', undefined])
  })

  it('has no runs without sources', async () => {
    expect(await combineSources([]).listRuns({})).toMatchObject({ runs: [], nextCursor: null })
  })

  it('refuses two sources with one id', () => {
    expect(() => combineSources([several('a', 1), several('a', 2)])).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    )
  })

  it('archives where it can, and refuses as a whole where it cannot', async () => {
    const source = combineSources([broken('x'), several('b', 2)])
    await source.setArchived?.(['b:0'], true)
    expect(await idsOf(source)).toEqual(['b:1'])
    const answer = source.setArchived?.(['b:1', 'x:0'], true)
    await expect(answer).rejects.toMatchObject({ code: 'source-failed' })
    expect(await idsOf(source)).toEqual(['b:1'])
    expect(combineSources([broken('x'), broken('y')]).setArchived).toBeUndefined()
  })

  it('tells events by the combined ids, and none after it was stopped', () => {
    let tell: (event: RunEvent) => void = () => {}
    const watched: RunSource = {
      ...several('w', 1),
      watch: (query, onEvent) => {
        expect(query).toEqual({ ids: ['0'] })
        tell = onEvent
        return () => {}
      },
    }
    const events: RunEvent[] = []
    const silent: RunSource = { ...several('a', 1), watch: () => () => {} }
    const source = combineSources([silent, watched])
    const stop = source.watch?.({ ids: ['w:0', 'a:0'] }, (event) => events.push(event))
    tell({ kind: 'runs-changed', runIds: ['0'] })
    tell({ kind: 'points', runId: '0', metric: 'loss' })
    stop?.()
    tell({ kind: 'runs-changed', runIds: ['0'] })
    expect(events).toEqual([
      { kind: 'runs-changed', runIds: ['w:0'] },
      { kind: 'points', runId: 'w:0', metric: 'loss' },
    ])
  })
})

it('does not watch where one source cannot, so that its runs are polled', () => {
  const good: RunSource = { ...several('g', 1), watch: () => () => {} }
  expect(combineSources([good, several('a', 1)]).watch).toBeUndefined()
  expect(combineSources([]).watch).toBeUndefined()
})

it('leaves nobody watching when one source cannot begin to', () => {
  let stops = 0
  const good: RunSource = { ...several('g', 1), watch: () => () => void stops++ }
  const bad: RunSource = {
    ...several('b', 1),
    watch: () => {
      throw new TypeError('no socket')
    },
  }
  expect(() => combineSources([good, bad]).watch?.({}, () => {})).toThrow('no socket')
  expect(stops).toBe(1)
})

describe('combinedId', () => {
  it('leads back to what it was made from, whatever the names hold', () => {
    const names = ['', ':', '%', '%3A', '%253A', 'a:b', '__proto__', 'a%3Ab:c']
    const ids = names.flatMap((source) => names.map((run) => [source, run] as const))
    expect(new Set(ids.map(([source, run]) => combinedId(source, run))).size).toBe(ids.length)
    for (const [sourceId, runId] of ids) {
      expect(splitId(combinedId(sourceId, runId))).toEqual({ sourceId, runId })
    }
  })
})
