import type { Significance, Undefined } from '@runoff/core/stats'
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
import { GroupList } from './GroupList.tsx'
import { PairTable } from './PairTable.tsx'
import { SectionHeading } from './SectionHeading.tsx'
import { SignificanceSummary } from './SignificanceSummary.tsx'
import { isWorking, WorkProgress } from './WorkProgress.tsx'

export interface SignificanceTableProps extends Omit<
  ComponentPropsWithoutRef<'section'>,
  'children'
> {
  /** `null` until the first answer is there. */
  readonly significance: Significance | Undefined | null
  /** How far the computation has come, from 0 to 1. @default 1 */
  readonly progress?: number
}

/**
 * Which configurations differ and how sure that is, pair by pair, and how likely each is to be the
 * best. Renders a `<section>`.
 *
 * Begins with the pairs that the best configuration is one of; a button shows all. While an answer
 * is computed again the last one stays.
 */
export const SignificanceTable: ForwardRefExoticComponent<
  SignificanceTableProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, SignificanceTableProps>(
  function SignificanceTable(props, ref) {
    const { significance, progress = 1, ...attributes } = props
    const { significance: messages } = useMessages().evidence
    const titleId = useId()
    return (
      <section
        aria-labelledby={titleId}
        {...attributes}
        ref={ref}
        className={clsx('runoff', 'runoff-evidence', attributes.className)}
        aria-busy={isWorking(progress)}
      >
        <div className="runoff-evidence-head">
          <SectionHeading id={titleId}>{messages.title}</SectionHeading>
          <WorkProgress progress={progress} isAgain={significance !== null} />
        </div>
        <Answer significance={significance} progress={progress} />
      </section>
    )
  },
)

type AnswerProps = Required<Pick<SignificanceTableProps, 'significance' | 'progress'>>

function Answer({ significance, progress }: AnswerProps): ReactNode {
  const { evidence } = useMessages()
  if (significance === null) {
    return isWorking(progress) ? (
      <span className="runoff-evidence-skeleton" />
    ) : (
      <p className="runoff-evidence-note">{evidence.significance.nothing}</p>
    )
  }
  if (significance.kind === 'undefined') {
    const reason = evidence.reasons[significance.reason]
    return <p className="runoff-evidence-note">{evidence.noAnswer(reason)}</p>
  }
  return (
    <>
      <SignificanceSummary significance={significance} />
      {significance.pairs.length > 0 && <PairTable significance={significance} />}
      {significance.groups.length > 0 && <GroupList significance={significance} />}
    </>
  )
}
