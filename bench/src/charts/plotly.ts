import Plotly from 'plotly.js-basic-dist-min'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'

const config = { displayModeBar: false, responsive: false }

const tracesOf = ({ steps, columns }: BenchData): object[] =>
  columns.map((column, run) => ({
    type: 'scatter',
    mode: 'lines',
    name: `run-${run}`,
    x: steps,
    y: column,
    line: { color: colorOf(run), width: 1 },
  }))

/** A new object each time: `react` compares by identity. */
const layoutOf = ({ steps }: BenchData): object => ({
  ...size,
  showlegend: false,
  hovermode: 'closest',
  margin: { l: 50, r: 10, t: 10, b: 30 },
  xaxis: { range: [0, steps.length - 1] },
})

export const mount: MountChart = (place, data) => {
  void Plotly.newPlot(place, tracesOf(data), layoutOf(data), config)
  return {
    zoom: (from, to) => void Plotly.relayout(place, { 'xaxis.range': [from, to] }),
    grow: (grown) => void Plotly.react(place, tracesOf(grown), layoutOf(grown), config),
    surface: () => place.querySelector('.nsewdrag'),
    remove: () => Plotly.purge(place),
  }
}
