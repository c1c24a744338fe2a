import type { Goal, VerdictEvidence } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'
import { answerMessages, counted, type AnswerMessages } from './answerMessages.ts'
import { reasonMessages, type ReasonMessages } from './reasonMessages.ts'

/** Of which runs the answer is said; `loaded` where the source has more of them. */
export type ConsideredScope = 'selected' | 'listed' | 'loaded'

/** Words of the recommendation: which run to keep, why, and how sure that is. */
export interface RecommendationMessages {
  /** The name of the section. */
  readonly region: string
  readonly loading: string
  readonly answer: AnswerMessages
  readonly reason: ReasonMessages
  readonly verdicts: {
    readonly 'clear-winner': string
    /** Where the winner is not the run that is recommended. */
    readonly otherWinner: (name: string) => string
    readonly contenders: (count: number, write: WriteCount) => string
    readonly unreplicated: string
    readonly 'not-comparable': string
  }
  /** Of how many runs the answer is said, and how many of these were left out, by why. */
  readonly scope: (parts: ScopeParts, write: WriteCount) => string
  /** The disclosure under the answer. */
  readonly details: string
  /** What the star says; the reasons follow. */
  readonly recommended: (reasons: string) => string
  readonly why: string
  readonly showAll: (count: string) => string
  readonly showFewer: string
  readonly evidence: EvidenceWords
  readonly score: ScoreWords
  readonly checkpoint: CheckpointWords
  readonly others: OtherWords
}

export interface ScopeParts {
  readonly scope: ConsideredScope
  readonly total: number
  readonly judged: number
  readonly live: number
  readonly notCompleted: number
  readonly noValue: number
  readonly metric: string
}

/** Words of what the verdict rests on. */
export interface EvidenceWords {
  readonly title: string
  readonly configurations: string
  readonly configurationCount: (configurations: number, runs: number, write: WriteCount) => string
  readonly seeds: string
  readonly seedsOf: (name: string, seeds: number) => string
  /** Where all have the same number. */
  readonly seedsOfEach: (seeds: number) => string
  readonly noise: string
  readonly noiseOf: (
    sd: string,
    metric: string,
    configurations: number,
    write: WriteCount,
  ) => string
  readonly noNoise: string
  readonly margin: string
  readonly marginOf: (difference: string, times: string) => string
  readonly interval: string
  readonly intervalOf: (low: string, high: string, percent: string) => string
  readonly matters: string
  readonly mattersOf: (difference: string, isDefault: boolean) => string
  readonly more: string
  readonly moreSeeds: (seeds: number, write: WriteCount) => string
  readonly luck: string
  readonly luckOf: (configurations: number, sds: string, write: WriteCount) => string
  readonly conditions: string
  /** The small print: how it was computed. */
  readonly method: (
    method: VerdictEvidence['method'],
    percent: string,
    looks: number,
    df: number | null,
    write: WriteCount,
  ) => string
}

/** Words of how the score is made. */
export interface ScoreWords {
  readonly title: string
  readonly composite: string
  readonly bestValue: string
  readonly evidence: string
  readonly custom: (policy: string) => string
  /** What the evaluation's part is: of the values' ratio, or of their place between the ends. */
  readonly ratio: (metric: string, goal: Goal) => string
  readonly linear: (metric: string) => string
  /** Up to which gaps there are how many points: write the numbers with what is given. */
  readonly gaps: (write: (value: number) => string) => string
  readonly table: string
  readonly scrollRegion: string
  readonly run: string
  readonly score: string
  readonly evalScore: string
  readonly overfitScore: string
  readonly gap: string
  readonly lastGap: string
  readonly noValue: string
}

/** Words of where the recommended run was at its best. */
export interface CheckpointWords {
  readonly title: string
  readonly run: string
  readonly id: string
  readonly step: string
  readonly epoch: string
  readonly path: string
  readonly noPath: string
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
  readonly smoothed: string
  readonly smoothedAt: (step: string, value: string, window: number) => string
  readonly optimism: (difference: string) => string
}

/** Words of how the other runs do beside the recommended one. */
export interface OtherWords {
  readonly title: string
  readonly worse: (name: string, difference: string) => string
  readonly better: (name: string, difference: string) => string
  readonly equal: (name: string, metric: string) => string
  readonly considerArchiving: (sentence: string) => string
}

const runs = (count: number, write: WriteCount): string => counted(count, ['run', 'runs'], write)

const configurationsText = (count: number, write: WriteCount): string =>
  counted(count, ['configuration', 'configurations'], write)

const scopeTexts: Readonly<Record<ConsideredScope, typeof runs>> = {
  selected: (count, write) => `${write(count)} selected ${count === 1 ? 'run' : 'runs'}`,
  listed: runs,
  loaded: (count, write) => `the ${runs(count, write)} loaded so far`,
}

const methods: Readonly<Record<VerdictEvidence['method'], string>> = {
  'tukey-kramer': 'All pairs at once by Tukey and Kramer, one pooled spread',
  'games-howell': 'All pairs at once by Games and Howell, each with its own spread',
  none: 'No test: there is no spread to test against',
}

