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
import type { LoadAll } from './useLoadAll.ts'
import type { PickerRunsResult } from './usePickerRuns.ts'

/** Runs shown until all are asked for. */
const firstRuns = 50

export interface PickerBodyProps {
  readonly list: RunListState
  readonly shown: PickerRunsResult
  readonly view: PickerView
  readonly onChange: (change: Partial<PickerView>) => void
  readonly loadAll: LoadAll
  readonly rows: RunRowsOptions
}

/** The runs, or in words why there are none. */
export function PickerBody(props: PickerBodyProps): ReactNode {
  const { list, shown, view, onChange, loadAll } = props
  const { picker } = useMessages()
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
      {shown.found.length === 0 ? <NothingShown {...props} /> : <FoundRuns {...props} />}
      <PickerFooter
        list={list}
        loadAll={loadAll}
        foundCount={shown.found.length}
        limit={firstRuns}
        showAll={view.showAll}
        onShowAllChange={(showAll) => onChange({ showAll })}
      />
    </>
  )
}

function FoundRuns({ list, shown, view, onChange, rows }: PickerBodyProps): ReactNode {
  const collapsedModels = useMemo(() => new Set(view.collapsedModels), [view.collapsedModels])
  const maxRuns = view.showAll ? Infinity : firstRuns
  const items = useMemo(
    () => pickerItems(shown.sections, { collapsedModels, maxRuns }),
    [shown.sections, collapsedModels, maxRuns],
  )
  const { hasMore, isLoadingMore, loadMore } = list
  const canLoad = hasMore === true && isLoadingMore !== true && list.status !== 'error'
  return (
    <RunRows
      {...rows}
      viewKey={JSON.stringify({ ...view, showAll: false, collapsedModels: [] })}
      items={items}
      standings={shown.standings}
      runs={shown.candidates}
      findMarks={shown.findMarks}
      collapsedModels={collapsedModels}
      onFold={(model) => onChange({ collapsedModels: toggled(view.collapsedModels, model) })}
      onEnd={view.showAll && canLoad && loadMore !== undefined ? loadMore : null}
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
