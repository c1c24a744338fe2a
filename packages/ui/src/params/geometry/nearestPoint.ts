/** A place in CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Returns the point nearest to a place, `null` where none is within `reach`; of ties the first. */
export function nearestPoint<Point extends Place>(
  points: readonly Point[],
  place: Place,
  reach: number,
): Point | null {
  let nearest: Point | null = null
  let least = reach * reach
  for (const point of points) {
    const distance = (point.x - place.x) ** 2 + (point.y - place.y) ** 2
    if (distance > least || (distance === least && nearest !== null)) continue
    nearest = point
    least = distance
  }
  return nearest
}
