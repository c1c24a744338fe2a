import type { DefinedCost } from './answers.ts'
import type { ReactNode } from 'react'
import type { CostRuns } from './costRuns.ts'
import { amountText, valueText, type CostTextContext } from './costText.ts'
import { formatTimes } from './evidenceFormat.ts'
import { runKey } from '../picker/runKey.ts'

export interface CheaperContenderProps {
  readonly comparison: DefinedCost
  readonly runs: CostRuns
  readonly context: CostTextContext
}

/** Below this the ratio is written as 1.0, which is no news. */
const leastTimes = 1.05

/**
 * Says which contender is as good as the best and how much cheaper, or that the best is. Renders a
 * `<p>`, or nothing where no contender has a cost.
 */
export function CheaperContender(props: CheaperContenderProps): ReactNode {
  const { comparison, runs, context } = props
  const { cheapestContender: cheapest } = comparison
  const times = cheapest?.timesCheaper ?? null
  if (cheapest === null || times === null) return null
  const drawn = runs.drawn.find(({ id }) => id === runKey(cheapest.run))
  const { messages, formatters, nameOf } = context
  const isNews = times >= leastTimes
  return (
    <p className="runoff-evidence-summary">
      {isNews ? messages.cheaperBefore(formatTimes(times, formatters)) : messages.noneCheaper}
      <strong>
        <bdi>{nameOf(cheapest.run)}</bdi>
      </strong>
      {drawn === undefined
        ? '.'
        : messages.cheaperAfter(amountText(drawn.cost, context), valueText(drawn.value, context))}
    </p>
  )
}
