import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'
import { CheckpointPath } from './CheckpointPath.tsx'
import { stepAt, type TimelineLane, type TimelineModel } from './timelineModel.ts'
import { axisPlace, bestText, endText, type TimelineWords } from './timelineWords.ts'

export interface LaneHeadProps {
  readonly lane: TimelineLane
  readonly model: Pick<TimelineModel, 'axis' | 'metrics'>
  /** The metric that the run's own best checkpoint is one of. */
  readonly objectiveMetric: string
  readonly style: RunStyle | null
  readonly words: TimelineWords
}

/** Names a run, its best evaluation and how it ended. Renders a `<div>`. */
export function LaneHead(props: LaneHeadProps): ReactNode {
  const { lane, model, objectiveMetric, style, words } = props
  const { run, rows, end } = lane
  const bests = rows.flatMap((row) => bestText(lane, row, model, words) ?? [])
  const path = run.best.checkpointPath
  const hasObjective = rows.some(({ metric }) => metric === objectiveMetric)
  return (
    <div className="runoff-timeline-head">
      <span className="runoff-timeline-name" title={visibleText(run.name)}>
        {style !== null && <RunColor style={style} />}
        <bdi>{words.nameOf(run)}</bdi>
      </span>
      <span className="runoff-timeline-end" data-end={end.kind}>
        {endText(lane, model.axis, words)}
      </span>
      {bests.length > 0 && (
        <span className="runoff-timeline-bests">
          {bests.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </span>
      )}
      {path !== null && hasObjective && (
        <CheckpointPath
          path={path}
          label={checkpointLabel(lane, objectiveMetric, words)}
          run={words.nameOf(run)}
          messages={words.messages}
        />
      )}
    </div>
  )
}

/** A checkpoint of another step than the star's says so. */
function checkpointLabel(
  { run, rows }: TimelineLane,
  objectiveMetric: string,
  words: TimelineWords,
): string {
  const { step } = run.best
  const row = rows.find(({ metric }) => metric === objectiveMetric)
  const isOfStar = row !== undefined && row.best !== null && stepAt(row, row.best) === step
  if (step === null || isOfStar) return words.messages.checkpoint
  return words.messages.checkpointOf(axisPlace('step', { x: step, total: null }, words))
}
