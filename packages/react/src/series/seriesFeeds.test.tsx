import { act, cleanup } from '@testing-library/react'
import { QueryClient } from '@tanstack/react-query'
import { defineSeries, type SeriesFeed } from '@runoff/core'
import type { RunEvent, RunSource } from '@runoff/sources'
import type { MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seriesKey } from '../cache/queryKeys.ts'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { createSeriesFeeds } from './seriesFeeds.ts'
import { useMultiJobMetrics } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const metric = 'train/loss'
const options = { metrics: [metric, 'lr'], pollIntervalMs: 1000 }
const useMetrics = (ids: readonly string[]) => useMultiJobMetrics(ids, options)

const running = (id: string, values: readonly number[]): MemoryRun =>
  runOf(id, values, { status: 'running' })

const valuesOf = (feed: SeriesFeed): readonly (readonly [string, readonly number[]])[] =>
  [...feed.get()].map(([id, series]) => [id, [...series.values]])

describe('feedOf', () => {
  it('holds by run id what the map holds, in its order, without series that have no points', async () => {
    const { source } = liveSource([runOf('a', [3]), { id: 'none' }, runOf('b', [2])])
    const { result } = renderWith(source, () => useMetrics(['b', 'none', 'a']))
    const feed = result.current.feedOf(metric)
    expect(feed.get().size).toBe(0)
    await pass()
    expect(valuesOf(feed)).toEqual([
      ['b', [2]],
      ['a', [3]],
    ])
    expect(feed.get().get('a')).toBe(result.current.metricsMap.get('a')?.get(metric))
    expect(result.current.feedOf('lr').get().size).toBe(0)
    expect(result.current.feedOf('not asked for').get().size).toBe(0)
  })

  it('is the same function and gives the same feeds and maps until something changes', async () => {
    const { source } = liveSource([runOf('a', [3]), runOf('b', [2])])
    const { result, rerender } = renderWith(source, useMetrics, { initialProps: ['a'] })
    const { feedOf } = result.current
    const feed = feedOf(metric)
    await pass()
    const map = feed.get()
    expect(feed.get()).toBe(map)
    rerender(['a', 'b'])
    await pass()
    expect(result.current.feedOf).toBe(feedOf)
    expect(result.current.feedOf(metric)).toBe(feed)
    expect([...feed.get().keys()]).toEqual(['a', 'b'])
    rerender(['a'])
    expect([...feed.get().keys()]).toEqual(['a'])
  })

  it('is read in the first render where the answers are there', async () => {
    const { source } = liveSource([runOf('a', [3])])
    const queryClient = new QueryClient()
    const first = renderWith(source, () => useMetrics(['a']), { queryClient })
    await pass()
    first.unmount()
    const sizes: number[] = []
    renderWith(source, () => void sizes.push(useMetrics(['a']).feedOf(metric).get().size), {
      queryClient,
    })
    expect(sizes[0]).toBe(1)
    queryClient.clear()
  })
})

describe('createSeriesFeeds', () => {
  it('tells of what came while nobody listened to the cache for it', () => {
    const client = new QueryClient()
    const { source } = liveSource([])
    const feeds = createSeriesFeeds(client)
    const request = { runId: 'a', metric }
    feeds.follow(source, [request])
    const feed = feeds.feedOf(metric)
    const listener = vi.fn<() => void>()
    feed.subscribe(listener)
    const series = defineSeries([{ step: 1, value: 2 }])
    client.setQueryData(seriesKey(source, request), { series })
    expect(listener).not.toHaveBeenCalled()
    const disconnect = feeds.connect()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(feed.get()).toEqual(new Map([['a', series]]))
    disconnect()
    client.clear()
  })
})

