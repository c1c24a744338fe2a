import { useRef, type PointerEvent, type ReactNode } from 'react'
import { useRunHighlight } from './useRunHighlight.ts'

export interface RunHighlighterProps {
  readonly children: ReactNode
}

/**
 * Brings the run whose row, chip or legend entry is under the pointer or has the keyboard's focus to
 * the front of every chart. Renders a `<div>`.
 */
export function RunHighlighter({ children }: RunHighlighterProps): ReactNode {
  const { onHighlightedRunChange: highlight } = useRunHighlight()
  const lastPlace = useRef<string | null>(null)
  const onPointerOver = ({ target, currentTarget, clientX, clientY }: PointerEvent): void => {
    const place = `${clientX} ${clientY}`
    // The page has moved under a pointer at rest, which takes nothing from the keyboard.
    if (place === lastPlace.current) return
    lastPlace.current = place
    highlight(runPointedAt(target) ?? runInFocus(currentTarget))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It hears of the rows within.
    <div
      className="runoff-comparison-page"
      onPointerOver={onPointerOver}
      onPointerLeave={({ currentTarget }) => highlight(runInFocus(currentTarget))}
      onFocus={({ currentTarget }) => highlight(runInFocus(currentTarget))}
      onBlur={() => highlight(null)}
    >
      {children}
    </div>
  )
}

/** Who ticks one run after the other with the pointer wants to see all of them. */
function runPointedAt(target: EventTarget): string | null {
  const isTicking = target instanceof Element && target.closest('.runoff-picker-check') !== null
  return isTicking ? null : runIdAt(target)
}

function runInFocus(page: Element): string | null {
  const focused = page.querySelector(':focus-visible')
  return focused === null ? null : runIdAt(focused)
}

function runIdAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-run]')?.getAttribute('data-run') ?? null)
    : null
}
