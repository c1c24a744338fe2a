import { expect, it } from 'vitest'
import { coverPolygons } from './coverPolygons.ts'
import type { Polygon } from './markerPolygon.ts'

const square = (half: number): Polygon => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
]
const rows = (shares: Float32Array, size: number): number[][] =>
  Array.from({ length: size }, (_, row) => [...shares.subarray(row * size, (row + 1) * size)])

it('covers the pixels within an outline, and those on its border in part', () => {
  // A square of 2 about the origin: the middle pixel whole, half of its neighbours, a quarter of the corners.
  expect(rows(coverPolygons([square(1)], 1, 1), 3)).toEqual([
    [0.25, 0.5, 0.25],
    [0.5, 1, 0.5],
    [0.25, 0.5, 0.25],
  ])
})

it('leaves a hole where one outline lies within another', () => {
  expect(rows(coverPolygons([square(1.5), square(0.5)], 1, 1), 3)).toEqual([
    [1, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ])
})

it('draws an outline as large as it is asked for, and cuts it off at the border of the picture', () => {
  const total = coverPolygons([square(1)], 1.5, 2).reduce((sum, share) => sum + share, 0)
  expect(total).toBeCloseTo(9)
  expect([...coverPolygons([square(10)], 1, 1)]).toEqual(Array.from({ length: 9 }, () => 1))
})

it('covers nothing where there is no outline', () => {
  expect(coverPolygons([], 3, 2).every((share) => share === 0)).toBe(true)
})
