import type { ReactNode } from 'react'
import { formatCount } from '../format/formatNumber.ts'
import { shortenName } from '../format/shortenName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ChartStore } from './chartStore.ts'
import type { ChartMessages } from './messages.ts'
import type { ChartFacts, ChartModel } from './model/chartModel.ts'
import { shownPoints } from './model/shownPoints.ts'
import { useChartState } from './useChartState.ts'

export interface ChartNotesProps {
  readonly model: ChartModel
  readonly store: ChartStore
}

const mostNames = 3
const longestName = 32

/** Says what the picture alone does not: how many points it shows, and what it could not draw. */
export function ChartNotes({ model, store }: ChartNotesProps): ReactNode {
  const { charts } = useMessages()
  const domain = useChartState(store, (state) => state.settledDomain)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  if (model.lines.length === 0) return null
  return (
    <div className="runoff-chart-notes">
      <p>{pointsText(model, { domain, hiddenRunIds }, charts)}</p>
      {factTexts(model, charts).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

function pointsText(
  model: ChartModel,
  shown: Parameters<typeof shownPoints>[1],
  messages: ChartMessages,
): string {
  const { count, total, isSampled, isSummary } = shownPoints(model, shown)
  if (isSummary) return messages.pointsSummaryOnly
  if (total === null) return messages.pointsSampledOfUnknown(formatCount(count))
  const words = isSampled ? messages.pointsSampled : messages.points
  return words(formatCount(count), formatCount(total), total)
}

function factTexts({ axis, facts }: ChartModel, messages: ChartMessages): readonly string[] {
  const texts = [
    facts.runsWithoutPoints === 0 || facts.runsWithoutPoints === facts.runs
      ? null
      : messages.runsWithoutPoints(facts.runsWithoutPoints, facts.runs),
    facts.axisNotice === null ? null : messages[facts.axisNotice],
    facts.isLogImpossible ? messages.logImpossible : null,
    facts.notAboveZero === 0
      ? null
      : messages.logSkips(facts.notAboveZero, formatCount(facts.notAboveZero)),
    facts.notFinite === 0
      ? null
      : messages.notFinite(facts.notFinite, formatCount(facts.notFinite)),
    facts.unplaced === 0
      ? null
      : messages.pointsNotOnAxis(formatCount(facts.unplaced), facts.unplaced, axis),
    facts.notOnAxis.length === 0
      ? null
      : messages.notOnAxis(listOf(facts, messages), facts.notOnAxis.length, axis),
  ]
  return texts.filter((text) => text !== null)
}

function listOf({ notOnAxis }: ChartFacts, messages: ChartMessages): string {
  const names = notOnAxis
    .slice(0, mostNames)
    .map((name) => isolated(shortenName(name, longestName)))
  const left = notOnAxis.length - names.length
  return [...names, ...(left > 0 ? [messages.andMore(String(left))] : [])].join(', ')
}

/** A name within a sentence must not turn the words around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
