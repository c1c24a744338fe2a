import type { LossMode, MetricSeries } from '@runoff/core'
import {
  forwardRef,
  useMemo,
  useState,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGivenRunStyles, type RunStyles } from '../style/RunStylesProvider.tsx'
import { splitChartProps } from './chartProps.ts'
import type { ChartOptions, FigureAttributes } from './ChartRoot.tsx'
import { LineChart } from './LineChart.tsx'
import { lineSource, type LineSource, type SeriesInput, type SeriesMap } from './lineSource.ts'
import { LossModeControl } from './LossModeControl.tsx'
import { linesOf, type ChartLine, type ChartRun } from './model/chartLine.ts'

export interface LossChartProps extends ChartOptions, FigureAttributes {
  /** @default 'Loss' */
  readonly title?: string | undefined
  /** Training loss by run id; or a feed of it, whose new points are drawn without a render. */
  readonly trainSeries: SeriesInput
  /** Evaluation loss by run id. */
  readonly evalSeries: SeriesInput
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
const none: SeriesMap = new Map()

/**
 * Draws the loss of several runs: in training (solid), in evaluation (dashed), or both. It is
 * `MetricChart` with two series to a run and a choice between them. Renders a `<figure>`, which
 * takes all other attributes.
 */
export const LossChart: ForwardRefExoticComponent<LossChartProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, LossChartProps>(function LossChart(props, ref) {
    const { title, trainSeries, evalSeries, runs = noRuns, ...others } = props
    const { mode: givenMode, defaultMode = 'both', onModeChange, ...rest } = others
    const { options, figure } = splitChartProps(rest)
    const { charts } = useMessages()
    const [ownMode, setOwnMode] = useState(defaultMode)
    const mode = givenMode ?? ownMode
    const styles = useGivenRunStyles()
    const all = useMemo(
      () =>
        lineSource([trainSeries, evalSeries], ([train = none, evaluation = none]) =>
          bothPhases(train, evaluation, runs, styles),
        ),
      [trainSeries, evalSeries, runs, styles],
    )
    const source = useMemo(() => onlyMode(all, mode), [all, mode])
    const changeMode = (next: LossMode): void => {
      setOwnMode(next)
      onModeChange?.(next)
    }
    return (
      <LineChart
        title={title ?? charts.loss}
        subject={charts.modeTitle[mode]}
        source={source}
        runs={runs}
        longestName={longestName}
        mostRunsBelow={mostRunsBelow}
        controls={<LossModeControl mode={mode} onModeChange={changeMode} />}
        explanation={
          <p className="runoff-chart-meaning">{meaningOf(mode, charts.suffixMeaning)}</p>
        }
        {...options}
        figure={{ ...figure, ref }}
      />
    )
  })

function bothPhases(
  train: SeriesMap,
  evaluation: SeriesMap,
  runs: readonly ChartRun[],
  styles: RunStyles | null,
): readonly ChartLine[] {
  const known = withAllRuns(runs, train, evaluation)
  const lines = [
    ...linesOf(train, known, { phase: 'train', styles }),
    ...linesOf(evaluation, known, { phase: 'eval', styles }),
  ]
  const ofRun = ({ runId }: ChartLine): readonly MetricSeries[] =>
    [train.get(runId), evaluation.get(runId)].filter((series) => series !== undefined)
  return inRunOrder(
    known,
    lines.map((line) => ({ ...line, ofRun: ofRun(line) })),
  )
}

/** The lines of one phase alone, or of both. */
function onlyMode(all: LineSource, mode: LossMode): LineSource {
  if (mode === 'both') return all
  let held: { readonly of: readonly ChartLine[]; readonly lines: readonly ChartLine[] } | null =
    null
  return {
    ...all,
    get() {
      const of = all.get()
      if (held?.of !== of) held = { of, lines: of.filter(({ phase }) => phase === mode) }
      return held.lines
    },
  }
}

/** Both phases must give a run the same colour, also one that has only one of them. */
function withAllRuns(
  runs: readonly ChartRun[],
  trainSeries: SeriesMap,
  evalSeries: SeriesMap,
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
