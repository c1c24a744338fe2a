import { defaultObjective, type Objective, type Run } from '@runoff/core'
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { judgedNotes } from './judgedNotes.ts'
import { ParamFigure } from './ParamFigure.tsx'
import { ParamSelect } from './ParamSelect.tsx'
import { ParamState } from './ParamState.tsx'
import { paramLabel } from './paramWords.ts'
import { ScatterPlot } from './ScatterPlot.tsx'
import { scatterNotes, scatterRows, scatterSummary } from './scatterWords.ts'
import { useChosen } from './useChosen.ts'
import { usePlotWidth } from './usePlotWidth.ts'
import { useScatter, type Scatter } from './useScatter.ts'

export interface ParamScatterProps extends FigureAttributes {
  /** All runs that are compared; `null` while they are on their way. */
  readonly runs: readonly Run[] | null
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective | undefined
  /** The parameter along x; `null` leaves the choice to the part. */
  readonly param?: string | null | undefined
  /** @default the learning rate, or else the first parameter that differs between the runs */
  readonly defaultParam?: string | null | undefined
  readonly onParamChange?: ((param: string | null) => void) | undefined
  /** The run that the cursor stands on, here and in other parts. */
  readonly highlightedRunId?: string | null | undefined
  readonly onHighlightedRunChange?: ((runId: string | null) => void) | undefined
  /** Of the plot with its axes, in CSS pixels. @default 280 */
  readonly height?: number | undefined
}

/**
 * One parameter against the objective, a point for each completed run. Needs no provider around it;
 * within a `RunStylesProvider` runs have the colours that they have in other parts. Renders a
 * `<figure>`, which takes all other attributes.
 *
 * The x axis is linear, logarithmic or one of categories, as the parameter's values are. Arrow keys
 * move a cursor over the points.
 */
export const ParamScatter: ForwardRefExoticComponent<
  ParamScatterProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, ParamScatterProps>(function ParamScatter(props, ref) {
  const { runs, objective = defaultObjective, height = 280, ...rest } = props
  const { param: given, defaultParam = null, onParamChange, ...others } = rest
  const { highlightedRunId, onHighlightedRunChange, ...figure } = others
  const { params: messages, format } = useMessages()
  const [chosen, choose] = useChosen<string | null>({
    value: given,
    initial: defaultParam,
    onChange: onParamChange,
  })
  const [cursorRunId, setCursor] = useChosen<string | null>({
    value: highlightedRunId,
    initial: null,
    onChange: onHighlightedRunChange,
  })
  const { parentRef, width } = usePlotWidth()
  const scatter = useScatter(runs, objective, chosen)
  const { names, param, model, words, state } = scatter
  const columns = [messages.run, paramLabel(words.param), metricTitle(objective.metric, format)]
  return (
    <ParamFigure
      title={words.title}
      summary={model === null ? '' : scatterSummary(model, words)}
      notes={notesOf(scatter)}
      controls={
        param !== null && (
          <ParamSelect
            label={messages.scatter.param}
            options={names.map((name) => [name, paramLabel(name)])}
            value={param}
            onValueChange={choose}
          />
        )
      }
      table={model === null ? null : { columns, rows: () => scatterRows(model, words) }}
      figure={{ ...figure, ref }}
    >
      <div ref={parentRef} className="runoff-chart-measure">
        {model === null ? (
          <ParamState height={height}>{state}</ParamState>
        ) : (
          <ScatterPlot
            model={model}
            words={words}
            width={width}
            height={height}
            cursorRunId={cursorRunId}
            onCursorChange={setCursor}
          />
        )}
      </div>
    </ParamFigure>
  )
})

function notesOf({ model, judged, words }: Scatter): readonly string[] {
  return model === null
    ? judgedNotes(judged, words.objective, words)
    : scatterNotes(model, judged, words)
}
