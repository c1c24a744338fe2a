import { act, cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { thrownBy } from '../testdata/thrownBy.ts'
import {
  useRunSelection,
  type RunSelectionOptions,
  type RunSelectionResult,
} from './useRunSelection.ts'

afterEach(cleanup)

const select = (options?: RunSelectionOptions) => renderHook(() => useRunSelection(options))

describe('useRunSelection', () => {
  it('begins empty with room for five', () => {
    const { result } = select()
    expect(result.current).toMatchObject({ selectedIds: [], maxSelected: 5, isFull: false })
  })

  it('toggles in the order of the clicks', () => {
    const { result } = select({ defaultSelectedIds: ['a'] })
    act(() => result.current.toggle('c'))
    act(() => result.current.toggle('b'))
    act(() => result.current.toggle('a'))
    expect(result.current.selectedIds).toEqual(['c', 'b'])
    expect(result.current.isSelected('b')).toBe(true)
    expect(result.current.isSelected('a')).toBe(false)
  })

  it('lets every action in a row see what the one before has done', () => {
    const { result } = select()
    act(() => {
      for (const id of ['a', 'b', 'a', 'c']) result.current.toggle(id)
    })
    expect(result.current.selectedIds).toEqual(['b', 'c'])
  })

  it('at the limit does nothing for others, and says so', () => {
    const onSelectedIdsChange = vi.fn<(ids: readonly string[]) => void>()
    const { result } = select({
      maxSelected: 2,
      defaultSelectedIds: ['a', 'b'],
      onSelectedIdsChange,
    })
    expect(result.current.isFull).toBe(true)
    expect(['a', 'b', 'c'].map(result.current.canSelect)).toEqual([true, true, false])
    const before = result.current
    act(() => result.current.toggle('c'))
    expect(result.current).toBe(before)
    expect(onSelectedIdsChange).not.toHaveBeenCalled()
    act(() => result.current.toggle('a'))
    expect(result.current.canSelect('c')).toBe(true)
  })

  it('selects the first of too many, each once', () => {
    const onSelectedIdsChange = vi.fn<(ids: readonly string[]) => void>()
    const { result } = select({ maxSelected: 2, onSelectedIdsChange })
    act(() => result.current.select(['a', 'a', 'b', 'c']))
    act(() => result.current.select(['a', 'b', 'd']))
    expect(onSelectedIdsChange.mock.calls).toEqual([[['a', 'b']]])
    act(() => result.current.clear())
    act(() => result.current.clear())
    expect(onSelectedIdsChange.mock.calls).toEqual([[['a', 'b']], [[]]])
  })

  it('shows no more than a lower limit allows', () => {
    const { result, rerender } = renderHook(
      (maxSelected: number) =>
        useRunSelection({ maxSelected, defaultSelectedIds: ['a', 'b', 'c'] }),
      { initialProps: 3 },
    )
    rerender(2)
    expect(result.current.selectedIds).toEqual(['a', 'b'])
    act(() => result.current.toggle('a'))
    expect(result.current.selectedIds).toEqual(['b'])
  })

  it('keeps its identity while nothing changes, and its actions always', () => {
    const { result, rerender } = renderHook(() =>
      useRunSelection({ onSelectedIdsChange: () => {} }),
    )
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    act(() => before.toggle('a'))
    expect(result.current.toggle).toBe(before.toggle)
    expect(result.current.selectedIds).toEqual(['a'])
  })

  it.each([0, -1, 1.5, NaN])('refuses a limit of %s', (maxSelected) => {
    expect(thrownBy(() => select({ maxSelected }))).toMatchObject({ code: 'bad-option' })
  })

  it('takes any number of runs where the limit is Infinity', () => {
    const { result } = select({ maxSelected: Infinity })
    const ids = Array.from({ length: 1000 }, (_, i) => String(i))
    act(() => result.current.select(ids))
    expect(result.current.selectedIds).toEqual(ids)
    expect(result.current.isFull).toBe(false)
  })
})

describe('a selection that the host keeps', () => {
  it('is what the host says, and tells the host what is wanted', () => {
    const { result } = renderHook(() => {
      const [ids, setIds] = useState<readonly string[]>(['a'])
      return useRunSelection({ selectedIds: ids, onSelectedIdsChange: setIds })
    })
    act(() => {
      result.current.toggle('b')
      result.current.toggle('c')
    })
    expect(result.current.selectedIds).toEqual(['a', 'b', 'c'])
  })

  it('stays as it is where the host refuses, and the next wish begins from there', () => {
    const onSelectedIdsChange = vi.fn<(ids: readonly string[]) => void>()
    const { result } = select({ selectedIds: ['a'], onSelectedIdsChange })
    act(() => result.current.toggle('b'))
    expect(result.current.selectedIds).toEqual(['a'])
    act(() => result.current.toggle('c'))
    expect(onSelectedIdsChange.mock.calls).toEqual([[['a', 'b']], [['a', 'c']]])
  })
})

type Step =
  | { readonly kind: 'toggle'; readonly id: string }
  | { readonly kind: 'select'; readonly ids: readonly string[] }
  | { readonly kind: 'clear' }

describe('any series of clicks', () => {
  const id = fc.constantFrom('', '__proto__', 'constructor', 'a', 'b', '\u202Ec')
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('toggle' as const), id }) },
    fc.record({ kind: fc.constant('select' as const), ids: fc.array(id) }),
    fc.record({ kind: fc.constant('clear' as const) }),
  )

  it('leaves ids that are distinct, wanted, in order and never too many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step), (maxSelected, steps) => {
        const { result, unmount } = select({ maxSelected })
        let expected: readonly string[] = []
        for (const one of steps) {
          expected = after(expected, one, maxSelected)
          act(() => play(result.current, one))
          expect(result.current.selectedIds).toEqual(expected)
          expect(result.current.isFull).toBe(expected.length === maxSelected)
        }
        unmount()
      }),
      { numRuns: 50 },
    )
  })
})

function play(selection: RunSelectionResult, step: Step): void {
  if (step.kind === 'toggle') selection.toggle(step.id)
  else if (step.kind === 'select') selection.select(step.ids)
  else selection.clear()
}

/** The same in the plainest words. */
function after(ids: readonly string[], step: Step, maxSelected: number): readonly string[] {
  if (step.kind === 'clear') return []
  const wanted = step.kind === 'select' ? step.ids : [...ids, step.id]
  if (step.kind === 'toggle' && ids.includes(step.id)) return ids.filter((one) => one !== step.id)
  return wanted.filter((one, i) => wanted.indexOf(one) === i).slice(0, maxSelected)
}
