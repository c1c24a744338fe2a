import { bestRun, type Objective, type Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { metricWords } from '../table/columnLabel.ts'
import { summaryRow } from '../table/summaryRow.ts'
import { summaryText } from '../table/summaryText.ts'
import { useRunNames } from './useRunNames.ts'

export interface BestLineProps {
  readonly runs: readonly Run[]
  readonly objective: Objective
}

/** Says which of the runs has the best value of the objective, as the fact it is. Renders a `<p>`. */
export function BestLine({ runs, objective }: BestLineProps): ReactNode {
  const { comparison, table, picker } = useMessages()
  const nameOf = useRunNames(runs)
  const metric = metricWords(objective.metric)
  const best = bestRun(runs, objective)
  if (best === null) {
    return <p className="runoff-comparison-best">{comparison.noValueYet(metric, runs.length)}</p>
  }
  const context = { objective, messages: table, statuses: picker.statuses }
  const value = summaryText('best', summaryRow(best.run, objective), context)
  const winners = [best.run, ...best.tied]
  return (
    <p className="runoff-comparison-best">
      {comparison.bestBefore(metric, objective.goal)}{' '}
      {winners.map((run, index) => (
        <span key={`${run.source} ${run.id}`}>
          {index > 0 && ', '}
          <strong>
            <bdi>{nameOf(run)}</bdi>
          </strong>
        </span>
      ))}{' '}
      <span title={value?.full}>{comparison.bestAfter(value?.text ?? '')}</span>
      {best.tied.length > 0 && ` ${comparison.tied(winners.length)}`}
      {', '}
      <span className="runoff-comparison-muted">{comparison.amongRuns(runs.length)}</span>
    </p>
  )
}
