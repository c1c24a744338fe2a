import type { Goal } from '@runoff/core'
import { paddedRange, valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'

/** What is drawn of a run: what it cost and what it reached. */
export interface CostPoint {
  readonly id: string
  readonly cost: number
  readonly value: number
  readonly isOnFront: boolean
}

export interface PlotSize {
  readonly width: number
  readonly height: number
}

/** A point with its place from the upper left corner of the plot. */
export interface PlacedPoint {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface CostScene {
  /** In log10 of the cost where the axis is logarithmic. */
  readonly viewport: Viewport
  readonly xScale: 'linear' | 'log'
  /** In the order given. */
  readonly points: readonly PlacedPoint[]
  /** The stepped line along the front as an SVG path, `''` without a front. */
  readonly frontPath: string
}

/** From this ratio of the dearest to the cheapest on, the cheap ones would lie on one another. */
const logFrom = 100

/**
 * Returns where the points of a cost chart lie, `null` where there are none.
 *
 * The x axis is logarithmic where the costs, all of them positive, span more than two decades.
 * Shape: one place for each point. Missing: points must be finite.
 */
export function costScene(
  points: readonly CostPoint[],
  goal: Goal,
  size: PlotSize,
): CostScene | null {
  if (points.length === 0) return null
  const costs = points.map(({ cost }) => cost)
  const values = points.map(({ value }) => value)
  const xScale = costScale(costs)
  const unit = (cost: number): number => (xScale === 'log' ? Math.log10(cost) : cost)
  const xs = paddedRange(unit(Math.min(...costs)), unit(Math.max(...costs)))
  const ys = paddedRange(Math.min(...values), Math.max(...values))
  // A cost below zero does not exist, and an axis that goes there would say that it does.
  const from = xScale === 'linear' && Math.min(...costs) >= 0 ? Math.max(0, xs.low) : xs.low
  const viewport = { from, to: xs.high, low: ys.low, high: ys.high }
  const placed = points.map(({ id, cost, value }) => ({
    id,
    x: rounded(xToPixel(viewport, unit(cost), size.width)),
    y: rounded(valueToPixel(viewport, value, size.height)),
  }))
  const steps = frontSteps(points, goal).map((place) => placed[place] as PlacedPoint)
  return { viewport, xScale, points: placed, frontPath: steppedPath(steps, size.width) }
}

/** Returns `'log'` where all costs are positive and the dearest is over 100 times the cheapest. */
export function costScale(costs: readonly number[]): 'linear' | 'log' {
  const cheapest = Math.min(...costs)
  return cheapest > 0 && Math.max(...costs) / cheapest > logFrom ? 'log' : 'linear'
}

/**
 * Returns the places of the points at which the front's line steps, from the cheapest on: each is
 * better than all that are cheaper. A run may be on the front for lying within the noise of a
 * better one; the line passes by it.
 */
export function frontSteps(points: readonly CostPoint[], goal: Goal): readonly number[] {
  const sign = goal === 'min' ? 1 : -1
  const front = points
    .map(({ cost, value, isOnFront }, place) => ({ cost, value: sign * value, isOnFront, place }))
    .filter(({ isOnFront }) => isOnFront)
    .toSorted((a, b) => a.cost - b.cost || a.value - b.value || a.place - b.place)
  const steps: number[] = []
  let best = Infinity
  for (const { value, place } of front) {
    if (value >= best) continue
    best = value
    steps.push(place)
  }
  return steps
}

/** From each step level to the next cost and then to its value; the last goes on to the border. */
function steppedPath(steps: readonly PlacedPoint[], width: number): string {
  const [first, ...others] = steps
  if (first === undefined) return ''
  return `M${first.x},${first.y}${others.map(({ x, y }) => `H${x}V${y}`).join('')}H${width}`
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
