import type { ReactNode } from 'react'
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
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It hears of the rows within.
    <div
      className="runoff-comparison-page"
      onPointerOver={({ target, currentTarget }) =>
        highlight(runPointedAt(target) ?? runInFocus(currentTarget))
      }
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

/** A page that scrolls under a pointer at rest takes nothing from what the keyboard has chosen. */
function runInFocus(page: Element): string | null {
  const focused = page.querySelector(':focus-visible')
  return focused === null ? null : runIdAt(focused)
}

function runIdAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-run]')?.getAttribute('data-run') ?? null)
    : null
}
