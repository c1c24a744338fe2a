import type { MetricSeries } from '@runoff/core'
import {
  forwardRef,
  useMemo,
  useState,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGivenRunStyles } from '../style/RunStylesProvider.tsx'
import { ChartFigure, type ChartOptions, type FigureAttributes } from './ChartFigure.tsx'
import { LossModeControl } from './LossModeControl.tsx'
import type { LossMode } from './messages.ts'
import { linesOf, type ChartRun } from './model/chartLine.ts'

export interface LossChartProps extends ChartOptions, FigureAttributes {
  /** @default 'Loss' */
  readonly title?: string | undefined
  /** Training loss by run id. */
  readonly trainSeries: ReadonlyMap<string, MetricSeries>
  /** Evaluation loss by run id. */
  readonly evalSeries: ReadonlyMap<string, MetricSeries>
  /** As in `MetricChart`. */
  readonly runs?: readonly ChartRun[] | undefined
  /** Which curves are shown. Left out, the chart keeps it itself. */
  readonly mode?: LossMode | undefined
  /** @default 'both' */
  readonly defaultMode?: LossMode | undefined
  readonly onModeChange?: ((mode: LossMode) => void) | undefined
}

const longestName = 14
const mostRunsBelow = 2
const noRuns: readonly ChartRun[] = []

/**
 * Draws the loss of several runs: in training (solid), in evaluation (dashed), or both. It is
 * `MetricChart` with two series to a run and a choice between them. Renders a `<figure>`, which
 * takes all other attributes.
 */
export const LossChart: ForwardRefExoticComponent<LossChartProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, LossChartProps>(function LossChart(props, ref) {
    const { title, trainSeries, evalSeries, runs = noRuns, ...others } = props
    const { mode: givenMode, defaultMode = 'both', onModeChange, ...rest } = others
    const { xAxis, yScale, xDomain, onXDomainChange, width, height, ...figure } = rest
    const { charts } = useMessages()
    const [ownMode, setOwnMode] = useState(defaultMode)
    const mode = givenMode ?? ownMode
    const styles = useGivenRunStyles()
    const lines = useMemo(() => {
      const known = withAllRuns(runs, trainSeries, evalSeries)
      const train = linesOf(trainSeries, known, { phase: 'train', styles })
      const evaluation = linesOf(evalSeries, known, { phase: 'eval', styles })
      if (mode === 'train') return train
      return mode === 'eval' ? evaluation : inRunOrder(known, [...train, ...evaluation])
    }, [runs, trainSeries, evalSeries, mode, styles])
    const changeMode = (next: LossMode): void => {
      setOwnMode(next)
      onModeChange?.(next)
    }
    return (
      <ChartFigure
        title={title ?? charts.loss}
        subject={charts.modeTitle[mode]}
        lines={lines}
        runs={runs}
        longestName={longestName}
        mostRunsBelow={mostRunsBelow}
        controls={<LossModeControl mode={mode} onModeChange={changeMode} />}
        explanation={
          <p className="runoff-chart-meaning">{meaningOf(mode, charts.suffixMeaning)}</p>
        }
        {...{ xAxis, yScale, xDomain, onXDomainChange, width, height }}
        figure={{ ...figure, ref }}
      />
    )
  })

/** Both phases must give a run the same colour, also one that has only one of them. */
function withAllRuns(
  runs: readonly ChartRun[],
  trainSeries: ReadonlyMap<string, MetricSeries>,
  evalSeries: ReadonlyMap<string, MetricSeries>,
): readonly ChartRun[] {
  const known = new Set(runs.map(({ id }) => id))
  const others = new Set([...trainSeries.keys(), ...evalSeries.keys()])
  return [...runs, ...[...others].filter((id) => !known.has(id)).map((id) => ({ id, name: id }))]
}

function inRunOrder<Line extends { readonly runId: string }>(
  runs: readonly ChartRun[],
  lines: readonly Line[],
): readonly Line[] {
  const places = new Map(runs.map(({ id }, place) => [id, place]))
  return lines.toSorted((a, b) => (places.get(a.runId) ?? 0) - (places.get(b.runId) ?? 0))
}

function meaningOf(mode: LossMode, meaning: Readonly<Record<'train' | 'eval', string>>): string {
  return mode === 'both' ? `${meaning.train} · ${meaning.eval}` : meaning[mode]
}
