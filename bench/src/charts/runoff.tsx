import { defineSeries, type MetricSeries } from '@runoff/core'
import { MetricChart } from '@runoff/ui'
import '@runoff/ui/styles.css'
import { useMemo, type ReactNode } from 'react'
import { size, type BenchData } from '../chart.ts'
import { mountReact, type ReactChartProps } from './react.tsx'

/** The columns as they are: making them into series is no part of any chart's work. */
function seriesOf({ steps, columns }: BenchData): ReadonlyMap<string, MetricSeries> {
  const empty = defineSeries([])
  return new Map(
    columns.map((values, run) => [`run-${run}`, { ...empty, steps, values, total: steps.length }]),
  )
}

function Chart({ data, domain }: ReactChartProps): ReactNode {
  const series = useMemo(() => seriesOf(data), [data])
  return <MetricChart {...size} title="Loss" series={series} xDomain={domain} />
}

export const mount = mountReact(Chart)
