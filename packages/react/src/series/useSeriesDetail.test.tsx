import type { ReactElement, ReactNode } from 'react'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import type { MemoryRun } from '@runoff/sources/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RunoffProvider } from '../provider/RunoffProvider.tsx'
import { liveSource, runOf } from '../testdata/liveSource.ts'
import { pass, renderWith } from '../testdata/renderWith.tsx'
import { samplingSource } from '../testdata/samplingSource.ts'
import { thrownBy } from '../testdata/thrownBy.ts'
import type { StepRange } from './joinDetail.ts'
import { useMultiJobMetrics, type MultiJobMetricsResult } from './useMultiJobMetrics.ts'
import { useSeriesDetail, type SeriesDetailResult } from './useSeriesDetail.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const metric = 'train/loss'
const metrics = [metric]

/** A run of 100 points at steps 1 to 100. */
const long = (id: string, shift = 0): MemoryRun =>
  runOf(
    id,
    Array.from({ length: 100 }, (_, i) => (i * 7 + shift) % 31),
  )

interface Looked {
  readonly coarse: MultiJobMetricsResult
  readonly detail: SeriesDetailResult
}

/** Reads with 8 points each, and looks at a part with 16. */
function useLook(ids: readonly string[], range: StepRange | null, maxPoints = 16): Looked {
  const coarse = useMultiJobMetrics(ids, { metrics, maxPoints: 8, pollIntervalMs: 1000 })
  return { coarse, detail: useSeriesDetail(coarse.metricsMap, { range, maxPoints }) }
}

interface View {
  readonly range: StepRange | null
  readonly maxPoints?: number
}

function look(source: RunSource, ids: readonly string[], initialProps: View) {
  return renderWith(source, ({ range, maxPoints }: View) => useLook(ids, range, maxPoints), {
    initialProps,
  })
}

const stepsOf = ({ metricsMap }: Pick<SeriesDetailResult, 'metricsMap'>, id: string): number[] => [
  ...(metricsMap.get(id)?.get(metric)?.steps ?? []),
]

const inside = (steps: readonly number[], { from, to }: StepRange): readonly number[] =>
  steps.filter((step) => step >= from && step <= to)

const count = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

const parts = (reads: readonly (readonly SeriesRequest[])[]): readonly SeriesRequest[] =>
  reads.flat().filter(({ range }) => range !== undefined)

describe('asking', () => {
  it('asks for nothing while everything is looked at, and gives the map as it is', async () => {
    const live = liveSource([long('a')])
    const { result } = look(samplingSource(live.source), ['a'], { range: null })
    await pass()
    const { coarse, detail } = result.current
    expect(coarse.metricsMap.get('a')?.get(metric)).toMatchObject({ basis: 'sampled', total: 100 })
    expect(detail.metricsMap).toBe(coarse.metricsMap)
    expect(detail).toMatchObject({ isRefining: false })
    expect(live.reads).toHaveLength(1)
  })

  it('never asks again for a series that is full or that has no points', async () => {
    const live = liveSource([runOf('a', [3, 2, 1]), { id: 'b', status: 'completed' }])
    const { result } = look(samplingSource(live.source), ['a', 'b'], { range: { from: 1, to: 2 } })
    await pass()
    expect(result.current.detail.isRefining).toBe(false)
    expect(result.current.detail.metricsMap).toBe(result.current.coarse.metricsMap)
    expect(live.reads).toHaveLength(1)
  })

  it('asks for the part of all runs in one call, with as many points as can be shown', async () => {
    const live = liveSource([long('a'), runOf('short', [1]), long('b')])
    const range = { from: 20, to: 40 }
    look(samplingSource(live.source), ['a', 'short', 'b'], { range })
    await pass()
    expect(live.reads.slice(1)).toEqual([
      [
        { runId: 'a', metric, maxPoints: 16, range },
        { runId: 'b', metric, maxPoints: 16, range },
      ],
    ])
  })

  it.each([
    ['a range that is not in order', { range: { from: 2, to: 1 } }],
    ['a range that is no number', { range: { from: NaN, to: 1 } }],
    ['no points', { range: null, maxPoints: 0 }],
    ['parts of points', { range: null, maxPoints: 1.5 }],
  ])('refuses %s', (_what, view) => {
    const { source } = liveSource([])
    expect(thrownBy(() => look(source, [], view))).toMatchObject({ code: 'bad-option' })
  })
})

