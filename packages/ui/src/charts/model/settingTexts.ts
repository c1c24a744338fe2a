import type { Smoothing } from '@runoff/core'
import type { ChartWords } from '../chartWords.ts'
import { changesNothing, parameterOf } from '../toolbar/smoothingParameter.ts'
import type { ChartModel } from './chartModel.ts'

/**
 * Returns what a reader must be told of how a chart is drawn, one sentence for each: how its lines
 * were smoothed, what the lines of groups and their bands are, and how y is laid out. None where
 * everything is drawn as it was logged.
 */
export function settingTexts(model: ChartModel, words: ChartWords): readonly string[] {
  return [...smoothingTexts(model, words), ...groupTexts(model, words), ...yTexts(model, words)]
}

/**
 * Returns the name of an algorithm with its number, 'TensorBoard EMA, weight 0.6', or `null` where
 * nothing is smoothed.
 */
export function smoothingName(
  smoothing: Smoothing,
  { messages, formatters }: ChartWords,
): string | null {
  const parameter = parameterOf(smoothing)
  if (parameter === null || changesNothing(smoothing)) return null
  const { name, value } = parameter
  const { toolbar } = messages
  return toolbar.smoothingName(toolbar.kinds[smoothing.kind], name, formatters.full(value))
}

function smoothingTexts({ smoothing, lines }: ChartModel, words: ChartWords): readonly string[] {
  const name = smoothingName(smoothing, words)
  if (name === null || lines.length === 0) return []
  // Behind the line of a group are its runs, which are smoothed themselves.
  const hasRawBehind = lines.some(({ members, ghosts }) => members === null && ghosts.length > 0)
  return [words.messages.toolbar.smoothed(name, hasRawBehind)]
}

function groupTexts(
  { grouping, lines }: ChartModel,
  { messages: { toolbar }, formatters }: ChartWords,
): readonly string[] {
  const sizes = lines.flatMap(({ members }) => members?.length ?? []).filter((size) => size > 1)
  if (grouping === null || sizes.length === 0) return []
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = grouping
  const range = { least: Math.min(...sizes), most: Math.max(...sizes) }
  return [toolbar.grouped(center, band, range, formatters.count), toolbar.aligned[align]]
}

function yTexts(
  { y, yRange, lines }: ChartModel,
  { messages: { toolbar }, formatters }: ChartWords,
): readonly string[] {
  if (lines.length === 0) return []
  return [
    ...(y.kind === 'log' ? [toolbar.logY] : []),
    ...(y.kind === 'symlog' ? [toolbar.symlogY(formatters.full(y.threshold))] : []),
    ...(yRange === 'percentile' ? [toolbar.cutToPercentiles] : []),
  ]
}
