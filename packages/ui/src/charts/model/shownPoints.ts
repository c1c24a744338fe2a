import type { MetricSeries } from '@runoff/core'
import type { ChartModel, PlacedLine, XRange } from './chartModel.ts'
import { pointsWithin, viewportOf, type Shown } from './viewportOf.ts'

export interface ShownPoints {
  /** Points of visible lines within the plot. */
  readonly count: number
  /** Points that were logged; `null` where a source that sampled did not tell. */
  readonly total: number | null
  readonly isSampled: boolean
  /** Whether no line has more than a summary of its points. */
  readonly isSummary: boolean
}

/** Returns how many logged points a chart shows, of how many that there are. */
export function shownPoints(model: ChartModel, shown: Shown): ShownPoints {
  const viewport = viewportOf(model, shown)
  const visible = model.lines.filter(({ runId }) => !shown.hiddenRunIds.has(runId))
  const series = model.lines.flatMap((line) => line.logged)
  const sampled = series.filter(({ basis }) => basis !== 'full')
  const isUnknown = sampled.some(({ total }) => total === null)
  const countOf = (range: XRange): number =>
    visible.reduce((sum, line) => sum + pointsOfLine(line, range, model), 0)
  return {
    count: viewport === null ? 0 : countOf(viewport),
    total: isUnknown ? null : series.reduce((sum, one) => sum + pointsOf(one), 0),
    isSampled: sampled.length > 0,
    isSummary:
      series.length > 0 &&
      series.every(({ basis }) => basis === 'summary' || basis === 'last-only'),
  }
}

/** A line of several runs shows the points of all of them. */
function pointsOfLine({ placed, members }: PlacedLine, range: XRange, model: ChartModel): number {
  if (members === null) return pointsWithin([placed.columns.steps], range)
  if (model.xScale === 'linear') return pointsWithin(members, range)
  // A power of a logarithm is a hair beside the number that it came from.
  return pointsWithin(members, {
    from: 10 ** range.from * (1 - hair),
    to: 10 ** range.to * (1 + hair),
  })
}

const hair = 1e-12

/** A full series has every point there is: its source counted repeated steps more than once. */
function pointsOf({ basis, steps, total }: MetricSeries): number {
  return basis === 'full' ? steps.length : Math.max(total ?? 0, steps.length)
}
