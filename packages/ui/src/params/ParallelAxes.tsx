import { AxisLeft } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { memo, type MemoExoticComponent, type ReactNode } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { axisTicks } from './geometry/axisTicks.ts'
import type { ParallelLayout } from './geometry/parallelLayout.ts'
import type { ParallelAxis } from './parallelModel.ts'

export interface ParallelAxesProps {
  readonly axes: readonly ParallelAxis[]
  readonly layout: ParallelLayout
  /** What stands under the name of a log axis. */
  readonly log: string
  readonly formatters: Formatters
}

const pxPerTick = 46
const pxPerCategory = 20
const characterPx = 7
const tickCharacters = 10
const labelOffset = 6
const headDrop = 12
const scaleDrop = 24

/** Draws the axes with their names and ticks. Renders an `<svg>`. */
export const ParallelAxes: MemoExoticComponent<(props: ParallelAxesProps) => ReactNode> =
  /* @__PURE__ */ memo(function ParallelAxes(props: ParallelAxesProps): ReactNode {
    const { axes, layout, log, formatters } = props
    const { xs, top, height, width } = layout
    const room = (xs[1] ?? width) - (xs[0] ?? 0)
    const longest = Math.max(4, Math.floor((room - 8) / characterPx))
    return (
      <svg className="runoff-chart-axes" aria-hidden="true" focusable="false">
        {axes.map(({ id, label, axis, column }, place) => {
          const x = xs[place] ?? 0
          const perTick = axis.scale === 'category' ? pxPerCategory : pxPerTick
          const ticks = axisTicks(axis, {
            categories: column.categories,
            count: height / perTick,
            longest: tickCharacters,
            formatters,
          })
          const scale = scaleLinear<number>({ domain: [axis.low, axis.high], range: [height, 0] })
          return (
            <Group key={id} left={x} top={0}>
              <text className="runoff-param-axis-name" y={headDrop} textAnchor="middle">
                <title>{label}</title>
                {shortenMiddle(label, longest)}
              </text>
              {axis.scale === 'log' && (
                <text y={scaleDrop} textAnchor="middle">
                  {log}
                </text>
              )}
              <AxisLeft scale={scale} tickValues={ticks.map(({ value }) => value)} top={top}>
                {({ ticks: placed }) => (
                  <>
                    <line className="runoff-chart-baseline" y2={height} />
                    {placed.map(({ value, index, from }) => (
                      <text
                        key={Number(value)}
                        className="runoff-param-tick"
                        x={-labelOffset}
                        y={from.y}
                        dy="0.32em"
                        textAnchor="end"
                      >
                        {ticks[index]?.label}
                      </text>
                    ))}
                  </>
                )}
              </AxisLeft>
            </Group>
          )
        })}
      </svg>
    )
  })
