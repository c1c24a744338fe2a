import type { ReactNode } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'

export interface ArrangeButtonsProps {
  readonly title: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isWide: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onWideToggle: () => void
}

/** Moves one chart and gives it more room. Renders a `<div>`, a named group of buttons. */
export function ArrangeButtons(props: ArrangeButtonsProps): ReactNode {
  const { title, isFirst, isLast, isWide, onMove, onWideToggle } = props
  const { grid } = useMessages().charts
  return (
    <div role="group" aria-label={grid.arrangeOf(title)} className="runoff-charts-buttons">
      <button
        type="button"
        data-move="-1"
        className="runoff-chart-button"
        aria-label={grid.earlierOf(title)}
        // A button that is disabled loses the focus that brought a chart here.
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        {grid.earlier}
      </button>
      <button
        type="button"
        data-move="1"
        className="runoff-chart-button"
        aria-label={grid.laterOf(title)}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        {grid.later}
      </button>
      <button
        type="button"
        className="runoff-chart-button runoff-charts-widen"
        aria-label={grid.wideOf(title)}
        aria-pressed={isWide}
        onClick={onWideToggle}
      >
        {grid.wide}
      </button>
    </div>
  )
}
