import { bestRun, objectiveValue, type Objective, type Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { metricWords } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { summaryRow } from '../table/summaryRow.ts'
import { summaryText } from '../table/summaryText.ts'
import type { ConsideredScope } from './messages.ts'
import { useRunNames } from './useRunNames.ts'

export interface BestLineProps {
  readonly runs: readonly Run[]
  /** What these runs are, so that nobody takes the best of a few for the best of all. */
  readonly scope: ConsideredScope
  readonly objective: Objective
}

/** Of more runs that have the very same value only so many are named. */
const maxNamed = 5

/** Says which of the runs has the best value of the objective, as the fact it is. Renders a `<p>`. */
export function BestLine({ runs, scope, objective }: BestLineProps): ReactNode {
  const { comparison, table, format } = useMessages()
  const nameOf = useRunNames(runs)
  const metric = metricWords(objective.metric)
  const best = bestRun(runs, objective)
  if (best === null) {
    return <p className="runoff-comparison-best">{comparison.noValueYet(metric, runs.length)}</p>
  }
  const context = { objective, messages: table, statuses: format.statuses }
  const value = summaryText('best', summaryRow(best.run, objective), context)
  const winners = [best.run, ...best.tied]
  const judged = runs.filter((run) => objectiveValue(run, objective) !== null)
  // Losses on different data cannot be told apart from losses of different models.
  const datasets = new Set(judged.flatMap((run) => run.dataset ?? []))
  return (
    <p className="runoff-comparison-best">
      {comparison.bestBefore(metric, objective.goal)}{' '}
      {winners.slice(0, maxNamed).map((run, index) => (
        <span key={`${run.source} ${run.id}`}>
          {index > 0 && ', '}
          <strong>
            <bdi>{nameOf(run)}</bdi>
          </strong>
        </span>
      ))}
      {winners.length > maxNamed && ' …'}{' '}
      <span title={value?.full}>{comparison.bestAfter(value?.text ?? '')}</span>
      {best.tied.length > 0 && ` ${comparison.tied(winners.length)}`}
      {', '}
      <span className="runoff-comparison-muted">
        {comparison.amongRuns(judged.length, scope)}
        {datasets.size > 1 && `, ${comparison.datasetsDiffer(datasets.size)}`}
      </span>
    </p>
  )
}
