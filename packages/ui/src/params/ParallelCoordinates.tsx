import { defaultObjective, type Objective, type Run } from '@runoff/core'
import {
  forwardRef,
  useMemo,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { AxisControls } from './AxisControls.tsx'
import { shareRanges, type AxisRange } from './axisRanges.ts'
import { runsWithin } from './geometry/parallelLines.ts'
import { ParallelPlot } from './ParallelPlot.tsx'
import { parallelRows, type AxisId } from './parallelModel.ts'
import { parallelNotes, parallelSummary } from './parallelWords.ts'
import { ParamFigure } from './ParamFigure.tsx'
import { ParamState } from './ParamState.tsx'
import { SequenceLegend } from './SequenceLegend.tsx'
import { useChosen } from './useChosen.ts'
import { useParallel, type Parallel } from './useParallel.ts'
import { usePlotWidth } from './usePlotWidth.ts'

export interface ParallelCoordinatesProps extends FigureAttributes {
  /** All runs that are compared; `null` while they are on their way. */
  readonly runs: readonly Run[] | null
  /** What runs are judged by, and coloured by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective | undefined
  /** What is shown, from left to right; `null` leaves the choice to the part. */
  readonly axes?: readonly AxisId[] | null | undefined
  /** @default six parameters that differ between the runs, GPU hours where known, the objective */
  readonly defaultAxes?: readonly AxisId[] | null | undefined
  readonly onAxesChange?: ((axes: readonly AxisId[] | null) => void) | undefined
  /** What runs must cross to be shown. */
  readonly ranges?: readonly AxisRange[] | undefined
  /** @default none */
  readonly defaultRanges?: readonly AxisRange[] | undefined
  readonly onRangesChange?: ((ranges: readonly AxisRange[]) => void) | undefined
  /** The run that the cursor stands on, here and in other parts. */
  readonly highlightedRunId?: string | null | undefined
  readonly onHighlightedRunChange?: ((runId: string | null) => void) | undefined
  /** Of the plot with its axes, in CSS pixels. @default 320 */
  readonly height?: number | undefined
}

const noRanges: readonly AxisRange[] = []

/**
 * One line per completed run over axes for its parameters, its cost and the objective. Needs no
 * provider around it. Renders a `<figure>`, which takes all other attributes.
 *
 * Lines are coloured from worst to best; the best is dashed and starred as well. A range on an axis,
 * dragged with the pointer or set with its two sliders, keeps the runs that cross it.
 */
export const ParallelCoordinates: ForwardRefExoticComponent<
  ParallelCoordinatesProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, ParallelCoordinatesProps>(
  function ParallelCoordinates(props, ref) {
    const { runs, objective = defaultObjective, height = 320, ...rest } = props
    const { axes: given, defaultAxes = null, onAxesChange, ...others } = rest
    const { ranges: givenRanges, defaultRanges = noRanges, onRangesChange, ...more } = others
    const { highlightedRunId, onHighlightedRunChange, ...figure } = more
    const { format } = useMessages()
    const [chosen, chooseAxes] = useChosen<readonly AxisId[] | null>({
      value: given,
      initial: defaultAxes,
      onChange: onAxesChange,
    })
    const [ranges, setRanges] = useChosen<readonly AxisRange[]>({
      value: givenRanges,
      initial: defaultRanges,
      onChange: onRangesChange,
    })
    const [cursorRunId, setCursor] = useChosen<string | null>({
      value: highlightedRunId,
      initial: null,
      onChange: onHighlightedRunChange,
    })
    const { parentRef, width } = usePlotWidth()
    const parallel = useParallel(runs, objective, chosen)
    const { title, model, state, messages } = parallel
    const within = useMemo(
      () => runsWithin(model.lines, shareRanges(model.axes, ranges)),
      [model, ranges],
    )
    const cursor = model.runs.findIndex(({ id }) => id === cursorRunId)
    const isEmpty = state !== null
    const hasRuns = model.runs.length > 0
    const columns = [messages.run, ...model.axes.map(({ label }) => label)]
    return (
      <ParamFigure
        title={title}
        summary={isEmpty ? '' : parallelSummary(parallel, objective)}
        notes={parallelNotes(parallel, objective)}
        table={
          isEmpty ? null : { columns, rows: () => parallelRows(model, parallel.nameOf, parallel) }
        }
        figure={{ ...figure, ref }}
      >
        <div ref={parentRef} className="runoff-chart-measure">
          {isEmpty ? (
            <ParamState height={height}>{state}</ParamState>
          ) : (
            <>
              <ParallelPlot
                parallel={parallel}
                ranges={ranges}
                onRangesChange={setRanges}
                within={within}
                size={{ width, height }}
                cursor={cursor}
                onCursorChange={(place) => setCursor(model.runs[place]?.id ?? null)}
              />
              <Readout parallel={parallel} within={within} cursor={cursor} />
              <SequenceLegend
                metric={parallel.formatters.metricWords(objective.metric)}
                {...extremesOf(parallel)}
                messages={messages}
              />
            </>
          )}
        </div>
        {hasRuns && (
          <AxisControls
            axes={model.axes}
            hiddenIds={parallel.hiddenIds}
            onAxesChange={chooseAxes}
            ranges={ranges}
            onRangesChange={setRanges}
            messages={messages}
            objectiveLabel={metricTitle(objective.metric, format)}
          />
        )}
      </ParamFigure>
    )
  },
)

interface ReadoutProps {
  readonly parallel: Parallel
  readonly within: Uint8Array
  readonly cursor: number
}

/** Which run the cursor stands on, and how many runs are within the ranges. */
function Readout({ parallel, within, cursor }: ReadoutProps): ReactNode {
  const { model, nameOf, messages, formatters } = parallel
  const run = model.runs[cursor]
  const count = within.reduce((sum, each) => sum + each, 0)
  return (
    <div className="runoff-param-readout">
      <p role="status">{messages.parallel.within(count, within.length, formatters.count)}</p>
      <p>{run === undefined ? messages.parallel.hint : <bdi>{nameOf(run)}</bdi>}</p>
    </div>
  )
}

function extremesOf({ judged, model, formatters }: Parallel): {
  readonly worst: string
  readonly best: string
} {
  const text = (place: number | undefined): string =>
    formatters.metric(place === undefined ? null : (judged.values[place] ?? null))
  return { worst: text(model.order.at(-1)), best: text(model.order[0]) }
}
