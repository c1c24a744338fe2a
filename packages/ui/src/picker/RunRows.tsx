import type { Objective, Run } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { useMemo, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import type { PickerItem } from './pickerItems.ts'
import { PickerList } from './PickerList.tsx'
import { PickerRow, type PickerRowState } from './PickerRow.tsx'
import { runsWithRepeatedName } from './runNames.ts'
import type { Standing } from './runStandings.ts'
import { useRangeToggle } from './useRangeToggle.ts'

/** What the rows need beside the runs. */
export interface RunRowsOptions {
  readonly selection: RunSelectionResult
  readonly objective: Objective
  readonly recommendedId: string | null
  /** The id of the words that say why checkboxes are disabled. */
  readonly limitId: string
  readonly onOpenRun: ((run: Run) => void) | undefined
  readonly renderActions: ((run: Run) => ReactNode) | undefined
}

export interface RunRowsProps extends RunRowsOptions {
  readonly items: readonly PickerItem[]
  readonly standings: ReadonlyMap<Run, Standing>
  /** Among these a name must tell a run apart. */
  readonly runs: readonly Run[]
  /** Where it changes, the list begins again at its top. */
  readonly viewKey: string
  readonly collapsedModels: ReadonlySet<string>
  readonly onFold: (model: string) => void
}

/** The lines of the list with what each run's row says and does. */
export function RunRows({
  items,
  runs,
  viewKey,
  collapsedModels,
  onFold,
  onOpenRun,
  renderActions,
  ...options
}: RunRowsProps): ReactNode {
  const { selection } = options
  const stateOf = useRowState({ ...options, runs })
  const shownIds = useMemo(() => items.flatMap((item) => runIdOf(item) ?? []), [items])
  const toggle = useRangeToggle(selection, shownIds)
  const canTick = (id: string): boolean => selection.isSelected(id) || selection.canSelect(id)
  return (
    <PickerList
      items={items}
      viewKey={viewKey}
      collapsedModels={collapsedModels}
      onFold={onFold}
      canFocus={(item, control) => {
        const id = runIdOf(item)
        return id !== null && (control === 'open' || canTick(id))
      }}
      renderRun={({ key, run, position }, line) => (
        <PickerRow
          key={key}
          state={stateOf(run)}
          position={position}
          onToggle={(isRange) => toggle(run.id, isRange)}
          onOpen={onOpenRun === undefined ? null : () => onOpenRun(run)}
          actions={renderActions?.(run)}
          line={line}
        />
      )}
    />
  )
}

function runIdOf(item: PickerItem): string | null {
  return item.kind === 'run' ? item.run.id : null
}

type RowStateOptions = Pick<
  RunRowsProps,
  'selection' | 'objective' | 'recommendedId' | 'limitId' | 'standings' | 'runs'
>

function useRowState({
  selection,
  objective,
  recommendedId,
  limitId,
  standings,
  runs,
}: RowStateOptions): (run: Run) => PickerRowState {
  const { picker } = useMessages()
  const styles = useRunStyles(selection.selectedIds)
  const repeated = useMemo(() => runsWithRepeatedName(runs), [runs])
  const limitText = picker.limitReached(selection.maxSelected)
  return (run) => ({
    run,
    objective,
    standing: standings.get(run) ?? null,
    isSelected: selection.isSelected(run.id),
    canSelect: selection.canSelect(run.id),
    isRecommended: run.id === recommendedId,
    hasRepeatedName: repeated.has(run),
    style: styles.get(run.id) ?? null,
    limitId,
    limitText,
  })
}
