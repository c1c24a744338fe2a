import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { thrownBy } from '../testdata/thrownBy.ts'
import { useMultiJobMetrics, type MultiJobMetricsResult } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const metrics = ['train/loss']
const useLoss = (ids: readonly string[]): MultiJobMetricsResult =>
  useMultiJobMetrics(ids, { metrics })

function valuesOf(result: MultiJobMetricsResult, id: string): readonly number[] | null {
  const series = result.metricsMap.get(id)?.get('train/loss')
  return series === undefined ? null : [...series.values]
}

describe('reading', () => {
  it('is loading until every series is answered', async () => {
    const { source } = liveSource([runOf('a', [3, 2]), runOf('b', [1])])
    const { result } = renderWith(source, () => useLoss(['a', 'b']))
    expect(result.current).toMatchObject({ isLoading: true, error: null })
    expect(result.current.metricsMap.size).toBe(0)
    await pass()
    expect(result.current).toMatchObject({ isLoading: false, error: null, notices: [] })
    expect(valuesOf(result.current, 'a')).toEqual([3, 2])
    expect(valuesOf(result.current, 'b')).toEqual([1])
  })

  it('reads the losses unless other metrics are named; one not logged has no points', async () => {
    const { source, reads } = liveSource([runOf('a', [3])])
    const { result } = renderWith(source, () => useMultiJobMetrics(['a']))
    await pass()
    expect(reads.flat().map(({ metric }) => metric)).toEqual(['train/loss', 'eval/loss'])
    expect(result.current.metricsMap.get('a')?.get('eval/loss')?.steps).toHaveLength(0)
  })

  it('asks for all of them in one call, each once, and says how many points are wanted', async () => {
    const { source, reads } = liveSource([runOf('a', [3]), runOf('b', [1])])
    renderWith(source, () =>
      useMultiJobMetrics(['a', 'b', 'a'], { metrics: ['x', 'x'], maxPoints: 100 }),
    )
    await pass()
    expect(reads).toEqual([
      [
        { runId: 'a', metric: 'x', maxPoints: 100 },
        { runId: 'b', metric: 'x', maxPoints: 100 },
      ],
    ])
  })

  it('has nothing to load for no runs', async () => {
    const { source, reads, lists } = liveSource([])
    const { result } = renderWith(source, () => useLoss([]))
    expect(result.current).toMatchObject({ isLoading: false, error: null })
    act(() => result.current.reload())
    await pass()
    expect(result.current.metricsMap.size).toBe(0)
    expect([...reads, ...lists]).toEqual([])
  })

  it('asks only for the run that was added, and for none again that comes back', async () => {
    const { source, reads } = liveSource([runOf('a', [3]), runOf('b', [1])])
    const { result, rerender } = renderWith(source, useLoss, { initialProps: ['a'] })
    await pass()
    rerender(['b', 'a'])
    expect(result.current.isLoading).toBe(true)
    expect(valuesOf(result.current, 'a')).toEqual([3])
    await pass()
    expect([...result.current.metricsMap.keys()]).toEqual(['b', 'a'])
    rerender(['b'])
    rerender(['a'])
    expect(valuesOf(result.current, 'a')).toEqual([3])
    await pass()
    expect(reads.flat().map(({ runId }) => runId)).toEqual(['a', 'b'])
  })

  it('shares one call, and what it brought, between hooks side by side', async () => {
    const { source, reads } = liveSource([runOf('a', [3]), runOf('b', [1])])
    const { result } = renderWith(source, () => [useLoss(['a', 'b']), useLoss(['b'])] as const)
    await pass()
    expect(reads).toHaveLength(1)
    const [both, one] = result.current
    expect(both.metricsMap.get('b')?.get('train/loss')).toBe(
      one.metricsMap.get('b')?.get('train/loss'),
    )
  })

  it('drops answers for runs that are no longer asked for, and calls them off', async () => {
    const live = liveSource([runOf('a', [3]), runOf('b', [1])])
    live.hold()
    const { result, rerender } = renderWith(live.source, useLoss, { initialProps: ['a'] })
    await pass()
    rerender(['b'])
    await pass()
    expect(live.calledOff()).toBe(2)
    live.release()
    await pass()
    expect([...result.current.metricsMap.keys()]).toEqual(['b'])
  })

  it('reads a source once under StrictMode, and leaves nothing behind', async () => {
    const live = liveSource([runOf('a', [3], { status: 'running' })])
    const { result, unmount } = renderWith(live.source, () => useLoss(['a']), { isStrict: true })
    await pass()
    expect(valuesOf(result.current, 'a')).toEqual([3])
    expect(live.reads).toHaveLength(1)
    unmount()
    await pass(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('calls everything off when it goes', async () => {
    const live = liveSource([runOf('a', [3])])
    live.hold()
    const { unmount } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    unmount()
    await pass(0)
    expect(live.calledOff()).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps hostile ids and metrics apart, each as itself', async () => {
    const ids = ['__proto__', 'constructor', '\u202Ea', 'a\u200B', '["a"]', 'x'.repeat(10_000)]
    const series = { 'train/loss': [{ step: 1, value: 7 }] }
    const { source } = liveSource(ids.map((id) => ({ id, name: id, series })))
    const { result } = renderWith(source, () =>
      useMultiJobMetrics(ids, { metrics: ['__proto__', '', 'train/loss'] }),
    )
    await pass()
    expect([...result.current.metricsMap.keys()]).toEqual(ids)
    for (const id of ids) {
      const run = result.current.metricsMap.get(id)
      expect([...(run?.keys() ?? [])]).toEqual(['__proto__', '', 'train/loss'])
      expect(valuesOf(result.current, id)).toEqual([7])
    }
  })

  it('refuses an interval that is no time to wait', () => {
    const { source } = liveSource([])
    const error = thrownBy(() =>
      renderWith(source, () => useMultiJobMetrics([], { pollIntervalMs: -5 })),
    )
    expect(error).toMatchObject({ code: 'bad-option' })
  })
})

describe('identity', () => {
  it('stays while nothing changes, however the ids are written', async () => {
    const { source } = liveSource([runOf('a', [3])])
    const { result, rerender } = renderWith(source, () =>
      useMultiJobMetrics(['a'], { metrics: ['train/loss'] }),
    )
    await pass()
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })

  it('stays for every run that a reload did not change', async () => {
    const live = liveSource([runOf('a', [3]), runOf('b', [1])])
    const { result } = renderWith(live.source, () => useLoss(['a', 'b']))
    await pass()
    const before = result.current
    act(() => before.reload())
    await pass()
    expect(live.reads).toHaveLength(2)
    expect(result.current).toBe(before)
    live.become([runOf('a', [3]), runOf('b', [1, 0.5])])
    act(() => before.reload())
    await pass()
    expect(valuesOf(result.current, 'b')).toEqual([1, 0.5])
    expect(result.current.metricsMap.get('a')).toBe(before.metricsMap.get('a'))
  })
})
