import { columnWidthBounds } from '@runoff/core'
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useFormatters } from '../format/useFormatters.ts'
import type { SummaryHeading } from './useColumnTable.ts'

export interface ColumnHandleProps {
  readonly heading: SummaryHeading
  readonly label: string
}

/** So many pixels wider or narrower by one key press, and by one with Shift. */
const stepPx = { small: 8, large: 40 }

interface Drag {
  readonly fromPx: number
  readonly widthPx: number
  /** -1 where lines are read from the right. */
  readonly sign: 1 | -1
}

/**
 * Makes a column wider or narrower: by dragging, by arrow keys, and by Enter or a double click as wide
 * as its content. Renders a `<span>`, a separator.
 */
export function ColumnHandle({ heading, label }: ColumnHandleProps): ReactNode {
  const { table: messages } = useMessages()
  const formatters = useFormatters()
  const drag = useRef<Drag | null>(null)
  const { widthPx, resize, resetSize } = heading
  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { fromPx: event.clientX, widthPx, sign: directionOf(event.currentTarget) }
  }
  const move = ({ clientX }: PointerEvent<HTMLElement>): void => {
    if (drag.current === null) return
    const { fromPx, widthPx: start, sign } = drag.current
    resize(start + sign * (clientX - fromPx))
  }
  const end = (): void => {
    drag.current = null
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that can be moved
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={messages.columnWidth(label)}
      aria-valuenow={widthPx}
      aria-valuemin={columnWidthBounds.min}
      aria-valuemax={columnWidthBounds.max}
      aria-valuetext={messages.columnWidthValue(formatters.count(widthPx))}
      className="runoff-summary-handle"
      // Not a tab stop: an arrow key goes to it from the head beside it.
      tabIndex={-1}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={resetSize}
      onKeyDown={(event) => {
        if (event.key === 'Escape') sortButtonBeside(event.currentTarget)?.focus()
        else if (event.key === 'Enter') resetSize()
        else if (!resizeByKey(event, heading)) return
        event.preventDefault()
      }}
    />
  )
}

/** Returns whether the key was one that changes the width. */
function resizeByKey(
  event: KeyboardEvent<HTMLElement>,
  { widthPx, resize }: SummaryHeading,
): boolean {
  const step = event.shiftKey ? stepPx.large : stepPx.small
  const sign = directionOf(event.currentTarget)
  switch (event.key) {
    case 'ArrowRight':
      resize(widthPx + sign * step)
      return true
    case 'ArrowLeft':
      resize(widthPx - sign * step)
      return true
    case 'Home':
      resize(columnWidthBounds.min)
      return true
    case 'End':
      resize(columnWidthBounds.max)
      return true
    default:
      return false
  }
}

function sortButtonBeside(handle: HTMLElement): HTMLElement | null {
  return handle.parentElement?.querySelector('button') ?? null
}

/** Goes from the head of a column to the handle of its width, with the arrow that points there. */
export function focusHandle(event: KeyboardEvent<HTMLElement>): void {
  const forward = directionOf(event.currentTarget) === 1 ? 'ArrowRight' : 'ArrowLeft'
  const handle = event.currentTarget.parentElement?.querySelector<HTMLElement>('[role=separator]')
  if (event.key !== forward || !handle) return
  event.preventDefault()
  handle.focus()
}

function directionOf(element: HTMLElement): 1 | -1 {
  return getComputedStyle(element).direction === 'rtl' ? -1 : 1
}
