import { cleanup } from '@testing-library/react'
import type { RunEvent, RunSource } from '@runoff/sources'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { useRuns } from './useRuns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('live runs', () => {
  it('are read again every interval, until none is live', async () => {
    const live = liveSource([runOf('a', [3], { status: 'running' })])
    const { result } = renderWith(live.source, () => useRuns(), { pollIntervalMs: 1000 })
    await pass(500)
    expect(live.lists).toHaveLength(1)
    await pass(1000)
    expect(live.lists).toHaveLength(2)
    live.become([runOf('a', [3, 2], { status: 'completed' })])
    await pass(1000)
    expect(result.current.runs[0]).toMatchObject({ status: 'completed' })
    expect(result.current.runs[0]?.metrics.get('train/loss')?.last).toBe(2)
    await pass(60_000)
    expect(live.lists).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(1) // what is kept is let go of after five minutes unused
  })

  it('are read again after a failure, which is forgotten then', async () => {
    const live = liveSource([runOf('a', [3], { status: 'running' })])
    const { result } = renderWith(live.source, () => useRuns(), { pollIntervalMs: 1000 })
    await pass()
    live.failWith(new Error('down'))
    await pass(2000)
    expect(result.current.status).toBe('error')
    live.failWith(null)
    await pass(3000)
    expect(result.current.status).toBe('ready')
  })

  it('are never asked for again where the interval is 0 or Infinity', async () => {
    for (const pollIntervalMs of [0, Infinity]) {
      const live = liveSource([runOf('a', [3], { status: 'running' })])
      renderWith(live.source, () => useRuns({}, { pollIntervalMs }))
      await pass(100_000)
      expect(live.lists).toHaveLength(1)
    }
  })

  it('keep the identity of everything that a poll did not change', async () => {
    const still = runOf('a', [3], { status: 'running', params: { lr: 0.1 } })
    const live = liveSource([still, runOf('b', [1], { status: 'running' })])
    const { result } = renderWith(live.source, () => useRuns(), { pollIntervalMs: 1000 })
    await pass()
    const before = result.current
    live.become([still, runOf('b', [1], { status: 'running' })])
    await pass(1000)
    expect(live.lists).toHaveLength(2)
    expect(result.current).toBe(before)
    live.become([runOf('new', []), still, runOf('b', [1, 0.5], { status: 'running' })])
    await pass(1000)
    expect(result.current.runs.map((run) => run.id)).toEqual(['new', 'a', 'b'])
    expect(result.current.runs[1]).toBe(before.runs[0])
    expect(result.current.runs[2]).not.toBe(before.runs[1])
  })
})

describe('a source that pushes', () => {
  it('is asked again by a list that comes back, since nobody listened meanwhile', async () => {
    const live = liveSource([runOf('a', [3], { status: 'running' }), runOf('b', [])])
    const source = { ...live.source, watch: () => () => {} }
    const { result, rerender } = renderWith(source, (search: string) => useRuns({ search }), {
      initialProps: 'a',
    })
    await pass()
    rerender('b')
    await pass()
    live.become([runOf('a', [3, 2]), runOf('b', [])])
    rerender('a')
    expect(result.current.runs[0]?.status).toBe('running')
    await pass()
    expect(result.current.runs[0]?.status).toBe('completed')
    rerender('b')
    rerender('a')
    await pass()
    expect(live.lists).toHaveLength(3)
  })

  it('is listened to instead of polled, until the list goes', async () => {
    const live = liveSource([runOf('a', [3], { status: 'running' })])
    let emit = (_event: RunEvent): void => {}
    const stop = vi.fn<() => void>()
    const watch = vi.fn<NonNullable<RunSource['watch']>>((_query, onEvent) => {
      emit = onEvent
      return stop
    })
    const source = { ...live.source, watch }
    const { result, unmount } = renderWith(source, () => useRuns({ search: 'a' }))
    await pass(60_000)
    expect(watch).toHaveBeenCalledTimes(1)
    expect(watch.mock.calls[0]?.[0]).toEqual({ search: 'a' })
    expect(live.lists).toHaveLength(1)

    live.become([runOf('a', [3], { status: 'failed' })])
    emit({ kind: 'runs-changed', runIds: ['a'] })
    emit({ kind: 'runs-changed', runIds: ['a'] })
    await pass(300)
    expect(result.current.runs[0]?.status).toBe('failed')
    expect(live.lists).toHaveLength(2)

    emit({ kind: 'points', runId: 'a', metric: 'train/loss' })
    await pass(4000)
    expect(live.lists).toHaveLength(2)
    await pass(2000)
    expect(live.lists).toHaveLength(3)

    emit({ kind: 'runs-changed', runIds: [] })
    unmount()
    await pass(0)
    expect(stop).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
