import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { RunoffError } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseAccess, type DatabaseAccess } from './databaseAccess.ts'
import { openDatabase } from './openDatabase.ts'

describe('databaseAccess', () => {
  let folder: string
  let database: DatabaseSync
  let access: DatabaseAccess
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-access-'))
    const path = join(folder, 'runoff.db')
    database = openDatabase(path)
    database.exec('CREATE TABLE kept (text TEXT NOT NULL)')
    access = databaseAccess(database, path, 1000)
  })
  afterEach(async () => {
    await access.close()
    rmSync(folder, { recursive: true })
  })

  const keep = (text: string): Promise<string> =>
    access.write(() => {
      database.prepare('INSERT INTO kept VALUES (?)').run(text)
      if (text.startsWith('bad')) throw new RunoffError('bad-run', 'It is bad.')
      return text
    })
  const kept = (): Promise<readonly unknown[]> =>
    access.read(() =>
      database
        .prepare('SELECT text FROM kept')
        .all()
        .map(({ text }) => text),
    )

  it('does writes in the order in which they are asked for', async () => {
    const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`)
    expect(await Promise.all(texts.map(keep))).toEqual(texts)
    expect(await kept()).toEqual(texts)
  })

  it('takes back a write that is refused, and none of those beside it', async () => {
    const outcomes = await Promise.allSettled(['a', 'bad b', 'c', 'bad d'].map(keep))
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    expect(await kept()).toEqual(['a', 'c'])
  })

  it('keeps what has room where something beside it has none', async () => {
    database.exec('PRAGMA max_page_count = 40')
    const outcomes = await Promise.allSettled(['a', 'x'.repeat(400_000), 'c'].map(keep))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'source-failed' } })
    expect(await kept()).toEqual(['a', 'c'])
  })

  it('closes behind what was asked for, and refuses in a sentence what comes later', async () => {
    const early = keep('a')
    await access.close()
    expect(await early).toBe('a')
    const late = { code: 'source-failed', message: expect.stringMatching(/has been closed\. Open/) }
    await expect(keep('b')).rejects.toMatchObject(late)
    await expect(kept()).rejects.toMatchObject(late)
  })
})