describe('a listener', () => {
  it('is told of what a poll brings before it is rendered, and of nothing else', async () => {
    const live = liveSource([running('a', [3]), running('b', [9])])
    const { result } = renderWith(live.source, () => useMetrics(['a', 'b']))
    await pass()
    const feed = result.current.feedOf(metric)
    const rendered = (): readonly number[] => [
      ...(result.current.metricsMap.get('a')?.get(metric)?.values ?? []),
    ]
    const told: unknown[] = []
    const ofOther = vi.fn<() => void>()
    result.current.feedOf('lr').subscribe(ofOther)
    feed.subscribe(() => told.push({ fed: valuesOf(feed), rendered: rendered() }))
    await pass(3000)
    expect(told).toEqual([])
    live.become([running('a', [3, 2]), running('b', [9])])
    await pass(1000)
    const fed = [
      ['a', [3, 2]],
      ['b', [9]],
    ]
    expect(told).toEqual([{ fed, rendered: [3] }])
    expect(rendered()).toEqual([3, 2])
    expect(ofOther).not.toHaveBeenCalled()
  })

  it('is told of what is pushed', async () => {
    const live = liveSource([running('a', [3, 2])])
    const events = new Set<(event: RunEvent) => void>()
    const watch: RunSource['watch'] = (_query, onEvent) => {
      events.add(onEvent)
      return () => events.delete(onEvent)
    }
    const { result } = renderWith({ ...live.source, watch }, () => useMetrics(['a']))
    await pass()
    const feed = result.current.feedOf(metric)
    const listener = vi.fn<() => void>()
    feed.subscribe(listener)
    live.become([running('a', [3, 2, 1])])
    events.forEach((onEvent) => onEvent({ kind: 'points', runId: 'a', metric }))
    await pass(300)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(valuesOf(feed)).toEqual([['a', [3, 2, 1]]])
  })

  it('is told when another run is asked for, though it was asked meanwhile', async () => {
    const { source } = liveSource([runOf('a', [3]), runOf('b', [2])])
    const { result, rerender } = renderWith(source, useMetrics, { initialProps: ['a'] })
    const feed = result.current.feedOf(metric)
    const listener = vi.fn<() => void>(() => feed.get())
    feed.subscribe(listener)
    await pass()
    expect(listener).toHaveBeenCalledTimes(1)
    rerender(['a', 'b'])
    feed.get()
    await pass()
    expect(listener).toHaveBeenCalledTimes(2)
    rerender(['b'])
    expect(listener).toHaveBeenCalledTimes(3)
    expect([...feed.get().keys()]).toEqual(['b'])
  })

  it('is told no more once it has gone, whichever of two it is', async () => {
    const live = liveSource([running('a', [3])])
    const { result } = renderWith(live.source, () => useMetrics(['a']))
    const listener = vi.fn<() => void>()
    const feed = result.current.feedOf(metric)
    const stop = feed.subscribe(listener)
    feed.subscribe(listener)
    stop()
    stop()
    await pass()
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('that throws keeps the points from nobody', async () => {
    const live = liveSource([running('a', [3])])
    const { result } = renderWith(live.source, () => useMetrics(['a']))
    const failure = new Error('not drawn')
    const reported: unknown[] = []
    const report = (event: ErrorEvent): void => {
      event.preventDefault()
      reported.push(event.error)
    }
    window.addEventListener('error', report)
    const feed = result.current.feedOf(metric)
    const other = vi.fn<() => void>()
    feed.subscribe(() => {
      throw failure
    })
    feed.subscribe(other)
    await pass()
    window.removeEventListener('error', report)
    expect(reported).toEqual([failure])
    expect(other).toHaveBeenCalledTimes(1)
    expect(result.current.error).toBeNull()
    expect(result.current.metricsMap.get('a')?.get(metric)?.values).toHaveLength(1)
  })

  it.each([false, true])(
    'leaves no listener on the cache, StrictMode %s: with the last that goes, or the component',
    async (isStrict) => {
      const queryClient = new QueryClient()
      const cache = queryClient.getQueryCache()
      const live = liveSource([running('a', [3])])
      const view = renderWith(live.source, () => useMetrics(['a']), { queryClient, isStrict })
      const feed = view.result.current.feedOf(metric)
      expect(cache.hasListeners()).toBe(false)
      const stop = feed.subscribe(() => {})
      expect(cache.hasListeners()).toBe(true)
      stop()
      expect(cache.hasListeners()).toBe(false)
      const listener = vi.fn<() => void>()
      feed.subscribe(listener)
      await pass()
      expect(listener).toHaveBeenCalledTimes(1)
      view.unmount()
      expect(cache.hasListeners()).toBe(false)
      act(() => queryClient.clear())
      await pass(0)
      expect(listener).toHaveBeenCalledTimes(1)
      expect(vi.getTimerCount()).toBe(0)
    },
  )
})
