import {
  objectiveValue,
  type ConditionConflict,
  type Estimate,
  type GroupEstimate,
  type Objective,
  type RecommendedCheckpoint,
  type Run,
} from '@runoff/core'
import { formatPlusMinus } from '../evidence/evidenceFormat.ts'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import type { Formatters } from '../format/formatters.ts'
import { visibleText } from '../format/visibleText.ts'
import type { AnswerMessages, AnswerParts } from './answerMessages.ts'
import type { Answer, ChosenBy, Picked, PickedAnswer } from './answerOf.ts'
import { unreachable } from './unreachable.ts'

/** What words depend on beside what they say. */
export interface WordContext {
  readonly objective: Objective
  readonly messages: AnswerMessages
  readonly formatters: Formatters
  /** The name of a run for the middle of a sentence, isolated from the words around it. */
  readonly nameOf: (run: Run) => string
}

/** So many names are read; more are counted. */
const maxNamed = 4

/** Returns an answer in words. Names in it stand between U+2068 and U+2069. */
export function answerText(answer: Answer, context: WordContext): string {
  const { messages, formatters, objective } = context
  switch (answer.kind) {
    case 'nothing': {
      const { live, 'not-completed': stopped, 'no-value': empty } = answer.excluded
      if (live + stopped + empty === 0) return messages.noRun
      return messages.noneYet(
        answer.excluded,
        formatters.metricWords(objective.metric),
        formatters.count,
      )
    }
    case 'not-comparable':
      return messages.notComparable(conflictsText(answer.conflicts, context))
    case 'no-pick':
      return messages.noPick(policyName(answer.policy), answer.count, formatters.count)
    default:
      return pickedText(answer, context)
  }
}

function pickedText(answer: PickedAnswer, context: WordContext): string {
  const { messages, formatters } = context
  const parts = partsOf(answer, context)
  switch (answer.kind) {
    case 'only-run':
      return messages.onlyRun(parts)
    case 'one-configuration':
      return messages.oneConfiguration(parts, answer.count, formatters.count)
    case 'clear-winner':
      return clearWinnerText(answer, parts, context)
    case 'contenders':
      return contendersText(answer, context)
    case 'held-back':
      return messages.heldBack[answer.by](parts)
    case 'ruled-out':
      return ruledOutText(answer, parts, context)
    case 'unreplicated':
      return messages.unreplicated(parts, answer.doubt, answer.better === null)
    default:
      return unreachable(answer)
  }
}

function partsOf(picked: Picked, context: WordContext): AnswerParts {
  const { messages, objective, nameOf } = context
  const { run, tied, checkpoint, chosenBy } = picked
  const label = checkpointLabel(checkpoint, context)
  return {
    keep:
      tied.length === 0
        ? messages.keep(nameOf(run), label)
        : messages.keepTied(namesText([run, ...tied], context, messages.either)),
    by: byText(chosenBy, context),
    metric: context.formatters.metricWords(objective.metric),
    goal: objective.goal,
    value: valueText(picked.value, objective, context.formatters),
    standing: standingText(picked, context),
  }
}

function standingText(picked: Picked, context: WordContext): string {
  const { messages, formatters, objective, nameOf } = context
  const { better, tied, isTiedByValue } = picked
  const metric = formatters.metricWords(objective.metric)
  const value = valueText(picked.value, objective, formatters)
  const by = byText(picked.chosenBy, context)
  if (better !== null) {
    return messages.notBestValue({
      by,
      metric,
      goal: objective.goal,
      value,
      best: nameOf(better.run),
      bestValue: valueText(better.value, objective, formatters),
      isForGap: better.isForGap,
    })
  }
  if (tied.length === 0) return messages.bestValue(metric, objective.goal, value)
  return isTiedByValue ? messages.sharedValue(metric, objective.goal, value) : messages.shared(by)
}

function clearWinnerText(
  { winner, runnerUp, sd }: Extract<Answer, { kind: 'clear-winner' }>,
  parts: AnswerParts,
  { messages, formatters }: WordContext,
): string {
  const mean =
    sd === null
      ? formatters.metric(winner.mean)
      : formatPlusMinus(winner.mean, [winner.mean - sd, winner.mean + sd], formatters)
  const next = formatters.metric(runnerUp.mean)
  return messages.clearWinner(parts, { mean, seeds: winner.n, next })
}

function contendersText(
  answer: Extract<Answer, { kind: 'contenders' }>,
  context: WordContext,
): string {
  const { messages, formatters, nameOf } = context
  const { runs, run, tied, cheapest, seedsNeeded } = answer
  const isCheapest = cheapest === run && tied.length === 0
  const { count: write } = formatters
  const isSaid = isCheapest && answer.chosenBy.kind === 'evidence'
  return messages.contendersAnswer({
    contenders: messages.contenders(runs.length, namesText(runs, context, messages.list), write),
    favoured: favouredText(answer, context),
    cheapest: cheapest === null || isSaid ? null : messages.cheapest(nameOf(cheapest)),
    seedsNeeded: seedsNeeded === null ? null : messages.seedsNeeded(seedsNeeded, write),
  })
}

