import type { MountChart } from '../chart.ts'
import { mountECharts } from './echartsOf.ts'

export const mount: MountChart = mountECharts('lttb')
