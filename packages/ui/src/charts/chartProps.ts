import type { ChartOptions, FigureAttributes } from './ChartRoot.tsx'

/** Returns what a chart takes itself, and what it passes on to its `<figure>`. */
export function splitChartProps(props: ChartOptions & FigureAttributes): {
  readonly options: ChartOptions
  readonly figure: FigureAttributes
} {
  const { xAxis, xScale, yScale, yRange, smoothing, grouping, ...rest } = props
  const { xDomain, onXDomainChange, yDomain, width, height, marks, ...figure } = rest
  return {
    options: {
      xAxis,
      xScale,
      yScale,
      yRange,
      smoothing,
      grouping,
      xDomain,
      onXDomainChange,
      yDomain,
      width,
      height,
      marks,
    },
    figure,
  }
}
