import type { Smoothing } from '@runoff/core'
import { formatFull } from '../../format/formatNumber.ts'
import type { ChartMessages } from '../messages.ts'
import { changesNothing, parameterOf } from '../toolbar/smoothingParameter.ts'
import type { ChartModel } from './chartModel.ts'

type Messages = Pick<ChartMessages, 'toolbar'>

/**
 * Returns what a reader must be told of how a chart is drawn, one sentence for each: how its lines
 * were smoothed, what the lines of groups and their bands are, and how y is laid out. None where
 * everything is drawn as it was logged.
 */
export function settingTexts(model: ChartModel, messages: Messages): readonly string[] {
  return [
    ...smoothingTexts(model, messages),
    ...groupTexts(model, messages),
    ...yTexts(model, messages),
  ]
}

/**
 * Returns the name of an algorithm with its number, 'TensorBoard EMA, weight 0.6', or `null` where
 * nothing is smoothed.
 */
export function smoothingName(smoothing: Smoothing, { toolbar }: Messages): string | null {
  const parameter = parameterOf(smoothing)
  if (parameter === null || changesNothing(smoothing)) return null
  const { name, value } = parameter
  return toolbar.smoothingName(toolbar.kinds[smoothing.kind], name, formatFull(value))
}

function smoothingTexts({ smoothing, lines }: ChartModel, messages: Messages): readonly string[] {
  const name = smoothingName(smoothing, messages)
  if (name === null || lines.length === 0) return []
  // Behind the line of a group are its runs, which are smoothed themselves.
  const hasRawBehind = lines.some(({ members, ghosts }) => members === null && ghosts.length > 0)
  return [messages.toolbar.smoothed(name, hasRawBehind)]
}

function groupTexts({ grouping, lines }: ChartModel, { toolbar }: Messages): readonly string[] {
  const sizes = lines.flatMap(({ members }) => members?.length ?? []).filter((size) => size > 1)
  if (grouping === null || sizes.length === 0) return []
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = grouping
  const range = { least: Math.min(...sizes), most: Math.max(...sizes) }
  return [toolbar.grouped(center, band, range), toolbar.aligned[align]]
}

function yTexts({ y, yRange, lines }: ChartModel, { toolbar }: Messages): readonly string[] {
  if (lines.length === 0) return []
  return [
    ...(y.kind === 'log' ? [toolbar.logY] : []),
    ...(y.kind === 'symlog' ? [toolbar.symlogY(formatFull(y.threshold))] : []),
    ...(yRange === 'percentile' ? [toolbar.cutToPercentiles] : []),
  ]
}
