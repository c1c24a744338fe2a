import type { Basis } from '@runoff/core'
import { visibleText } from '../../format/visibleText.ts'
import type { ChartWords } from '../chartWords.ts'
import { axisName } from '../messages.ts'
import type { ChartModel, PlacedLine } from '../model/chartModel.ts'
import { lineName, visibleLines, type ExportRequest } from './exportRequest.ts'
import { smoothingName } from '../model/settingTexts.ts'
import { factTexts, pointsText, preparingText } from '../model/noteTexts.ts'

/** Returns the names of both axes, with their scale where that is not linear. */
export function axisNames({
  model,
  subject,
  messages,
}: Pick<ExportRequest, 'model' | 'subject' | 'messages'>): {
  readonly x: string
  readonly y: string
} {
  const { scale } = messages.exports
  return {
    x: scale[model.xScale](axisName(model.axis, messages)),
    y: scale[model.y.kind](visibleText(subject)),
  }
}

/** Returns how the lines were computed, and what the picture does not show: what stands under it. */
export function noteLines(request: ExportRequest): readonly string[] {
  const { model, shown, messages, formatters, exportedAtMs } = request
  const { fields, source } = messages.exports
  const rules = ruleLines(model, request).map(([name, text]) => formatters.labelled(name, text))
  return [
    pointsText(model, shown, request),
    ...rules.map(capitalized),
    ...remarks(request),
    `${source} · ${fields.exported} ${formatters.dateTime(exportedAtMs)}`,
  ]
}

/**
 * Returns what a reader needs to tell where the numbers come from, one fact to a line: title, axes,
 * smoothing, the rule of groups, how many points of how many, each line with its run ids, and when
 * it was exported.
 */
export function provenanceLines(request: ExportRequest): readonly string[] {
  const { title, model, shown, messages, formatters, exportedAtMs } = request
  const { fields, source, line: lineWords } = messages.exports
  const { x, y } = axisNames(request)
  const facts: readonly (readonly [string, string])[] = [
    [fields.title, visibleText(title)],
    [fields.axes, `${x} · ${y}`],
    ...ruleLines(model, request),
    [fields.points, pointsText(model, shown, request)],
    ...remarks(request).map((text) => [fields.note, text] as const),
    ...visibleLines(request).map(
      (line) => [fields.line, lineWords(describedLine(line, model, request))] as const,
    ),
    [fields.exported, formatters.dateTime(exportedAtMs)],
    [fields.source, source],
  ]
  return facts.map(([name, text]) => formatters.labelled(name, text))
}

function ruleLines(
  { smoothing, grouping }: ChartModel,
  chartWords: ChartWords,
): readonly (readonly [string, string])[] {
  const { fields, ...words } = chartWords.messages.exports
  const name = smoothingName(smoothing, chartWords) ?? words.asLogged
  const smoothed = [fields.smoothing, name] as const
  if (grouping === null) return [smoothed]
  // What `aggregate` takes where nothing was asked for.
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = grouping
  return [smoothed, [fields.grouping, words.grouping({ center, band, align })]]
}

function remarks(request: ExportRequest): readonly string[] {
  const { model, pending, messages, formatters } = request
  const hidden = model.lines.length - visibleLines(request).length
  return [
    ...(model.yRange === 'percentile' ? [messages.exports.outliersCut] : []),
    ...(hidden > 0 ? [messages.exports.hiddenLines(hidden, formatters.count(hidden))] : []),
    ...(pending.left > 0 ? [preparingText(pending, request)] : []),
    ...factTexts(model, request),
  ]
}

function describedLine(
  line: PlacedLine,
  { grouping }: ChartModel,
  { messages, formatters }: ChartWords,
): Parameters<ExportRequest['messages']['exports']['line']>[0] {
  const group =
    line.members === null ? undefined : grouping?.groups.find(({ id }) => id === line.runId)
  const pointCount = line.logged.reduce((sum, { steps }) => sum + steps.length, 0)
  const ids = group?.runIds ?? [line.runId]
  return {
    name: lineName(line, messages),
    ids: ids.map(visibleText),
    idCount: formatters.count(ids.length),
    points: formatters.count(pointCount),
    pointCount,
    basis: basisOf(line),
  }
}

/** Of several series the one that says least of its points. */
function basisOf({ logged }: PlacedLine): Basis {
  return logged.find(({ basis }) => basis !== 'full')?.basis ?? 'full'
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
