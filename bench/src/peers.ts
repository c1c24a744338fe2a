/** A chart that the bench measures. */
export interface Peer {
  /** Names its file in `charts/` and is what `--charts` takes. */
  readonly name: string
  readonly label: string
  /** The package whose version is printed; `null` where it is ours or the browser's. */
  readonly package: string | null
  /** How many points in all it can be asked for before a case takes minutes. */
  readonly mostPoints: number
  /** Draws precomputed pixels: only its redraw and append mean something. */
  readonly isFloor?: boolean
}

const aMillion = 1_000_000

export const peers: readonly Peer[] = [
  { name: 'runoff', label: 'Runoff', package: null, mostPoints: Infinity },
  { name: 'uplot', label: 'uPlot', package: 'uplot', mostPoints: Infinity },
  {
    name: 'lightweight',
    label: 'lightweight-charts',
    package: 'lightweight-charts',
    mostPoints: Infinity,
  },
  { name: 'echarts', label: 'ECharts', package: 'echarts', mostPoints: Infinity },
  { name: 'echartsLttb', label: 'ECharts, LTTB', package: 'echarts', mostPoints: Infinity },
  { name: 'chartjs', label: 'Chart.js', package: 'chart.js', mostPoints: Infinity },
  { name: 'plotly', label: 'Plotly', package: 'plotly.js-basic-dist-min', mostPoints: Infinity },
  { name: 'recharts', label: 'Recharts', package: 'recharts', mostPoints: aMillion },
  { name: 'visx', label: 'visx LinePath', package: '@visx/shape', mostPoints: aMillion },
  { name: 'xychart', label: 'visx XYChart', package: '@visx/xychart', mostPoints: aMillion },
  { name: 'floor', label: 'floor', package: null, mostPoints: Infinity, isFloor: true },
]

/** Runs and points of each run. */
export interface BenchCase {
  readonly runs: number
  readonly points: number
}

/** The case that grows at 20 Hz while long tasks are counted. */
export const liveCase: BenchCase = { runs: 20, points: 100_000 }

export const cases: readonly BenchCase[] = [
  { runs: 5, points: 1_000 },
  { runs: 20, points: 10_000 },
  { runs: 100, points: 10_000 },
  { runs: 5, points: 100_000 },
  liveCase,
  { runs: 5, points: aMillion },
]

/** `5x1k`, as `--cases` takes it. */
export function caseName({ runs, points }: BenchCase): string {
  return `${runs}x${short(points)}`
}

/** `5 × 1 k`, as the tables print it. */
export function caseLabel({ runs, points }: BenchCase): string {
  return `${runs} × ${short(points).replace(/(?=[kM])/, ' ')}`
}

function short(points: number): string {
  return points >= aMillion ? `${points / aMillion}M` : `${points / 1_000}k`
}
