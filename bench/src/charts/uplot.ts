import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'

const rows = ({ steps, columns }: BenchData): uPlot.AlignedData => [steps, ...columns]

export const mount: MountChart = (place, data) => {
  const series = data.columns.map((_, run) => ({
    label: `run-${run}`,
    stroke: colorOf(run),
    width: 1,
    points: { show: false },
  }))
  const options = { ...size, scales: { x: { time: false } }, series: [{}, ...series] }
  const chart = new uPlot({ ...options, legend: { show: false } }, rows(data), place)
  return {
    zoom: (min, max) => chart.setScale('x', { min, max }),
    grow: (grown) => chart.setData(rows(grown)),
    surface: () => chart.over,
    remove: () => chart.destroy(),
  }
}
