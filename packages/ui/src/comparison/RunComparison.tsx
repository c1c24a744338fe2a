import {
  type ComparisonView,
  type ComparisonViewInput,
  defaultObjective,
  type Objective,
  type Policy,
  type PolicyName,
  type Run,
} from '@runoff/core'
import type { ViewAddress } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import type { PartialMessages } from '../messages/messages.ts'
import { ComparisonPage } from './ComparisonPage.tsx'
import { ComparisonProviders } from './ComparisonProviders.tsx'

export interface RunComparisonProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /**
   * Where the runs come from; without it, the `RunoffProvider` around. Keep it between renders:
   * another object is another source, and everything is read again.
   */
  readonly source?: RunSource
  /** What runs are compared by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /**
   * The rule that chooses the run to keep; the verdict beside it does not depend on it. Keep a
   * function of your own between renders. @default 'composite'
   */
  readonly policy?: PolicyName | Policy
  /** How many runs can be compared at once. @default 5 */
  readonly maxSelected?: number
  /** Makes the host the owner of what is searched, selected, shown and sorted. */
  readonly view?: ComparisonViewInput
  /** Where that starts while the page owns it. */
  readonly defaultView?: ComparisonViewInput
  readonly onViewChange?: (view: ComparisonView) => void
  /**
   * Where in the page's address that is kept while the page owns it, such as
   * `{ in: 'hash', key: 'view' }`. @default null, which is nowhere
   */
  readonly address?: ViewAddress | null
  /** Called for a run whose row or name is clicked; without it, names are plain text. */
  readonly onOpenRun?: (run: Run) => void
  /** Words in place of the English ones; keep the object between renders. */
  readonly messages?: PartialMessages
}

/**
 * The whole comparison: which run is best, the list to pick from, the curves, and the numbers.
 * Renders a `<section>`.
 *
 * It is one arrangement of parts that are exported as well; another is written with those.
 */
export const RunComparison: ForwardRefExoticComponent<
  RunComparisonProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, RunComparisonProps>(function RunComparison(props, ref) {
  const { source, messages, objective = defaultObjective, ...rest } = props
  return (
    <ComparisonProviders source={source} messages={messages}>
      <ComparisonPage objective={objective} {...rest} sectionRef={ref} />
    </ComparisonProviders>
  )
})
