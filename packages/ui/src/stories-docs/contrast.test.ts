import { expect, it } from 'vitest'
import { contrastOf, needOf, readRgb } from './contrast.ts'

it('has the extremes of the definition, whichever colour comes first', () => {
  expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10)
  expect(contrastOf([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 10)
  expect(contrastOf([9, 9, 9], [9, 9, 9])).toBe(1)
  // #767676 on white, the grey that just suffices for text.
  expect(contrastOf([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2)
})

it('reads opaque colours alone', () => {
  expect(readRgb('rgb(1, 22, 255)')).toEqual([1, 22, 255])
  expect(readRgb('rgba(0, 0, 0, 0.5)')).toBeNull()
  expect(readRgb('28px')).toBeNull()
})

it('asks more of text than of marks, and nothing of grounds', () => {
  expect(needOf('--runoff-muted')).toEqual({ ground: '--runoff-surface', least: 4.5 })
  expect(needOf('--runoff-on-accent')).toEqual({ ground: '--runoff-accent', least: 4.5 })
  expect(needOf('--runoff-color-12')).toEqual({ ground: '--runoff-surface', least: 3 })
  expect(needOf('--runoff-accent-soft')).toBeNull()
  expect(needOf('--runoff-hairline')).toBeNull()
})
