import {
  completeView,
  createSeriesFeed,
  defaultObjective,
  defineSeries,
  type ComparisonViewInput,
} from '@runoff/core'
import { RunoffProvider, useRunSelection, type RunSelectionResult } from '@runoff/react'
import { memorySource } from '@runoff/sources/memory'
import { StrictMode, type ReactNode } from 'react'
import { fiveRuns, mixedRuns } from '../../comparison/testdata/generatedRuns.ts'
import { sweep as cost } from '../../evidence/testdata/cost.ts'
import { threePairs } from '../../evidence/testdata/significance.ts'
import { liveRun, stop } from '../../evidence/testdata/stopping.ts'
import { pastRuns } from '../../history/testdata/pastRuns.ts'
import * as ui from '../../index.ts'
import { germanMessages } from '../../messages/de/index.ts'
import { everyEffect, importanceOf } from '../../params/testdata/importances.ts'
import { weekOfRuns } from '../../picker/testdata/runs.ts'
import { clearWinner } from '../../recommendation/testdata/recommendations.ts'
import { mixedTimeline, timelineInput } from '../../timeline/testdata/timelineRuns.ts'

const source = memorySource({ runs: mixedRuns })
const selectedIds = fiveRuns.slice(0, 3).map(({ id }) => String(id))

/** A view in which much is set that is otherwise left as it is. */
const changedView: ComparisonViewInput = {
  selectedIds,
  picker: { groupByModel: true },
  chartSettings: { xAxis: 'time', smoothing: { kind: 'ema', weight: 0.6 } },
  xDomain: { from: 100, to: 900 },
  table: { baselineId: selectedIds[0] ?? null },
}

const ignore = (): void => {}
const runs = selectedIds.map((id) => ({ id, name: id }))
const series = new Map(
  selectedIds.map((id, place) => [
    id,
    defineSeries({
      steps: [0, 100, 200],
      values: [1234.5, 1, 0.25 + place],
      timesMs: [0, 1, 2].map((hour) => Date.UTC(2026, 2, 28, 23) + hour * 3_600_000),
    }),
  ]),
)
const live = liveRun('live')

/** Every exported part as a host may render it alone, and the whole page in the ways it is used. */
export const hostParts: Readonly<Record<string, ReactNode>> = {
  RunComparison: <ui.RunComparison source={source} />,
  'RunComparison with a view': <ui.RunComparison source={source} defaultView={changedView} />,
  'RunComparison with an address': (
    <ui.RunComparison source={source} address={{ in: 'hash', key: 'view' }} />
  ),
  'RunComparison in German': (
    <ui.RunComparison source={source} defaultView={changedView} messages={germanMessages} />
  ),
  'ComparisonDialog closed': (
    <ui.ComparisonDialog source={source} runIds={selectedIds} open={false} onOpenChange={ignore} />
  ),
  ComparisonDialog: (
    <ui.ComparisonDialog source={source} runIds={selectedIds} open onOpenChange={ignore} />
  ),
  ChartGrid: (
    <ui.ChartGrid items={[{ id: 'a', title: 'Loss' }]}>{({ title }) => title}</ui.ChartGrid>
  ),
  ChartGroup: (
    <ui.ChartGroup>
      <ui.MetricChart title="Loss" series={series} runs={runs} xAxis="time" />
    </ui.ChartGroup>
  ),
  ChartToolbar: <ui.ChartToolbar settings={ui.defaultToolbarSettings} onSettingsChange={ignore} />,
  LossChart: <ui.LossChart trainSeries={series} evalSeries={series} runs={runs} width={600} />,
  MetricChart: (
    <ui.MetricChart
      title="Loss"
      series={createSeriesFeed(series)}
      runs={runs}
      xAxis="time"
      width={600}
    />
  ),
  RunHistory: <ui.RunHistory runs={pastRuns} />,
  RunPicker: (
    <WithSelection>
      {(selection) => <ui.RunPicker runs={weekOfRuns} selection={selection} />}
    </WithSelection>
  ),
  CompareBar: (
    <WithSelection>
      {(selection) => <ui.CompareBar runs={weekOfRuns} selection={selection} onCompare={ignore} />}
    </WithSelection>
  ),
  ArchiveButton: (
    <RunoffProvider source={source}>
      <ui.ArchiveButton runIds={selectedIds} />
    </RunoffProvider>
  ),
  ArchiveProvider: (
    <RunoffProvider source={source}>
      <ui.ArchiveProvider>
        <ui.ArchiveButton runIds={selectedIds} />
      </ui.ArchiveProvider>
    </RunoffProvider>
  ),
  SummaryTable: <ui.SummaryTable runs={weekOfRuns} />,
  RecommendationPanel: <ui.RecommendationPanel recommendation={clearWinner} />,
  RecommendationProvider: (
    <ui.RecommendationProvider recommendation={clearWinner}>
      <ui.SummaryTable runs={weekOfRuns} />
    </ui.RecommendationProvider>
  ),
  ParamDiff: <ui.ParamDiff runs={weekOfRuns} />,
  CostChart: <ui.CostChart comparison={cost} width={600} />,
  SignificanceTable: <ui.SignificanceTable significance={threePairs} />,
  StoppingAdviceList: <ui.StoppingAdviceList runs={[live]} advice={new Map([[live.id, stop]])} />,
  StoppingNote: <ui.StoppingNote run={live} advice={stop} />,
  ParallelCoordinates: <ui.ParallelCoordinates runs={weekOfRuns} />,
  ParamImportance: <ui.ParamImportance importance={importanceOf(everyEffect)} />,
  ParamScatter: <ui.ParamScatter runs={weekOfRuns} />,
  MetricTimeline: <ui.MetricTimeline {...timelineInput(mixedTimeline)} />,
  KeepSection: (
    <RunoffProvider source={source}>
      <ui.KeepSection
        runs={weekOfRuns}
        objective={defaultObjective}
        recommendation={clearWinner}
        view={completeView({ selectedIds })}
      />
    </RunoffProvider>
  ),
  RunStylesProvider: (
    <ui.RunStylesProvider runIds={selectedIds}>
      <ui.SummaryTable runs={weekOfRuns} />
    </ui.RunStylesProvider>
  ),
  MessagesProvider: (
    <ui.MessagesProvider messages={germanMessages}>
      <ui.SummaryTable runs={weekOfRuns} />
    </ui.MessagesProvider>
  ),
}

/** Returns the markup of every part. */
export function renderParts(render: (part: ReactNode) => string): Readonly<Record<string, string>> {
  const parts = Object.entries(hostParts)
  return Object.fromEntries(
    parts.map(([name, part]) => [name, render(<StrictMode>{part}</StrictMode>)]),
  )
}

/** The components that the package exports. */
export const exportedParts: readonly string[] = Object.keys(ui).filter((name) =>
  /^[A-Z]/.test(name),
)

interface WithSelectionProps {
  readonly children: (selection: RunSelectionResult) => ReactNode
}

function WithSelection({ children }: WithSelectionProps): ReactNode {
  return children(useRunSelection({ defaultSelectedIds: selectedIds }))
}
