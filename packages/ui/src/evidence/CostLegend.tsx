import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { CostMark } from './CostMark.tsx'
import type { CostMessages } from './costMessages.ts'
import type { CostRun } from './costRuns.ts'

export interface CostLegendProps {
  readonly runs: readonly CostRun[]
  readonly messages: CostMessages
}

/** Says what the marks mean, of those that are there. Renders a `<ul>`. */
export function CostLegend({ runs, messages }: CostLegendProps): ReactNode {
  const { join } = useFormatters()
  const kinds = [
    { isOnFront: true, isContender: false, words: messages.onFront },
    { isOnFront: true, isContender: true, words: join([messages.onFront, messages.contender]) },
    { isOnFront: false, isContender: false, words: messages.dominated },
    { isOnFront: false, isContender: true, words: join([messages.dominated, messages.contender]) },
  ].filter((kind) =>
    runs.some((run) => run.isOnFront === kind.isOnFront && run.isContender === kind.isContender),
  )
  return (
    <ul className="runoff-evidence-legend" aria-label={messages.legend}>
      {kinds.map((kind) => (
        <li key={kind.words}>
          <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <CostMark run={kind} x={8} y={8} />
          </svg>
          {kind.words}
        </li>
      ))}
      {runs.some(({ isOnFront }) => isOnFront) && (
        <li>
          <svg width={22} height={16} viewBox="0 0 22 16" aria-hidden="true" focusable="false">
            <path className="runoff-evidence-front" d="M1,4H11V12H21" />
          </svg>
          {messages.frontLine}
        </li>
      )}
    </ul>
  )
}
