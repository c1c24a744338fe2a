import { forwardRef, useMemo, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGivenRunStyles } from '../style/RunStylesProvider.tsx'
import type { ChartOptions, FigureAttributes } from './ChartRoot.tsx'
import { splitChartProps } from './chartProps.ts'
import { LineChart } from './LineChart.tsx'
import { lineSource, type SeriesInput } from './lineSource.ts'
import { linesOf, type ChartRun } from './model/chartLine.ts'

export interface MetricChartProps extends ChartOptions, FigureAttributes {
  /** The name of the metric, and of the figure: 'Learning rate'. */
  readonly title: string
  /** By run id; or a feed of it, whose new points are drawn without a render. */
  readonly series: SeriesInput
  /**
   * All runs of the comparison, in its order, also those without this metric: names come from
   * here, and colours, so that a run looks the same in every chart.
   */
  readonly runs?: readonly ChartRun[] | undefined
}

const longestName = 18
const mostRunsBelow = 3
const noRuns: readonly ChartRun[] = []

/**
 * Draws one metric of several runs, every point of it. Needs no provider around it; within a
 * `ChartGroup` it shares crosshair and zoom. Renders a `<figure>`, which takes all other attributes.
 */
export const MetricChart: ForwardRefExoticComponent<MetricChartProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, MetricChartProps>(function MetricChart(props, ref) {
    const { title, series, runs = noRuns, ...rest } = props
    const { options, figure } = splitChartProps(rest)
    const styles = useGivenRunStyles()
    const unnamed = useMessages().picker.unnamedRun
    const source = useMemo(
      () => lineSource([series], ([map = new Map()]) => linesOf(map, runs, { styles, unnamed })),
      [series, runs, styles, unnamed],
    )
    return (
      <LineChart
        title={title}
        source={source}
        runs={runs}
        longestName={longestName}
        mostRunsBelow={mostRunsBelow}
        {...options}
        figure={{ ...figure, ref }}
      />
    )
  })
