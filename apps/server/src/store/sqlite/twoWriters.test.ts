import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineRun } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from './sqliteStore.ts'
import { recordCommand, recorded } from './testdata/startRecording.ts'
import { checkedState } from './testdata/trialFaults.ts'
import { trialPoints } from './testdata/trialRun.ts'

describe('several programs that write to one file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-writers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('wait for each other, and nothing of any is lost', { timeout: 60_000 }, async () => {
    const path = join(folder, 'runoff.db')
    const others = ['b', 'c'].map((id) => recorded(recordCommand(path, id, '60')))
    const store = openSqliteStore(path)
    const { id } = await store.createExperiment('trials')
    await store.createRun(id, defineRun({ id: 'a' }))
    for (let step = 0; step < 60; step++) await store.appendPoints('a', trialPoints(step))
    for (const other of await Promise.all(others)) expect(other).toEqual({ steps: 60, refusal: '' })
    const { changes } = await store.readChanges(0)
    // Each has 60 steps and one beginning, and the two others a line to each step.
    expect(changes).toHaveLength(3 * 61 + 2 * 60)
    await store.close()
    expect((await checkedState(path, 'a')).points).toBe(60)
    expect(await checkedState(path, 'b')).toEqual({ points: 60, lines: 60 })
    expect(await checkedState(path, 'c')).toEqual({ points: 60, lines: 60 })
  })

  it('are told in a sentence when one does not let go', async () => {
    const path = join(folder, 'runoff.db')
    const [holder, waiting] = [openSqliteStore(path), openSqliteStore(path, { patienceMs: 50 })]
    const { DatabaseSync } = await import('node:sqlite')
    const locking = new DatabaseSync(path)
    locking.exec('BEGIN IMMEDIATE')
    const refused = waiting.createExperiment('trials')
    await expect(refused).rejects.toMatchObject({
      code: 'source-failed',
      message: expect.stringMatching(/another program is using it and does not let go\. Stop/),
    })
    expect(await waiting.listExperiments()).toEqual([])
    const later = holder.createExperiment('later')
    locking.exec('COMMIT')
    locking.close()
    expect((await later).name).toBe('later')
    expect((await waiting.createExperiment('trials')).name).toBe('trials')
    await Promise.all([holder.close(), waiting.close()])
  })
})
