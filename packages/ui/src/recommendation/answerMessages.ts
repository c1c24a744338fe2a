import type { Goal } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import type { Doubt, ExclusionCounts } from './answerOf.ts'

/** What the sentences of an answer have in common. Names come isolated: write them as they are. */
export interface AnswerParts {
  /** 'Keep **x** (checkpoint-900)', or 'Keep **a** or **b**' for a tie. */
  readonly keep: string
  /** By what the policy chose: 'by score (88.3 of 100)'. */
  readonly by: string
  readonly metric: string
  readonly goal: Goal
  /** The value of the run, as a bound where it is one. */
  readonly value: string
  /** What puts it first: 'lowest eval loss 0.2345'. */
  readonly standing: string
}

/** Words of the line at the top. */
export interface AnswerMessages {
  /** Where no run was given at all. */
  readonly noRun: string
  /** Where runs were given, and none can be recommended. */
  readonly noneYet: (counts: ExclusionCounts, metric: string, write: WriteCount) => string
  readonly notComparable: (conflicts: string) => string
  /** What differs: 'two datasets (a, b)'. */
  readonly conflict: (field: string, count: number, values: string, write: WriteCount) => string
  readonly noPick: (policy: string, count: number, write: WriteCount) => string
  readonly keep: (name: string, checkpoint: string | null) => string
  readonly keepTied: (names: string) => string
  readonly checkpointStep: (step: string) => string
  readonly by: {
    readonly score: (score: string) => string
    readonly value: string
    readonly evidence: string
    readonly custom: (policy: string) => string
  }
  readonly bestValue: (metric: string, goal: Goal, value: string) => string
  readonly sharedValue: (metric: string, goal: Goal, value: string) => string
  readonly shared: (by: string) => string
  /** It is first by something else: another run has the best value. */
  readonly notBestValue: (parts: NotBestParts) => string
  readonly onlyRun: (parts: AnswerParts) => string
  readonly oneConfiguration: (parts: AnswerParts, count: number, write: WriteCount) => string
  readonly clearWinner: (parts: AnswerParts, evidence: WinnerParts) => string
  /** This and the next three are the parts of `contendersAnswer`. */
  readonly contenders: (count: number, names: string, write: WriteCount) => string
  /** Which of the contenders the policy puts first. */
  readonly favoured: {
    readonly score: (names: string) => string
    readonly value: (names: string, metric: string, goal: Goal) => string
    readonly evidence: (names: string) => string
    readonly custom: (names: string, policy: string) => string
  }
  readonly cheapest: (name: string) => string
  readonly seedsNeeded: (seeds: number, write: WriteCount) => string
  /** The whole answer where runs cannot be told apart, of the four above. */
  readonly contendersAnswer: (parts: ContendersParts) => string
  readonly heldBack: {
    readonly bound: (parts: AnswerParts) => string
    readonly evaluations: (parts: AnswerParts) => string
  }
  readonly ruledOut: (parts: AnswerParts, best: RuledOutParts, write: WriteCount) => string
  /** `isBest` where the run has the best value; otherwise the standing is a sentence of its own. */
  readonly unreplicated: (parts: AnswerParts, doubt: Doubt, isBest: boolean) => string
  /** Several names, of which so many more are not written. */
  readonly list: (names: readonly string[], more: number, write: WriteCount) => string
  readonly either: (names: readonly string[], more: number, write: WriteCount) => string
}

export interface NotBestParts {
  readonly by: string
  readonly metric: string
  readonly goal: Goal
  readonly value: string
  readonly best: string
  readonly bestValue: string
  readonly isForGap: boolean
}

/** Clauses without a point at their end, and a sentence with one. */
export interface ContendersParts {
  readonly contenders: string
  readonly favoured: string
  /** `null` where it is not known, or said already. */
  readonly cheapest: string | null
  readonly seedsNeeded: string | null
}

export interface WinnerParts {
  /** The mean over the seeds, with the spread of one. */
  readonly mean: string
  readonly seeds: number
  readonly next: string
}

