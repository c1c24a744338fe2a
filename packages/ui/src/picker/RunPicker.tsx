import { defaultObjective, type Objective, type PickerView, type Run } from '@runoff/core'
import type { RunSelectionResult } from '@runoff/react'
import { clsx } from 'clsx'
import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PickerBody } from './PickerBody.tsx'
import { PickerControls } from './PickerControls.tsx'
import { PickerSummary } from './PickerSummary.tsx'
import { readRunList, type RunListState } from './runListState.ts'
import { usePickerRuns } from './usePickerRuns.ts'
import { usePickerView } from './usePickerView.ts'

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
  /** What stands at the end of a run's row, such as a button that archives it. */
  readonly children?: ((run: Run) => ReactNode) | undefined
}

/**
 * The list of runs: search, filter, sort, group by model, and select some to compare.
 * Renders a `<section>`.
 */
export const RunPicker: ForwardRefExoticComponent<RunPickerProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, RunPickerProps>(function RunPicker(props, ref) {
    const { runs, selection, objective = defaultObjective, recommendedId = null, ...others } = props
    const { view, defaultView, onViewChange, onOpenRun, children, className, ...rest } = others
    const { picker } = useMessages()
    const limitId = useId()
    const list = readRunList(runs)
    const [current, change] = usePickerView({ view, defaultView, onViewChange })
    const shown = usePickerRuns(list.runs, current, objective)
    return (
      <section
        aria-label={picker.region}
        aria-busy={list.status === 'loading'}
        data-state={list.status}
        {...rest}
        ref={ref}
        className={clsx('runoff', 'runoff-picker', className)}
      >
        <h2 className="runoff-heading">{picker.region}</h2>
        <PickerControls
          view={current}
          onChange={change}
          runs={list.runs}
          objective={objective}
          problem={shown.problem}
        />
        <PickerSummary
          foundCount={shown.found.length}
          candidateCount={shown.candidates.length}
          archivedHiddenCount={shown.archivedHiddenCount}
          unknown={whyUnknown(list)}
          selection={selection}
          limitId={limitId}
        />
        <PickerBody
          list={list}
          shown={shown}
          view={current}
          onChange={change}
          rows={{
            selection,
            objective,
            recommendedId,
            limitId,
            onOpenRun,
            renderActions: children,
          }}
        />
      </section>
    )
  })

function whyUnknown({ status, runs }: RunListState): 'loading' | 'failed' | null {
  if (runs.length > 0 || status === 'ready') return null
  return status === 'loading' ? 'loading' : 'failed'
}
