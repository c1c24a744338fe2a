import { QueryClient } from '@tanstack/react-query'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { expect, it } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { findKnownRun, findKnownRuns, hasLiveRun, readKnownRuns } from './knownRuns.ts'

const signal = new AbortController().signal
const runs = [runOf('a', []), runOf('b', [], { archived: true }), runOf('__proto__', [])]
const ids = ['a', 'b', '__proto__', 'gone']

it('reads every page, archived runs too, and remembers what it read', async () => {
  const client = new QueryClient()
  const live = liveSource(runs)
  const source: RunSource = {
    ...live.source,
    listRuns: (query, options) => live.source.listRuns({ ...query, limit: 1 }, options),
  }
  const known = await readKnownRuns(client, source, { ids, signal })
  expect([...known.keys()]).toEqual(['a', 'b', '__proto__'])
  expect(live.lists).toHaveLength(3)
  expect(findKnownRun(client, source, '__proto__')?.run.id).toBe('__proto__')
  expect(findKnownRun(client, source, 'constructor')).toBeNull()
  expect(findKnownRuns(client, source, ['b', 'a'])?.size).toBe(2)
  expect(findKnownRuns(client, source, ids)).toBeUndefined()
})

it('remembers nothing of another client or source', async () => {
  const [client, source] = [new QueryClient(), memorySource({ runs })]
  await readKnownRuns(client, source, { ids, signal })
  expect(findKnownRun(new QueryClient(), source, 'a')).toBeNull()
  expect(findKnownRun(client, memorySource({ runs }), 'a')).toBeNull()
})

it('ends where a source gives a cursor for the second time', async () => {
  const inner = memorySource({ runs })
  let calls = 0
  const source: RunSource = {
    ...inner,
    listRuns: async (query) => {
      calls += 1
      return { ...(await inner.listRuns({ ...query, cursor: null })), nextCursor: 'again' }
    },
  }
  const known = await readKnownRuns(new QueryClient(), source, { ids, signal })
  expect(known.size).toBe(3)
  expect(calls).toBe(2)
})

it('counts queued and running runs as live, and no other', () => {
  const statuses = ['queued', 'running', 'completed', 'failed', 'cancelled', 'unknown'] as const
  const live = statuses.filter((status) => hasLiveRun([{ status }]))
  expect(live).toEqual(['queued', 'running'])
  expect(hasLiveRun([])).toBe(false)
})
