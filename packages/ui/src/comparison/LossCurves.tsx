import type { CurveMark, LossMode, Objective } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { LossChart } from '../charts/LossChart.tsx'
import { useCurveMarks } from '../charts/marks/useCurveMarks.ts'
import type { Grouping } from '../charts/model/groupLines.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ChartSkeleton } from './ChartSkeleton.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { isAwaited, seriesOf, type CurveData } from './curveData.ts'

export interface LossCurvesProps {
  readonly data: CurveData
  readonly objective: Objective
  readonly grouping: Grouping | null
  readonly mode: LossMode
  readonly onModeChange: (mode: LossMode) => void
}

/** The chart of the losses, or its place while they are on their way. */
export function LossCurves(props: LossCurvesProps): ReactNode {
  const { data, objective, grouping, mode, onModeChange } = props
  const { charts } = useMessages()
  const { metricsMap, runs, inputOf } = data
  const trainSeries = useMemo(() => inputOf('train/loss'), [inputOf])
  const evalSeries = useMemo(() => inputOf('eval/loss'), [inputOf])
  const marks = useLossMarks(data, objective)
  if (isAwaited(data, 'train/loss') && isAwaited(data, 'eval/loss')) {
    return <ChartSkeleton size="large" />
  }
  return (
    <ComparisonPart name={charts.loss} resetKey={metricsMap}>
      <LossChart
        className="runoff-comparison-loss"
        trainSeries={trainSeries}
        evalSeries={evalSeries}
        runs={runs}
        grouping={grouping}
        marks={marks}
        mode={mode}
        onModeChange={onModeChange}
        height={lossHeight}
      />
    </ComparisonPart>
  )
}

/** In training only what went wrong is marked: nobody keeps a run for its best training loss. */
function useLossMarks(
  { metricsMap, runs }: CurveData,
  objective: Objective,
): ReadonlyMap<string, readonly CurveMark[]> {
  const train = useMemo(() => seriesOf(metricsMap, 'train/loss'), [metricsMap])
  const evaluation = useMemo(() => seriesOf(metricsMap, 'eval/loss'), [metricsMap])
  const isObjective = objective.metric === 'eval/loss'
  const ofTrain = useCurveMarks({ series: train, runs, goal: null, isObjective: false })
  const ofEval = useCurveMarks({ series: evaluation, runs, goal: 'min', isObjective })
  return useMemo(() => {
    const ids = new Set([...ofEval.keys(), ...ofTrain.keys()])
    return new Map(
      Array.from(ids, (id) => [id, [...(ofEval.get(id) ?? []), ...(ofTrain.get(id) ?? [])]]),
    )
  }, [ofTrain, ofEval])
}

/** The loss is what people look at first and longest. */
const lossHeight = 360
