import { cleanup } from '@testing-library/react'
import type { MetricSeries } from '@runoff/core'
import type { MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveSource, runOf, type LiveSource } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { samplingSource } from '../testdata/samplingSource.ts'
import { growthLimit } from './seriesAnswer.ts'
import { useMultiJobMetrics } from './useMultiJobMetrics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const metric = 'train/loss'
const maxPoints = 8

const valueAt = (step: number): number => (step * 7) % 31
const logged = (length: number): readonly number[] =>
  Array.from({ length }, (_, i) => valueAt(i + 1))
const running = (length: number): MemoryRun => runOf('a', logged(length), { status: 'running' })

function follow(live: LiveSource): () => MetricSeries | undefined {
  const { result } = renderWith(samplingSource(live.source), () =>
    useMultiJobMetrics(['a'], { metrics: [metric], maxPoints, pollIntervalMs: 1000 }),
  )
  return () => result.current.metricsMap.get('a')?.get(metric)
}

describe('a live series that the source samples', () => {
  it('grows by its new points in full, which alone are asked for', async () => {
    const live = liveSource([running(100)])
    const series = follow(live)
    await pass()
    const before = series()
    expect(before).toMatchObject({ basis: 'sampled', total: 100 })
    live.become([running(103)])
    await pass(1000)
    expect(live.reads.slice(1)).toEqual([
      [{ runId: 'a', metric, maxPoints, range: { from: 100, to: Infinity } }],
    ])
    expect(series()).toMatchObject({ basis: 'sampled', total: 103 })
    expect([...(series()?.steps ?? [])]).toEqual([...(before?.steps ?? []), 101, 102, 103])
  })

  it('holds only points that were logged, and never more than twice what can be shown', async () => {
    const live = liveSource([running(100)])
    const series = follow(live)
    await pass()
    for (let length = 101; length < 160; length += 2) {
      live.become([running(length)])
      await pass(1000)
      const { steps, values, total } = series() ?? { steps: [], values: [], total: null }
      expect([...values]).toEqual(Array.from(steps, valueAt))
      expect([steps.at(-1), total]).toEqual([length, length])
      expect(steps.length).toBeLessThan(maxPoints * 2 + 2)
    }
    const whole = live.reads.flat().filter(({ range }) => range === undefined)
    // 8 points grow to 16 in four to five polls of two points: then the source samples once.
    expect(whole.length).toBeGreaterThan(5)
    expect(whole.length).toBeLessThan(10)
  })

  it('is sampled anew, evenly, when more came at once than can be shown', async () => {
    const live = liveSource([running(100)])
    const series = follow(live)
    await pass()
    live.become([running(200)])
    await pass(1000)
    expect(series()?.steps.length).toBeLessThanOrEqual(maxPoints)
    expect(series()).toMatchObject({ basis: 'sampled', total: 200 })
    expect(series()?.steps.at(-1)).toBe(200)
  })

  it('is sampled anew when its run has ended, and when it went back and logged steps anew', async () => {
    const live = liveSource([running(100)])
    const series = follow(live)
    await pass()
    const again = logged(120).map((value, i) => (i < 50 ? value : 99))
    live.become([runOf('a', again, { status: 'running' })])
    await pass(1000)
    expect(series()).toMatchObject({ basis: 'sampled', total: 120 })
    expect(series()?.values.at(-1)).toBe(99)
    expect(series()?.steps.length).toBeLessThanOrEqual(maxPoints)
    live.become([runOf('a', [...again, 98])])
    await pass(1000)
    expect(series()?.steps.length).toBeLessThanOrEqual(maxPoints)
    expect(series()?.values.at(-1)).toBe(98)
    expect(live.reads.at(-1)).toEqual([{ runId: 'a', metric, maxPoints }])
  })

  it('goes from all its points to a sample when there are more than can be shown', async () => {
    const live = liveSource([running(5)])
    const series = follow(live)
    await pass()
    const seen: unknown[] = []
    for (let length = 6; length <= 13; length++) {
      live.become([running(length)])
      await pass(1000)
      expect(series()?.total).toBe(length)
      seen.push([series()?.basis, series()?.steps.length === length])
    }
    // Read whole at 5, it may grow to twice that.
    const full = Array.from({ length: 5 }, () => ['full', true])
    expect(seen).toEqual([...full, ...Array.from({ length: 3 }, () => ['sampled', false])])
  })
})

describe('growthLimit', () => {
  const series = (length: number, basis: MetricSeries['basis']): MetricSeries => ({
    steps: Float64Array.from({ length }, (_, i) => i),
    values: new Float64Array(length),
    timesMs: null,
    epochs: null,
    basis,
    total: null,
  })
  it.each([
    ['never ends for all points', 3, 'full', undefined, Infinity],
    ['is what can be shown where that is far', 3, 'full', 100, 100],
    ['is twice the length where the source gives more than can be shown', 300, 'full', 100, 600],
    ['is twice the length of a sample', 90, 'sampled', 100, 180],
    ['is so too where the source samples unasked', 90, 'sampled', undefined, 180],
    ['is none for what is no logged points', 1, 'last-only', undefined, 0],
    ['is none for a summary', 1, 'summary', 100, 0],
  ] as const)('%s', (_name, length, basis, most, limit) => {
    expect(growthLimit(series(length, basis), most === undefined ? {} : { maxPoints: most })).toBe(
      limit,
    )
  })
})
