import type { RunEvent } from '@runoff/sources'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gatherEvents } from './gatherEvents.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Handle = (events: readonly RunEvent[]) => Promise<void>

const points = (metric: string): RunEvent => ({ kind: 'points', runId: 'a', metric })

it('hands a burst on in one go, each event once', async () => {
  const handle = vi.fn<Handle>(async () => {})
  const gatherer = gatherEvents(handle, 100)
  for (const metric of ['x', 'y', 'x']) gatherer.push(points(metric))
  await vi.advanceTimersByTimeAsync(99)
  expect(handle).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(handle.mock.calls).toEqual([[[points('x'), points('y')]]])
})

it('waits with what comes until the batch before is done, also where that fails', async () => {
  const waiting: (() => void)[] = []
  const handle = vi.fn<Handle>(() => new Promise((resolve) => waiting.push(resolve)))
  const gatherer = gatherEvents(handle, 100)
  gatherer.push(points('x'))
  await vi.advanceTimersByTimeAsync(100)
  gatherer.push(points('y'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(handle).toHaveBeenCalledTimes(1)
  waiting[0]?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(handle.mock.calls.at(-1)).toEqual([[points('y')]])
})

it('hands nothing on after it was stopped, not even what came while it was busy', async () => {
  const waiting: (() => void)[] = []
  const handle = vi.fn<Handle>(() => new Promise((resolve) => waiting.push(resolve)))
  const gatherer = gatherEvents(handle, 100)
  gatherer.push(points('x'))
  await vi.advanceTimersByTimeAsync(100)
  gatherer.push(points('y'))
  gatherer.stop()
  waiting[0]?.()
  gatherer.push(points('z'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(handle).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
})
