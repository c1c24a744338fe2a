import { act, cleanup } from '@testing-library/react'
import { RunoffError } from '@runoff/core'
import type { RunQuery, RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { useRuns, type RunsResult } from './useRuns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const idsOf = ({ runs }: RunsResult): readonly string[] => runs.map((run) => run.id)

describe('one list', () => {
  it('is loading, then ready', async () => {
    const { source } = liveSource([runOf('a', [1]), runOf('b', [2])])
    const { result } = renderWith(source, () => useRuns())
    expect(result.current).toMatchObject({ status: 'loading', runs: [], total: null, error: null })
    await pass()
    expect(result.current).toMatchObject({ status: 'ready', total: 2, hasMore: false })
    expect(idsOf(result.current)).toEqual(['a', 'b'])
  })

  it('asks for nothing and listens to nothing while the query is null', async () => {
    const live = liveSource([runOf('a', [])])
    const watch = vi.fn<NonNullable<RunSource['watch']>>(() => () => {})
    const source = { ...live.source, watch }
    const noQuery: { readonly query: RunQuery | null } = { query: null }
    const { result, rerender } = renderWith(source, ({ query }: typeof noQuery) => useRuns(query), {
      initialProps: noQuery,
    })
    await pass()
    expect(result.current).toMatchObject({ status: 'loading', runs: [] })
    expect(live.lists).toHaveLength(0)
    expect(watch).not.toHaveBeenCalled()
    rerender({ query: { ids: ['a'] } })
    await pass()
    expect(idsOf(result.current)).toEqual(['a'])
    expect(watch).toHaveBeenCalledTimes(1)
  })

  it('tries a source again that fails for a moment, and says nothing of it', async () => {
    const live = liveSource([runOf('a', [])])
    live.failWith(new Error('reset'))
    const { result } = renderWith(live.source, () => useRuns())
    await pass(100)
    live.failWith(null)
    await pass(100)
    expect(result.current.status).toBe('ready')
    expect(live.lists).toHaveLength(2)
  })

  it('says why it failed within a second, and recovers with reload', async () => {
    const live = liveSource([runOf('a', [])])
    live.failWith(new Error('no route'))
    const { result } = renderWith(live.source, () => useRuns())
    await pass(1000)
    expect(result.current).toMatchObject({ status: 'error', runs: [] })
    expect(result.current.error).toBeInstanceOf(RunoffError)
    expect(result.current.error).toMatchObject({ code: 'source-failed' })
    expect(result.current.error?.message).toContain('no route')
    live.failWith(null)
    act(() => result.current.reload())
    await pass()
    expect(result.current).toMatchObject({ status: 'ready', error: null })
  })

  it('asks once where trying again is of no use', async () => {
    const live = liveSource([])
    live.failWith(new RunoffError('not-found', 'No such experiment.'))
    const { result } = renderWith(live.source, () => useRuns())
    await pass(2000)
    expect(result.current.error).toMatchObject({ code: 'not-found' })
    expect(live.lists).toHaveLength(1)
  })

  it('keeps the last known runs when reading them again fails', async () => {
    const live = liveSource([runOf('a', [])])
    const { result } = renderWith(live.source, () => useRuns())
    await pass()
    live.failWith(new Error('down'))
    act(() => result.current.reload())
    await pass(2000)
    expect(result.current.status).toBe('error')
    expect(idsOf(result.current)).toEqual(['a'])
  })

  it('shows what was odd about the runs', async () => {
    const notice = { code: 'bad-record', message: 'One run could not be read.' }
    const source: RunSource = {
      ...memorySource({ runs: [] }),
      listRuns: async () => ({ runs: [], nextCursor: null, total: 0, notices: [notice] }),
    }
    const { result } = renderWith(source, () => useRuns())
    await pass()
    expect(result.current.notices).toEqual([notice])
  })
})

describe('another query or source', () => {
  const runs = [runOf('cosine', []), runOf('linear', [])]

  it('keeps showing the last known runs until the new ones are there', async () => {
    const live = liveSource(runs)
    const { result, rerender } = renderWith(live.source, (query: RunQuery) => useRuns(query), {
      initialProps: {},
    })
    await pass()
    rerender({ search: 'lin' })
    expect(result.current.status).toBe('loading')
    expect(idsOf(result.current)).toEqual(['cosine', 'linear'])
    await pass()
    expect(result.current.status).toBe('ready')
    expect(idsOf(result.current)).toEqual(['linear'])
  })

  it('keeps showing them where the new query fails', async () => {
    const live = liveSource(runs)
    const { result, rerender } = renderWith(live.source, (query: RunQuery) => useRuns(query), {
      initialProps: {},
    })
    await pass()
    live.failWith(new Error('down'))
    rerender({ search: 'lin' })
    await pass(2000)
    expect(result.current).toMatchObject({ status: 'error', hasMore: false })
    expect(idsOf(result.current)).toEqual(['cosine', 'linear'])
  })

  it('drops an answer that comes after the query has changed', async () => {
    const live = liveSource(runs)
    live.hold()
    const { result, rerender } = renderWith(live.source, (query: RunQuery) => useRuns(query), {
      initialProps: { search: 'cosine' },
    })
    await pass()
    rerender({ search: 'linear' })
    live.release()
    await pass()
    expect(idsOf(result.current)).toEqual(['linear'])
    expect(live.calledOff()).toBe(1)
  })

  it('asks once for a query that is written anew in every render', async () => {
    const live = liveSource(runs)
    const { result, rerender } = renderWith(live.source, () => useRuns({ status: ['completed'] }))
    await pass()
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    expect(live.lists).toHaveLength(1)
  })
})

describe('pages', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => runOf(id, []))

  it('come one after the other', async () => {
    const { source } = liveSource(five)
    const { result } = renderWith(source, () => useRuns({ limit: 2 }))
    await pass()
    expect(idsOf(result.current)).toEqual(['a', 'b'])
    expect(result.current).toMatchObject({ hasMore: true, total: 5 })
    act(() => result.current.loadMore())
    await pass(1)
    act(() => result.current.loadMore())
    await pass()
    expect(idsOf(result.current)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(result.current.hasMore).toBe(false)
  })

  it('says that one is on its way, and loads it once for two clicks', async () => {
    const live = liveSource(five)
    const { result } = renderWith(live.source, () => useRuns({ limit: 2 }))
    await pass()
    live.hold()
    act(() => {
      result.current.loadMore()
      result.current.loadMore()
    })
    await pass()
    expect(result.current.isLoadingMore).toBe(true)
    live.release()
    await pass()
    expect(result.current.isLoadingMore).toBe(false)
    expect(idsOf(result.current)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('end where a source gives a cursor for the second time', async () => {
    const one = memorySource({ runs: [runOf('a', [])] })
    const source: RunSource = {
      ...one,
      listRuns: async (query) => ({
        ...(await one.listRuns({ ...query, cursor: null })),
        nextCursor: 'again',
      }),
    }
    const { result } = renderWith(source, () => useRuns())
    await pass()
    act(() => result.current.loadMore())
    await pass()
    expect(result.current.hasMore).toBe(false)
    expect(idsOf(result.current)).toEqual(['a'])
  })
})

it('lists runs whose ids and names are hostile, each as itself', async () => {
  const ids = [
    '__proto__',
    'constructor',
    'toString',
    '\u202Eevil',
    '<img src=x>',
    'x'.repeat(10_000),
  ]
  const { source } = liveSource(ids.map((id) => runOf(id, [])))
  const { result } = renderWith(source, () => useRuns({ ids }))
  await pass()
  expect(idsOf(result.current)).toEqual(ids)
})