function favouredText(
  { run, tied, chosenBy, cheapest }: Extract<Answer, { kind: 'contenders' }>,
  context: WordContext,
): string {
  const { messages, objective, nameOf } = context
  const listed = namesText([run, ...tied], context, messages.list)
  const names = tied.length === 0 ? withValue(listed, run, context) : listed
  switch (chosenBy.kind) {
    case 'score':
      return messages.favoured.score(names)
    case 'value':
      return messages.favoured.value(
        names,
        context.formatters.metricWords(objective.metric),
        objective.goal,
      )
    case 'custom':
      return messages.favoured.custom(names, policyName(chosenBy.policy))
    case 'evidence':
      return cheapest === run ? messages.cheapest(nameOf(run)) : messages.favoured.evidence(names)
    default:
      return unreachable(chosenBy)
  }
}

/** The name of a run with its value behind it, where it has one. */
function withValue(name: string, run: Run, { objective, formatters }: WordContext): string {
  const value = objectiveValue(run, objective)
  if (value === null) return name
  const words = formatters.metricWords(objective.metric)
  return formatters.aside(name, `${words} ${formatters.metric(value)}`)
}

function ruledOutText(
  { best, own, rivals }: Extract<Answer, { kind: 'ruled-out' }>,
  parts: AnswerParts,
  context: WordContext,
): string {
  const { messages, formatters } = context
  const beside = {
    best: groupName(best, context),
    bestValue: formatters.metric(best.mean),
    ownValue: formatters.metric(own.mean),
    isMean: best.n > 1 || own.n > 1,
    rivals,
  }
  return messages.ruledOut(parts, beside, formatters.count)
}

/** Returns what a configuration is called in a sentence: as its best run is. */
function groupName({ name, runs }: GroupEstimate, { nameOf }: Pick<WordContext, 'nameOf'>): string {
  const [best] = runs
  return best === undefined ? isolatedName(shownName(name)) : nameOf(best)
}

function byText(chosenBy: ChosenBy, { messages: { by }, formatters }: WordContext): string {
  switch (chosenBy.kind) {
    case 'score':
      return by.score(scoreText(chosenBy.score, formatters))
    case 'custom':
      return by.custom(policyName(chosenBy.policy))
    default:
      return by[chosenBy.kind]
  }
}

/** Returns a score of 100 with one digit after the point, and without one where that is zero. */
export function scoreText(score: number, { marked }: Formatters): string {
  return marked(score.toFixed(1).replace(/\.0$/, '').replace('-', '−'))
}

function policyName(policy: string): string {
  return isolatedName(shownName(policy))
}

/** Returns a value, as a bound where it comes from a sample. */
export function valueText(
  { value, basis }: Estimate,
  { goal }: Objective,
  { metric }: Formatters,
): string {
  const text = metric(value)
  if (basis !== 'sampled') return text
  return goal === 'min' ? `≤ ${text}` : `≥ ${text}`
}

/** Returns what a checkpoint is called: the last part of its path, else its step. */
export function checkpointLabel(
  checkpoint: RecommendedCheckpoint | null,
  { messages, formatters }: Pick<WordContext, 'messages' | 'formatters'>,
): string | null {
  const name = (checkpoint?.path ?? '').split(/[/\\]/).findLast((part) => part.trim() !== '')
  if (name !== undefined) return isolatedName(shownName(name))
  if (checkpoint?.step == null) return null
  return messages.checkpointStep(formatters.count(checkpoint.step))
}

/** Returns the names of some runs in a sentence; of many, how many more there are. */
export function namesText(
  runs: readonly Run[],
  { nameOf, formatters }: Pick<WordContext, 'nameOf' | 'formatters'>,
  join: AnswerMessages['list'],
): string {
  // To say that there is one more takes more room than its name.
  const shown = runs.length === maxNamed + 1 ? runs : runs.slice(0, maxNamed)
  return join(shown.map(nameOf), runs.length - shown.length, formatters.count)
}

const maxConflicts = 2

function conflictsText(
  conflicts: readonly ConditionConflict[],
  { messages, formatters }: WordContext,
): string {
  const { count: write } = formatters
  const texts = conflicts.map(({ field, values }) => {
    const shown = values.slice(0, maxNamed).map((value) => isolatedName(shownName(String(value))))
    const name = field === 'dataset' ? field : isolatedName(visibleText(field))
    return messages.conflict(
      name,
      values.length,
      messages.list(shown, values.length - shown.length, write),
      write,
    )
  })
  return messages.list(
    texts.slice(0, maxConflicts),
    Math.max(0, texts.length - maxConflicts),
    write,
  )
}
