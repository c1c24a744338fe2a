import type { MetricSeries, StepUnit } from '@runoff/core'
import type { AxisKind } from '../messages.ts'

/** What a host may lay along the x axis. */
export type XAxis = 'step' | 'epoch' | 'time' | 'relative-time'

export interface ResolvedAxis {
  readonly kind: AxisKind
  /** What a reader must be told about it; `null` where the axis is what was asked for. */
  readonly notice: 'placedByEpoch' | 'mixedUnits' | null
}

/**
 * Returns what the x axis truly counts. A series without steps has its epochs or the order of its
 * records in the place of steps, and these must not pass for steps.
 */
export function resolveAxis(series: readonly MetricSeries[], xAxis: XAxis): ResolvedAxis {
  if (xAxis !== 'step') return { kind: xAxis, notice: null }
  const units = new Set(series.filter(({ steps }) => steps.length > 0).map(unitOf))
  if (units.size <= 1) return { kind: [...units][0] ?? 'step', notice: null }
  const drawn = series.filter(({ steps }) => steps.length > 0)
  if (drawn.every(hasEpochs)) return { kind: 'epoch', notice: 'placedByEpoch' }
  return { kind: units.has('step') ? 'step' : 'record', notice: 'mixedUnits' }
}

function unitOf(series: MetricSeries): StepUnit {
  return series.stepUnit ?? 'step'
}

function hasEpochs(series: MetricSeries): boolean {
  return unitOf(series) === 'epoch' || series.epochs !== null
}
