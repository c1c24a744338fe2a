import type { MarkerShape } from '../style/runStyle.ts'

export type Polygon = readonly (readonly [x: number, y: number])[]

/** The shapes of runs, and those at the edges of a plot. */
export type OutlineShape = MarkerShape | 'triangleDown' | 'chevron' | 'chevronDown'

/**
 * Returns the outline of a marker about the origin, about as large as a circle of radius 1; y
 * points down. The canvas and the legend draw from this one outline.
 */
export function markerPolygon(shape: OutlineShape): Polygon {
  return polygons[shape]
}

/** Returns the outline as an SVG path about a centre. */
export function markerPath(
  shape: MarkerShape,
  centre: { x: number; y: number },
  radius: number,
): string {
  const corners = markerPolygon(shape).map(
    ([x, y]) => `${round(centre.x + x * radius)},${round(centre.y + y * radius)}`,
  )
  return `M${corners.join('L')}Z`
}

/** Returns a polygon with all of its corners on a circle: from some twenty on it looks like one. */
export function regular(corners: number, radius: number, turn: number): Polygon {
  return Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (corner / corners) * 2 * Math.PI
    return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const
  })
}

const star: Polygon = Array.from({ length: 10 }, (_, corner) => {
  const angle = -Math.PI / 2 + (corner / 10) * 2 * Math.PI
  const radius = corner % 2 === 0 ? 1.4 : 0.6
  return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const
})

const arm = 0.38
const reach = 1.3
const plus: Polygon = [
  [-arm, -reach],
  [arm, -reach],
  [arm, -arm],
  [reach, -arm],
  [reach, arm],
  [arm, arm],
  [arm, reach],
  [-arm, reach],
  [-arm, arm],
  [-reach, arm],
  [-reach, -arm],
  [-arm, -arm],
]

/** An arrow's head, open below. */
const chevron: Polygon = [
  [0, -0.9],
  [1.2, 0.3],
  [1.2, 1],
  [0, -0.1],
  [-1.2, 1],
  [-1.2, 0.3],
]

const polygons: Readonly<Record<OutlineShape, Polygon>> = {
  circle: regular(24, 1, 0),
  square: regular(4, 1.25, Math.PI / 4),
  diamond: regular(4, 1.3, 0),
  triangle: regular(3, 1.35, -Math.PI / 2),
  triangleDown: regular(3, 1.35, Math.PI / 2),
  chevron,
  chevronDown: chevron.map(([x, y]) => [x, -y] as const),
  hexagon: regular(6, 1.1, 0),
  star,
  plus,
  cross: plus.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const),
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
