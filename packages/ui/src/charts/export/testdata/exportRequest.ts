import { englishWords } from '../../testdata/words.ts'
import type { MetricSeries } from '@runoff/core'
import { linesOf, type ChartRun } from '../../model/chartLine.ts'
import { chartModel, type ChartModelOptions } from '../../model/chartModel.ts'
import type { ExportLooks, ExportRequest } from '../exportRequest.ts'

/** 2026-11-21 08:32:05 UTC. */
export const exportedAtMs: number = Date.UTC(2026, 10, 21, 8, 32, 5)

const grey = (part: number) => ({ red: part, green: part, blue: part })

/** Each colour of runs is red with another green, so that they can be told apart. */
const testLooks: ExportLooks = {
  colorOf: (variable) => ({ red: 200, green: Number(variable.split('-').at(-1)) * 10, blue: 0 }),
  lineWidth: 1.5,
  dimmed: 0.2,
  markerRadius: 3.5,
  text: grey(10),
  muted: grey(90),
  grid: grey(220),
  baseline: grey(130),
  background: grey(255),
}

export interface RequestParts extends Partial<Omit<ExportRequest, 'model' | 'ungrouped'>> {
  readonly runs?: readonly ChartRun[]
  readonly options?: Partial<ChartModelOptions>
}

/** A request to export some series by run id. */
export function requestOf(
  series: ReadonlyMap<string, MetricSeries>,
  { runs = [], options = {}, ...rest }: RequestParts = {},
): ExportRequest {
  const lines = linesOf(series, runs)
  const complete: ChartModelOptions = { xAxis: 'step', yScale: 'linear', ...options }
  return {
    title: 'Eval loss',
    subject: 'Eval loss',
    model: chartModel(lines, complete),
    ungrouped: chartModel(lines, { ...complete, grouping: null }),
    shown: { domain: null, hiddenRunIds: new Set() },
    pending: { left: 0, all: lines.length },
    width: 640,
    height: 300,
    looks: testLooks,
    marks: new Map(),
    ...englishWords,
    exportedAtMs,
    ...rest,
  }
}
