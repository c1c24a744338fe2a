import {
  Chart,
  Decimation,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type Point,
} from 'chart.js'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip)

function pointsOf({ steps }: BenchData, column: Float64Array): Point[] {
  return Array.from(column, (y, i) => ({ x: steps[i] ?? 0, y }))
}

/** What its documentation says a scale costs least with: labels that need not be measured and turned. */
const ticks = { sampleSize: 5, minRotation: 0, maxRotation: 0 }

export const mount: MountChart = (place, data) => {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  place.append(canvas)
  const rows = data.columns.map((column) => pointsOf(data, column))
  const x = { type: 'linear' as const, min: 0, max: data.steps.length - 1, ticks }
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: rows.map((points, run) => ({
        label: `run-${run}`,
        data: points,
        borderColor: colorOf(run),
        borderWidth: 1,
      })),
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: false,
      spanGaps: true,
      elements: { point: { radius: 0 } },
      interaction: { mode: 'index', intersect: false },
      plugins: { decimation: { enabled: true, algorithm: 'min-max' } },
      scales: { x, y: { type: 'linear', ticks } },
    },
  })
  const show = (min: number, max: number): void => {
    chart.options.scales = { ...chart.options.scales, x: { ...x, min, max } }
    chart.update('none')
  }
  return {
    zoom: show,
    grow: ({ steps, columns }) => {
      const step = steps.at(-1) ?? 0
      rows.forEach((points, run) => points.push({ x: step, y: columns[run]?.at(-1) ?? 0 }))
      chart.data.datasets.forEach((dataset, run) => {
        dataset.data = rows[run] ?? []
      })
      show(0, step)
    },
    surface: () => canvas,
    remove: () => chart.destroy(),
  }
}
