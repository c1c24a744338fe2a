import {
  completePickerView,
  defaultObjective,
  type Objective,
  type PickerView,
  type Run,
} from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { clsx } from 'clsx'
import {
  forwardRef,
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { usePartView } from '../effects/usePartView.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CollapseToggle } from './CollapseToggle.tsx'
import { PickerBody } from './PickerBody.tsx'
import { PickerControls } from './PickerControls.tsx'
import type { PickerSection } from './pickerSections.ts'
import { PickerSummary } from './PickerSummary.tsx'
import { readRunList, type RunListState } from './runListState.ts'
import { useSelectMany } from './selectMany.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useLoadAll } from './useLoadAll.ts'
import { usePickerRuns } from './usePickerRuns.ts'

export interface RunPickerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The runs, or what `useRuns` returns, which also says that they are on their way or failed. */
  readonly runs: readonly Run[] | RunListState
  /** What `useRunSelection` returns. */
  readonly selection: RunSelectionResult
  /** What makes a run the best. @default the lowest `eval/loss` */
  readonly objective?: Objective | undefined
  /** The run that gets the star. */
  readonly recommendedId?: string | null | undefined
  /** Makes the host the owner of search, filters, order and grouping. */
  readonly view?: PickerView | undefined
  /** Where the view starts while the list owns it. */
  readonly defaultView?: Partial<PickerView> | undefined
  readonly onViewChange?: ((view: PickerView) => void) | undefined
  /** Called for a run whose row or name is clicked; without it, names are plain text. */
  readonly onOpenRun?: ((run: Run) => void) | undefined
  /** Makes the host the owner of whether the list is folded to a line. */
  readonly isCollapsed?: boolean | undefined
  readonly onCollapsedChange?: ((isCollapsed: boolean) => void) | undefined
  /** What stands at the end of a run's row, before what archives it. */
  readonly children?: ((run: Run) => ReactNode) | undefined
}

/**
 * The list of runs: search, filter, sort, group by model, and select some to compare. Within an
 * `ArchiveProvider` also archive them. Renders a `<section>`.
 */
export const RunPicker: ForwardRefExoticComponent<RunPickerProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, RunPickerProps>(function RunPicker(props, ref) {
    const { runs, selection, objective = defaultObjective, recommendedId = null, ...others } = props
    const { view, defaultView, onViewChange, onOpenRun, children, ...more } = others
    const { isCollapsed: given, onCollapsedChange, className, ...rest } = more
    const { picker } = useMessages()
    const id = useId()
    const limitId = `${id}limit`
    const [own, setOwn] = useState(false)
    const isCollapsed = given ?? own
    const list = readRunList(runs)
    const [current, change] = usePartView(completePickerView, { view, defaultView, onViewChange })
    const shown = usePickerRuns(list.runs, current, objective)
    const models = useMemo(() => modelsOf(shown.sections), [shown.sections])
    const many = useSelectMany(selection)
    const loadAll = useLoadAll(list)
    const search = useRef<HTMLInputElement>(null)
    const count = useRef<HTMLSpanElement>(null)
    const content = useRef<HTMLDivElement>(null)
    // After the list itself, which knows a better place while it is there.
    const focus = useKeptFocus(content, ignorePlace, () => count.current?.focus())
    return (
      <section
        aria-label={picker.region}
        aria-busy={list.status === 'loading'}
        data-state={list.status}
        data-collapsed={isCollapsed ? '' : undefined}
        {...rest}
        ref={ref}
        className={clsx('runoff', 'runoff-picker', className)}
      >
        <div className="runoff-picker-head">
          <h2 className="runoff-heading">{picker.region}</h2>
          <CollapseToggle
            isCollapsed={isCollapsed}
            controlsId={`${id}list`}
            runCount={whyUnknown(list) === null ? shown.candidates.length : null}
            selectedCount={selection.selectedIds.length}
            onCollapsedChange={(next) => {
              setOwn(next)
              onCollapsedChange?.(next)
            }}
          />
        </div>
        <div id={`${id}list`} hidden={isCollapsed} ref={content} {...focus}>
          {!isCollapsed && (
            <>
              <PickerControls
                view={current}
                onChange={change}
                runs={shown.candidates}
                models={models}
                objective={objective}
                problem={shown.problem}
                searchRef={search}
              />
              <PickerSummary
                foundCount={shown.found.length}
                candidateCount={shown.candidates.length}
                archivedHiddenCount={shown.archivedHiddenCount}
                searched={searchedOf(list, current)}
                unknown={whyUnknown(list)}
                selection={selection}
                note={many.note}
                limitId={limitId}
                countRef={count}
              />
              <PickerBody
                list={list}
                shown={shown}
                view={current}
                onChange={change}
                loadAll={loadAll}
                rows={{
                  selection,
                  many,
                  objective,
                  recommendedId,
                  limitId,
                  onOpenRun,
                  renderActions: children,
                  onSearch: () => search.current?.focus(),
                }}
              />
            </>
          )}
        </div>
      </section>
    )
  })

function ignorePlace(): null {
  return null
}

function whyUnknown({ status, runs }: RunListState): 'loading' | 'failed' | null {
  if (runs.length > 0 || status === 'ready') return null
  return status === 'loading' ? 'loading' : 'failed'
}

/** What a search or an order does not reach: `null` where all runs are loaded, or none is sought. */
function searchedOf(
  { runs, total = null, hasMore }: RunListState,
  { search, status, sortBy }: PickerView,
): { readonly loaded: number; readonly total: number | null } | null {
  const isPlain = search === '' && status === 'all' && sortBy === 'newest'
  return hasMore !== true || isPlain ? null : { loaded: runs.length, total }
}

function modelsOf(sections: readonly PickerSection[]): readonly string[] {
  return sections.flatMap(({ model }) => (model === null ? [] : [model]))
}
