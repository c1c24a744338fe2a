import type { Basis, Reason } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import { deltaText } from './deltaText.ts'
import { namesText, type WordContext } from './answerText.ts'
import type { ReasonMessages } from './reasonMessages.ts'
import { unreachable } from './unreachable.ts'

export interface ReasonContext extends WordContext {
  readonly reasons: ReasonMessages
  /** Whether a run is recommended. */
  readonly hasPick: boolean
}

/** Returns a reason as a sentence. Names in it stand between U+2068 and U+2069. */
export function reasonText(reason: Reason, context: ReasonContext): string {
  const { objective, nameOf, formatters, reasons: messages, messages: answer } = context
  const { metric: write, count, marked } = formatters
  const metric = formatters.metricWords(objective.metric)
  const names = (runs: Parameters<typeof namesText>[0]): string =>
    namesText(runs, context, answer.list)
  switch (reason.code) {
    case 'best-value':
      return messages.bestValue(metric, objective.goal, write(reason.value))
    case 'not-best-value':
      return messages.notBestValue(
        {
          metric,
          goal: objective.goal,
          best: nameOf(reason.best),
          difference: deltaText(reason.delta, formatters),
        },
        reason.because === 'smaller-gap',
      )
    case 'gap':
      return messages.gap(write(reason.gap), reason.basis === 'at-best')
    case 'eval-below-train':
      return messages.evalBelowTrain(write(Math.abs(reason.gap)))
    case 'no-train-value':
      return messages.noTrainValue(names(reason.runs), reason.runs.length)
    case 'tied':
      return messages.tied(names(reason.runs))
    case 'only-run':
      return messages.onlyRun
    case 'ruled-out':
      return messages.ruledOut(nameOf(reason.best))
    case 'cheaper-contender':
      return messages.cheaperContender(
        nameOf(reason.run),
        hoursText(reason.gpuHours, formatters),
        marked(reason.timesCheaper.toFixed(1)),
      )
    case 'live-run-ahead':
      return (context.hasPick ? messages.liveRunAhead : messages.liveRunSoFar)(
        nameOf(reason.run),
        metric,
        write(reason.value),
      )
    case 'excluded':
      return messages.excluded[reason.why](reason.count, metric, count)
    case 'bound':
      return boundText(reason.basis, messages)(names(reason.runs), metric)
    case 'uneven-evaluations':
      return messages.unevenEvaluations(nameOf(reason.most), nameOf(reason.fewest))
    case 'unequal-steps':
      return messages.unequalSteps(
        count(reason.steps),
        nameOf(reason.other),
        count(reason.otherSteps),
      )
    case 'identical-seeds':
      return messages.identicalSeeds
    case 'unknown-condition':
      return messages.unknownCondition(
        isolatedName(visibleText(reason.field)),
        reason.missing,
        count,
      )
    case 'different-models':
      return messages.differentModels(modelsText(reason.models, context), metric)
    case 'guessed-goal':
      return messages.guessedGoal(metric, objective.goal)
    case 'status-unknown':
      return messages.statusUnknown(names(reason.runs))
    default:
      return unreachable(reason)
  }
}

function boundText(basis: Basis, messages: ReasonMessages): ReasonMessages['boundOther'] {
  if (basis === 'sampled') return messages.boundSampled
  return basis === 'last-only' ? messages.boundLast : messages.boundOther
}

/** GPU hours are not known to more than three digits. */
function hoursText(hours: number, { full, count }: Formatters): string {
  return hours < 1000 ? full(Number(hours.toPrecision(3))) : count(hours)
}

const maxModels = 4

function modelsText(models: readonly string[], { messages, formatters }: WordContext): string {
  const shown = models.slice(0, maxModels)
  return messages.list(
    shown.map((model) => isolatedName(shownName(model))),
    models.length - shown.length,
    formatters.count,
  )
}
