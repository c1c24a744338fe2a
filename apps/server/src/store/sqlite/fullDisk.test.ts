import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineRun, RunoffError } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MetricStore } from '../metricStore.ts'
import { openDatabase } from './openDatabase.ts'
import { storeOf } from './sqliteStore.ts'
import { recordCommand, recorded } from './testdata/startRecording.ts'
import { checkedState, trialState } from './testdata/trialFaults.ts'
import { trialLine, trialLog, trialPoints } from './testdata/trialRun.ts'

describe('a disk without room', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-full-'))
    path = join(folder, 'runoff.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('refuses a write in a sentence, keeps what was there, and goes on when there is room', async () => {
    const database = openDatabase(path)
    const store = storeOf(database, path)
    const { id } = await store.createExperiment('trials')
    await store.createRun(id, defineRun({ id: 'a' }))
    database.exec('PRAGMA max_page_count = 60')
    const { steps, error } = await recordUntilRefused(store)
    expect(error).toBeInstanceOf(RunoffError)
    expect(error).toMatchObject({
      code: 'source-failed',
      message: expect.stringMatching(
        /^The database .* cannot be used: the disk is full\. Make room/,
      ),
    })
    const before = await trialState(store)
    expect(steps).toBeGreaterThan(10)
    expect([steps, steps + 1]).toContain(before.points)
    expect(before.lines).toBe(steps)
    database.exec('PRAGMA max_page_count = 1000000')
    await store.appendPoints('a', trialPoints(steps))
    await store.appendPoints('a', trialPoints(steps + 1))
    expect((await trialState(store)).points).toBe(steps + 2)
    await store.close()
    expect((await checkedState(path)).points).toBe(steps + 2)
  })

  it.skipIf(process.platform === 'win32')(
    'refuses a write where a file may grow no more, and the next program goes on from there',
    { timeout: 60_000 },
    async () => {
      const limited = ['bash', '-c', 'ulimit -S -f 300; exec "$@"', 'bash']
      const first = await recorded([...limited, ...recordCommand(path)])
      expect(first.refusal).toMatch(/^RunoffError: The database .* cannot be used: [^\n]*\.$/)
      expect(first.steps).toBeGreaterThan(3)
      expect((await checkedState(path)).lines).toBeGreaterThanOrEqual(first.steps)
      const second = await recorded(recordCommand(path, 'a', '20'))
      expect(second.refusal).toBe('')
      expect(second.steps).toBeGreaterThan(first.steps)
      expect((await checkedState(path)).lines).toBe(second.steps)
    },
  )
})

async function recordUntilRefused(
  store: MetricStore,
): Promise<{ readonly steps: number; readonly error: unknown }> {
  for (let steps = 0; ; steps++) {
    try {
      await store.appendPoints('a', trialPoints(steps))
      const offset = Buffer.byteLength(trialLog(steps))
      await store.appendLog('a', { offset, bytes: Buffer.from(trialLine(steps)) })
    } catch (error) {
      return { steps, error }
    }
  }
}
