import { act, cleanup } from '@testing-library/react'
import type { RunEvent, RunSource, SeriesRequest } from '@runoff/sources'
import type { MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useRuns } from '../runs/useRuns.ts'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { useMultiJobMetrics, type MultiJobMetricsResult } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const options = { metrics: ['train/loss'], pollIntervalMs: 1000 }
const useLoss = (ids: readonly string[]): MultiJobMetricsResult => useMultiJobMetrics(ids, options)

const running = (id: string, values: readonly number[]): MemoryRun =>
  runOf(id, values, { status: 'running' })

const valuesOf = (result: MultiJobMetricsResult, id: string): readonly number[] => [
  ...(result.metricsMap.get(id)?.get('train/loss')?.values ?? []),
]

const whole = (runId: string): SeriesRequest => ({ runId, metric: 'train/loss' })

describe('a run that is live', () => {
  it('grows by what is new, and is read no more once it has ended', async () => {
    const live = liveSource([running('a', [9, 8])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    live.become([running('a', [9, 8, 7])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([9, 8, 7])
    live.become([runOf('a', [9, 8, 7, 6])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([9, 8, 7, 6])
    await pass(60_000)
    // From the last step but one on while it is live; the whole once more when it has ended.
    expect(live.reads).toEqual([[whole('a')], [{ ...whole('a'), since: 1 }], [whole('a')]])
    expect(live.lists).toHaveLength(3)
  })

  it('is asked for alone, in one call with the other live ones', async () => {
    const live = liveSource([running('a', [1]), runOf('done', [2]), running('b', [3])])
    renderWith(live.source, () => useLoss(['a', 'done', 'b']))
    await pass(500)
    const before = live.reads.length
    await pass(1000)
    const polls = live.reads.slice(before)
    expect(polls.map((requests) => requests.map(({ runId }) => runId))).toEqual([['a', 'b']])
  })

  it('changes no identity with a poll that brings nothing', async () => {
    const live = liveSource([running('a', [3, 2])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    const before = result.current
    await pass(5000)
    expect(live.reads.length).toBeGreaterThan(4)
    expect(result.current).toBe(before)
  })

  it('leaves the series that was handed out as it was', async () => {
    const live = liveSource([running('a', [3, 2])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    const before = result.current.metricsMap.get('a')?.get('train/loss')
    live.become([running('a', [3, 2, 1])])
    await pass(1000)
    expect([...(before?.values ?? [])]).toEqual([3, 2])
    expect(result.current.metricsMap.get('a')?.get('train/loss')?.total).toBe(3)
  })

  it('is read whole again where it went back and logged steps anew', async () => {
    const live = liveSource([running('a', [9, 8, 7, 6])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    live.become([running('a', [9, 5])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([9, 5])
    live.become([running('a', [9, 4, 3, 2])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([9, 4, 3, 2])
  })

  it('is read whole again where the source sampled it', async () => {
    const sampled = (values: readonly number[]): MemoryRun => ({
      ...running('a', []),
      series: { 'train/loss': { steps: [1, 9], values, basis: 'sampled', total: 90 } },
    })
    const live = liveSource([sampled([4, 3])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    live.become([sampled([4, 2])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([4, 2])
    expect(live.reads.flat().every(({ since }) => since === undefined)).toBe(true)
  })

  it('is read whole again where it is reloaded', async () => {
    const live = liveSource([running('a', [9, 8, 7])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    // An early point was mended; nothing that a poll asks for tells of it.
    live.become([running('a', [4, 8, 7])])
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([9, 8, 7])
    act(() => result.current.reload())
    await pass()
    expect(valuesOf(result.current, 'a')).toEqual([4, 8, 7])
  })

  it('is polled on through failures', async () => {
    const live = liveSource([running('a', [3])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    live.failWith(new Error('down'))
    await pass(3000)
    expect(valuesOf(result.current, 'a')).toEqual([3])
    live.failWith(null)
    live.become([running('a', [3, 2])])
    await pass(3000)
    expect(valuesOf(result.current, 'a')).toEqual([3, 2])
    expect(result.current.error).toBeNull()
  })

  it('is left alone by the timer where the interval is 0', async () => {
    const live = liveSource([running('a', [3])])
    renderWith(live.source, () => useMultiJobMetrics(['a']), { pollIntervalMs: 0 })
    await pass(60_000)
    expect(live.reads).toHaveLength(1)
  })
})

describe('what is known of the runs', () => {
  it('is taken from the list on the page, without asking again', async () => {
    const live = liveSource([runOf('a', [3]), runOf('b', [2])])
    const { result } = renderWith(live.source, () => {
      const { runs } = useRuns()
      return useLoss(runs.map((run) => run.id))
    })
    await pass(5000)
    expect(valuesOf(result.current, 'b')).toEqual([2])
    expect(live.lists).toEqual([{ cursor: null }])
    expect(live.reads).toHaveLength(1)
  })

  it('is asked again when the list is reloaded, so that a resumed run is followed', async () => {
    const live = liveSource([runOf('a', [3])])
    const { result } = renderWith(live.source, () => {
      const list = useRuns()
      return { list, loss: useLoss(['a']) }
    })
    await pass()
    live.become([running('a', [3, 2])])
    act(() => result.current.list.reload())
    await pass()
    expect(valuesOf(result.current.loss, 'a')).toEqual([3, 2])
    live.become([running('a', [3, 2, 1])])
    await pass(1000)
    expect(valuesOf(result.current.loss, 'a')).toEqual([3, 2, 1])
  })

  it('tells of points that were logged while a series was first read', async () => {
    const live = liveSource([runOf('a', [3, 2, 1])])
    const behind = liveSource([runOf('a', [3])])
    let isFirst = true
    const source = {
      ...live.source,
      readSeries: (requests: readonly SeriesRequest[]) => {
        const { readSeries } = isFirst ? behind.source : live.source
        isFirst = false
        return readSeries(requests)
      },
    }
    const { result } = renderWith(source, () => useLoss(['a']))
    await pass(100)
    expect(valuesOf(result.current, 'a')).toEqual([3, 2, 1])
    expect(live.reads).toHaveLength(1)
  })
})

describe('a source that pushes', () => {
  function pushing(runs: readonly MemoryRun[]) {
    const live = liveSource(runs)
    const listeners = new Set<(event: RunEvent) => void>()
    const stop = vi.fn<() => void>()
    const watch = vi.fn<NonNullable<RunSource['watch']>>((_query, onEvent) => {
      listeners.add(onEvent)
      return stop
    })
    return {
      live,
      stop,
      watch,
      source: { ...live.source, watch },
      emit: (event: RunEvent) => listeners.forEach((onEvent) => onEvent(event)),
    }
  }
  const points = { kind: 'points', runId: 'a', metric: 'train/loss' } as const

  it('is listened to for these runs and not polled', async () => {
    const { live, source, watch, stop, emit } = pushing([running('a', [3, 2]), running('b', [1])])
    const { result, unmount } = renderWith(source, () => useLoss(['a', 'b']))
    await pass(60_000)
    expect(watch.mock.calls.map(([query]) => query)).toEqual([{ ids: ['a', 'b'] }])
    const before = live.reads.length
    live.become([running('a', [3, 2, 1]), running('b', [1])])
    for (const event of [points, points, { ...points, metric: 'other' }]) emit(event)
    await pass(300)
    expect(valuesOf(result.current, 'a')).toEqual([3, 2, 1])
    expect(live.reads.slice(before)).toEqual([[{ ...whole('a'), since: 1 }]])
    unmount()
    await pass(0)
    expect(stop).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('has the series read to the end when it tells that a run has ended', async () => {
    const { live, source, emit } = pushing([running('a', [3])])
    const { result } = renderWith(source, () => useLoss(['a']))
    await pass()
    live.become([runOf('a', [3, 2])])
    emit({ kind: 'runs-changed', runIds: ['a'] })
    await pass(300)
    expect(valuesOf(result.current, 'a')).toEqual([3, 2])
  })

  it('is asked again for runs that come back, since nobody listened meanwhile', async () => {
    const { live, source } = pushing([running('a', [3])])
    const { result, rerender } = renderWith(source, useLoss, { initialProps: ['a'] })
    await pass()
    rerender([])
    live.become([runOf('a', [3, 2])])
    rerender(['a'])
    expect(valuesOf(result.current, 'a')).toEqual([3])
    await pass()
    expect(valuesOf(result.current, 'a')).toEqual([3, 2])
  })

  it('loses nothing that happens while the first read is under way', async () => {
    const { live, source, emit } = pushing([running('a', [3])])
    live.hold()
    const { result } = renderWith(source, () => ({ list: useRuns(), loss: useLoss(['a']) }))
    await pass()
    live.become([runOf('a', [3, 2], { status: 'failed' })])
    emit(points)
    emit({ kind: 'runs-changed', runIds: ['a'] })
    await pass(300)
    live.release()
    await pass(300)
    expect(valuesOf(result.current.loss, 'a')).toEqual([3, 2])
    expect(result.current.list.runs[0]?.status).toBe('failed')
  })
})
