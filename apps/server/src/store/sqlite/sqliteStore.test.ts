import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { defineSeries } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeMetricStore } from '../describeMetricStore.ts'
import type { MetricStore } from '../metricStore.ts'
import { recordOf } from '../testing.ts'
import { openSqliteStore } from './sqliteStore.ts'

describeMetricStore('openSqliteStore', async (options) => {
  const folder = mkdtempSync(join(tmpdir(), 'runoff-store-'))
  const opened: MetricStore[] = []
  const open = (path: string): MetricStore => {
    const store = openSqliteStore(join(folder, path, 'runoff.db'), options)
    opened.push(store)
    return store
  }
  return {
    store: open('live'),
    another: async () => open('live'),
    crash: async () => {
      cpSync(join(folder, 'live'), join(folder, 'found'), { recursive: true })
      return open('found')
    },
    cleanUp: async () => {
      await Promise.all(opened.map((one) => one.close()))
      rmSync(folder, { recursive: true })
    },
  }
})

describe('the file of openSqliteStore', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-file-'))
    path = join(folder, 'runoff.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('has after a crash in the middle of a write what it had before', async () => {
    const store = openSqliteStore(path)
    const { id } = await store.createExperiment('trials')
    const points = defineSeries([{ step: 1, value: 2 }])
    const record = recordOf(id, { id: 'a' }, new Map([['loss', points]]))
    await store.saveRun(record)

    const writer = new DatabaseSync(path)
    // So small a cache that the unfinished write reaches the disk.
    writer.exec('PRAGMA cache_size = 2; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
    writer.exec('UPDATE points SET value = 999')
    const insert = writer.prepare(
      'INSERT INTO points (run, metric, step, value) VALUES (1, 1, ?, 999)',
    )
    for (let step = 2; step < 20_000; step++) insert.run(step)
    for (const file of ['runoff.db', 'runoff.db-wal']) {
      cpSync(join(folder, file), join(folder, 'found', file))
    }
    writer.close()
    await store.close()

    const found = openSqliteStore(join(folder, 'found', 'runoff.db'))
    expect((await found.readSeries(record.run.id))[0]?.series).toEqual(points)
    await found.close()
  })

  it('is opened again with all that it holds', async () => {
    const store = openSqliteStore(path)
    await store.createExperiment('trials')
    await store.close()
    const again = openSqliteStore(path)
    expect((await again.listExperiments()).map((experiment) => experiment.name)).toEqual(['trials'])
    await again.close()
  })
})
