import { defineSeries } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { seriesBatcher } from './seriesBatcher.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const request = (runId: string, metric = 'train/loss'): SeriesRequest => ({ runId, metric })
const signal = new AbortController().signal

it('sends what is asked in one tick together, and each its own answer', async () => {
  const { source, reads } = liveSource([runOf('a', [1]), runOf('b', [2])])
  const read = seriesBatcher(source)
  const answers = Promise.all([read(request('b'), signal), read(request('a'), signal)])
  await vi.advanceTimersByTimeAsync(0)
  expect((await answers).map(({ series }) => series?.values[0])).toEqual([2, 1])
  expect(reads).toEqual([[request('b'), request('a')]])
  void read(request('a'), signal)
  await vi.advanceTimersByTimeAsync(0)
  expect(reads).toHaveLength(2)
})

it('never asks for what was called off before it was sent', async () => {
  const { source, reads } = liveSource([runOf('a', [1])])
  const controller = new AbortController()
  const answer = seriesBatcher(source)(request('a'), controller.signal)
  controller.abort(new Error('left'))
  await expect(answer).rejects.toThrow('left')
  expect(vi.getTimerCount()).toBe(0)
  await vi.advanceTimersByTimeAsync(10)
  expect(reads).toEqual([])
})

it('rejects at once with the reason of a signal that has aborted', async () => {
  const { source } = liveSource([])
  const answer = seriesBatcher(source)(request('a'), AbortSignal.abort(new Error('left')))
  await expect(answer).rejects.toThrow('left')
})

it('calls the source off with the last of the requests, not with the first', async () => {
  const live = liveSource([runOf('a', [1]), runOf('b', [2])])
  live.hold()
  const read = seriesBatcher(live.source)
  const [first, second] = [new AbortController(), new AbortController()]
  const answers = Promise.allSettled([
    read(request('a'), first.signal),
    read(request('b'), second.signal),
  ])
  await vi.advanceTimersByTimeAsync(0)
  first.abort()
  expect(live.calledOff()).toBe(0)
  second.abort()
  expect(live.calledOff()).toBe(1)
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

it('asks each run alone where the source rejects the call, and never a lone one twice', async () => {
  const calls: string[][] = []
  const source: RunSource = {
    ...memorySource({ runs: [] }),
    readSeries: async (requests) => {
      calls.push(requests.map(({ runId }) => runId))
      if (requests.some(({ runId }) => runId === 'bad')) throw new Error('bad')
      return requests.map((one) => ({ request: one, series: defineSeries([]), error: null }))
    },
  }
  const read = seriesBatcher(source)
  const answers = Promise.allSettled(
    [request('a'), request('bad'), request('a', 'eval/loss')].map((one) => read(one, signal)),
  )
  await vi.advanceTimersByTimeAsync(0)
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(calls).toEqual([['a', 'bad', 'a'], ['a', 'a'], ['bad']])
})

it('takes no answer for another, and no missing one for a series', async () => {
  const inner = memorySource({ runs: [runOf('a', [1]), runOf('b', [2])] })
  const source: RunSource = {
    ...inner,
    readSeries: async (requests) => (await inner.readSeries(requests)).toReversed(),
  }
  const read = seriesBatcher(source)
  const answers = Promise.allSettled([read(request('a'), signal), read(request('b'), signal)])
  await vi.advanceTimersByTimeAsync(0)
  for (const answer of await answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'source-failed' } })
  }
})
