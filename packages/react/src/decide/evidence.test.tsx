import { cleanup, renderHook } from '@testing-library/react'
import { defineRun, type Objective, type Run } from '@runoff/core'
import { compareCost, importance, significance } from '@runoff/core/stats'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pass } from '../testdata/renderWith.tsx'
import { thrownBy } from '../testdata/thrownBy.ts'
import { useCost } from './useCost.ts'
import { useParamImportance } from './useParamImportance.ts'
import { useSignificance } from './useSignificance.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const run = (id: string, loss: number, more: object = {}): Run =>
  defineRun({ id, status: 'completed', metrics: { 'eval/loss': loss }, ...more })

const highest: Objective = { metric: 'eval/loss', goal: 'max' }

describe('useCost', () => {
  const runs = (): readonly Run[] => [
    run('a', 0.2, { gpuHours: 8 }),
    run('b', 0.3, { gpuHours: 2 }),
    run('c', 0.4, { gpuHours: 4 }),
  ]

  it('is what core says of value and cost', () => {
    const { result } = renderHook(() => useCost(runs(), { pricePerGpuHour: 2 }))
    expect(result.current).toEqual(compareCost(runs(), { pricePerGpuHour: 2 }))
    if (result.current.kind === 'undefined') throw new Error(result.current.reason)
    expect(result.current.front.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(result.current.rows.map(({ price }) => price)).toEqual([16, 4, 8])
  })

  it('says why there is no answer', () => {
    const { result } = renderHook(() => useCost([]))
    expect(result.current).toEqual({ kind: 'undefined', reason: 'too-few-runs' })
  })

  it('keeps its identity where runs and options are written anew, and follows them', () => {
    const { result, rerender } = renderHook(
      ({ pricePerGpuHour }) =>
        useCost(runs(), {
          objective: { metric: 'eval/loss', goal: 'min' },
          contenders: runs().slice(0, 2),
          pricePerGpuHour,
        }),
      { initialProps: { pricePerGpuHour: 1 } },
    )
    const before = result.current
    expect(before).toMatchObject({ cheapestContender: { run: { id: 'b' }, timesCheaper: 4 } })
    rerender({ pricePerGpuHour: 1 })
    expect(result.current).toBe(before)
    rerender({ pricePerGpuHour: 3 })
    expect(result.current).not.toBe(before)
  })

  it('throws for an option that cannot be', () => {
    const error = thrownBy(() => renderHook(() => useCost(runs(), { noise: -1 })))
    expect(error).toMatchObject({ code: 'bad-option' })
  })
})

describe('useSignificance', () => {
  const runs = (): readonly Run[] =>
    [0.5, 0.51, 0.49, 0.7, 0.71, 0.69].map((loss, i) =>
      run(`r${i}`, loss, { seed: String(i % 3), group: i < 3 ? 'a' : 'b' }),
    )

  it('is working, then what core says', async () => {
    const { result } = renderHook(() => useSignificance(runs()))
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    await pass()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: significance(runs()) })
    expect(result.current.value).toMatchObject({ pairs: [{ finding: 'differs' }] })
  })

  it('computes nothing anew where runs and options are written anew, and follows them', async () => {
    const { result, rerender } = renderHook(
      ({ goal }) =>
        useSignificance(runs(), {
          objective: { metric: 'eval/loss', goal },
          configuration: ({ group }) => group,
        }),
      { initialProps: { goal: 'min' as 'min' | 'max' } },
    )
    await pass()
    const before = result.current
    rerender({ goal: 'min' })
    expect(result.current).toBe(before)
    rerender({ goal: 'max' })
    expect(result.current).toEqual({ status: 'working', progress: 0, value: before.value })
    await pass()
    expect(result.current.value).toMatchObject({ objective: highest })
  })

  it('says why there is no answer', async () => {
    const { result } = renderHook(() => useSignificance([]))
    await pass()
    expect(result.current.value).toMatchObject({ kind: 'undefined' })
  })
})

describe('useParamImportance', () => {
  /** The loss rises with the learning rate, and the warm-up says nothing. */
  const runs = (count = 12): readonly Run[] =>
    Array.from({ length: count }, (_, i) =>
      run(`r${String(i).padStart(2, '0')}`, 1 + i, { params: { lr: i + 1, warmup: (i * 5) % 7 } }),
    )

  it('is working, then what core says', async () => {
    const { result } = renderHook(() => useParamImportance(runs()))
    expect(result.current).toEqual({ status: 'working', progress: 0, value: null })
    await pass()
    expect(result.current).toEqual({ status: 'ready', progress: 1, value: importance(runs()) })
    expect(result.current.value).toMatchObject({ params: [{ name: 'lr', effect: 'rising' }, {}] })
  })

  it('computes nothing anew where runs and options are written anew, and follows them', async () => {
    const { result, rerender } = renderHook(
      ({ name }) =>
        useParamImportance(runs(), {
          objective: { metric: 'eval/loss', goal: 'min' },
          names: [name],
        }),
      { initialProps: { name: 'lr' } },
    )
    await pass()
    const before = result.current
    rerender({ name: 'lr' })
    expect(result.current).toBe(before)
    rerender({ name: 'warmup' })
    expect(result.current).toEqual({ status: 'working', progress: 0, value: before.value })
    await pass()
    expect(result.current.value).toMatchObject({ params: [{ name: 'warmup' }] })
  })

  it('says why there is no answer', async () => {
    const { result } = renderHook(() => useParamImportance(runs(9)))
    await pass()
    expect(result.current.value).toMatchObject({ reason: 'too-few-runs', runs: 9, needed: 10 })
  })
})
