import type { Recommendation, Run } from '@runoff/core'
import { clsx } from 'clsx'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Answered } from './Answered.tsx'
import { AnswerSkeleton } from './AnswerSkeleton.tsx'
import type { ConsideredScope } from './messages.ts'

export interface RecommendationPanelProps extends Omit<
  ComponentPropsWithoutRef<'section'>,
  'children'
> {
  /** What `useRecommendation` returns; `null` while the runs are on their way. */
  readonly recommendation: Recommendation | null
  /** What the runs are, so that nobody takes the best of a few for the best of all. @default 'listed' */
  readonly scope?: ConsideredScope | undefined
  /** Called for a run whose name is clicked; without it, names are plain text. */
  readonly onOpenRun?: ((run: Run) => void) | undefined
}

/**
 * Which run to keep and how sure that is, in one line, with the reasons folded under it. Renders a
 * `<section>`.
 *
 * The panel keeps room for a long answer, so that what stands below does not move when it changes.
 */
export const RecommendationPanel: ForwardRefExoticComponent<
  RecommendationPanelProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, RecommendationPanelProps>(
  function RecommendationPanel(props, ref) {
    const { recommendation, scope = 'listed', onOpenRun, className, ...rest } = props
    const { region } = useMessages().recommendation
    return (
      <section
        aria-label={region}
        aria-busy={recommendation === null}
        {...rest}
        ref={ref}
        className={clsx('runoff', 'runoff-recommendation', className)}
      >
        <div className="runoff-recommendation-body">
          {recommendation === null ? (
            <AnswerSkeleton />
          ) : (
            <Answered recommendation={recommendation} scope={scope} onOpenRun={onOpenRun} />
          )}
        </div>
      </section>
    )
  },
)
