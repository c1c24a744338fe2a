import { AxisBottom, AxisLeft } from '@visx/axis'
import { GridRows } from '@visx/grid'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import type { ReactNode } from 'react'
import type { Viewport } from '../geometry/viewport.ts'
import { round } from './engine/placeTicks.ts'
import type { PlotLayout } from './engine/scene.ts'
import type { Tick } from './model/ticks.ts'

export interface AxesViewProps {
  readonly viewport: Viewport
  readonly layout: PlotLayout
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly xLabel: string
  /** Empty places for ticks that come before the next render. @default 0 */
  readonly spare?: number
}

const tickLength = 4
const tickLabelOffset = 8
/** From the axis down to the base of its labels, and of its name. */
const xLabelDrop = 18
const xNameDrop = 35

/**
 * Draws axes and grid beneath the lines. Renders an `<svg>`.
 *
 * Each tick is a place, `data-axis` says of which axis: between two renders an engine writes into
 * them and moves them.
 */
export function AxesView(props: AxesViewProps): ReactNode {
  const { viewport, layout, xTicks, yTicks, xLabel, spare = 0 } = props
  const { left, top, width, height } = layout
  const x = scaleLinear<number>({ domain: [viewport.from, viewport.to], range: [0, width] })
  const y = scaleLinear<number>({ domain: [viewport.low, viewport.high], range: [height, 0] })
  const xValues = xTicks.map(({ value }) => value)
  const yValues = yTicks.map(({ value }) => value)
  const spares = Array.from({ length: spare }, (_, index) => index)
  return (
    <svg data-part="axes" className="runoff-chart-axes" aria-hidden="true" focusable="false">
      <GridRows scale={y} width={width} tickValues={yValues} left={left} top={top}>
        {({ lines }) => (
          <>
            {lines.map(({ index, from }) => (
              <GridLine
                key={index}
                width={width}
                value={yValues[index]}
                transform={`translate(0,${round(from.y ?? 0)})`}
              />
            ))}
            {spares.map((index) => (
              <GridLine key={yValues.length + index} width={width} />
            ))}
          </>
        )}
      </GridRows>
      <AxisLeft scale={y} tickValues={yValues} left={left} top={top}>
        {({ ticks }) => (
          <>
            {ticks.map(({ index, from }) => (
              <YTick key={index} tick={yTicks[index]} transform={`translate(0,${round(from.y)})`} />
            ))}
            {spares.map((index) => (
              <YTick key={yValues.length + index} />
            ))}
          </>
        )}
      </AxisLeft>
      <AxisBottom scale={x} tickValues={xValues} left={left} top={top + height}>
        {({ ticks }) => (
          <>
            <line className="runoff-chart-baseline" x2={width} />
            {ticks.map(({ index, from }) => (
              <XTick key={index} tick={xTicks[index]} transform={`translate(${round(from.x)},0)`} />
            ))}
            {spares.map((index) => (
              <XTick key={xValues.length + index} />
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

interface TickProps {
  readonly tick?: Tick | undefined
  readonly transform?: string
}

function GridLine(props: {
  readonly width: number
  readonly value?: number | undefined
  readonly transform?: string
}): ReactNode {
  return (
    <line
      className="runoff-chart-grid"
      data-axis="grid"
      data-value={props.value}
      visibility={props.value === undefined ? 'hidden' : 'visible'}
      transform={props.transform}
      x2={props.width}
    />
  )
}

function YTick({ tick, transform }: TickProps): ReactNode {
  return (
    <Group
      className="runoff-chart-tick"
      data-axis="y"
      data-value={tick?.value}
      visibility={tick === undefined ? 'hidden' : 'visible'}
      transform={transform ?? ''}
    >
      <text x={-tickLabelOffset} dy="0.32em" textAnchor="end">
        {tick?.label ?? ''}
      </text>
    </Group>
  )
}

function XTick({ tick, transform }: TickProps): ReactNode {
  return (
    <Group
      className="runoff-chart-tick"
      data-axis="x"
      data-value={tick?.value}
      visibility={tick === undefined ? 'hidden' : 'visible'}
      transform={transform ?? ''}
    >
      <line y2={tickLength} />
      <text y={xLabelDrop} textAnchor="middle">
        {tick?.label ?? ''}
      </text>
    </Group>
  )
}
