import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defineSeries } from '@runoff/core'
import { sliceSeries } from './sliceSeries.ts'

it('gives the points that lie in a request, and counts them', () => {
  const steps = fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true, min: -9, max: 9 }))
  const bound = fc.double({ noNaN: true, min: -10, max: 10 })
  fc.assert(
    fc.property(steps, bound, bound, fc.option(bound), (places, a, b, since) => {
      const series = defineSeries(places.map((step) => ({ step, value: step + 0, epoch: step })))
      const range = { from: Math.min(a, b), to: Math.max(a, b) }
      const request = { runId: 'a', metric: 'm', range, ...(since !== null && { since }) }
      const part = sliceSeries(series, request)
      const inside = [...series.steps].filter(
        (step) => step >= range.from && step <= range.to && step > (since ?? -Infinity),
      )
      expect([...part.steps]).toEqual(inside)
      expect([...part.values]).toEqual(inside)
      expect(part.epochs?.length ?? 0).toBe(inside.length)
      expect(part.total).toBe(inside.length)
    }),
  )
})

it('gives a whole series as it is', () => {
  const series = defineSeries([{ step: 1, value: 2 }])
  expect(sliceSeries(series, { runId: 'a', metric: 'm', maxPoints: 1 })).toBe(series)
})

it('does not tell how many points lie in a part of a sample', () => {
  const series = { ...defineSeries({ steps: [1, 2], values: [1, 2], basis: 'sampled' }), total: 90 }
  const part = sliceSeries(series, { runId: 'a', metric: 'm', since: 1 })
  expect([part.total, part.basis]).toEqual([null, 'sampled'])
})
