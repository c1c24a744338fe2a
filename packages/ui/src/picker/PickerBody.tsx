import type { PickerView } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PickerFooter } from './PickerFooter.tsx'
import { pickerItems } from './pickerItems.ts'
import { PickerNotice } from './PickerNotice.tsx'
import { PickerSkeleton } from './PickerSkeleton.tsx'
import { RunRows, type RunRowsOptions } from './RunRows.tsx'
import type { RunListState } from './runListState.ts'
import type { PickerRunsResult } from './usePickerRuns.ts'

/** Runs shown until all are asked for. */
const firstRuns = 50

export interface PickerBodyProps {
  readonly list: RunListState
  readonly shown: PickerRunsResult
  readonly view: PickerView
  readonly onChange: (change: Partial<PickerView>) => void
  readonly rows: RunRowsOptions
}

/** The runs, or in words why there are none. */
export function PickerBody(props: PickerBodyProps): ReactNode {
  const { list, shown, view, onChange } = props
  const { picker } = useMessages()
  const onFold = (model: string): void =>
    onChange({ collapsedModels: toggled(view.collapsedModels, model) })
  if (list.status === 'loading' && list.runs.length === 0) return <PickerSkeleton />
  const retry = { label: picker.retry, onAct: list.reload }
  const detail = visibleText(list.error?.message ?? '')
  if (list.status === 'error' && list.runs.length === 0) {
    return <PickerNotice kind="error" title={picker.failed} detail={detail} action={retry} />
  }
  return (
    <>
      {list.status === 'error' && (
        <PickerNotice kind="stale" title={picker.stale} detail={detail} action={retry} />
      )}
      {shown.found.length === 0 ? (
        <NothingShown {...props} />
      ) : (
        <FoundRuns shown={shown} view={view} rows={props.rows} onFold={onFold} />
      )}
      <PickerFooter
        list={list}
        foundCount={shown.found.length}
        limit={firstRuns}
        showAll={view.showAll}
        onShowAllChange={(showAll) => onChange({ showAll })}
      />
    </>
  )
}

interface FoundRunsProps extends Pick<PickerBodyProps, 'shown' | 'view' | 'rows'> {
  readonly onFold: (model: string) => void
}

function FoundRuns({ shown, view, rows, onFold }: FoundRunsProps): ReactNode {
  const collapsedModels = useMemo(() => new Set(view.collapsedModels), [view.collapsedModels])
  const maxRuns = view.showAll ? Infinity : firstRuns
  const items = useMemo(
    () => pickerItems(shown.sections, { collapsedModels, maxRuns }),
    [shown.sections, collapsedModels, maxRuns],
  )
  return (
    <RunRows
      {...rows}
      viewKey={JSON.stringify({ ...view, showAll: false, collapsedModels: [] })}
      items={items}
      standings={shown.standings}
      runs={shown.candidates}
      collapsedModels={collapsedModels}
      onFold={onFold}
    />
  )
}

function NothingShown({ list, shown, view, onChange }: PickerBodyProps): ReactNode {
  const { picker } = useMessages()
  if (list.runs.length === 0) {
    return <PickerNotice kind="empty" title={picker.empty} detail={picker.emptyHint} />
  }
  if (shown.candidates.length === 0) {
    const action = { label: picker.showArchived, onAct: () => onChange({ showArchived: true }) }
    return <PickerNotice kind="all-archived" title={picker.allArchived} action={action} />
  }
  const title =
    view.search === '' ? picker.noMatchOfFilters : picker.noMatch(visibleText(view.search))
  const clear = { label: picker.clearFilters, onAct: () => onChange({ search: '', status: 'all' }) }
  return <PickerNotice kind="no-match" title={title} action={clear} />
}

function toggled(models: readonly string[], model: string): readonly string[] {
  return models.includes(model) ? models.filter((each) => each !== model) : [...models, model]
}
