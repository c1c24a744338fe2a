import { expect, it } from 'vitest'
import { coverPolygons } from './coverPolygons.ts'
import { markerPath, markerPolygon, type OutlineShape } from './markerPolygon.ts'

const shapes = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'plus',
  'cross',
  'hexagon',
  'star',
] as const

/** The share of the pixel at a place in radii, of a marker with a radius of 10 pixels. */
const inkAt = (shape: OutlineShape, x: number, y: number): number | undefined =>
  coverPolygons([markerPolygon(shape)], 10, 20)[(20 + y * 10) * 41 + 20 + x * 10]

it.each(shapes)('covers its own centre and nothing far away: %s', (shape) => {
  expect(inkAt(shape, 0, 0)).toBeCloseTo(1)
  expect(inkAt(shape, 1.6, 1.6)).toBe(0)
})

it('points the triangle up and its twin down', () => {
  expect(inkAt('triangle', 0, -1.2)).toBeGreaterThan(0)
  expect(inkAt('triangle', 0, 1.2)).toBe(0)
  expect(inkAt('triangleDown', 0, 1.2)).toBeGreaterThan(0)
})

it('draws each shape with an outline of its own', () => {
  const paths = shapes.map((shape) => markerPath(shape, { x: 10, y: 6 }, 4))
  expect(new Set(paths).size).toBe(shapes.length)
  expect(markerPath('diamond', { x: 10, y: 6 }, 10)).toBe('M23,6L10,19L-3,6L10,-7Z')
})
