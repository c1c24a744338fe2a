import { cleanup, renderHook } from '@testing-library/react'
import type { Objective } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import type { MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useRuns } from '../runs/useRuns.ts'
import { liveSource, runOf, type LiveSource } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { thrownBy } from '../testdata/thrownBy.ts'
import { useStoppingAdvice, type StoppingAdviceOptions } from './useStoppingAdvice.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const objective: Objective = { metric: 'train/loss', goal: 'min' }
const trained = { totalSteps: 10, dataset: 'c4' }

/** Runs of ten steps whose order is the same from the first step to the last. */
const pastRuns = (count = 12): readonly MemoryRun[] =>
  Array.from({ length: count }, (_, i) =>
    runOf(
      `past${String(i).padStart(2, '0')}`,
      Array.from({ length: 10 }, (_, step) => 1 + i / 10 + 1 / (step + 1)),
      { ...trained, endedAt: `2024-01-${String(i + 1).padStart(2, '0')}` },
    ),
  )

const liveRun = (values: readonly number[], more: Partial<MemoryRun> = {}): MemoryRun =>
  runOf('live', values, { ...trained, status: 'running', ...more })

const useAdvice = (options: StoppingAdviceOptions = {}) => {
  const { runs } = useRuns()
  return useStoppingAdvice(runs, { objective, ...options })
}

const idsRead = ({ reads }: LiveSource): readonly string[] => [
  ...new Set(reads.flat().map(({ runId }) => runId)),
]

const adviceOn = (advice: StoppingAdvice | undefined): string | undefined =>
  advice?.kind === 'defined' ? advice.advice : advice?.reason

describe('advice', () => {
  it('is to stop a run that stays worse than the median, and to go on with one that does not', async () => {
    const bad = liveRun([9, 9, 9])
    const good = { ...liveRun([1, 0.9, 0.8]), id: 'good' }
    const { source } = liveSource([...pastRuns(), bad, good])
    const { result } = renderWith(source, () => useAdvice())
    await pass()
    expect(result.current).toMatchObject({ isLoading: false, error: null })
    expect([...result.current.advice.keys()].toSorted()).toEqual(['good', 'live'])
    expect(adviceOn(result.current.advice.get('live'))).toBe('stop')
    expect(adviceOn(result.current.advice.get('good'))).toBe('continue')
  })

  it('says what is missing where there is too little to go by', async () => {
    const { source } = liveSource([...pastRuns(4), liveRun([9, 9])])
    const { result } = renderWith(source, () => useAdvice())
    await pass()
    expect(result.current.advice.get('live')).toMatchObject({
      kind: 'undefined',
      reason: 'too-few-runs',
      evidence: { pastRuns: 4, needed: 5 },
    })
  })

  it('follows the options', async () => {
    const { source } = liveSource([...pastRuns(), liveRun([9, 9, 9])])
    const { result, rerender } = renderWith(source, useAdvice, {
      initialProps: {},
    })
    await pass()
    expect(adviceOn(result.current.advice.get('live'))).toBe('stop')
    rerender({ patience: 4 })
    expect(adviceOn(result.current.advice.get('live'))).toBe('continue')
    rerender({ objective: { ...objective, goal: 'max' } })
    await pass()
    expect(adviceOn(result.current.advice.get('live'))).toBe('continue')
    rerender({ schedule: ({ id }) => (id === 'live' ? 'cosine' : 'linear') })
    await pass()
    expect(adviceOn(result.current.advice.get('live'))).toBe('schedules-differ')
  })

  it('judges by the lowest eval loss unless told otherwise', async () => {
    const live = liveSource([liveRun([9, 9])])
    renderWith(live.source, () => useStoppingAdvice(useRuns().runs))
    await pass()
    expect([...new Set(live.reads.flat().map(({ metric }) => metric))]).toEqual(['eval/loss'])
  })

  it('keeps its identity while nothing changes, however the options are written', async () => {
    const { source } = liveSource([...pastRuns(), liveRun([9, 9, 9])])
    const { result, rerender } = renderWith(source, () =>
      useAdvice({ objective: { ...objective }, schedule: () => 'cosine', pollIntervalMs: 0 }),
    )
    await pass()
    const before = result.current
    rerender()
    await pass()
    expect(result.current).toBe(before)
  })
})

