import { useMemo, type ReactNode } from 'react'
import { Line, LineChart, XAxis, YAxis } from 'recharts'
import { size } from '../chart.ts'
import { mountRows, type RowChartProps } from './react.tsx'

function Chart({ data, domain }: RowChartProps): ReactNode {
  const rows = useMemo(
    () =>
      Array.from(data.steps, (step, i) => ({
        step,
        ...Object.fromEntries(data.columns.map((column, run) => [`run-${run}`, column[i]])),
      })),
    [data],
  )
  return (
    <LineChart {...size} data={rows}>
      <XAxis dataKey="step" type="number" domain={[...domain]} allowDataOverflow />
      <YAxis />
      {data.columns.map((_, run) => (
        <Line
          key={run}
          dataKey={`run-${run}`}
          stroke={`hsl(${(run * 47) % 360} 60% 45%)`}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}

export const mount = mountRows(Chart)