describe('the finer points', () => {
  const range = { from: 20, to: 40 }

  it('stand within the range; until they are there the others stay', async () => {
    const live = liveSource([long('a')])
    const { result, rerender } = look(samplingSource(live.source), ['a'], { range: null })
    await pass()
    const coarse = stepsOf(result.current.coarse, 'a')
    live.hold()
    rerender({ range })
    await pass()
    expect(result.current.detail.isRefining).toBe(true)
    expect(result.current.detail.metricsMap).toBe(result.current.coarse.metricsMap)
    live.release()
    await pass()
    const fine = stepsOf(result.current.detail, 'a')
    expect(result.current.detail.isRefining).toBe(false)
    expect(inside(fine, range).length).toBeGreaterThan(inside(coarse, range).length)
    expect(fine.filter((step) => step < 20 || step > 40)).toEqual(
      coarse.filter((step) => step < 20 || step > 40),
    )
    const series = result.current.detail.metricsMap.get('a')?.get(metric)
    expect(series).toMatchObject({ basis: 'sampled', total: 100 })
    expect([...(series?.values ?? [])]).toEqual(fine.map((step) => ((step - 1) * 7) % 31))
  })

  it('are all there where they fit, and of the whole make the series full', async () => {
    const live = liveSource([long('a')])
    const { result, rerender } = look(samplingSource(live.source), ['a'], { range, maxPoints: 21 })
    await pass()
    expect(inside(stepsOf(result.current.detail, 'a'), range)).toEqual(count(20, 40))
    expect(result.current.detail.metricsMap.get('a')?.get(metric)?.basis).toBe('sampled')
    rerender({ range: { from: -Infinity, to: Infinity }, maxPoints: 100 })
    await pass()
    expect(stepsOf(result.current.detail, 'a')).toEqual(count(1, 100))
    expect(result.current.detail.metricsMap.get('a')?.get(metric)?.basis).toBe('full')
  })

  it('cost nothing when the view comes back to them', async () => {
    const live = liveSource([long('a')])
    const { result, rerender } = look(samplingSource(live.source), ['a'], { range })
    await pass()
    const before = result.current.detail.metricsMap.get('a')?.get(metric)
    rerender({ range: null })
    await pass()
    expect(result.current.detail.metricsMap).toBe(result.current.coarse.metricsMap)
    rerender({ range: { from: 50, to: 60 } })
    await pass()
    const { length } = live.reads
    rerender({ range: { ...range } })
    expect(result.current.detail.isRefining).toBe(false)
    expect(result.current.detail.metricsMap.get('a')?.get(metric)).toBe(before)
    await pass()
    expect(live.reads).toHaveLength(length)
    rerender({ range: { from: range.from, to: 25 } })
    expect(result.current.detail.isRefining).toBe(true)
  })

  it('stay while those of the next range are on their way, and are dropped when they come late', async () => {
    const live = liveSource([long('a')])
    const { result, rerender } = look(samplingSource(live.source), ['a'], { range })
    await pass()
    const before = result.current.detail.metricsMap
    live.hold()
    rerender({ range: { from: 60, to: 70 } })
    await pass()
    rerender({ range: { from: 90, to: 100 } })
    await pass()
    expect(result.current.detail).toMatchObject({ isRefining: true })
    expect(result.current.detail.metricsMap).toBe(before)
    live.release()
    await pass()
    const fine = stepsOf(result.current.detail, 'a')
    expect(inside(fine, { from: 60, to: 70 }).length).toBeLessThan(5)
    expect(inside(fine, { from: 90, to: 100 })).toEqual(count(90, 100))
    expect(inside(fine, range).length).toBeLessThan(5)
  })

  it('are never those of another source', async () => {
    const [one, other] = [liveSource([long('a')]), liveSource([long('a', 3)])]
    let source = samplingSource(one.source)
    const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => (
      <RunoffProvider source={source}>{children}</RunoffProvider>
    )
    const { result, rerender } = renderHook((part: StepRange) => useLook(['a'], part), {
      wrapper,
      initialProps: range,
    })
    await pass()
    expect(result.current.detail.isRefining).toBe(false)
    const inner = samplingSource(other.source)
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const gated: RunSource = {
      ...inner,
      readSeries: async (requests, options) => {
        if (requests.some((part) => part.range !== undefined)) await gate
        return inner.readSeries(requests, options)
      },
    }
    const first = source
    source = gated
    rerender(range)
    await pass()
    const { coarse, detail } = result.current
    expect(detail.isRefining).toBe(true)
    expect(detail.metricsMap).toBe(coarse.metricsMap)
    release()
    await pass()
    const series = result.current.detail.metricsMap.get('a')?.get(metric)
    expect([...(series?.values ?? [])]).toEqual(
      Array.from(series?.steps ?? [], (step) => ((step - 1) * 7 + 3) % 31),
    )
    // The samples of the first are there at once, and its finer points are on their way.
    source = first
    rerender({ from: 60, to: 70 })
    expect(result.current.coarse.isLoading).toBe(false)
    expect(result.current.detail.isRefining).toBe(true)
    expect(result.current.detail.metricsMap).toBe(result.current.coarse.metricsMap)
  })

  it('change no other series, and no identity when nothing changes', async () => {
    const live = liveSource([long('a'), runOf('short', [1])])
    const { result, rerender } = look(samplingSource(live.source), ['a', 'short'], { range })
    await pass()
    const before = result.current.detail
    expect(before.metricsMap.get('short')).toBe(result.current.coarse.metricsMap.get('short'))
    rerender({ range: { ...range } })
    await pass()
    expect(result.current.detail).toBe(before)
  })

  it('are found for a map that is written anew in each render', async () => {
    const live = liveSource([long('a')])
    const { result, rerender } = renderWith(samplingSource(live.source), () => {
      const { metricsMap } = useMultiJobMetrics(['a'], { metrics, maxPoints: 8 })
      const copy = new Map([...metricsMap].map(([id, run]) => [id, new Map(run)]))
      return useSeriesDetail(copy, { range, maxPoints: 21 })
    })
    await pass()
    expect(inside(stepsOf(result.current, 'a'), range)).toEqual(count(20, 40))
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    expect(parts(live.reads)).toHaveLength(1)
  })

  it('leave nothing behind when the component goes, also under way', async () => {
    const live = liveSource([long('a')])
    const { unmount, rerender } = look(samplingSource(live.source), ['a'], { range: null })
    await pass()
    live.hold()
    rerender({ range })
    await pass()
    unmount()
    await pass(0)
    expect(live.calledOff()).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('failures', () => {
  const range = { from: 20, to: 40 }

  it('are given by run id, and leave the series as it was and the others refined', async () => {
    const live = liveSource([long('a'), long('bad')])
    const inner = samplingSource(live.source)
    let isDown = true
    const source: RunSource = {
      ...inner,
      readSeries: async (requests, options) => {
        const isBad = requests.some((one) => one.runId === 'bad' && one.range !== undefined)
        if (isDown && isBad) throw new Error('unreadable')
        return inner.readSeries(requests, options)
      },
    }
    const { result, rerender } = look(source, ['a', 'bad'], { range, maxPoints: 21 })
    await pass(2000)
    const { coarse, detail } = result.current
    expect([...detail.errors.keys()]).toEqual(['bad'])
    expect(detail.errors.get('bad')?.message).toContain('unreadable')
    expect(detail.isRefining).toBe(false)
    expect(detail.metricsMap.get('bad')).toBe(coarse.metricsMap.get('bad'))
    expect(inside(stepsOf(detail, 'a'), range)).toEqual(count(20, 40))
    expect(coarse.errors.size).toBe(0)

    isDown = false
    rerender({ range: null, maxPoints: 21 })
    await pass()
    expect(result.current.detail.errors.size).toBe(0)
    rerender({ range, maxPoints: 21 })
    await pass()
    expect(inside(stepsOf(result.current.detail, 'bad'), range)).toEqual(count(20, 40))
    expect(result.current.detail.errors.size).toBe(0)
  })
})

describe('a run that is live', () => {
  const values = (length: number, shift = 0): readonly number[] =>
    Array.from({ length }, (_, i) => ((i * 7) % 31) + shift)
  const running = (length: number, shift = 0): MemoryRun =>
    runOf('a', values(length, shift), { status: 'running' })

  const tail = { from: 91, to: 200 }

  it('grows within the range by its new points, which alone are asked for', async () => {
    const live = liveSource([running(100)])
    const { result } = look(samplingSource(live.source), ['a'], { range: tail, maxPoints: 200 })
    await pass()
    expect(inside(stepsOf(result.current.detail, 'a'), tail)).toEqual(count(91, 100))
    live.become([running(103)])
    await pass(1000)
    expect(inside(stepsOf(result.current.detail, 'a'), tail)).toEqual(count(91, 103))
    const detail = { runId: 'a', metric, maxPoints: 200 }
    expect(parts(live.reads).filter((one) => one.maxPoints === 200)).toEqual([
      { ...detail, range: tail },
      { ...detail, range: { from: 100, to: 200 } },
    ])
  })

  it('has every point within the range whenever its sample is made anew', async () => {
    const live = liveSource([running(100)])
    const { result } = look(samplingSource(live.source), ['a'], { range: tail, maxPoints: 200 })
    await pass()
    for (let length = 104; length < 160; length += 5) {
      live.become([running(length)])
      await pass(1000)
      expect(inside(stepsOf(result.current.detail, 'a'), tail)).toEqual(count(91, length))
      expect(result.current.detail.metricsMap.get('a')?.get(metric)?.total).toBe(length)
    }
  })

  it('changes once where the sample and the finer points come to have the same new point', async () => {
    const live = liveSource([running(100)])
    const seen = new Set<unknown>()
    renderWith(samplingSource(live.source), () => {
      const { detail } = useLook(['a'], tail, 200)
      seen.add(detail.metricsMap.get('a')?.get(metric))
    })
    await pass()
    seen.clear()
    live.become([running(101)])
    await pass(1000)
    // The one before, and the one with the new point.
    expect(seen.size).toBe(2)
  })

  it('is not asked for again where its new points lie elsewhere', async () => {
    const live = liveSource([running(100)])
    const range = { from: 20, to: 40 }
    const { result } = look(samplingSource(live.source), ['a'], { range, maxPoints: 200 })
    await pass()
    live.become([running(103)])
    await pass(3000)
    expect(stepsOf(result.current.detail, 'a').at(-1)).toBe(103)
    expect(parts(live.reads).filter((one) => one.maxPoints === 200)).toHaveLength(1)
  })

  it('is asked for again where it went back and logged other values', async () => {
    const live = liveSource([running(100)])
    const range = { from: 20, to: 40 }
    const { result } = look(samplingSource(live.source), ['a'], { range, maxPoints: 21 })
    await pass()
    live.become([running(60, 100)])
    await pass(1000)
    const series = result.current.detail.metricsMap.get('a')?.get(metric)
    expect([...(series?.values ?? [])].every((value) => value >= 100)).toBe(true)
    expect(inside(stepsOf(result.current.detail, 'a'), range)).toEqual(count(20, 40))
  })

  it('is sampled anew within the range before it has more than twice what can be shown', async () => {
    const live = liveSource([running(100)])
    const wide = { from: 50, to: 500 }
    const { result } = look(samplingSource(live.source), ['a'], { range: wide, maxPoints: 16 })
    await pass()
    for (let length = 103; length < 190; length += 3) {
      live.become([running(length)])
      await pass(1000)
      const within = inside(stepsOf(result.current.detail, 'a'), wide)
      expect(within.at(-1)).toBe(length)
      expect(within.length).toBeLessThan(16 * 2 + 3)
    }
  })

  it('is asked for again where a reload tells of other values, however early', async () => {
    const live = liveSource([running(100)])
    const range = { from: 20, to: 40 }
    const { result } = look(samplingSource(live.source), ['a'], { range, maxPoints: 21 })
    await pass()
    const mended = values(100).map((value, i) => (i === 24 ? 1000 : value))
    live.become([runOf('a', mended, { status: 'running' })])
    act(() => result.current.coarse.reload())
    await pass()
    const series = result.current.detail.metricsMap.get('a')?.get(metric)
    expect(series?.values[series.steps.indexOf(25)]).toBe(1000)
    expect(inside(stepsOf(result.current.detail, 'a'), range)).toEqual(count(20, 40))
  })

  it('is asked for once for each sample by two charts whose samples never agree', async () => {
    const live = liveSource([running(100)])
    const inner = samplingSource(live.source)
    // Averages, as some sources give: what they say of a step depends on how many points they give.
    const source: RunSource = {
      ...inner,
      readSeries: async (requests, options) => {
        const results = await inner.readSeries(requests, options)
        return results.map((result, i) => {
          if (result.series === null || result.series.basis !== 'sampled') return result
          const offset = requests[i]?.maxPoints ?? 0
          const shifted = result.series.values.map((value) => value + offset)
          return { ...result, series: { ...result.series, values: shifted } }
        })
      },
    }
    renderWith(source, () => {
      const one = useMultiJobMetrics(['a'], { metrics, maxPoints: 8, pollIntervalMs: 0 })
      const two = useMultiJobMetrics(['a'], { metrics, maxPoints: 12, pollIntervalMs: 0 })
      const options = { range: { from: 20, to: 90 }, maxPoints: 16 }
      useSeriesDetail(one.metricsMap, options)
      useSeriesDetail(two.metricsMap, options)
    })
    await pass(5000)
    expect(parts(live.reads).length).toBeLessThanOrEqual(3)
  })
})
