import type { Goal } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import { counted, lowest } from './answerMessages.ts'

/** Words of the reasons, one sentence each. Names come isolated: write them as they are. */
export interface ReasonMessages {
  readonly bestValue: (metric: string, goal: Goal, value: string) => string
  readonly notBestValue: (difference: DifferenceParts, isForGap: boolean) => string
  readonly gap: (gap: string, isAtBest: boolean) => string
  readonly evalBelowTrain: (gap: string) => string
  readonly noTrainValue: (names: string, count: number) => string
  readonly tied: (names: string) => string
  readonly onlyRun: string
  readonly ruledOut: (best: string) => string
  readonly cheaperContender: (name: string, hours: string, times: string) => string
  /** Where a run is recommended that this one is ahead of, and where there is none yet. */
  readonly liveRunAhead: (name: string, metric: string, value: string) => string
  readonly liveRunSoFar: (name: string, metric: string, value: string) => string
  readonly excluded: {
    readonly live: (count: number, metric: string, write: WriteCount) => string
    readonly 'not-completed': (count: number, metric: string, write: WriteCount) => string
    readonly 'no-value': (count: number, metric: string, write: WriteCount) => string
  }
  readonly boundSampled: (names: string, metric: string) => string
  readonly boundLast: (names: string, metric: string) => string
  readonly boundOther: (names: string, metric: string) => string
  readonly unevenEvaluations: (most: string, fewest: string) => string
  readonly unequalSteps: (steps: string, other: string, otherSteps: string) => string
  readonly identicalSeeds: string
  readonly unknownCondition: (field: string, missing: number, write: WriteCount) => string
  readonly differentModels: (models: string, metric: string) => string
  readonly guessedGoal: (metric: string, goal: Goal) => string
  readonly statusUnknown: (names: string) => string
}

/** How far the recommended run lies from the best value, in percent or in the metric's unit. */
export interface DifferenceParts {
  readonly metric: string
  readonly goal: Goal
  readonly best: string
  readonly difference: string
}

export const reasonMessages: ReasonMessages = {
  bestValue: (metric, goal, value) => `It has the ${lowest(goal)} ${metric}: ${value}.`,
  notBestValue: ({ metric, goal, best, difference }, isForGap) =>
    `Its ${metric} is ${difference} ${goal === 'min' ? 'above' : 'below'} the ${lowest(goal)}, ` +
    `that of ${best}; ${
      isForGap
        ? 'it scores higher because its gap is smaller.'
        : 'the policy puts it first all the same.'
    }`,
  gap: (gap, isAtBest) =>
    isAtBest
      ? `Its gap between evaluation and training is ${gap} at its best step.`
      : `Its gap to the last training value is ${gap}; the one at its best step is not known.`,
  evalBelowTrain: (gap) =>
    `Its evaluation is better than its training by ${gap}. Dropout, augmentation and a training ` +
    'value averaged over the epoch do that; it is no sign of a leak.',
  noTrainValue: (names, count) =>
    `No training value is known of ${names}: ${count === 1 ? 'it is' : 'they are'} scored by evaluation alone.`,
  tied: (names) => `It shares its place with ${names}.`,
  onlyRun: 'It is the only run to judge.',
  ruledOut: (best) => `The evidence rules it out: ${best} is better beyond chance.`,
  cheaperContender: (name, hours, times) =>
    `${name} cannot be told apart from it and took ${times} times fewer GPU hours (${hours}).`,
  liveRunAhead: (name, metric, value) =>
    `${name} is still running and ahead already: ${metric} ${value}.`,
  liveRunSoFar: (name, metric, value) => `${name} is still running: ${metric} ${value} so far.`,
  excluded: {
    live: (count, _metric, write) =>
      `${counted(count, ['run is', 'runs are'], write)} still running and left out.`,
    'not-completed': (count, _metric, write) =>
      `${counted(count, ['run', 'runs'], write)} did not complete and ${count === 1 ? 'is' : 'are'} left out.`,
    'no-value': (count, metric, write) =>
      `${counted(count, ['run has', 'runs have'], write)} no ${metric} and ${count === 1 ? 'is' : 'are'} left out.`,
  },
  boundSampled: (names, metric) =>
    `Of ${names} the source gives a sample of the points: the true best ${metric} may be better.`,
  boundLast: (names, metric) =>
    `Of ${names} only the last ${metric} is known: the best may be better.`,
  boundOther: (names, metric) => `The ${metric} of ${names} is a bound of the best.`,
  unevenEvaluations: (most, fewest) =>
    `${most} was evaluated more often than ${fewest}: the best of more evaluations is the luckier one.`,
  unequalSteps: (steps, other, otherSteps) =>
    `It trained for ${steps} steps and ${other} for ${otherSteps}, which may have been behind and not worse.`,
  identicalSeeds:
    'Seeds agree to the last digit, as copies of one run do: they tell nothing of chance.',
  unknownCondition: (field, missing, write) =>
    `${counted(missing, ['run does', 'runs do'], write)} not name ${field}, and may not be comparable.`,
  differentModels: (models, metric) =>
    `The models differ (${models}): their ${metric} compares only if they split text in the same way.`,
  guessedGoal: (metric, goal) =>
    `That a ${goal === 'min' ? 'lower' : 'higher'} ${metric} is better was guessed from its name.`,
  statusUnknown: (names) => `How ${names} ended is not known; taken as done.`,
}