export interface RuledOutParts {
  readonly best: string
  readonly bestValue: string
  readonly ownValue: string
  /** Whether these are means over several seeds. */
  readonly isMean: boolean
  /** How many others cannot be told apart from the best. */
  readonly rivals: number
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const countWord = (count: number, write: WriteCount): string => words[count] ?? write(count)

/** Returns a number with its noun: '1 run', '3 runs'. */
export const counted = (
  count: number,
  [one, many]: readonly [one: string, many: string],
  write: WriteCount,
): string => `${write(count)} ${count === 1 ? one : many}`
export const lowest = (goal: Goal): string => (goal === 'min' ? 'lowest' : 'highest')

const doubts: Readonly<Record<Doubt, string>> = {
  'ran-once': 'every configuration ran once, so this may be luck',
  'too-few-seeds': 'too few seeds were run to know what chance does, so this may be luck',
  'identical-seeds':
    'the seeds agree to the last digit, as copies of one run do, so nothing is known of chance',
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function rivalsText(rivals: number, write: WriteCount): string {
  if (rivals === 0) return ''
  return `; ${rivals === 1 ? 'one other' : `${write(rivals)} others`} cannot be told apart from that`
}

export const answerMessages: AnswerMessages = {
  noRun: 'No run to compare.',
  noneYet: (counts, metric, write) => {
    const { live, 'not-completed': stopped, 'no-value': empty } = counts
    const total = live + stopped + empty
    if (live === total)
      return `No run to recommend yet: ${counted(live, ['is', 'are'], write)} still running.`
    if (empty === total) {
      return total === 1
        ? `The run has no ${metric} yet.`
        : `None of the ${write(total)} runs has any ${metric} yet.`
    }
    if (stopped === total) {
      return total === 1
        ? 'No run to recommend: the run did not complete.'
        : `No run to recommend: none of the ${write(total)} runs completed.`
    }
    const parts = [
      live === 0 ? '' : `${write(live)} still running`,
      stopped === 0 ? '' : `${write(stopped)} not completed`,
      empty === 0 ? '' : `${write(empty)} without ${metric}`,
    ]
    return `No run to recommend yet: ${parts.filter((part) => part !== '').join(', ')}.`
  },
  notComparable: (conflicts) => `Not comparable: ${conflicts}.`,
  conflict: (field, count, values, write) =>
    field === 'dataset'
      ? `${countWord(count, write).toLowerCase()} datasets (${values})`
      : `different ${field} (${values})`,
  noPick: (policy, count, write) =>
    `The policy “${policy}” recommends none of ${counted(count, ['run', 'runs'], write)}.`,
  keep: (name, checkpoint) =>
    checkpoint === null ? `Keep ${name}` : `Keep ${name} (${checkpoint})`,
  keepTied: (names) => `Keep ${names}`,
  checkpointStep: (step) => `step ${step}`,
  by: {
    score: (score) => `by score (${score} of 100)`,
    value: 'by its best value',
    evidence: 'by the evidence',
    custom: (policy) => `by the policy “${policy}”`,
  },
  bestValue: (metric, goal, value) => `${lowest(goal)} ${metric} ${value}`,
  sharedValue: (metric, goal, value) => `they share the ${lowest(goal)} ${metric} ${value}`,
  shared: (by) => `they share the first place ${by}`,
  notBestValue: ({ by, metric, goal, value, best, bestValue, isForGap }) =>
    `first ${by}${isForGap ? ' for its smaller gap' : ''}, though ${best} has the ` +
    `${lowest(goal)} ${metric} (${bestValue} against ${value})`,
  onlyRun: ({ keep, metric, value }) =>
    `${keep}: it is the only run to judge, with ${metric} ${value}, so there is nothing to compare it with.`,
  oneConfiguration: ({ keep, standing }, count, write) =>
    `${keep}: ${standing}, of ${write(count)} runs of one configuration. There is no other to compare it with.`,
  clearWinner: ({ keep, metric }, { mean, seeds, next }) =>
    seeds === 1
      ? `${keep}. Clear winner: ${metric} ${mean}, next best ${next}.`
      : `${keep}. Clear winner: ${metric} ${mean}, the mean of ${seeds} seeds, next best ${next}.`,
  contenders: (count, names, write) =>
    `${countWord(count, write)} contenders cannot be told apart: ${names}`,
  favoured: {
    score: (names) => `the score favours ${names}`,
    value: (names, metric, goal) => `the ${lowest(goal)} ${metric} is that of ${names}`,
    evidence: (names) => `${names} comes first`,
    custom: (names, policy) => `the policy “${policy}” favours ${names}`,
  },
  cheapest: (name) => `the cheapest is ${name}`,
  seedsNeeded: (seeds, write) => `About ${write(seeds)} seeds each would tell.`,
  contendersAnswer: ({ contenders, favoured, cheapest, seedsNeeded }) => {
    const claim = `${contenders}; ${favoured}${cheapest === null ? '' : `; ${cheapest}`}.`
    return seedsNeeded === null ? claim : `${claim} ${seedsNeeded}`
  },
  heldBack: {
    bound: ({ keep, standing }) =>
      `${keep} for now: ${standing}. No more is claimed, because some values are only bounds of the best.`,
    evaluations: ({ keep, standing }) =>
      `${keep} for now: ${standing}. No more is claimed, because the best of more evaluations is the luckier one.`,
  },
  ruledOut: ({ keep, by, metric }, { best, bestValue, ownValue, isMean, rivals }, write) =>
    `${keep} ${by}. But the evidence rules it out: ${best} is clearly better on ${metric}, ` +
    `${isMean ? 'mean ' : ''}${bestValue} against ${ownValue}${rivalsText(rivals, write)}.`,
  unreplicated: ({ keep, standing }, doubt, isBest) =>
    isBest
      ? `${keep} for now: ${standing}, but ${doubts[doubt]}. Run 2 more seeds of the top two.`
      : `${keep} for now: ${standing}. ${sentence(doubts[doubt])} Run 2 more seeds of the top two.`,
  list: (names, more, write) =>
    more === 0 ? names.join(', ') : `${names.join(', ')} and ${write(more)} more`,
  either: (names, more, write) =>
    more === 0
      ? `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
      : `one of ${names.join(', ')} and ${write(more)} more`,
}
