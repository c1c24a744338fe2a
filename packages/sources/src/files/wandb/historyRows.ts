import { findRoles } from '../formats/columnRoles.ts'
import type { MetricRow } from '../formats/parsedFile.ts'
import { isSummary } from '../formats/readTable.ts'
import type { MetricRules } from './stepMetrics.ts'

/** What one call of `log` logged. */
export interface HistoryRow {
  /** The number of the call. */
  readonly step: number | null
  readonly numbers: ReadonlyMap<string, number>
}

/**
 * Returns a W&B history as rows. A metric is placed by the one that the script named for it, or by
 * a step that was logged with it; the number of the call is the last resort. W&B's own bookkeeping
 * (`_runtime`, `_timestamp`) is no metric.
 */
export function historyRows(
  history: readonly HistoryRow[],
  rules: Pick<MetricRules, 'stepMetricOf'>,
): readonly MetricRow[] {
  const names = new Set<string>()
  for (const { numbers } of history) for (const name of numbers.keys()) names.add(name)
  const roles = findRoles([...names], (name) => !name.startsWith('_'))
  // A step that comes with a few rows only places no others.
  const step = roles.step !== null && isCommon(history, roles.step) ? roles.step : null
  const known = new Map<string, number>()
  return history.flatMap((row) => {
    for (const [name, number] of row.numbers) if (Number.isFinite(number)) known.set(name, number)
    const bySteps = new Map<number | null, Map<string, number>>()
    for (const [name, value] of row.numbers) {
      if (name.startsWith('_') || roles.others.has(name)) continue
      const own = rules.stepMetricOf(name)
      if (own === name) continue
      const at = (own === null ? null : known.get(own)) ?? placeOf(row, step)
      const metrics = bySteps.get(at) ?? new Map<string, number>()
      bySteps.set(at, metrics.set(name, value))
    }
    const seconds = row.numbers.get('_timestamp')
    return Array.from(bySteps, ([at, metrics]) => ({
      phase: isSummary(metrics) ? ('summary' as const) : null,
      step: at,
      epoch: roles.epoch === null ? null : (row.numbers.get(roles.epoch) ?? null),
      timeMs: seconds === undefined ? null : seconds * 1000,
      metrics,
    }))
  })
}

function placeOf(row: HistoryRow, step: string | null): number | null {
  const own = step === null ? undefined : row.numbers.get(step)
  return own !== undefined && Number.isFinite(own) ? own : row.step
}

function isCommon(history: readonly HistoryRow[], name: string): boolean {
  return history.every(({ numbers }) => numbers.has(name) || onlyBookkeeping(numbers))
}

function onlyBookkeeping(numbers: ReadonlyMap<string, number>): boolean {
  return Array.from(numbers.keys()).every((name) => name.startsWith('_'))
}
