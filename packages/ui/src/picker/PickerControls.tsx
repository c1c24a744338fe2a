import type { Objective, PickerSort, PickerView, Run, RunStatus } from '@runoff/core'
import { useMemo, type ReactNode, type Ref } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PickerSearch } from './PickerSearch.tsx'
import { PickerSelect } from './PickerSelect.tsx'
import { PickerToggle } from './PickerToggle.tsx'
import type { SearchProblem } from './useRunSearch.ts'

export interface PickerControlsProps {
  readonly view: PickerView
  readonly onChange: (change: Partial<PickerView>) => void
  /** Those that a status is chosen among. */
  readonly runs: readonly Run[]
  /** The models that the list is grouped by; none where it is not. */
  readonly models: readonly string[]
  readonly objective: Objective
  readonly problem: SearchProblem | null
  readonly searchRef: Ref<HTMLInputElement>
}

/** What the list is searched, filtered, sorted and grouped by. Renders a `<div>`. */
export function PickerControls({
  view,
  onChange,
  runs,
  models,
  objective,
  problem,
  searchRef,
}: PickerControlsProps): ReactNode {
  const { picker, format } = useMessages()
  const write = useFormatters()
  const counts = useMemo(() => statusCounts(runs), [runs])
  const sorts: readonly (readonly [PickerSort, string])[] = [
    ['newest', picker.newest],
    ['oldest', picker.oldest],
    ['best', picker.bestValue(metricTitle(objective.metric, format))],
    ['status', picker.byStatus],
  ]
  const statuses: readonly (readonly [RunStatus | 'all', string])[] = [
    ['all', picker.allStatuses],
    ...offeredStatuses(counts, view.status).map((status) => {
      const count = counts.get(status) ?? 0
      return [status, picker.statusCount(format.statuses[status], count, write.count)] as const
    }),
  ]
  return (
    <div className="runoff-picker-controls">
      <PickerSearch view={view} onChange={onChange} problem={problem} inputRef={searchRef} />
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
        {models.length > 1 && (
          <FoldAll models={models} collapsedModels={view.collapsedModels} onChange={onChange} />
        )}
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

function offeredStatuses(
  counts: ReadonlyMap<RunStatus, number>,
  chosen: PickerView['status'],
): readonly RunStatus[] {
  const isOffered = (status: RunStatus): boolean => counts.has(status) || status === chosen
  return [...alwaysOffered, ...offeredIfPresent.filter(isOffered)]
}

function statusCounts(runs: readonly Run[]): ReadonlyMap<RunStatus, number> {
  const counts = new Map<RunStatus, number>()
  for (const { status } of runs) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

interface FoldAllProps {
  readonly models: readonly string[]
  readonly collapsedModels: readonly string[]
  readonly onChange: (change: Partial<PickerView>) => void
}

function FoldAll({ models, collapsedModels, onChange }: FoldAllProps): ReactNode {
  const { picker } = useMessages()
  const isAllFolded = models.every((model) => collapsedModels.includes(model))
  return (
    <button
      className="runoff-picker-link"
      type="button"
      onClick={() => onChange({ collapsedModels: isAllFolded ? [] : models })}
    >
      {isAllFolded ? picker.expandAll : picker.collapseAll}
    </button>
  )
}
