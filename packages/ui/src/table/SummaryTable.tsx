import {
  completeTableView,
  defaultObjective,
  type Objective,
  type Run,
  type TableView,
} from '@runoff/core'
import { clsx } from 'clsx'
import {
  forwardRef,
  useCallback,
  useId,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { usePartView } from '../effects/usePartView.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { SummaryGrid } from './SummaryGrid.tsx'
import { SummaryToolbar } from './SummaryToolbar.tsx'
import { useLineContext } from './useLineContext.ts'
import { useSummaryModel } from './useSummaryModel.ts'

export interface SummaryTableProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly runs: readonly Run[]
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** Makes the host the owner of columns, order, widths, baseline and arrangement. */
  readonly view?: Partial<TableView> | undefined
  /** Where the view starts while the table owns it; what is left out is as in `defaultTableView`. */
  readonly defaultView?: Partial<TableView> | undefined
  readonly onViewChange?: ((view: TableView) => void) | undefined
  readonly highlightedRunId?: string | null
  /** The run that gets the star. */
  readonly recommendedId?: string | null
}

const noGroups: ReadonlySet<string> = new Set()

/**
 * The runs against what is known of each: sorted by any columns, which are chosen, ordered, pinned and
 * sized, and beside the best run or any other. Renders a `<div>`.
 *
 * The cells are one tab stop: arrow keys move between them, Enter presses the button in one, and the
 * full value of the one in focus stands under the table.
 */
export const SummaryTable: ForwardRefExoticComponent<
  SummaryTableProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, SummaryTableProps>(
  function SummaryTable(props, ref) {
    const { runs, objective = defaultObjective, ...others } = props
    const { highlightedRunId = null, recommendedId = null, ...rest } = others
    const { view: given, defaultView, onViewChange, className, ...attributes } = rest
    const { empty } = useMessages().table
    const [view, change] = usePartView(completeTableView, {
      view: given,
      defaultView,
      onViewChange,
    })
    const [openGroups, setOpenGroups] = useState(noGroups)
    const [said, setSaid] = useState<string | null>(null)
    const model = useSummaryModel(runs, { objective, view, openGroups })
    const titleId = useId()
    const onOpen = useCallback((key: string, isOpen: boolean) => {
      setOpenGroups((open) => new Set(isOpen ? [...open, key] : without(open, key)))
    }, [])
    const context = useLineContext(model, {
      runs,
      highlightedRunId,
      recommendedId,
      onChange: change,
      onOpen,
      onSaid: setSaid,
    })
    return (
      <div {...attributes} ref={ref} className={clsx('runoff', 'runoff-summary', className)}>
        {model.rows.length === 0 ? (
          <p className="runoff-summary-empty">{empty}</p>
        ) : (
          <>
            <SummaryToolbar
              titleId={titleId}
              model={model}
              view={view}
              onChange={change}
              onSaid={setSaid}
            />
            <SummaryGrid
              titleId={titleId}
              context={context}
              view={view}
              onChange={change}
              openGroups={openGroups}
              said={said}
              onSaid={setSaid}
            />
          </>
        )}
      </div>
    )
  },
)

function without(keys: ReadonlySet<string>, key: string): readonly string[] {
  return [...keys].filter((each) => each !== key)
}