export const recommendationMessages: RecommendationMessages = {
  region: 'Recommendation',
  loading: 'Loading runs',
  answer: answerMessages,
  reason: reasonMessages,
  verdicts: {
    'clear-winner': 'Clear winner',
    otherWinner: (name) => `Clear winner: ${name}`,
    contenders: (count, write) => `Contenders (${write(count)})`,
    unreplicated: 'Unreplicated',
    'not-comparable': 'Not comparable',
  },
  scope: ({ scope, total, judged, live, notCompleted, noValue, metric }, write) => {
    const left = [
      live === 0 ? '' : `${write(live)} still running`,
      notCompleted === 0 ? '' : `${write(notCompleted)} not completed`,
      noValue === 0 ? '' : `${write(noValue)} without ${metric}`,
    ].filter((part) => part !== '')
    const of = `Of ${scopeTexts[scope](total, write)}`
    if (left.length > 0) return `${of}, ${write(judged)} judged; left out: ${left.join(', ')}.`
    return total === 1 ? `${of}.` : `${of}, all judged.`
  },
  details: 'Why, and how sure',
  recommended: (reasons) => (reasons === '' ? 'Recommended' : `Recommended: ${reasons}`),
  why: 'Why',
  showAll: (count) => `Show all ${count}`,
  showFewer: 'Show fewer',
  evidence: {
    title: 'How sure',
    configurations: 'Compared',
    configurationCount: (configurations, count, write) =>
      `${configurationsText(configurations, write)}, ${runs(count, write)}`,
    seeds: 'Seeds',
    seedsOf: (name, seeds) => `${name} (${seeds})`,
    seedsOfEach: (seeds) => (seeds === 1 ? 'one of each' : `${seeds} of each`),
    noise: 'Noise of a seed',
    noiseOf: (sd, metric, configurations, write) =>
      `${sd} ${metric}, from ${configurationsText(configurations, write)} with several seeds`,
    noNoise: 'not known: too few seeds, or all alike',
    margin: 'Margin',
    marginOf: (difference, times) => `${difference}, which is ${times} times its noise`,
    interval: 'Interval',
    intervalOf: (low, high, percent) => `${low} to ${high} (${percent})`,
    matters: 'Smallest that matters',
    mattersOf: (difference, isDefault) =>
      isDefault ? `${difference}, the noise of a seed` : difference,
    more: 'Seeds to tell',
    moreSeeds: (seeds, write) => `about ${write(seeds)} of each of the best two`,
    luck: 'Luck of the best',
    luckOf: (configurations, sds, write) =>
      `of ${write(configurations)} equal ones, the best looks ${sds} seed-sd better than it is`,
    conditions: 'Different',
    method: (method, percent, looks, df, write) => {
      const freedom = df === null ? '' : `, ${counted(df, ['degree', 'degrees'], write)} of freedom`
      const asked = looks === 1 ? '' : `; asked ${write(looks)} times, which the level pays for`
      return method === 'none'
        ? `${methods.none}.`
        : `${methods[method]}, level ${percent}${freedom}${asked}.`
    },
  },
  score: {
    title: 'How the score is made',
    composite: '70 % evaluation score and 30 % overfit score.',
    bestValue: 'The evaluation score alone.',
    evidence:
      'Contenders score 0, the others by how many standard errors they lie behind the best; of contenders the cheapest comes first, then the best mean.',
    custom: (policy) => `By the policy “${policy}” of this page.`,
    ratio: (metric, goal) =>
      goal === 'min'
        ? `Evaluation score: 100 × the lowest ${metric} ÷ that of the run.`
        : `Evaluation score: 100 × the ${metric} of the run ÷ the highest.`,
    linear: (metric) =>
      `Evaluation score: from 100 for the best ${metric} down to 0 for the worst, as not all are positive.`,
    gaps: (write) =>
      `Overfit score: 100 for a gap between evaluation and training below ${write(0.05)}, 80 below ${write(0.1)}, 60 below ${write(0.2)}, else 30; 40 for a negative gap. Without a training value the evaluation counts alone.`,
    table: 'Scores',
    scrollRegion: 'Scores, scrolls sideways',
    run: 'Run',
    score: 'Score',
    evalScore: 'Evaluation',
    overfitScore: 'Overfit',
    gap: 'Gap',
    lastGap: 'to the last training value: that at the best step is not known',
    noValue: 'no value',
  },
  checkpoint: {
    title: 'Checkpoint',
    run: 'Run',
    id: 'Run id',
    step: 'Step',
    epoch: 'Epoch',
    path: 'Path',
    noPath: 'not named by the source',
    copy: 'Copy path',
    copied: 'Copied',
    copyFailed: 'Could not be copied',
    smoothed: 'Smoothed choice',
    smoothedAt: (step, value, window) => `step ${step} (${value}, mean of ${window} evaluations)`,
    optimism: (difference) => `the best single evaluation looks about ${difference} too good`,
  },
  others: {
    title: 'The other runs',
    worse: (name, difference) => `${name} is ${difference} worse`,
    better: (name, difference) => `${name} is ${difference} better`,
    equal: (name, metric) => `${name} has the same ${metric}`,
    considerArchiving: (sentence) => `${sentence} (consider archiving)`,
  },
}

export type { AnswerMessages } from './answerMessages.ts'
export type { ReasonMessages } from './reasonMessages.ts'
