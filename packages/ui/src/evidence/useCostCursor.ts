import { useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react'
import { movedCursor, nearestPoint } from './geometry/costCursor.ts'
import type { PlacedPoint } from './geometry/costScene.ts'

export interface CostCursor {
  /** The place of the point under the cursor, `null` where there is none. */
  readonly place: number | null
  /** Whether the keyboard moved it there last: then it is spoken. */
  readonly isByKey: boolean
  readonly handlers: {
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerLeave: () => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onBlur: () => void
  }
}

interface CursorState {
  /** A run and not a place: it stays on its run when others come in between. */
  readonly id: string | null
  readonly isByKey: boolean
}

const away: CursorState = { id: null, isByKey: false }

/** Returns the cursor over the points of a plot and what moves it by pointer and by key. */
export function useCostCursor(points: readonly PlacedPoint[]): CostCursor {
  const [{ id, isByKey }, setCursor] = useState(away)
  const found = id === null ? -1 : points.findIndex((point) => point.id === id)
  const place = found === -1 ? null : found
  const goTo = (next: number | null, byKey: boolean): void =>
    setCursor({ id: next === null ? null : (points[next]?.id ?? null), isByKey: byKey })
  const point = (event: PointerEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    goTo(nearestPoint(points, event.clientX - left, event.clientY - top), false)
  }
  return {
    place,
    isByKey,
    handlers: {
      onPointerMove: point,
      onPointerDown: point,
      onPointerLeave: () => {
        if (!isByKey) setCursor(away)
      },
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Escape' && place !== null) {
          event.preventDefault()
          setCursor({ id: null, isByKey: true })
          return
        }
        const next = movedCursor(points, place, event)
        if (next === null) return
        event.preventDefault()
        goTo(next, true)
      },
      onFocus: (event) => {
        const isKeyFocus = event.currentTarget.matches(':focus-visible')
        if (place === null && isKeyFocus) {
          goTo(movedCursor(points, null, { key: 'Home', shiftKey: false }), true)
        }
      },
      onBlur: () => setCursor(away),
    },
  }
}
