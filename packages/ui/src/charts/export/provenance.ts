import type { Basis } from '@runoff/core'
import { formatCount } from '../../format/formatNumber.ts'
import { formatDateTime } from '../../format/formatTime.ts'
import { visibleText } from '../../format/visibleText.ts'
import { axisName } from '../messages.ts'
import type { ChartModel, PlacedLine } from '../model/chartModel.ts'
import { lineName, visibleLines, type ExportRequest } from './exportRequest.ts'
import { smoothingName } from '../model/settingTexts.ts'
import { factTexts, pointsText } from '../model/noteTexts.ts'

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
  const { model, shown, messages, exportedAtMs } = request
  const { fields, source } = messages.exports
  const rules = ruleLines(model, request).map(([name, text]) => `${name}: ${text}`)
  return [
    pointsText(model, shown, messages),
    ...rules.map(capitalized),
    ...remarks(request),
    `${source} · ${fields.exported} ${formatDateTime(exportedAtMs)}`,
  ]
}

/**
 * Returns what a reader needs to tell where the numbers come from, one fact to a line: title, axes,
 * smoothing, the rule of groups, how many points of how many, each line with its run ids, and when
 * it was exported.
 */
export function provenanceLines(request: ExportRequest): readonly string[] {
  const { title, model, shown, messages, exportedAtMs } = request
  const { fields, source, line: lineWords } = messages.exports
  const { x, y } = axisNames(request)
  const facts: readonly (readonly [string, string])[] = [
    [fields.title, visibleText(title)],
    [fields.axes, `${x} · ${y}`],
    ...ruleLines(model, request),
    [fields.points, pointsText(model, shown, messages)],
    ...remarks(request).map((text) => [fields.note, text] as const),
    ...visibleLines(request).map(
      (line) => [fields.line, lineWords(describedLine(line, model, messages))] as const,
    ),
    [fields.exported, formatDateTime(exportedAtMs)],
    [fields.source, source],
  ]
  return facts.map(([name, text]) => `${name}: ${text}`)
}

function ruleLines(
  { smoothing, grouping }: ChartModel,
  { messages }: Pick<ExportRequest, 'messages'>,
): readonly (readonly [string, string])[] {
  const { fields, ...words } = messages.exports
  const smoothed = [fields.smoothing, smoothingName(smoothing, messages) ?? words.asLogged] as const
  if (grouping === null) return [smoothed]
  // What `aggregate` takes where nothing was asked for.
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = grouping
  return [smoothed, [fields.grouping, words.grouping({ center, band, align })]]
}

function remarks(request: ExportRequest): readonly string[] {
  const { model, pending, messages } = request
  const hidden = model.lines.length - visibleLines(request).length
  return [
    ...(model.yRange === 'percentile' ? [messages.exports.outliersCut] : []),
    ...(hidden > 0 ? [messages.exports.hiddenLines(hidden, formatCount(hidden))] : []),
    ...(pending.left > 0 ? [messages.preparing(pending.all - pending.left, pending.all)] : []),
    ...factTexts(model, messages),
  ]
}

function describedLine(
  line: PlacedLine,
  { grouping }: ChartModel,
  messages: ExportRequest['messages'],
): Parameters<ExportRequest['messages']['exports']['line']>[0] {
  const group =
    line.members === null ? undefined : grouping?.groups.find(({ id }) => id === line.runId)
  const pointCount = line.logged.reduce((sum, { steps }) => sum + steps.length, 0)
  return {
    name: lineName(line, messages),
    ids: (group?.runIds ?? [line.runId]).map(visibleText),
    points: formatCount(pointCount),
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
