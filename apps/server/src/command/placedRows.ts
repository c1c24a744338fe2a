import type { StepUnit } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import type { BestRow } from './bestRows.ts'

/** A run as `runoff best` shows it, with what its step counts. */
export interface PlacedRow extends BestRow {
  /** `record` where the log names neither steps nor epochs; `null` where it is not known. */
  readonly step_unit: StepUnit | null
}

/** The fewest points that a source may be asked for. */
const fewest = 8
const atOnce = 200

/** Returns the rows with what their steps count: a summary does not tell, the points do. */
export async function withUnits(
  source: RunSource,
  metric: string,
  rows: readonly BestRow[],
): Promise<readonly PlacedRow[]> {
  const runIds = rows.filter(({ step }) => step !== null).map(({ run }) => run.id)
  const units = new Map<string, StepUnit>()
  for (let start = 0; start < runIds.length; start += atOnce) {
    const requests = runIds
      .slice(start, start + atOnce)
      .map((runId) => ({ runId, metric, maxPoints: fewest }))
    for (const { request, series } of await source.readSeries(requests)) {
      if (series !== null) units.set(request.runId, series.stepUnit ?? 'step')
    }
  }
  return rows.map(({ standing, ...row }) => ({
    ...row,
    step_unit: units.get(row.run.id) ?? null,
    standing,
  }))
}
