import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineRun, RunoffError } from '@runoff/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MetricStore } from '../metricStore.ts'
import { trials } from '../testing.ts'
import { openSqliteStore } from './sqliteStore.ts'
import { checkedState, trialState, type TrialState } from './testdata/trialFaults.ts'
import { trialLine, trialLog, trialPoints } from './testdata/trialRun.ts'

/** The two files of a database as they were after an acknowledged write. */
interface Moment {
  readonly database: Buffer
  readonly wal: Buffer
  readonly state: TrialState
}

const steps = 15

describe('a database file that was damaged', { timeout: 20_000 + trials(0) * 500 }, () => {
  let folder: string
  let path: string
  const moments: Moment[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-damage-'))
    path = join(folder, 'found.db')
    const store = openSqliteStore(join(folder, 'live.db'))
    const { id } = await store.createExperiment('trials')
    await store.createRun(id, defineRun({ id: 'a' }))
    const keep = (points: number, lines: number): void => {
      const [database, wal] = ['live.db', 'live.db-wal'].map((name) =>
        readFileSync(join(folder, name)),
      )
      if (database && wal) moments.push({ database, wal, state: { points, lines } })
    }
    keep(0, 0)
    for (let step = 0; step < steps; step++) await recordStep(store, step, keep)
    await store.close()
    copyFileSync(join(folder, 'live.db'), join(folder, 'whole.db'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const find = (database: Buffer, wal: Buffer): void => {
    rmSync(`${path}-shm`, { force: true })
    writeFileSync(path, database)
    writeFileSync(`${path}-wal`, wal)
  }

  it('has at each moment all that was acknowledged until then, and no more', async () => {
    for (const { database, wal, state } of moments) {
      find(database, wal)
      expect(await checkedState(path)).toEqual(state)
    }
  })

  it('has, where its last writes are cut off, those before them whole', async () => {
    const last = moments.at(-1)
    const known = knownStates(moments)
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    await fc.assert(
      fc.asyncProperty(share, async (part) => {
        const { database, wal } = last ?? empty
        find(database, wal.subarray(0, Math.floor(part * wal.length)))
        expect(known).toContain(await foundState(path))
      }),
      { numRuns: trials(25) },
    )
  })

  it('has, where bits of its last writes are turned, those before them whole', async () => {
    const known = knownStates(moments)
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(places, fc.nat({ max: 7 }), async (parts, bit) => {
        const { database, wal } = moments.at(-1) ?? empty
        find(database, turned(wal, parts, bit))
        expect(known).toContain(await foundState(path))
      }),
      { numRuns: trials(25) },
    )
  })

  it('has, where the power went with parts of a write on the disk, all of it or nothing', async () => {
    const place = fc.integer({ min: 1, max: moments.length - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.infiniteStream(fc.boolean()), async (at, isWritten) => {
        const [before, after] = [moments[at - 1] ?? empty, moments[at] ?? empty]
        if (!before.database.equals(after.database)) return
        find(
          before.database,
          partlyWritten(before.wal, after.wal, () => isWritten.next().value),
        )
        expect([before.state, after.state]).toContainEqual(await checkedState(path))
      }),
      { numRuns: trials(40) },
    )
  })

  it('says in a sentence that it is damaged, or reads what it can', async () => {
    const whole = readFileSync(join(folder, 'whole.db'))
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 1,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(places, fc.nat({ max: 7 }), async (parts, bit) => {
        find(turned(whole, parts, bit), Buffer.alloc(0))
        for (const error of await failuresOfAll(path)) {
          expect(error).toBeInstanceOf(RunoffError)
          expect((error as RunoffError).message).toMatch(/^[^\n]{20,400}\.$/)
        }
      }),
      { numRuns: trials(60) },
    )
  })
})

const empty: Moment = {
  database: Buffer.alloc(0),
  wal: Buffer.alloc(0),
  state: { points: 0, lines: 0 },
}

async function recordStep(
  store: MetricStore,
  step: number,
  keep: (points: number, lines: number) => void,
): Promise<void> {
  await store.appendPoints('a', trialPoints(step))
  keep(step + 1, step)
  const offset = Buffer.byteLength(trialLog(step))
  await store.appendLog('a', { offset, bytes: Buffer.from(trialLine(step)) })
  keep(step + 1, step + 1)
}

const nothing = 'nothing of the run'

/** Before the run was made there was nothing of it: that too is a beginning. */
function knownStates(moments: readonly Moment[]): ReadonlySet<string> {
  return new Set([nothing, ...moments.map(({ state }) => JSON.stringify(state))])
}

async function foundState(path: string): Promise<string> {
  const store = openSqliteStore(path)
  try {
    return JSON.stringify(await trialState(store))
  } catch (error) {
    if (error instanceof RunoffError && error.code === 'not-found') return nothing
    throw error
  } finally {
    await store.close()
  }
}

function turned(bytes: Buffer, parts: readonly number[], bit: number): Buffer {
  const copy = Buffer.from(bytes)
  for (const part of parts) {
    const place = Math.floor(part * copy.length)
    copy[place] = (copy[place] ?? 0) ^ (1 << bit)
  }
  return copy
}

/** A disk writes sector by sector, in any order, until the power goes. */
function partlyWritten(before: Buffer, after: Buffer, isWritten: () => boolean): Buffer {
  const sector = 512
  const found = Buffer.from(after)
  for (let start = 0; start < after.length; start += sector) {
    if (isWritten()) continue
    found.subarray(start, start + sector).fill(0)
    found.set(before.subarray(start, start + sector), start)
  }
  return found
}

/** Does with a file what a server does, and returns what went wrong. */
async function failuresOfAll(path: string): Promise<readonly unknown[]> {
  const failures: unknown[] = []
  const attempt = async (work: () => unknown): Promise<void> => {
    try {
      await work()
    } catch (error) {
      failures.push(error)
    }
  }
  await attempt(async () => {
    const store = openSqliteStore(path)
    await attempt(async () => {
      const [experiment] = await store.listExperiments()
      const experimentId = experiment?.id ?? ''
      await attempt(() => store.listRuns({ experimentId, limit: 9, search: 'a', order: 'name' }))
      await attempt(() => store.countRuns({ experimentId }, 'model'))
    })
    await attempt(() => store.readSeries('a'))
    await attempt(() => store.readSeries('a', { maxPoints: 8 }))
    await attempt(() => store.readLog('a'))
    await attempt(() => store.readChanges(0))
    await attempt(() => store.appendPoints('a', trialPoints(steps)))
    await attempt(() => store.appendPoints('a', trialPoints(0), 1))
    await attempt(() => store.updateRun('a', { name: 'b' }))
    await store.close()
  })
  return failures
}
