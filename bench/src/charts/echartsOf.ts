import { LineChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { colorOf, size, type BenchData, type MountChart } from '../chart.ts'

echarts.use([LineChart, DataZoomInsideComponent, GridComponent, TooltipComponent, CanvasRenderer])

/** x and y by turns: the layout that ECharts keeps as it is. */
function pairs({ steps }: BenchData, column: Float64Array): Float64Array {
  const flat = new Float64Array(2 * column.length)
  for (let i = 0; i < column.length; i++) {
    flat[2 * i] = steps[i] ?? 0
    flat[2 * i + 1] = column[i] ?? 0
  }
  return flat
}

/** ECharts as its documentation has it for many points, with a sampling or without. */
export function mountECharts(sampling: 'lttb' | null): MountChart {
  const seriesOf = (data: BenchData) =>
    data.columns.map((column, run) => ({
      id: `run-${run}`,
      type: 'line' as const,
      data: pairs(data, column),
      dimensions: ['step', 'loss'],
      showSymbol: false,
      lineStyle: { width: 1, color: colorOf(run) },
      itemStyle: { color: colorOf(run) },
      emphasis: { disabled: true },
      ...(sampling === null ? {} : { sampling }),
    }))
  return (place, data) => {
    const chart = echarts.init(place, null, { ...size, renderer: 'canvas' })
    chart.setOption({
      animation: false,
      grid: { left: 50, right: 10, top: 10, bottom: 30 },
      xAxis: { type: 'value', min: 'dataMin', max: 'dataMax' },
      yAxis: { type: 'value', scale: true },
      dataZoom: [{ type: 'inside', start: 0, end: 100 }],
      tooltip: { trigger: 'axis', transitionDuration: 0, axisPointer: { animation: false } },
      series: seriesOf(data),
    })
    return {
      zoom: (startValue, endValue) =>
        chart.dispatchAction({ type: 'dataZoom', startValue, endValue }),
      grow: (grown) =>
        chart.setOption({ dataZoom: [{ start: 0, end: 100 }], series: seriesOf(grown) }),
      surface: () => place.querySelector('canvas'),
      remove: () => chart.dispose(),
    }
  }
}
