import type { ReactNode } from 'react'
import { toneCount } from './geometry/toneOf.ts'
import type { ParamMessages } from './messages.ts'

export interface SequenceLegendProps {
  readonly metric: string
  readonly worst: string
  readonly best: string
  readonly messages: ParamMessages
}

const stepPx = 14
const heightPx = 8

/** What the colours of the lines mean, and how the best is known without them. Renders a `<p>`. */
export function SequenceLegend({ metric, worst, best, messages }: SequenceLegendProps): ReactNode {
  const { parallel } = messages
  return (
    <p className="runoff-param-legend">
      <span>
        {parallel.worst} {worst}
      </span>
      <svg width={toneCount * stepPx} height={heightPx} aria-hidden="true" focusable="false">
        {Array.from({ length: toneCount }, (_, place) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- the tones are their places
            key={place}
            fill={`var(--runoff-sequence-${place + 1})`}
            x={place * stepPx}
            width={stepPx}
            height={heightPx}
          />
        ))}
      </svg>
      <span>
        {messages.best} {best}
      </span>
      <span>{parallel.legend(metric)}</span>
    </p>
  )
}
