import { describe, expect, it } from 'vitest'
import { paramAxis } from './axisScale.ts'
import { axisTicks } from './axisTicks.ts'
import { moveAmong } from './moveAmong.ts'
import { nearestPoint } from './nearestPoint.ts'
import { sliderScale } from './sliderScale.ts'
import { toneOf } from './toneOf.ts'
import { englishFormatters } from '../../testdata/formatters.ts'

describe('axisTicks', () => {
  const names = ['adamw', 'lion', 'sgd', 'a-name-that-is-long']

  it('names every category where there is room, cut in the middle', () => {
    const ticks = axisTicks(paramAxis('category', [], { count: 4 }), {
      categories: names,
      count: 4,
      longest: 9,
      formatters: englishFormatters,
    })
    expect(ticks).toEqual([
      { value: 0, label: 'adamw' },
      { value: 1, label: 'lion' },
      { value: 2, label: 'sgd' },
      { value: 3, label: 'a-na…long' },
    ])
  })

  it('names every second where there is room for fewer, and one where there is room for none', () => {
    const axis = paramAxis('category', [], { count: 4 })
    const values = (count: number): number[] =>
      axisTicks(axis, { categories: names, count, longest: 9, formatters: englishFormatters }).map(
        ({ value }) => value,
      )
    expect(values(3)).toEqual([0, 2])
    expect(values(2)).toEqual([0, 2])
    expect(values(1)).toEqual([0])
    expect(values(0)).toEqual([0])
  })

  it('stands at round numbers, on a log axis at powers of ten', () => {
    const options = { categories: [], count: 5, longest: 9, formatters: englishFormatters }
    expect(axisTicks(paramAxis('linear', [0, 10]), options).map(({ value }) => value)).toEqual([
      0, 2, 4, 6, 8, 10,
    ])
    expect(axisTicks(paramAxis('log', [1e-5, 1e-2]), options)).toEqual([
      { value: -5, label: '1e-5' },
      { value: -4, label: '1e-4' },
      { value: -3, label: '0.001' },
      { value: -2, label: '0.01' },
    ])
  })
})

describe('moveAmong', () => {
  const at = (current: number): { current: number; count: number } => ({ current, count: 30 })

  it('moves by one and with Shift by ten', () => {
    expect(moveAmong('ArrowRight', false, at(4))).toBe(5)
    expect(moveAmong('ArrowLeft', false, at(4))).toBe(3)
    expect(moveAmong('ArrowRight', true, at(4))).toBe(14)
    expect(moveAmong('ArrowLeft', true, at(14))).toBe(4)
  })

  it('stops at the ends and goes there', () => {
    expect(moveAmong('ArrowRight', true, at(25))).toBe(29)
    expect(moveAmong('ArrowLeft', true, at(5))).toBe(0)
    expect(moveAmong('Home', false, at(5))).toBe(0)
    expect(moveAmong('End', false, at(5))).toBe(29)
  })

  it('begins at the end that the key points away from', () => {
    expect(moveAmong('ArrowRight', true, at(-1))).toBe(0)
    expect(moveAmong('ArrowLeft', false, at(-1))).toBe(29)
  })

  it('leads nowhere among none, and with other keys', () => {
    expect(moveAmong('Home', false, { current: -1, count: 0 })).toBeNull()
    expect(moveAmong('a', false, at(3))).toBeNull()
  })
})

describe('nearestPoint', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 0 },
  ]

  it('takes the nearest, of ties the first', () => {
    expect(nearestPoint(points, { x: 4, y: 0 }, 20)).toBe(points[0])
    expect(nearestPoint(points, { x: 6, y: 0 }, 20)).toBe(points[1])
    expect(nearestPoint(points, { x: 5, y: 0 }, 20)).toBe(points[0])
  })

  it('reaches so far and no farther, as the crow flies', () => {
    expect(nearestPoint(points, { x: -3, y: 4 }, 5)).toBe(points[0])
    expect(nearestPoint(points, { x: -3, y: 4.01 }, 5)).toBeNull()
    expect(nearestPoint([], { x: 0, y: 0 }, 5)).toBeNull()
  })
})

describe('sliderScale', () => {
  it('has two hundred steps over numbers', () => {
    const slider = sliderScale(paramAxis('linear', [0, 1]), 0)
    expect(slider.last).toBe(200)
    expect(slider.shareOf(50)).toBe(0.25)
    expect([0.25, -1, 2].map(slider.positionOf)).toEqual([50, 0, 200])
  })

  it('has one step per category', () => {
    const slider = sliderScale(paramAxis('category', [], { count: 3 }), 3)
    expect(slider.last).toBe(2)
    expect([0, 1, 2].map((place) => slider.positionOf(slider.shareOf(place)))).toEqual([0, 1, 2])
    expect(sliderScale(paramAxis('category', [], { count: 0 }), 0).last).toBe(0)
  })
})

describe('toneOf', () => {
  it('is 7 for the best and 1 for the worst, whichever end that is', () => {
    expect([0, 1].map((share) => toneOf(share, true))).toEqual([7, 1])
    expect([0, 1].map((share) => toneOf(share, false))).toEqual([1, 7])
  })

  it('gives each tone a seventh of the axis', () => {
    const shares = [0, 1, 2, 3, 4, 5, 6].map((place) => (place + 0.5) / 7)
    expect(shares.map((share) => toneOf(share, false))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('is 0 for what lies nowhere', () => {
    expect(toneOf(NaN, true)).toBe(0)
  })
})
