import {
  defaultObjective,
  defaultPickerView,
  type Objective,
  type Policy,
  type PolicyName,
  type Run,
} from '@runoff/core'
import {
  useComparisonView,
  useRecommendation,
  useRuns,
  type ComparisonViewOptions,
} from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import {
  forwardRef,
  useMemo,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PartialMessages } from '../messages/messages.ts'
import { RecommendationProvider } from '../recommendation/RecommendationProvider.tsx'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { ComparisonProviders } from './ComparisonProviders.tsx'
import { DialogComparison } from './DialogComparison.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { useComparedRuns } from './useComparedRuns.ts'

/** A dialog leaves the address to the page. */
type DialogViewOptions = Omit<ComparisonViewOptions, 'address'>

export interface ComparisonDialogProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, DialogViewOptions {
  /** The runs to compare, in the order of their colours. */
  readonly runIds: readonly string[]
  readonly open: boolean
  /** Called when Escape, the backdrop or the button closes it. */
  readonly onOpenChange: (open: boolean) => void
  /** Where the runs come from; without it, the `RunoffProvider` around. */
  readonly source?: RunSource
  /** What runs are compared by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** The rule that chooses the run to keep. @default 'composite' */
  readonly policy?: PolicyName | Policy
  readonly onOpenRun?: (run: Run) => void
  /** Words in place of the English ones; keep the object between renders. */
  readonly messages?: PartialMessages
}

/**
 * The comparison of some runs over a page of the host's own, which has a list of runs already. It
 * reads nothing while it is closed, keeps the focus inside while it is open and gives it back.
 * Renders a `<div>` with the role of a dialog at the end of the page.
 */
export const ComparisonDialog: ForwardRefExoticComponent<
  ComparisonDialogProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, ComparisonDialogProps>(
  function ComparisonDialog(props, ref) {
    const { source, messages, ...rest } = props
    return (
      <ComparisonProviders source={source} messages={messages}>
        <OpenableDialog {...rest} dialogRef={ref} />
      </ComparisonProviders>
    )
  },
)

type OpenableDialogProps = Omit<ComparisonDialogProps, 'source' | 'messages'> & {
  readonly dialogRef: ForwardedRef<HTMLDivElement>
}

function OpenableDialog(props: OpenableDialogProps): ReactNode {
  const { runIds, open, onOpenChange, dialogRef, ...others } = props
  const { objective = defaultObjective, policy = 'composite', onOpenRun, ...rest } = others
  const { view, defaultView, onViewChange, ...attributes } = rest
  const { comparison } = useMessages()
  return (
    <DialogFrame
      {...attributes}
      ref={dialogRef}
      title={comparison.comparison}
      open={open}
      onOpenChange={onOpenChange}
    >
      <RunStylesProvider runIds={runIds}>
        <ComparisonOfIds
          {...{ runIds, objective, policy, onOpenRun, view, defaultView, onViewChange }}
        />
      </RunStylesProvider>
    </DialogFrame>
  )
}

interface ComparisonOfIdsProps extends DialogViewOptions {
  readonly runIds: readonly string[]
  readonly objective: Objective
  readonly policy: PolicyName | Policy
  readonly onOpenRun: ((run: Run) => void) | undefined
}

/** No list stands beside the dialog that could hide a run. */
const everything = { ...defaultPickerView, showArchived: true }

function ComparisonOfIds(props: ComparisonOfIdsProps): ReactNode {
  const { runIds, objective: hostObjective, policy, onOpenRun, ...viewOptions } = props
  const { view, change } = useComparisonView({ ...viewOptions, address: null })
  const objective = view.objective ?? hostObjective
  const list = useRuns(useMemo(() => ({ ids: runIds, includeArchived: true }), [runIds]))
  const compared = useComparedRuns(list, {
    picker: everything,
    selectedIds: runIds,
    maxSelected: Infinity,
    objective,
  })
  const recommendation = useRecommendation(compared.considered, { objective, policy })
  return (
    <RecommendationProvider recommendation={recommendation}>
      <DialogComparison
        compared={compared}
        objective={objective}
        recommendation={recommendation}
        view={view}
        onViewChange={change}
        onOpenRun={onOpenRun}
        link={undefined}
        notices={list.notices}
      />
    </RecommendationProvider>
  )
}
