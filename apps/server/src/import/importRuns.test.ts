import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesSource } from '@runoff/sources/files'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MetricStore } from '../store/metricStore.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { importRecordedRuns } from './importRecordedRuns.ts'
import { importRuns } from './importRuns.ts'
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
    expect(await load(1)).toEqual({ created: 3, replaced: 0, unchanged: 0 })
    expect(await load(1)).toEqual({ created: 0, replaced: 0, unchanged: 3 })
    expect(await load(2)).toEqual({ created: 0, replaced: 1, unchanged: 2 })
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
