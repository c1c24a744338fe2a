import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { HistoryPoint } from './historyModel.ts'

/** Says what the marks mean, those that there are. Renders a `<ul>`. */
export function HistoryLegend({ points }: { readonly points: readonly HistoryPoint[] }): ReactNode {
  const { history } = useMessages()
  const hasOthers = points.some(({ isImprovement }) => !isImprovement)
  const hasArchived = points.some(({ run }) => run.archived)
  return (
    <ul className="runoff-history-legend">
      <li data-mark="line">{history.bestSoFar}</li>
      <li data-mark="improved">{history.improved}</li>
      {hasOthers && <li data-mark="behind">{history.notImproved}</li>}
      {hasArchived && <li data-mark="archived">{history.archived}</li>}
    </ul>
  )
}
