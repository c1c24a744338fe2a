import { cleanup, renderHook } from '@testing-library/react'
import { defineRun, type Objective, type Run } from '@runoff/core'
import { afterEach, describe, expect, it } from 'vitest'
import { useBestRun } from './useBestRun.ts'
import { useParamDiff } from './useParamDiff.ts'
import { useRunGroups } from './useRunGroups.ts'

afterEach(cleanup)

const run = (id: string, evalLoss: number, more: object = {}): Run =>
  defineRun({ id, metrics: { 'eval/loss': evalLoss }, ...more })

describe('useBestRun', () => {
  const runs = [run('a', 0.5), run('b', 0.2), run('c', NaN)]

  it('is the lowest eval loss, unless the objective says otherwise', () => {
    expect(renderHook(() => useBestRun(runs)).result.current).toMatchObject({ value: 0.2 })
    const highest: Objective = { metric: 'eval/loss', goal: 'max' }
    expect(renderHook(() => useBestRun(runs, highest)).result.current?.run.id).toBe('a')
  })

  it('is null for no runs and for runs without a value', () => {
    expect(renderHook(() => useBestRun([])).result.current).toBeNull()
    expect(renderHook(() => useBestRun([run('c', NaN)])).result.current).toBeNull()
  })

  it('keeps its identity where runs and objective are written anew', () => {
    const { result, rerender } = renderHook(() =>
      useBestRun([...runs], { metric: 'eval/loss', goal: 'min' }),
    )
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })
})

describe('runs that are made anew in each render', () => {
  const made = (loss: number): readonly Run[] => [
    run('a', loss, { params: { lr: 1 } }),
    run('b', 3),
  ]

  it('change no answer while they say the same', () => {
    const { result, rerender } = renderHook(
      ({ loss }) =>
        [
          useBestRun(made(loss)),
          useParamDiff(made(loss)),
          useRunGroups(made(loss), { by: { param: 'lr' } }),
        ] as const,
      { initialProps: { loss: 1 } },
    )
    const [best, diff, groups] = result.current
    rerender({ loss: 1 })
    expect(result.current[0]).toBe(best)
    expect(result.current[1]).toBe(diff)
    expect(result.current[2]).toBe(groups)
    rerender({ loss: 2 })
    expect(result.current[0]?.value).toBe(2)
  })
})

describe('useRunGroups', () => {
  const runs = [
    run('z', 0.3, { model: 'org/b' }),
    run('m', 0.9, { model: null }),
    run('y', 0.5, { model: 'org/a', params: { lr: 1 } }),
    run('a', 0.1, { model: 'org/b' }),
  ]

  it('keeps the order of the runs within a group, and orders the groups by name', () => {
    const { result } = renderHook(() => useRunGroups(runs, { by: 'model' }))
    expect(result.current.map(({ key, runs: own }) => [key, own.map(({ id }) => id)])).toEqual([
      ['org/a', ['y']],
      ['org/b', ['z', 'a']],
      ['Unknown Model', ['m']],
    ])
  })

  it('finds the best of each group by the objective', () => {
    const objective: Objective = { metric: 'eval/loss', goal: 'max' }
    const { result } = renderHook(() => useRunGroups(runs, { by: 'model', objective }))
    expect(result.current.map(({ best }) => best?.run.id)).toEqual(['y', 'z', 'm'])
  })

  it('keeps its identity where the options are written anew, and follows them', () => {
    const { result, rerender } = renderHook(
      ({ param }) => useRunGroups([...runs], { by: { param } }),
      { initialProps: { param: 'lr' } },
    )
    const before = result.current
    expect(before.map(({ key }) => key)).toEqual(['1', 'Not set'])
    rerender({ param: 'lr' })
    expect(result.current).toBe(before)
    rerender({ param: 'other' })
    expect(result.current.map(({ key }) => key)).toEqual(['Not set'])
  })
})

describe('useParamDiff', () => {
  it('tells different from same parameters, and keeps its identity', () => {
    const runs = [
      run('a', 1, { params: { lr: 1, seed: 7 } }),
      run('b', 1, { params: { lr: 2, seed: 7 } }),
    ]
    const { result, rerender } = renderHook(() => useParamDiff([...runs]))
    expect(result.current.different.map(({ name }) => name)).toEqual(['lr'])
    expect(result.current.same.map(({ name }) => name)).toEqual(['seed'])
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })
})
