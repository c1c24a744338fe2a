import type { RunScore } from '@runoff/core'
import type { ReactNode } from 'react'
import { noValue } from '../format/formatNumber.ts'
import type { Formatters } from '../format/formatters.ts'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { valueText } from './answerText.ts'
import type { DetailProps } from './detailProps.ts'
import { MoreButton } from './MoreButton.tsx'
import { RunNameLink } from './RunNameLink.tsx'
import { StarIcon } from './StarIcon.tsx'
import { useCutList } from './useCutList.ts'

const firstScores = 6

/** The scores of all runs with what they are made of, best first. Renders a `<div>` and a button. */
export function ScoreTable({ recommendation, words, onOpenRun }: DetailProps): ReactNode {
  const { recommendation: messages, format } = useMessages()
  const { score: text } = messages
  const { scores, objective, run: recommended } = recommendation
  const cut = useCutList(scores, firstScores)
  return (
    <>
      <div
        className="runoff-recommendation-scroll"
        role="region"
        aria-label={text.scrollRegion}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
      >
        <table className="runoff-recommendation-scores">
          <caption className="runoff-spoken">{text.table}</caption>
          <thead>
            <tr>
              <th scope="col">{text.run}</th>
              <th scope="col">{text.score}</th>
              <th scope="col">{metricTitle(objective.metric, format)}</th>
              <th scope="col">{text.evalScore}</th>
              <th scope="col">{text.overfitScore}</th>
              <th scope="col">{text.gap}</th>
            </tr>
          </thead>
          <tbody>
            {cut.shown.map((entry) => (
              <tr
                key={JSON.stringify([entry.run.source, entry.run.id])}
                data-run={entry.run.id}
                data-recommended={entry.run === recommended ? '' : undefined}
              >
                <th scope="row">
                  <RunNameLink
                    run={entry.run}
                    name={words.plainNameOf(entry.run)}
                    onOpenRun={onOpenRun}
                  />
                  {entry.run === recommended && (
                    <>
                      {' '}
                      <StarIcon className="runoff-recommendation-star" />
                      <span className="runoff-spoken">{messages.recommended('')}</span>
                    </>
                  )}
                </th>
                <Cells
                  entry={entry}
                  value={valueText(entry.value, objective, words.formatters)}
                  isOf100={isOf100(recommendation.policy)}
                  formatters={words.formatters}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton cut={cut} />
    </>
  )
}

function isOf100(policy: string): boolean {
  return policy === 'composite' || policy === 'bestValue'
}

interface CellsProps {
  readonly entry: RunScore
  readonly value: string
  /** A score of 100; a host's own rule may have any number. */
  readonly isOf100: boolean
  readonly formatters: Formatters
}

function Cells({ entry, value, isOf100, formatters }: CellsProps): ReactNode {
  const { full, marked, metric, join } = formatters
  const { score: text } = useMessages().recommendation
  const { score, breakdown } = entry
  const { evalScore, overfitScore, gap, gapBasis } = breakdown
  return (
    <>
      <td title={full(score)}>{isOf100 ? marked(score.toFixed(1)) : metric(score)}</td>
      <td title={full(entry.value.value)}>{value}</td>
      <td title={full(evalScore)}>{marked(evalScore.toFixed(1))}</td>
      <td>{overfitScore === null ? <NoValue /> : full(overfitScore)}</td>
      <td title={gapBasis === 'last' ? join([full(gap), text.lastGap]) : full(gap)}>
        {gap === null ? <NoValue /> : metric(gap)}
      </td>
    </>
  )
}

function NoValue(): ReactNode {
  const { score: text } = useMessages().recommendation
  return (
    <>
      <span aria-hidden="true">{noValue}</span>
      <span className="runoff-spoken">{text.noValue}</span>
    </>
  )
}
