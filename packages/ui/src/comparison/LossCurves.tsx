import { useMemo, type ReactNode } from 'react'
import { LossChart } from '../charts/LossChart.tsx'
import type { LossMode } from '../charts/messages.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ChartSkeleton } from './ChartSkeleton.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { isAwaited, seriesOf, type CurveData } from './curveData.ts'

export interface LossCurvesProps {
  readonly data: CurveData
  readonly mode: LossMode
  readonly onModeChange: (mode: LossMode) => void
}

/** The chart of the losses, or its place while they are on their way. */
export function LossCurves({ data, mode, onModeChange }: LossCurvesProps): ReactNode {
  const { charts } = useMessages()
  const { metricsMap, runs } = data
  const trainSeries = useMemo(() => seriesOf(metricsMap, 'train/loss'), [metricsMap])
  const evalSeries = useMemo(() => seriesOf(metricsMap, 'eval/loss'), [metricsMap])
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
        mode={mode}
        onModeChange={onModeChange}
        height={lossHeight}
      />
    </ComparisonPart>
  )
}

/** The loss is what people look at first and longest. */
const lossHeight = 360
