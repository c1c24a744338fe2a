import { describe, expect, it, vi } from 'vitest'
import { createChartStore, isolatedRun, shownDomain, toggledRun } from './chartStore.ts'

describe('createChartStore', () => {
  it('tells its listeners what is and what was, until they stop', () => {
    const store = createChartStore()
    const listener = vi.fn<() => void>()
    const stop = store.subscribe(listener)
    const before = store.get()
    store.set({ highlightedRunId: 'a' })
    expect(listener).toHaveBeenCalledWith(store.get(), before)
    stop()
    store.set({ highlightedRunId: null })
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('begins with the domain it is given', () => {
    expect(createChartStore([1, 5]).get().domain).toEqual({
      axisId: null,
      xScale: 'linear',
      from: 1,
      to: 5,
    })
  })
})

describe('shownDomain', () => {
  it.each([[[5, 1]], [[1, 1]], [[NaN, 2]], [[0, Infinity]]] as const)(
    'shows everything in place of a domain that is none: %o',
    (domain) => {
      expect(shownDomain(domain)).toBeNull()
    },
  )
})

describe('hiding runs', () => {
  it('hides a run and shows it again, and leaves the set it was given', () => {
    const state = createChartStore().get()
    const hidden = { ...state, ...toggledRun(state, '__proto__') }
    expect([...hidden.hiddenRunIds]).toEqual(['__proto__'])
    expect([...toggledRun(hidden, '__proto__').hiddenRunIds]).toEqual([])
    expect(state.hiddenRunIds.size).toBe(0)
  })

  it('shows one run alone, and all of them from there', () => {
    const state = createChartStore().get()
    const alone = { ...state, ...isolatedRun(state, 'b', ['a', 'b', 'b', 'c']) }
    expect([...alone.hiddenRunIds]).toEqual(['a', 'c'])
    expect(isolatedRun(alone, 'b', ['a', 'b', 'c']).hiddenRunIds.size).toBe(0)
    expect([...isolatedRun(alone, 'c', ['a', 'b', 'c']).hiddenRunIds]).toEqual(['a', 'b'])
  })
})
