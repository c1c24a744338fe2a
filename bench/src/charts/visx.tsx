import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useMemo, type ReactNode } from 'react'
import { size, type BenchData } from '../chart.ts'
import { mountRows, type RowChartProps } from './react.tsx'

const margin = { left: 48, bottom: 28 }

function extentOf({ columns }: BenchData): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const column of columns) {
    for (const value of column) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return [low, high]
}

function Chart({ data, domain }: RowChartProps): ReactNode {
  const extent = useMemo(() => extentOf(data), [data])
  const x = scaleLinear({ domain: [...domain], range: [margin.left, size.width] })
  const y = scaleLinear({ domain: extent, range: [size.height - margin.bottom, 0] })
  const places = useMemo(() => Array.from(data.steps, (_, i) => i), [data])
  return (
    <svg {...size}>
      {data.columns.map((column, run) => (
        <LinePath
          key={run}
          data={places}
          x={(i) => x(data.steps[i] ?? 0)}
          y={(i) => y(column[i] ?? 0)}
          stroke={`hsl(${(run * 47) % 360} 60% 45%)`}
        />
      ))}
      <AxisLeft scale={y} left={margin.left} />
      <AxisBottom scale={x} top={size.height - margin.bottom} />
    </svg>
  )
}

export const mount = mountRows(Chart)
