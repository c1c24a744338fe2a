import { AxisBottom, AxisLeft } from '@visx/axis'
import { GridRows } from '@visx/grid'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import type { ReactNode } from 'react'
import type { Viewport } from '../geometry/viewport.ts'
import { round } from './engine/placeTicks.ts'
import type { PlotLayout } from './engine/scene.ts'
import type { Tick } from './model/ticks.ts'

export interface ChartAxesProps {
  readonly viewport: Viewport
  readonly layout: PlotLayout
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly xLabel: string
}

const tickLength = 4
const tickLabelOffset = 8
/** From the axis down to the base of its labels, and of its name. */
const xLabelDrop = 18
const xNameDrop = 35

/**
 * Draws axes and grid beneath the lines. Renders an `<svg>`.
 *
 * Each tick carries its value in `data-x` or `data-y`: between two renders the engine moves them.
 */
export function ChartAxes({ viewport, layout, xTicks, yTicks, xLabel }: ChartAxesProps): ReactNode {
  const { left, top, width, height } = layout
  const x = scaleLinear<number>({ domain: [viewport.from, viewport.to], range: [0, width] })
  const y = scaleLinear<number>({ domain: [viewport.low, viewport.high], range: [height, 0] })
  const xValues = xTicks.map(({ value }) => value)
  const yValues = yTicks.map(({ value }) => value)
  return (
    <svg className="runoff-chart-axes" aria-hidden="true" focusable="false">
      <GridRows scale={y} width={width} tickValues={yValues} left={left} top={top}>
        {({ lines }) =>
          lines.map(({ index, from }) => (
            <line
              key={yValues[index]}
              className="runoff-chart-grid"
              data-y={yValues[index]}
              transform={`translate(0,${round(from.y ?? 0)})`}
              x2={width}
            />
          ))
        }
      </GridRows>
      <AxisLeft scale={y} tickValues={yValues} left={left} top={top}>
        {({ ticks }) =>
          ticks.map(({ value, index, from }) => (
            <Group
              key={Number(value)}
              className="runoff-chart-tick"
              data-y={Number(value)}
              transform={`translate(0,${round(from.y)})`}
            >
              <text x={-tickLabelOffset} dy="0.32em" textAnchor="end">
                {yTicks[index]?.label}
              </text>
            </Group>
          ))
        }
      </AxisLeft>
      <AxisBottom scale={x} tickValues={xValues} left={left} top={top + height}>
        {({ ticks }) => (
          <>
            <line className="runoff-chart-baseline" x2={width} />
            {ticks.map(({ value, index, from }) => (
              <Group
                key={Number(value)}
                className="runoff-chart-tick"
                data-x={Number(value)}
                transform={`translate(${round(from.x)},0)`}
              >
                <line y2={tickLength} />
                <text y={xLabelDrop} textAnchor="middle">
                  {xTicks[index]?.label}
                </text>
              </Group>
            ))}
            <text className="runoff-chart-axis-name" x={width} y={xNameDrop} textAnchor="end">
              {xLabel}
            </text>
          </>
        )}
      </AxisBottom>
    </svg>
  )
}
