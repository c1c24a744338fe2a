import { defineRun } from '@runoff/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import type { MetricStore } from '../store/metricStore.ts'
import { nameBasedId } from '../store/nameBasedId.ts'
import { createChangeFeed } from './changeFeed.ts'

let store: MetricStore
let reads: number
let experimentId: string
const change = (name: string) =>
  store.createRun(experimentId, defineRun({ id: nameBasedId('run', name), name }))

beforeEach(async () => {
  const real = openSqliteStore(':memory:')
  reads = 0
  store = {
    ...real,
    readChanges: (after, limit) => {
      reads += 1
      return real.readChanges(after, limit)
    },
  }
  experimentId = (await store.createExperiment('trials')).id
})
afterEach(() => store.close())

const never = new AbortController().signal

describe('createChangeFeed', () => {
  it('gives what has happened at once, and what comes to all who wait, by one reader', async () => {
    const feed = createChangeFeed(store)
    const start = await feed.latest()
    await change('a')
    const { changes } = await feed.next(start, never)
    expect(changes).toHaveLength(1)
    const after = changes[0]?.sequence ?? 0
    const waiting = Array.from({ length: 50 }, () => feed.next(after, never))
    await Promise.resolve()
    await change('b')
    const before = reads
    const told = await Promise.all(waiting)
    expect(told.map((one) => one.changes.length)).toEqual(Array(50).fill(1))
    expect(reads - before).toBeLessThan(10)
  })

  it('declares a gap to whoever comes from behind the last change', async () => {
    const feed = createChangeFeed(store)
    const latest = await feed.latest()
    expect(await feed.next(latest + 5, never)).toMatchObject({ hasGap: true, changes: [], latest })
  })

  it('lets go of who is called off, and reads nothing while nobody waits', async () => {
    const feed = createChangeFeed(store)
    const controller = new AbortController()
    const waiting = feed.next(await feed.latest(), controller.signal)
    controller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    await expect(feed.next(0, controller.signal)).rejects.toThrow('gone')
  })

  it('tells who waits that the store failed, and works again after that', async () => {
    const feed = createChangeFeed(store)
    const latest = await feed.latest()
    const works = store.readChanges
    const waiting = feed.next(latest, never)
    await new Promise((resolve) => setImmediate(resolve))
    store = Object.assign(store, { readChanges: () => Promise.reject(new Error('disk')) })
    await expect(waiting).rejects.toThrow('disk')
    store = Object.assign(store, { readChanges: works })
    await change('a')
    expect((await feed.next(latest, never)).changes).toHaveLength(1)
  })
})
