import fc from 'fast-check'
import { expect, it } from 'vitest'
import { medianOf } from './median.ts'
import { slidingWindow } from './slidingWindow.ts'

it('holds the latest values: their median and their median distance from a centre', () => {
  const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (given, width) => {
      const window = slidingWindow(width)
      given.forEach((value, i) => {
        window.push(value)
        const latest = given.slice(Math.max(0, i + 1 - width), i + 1)
        expect(window.median()).toBe(medianOf(latest))
        expect(window.medianDistance(2)).toBe(medianOf(latest.map((own) => Math.abs(own - 2))))
        expect(window.isFull()).toBe(i + 1 >= width)
      })
    }),
  )
})

it('is empty once cleared, wherever it stood', () => {
  const window = slidingWindow(3)
  for (const value of [9, 8, 7, 6]) window.push(value)
  window.clear()
  expect(window.isFull()).toBe(false)
  expect(window.median()).toBeNaN()
  for (const value of [1, 2, 3, 4]) window.push(value)
  expect(window.median()).toBe(3)
})
