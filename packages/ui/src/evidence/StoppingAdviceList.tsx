import { defaultObjective, isLive, type Objective, type Run } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import { clsx } from 'clsx'
import {
  forwardRef,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import type { WriteCount } from '../format/formatters.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { runKey } from '../picker/runKey.ts'
import { SectionHeading } from './SectionHeading.tsx'
import type { StoppingMessages } from './stoppingMessages.ts'
import { StoppingNote } from './StoppingNote.tsx'

export interface StoppingAdviceListProps extends Omit<
  ComponentPropsWithoutRef<'section'>,
  'children'
> {
  /** All runs that are compared; the live ones among them are listed, in this order. */
  readonly runs: readonly Run[]
  /** By run id; a live run that is not in it has no advice yet. */
  readonly advice: ReadonlyMap<string, StoppingAdvice>
  /** Whether advice is still on its way. @default false */
  readonly isLoading?: boolean
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
}

const firstNotes = 20

/** Says of every live run whether it could be stopped. Renders a `<section>`. */
export const StoppingAdviceList: ForwardRefExoticComponent<
  StoppingAdviceListProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, StoppingAdviceListProps>(
  function StoppingAdviceList(props, ref) {
    const { runs, advice, isLoading = false, objective = defaultObjective, ...attributes } = props
    const { stopping: messages } = useMessages().evidence
    const { count } = useFormatters()
    const titleId = useId()
    const live = useMemo(() => runs.filter(isLive), [runs])
    return (
      <section
        aria-labelledby={titleId}
        {...attributes}
        ref={ref}
        className={clsx('runoff', 'runoff-evidence', attributes.className)}
        aria-busy={isLoading}
      >
        <SectionHeading id={titleId}>{messages.title}</SectionHeading>
        <p className="runoff-evidence-summary">
          {summaryText({ live, advice, isLoading }, messages, count)}
        </p>
        {live.length > 0 && (
          <>
            <p className="runoff-evidence-note">{messages.adviceOnly}</p>
            <Notes live={live} advice={advice} objective={objective} />
          </>
        )}
      </section>
    )
  },
)

interface SummaryParts {
  readonly live: readonly Run[]
  readonly advice: StoppingAdviceListProps['advice']
  readonly isLoading: boolean
}

function summaryText(
  { live, advice, isLoading }: SummaryParts,
  messages: StoppingMessages,
  write: WriteCount,
): string {
  if (live.length === 0) return messages.noLiveRuns
  const known = live.flatMap(({ id }) => advice.get(id) ?? [])
  if (isLoading && known.length < live.length) return messages.working
  const stop = known.filter((each) => each.kind === 'defined' && each.advice === 'stop').length
  const judged = known.filter(({ kind }) => kind === 'defined').length
  if (stop > 0) return messages.summary(stop, live.length, write)
  return messages.summaryNone(live.length, live.length - judged, write)
}

interface NotesProps {
  readonly live: readonly Run[]
  readonly advice: StoppingAdviceListProps['advice']
  readonly objective: Objective
}

function Notes({ live, advice, objective }: NotesProps): ReactNode {
  const { stopping: messages } = useMessages().evidence
  const { count } = useFormatters()
  const [isAll, setAll] = useState(false)
  const nameOf = useRunNames(live)
  const shown = isAll ? live : live.slice(0, firstNotes)
  return (
    <>
      <ul className="runoff-evidence-list" aria-label={messages.listOf}>
        {shown.map((run) => (
          <li key={runKey(run)}>
            <StoppingNote
              run={run}
              advice={advice.get(run.id) ?? null}
              objective={objective}
              name={nameOf(run)}
            />
          </li>
        ))}
      </ul>
      {shown.length < live.length && (
        <button type="button" className="runoff-chart-button" onClick={() => setAll(true)}>
          {messages.showAll(count(live.length))}
        </button>
      )}
    </>
  )
}
