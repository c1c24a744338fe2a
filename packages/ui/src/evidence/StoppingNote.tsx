import { defaultObjective, type Objective, type Run } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import { clsx } from 'clsx'
import {
  forwardRef,
  useMemo,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { stoppingText } from './stoppingText.ts'

export interface StoppingNoteProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly run: Run
  /** `null` while it is not known yet. */
  readonly advice: StoppingAdvice | null
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** What the run is called, where its own name does not tell it from others. @default its name */
  readonly name?: string
}

const glyphs = { stop: '■', continue: '▸', none: '–', pending: '…' } as const

/**
 * Says whether a live run could be stopped, why, and how often that rule was wrong. It is advice:
 * nothing is stopped. Renders a `<div>`.
 */
export const StoppingNote: ForwardRefExoticComponent<
  StoppingNoteProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, StoppingNoteProps>(
  function StoppingNote(props, ref) {
    const { run, advice, objective = defaultObjective, name, ...attributes } = props
    const { evidence } = useMessages()
    const formatters = useFormatters()
    const own = useRunNames(useMemo(() => [run], [run]))
    const { kind, head, reason, details } = stoppingText(advice, {
      evidence,
      formatters,
      objective,
    })
    return (
      <div
        {...attributes}
        ref={ref}
        className={clsx('runoff', 'runoff-evidence-stopping', attributes.className)}
        data-advice={kind}
      >
        <p>
          <strong>
            <bdi>{name ?? own(run)}</bdi>
          </strong>{' '}
          <span className="runoff-evidence-advice">
            <span aria-hidden="true">{glyphs[kind]}</span> {head}
          </span>
          {reason !== null && formatters.labelled('', reason)}
        </p>
        {details.length > 0 && (
          <p className="runoff-evidence-note">{formatters.sentences(details)}</p>
        )}
      </div>
    )
  },
)
