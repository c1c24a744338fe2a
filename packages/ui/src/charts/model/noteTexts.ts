import { shortenName } from '../../format/shortenName.ts'
import type { ChartWords } from '../chartWords.ts'
import type { ChartFacts, ChartModel } from './chartModel.ts'
import { shownPoints } from './shownPoints.ts'
import type { Shown } from './viewportOf.ts'

const mostNames = 3
const longestName = 32

/** Returns how many points a chart shows of how many, in words. */
export function pointsText(
  model: ChartModel,
  shown: Shown,
  { messages, formatters }: ChartWords,
): string {
  const { count, total, isSampled, isSummary } = shownPoints(model, shown)
  if (isSummary) return messages.pointsSummaryOnly
  if (total === null) return messages.pointsSampledOfUnknown(formatters.count(count))
  const words = isSampled ? messages.pointsSampled : messages.points
  return words(formatters.count(count), formatters.count(total), total)
}

/** Returns how many lines are made ready, in words. */
export function preparingText(
  { left, all }: { readonly left: number; readonly all: number },
  { messages, formatters }: ChartWords,
): string {
  return messages.preparing(all - left, all, formatters.count)
}

/** Returns what a reader must be told because the picture alone does not show it. */
export function factTexts(
  { axis, xScale, facts }: ChartModel,
  chartWords: ChartWords,
): readonly string[] {
  const { messages, formatters } = chartWords
  const unplacedWords = xScale === 'log' ? messages.pointsNotOnLogAxis : messages.pointsNotOnAxis
  const counted = (
    count: number,
    words: (count: number, countText: string) => string,
  ): string | null => (count === 0 ? null : words(count, formatters.count(count)))
  const isSomeWithout = facts.runsWithoutPoints > 0 && facts.runsWithoutPoints < facts.runs
  const texts = [
    isSomeWithout
      ? messages.runsWithoutPoints(facts.runsWithoutPoints, facts.runs, formatters.count)
      : null,
    facts.axisNotice === null ? null : messages[facts.axisNotice],
    facts.isLogImpossible ? messages.logImpossible : null,
    counted(facts.notAboveZero, messages.logSkips),
    counted(facts.notFinite, messages.notFinite),
    counted(facts.unplaced, (count, text) => unplacedWords(text, count, axis)),
    counted(facts.notOnAxis.length, (count) =>
      messages.notOnAxis(listOf(facts, chartWords), count, axis),
    ),
  ]
  return texts.filter((text) => text !== null)
}

function listOf({ notOnAxis }: ChartFacts, { messages, formatters }: ChartWords): string {
  const names = notOnAxis
    .slice(0, mostNames)
    .map((name) => isolated(shortenName(name, longestName)))
  const left = notOnAxis.length - names.length
  return formatters.join([
    ...names,
    ...(left > 0 ? [messages.andMore(formatters.count(left))] : []),
  ])
}

/** A name within a sentence must not turn the words around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
