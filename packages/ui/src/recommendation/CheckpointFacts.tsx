import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { valueText } from './answerText.ts'
import { CopyButton } from './CopyButton.tsx'
import type { DetailProps } from './detailProps.ts'
import { FactList, FactRow } from './FactList.tsx'
import { RunNameLink } from './RunNameLink.tsx'
import { Smoothed } from './Smoothed.tsx'

export interface CheckpointFactsProps extends DetailProps {
  readonly run: Run
}

/** Where the recommended run was at its best. Renders a `<section>`. */
export function CheckpointFacts(props: CheckpointFactsProps): ReactNode {
  const { recommendation, words, run, onOpenRun } = props
  const { recommendation: messages, format } = useMessages()
  const { checkpoint: text } = messages
  const { formatters } = words
  const { checkpoint, objective, scores } = recommendation
  const value = scores.find((entry) => entry.run === run)?.value ?? null
  return (
    <section className="runoff-recommendation-part" data-part="checkpoint">
      <h3>{text.title}</h3>
      <FactList>
        <FactRow term={text.run}>
          <RunNameLink run={run} name={words.plainNameOf(run)} onOpenRun={onOpenRun} />
        </FactRow>
        <FactRow term={text.id}>
          <code>
            <bdi>{visibleText(run.id)}</bdi>
          </code>
        </FactRow>
        {value !== null && (
          <FactRow term={metricTitle(objective.metric, format)} full={formatters.full(value.value)}>
            {valueText(value, objective, formatters)}
          </FactRow>
        )}
        {checkpoint?.epoch != null && (
          <FactRow term={text.epoch} full={formatters.full(checkpoint.epoch)}>
            {formatters.full(Number(checkpoint.epoch.toFixed(2)))}
          </FactRow>
        )}
        {checkpoint?.step != null && (
          <FactRow term={text.step}>{formatters.count(checkpoint.step)}</FactRow>
        )}
        <FactRow term={text.path}>
          {checkpoint?.path == null ? (
            <span className="runoff-recommendation-muted">{text.noPath}</span>
          ) : (
            <>
              <code>
                <bdi>{visibleText(checkpoint.path)}</bdi>
              </code>{' '}
              <CopyButton text={checkpoint.path} />
            </>
          )}
        </FactRow>
        <Smoothed checkpoint={checkpoint} />
      </FactList>
    </section>
  )
}
