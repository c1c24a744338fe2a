import { appendPoints, defineSeries, type MetricSeries } from '@runoff/core'
import { MetricChart } from '@runoff/ui'
import '@runoff/ui/styles.css'
import './runoff.css'
import type { ReactNode } from 'react'
import { size, type BenchData, type MountChart } from '../chart.ts'
import { mountReact } from './react.tsx'

type Series = ReadonlyMap<string, MetricSeries>

/** The legend stands beside the plot, and the plot is to be as wide as the others'. */
const legendPx = 176
const figure = { width: size.width + legendPx, height: size.height }

/** The columns as they are: making them into series is no part of any chart's work. */
function seriesOf({ steps, columns }: BenchData): Series {
  const empty = defineSeries([])
  return new Map(
    columns.map((values, run) => [`run-${run}`, { ...empty, steps, values, total: steps.length }]),
  )
}

/** The last point of each run, added the way a live run's points are. */
function grown(series: Series, { steps, columns }: BenchData): Series {
  const step = steps.at(-1) ?? 0
  return new Map(
    Array.from(series, ([id, own], run) => [
      id,
      appendPoints(own, [{ step, value: columns[run]?.at(-1) ?? NaN }]),
    ]),
  )
}

interface ChartProps {
  readonly data: Series
  readonly domain: readonly [number, number]
}

function Chart({ data, domain }: ChartProps): ReactNode {
  return <MetricChart {...figure} title="Loss" series={data} xDomain={domain} />
}

export const mount: MountChart = (place, data) => {
  let series = seriesOf(data)
  const whole = (end: number): readonly [number, number] => [0, end - 1]
  const chart = mountReact(Chart, place, { data: series, domain: whole(data.steps.length) })
  return {
    zoom: (from, to) => chart.show({ domain: [from, to] }),
    grow: (more) => {
      series = grown(series, more)
      chart.show({ data: series, domain: whole(more.steps.length) })
    },
    surface: () => place.querySelector('[role="application"]'),
    remove: chart.remove,
  }
}
