import { describe, expect, it } from 'vitest'
import { createChartStore, shownDomain, type ChartStore } from './chartStore.ts'
import { rememberedZoom, zoomOf, zoomedBack, zoomedForward, zoomedOut } from './zoomHistory.ts'

/** Zooms as a gesture does that begins now and ends there. */
function zoomTo(store: ChartStore, from: number, to: number): void {
  const start = zoomOf(store.get())
  const domain = shownDomain([from, to])
  store.set({ domain, settledDomain: domain })
  store.set(rememberedZoom(store.get(), start))
}

describe('the history of zooms', () => {
  it('goes back to where each gesture began, and forward again', () => {
    const store = createChartStore()
    zoomTo(store, 0, 50)
    zoomTo(store, 10, 20)
    store.set(zoomedBack(store.get()))
    expect(store.get().settledDomain).toMatchObject({ from: 0, to: 50 })
    store.set(zoomedBack(store.get()))
    expect(store.get()).toMatchObject({ domain: null, past: [] })
    store.set(zoomedForward(store.get()))
    store.set(zoomedForward(store.get()))
    expect(store.get().domain).toMatchObject({ from: 10, to: 20 })
    expect(zoomedForward(store.get())).toEqual({})
  })

  it('takes values with it, and ends to follow', () => {
    const store = createChartStore([0, 10])
    const start = zoomOf(store.get())
    store.set({ yDomains: new Map([['chart', { low: 0, high: 1 }]]) })
    store.set({ ...rememberedZoom(store.get(), start), isFollowing: true })
    store.set(zoomedBack(store.get()))
    expect(store.get()).toMatchObject({ isFollowing: false, yDomains: new Map() })
    store.set(zoomedForward(store.get()))
    expect(store.get().yDomains.get('chart')).toEqual({ low: 0, high: 1 })
  })

  it('forgets what lay ahead once one zooms elsewhere', () => {
    const store = createChartStore()
    zoomTo(store, 0, 50)
    store.set(zoomedBack(store.get()))
    zoomTo(store, 30, 40)
    expect(store.get().future).toEqual([])
  })

  it('remembers no gesture that ended where it began', () => {
    const store = createChartStore([0, 10])
    expect(rememberedZoom(store.get(), zoomOf(store.get()))).toEqual({})
  })

  it('can go back from everything, and has nothing to show where everything is shown', () => {
    const store = createChartStore([0, 10])
    store.set(zoomedOut(store.get()))
    expect(store.get().domain).toBeNull()
    expect(zoomedOut(store.get())).toEqual({})
    expect(zoomedBack(store.get()).domain).toMatchObject({ from: 0, to: 10 })
  })

  it('keeps the last fifty', () => {
    const store = createChartStore()
    for (let to = 1; to <= 60; to++) zoomTo(store, 0, to)
    expect(store.get().past).toHaveLength(50)
    expect(store.get().past.at(-1)?.domain).toMatchObject({ to: 59 })
  })
})
