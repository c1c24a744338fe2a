import type { Run } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { clsx } from 'clsx'
import {
  forwardRef,
  useMemo,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import { CompareChip } from './CompareChip.tsx'
import { runsWithRepeatedName } from './runNames.ts'
import type { NamedRun } from './useRunTitle.ts'

/** From so many runs on there is something to compare. */
const minCompared = 2

export interface CompareBarProps extends ComponentPropsWithoutRef<'div'> {
  /** Where the names come from; a selected run that is not among them is shown by its id. */
  readonly runs: readonly Run[]
  /** What `useRunSelection` returns. */
  readonly selection: RunSelectionResult
  readonly onCompare: (runIds: readonly string[]) => void
}

/**
 * The selected runs and the button that compares them; below two, nothing but an empty line that
 * announces how many are selected, unless one of them is not listed and could not be taken out. Children stand before that button. Renders a `<div>`.
 */
export const CompareBar: ForwardRefExoticComponent<
  CompareBarProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, CompareBarProps>(function CompareBar(props, ref) {
  const { runs, selection, onCompare, children, className, ...rest } = props
  const { picker } = useMessages()
  const { count: write } = useFormatters()
  const { selectedIds } = selection
  const status = useRef<HTMLSpanElement>(null)
  const styles = useRunStyles(selectedIds)
  const listed = useMemo(() => new Map(runs.map((run) => [run.id, run])), [runs])
  const chosen = useMemo(() => selectedRuns(listed, selectedIds), [listed, selectedIds])
  const repeated = useMemo(() => runsWithRepeatedName(chosen), [chosen])
  const count = selectedIds.length
  const canCompare = count >= minCompared
  // A selected run without a row has no box to take it out again: its chip is the only way.
  const isLost = runs.length > 0 && selectedIds.some((id) => !listed.has(id))
  const isShown = canCompare || isLost
  // What had the focus is about to go; without this the focus would fall back to the page's top.
  const leaveFocus = (): void => status.current?.focus()
  return (
    <>
      <span className="runoff runoff-spoken" role="status" tabIndex={-1} ref={status}>
        {count > 0 && picker.selectedCount(count, write)}
      </span>
      {isShown && (
        <div
          role="group"
          aria-label={picker.selectedRuns}
          {...rest}
          ref={ref}
          className={clsx('runoff', 'runoff-compare-bar', className)}
        >
          <ul className="runoff-compare-chips">
            {chosen.map((run) => (
              <CompareChip
                key={run.id}
                run={run}
                hasRepeatedName={repeated.has(run)}
                style={styles.get(run.id) ?? null}
                onRemove={() => {
                  leaveFocus()
                  selection.toggle(run.id)
                }}
              />
            ))}
          </ul>
          <div className="runoff-compare-actions">
            <button
              className="runoff-picker-button"
              type="button"
              onClick={() => {
                leaveFocus()
                selection.clear()
              }}
            >
              {picker.clearSelection}
            </button>
            {children}
            {canCompare && (
              <button
                className="runoff-picker-button runoff-compare-button"
                type="button"
                onClick={() => onCompare(selectedIds)}
              >
                {picker.compareSelected(count, write)}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  )
})

function selectedRuns(
  listed: ReadonlyMap<string, Run>,
  ids: readonly string[],
): readonly NamedRun[] {
  return ids.map((id) => listed.get(id) ?? { id, name: id })
}
