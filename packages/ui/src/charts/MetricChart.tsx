import type { MetricSeries } from '@runoff/core'
import { forwardRef, useMemo, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { useGivenRunStyles } from '../style/RunStylesProvider.tsx'
import { ChartFigure, type ChartOptions, type FigureAttributes } from './ChartFigure.tsx'
import { linesOf, type ChartRun } from './model/chartLine.ts'

export interface MetricChartProps extends ChartOptions, FigureAttributes {
  /** The name of the metric, and of the figure: 'Learning rate'. */
  readonly title: string
  /** By run id. */
  readonly series: ReadonlyMap<string, MetricSeries>
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
    const { xAxis, yScale, xDomain, onXDomainChange, width, height, ...figure } = rest
    const styles = useGivenRunStyles()
    const lines = useMemo(() => linesOf(series, runs, { styles }), [series, runs, styles])
    return (
      <ChartFigure
        title={title}
        lines={lines}
        runs={runs}
        longestName={longestName}
        mostRunsBelow={mostRunsBelow}
        {...{ xAxis, yScale, xDomain, onXDomainChange, width, height }}
        figure={{ ...figure, ref }}
      />
    )
  })
