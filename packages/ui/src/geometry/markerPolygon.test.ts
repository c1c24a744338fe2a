import { expect, it } from 'vitest'
import { isInPolygon, markerPath, markerPolygon } from './markerPolygon.ts'

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

it.each(shapes)('covers its own centre and nothing far away: %s', (shape) => {
  expect(isInPolygon(markerPolygon(shape), 0, 0)).toBe(true)
  expect(isInPolygon(markerPolygon(shape), 1.6, 1.6)).toBe(false)
})

it('points the triangle up and its twin down', () => {
  expect(isInPolygon(markerPolygon('triangle'), 0, -1.2)).toBe(true)
  expect(isInPolygon(markerPolygon('triangle'), 0, 1.2)).toBe(false)
  expect(isInPolygon(markerPolygon('triangleDown'), 0, 1.2)).toBe(true)
})

it('draws each shape with an outline of its own', () => {
  const paths = shapes.map((shape) => markerPath(shape, { x: 10, y: 6 }, 4))
  expect(new Set(paths).size).toBe(shapes.length)
  expect(markerPath('diamond', { x: 10, y: 6 }, 10)).toBe('M23,6L10,19L-3,6L10,-7Z')
})
