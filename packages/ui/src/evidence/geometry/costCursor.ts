import type { PlacedPoint } from './costScene.ts'

/** A pointer farther away than this points at nothing. */
export const farthestPointerPx = 28
const bigStep = 10

/**
 * Returns the place of the point nearest to a pointer, the earlier of two that are as near; `null`
 * where none lies within `farthestPointerPx`.
 */
export function nearestPoint(points: readonly PlacedPoint[], x: number, y: number): number | null {
  const distances = points.map((point) => Math.hypot(point.x - x, point.y - y))
  const least = Math.min(...distances)
  return least <= farthestPointerPx ? distances.indexOf(least) : null
}

/**
 * Returns the place of the point that a key moves the cursor to, `null` for a key that moves
 * nothing: left and right along the cost, up and down along the value, with Shift by ten.
 */
export function movedCursor(
  points: readonly PlacedPoint[],
  current: number | null,
  key: { readonly key: string; readonly shiftKey: boolean },
): number | null {
  const move = moves.get(key.key)
  if (move === undefined || points.length === 0) return null
  const order = orderAlong(points, move.along)
  const at = current === null ? -1 : order.indexOf(current)
  return order[placeAfter(move, at, { last: order.length - 1, isBig: key.shiftKey })] ?? null
}

interface Move {
  readonly along: 'x' | 'y'
  /** `-Infinity` and `Infinity` go to the ends. */
  readonly by: number
}

const moves: ReadonlyMap<string, Move> = new Map<string, Move>([
  ['ArrowLeft', { along: 'x', by: -1 }],
  ['ArrowRight', { along: 'x', by: 1 }],
  ['ArrowUp', { along: 'y', by: -1 }],
  ['ArrowDown', { along: 'y', by: 1 }],
  ['Home', { along: 'x', by: -Infinity }],
  ['End', { along: 'x', by: Infinity }],
])

function orderAlong(points: readonly PlacedPoint[], along: 'x' | 'y'): readonly number[] {
  const across = along === 'x' ? 'y' : 'x'
  const placed = points.map((point, place) => ({ point, place }))
  return placed
    .toSorted(
      (a, b) =>
        a.point[along] - b.point[along] || a.point[across] - b.point[across] || a.place - b.place,
    )
    .map(({ place }) => place)
}

/** The first key press goes to an end: the nearest in the direction of the key. */
function placeAfter(
  { by }: Move,
  at: number,
  { last, isBig }: { readonly last: number; readonly isBig: boolean },
): number {
  if (at === -1) return by === Infinity || by === -1 ? last : 0
  return Math.max(0, Math.min(last, at + by * (isBig ? bigStep : 1)))
}
