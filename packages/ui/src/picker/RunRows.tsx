import type { Objective, Run } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { useMemo, type ReactNode } from 'react'
import { useArchiving } from './archive/ArchiveContext.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import { GroupHeader } from './GroupHeader.tsx'
import type { GroupTicking } from './groupTicking.ts'
import type { FindMarks } from './markedParts.ts'
import type { PickerItem } from './pickerItems.ts'
import { PickerList } from './PickerList.tsx'
import { PickerRow, type PickerRowState } from './PickerRow.tsx'
import { runsWithRepeatedName } from './runNames.ts'
import type { Standing } from './runStandings.ts'
import type { SelectMany } from './selectMany.ts'
import { useRangeToggle } from './useRangeToggle.ts'
import type { RowControl } from './useRowKeys.ts'
import { useStableCallback } from './useStableCallback.ts'

/** What the rows need beside the runs. */
export interface RunRowsOptions {
  readonly selection: RunSelectionResult
  readonly many: SelectMany
  readonly objective: Objective
  readonly recommendedId: string | null
  /** The id of the words that say why checkboxes are disabled. */
  readonly limitId: string
  readonly onOpenRun: ((run: Run) => void) | undefined
  readonly renderActions: ((run: Run) => ReactNode) | undefined
  /** Gives the focus to the search. */
  readonly onSearch: () => void
}

export interface RunRowsProps extends RunRowsOptions {
  readonly items: readonly PickerItem[]
  readonly standings: ReadonlyMap<Run, Standing>
  /** Among these a name must tell a run apart. */
  readonly runs: readonly Run[]
  readonly findMarks: FindMarks
  /** Where it changes, the list begins again at its top. */
  readonly viewKey: string
  readonly collapsedModels: ReadonlySet<string>
  readonly onFold: (model: string) => void
  readonly onEnd: (() => void) | null
}

/** The lines of the list with what each run's row says and does. */
export function RunRows(props: RunRowsProps): ReactNode {
  const { items, viewKey, collapsedModels, onEnd, onSearch, renderActions, objective } = props
  const { selection, many, limitId, onOpenRun } = props
  const stateOf = useRowState(props)
  const shownIds = useMemo(() => items.flatMap((item) => runIdOf(item) ?? []), [items])
  const { toggle, extend } = useRangeToggle(selection, many, shownIds)
  const open = useStableCallback((run: Run) => onOpenRun?.(run))
  const fold = useStableCallback(props.onFold)
  const tick = useStableCallback(({ kind, ids }: GroupTicking) => {
    if (kind === 'select') many.add(ids)
    if (kind === 'deselect')
      selection.select(selection.selectedIds.filter((id) => !ids.includes(id)))
  })
  const canFocus = useCanFocus(props)
  return (
    <PickerList
      items={items}
      viewKey={viewKey}
      onEnd={onEnd}
      onSearch={onSearch}
      canFocus={canFocus}
      onExtend={(from, to) => {
        const [fromId, toId] = [runIdOf(from), runIdOf(to)]
        return fromId !== null && toId !== null && extend(fromId, toId)
      }}
      onSelectAll={() => many.add(shownIds)}
      onFold={({ section: { model } }, isCollapsed) => {
        if (model !== null && collapsedModels.has(model) !== isCollapsed) fold(model)
      }}
      renderHeader={(section, line) =>
        section.model !== null && (
          <GroupHeader
            {...line}
            section={section}
            model={section.model}
            isCollapsed={collapsedModels.has(section.model)}
            objective={objective}
            selection={selection}
            limitId={limitId}
            onToggle={fold}
            onTick={tick}
          />
        )
      }
      renderRun={({ key, run, position }, line) => (
        <PickerRow
          key={key}
          {...stateOf(run)}
          {...line}
          position={position}
          onToggle={toggle}
          onOpen={onOpenRun === undefined ? null : open}
          renderActions={renderActions}
        />
      )}
    />
  )
}

function runIdOf(item: PickerItem): string | null {
  return item.kind === 'run' ? item.run.id : null
}

function useCanFocus({
  selection,
  onOpenRun,
}: RunRowsOptions): (item: PickerItem, control: RowControl) => boolean {
  const canArchive = useArchiving()?.canArchive === true
  return (item, control) => {
    if (control === 'fold' || control === 'selectGroup') return item.kind === 'group'
    if (item.kind !== 'run') return false
    if (control === 'open') return onOpenRun !== undefined
    return control === 'archive' ? canArchive : selection.canSelect(item.run.id)
  }
}

function useRowState({
  selection,
  objective,
  recommendedId,
  limitId,
  standings,
  runs,
  findMarks,
}: RunRowsProps): (run: Run) => PickerRowState {
  const { picker } = useMessages()
  const { count } = useFormatters()
  const styles = useRunStyles(selection.selectedIds)
  const repeated = useMemo(() => runsWithRepeatedName(runs), [runs])
  const limitText = picker.limitReached(selection.maxSelected, count)
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
    findMarks,
  })
}
