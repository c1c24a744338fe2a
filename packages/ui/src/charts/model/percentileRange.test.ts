import { defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModel } from './chartModel.ts'
import { percentileRange } from './percentileRange.ts'

function modelOf(...curves: readonly (readonly number[])[]): ChartModel {
  const series = new Map(
    curves.map((values, at) => [
      `run ${at}`,
      defineSeries({ steps: values.map((_, i) => i), values }),
    ]),
  )
  return chartModel(linesOf(series, []), { xAxis: 'step', yScale: 'linear' })
}
const all = { from: -Infinity, to: Infinity }
const rangeOf = (...curves: readonly (readonly number[])[]) =>
  percentileRange(modelOf(...curves).lines, all)
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const value = fc.oneof({ weight: 9, arbitrary: finite }, fc.constantFrom(NaN, Infinity, -Infinity))

describe('percentileRange', () => {
  it('is none where there is no finite point', () => {
    const none = { min: Infinity, max: -Infinity }
    expect(rangeOf()).toEqual(none)
    expect(rangeOf([NaN, Infinity])).toEqual(none)
    expect(percentileRange(modelOf([1, 2]).lines, { from: 5, to: 9 })).toEqual(none)
  })

  it('is the value itself where there is one, or all are equal', () => {
    expect(rangeOf([7])).toEqual({ min: 7, max: 7 })
    expect(rangeOf([7, NaN, 7], [7])).toEqual({ min: 7, max: 7 })
  })

  it('leaves out the highest and the lowest of a hundred and one', () => {
    expect(rangeOf(Array.from({ length: 101 }, (_, i) => i))).toEqual({ min: 1, max: 99 })
  })

  it('hides at most one in a hundred at either end, and shows nothing that is not there', () => {
    const curve = fc.array(value, { maxLength: 300 })
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        const given = [...a, ...b].filter(Number.isFinite)
        const { min, max } = rangeOf(a, b)
        if (given.length === 0) return
        expect(given.filter((one) => one < min).length * 100).toBeLessThanOrEqual(given.length)
        expect(given.filter((one) => one > max).length * 100).toBeLessThanOrEqual(given.length)
        expect(min).toBeGreaterThanOrEqual(Math.min(...given))
        expect(max).toBeLessThanOrEqual(Math.max(...given))
      }),
    )
  })

  it('hides hardly more of so many values that only some are looked at', () => {
    const curve = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_000)
    const { min, max } = rangeOf(curve)
    expect(curve.filter((one) => one < min).length / curve.length).toBeLessThan(0.015)
    expect(curve.filter((one) => one > max).length / curve.length).toBeLessThan(0.015)
  })
})
