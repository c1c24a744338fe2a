import { Axis, LineSeries, Tooltip, XYChart } from '@visx/xychart'
import { useMemo, type ReactNode } from 'react'
import { colorOf, size, type MountChart } from '../chart.ts'
import { mountRows, type RowChartProps } from './react.tsx'

/** Its data must be objects; the runs share them. */
interface Place {
  readonly step: number
  readonly i: number
}

const stepAt = ({ step }: Place): number => step
const margin = { top: 10, right: 10, bottom: 30, left: 50 }
const yScale = { type: 'linear' as const, zero: false }

function Chart({ data, domain }: RowChartProps): ReactNode {
  const places = useMemo(() => Array.from(data.steps, (step, i): Place => ({ step, i })), [data])
  const [from, to] = domain
  const xScale = useMemo(
    () => ({ type: 'linear' as const, domain: [from, to], zero: false }),
    [from, to],
  )
  const lines = useMemo(
    () =>
      data.columns.map((column, run) => ({
        key: `run-${run}`,
        color: colorOf(run),
        valueAt: ({ i }: Place) => column[i] ?? 0,
      })),
    [data],
  )
  return (
    <XYChart {...size} margin={margin} xScale={xScale} yScale={yScale}>
      <Axis orientation="left" />
      <Axis orientation="bottom" />
      {lines.map(({ key, color, valueAt }) => (
        <LineSeries
          key={key}
          dataKey={key}
          data={places}
          xAccessor={stepAt}
          yAccessor={valueAt}
          stroke={color}
          strokeWidth={1}
        />
      ))}
      <Tooltip<Place>
        snapTooltipToDatumX
        showVerticalCrosshair
        renderTooltip={({ tooltipData }) => tooltipData?.nearestDatum?.key}
      />
    </XYChart>
  )
}

export const mount: MountChart = mountRows(Chart)
