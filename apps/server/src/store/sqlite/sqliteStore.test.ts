import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { defineSeries } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeMetricStore } from '../describeMetricStore.ts'
import { recordOf } from '../testing.ts'
import { openDatabase } from './openDatabase.ts'
import { openSqliteStore } from './sqliteStore.ts'

describeMetricStore('openSqliteStore', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'runoff-store-'))
  const store = openSqliteStore(join(folder, 'live', 'runoff.db'))
  const opened = [store]
  return {
    store,
    crash: async () => {
      cpSync(join(folder, 'live'), join(folder, 'found'), { recursive: true })
      const found = openSqliteStore(join(folder, 'found', 'runoff.db'))
      opened.push(found)
      return found
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
    const insert = writer.prepare('INSERT INTO points VALUES (1, 1, ?, 999, NULL, NULL)')
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

  it.each([1, 20, 300])(
    'has every acknowledged point after a kill at point %i',
    { timeout: 30_000 },
    async (count) => {
      const script = fileURLToPath(new URL('testdata/appendUntilKilled.ts', import.meta.url))
      const child = spawn(process.execPath, ['--conditions=@runoff/source', script, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let acknowledged = ''
      for await (const piece of child.stdout) {
        acknowledged += String(piece)
        if (acknowledged.split('\n').length > count) child.kill('SIGKILL')
      }
      const store = openSqliteStore(path)
      const [experiment] = await store.listExperiments()
      const { runs } = await store.listRuns({ experimentId: experiment?.id ?? '', limit: 1 })
      const [loss] = await store.readSeries(runs[0]?.id ?? '')
      const steps = acknowledged.split('\n').slice(0, -1).map(Number)
      expect(steps.length).toBeGreaterThanOrEqual(count)
      expect(Array.from(loss?.series.steps ?? []).slice(0, steps.length)).toEqual(steps)
      await store.close()
    },
  )

  it('is opened again with all that it holds', async () => {
    const store = openSqliteStore(path)
    await store.createExperiment('trials')
    await store.close()
    const again = openSqliteStore(path)
    expect((await again.listExperiments()).map((experiment) => experiment.name)).toEqual(['trials'])
    await again.close()
  })

  it('is on the disk before a write is acknowledged', () => {
    const database = openDatabase(path)
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  it('is refused in a sentence when a newer version wrote it', async () => {
    await openSqliteStore(path).close()
    const database = new DatabaseSync(path)
    database.exec('INSERT INTO migrations VALUES (999)')
    database.close()
    expect(() => openSqliteStore(path)).toThrow(/runoff\.db cannot be used.*newer Runoff/)
  })

  it('is refused in a sentence when it is no database', () => {
    writeFileSync(path, 'These are the notes of a training run, and no database.'.repeat(20))
    expect(() => openSqliteStore(path)).toThrow(/runoff\.db cannot be used: file is not a database/)
  })
})
