import type { Objective, PickerSort, PickerView, Run, RunStatus } from '@runoff/core'
import type { ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PickerSearch } from './PickerSearch.tsx'
import { PickerSelect } from './PickerSelect.tsx'
import { PickerToggle } from './PickerToggle.tsx'
import type { SearchProblem } from './useRunSearch.ts'

export interface PickerControlsProps {
  readonly view: PickerView
  readonly onChange: (change: Partial<PickerView>) => void
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly problem: SearchProblem | null
}

/** What the list is searched, filtered, sorted and grouped by. Renders a `<div>`. */
export function PickerControls({
  view,
  onChange,
  runs,
  objective,
  problem,
}: PickerControlsProps): ReactNode {
  const { picker, format } = useMessages()
  const sorts: readonly (readonly [PickerSort, string])[] = [
    ['newest', picker.newest],
    ['oldest', picker.oldest],
    ['best', picker.bestValue(metricTitle(objective.metric, format))],
    ['status', picker.byStatus],
  ]
  const statuses: readonly (readonly [RunStatus | 'all', string])[] = [
    ['all', picker.allStatuses],
    ...offeredStatuses(runs, view.status).map((status) => {
      return [status, format.statuses[status]] as const
    }),
  ]
  return (
    <div className="runoff-picker-controls">
      <PickerSearch view={view} onChange={onChange} problem={problem} />
      <PickerSelect
        label={picker.status}
        options={statuses}
        value={view.status}
        onValueChange={(status) => onChange({ status })}
      />
      <PickerSelect
        label={picker.sortBy}
        options={sorts}
        value={view.sortBy}
        onValueChange={(sortBy) => onChange({ sortBy })}
      />
      <div className="runoff-picker-toggles">
        <PickerToggle
          label={picker.groupByModel}
          checked={view.groupByModel}
          onCheckedChange={(groupByModel) => onChange({ groupByModel })}
        />
        <PickerToggle
          label={picker.showArchived}
          checked={view.showArchived}
          onCheckedChange={(showArchived) => onChange({ showArchived })}
        />
      </div>
    </div>
  )
}

const alwaysOffered: readonly RunStatus[] = ['completed', 'running', 'failed']
const offeredIfPresent: readonly RunStatus[] = ['queued', 'cancelled', 'unknown']

function offeredStatuses(runs: readonly Run[], chosen: PickerView['status']): readonly RunStatus[] {
  const present = new Set<string>(runs.map((run) => run.status)).add(chosen)
  return [...alwaysOffered, ...offeredIfPresent.filter((status) => present.has(status))]
}