describe('what is read', () => {
  it('is the objective of live runs and their past, and nothing where no run is live', async () => {
    const live = liveSource([...pastRuns(6), runOf('other', [1], { dataset: 'pile' })])
    const { result } = renderWith(live.source, () => useAdvice({ pollIntervalMs: 50 }))
    await pass()
    expect(live.reads).toEqual([])
    expect(result.current).toMatchObject({ isLoading: false, error: null })
    live.become([...pastRuns(6), runOf('other', [1], { dataset: 'pile' }), liveRun([9])])
    cleanup()
    renderWith(live.source, () => useAdvice())
    await pass()
    expect(idsRead(live)).toEqual([
      'live',
      ...pastRuns(6)
        .map(({ id }) => id)
        .toReversed(),
    ])
    expect(live.reads.flat()).toContainEqual({
      runId: 'live',
      metric: 'train/loss',
      maxPoints: 2000,
    })
  })

  it('is the most recent of the past, as many as were asked for', async () => {
    const live = liveSource([...pastRuns(31), liveRun([9])])
    renderWith(live.source, () => useAdvice())
    await pass()
    expect(idsRead(live)).toHaveLength(31)
    expect(idsRead(live)).not.toContain('past00')
    const few = liveSource([...pastRuns(31), liveRun([9])])
    renderWith(few.source, () => useAdvice({ maximumRuns: 5, maxPoints: 100 }))
    await pass()
    expect(idsRead(few)).toEqual(['live', 'past30', 'past29', 'past28', 'past27', 'past26'])
    expect(few.reads.flat().every(({ maxPoints }) => maxPoints === 100)).toBe(true)
  })
})

describe('while runs go on', () => {
  it('advice follows the live run', async () => {
    const live = liveSource([...pastRuns(), liveRun([9])])
    const { result } = renderWith(live.source, () => useAdvice(), { pollIntervalMs: 100 })
    await pass()
    expect(adviceOn(result.current.advice.get('live'))).toBe('continue')
    live.become([...pastRuns(), liveRun([9, 9])])
    await pass(300)
    expect(adviceOn(result.current.advice.get('live'))).toBe('stop')
    live.become([...pastRuns(), liveRun([9, 9], { status: 'completed' })])
    await pass(300)
    expect(result.current.advice.size).toBe(0)
  })

  it('advice stays while the series of another past run is read', async () => {
    const live = liveSource([...pastRuns(), liveRun([9, 9])])
    const { result } = renderWith(live.source, () => useAdvice(), { pollIntervalMs: 100 })
    await pass()
    vi.spyOn(live.source, 'readSeries').mockImplementation(() => new Promise(() => {}))
    live.become([...pastRuns(13), liveRun([9, 9])])
    await pass(300)
    expect(result.current.isLoading).toBe(true)
    expect(adviceOn(result.current.advice.get('live'))).toBe('stop')
  })

  it('advice to another question does not stay', async () => {
    const live = liveSource([...pastRuns(), liveRun([9, 9])])
    const { result, rerender } = renderWith(live.source, useAdvice, {
      initialProps: {},
    })
    await pass()
    expect(result.current.advice.size).toBe(1)
    live.hold()
    rerender({ objective: { metric: 'eval/loss', goal: 'min' } })
    await pass()
    expect(result.current.advice.size).toBe(0)
    live.release()
    await pass()
  })
})

describe('failures', () => {
  it('of one past run leave it out, and are told', async () => {
    const live = liveSource([...pastRuns(), liveRun([9, 9])])
    const { readSeries } = live.source
    vi.spyOn(live.source, 'readSeries').mockImplementation((requests, options) => {
      const isBad = requests.some(({ runId }) => runId === 'past03')
      return isBad ? Promise.reject(new Error('broken file')) : readSeries(requests, options)
    })
    const { result } = renderWith(live.source, () => useAdvice())
    await pass(5000)
    expect([...result.current.errors.keys()]).toEqual(['past03'])
    expect(result.current.error).toBe(result.current.errors.get('past03'))
    expect(result.current.advice.get('live')).toMatchObject({ advice: 'stop', pastRuns: 11 })
  })

  it('of the live run leave it without advice', async () => {
    const live = liveSource([...pastRuns(), liveRun([9, 9])])
    const { readSeries } = live.source
    vi.spyOn(live.source, 'readSeries').mockImplementation((requests, options) => {
      const isBad = requests.some(({ runId }) => runId === 'live')
      return isBad ? Promise.reject(new Error('broken file')) : readSeries(requests, options)
    })
    const { result } = renderWith(live.source, () => useAdvice())
    await pass(5000)
    expect([...result.current.errors.keys()]).toEqual(['live'])
    expect(result.current.advice.size).toBe(0)
  })

  it('of the host are thrown: no provider, or an option that cannot be', async () => {
    const alone = thrownBy(() => renderHook(() => useStoppingAdvice([])))
    expect(alone).toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining('useStoppingAdvice'),
    })
    const { source } = liveSource([])
    const interval = thrownBy(() =>
      renderWith(source, () => useStoppingAdvice([], { pollIntervalMs: -5 })),
    )
    expect(interval).toMatchObject({ code: 'bad-option' })
  })
})
