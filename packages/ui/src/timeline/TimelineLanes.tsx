import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useAnnouncer } from '../params/useAnnouncer.ts'
import { useGivenRunStyles } from '../style/RunStylesProvider.tsx'
import {
  countOf,
  cursorAfter,
  cursorPoint,
  type CursorPoint,
  type TimelineCursor,
} from './cursor.ts'
import { LaneHead } from './LaneHead.tsx'
import { LanePlot } from './LanePlot.tsx'
import { TimelineAxisView } from './TimelineAxis.tsx'
import type { TimelineModel } from './timelineModel.ts'
import { metricInSentence, pointPlace, timelineTitle, type TimelineWords } from './timelineWords.ts'
import type { TimelinePicture } from './useTimeline.ts'

export interface TimelineLanesProps {
  readonly model: TimelineModel
  readonly picture: TimelinePicture
  readonly words: TimelineWords
  readonly objectiveMetric: string
  readonly highlightedRunId: string | null
  readonly onHighlightedRunChange: (runId: string | null) => void
}

/** The lanes and their axis, and the cursor that is moved about in them. Renders a `<div>`. */
export function TimelineLanes(props: TimelineLanesProps): ReactNode {
  const { model, picture, words, objectiveMetric, highlightedRunId } = props
  const { messages } = words
  const keysId = useId()
  const styles = useGivenRunStyles()
  const [live, say] = useAnnouncer()
  const plots = useRef(new Map<string, HTMLDivElement>())
  const [cursor, setCursor] = useState<TimelineCursor | null>(null)
  const [isPinned, setPinned] = useState(false)
  const point = cursorPoint(model, cursor)
  const tabStop = tabStopOf(model, point)

  const stand = (next: TimelineCursor | null): void => {
    // What was pinned is gone, with its run or its metric: the next point is not to take its place.
    if (point === null) setPinned(false)
    setCursor(next)
    const run = model.lanes.find(({ key }) => key === next?.laneKey)?.run.id ?? null
    if (run !== highlightedRunId) props.onHighlightedRunChange(run)
  }
  const pin = (): void => {
    if (point === null) return
    setPinned(!isPinned)
    say(isPinned ? messages.unpinned : messages.pinned)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>, laneKey: string): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isClearing = event.key === 'Escape' && point !== null
    const isPinning = event.key === 'Enter' && point !== null
    const next = cursorAfter(event, model, { cursor: point, laneKey })
    // Where there is nothing to clear the key is a dialog's.
    if (!isClearing && !isPinning && next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (isPinning) return pin()
    stand(next)
    if (next === null) setPinned(false)
    else if (next.laneKey !== laneKey) plots.current.get(next.laneKey)?.focus()
    const spoken = cursorPoint(model, next)
    say(spoken === null ? messages.cleared : spokenText(spoken, model, words))
  }
  return (
    <div className="runoff-timeline-body">
      <ol className="runoff-timeline-lanes" aria-label={timelineTitle(model.metrics, words)}>
        {model.lanes.map((lane) => (
          <li
            key={lane.key}
            className="runoff-timeline-lane"
            data-run={lane.run.id}
            data-color={colorOf(styles?.get(lane.run.id)?.colorVariable)}
            data-highlighted={lane.run.id === highlightedRunId ? '' : undefined}
          >
            <LaneHead
              lane={lane}
              model={model}
              objectiveMetric={objectiveMetric}
              style={styles?.get(lane.run.id) ?? null}
              words={words}
            />
            <LanePlot
              lane={lane}
              model={model}
              layout={picture.layout}
              scale={picture.scale}
              drawn={picture.drawn.get(lane.key) ?? null}
              ticks={picture.tickPixels}
              label={messages.plotOf(timelineTitle(model.metrics, words), words.nameOf(lane.run))}
              keysId={keysId}
              isTabStop={lane.key === tabStop}
              cursor={point?.lane === lane ? point : null}
              isPinned={isPinned && point !== null}
              words={words}
              plotRef={(element) => {
                if (element === null) plots.current.delete(lane.key)
                else plots.current.set(lane.key, element)
              }}
              onPoint={stand}
              onPin={pin}
              onKey={(event) => press(event, lane.key)}
            />
          </li>
        ))}
      </ol>
      <TimelineAxisView
        axis={model.axis}
        scale={picture.scale}
        ticks={picture.ticks}
        words={words}
      />
      <span id={keysId} className="runoff-spoken">
        {messages.plotKeys}
      </span>
      <div ref={live} className="runoff-spoken" role="status" />
    </div>
  )
}

/** One lane at a time is reached by Tab: that of the cursor, or the first that has anything. */
function tabStopOf({ lanes }: TimelineModel, point: CursorPoint | null): string | null {
  if (point !== null) return point.lane.key
  return lanes.find(({ rows }) => rows.some((row) => countOf(row) > 0))?.key ?? null
}

/** An attribute and not a style: markup made on a server must pass a strict content policy. */
function colorOf(colorVariable: string | undefined): string | undefined {
  return colorVariable?.slice('--runoff-color-'.length)
}

function spokenText(point: CursorPoint, { axis }: TimelineModel, words: TimelineWords): string {
  const { lane, row, at } = point
  const value = words.formatters.metric(row.placed?.columns.values[at] ?? NaN)
  const place = pointPlace(point, axis, words)
  const metric = metricInSentence(row.metric, words)
  const text = words.messages.cursor(words.nameOf(lane.run), metric, value, place)
  return at === row.best ? words.messages.isBest(text) : text
}
