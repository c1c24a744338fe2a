import { defaultObjective, type Objective, type Run } from '@runoff/core'
import { clsx } from 'clsx'
import { forwardRef, useMemo, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import { ParamFigure } from '../params/ParamFigure.tsx'
import { useChosen } from '../params/useChosen.ts'
import { usePlotWidth } from '../params/usePlotWidth.ts'
import { MetricMenu } from './MetricMenu.tsx'
import { timelineMetrics } from './metricChoices.ts'
import { TimelineLanes } from './TimelineLanes.tsx'
import { timelineNotes } from './timelineNotes.ts'
import type { SeriesByMetric } from './timelinePlaces.ts'
import { TimelineSkeleton } from './TimelineSkeleton.tsx'
import { timelineTable } from './timelineTable.ts'
import { timelineSummary, timelineTitle } from './timelineWords.ts'
import { useTimeline, useTimelinePicture } from './useTimeline.ts'

export interface MetricTimelineProps extends FigureAttributes {
  /** The compared runs, one lane for each; `null` while they are on their way. */
  readonly runs: readonly Run[] | null
  /**
   * Series by metric, and in each by run id. A metric that is missing is on its way; a run that is
   * missing in a metric has not logged it. Keep it between renders.
   */
  readonly series: SeriesByMetric
  /** What each lane shows, at least one; `null` leaves the choice to the part. */
  readonly metrics?: readonly string[] | null | undefined
  /** @default the objective's metric, or else the first that there is */
  readonly defaultMetrics?: readonly string[] | null | undefined
  /** With it metrics can be chosen that `series` does not have yet: load what is asked for. */
  readonly onMetricsChange?: ((metrics: readonly string[] | null) => void) | undefined
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective | undefined
  /** The run that the pointer or the cursor is at, here and in other parts. */
  readonly highlightedRunId?: string | null | undefined
  readonly onHighlightedRunChange?: ((runId: string | null) => void) | undefined
}

const noRuns: readonly Run[] = []

/**
 * How metrics went over the epochs of each run: every evaluation where it was logged, the best of
 * them as a star, and how the run ended. Needs no provider around it. Renders a `<figure>`, which
 * takes all other attributes.
 *
 * All lanes have one axis, epochs or else steps, and for each metric one scale of heights. Time
 * runs from left to right also where the page is read from the right, as in every chart. Arrow keys
 * move a cursor over the evaluations and between the lanes.
 */
export const MetricTimeline: ForwardRefExoticComponent<
  MetricTimelineProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, MetricTimelineProps>(
  function MetricTimeline(props, ref) {
    const { runs, series, objective = defaultObjective, ...rest } = props
    const { metrics: given, defaultMetrics = null, onMetricsChange, ...others } = rest
    const { highlightedRunId, onHighlightedRunChange, ...figure } = others
    const known = runs ?? noRuns
    const [chosen, choose] = useChosen<readonly string[] | null>({
      value: given,
      initial: defaultMetrics,
      onChange: onMetricsChange,
    })
    const [highlighted, highlight] = useChosen<string | null>({
      value: highlightedRunId,
      initial: null,
      onChange: onHighlightedRunChange,
    })
    const { parentRef, width } = usePlotWidth()
    const canLoad = onMetricsChange !== undefined
    const choices = useMemo(
      () => timelineMetrics(known, series, { objective, canLoad }),
      [known, series, objective, canLoad],
    )
    const metrics = shownMetrics(chosen, choices, objective)
    const { model, happenings, words } = useTimeline({ runs: known, series, metrics, objective })
    const picture = useTimelinePicture(model, happenings, width)
    const table = useMemo(() => timelineTable(model, words), [model, words])
    const { messages } = words
    const isEmpty = known.length === 0
    const diverged = model.lanes.filter(({ rows }) =>
      rows.some(
        (row) =>
          row.series !== null &&
          happenings.get(row.series)?.some(({ kind }) => kind === 'divergence'),
      ),
    ).length
    return (
      <ParamFigure
        title={timelineTitle(metrics, words)}
        summary={isEmpty ? '' : timelineSummary(model, diverged, words)}
        notes={isEmpty ? [] : timelineNotes(model, picture.shown, words)}
        controls={
          choices.length > 1 && (
            <MetricMenu choices={choices} shown={metrics} onShownChange={choose} words={words} />
          )
        }
        table={isEmpty ? null : table}
        figure={{ ...figure, ref, className: clsx('runoff-timeline', figure.className) }}
      >
        <div ref={parentRef} className="runoff-chart-measure">
          {isEmpty ? (
            <TimelineSkeleton layout={picture.layout} isLoading={runs === null}>
              {runs === null ? messages.loading : messages.noRuns}
            </TimelineSkeleton>
          ) : (
            <TimelineLanes
              model={model}
              picture={picture}
              words={words}
              objectiveMetric={objective.metric}
              highlightedRunId={highlighted}
              onHighlightedRunChange={highlight}
            />
          )}
        </div>
      </ParamFigure>
    )
  },
)

/** What is shown: what was chosen, else the objective's metric, else the first that there is. */
function shownMetrics(
  chosen: readonly string[] | null,
  choices: readonly string[],
  { metric }: Objective,
): readonly string[] {
  if (chosen !== null && chosen.length > 0) return [...new Set(chosen)]
  return [choices.includes(metric) ? metric : (choices[0] ?? metric)]
}
