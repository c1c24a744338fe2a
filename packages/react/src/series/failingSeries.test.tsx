import { act, cleanup } from '@testing-library/react'
import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { useMultiJobMetrics, type MultiJobMetricsResult } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const metrics = ['train/loss']
const useLoss = (ids: readonly string[]): MultiJobMetricsResult =>
  useMultiJobMetrics(ids, { metrics })

const valuesOf = (result: MultiJobMetricsResult, id: string): readonly number[] => [
  ...(result.metricsMap.get(id)?.get('train/loss')?.values ?? []),
]

describe('failures', () => {
  it('of one run leave the others alone', async () => {
    const { source } = liveSource([runOf('a', [3]), runOf('b', [1])])
    const { result } = renderWith(source, () => useLoss(['a', 'gone', 'b']))
    await pass()
    expect([...result.current.metricsMap.keys()]).toEqual(['a', 'b'])
    expect([...result.current.errors.keys()]).toEqual(['gone'])
    expect(result.current.error).toMatchObject({ code: 'not-found' })
    expect(result.current.isLoading).toBe(false)
  })

  it('of one run leave the others alone where the source rejects the whole call', async () => {
    const inner = memorySource({ runs: ['a', 'bad', 'b'].map((id) => runOf(id, [1])) })
    const source: RunSource = {
      ...inner,
      readSeries: async (requests) => {
        if (requests.some(({ runId }) => runId === 'bad')) throw new Error('unreadable')
        return inner.readSeries(requests)
      },
    }
    const { result } = renderWith(source, () => useLoss(['a', 'bad', 'b']))
    await pass()
    expect([...result.current.metricsMap.keys()]).toEqual(['a', 'b'])
    await pass(1000)
    expect([...result.current.errors.keys()]).toEqual(['bad'])
    expect(result.current.error?.message).toContain('unreadable')
  })

  it('are mended by a reload, and until then hide nothing that was read', async () => {
    const live = liveSource([runOf('a', [3])])
    const { result } = renderWith(live.source, () => useLoss(['a']))
    await pass()
    live.failWith(new Error('down'))
    act(() => result.current.reload())
    await pass(1000)
    expect(result.current.error).toBeInstanceOf(RunoffError)
    expect(result.current.isLoading).toBe(false)
    expect(valuesOf(result.current, 'a')).toEqual([3])
    live.failWith(null)
    act(() => result.current.reload())
    await pass()
    expect(result.current.error).toBeNull()
    expect(result.current.errors.size).toBe(0)
  })

  it('are tried again where the run is asked for anew', async () => {
    const live = liveSource([runOf('a', [3])])
    live.failWith(new Error('down'))
    const { result, rerender } = renderWith(live.source, useLoss, { initialProps: ['a'] })
    await pass(1000)
    expect(result.current.error).not.toBeNull()
    rerender([])
    live.failWith(null)
    rerender(['a'])
    await pass()
    expect(valuesOf(result.current, 'a')).toEqual([3])
    expect(result.current.error).toBeNull()
  })

  it('of the question which runs are live are told in a notice', async () => {
    const inner = memorySource({ runs: [runOf('a', [3])] })
    const source: RunSource = { ...inner, listRuns: () => Promise.reject(new Error('no list')) }
    const { result } = renderWith(source, () => useLoss(['a']))
    await pass(1000)
    expect(valuesOf(result.current, 'a')).toEqual([3])
    expect(result.current.error).toBeNull()
    expect(result.current.notices).toMatchObject([{ code: 'status-unknown' }])
  })

  it('of a source that answers too little are failures of that series alone', async () => {
    const inner = memorySource({ runs: [runOf('a', [3]), runOf('b', [1])] })
    const source: RunSource = {
      ...inner,
      readSeries: async (requests) => (await inner.readSeries(requests)).slice(0, 1),
    }
    const { result } = renderWith(source, () => useLoss(['a', 'b']))
    await pass(1000)
    // Asked for alone, the second is answered as well.
    expect([...result.current.metricsMap.keys()]).toEqual(['a', 'b'])
  })
})
