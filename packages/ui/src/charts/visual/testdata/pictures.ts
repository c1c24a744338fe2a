import type { MetricChartProps } from '../../MetricChart.tsx'
import { decades } from '../../testdata/axisStates.ts'
import { lossCurve, lossSeries, runNames, runsOf } from '../../testdata/chartData.ts'
import { seededRuns, seededSeries, seedGroups } from '../../testdata/groupStates.ts'
import { markedRuns, markedSeries, marks } from '../../testdata/markStates.ts'
import {
  bothSidesOfZero,
  noisy,
  notFinite,
  outliers,
  touchesZero,
} from '../../testdata/valueStates.ts'

/** What is drawn in a picture, and what is done to it before it is looked at. */
export interface Picture {
  readonly chart: Partial<MetricChartProps> & Pick<MetricChartProps, 'series'>
  /** Keys that are pressed in the plot. */
  readonly keys?: string
  /** The run that the pointer rests on in the legend. */
  readonly hovered?: string
}

const sweep = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `sweep-${i + 1}`)
const curvesOf = (names: readonly string[], points: number): Picture['chart'] => ({
  series: lossSeries(names, points),
  runs: runsOf(names),
})

/** The pictures that are kept, by the name of their file. */
export const pictures: ReadonlyMap<string, Picture> = new Map<string, Picture>([
  ['three-runs', { chart: curvesOf(runNames.slice(0, 3), 40) }],
  ['many-runs', { chart: curvesOf(sweep(12), 10) }],
  ['dense', { chart: { series: new Map([['long', lossCurve(3, 100_000, { noise: 0.4 })]]) } }],
  ['not-finite', { chart: { series: notFinite } }],
  ['log', { chart: { series: touchesZero, yScale: 'log' } }],
  ['symlog', { chart: { series: bothSidesOfZero, yScale: 'symlog' } }],
  ['log-x', { chart: { series: decades, xScale: 'log' } }],
  ['outliers-cut', { chart: { series: outliers, yRange: 'percentile' } }],
  ['smoothed', { chart: { series: noisy, smoothing: { kind: 'ema', weight: 0.9 } } }],
  [
    'bands',
    { chart: { series: seededSeries, runs: seededRuns, grouping: { groups: seedGroups } } },
  ],
  [
    'members',
    {
      chart: {
        series: new Map([...seededSeries].slice(0, 5)),
        runs: seededRuns.slice(0, 5),
        grouping: { groups: seedGroups.slice(0, 1), band: 'sd', members: 'shown' },
      },
    },
  ],
  ['marks', { chart: { series: markedSeries, runs: markedRuns, marks } }],
  [
    'live-and-highlighted',
    {
      chart: {
        series: lossSeries(runNames.slice(0, 3), 40),
        runs: runsOf(runNames.slice(0, 3)).map((run) => ({ ...run, status: 'running' as const })),
      },
      hovered: 'lr-3e-4-seed-1',
    },
  ],
  [
    'pinned',
    {
      chart: curvesOf(runNames.slice(0, 3), 40),
      keys: '{Home}{Shift>}{ArrowRight}{/Shift}{Enter}',
    },
  ],
])
