import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { createChartStore, type ShownDomain } from './chartStore.ts'
import { canFollow, followedTail, isBeforeTail, toggledFollowing } from './followTail.ts'
import { linesOf } from './model/chartLine.ts'
import { chartModel } from './model/chartModel.ts'

const series = new Map([['a', defineSeries({ steps: [0, 50, 100], values: [1, 2, 3] })]])
const modelOf = (status: 'running' | 'completed') =>
  chartModel(linesOf(series, [{ id: 'a', name: 'a', status }]), { xAxis: 'step', yScale: 'linear' })
const live = modelOf('running')

const domain = (from: number, to: number, axisId: string | null = 'step'): ShownDomain => ({
  axisId,
  xScale: 'linear',
  from,
  to,
})

describe('canFollow', () => {
  it('needs a zoom along this axis, and a run that is live', () => {
    expect(canFollow(domain(0, 10), live)).toBe(true)
    expect(canFollow(domain(0, 10, null), live)).toBe(true)
    expect(canFollow(null, live)).toBe(false)
    expect(canFollow(domain(0, 10, 'epoch'), live)).toBe(false)
    expect(canFollow(domain(0, 10), modelOf('completed'))).toBe(false)
  })
})

describe('followedTail', () => {
  it('goes to the last point and keeps its length', () => {
    expect(followedTail({ domain: domain(10, 30), isFollowing: true }, live)).toEqual(
      domain(80, 100),
    )
  })

  it('stays where it is at the end, beyond it, on another axis, or is not to follow', () => {
    for (const shown of [domain(80, 100), domain(90, 120), domain(0, 10, 'epoch'), null]) {
      expect(followedTail({ domain: shown, isFollowing: true }, live)).toBeNull()
    }
    expect(followedTail({ domain: domain(0, 10), isFollowing: false }, live)).toBeNull()
  })
})

describe('isBeforeTail', () => {
  it('forgives the end a thousandth of what is shown', () => {
    expect(isBeforeTail({ domain: domain(0, 99.95) }, live)).toBe(false)
    expect(isBeforeTail({ domain: domain(0, 99) }, live)).toBe(true)
    expect(isBeforeTail({ domain: null }, live)).toBe(false)
  })
})

describe('toggledFollowing', () => {
  it('goes to the tail at once, remembers where it was, and stops where it is', () => {
    const store = createChartStore([10, 30])
    store.set(toggledFollowing(store.get(), live))
    expect(store.get()).toMatchObject({
      isFollowing: true,
      domain: domain(80, 100),
      settledDomain: domain(80, 100),
      past: [{ domain: domain(10, 30, null) }],
    })
    expect(toggledFollowing(store.get(), live)).toEqual({ isFollowing: false })
  })

  it('does not begin where everything is shown', () => {
    expect(toggledFollowing(createChartStore().get(), live)).toEqual({ isFollowing: false })
  })
})
