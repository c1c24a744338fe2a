import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from './migrations.ts'
import { openDatabase } from './openDatabase.ts'
import { openSqliteStore } from './sqliteStore.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-file-'))
  path = join(folder, 'runoff.db')
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true })
})

describe('openDatabase', () => {
  it('has a write on the disk before it is acknowledged', () => {
    const database = openDatabase(path)
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  it('refuses in a sentence a file that a newer version wrote', async () => {
    await openSqliteStore(path).close()
    const database = new DatabaseSync(path)
    database.exec('INSERT INTO migrations VALUES (999)')
    database.close()
    expect(() => openSqliteStore(path)).toThrow(/runoff\.db cannot be used.*newer Runoff/)
  })

  it('refuses in a sentence a file that is no database', () => {
    writeFileSync(path, 'These are the notes of a training run, and no database.'.repeat(20))
    expect(() => openSqliteStore(path)).toThrow(/runoff\.db cannot be used: file is not a database/)
  })

  it('refuses in a sentence a folder', () => {
    mkdirSync(path)
    expect(() => openSqliteStore(path)).toThrow(
      /cannot be used: the file cannot be opened\. Check its folder/,
    )
  })

  it('refuses in a sentence a path through a file', () => {
    writeFileSync(path, '')
    expect(() => openSqliteStore(join(path, 'runoff.db'))).toThrow(
      /cannot be used: its folder is a file\. Move/,
    )
    expect(() => openSqliteStore(join(path, 'more', 'runoff.db'))).toThrow(
      /cannot be used: a part of its path is a file\. Move/,
    )
  })

  it('refuses in a sentence a file that another program has for itself', async () => {
    await openSqliteStore(path).close()
    const holder = new DatabaseSync(path)
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE mine (x)')
    expect(() => openSqliteStore(path, { patienceMs: 20 })).toThrow(
      /cannot be used: another program is using it and does not let go\. Stop that program/,
    )
    holder.close()
  })

  it.skipIf(process.platform === 'win32')(
    'refuses in a sentence a folder and a file that can only be read',
    () => {
      chmodSync(folder, 0o555)
      expect(refusalOf(path)).toMatch(
        /cannot be used: the file cannot be opened\. Check its folder/,
      )
      expect(refusalOf(join(folder, 'more', 'runoff.db'))).toMatch(
        /cannot be used: its folder cannot be made without the right to\. Move/,
      )
      chmodSync(folder, 0o777)
      writeFileSync(path, '')
      chmodSync(path, 0o444)
      expect(refusalOf(path)).toMatch(/cannot be used: it cannot be written, only read\. Allow/)
    },
    20_000,
  )
})

/** Opens a store as somebody who has no rights of his own. */
function refusalOf(at: string): string {
  const script = fileURLToPath(new URL('testdata/openOnly.ts', import.meta.url))
  const isRoot = process.getuid?.() === 0
  return execFileSync(process.execPath, ['--conditions=@runoff/source', script, at], {
    encoding: 'utf8',
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  })
}

describe('migrations', () => {
  it('bring a file of each release up to date with all that it holds', async () => {
    const released = 3
    const database = new DatabaseSync(path)
    database.exec('CREATE TABLE migrations (version INTEGER PRIMARY KEY) STRICT')
    for (const [i, statements] of migrations.slice(0, released).entries()) {
      database.exec(statements)
      database.exec(`INSERT INTO migrations VALUES (${i + 1})`)
    }
    const details = { id: 'a', name: 'Crème', model: 'm', group: 'g', startedAtMs: 5e11 }
    const insert = `INSERT INTO runs
      (number, id, experiment, content_hash, status, archived, search_text, details, archived_by_choice)
      VALUES (?, ?, 1, 'hash', ?, ?, ?, ?, ?)`
    database.exec(`INSERT INTO experiments VALUES (1, 'trials', '"trials"')`)
    const write = database.prepare(insert)
    write.run(1, 'a', 'failed', 1, 'crème\nm', JSON.stringify(details), 0)
    write.run(2, 'b', 'running', 0, 'b', JSON.stringify({ id: 'b', name: 'B' }), null)
    write.run(3, 'c', 'running', 0, 'c', JSON.stringify({ id: 'c', name: 'c' }), 1)
    database.exec(`
      INSERT INTO metrics VALUES (1, '"eval/loss"');
      INSERT INTO series VALUES (1, 1, 'step', 'full', 2, '[]');
      INSERT INTO points VALUES (1, 1, 1.0, 5.0, NULL, NULL), (1, 1, 2.0, NULL, 0.5, 7e11);
      INSERT INTO summaries VALUES (1, 1, 'NaN', 5.0, 5.0, 1.0, 1.0, 2.0, 2, 'full', 0.25, NULL);
    `)
    database.close()

    const store = openSqliteStore(path)
    const query = { experimentId: 'trials', limit: 9 }
    const { runs } = await store.listRuns({ ...query, order: 'name' })
    expect(runs.map((run) => [run.id, run.name])).toEqual([
      ['b', 'B'],
      ['a', 'Crème'],
    ])
    const started = await store.listRuns({ ...query, order: 'started' })
    expect(started.runs.map((run) => run.id)).toEqual(['a', 'b'])
    expect(runs[1]?.metrics.get('eval/loss')).toMatchObject({ last: NaN, min: 5, trainAtMin: 0.25 })
    expect(await store.countRuns(query, 'group')).toEqual([
      { value: 'g', count: 1 },
      { value: null, count: 1 },
    ])
    const [loss] = await store.readSeries('a')
    expect(loss?.series).toMatchObject({
      steps: Float64Array.of(1, 2),
      values: Float64Array.of(5, NaN),
      epochs: Float64Array.of(NaN, 0.5),
    })
    expect(
      await store.appendPoints('a', new Map([['eval/loss', loss?.series ?? failed()]])),
    ).toEqual({ accepted: 0, duplicates: 2 })
    await store.close()
  })
})

function failed(): never {
  throw new Error('there is no series')
}
