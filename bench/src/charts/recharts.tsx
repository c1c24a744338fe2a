import { useMemo, type ReactNode } from 'react'
import { Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { colorOf, size, type MountChart } from '../chart.ts'
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
      <Tooltip isAnimationActive={false} />
      {data.columns.map((_, run) => (
        <Line
          key={run}
          dataKey={`run-${run}`}
          stroke={colorOf(run)}
          strokeWidth={1}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}

export const mount: MountChart = mountRows(Chart)
