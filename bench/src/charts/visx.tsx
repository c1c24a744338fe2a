import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { memo, useMemo, useState, type PointerEvent, type ReactNode } from 'react'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'
import { extentOf } from '../data.ts'
import { mountRows, type RowChartProps } from './react.tsx'

type Scale = ReturnType<typeof scaleLinear<number>>

interface MarksProps {
  readonly data: BenchData
  readonly x: Scale
  readonly y: Scale
}

const margin = { left: 48, bottom: 28 }
const plot = { width: size.width - margin.left, height: size.height - margin.bottom }

/** Apart and remembered, so that a move of the pointer does not draw the lines again. */
const Lines = memo(function Lines({ data, x, y }: MarksProps): ReactNode {
  const places = useMemo(() => Array.from(data.steps, (_, i) => i), [data])
  return (
    <>
      {data.columns.map((column, run) => (
        <LinePath
          key={run}
          data={places}
          x={(i) => x(data.steps[i] ?? 0)}
          y={(i) => y(column[i] ?? 0)}
          stroke={colorOf(run)}
          strokeWidth={1}
        />
      ))}
      <AxisLeft scale={y} left={margin.left} />
      <AxisBottom scale={x} top={plot.height} />
    </>
  )
})

/** visx leaves hovering to its user: the least that shows the values under the pointer. */
function Crosshair({ data, x, y }: MarksProps): ReactNode {
  const [place, setPlace] = useState<number | null>(null)
  const follow = (event: PointerEvent<SVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const step = Math.round(x.invert(event.clientX - left + margin.left))
    setPlace(Math.max(0, Math.min(data.steps.length - 1, step)))
  }
  return (
    <>
      {place !== null && (
        <g>
          <line x1={x(place)} x2={x(place)} y2={plot.height} stroke="gray" />
          {data.columns.map((column, run) => (
            <circle key={run} cx={x(place)} cy={y(column[place] ?? 0)} r={3} fill={colorOf(run)} />
          ))}
        </g>
      )}
      <rect x={margin.left} {...plot} fill="transparent" onPointerMove={follow} />
    </>
  )
}

function Chart({ data, domain }: RowChartProps): ReactNode {
  const [low, high] = useMemo(() => extentOf(data), [data])
  const [from, to] = domain
  const x = useMemo(
    () => scaleLinear<number>({ domain: [from, to], range: [margin.left, size.width] }),
    [from, to],
  )
  const y = useMemo(
    () => scaleLinear<number>({ domain: [low, high], range: [plot.height, 0] }),
    [low, high],
  )
  return (
    <svg {...size}>
      <Lines data={data} x={x} y={y} />
      <Crosshair data={data} x={x} y={y} />
    </svg>
  )
}

export const mount: MountChart = mountRows(Chart)
