import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RunoffError, type Notice, type Run } from '@runoff/core'
import type { RunEvent, RunSource } from '@runoff/sources'
import { filesSource } from '@runoff/sources/files'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MetricStore } from '../store/metricStore.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { importRecordedRuns } from './importRecordedRuns.ts'
import { followRuns } from './followRuns.ts'
import { importRuns, startImport, type ImportOutcome } from './importRuns.ts'
import { readFolder } from './readFolder.ts'

let store: MetricStore
let folder: string
beforeEach(() => {
  store = openSqliteStore(':memory:')
  folder = mkdtempSync(join(tmpdir(), 'runoff-import-'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const jsonl = (...losses: readonly number[]): string =>
  losses.map((loss, step) => `${JSON.stringify({ step, loss })}\n`).join('')

function write(path: string, text: string): void {
  const at = join(folder, path)
  mkdirSync(join(at, '..'), { recursive: true })
  writeFileSync(at, text)
}

describe('importRuns', () => {
  const runs = (loss: number): readonly MemoryRun[] => [
    { id: '../a', series: { 'eval/loss': [{ step: 1, value: loss }] } },
    { id: 'b', archived: true, series: { 'eval/loss': [{ step: 1, value: NaN }] } },
    { id: 'c', metrics: { acc: 0.5 } },
  ]
  const load = (loss: number): ReturnType<typeof importRuns> =>
    importRuns(store, memorySource({ runs: runs(loss) }), 'trials')

  it('saves each run once, and again only where it reads differently', async () => {
    const none = { created: 0, replaced: 0, grown: 0, unchanged: 0, notices: [] }
    expect(await load(1)).toEqual({ ...none, created: 3 })
    expect(await load(1)).toEqual({ ...none, unchanged: 3 })
    expect(await load(2)).toEqual({ ...none, replaced: 1, unchanged: 2 })
  })

  it('keeps the order and the content of the source, under ids that hold no name', async () => {
    await load(1)
    const { id: experimentId } = await store.createExperiment('trials')
    const page = await store.listRuns({ experimentId, limit: 9, includeArchived: true })
    expect(page.runs.map((run) => run.name)).toEqual(['../a', 'b', 'c'])
    for (const run of page.runs)
      expect(run.id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    const [first] = page.runs
    expect(first?.metrics.get('eval/loss')).toMatchObject({ last: 1, count: 1, basis: 'full' })
    const [series] = await store.readSeries(first?.id ?? '')
    expect(Array.from(series?.series.values ?? [])).toEqual([1])
  })
})

describe('startImport', () => {
  const point = (value: number, step: number): { value: number; step: number } => ({ value, step })
  const runOf = (id: string, ...losses: readonly number[]): MemoryRun => ({
    id,
    series: { 'eval/loss': losses.map(point) },
  })
  /** A source whose runs can be exchanged. */
  function changing(): { source: RunSource; hold(...runs: readonly MemoryRun[]): void } {
    let held = memorySource({ runs: [] })
    const source: RunSource = {
      id: 'changing',
      listRuns: (query) => held.listRuns(query),
      readSeries: (requests) => held.readSeries(requests),
    }
    return { source, hold: (...runs) => (held = memorySource({ runs })) }
  }
  const lastOnly = (metrics: Run['metrics']): Run['metrics'] =>
    new Map(
      Array.from(metrics, ([name, known]) => [
        name,
        { ...known, min: null, max: null, minStep: null, maxStep: null, basis: 'last-only' },
      ]),
    )
  const lossesOf = async (name: string): Promise<readonly number[] | null> => {
    const { id: experimentId } = await store.createExperiment('trials')
    const { runs } = await store.listRuns({ experimentId, limit: 9 })
    const run = runs.find((each) => each.name === name)
    if (run === undefined) return null
    const [loss] = await store.readSeries(run.id, { metrics: ['eval/loss'] })
    expect(run.metrics.get('eval/loss')?.count).toBe(loss?.series.values.length)
    return Array.from(loss?.series.values ?? [])
  }

  it('adds the new points of a run that grew, and leaves those that are the same', async () => {
    const { source, hold } = changing()
    const runs = startImport(store, source, 'trials')
    hold(runOf('a', 3, 2), runOf('b', 5))
    expect(await runs.update()).toMatchObject({ created: 2 })
    const { latest } = await store.readChanges(0)
    hold(runOf('a', 3, 2, 1), runOf('b', 5))
    expect(await runs.update()).toMatchObject({ grown: 1, unchanged: 1, created: 0, replaced: 0 })
    expect(await lossesOf('a')).toEqual([3, 2, 1])
    const { changes } = await store.readChanges(latest)
    expect(changes.flatMap(({ metrics }) => metrics)).toEqual([
      { metric: 'eval/loss', from: 2, to: 2 },
    ])
  })

  it('saves a run anew whose points are other ones', async () => {
    const { source, hold } = changing()
    const runs = startImport(store, source, 'trials')
    hold(runOf('a', 3, 2))
    await runs.update()
    hold(runOf('a', 4, 2, 1))
    expect(await runs.update()).toMatchObject({ replaced: 1, grown: 0 })
    expect(await lossesOf('a')).toEqual([4, 2, 1])
  })

  it('reads the others where one run cannot be read, and that one as soon as it can', async () => {
    const { source, hold } = changing()
    const readSeries = source.readSeries
    const broken = new RunoffError('source-failed', 'It is damaged.')
    source.readSeries = async (requests, options) => {
      const results = await readSeries(requests, options)
      return results.map((result) =>
        result.request.runId === 'b' ? { ...result, series: null, error: broken } : result,
      )
    }
    const runs = startImport(store, source, 'trials')
    hold(runOf('a', 3), runOf('b', 5), runOf('c', 4))
    const { created, notices } = await runs.update()
    expect([created, notices.map(({ code, path }) => [code, path])]).toEqual([
      2,
      [['unreadable-run', 'b']],
    ])
    expect([await lossesOf('a'), await lossesOf('b')]).toEqual([[3], null])
    source.readSeries = readSeries
    expect(await runs.update()).toMatchObject({ created: 1, unchanged: 2, notices: [] })
    expect(await lossesOf('b')).toEqual([5])
  })

  it('reads nothing again of a run of which the source lists less than its series tell', async () => {
    const { source, hold } = changing()
    const listRuns = source.listRuns
    source.listRuns = async (query, options) => {
      const page = await listRuns(query, options)
      return { ...page, runs: page.runs.map((run) => ({ ...run, metrics: lastOnly(run.metrics) })) }
    }
    const readSeries = vi.spyOn(source, 'readSeries')
    const runs = startImport(store, source, 'trials')
    hold(runOf('a', 3, 2))
    await runs.update()
    expect(await runs.update()).toMatchObject({ unchanged: 1 })
    expect(readSeries).toHaveBeenCalledOnce()
  })

  it('archives a run that is gone, and shows it again when it is back', async () => {
    const { source, hold } = changing()
    const runs = startImport(store, source, 'trials')
    hold(runOf('a', 3), runOf('b', 5))
    await runs.update()
    hold(runOf('b', 5))
    await runs.update()
    expect(await lossesOf('a')).toBeNull()
    hold(runOf('a', 3, 2), runOf('b', 5))
    await runs.update()
    expect(await lossesOf('a')).toEqual([3, 2])
  })
})

describe('followRuns', () => {
  /** A source with one run, whose notices can be exchanged, and that says when it is told to. */
  function telling(): {
    source: { source: RunSource; notices: readonly Notice[] }
    tell(...runIds: readonly string[]): void
  } {
    const memory = memorySource({ runs: [{ id: 'a', series: { loss: [{ step: 0, value: 3 }] } }] })
    let onEvent: (event: RunEvent) => void = () => undefined
    const held: ReturnType<typeof telling>['source'] = {
      notices: [],
      source: {
        id: 'telling',
        listRuns: async (query) => ({ ...(await memory.listRuns(query)), notices: held.notices }),
        readSeries: (requests) => memory.readSeries(requests),
        watch: (_query, tell) => {
          onEvent = tell
          return () => undefined
        },
      },
    }
    return { source: held, tell: (...runIds) => onEvent({ kind: 'runs-changed', runIds }) }
  }

  it('reads again when the source tells of a change, and says why where it cannot', async () => {
    let tell: (event: RunEvent) => void = () => undefined
    let held = memorySource({ runs: [{ id: 'a', series: { loss: [{ step: 0, value: 3 }] } }] })
    let stopped = 0
    const source: RunSource = {
      id: 'telling',
      listRuns: (query) => held.listRuns(query),
      readSeries: (requests) => held.readSeries(requests),
      watch: (_query, onEvent) => {
        tell = onEvent
        return () => (stopped += 1)
      },
    }
    const onUpdate = vi.fn<(outcome: ImportOutcome) => void>()
    const onFailure = vi.fn<(error: unknown) => void>()
    const followed = await followRuns(store, source, 'trials', { onUpdate, onFailure })
    expect(followed.first).toMatchObject({ created: 1 })
    held = memorySource({
      runs: [{ id: 'a', series: { loss: [0, 1].map((step) => ({ step, value: 3 })) } }],
    })
    tell({ kind: 'points', runId: 'a', metric: 'loss' })
    await vi.waitFor(() => expect(onUpdate.mock.lastCall?.[0]).toMatchObject({ grown: 1 }))
    source.listRuns = () => Promise.reject(new Error('gone'))
    tell({ kind: 'runs-changed', runIds: ['a'] })
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledExactlyOnceWith(new Error('gone')))
    await followed.stop()
    expect(stopped).toBe(1)
  })

  it('tells once of each gap, and reads the next time what it could not read', async () => {
    const { source: held, tell } = telling()
    const onGap = vi.fn<(notice: Notice) => void>()
    const onFailure = vi.fn<(error: unknown) => void>()
    const onUpdate = vi.fn<(outcome: ImportOutcome) => void>()
    const followed = await followRuns(store, held.source, 'trials', { onGap, onFailure, onUpdate })
    const gapOf = (count: number): Notice => ({ code: 'log-truncated', message: 'It was.', count })
    const read = held.source.readSeries
    held.source.readSeries = () => Promise.reject(new Error('busy'))
    held.notices = [gapOf(1)]
    tell('a')
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce())
    held.source.readSeries = vi.fn<typeof read>(read)
    tell()
    await vi.waitFor(() => expect(onUpdate).toHaveBeenCalledOnce())
    expect(held.source.readSeries).toHaveBeenCalledOnce()
    held.notices = [gapOf(2)]
    tell()
    await vi.waitFor(() => expect(onUpdate).toHaveBeenCalledTimes(2))
    expect(onGap.mock.calls).toEqual([[gapOf(1)], [gapOf(2)]])
    await followed.stop()
  })

  it('asks a source again and again that does not tell', async () => {
    let held = memorySource({ runs: [] })
    const source: RunSource = {
      id: 'silent',
      listRuns: (query) => held.listRuns(query),
      readSeries: (requests) => held.readSeries(requests),
    }
    const onUpdate = vi.fn<(outcome: ImportOutcome) => void>()
    const followed = await followRuns(store, source, 'trials', { onUpdate, pollMs: 1 })
    held = memorySource({ runs: [{ id: 'a' }] })
    await vi.waitFor(() => {
      expect(onUpdate.mock.calls.some(([outcome]) => outcome.created === 1)).toBe(true)
    })
    await followed.stop()
  })

  it('rejects, and watches no more, where the source cannot be read at first', async () => {
    const stop = vi.fn<() => void>()
    const source: RunSource = {
      id: 'broken',
      listRuns: () => Promise.reject(new Error('broken')),
      readSeries: () => Promise.resolve([]),
      watch: () => stop,
    }
    await expect(followRuns(store, source, 'trials')).rejects.toThrow('broken')
    expect(stop).toHaveBeenCalledOnce()
  })
})

describe('importRecordedRuns', () => {
  it('makes an experiment of each folder, and none where there is no folder', async () => {
    write('one/run-1/metrics.jsonl', jsonl(3, 2, 1))
    write('two/run-1/metrics.jsonl', jsonl(3, 2))
    write('README.md', 'These are runs.')
    await importRecordedRuns(store, folder)
    await importRecordedRuns(store, join(folder, 'nothing'))
    const experiments = await store.listExperiments()
    expect(experiments.map(({ name, runCount }) => [name, runCount])).toEqual([
      ['one', 1],
      ['two', 1],
    ])
  })
})

describe('readFolder', () => {
  it('finds files at any depth by their relative path, and follows no link out', async () => {
    write('runs/a/deep/metrics.jsonl', jsonl(1))
    write('secret.jsonl', jsonl(666))
    symlinkSync(join(folder, 'secret.jsonl'), join(folder, 'runs', 'link.jsonl'))
    symlinkSync(folder, join(folder, 'runs', 'up'))
    const files = readFolder(join(folder, 'runs'))
    expect(files.map((file) => file.path)).toEqual(['a/deep/metrics.jsonl'])
    expect(await (await files[0]?.open())?.text()).toBe(jsonl(1))
  })

  it('says which file went away, and reads the others', async () => {
    write('a/metrics.jsonl', jsonl(3, 2, 1))
    write('b/metrics.jsonl', jsonl(3, 2, 1))
    const files = readFolder(folder)
    rmSync(join(folder, 'b'), { recursive: true })
    const { runs, notices } = await filesSource({ files }).listRuns({})
    expect(runs).toHaveLength(1)
    expect(notices?.map((notice) => notice.path)).toEqual(['b/metrics.jsonl'])
  })
})
