import { defaultObjective, type Objective, type Run } from '@runoff/core'
import { forwardRef, useMemo, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ParamFigure } from '../params/ParamFigure.tsx'
import { ParamState } from '../params/ParamState.tsx'
import { usePlotWidth } from '../params/usePlotWidth.ts'
import { HistoryLegend } from './HistoryLegend.tsx'
import { historyModel } from './historyModel.ts'
import { HistoryPlot } from './HistoryPlot.tsx'
import { historyRows, historySummary, type HistoryWords } from './historyWords.ts'

export interface RunHistoryProps extends FigureAttributes {
  /** Past runs, archived ones too; `null` while they are on their way. */
  readonly runs: readonly Run[] | null
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective | undefined
  /** Called for a run that is clicked, or that the cursor stands on at Enter. */
  readonly onOpenRun?: ((run: Run) => void) | undefined
  /** Of the plot with its axes, in CSS pixels. @default 220 */
  readonly height?: number | undefined
}

const noRun: readonly Run[] = []

/**
 * The runs in the order they were started in, with the best value so far as a line that steps where
 * a run improved on it; archived runs are hollow. Needs no provider. Renders a `<figure>`, which
 * takes all other attributes.
 *
 * Arrow keys move a cursor over the runs; up and down go from one best to the next.
 */
export const RunHistory: ForwardRefExoticComponent<RunHistoryProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, RunHistoryProps>(function RunHistory(props, ref) {
    const { runs, objective = defaultObjective, onOpenRun, height = 220, ...figure } = props
    const { history: messages, format, picker } = useMessages()
    const formatters = useFormatters()
    const { metric, goal } = objective
    const model = useMemo(() => historyModel(runs ?? noRun, { metric, goal }), [runs, metric, goal])
    const words = useMemo(
      (): HistoryWords => ({
        messages,
        formatters,
        metric: metricTitle(metric, format),
        unnamedRun: picker.unnamedRun,
      }),
      [messages, formatters, metric, format, picker.unnamedRun],
    )
    const { parentRef, width } = usePlotWidth()
    const isEmpty = model.points.length === 0
    const leftOut = model.leftOutCount
    return (
      <ParamFigure
        title={messages.title(words.metric)}
        summary={historySummary(model, words)}
        notes={leftOut === 0 || isEmpty ? [] : [messages.leftOut(leftOut, formatters.count)]}
        controls={isEmpty ? null : <HistoryLegend points={model.points} />}
        table={
          isEmpty
            ? null
            : {
                columns: [
                  messages.run,
                  messages.started,
                  words.metric,
                  messages.bestSoFar,
                  messages.state,
                ],
                rows: () => historyRows(model, words),
              }
        }
        figure={{ ...figure, ref }}
      >
        <div ref={parentRef} className="runoff-history">
          {isEmpty ? (
            <ParamState height={height}>
              {runs === null ? picker.loading : messages.empty(words.metric)}
            </ParamState>
          ) : (
            <HistoryPlot
              model={model}
              words={words}
              width={width}
              height={height}
              onOpenRun={onOpenRun}
            />
          )}
        </div>
      </ParamFigure>
    )
  })
