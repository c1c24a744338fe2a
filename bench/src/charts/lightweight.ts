import {
  createChart,
  LineSeries,
  type LineData,
  type LineWidth,
  type UTCTimestamp,
} from 'lightweight-charts'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'

/** Its x is a time; a step stands for so many seconds. */
const timeOf = (step: number): UTCTimestamp => step as UTCTimestamp

function pointsOf({ steps }: BenchData, column: Float64Array): LineData<UTCTimestamp>[] {
  return Array.from(column, (value, i) => ({ time: timeOf(steps[i] ?? 0), value }))
}

const lineWidth: LineWidth = 1

export const mount: MountChart = (place, data) => {
  const chart = createChart(place, {
    ...size,
    layout: { attributionLogo: false },
    localization: { timeFormatter: String },
    timeScale: {
      // The default of half a pixel would refuse to show all points at once.
      minBarSpacing: 1e-6,
      enableConflation: true,
      // Its documentation advises this from so many points on.
      precomputeConflationOnInit: data.steps.length > 10_000,
      tickMarkFormatter: String,
    },
  })
  const lines = data.columns.map((column, run) => {
    const line = chart.addSeries(LineSeries, {
      color: colorOf(run),
      lineWidth,
      priceLineVisible: false,
      lastValueVisible: false,
    })
    line.setData(pointsOf(data, column))
    return line
  })
  const show = (from: number, to: number): void =>
    chart.timeScale().setVisibleLogicalRange({ from, to })
  show(0, data.steps.length - 1)
  return {
    zoom: show,
    grow: ({ steps, columns }) => {
      const time = timeOf(steps.at(-1) ?? 0)
      lines.forEach((line, run) => line.update({ time, value: columns[run]?.at(-1) ?? 0 }))
      show(0, steps.length - 1)
    },
    surface: () => place.querySelector('td:nth-child(2) canvas'),
    remove: () => chart.remove(),
  }
}
