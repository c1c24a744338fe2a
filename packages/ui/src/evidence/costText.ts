import type { Objective, Run } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import type { CostMessages, CostPointWords, CostUnit } from './costMessages.ts'
import { bestDrawn, type CostRun, type CostRuns } from './costRuns.ts'
import { isolatedName } from './isolatedName.ts'

export interface CostTextContext {
  readonly messages: CostMessages
  readonly formatters: Formatters
  readonly objective: Objective
  readonly unit: CostUnit
  /** May be empty. */
  readonly currency: string
  readonly nameOf: (run: Run) => string
}

/** Returns a cost with its unit: `12.30 GPU hours`. */
export function amountText(
  cost: number,
  { messages, formatters, unit, currency }: CostTextContext,
): string {
  return messages.amount(unit, formatters.metric(cost), currency)
}

/** Returns a value with the name of its metric: `eval loss 0.2345`. */
export function valueText(
  value: number,
  { messages, formatters, objective }: CostTextContext,
): string {
  return messages.value(formatters.metricWords(objective.metric), formatters.metric(value))
}

/** Returns what is said of a run's point, written out. */
export function pointWords(run: CostRun, context: CostTextContext): CostPointWords {
  return {
    name: isolatedName(context.nameOf(run.run)),
    cost: amountText(run.cost, context),
    value: valueText(run.value, context),
  }
}

/** Returns how a run stands: on the front or dominated by whom, and whether it is a contender. */
export function standingText(run: CostRun, context: CostTextContext): string {
  const { messages, formatters, nameOf } = context
  const place = placeText(run, messages, nameOf)
  return formatters.join(run.isContender ? [place, messages.contender] : [place])
}

function placeText(
  { isOnFront, dominatedBy }: CostRun,
  messages: CostMessages,
  nameOf: (run: Run) => string,
): string {
  if (isOnFront) return messages.onFront
  if (dominatedBy === null) return messages.dominated
  return messages.dominatedBy(isolatedName(nameOf(dominatedBy)))
}

/** Returns the chart in sentences. */
export function costSummary({ drawn }: CostRuns, context: CostTextContext): string {
  const { messages, formatters, objective } = context
  const [first] = drawn
  const best = bestDrawn(drawn, objective)
  // Of equally cheap runs the best is named, or one that nobody would keep would stand for them.
  const cheapest = bestDrawn(
    drawn.filter(({ cost }) => cost === first?.cost),
    objective,
  )
  if (cheapest === null || best === null) return messages.noFront
  const front = drawn.filter(({ isOnFront }) => isOnFront).length
  const ends =
    best === cheapest
      ? [messages.cheapestAndBest(pointWords(best, context), objective.goal)]
      : [
          messages.cheapest(pointWords(cheapest, context)),
          messages.best(pointWords(best, context), objective.goal),
        ]
  return formatters.sentences([messages.summary(front, drawn.length, formatters.count), ...ends])
}

const mostNames = 3

/** Returns what the picture alone does not say: who is not drawn and why, and what is estimated. */
export function costNotes(
  runs: CostRuns,
  context: CostTextContext & { readonly andMore: (count: string) => string },
): readonly string[] {
  const { messages, formatters, objective, andMore } = context
  const { count, join } = formatters
  const { drawn, withoutCost, withoutPrice, withoutValue, total } = runs
  const names = (without: readonly Run[]): string => {
    const first = without.slice(0, mostNames).map((run) => isolatedName(context.nameOf(run)))
    const left = without.length - first.length
    return join([...first, ...(left > 0 ? [andMore(count(left))] : [])])
  }
  const estimated = drawn.filter(({ basis }) => basis === 'duration').length
  const texts = [
    withoutCost.length === 0
      ? null
      : messages.withoutCost(withoutCost.length, total, names(withoutCost), count),
    withoutPrice.length === 0
      ? null
      : messages.withoutPrice(withoutPrice.length, total, names(withoutPrice), count),
    withoutValue.length === 0
      ? null
      : messages.withoutValue(
          withoutValue.length,
          total,
          formatters.metricWords(objective.metric),
          names(withoutValue),
          count,
        ),
    estimated === 0 ? null : messages.estimated(estimated, drawn.length, count),
  ]
  return texts.filter((text) => text !== null)
}
