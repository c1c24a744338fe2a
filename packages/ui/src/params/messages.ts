import type { Goal } from '@runoff/core'
import type { WriteCount } from '../format/formatters.ts'

/** A coefficient and the probability that chance alone would give one as large, written out. */
export interface EffectWords {
  /** What the runs are judged by, for the middle of a sentence: 'eval loss'. */
  readonly metric: string
  readonly param: string
  /** `0.71`; empty where there is none. */
  readonly coefficient: string
  /** `p = 0.0030`, after the correction. */
  readonly p: string
  /** How many tests it is corrected for. */
  readonly tests: number
  readonly testsText: string
  readonly goal: Goal
}

/** Which bars show the strength of an effect. */
export type ImportanceMeasure = 'correlation' | 'share'

/** Words of the parts about parameters. */
export interface ParamMessages {
  readonly loadingRuns: string
  readonly noRuns: string
  readonly noneCompleted: (count: number, write: WriteCount) => string
  readonly noObjective: (metric: string) => string
  /** How many runs are left out, and why. */
  readonly notCompleted: (count: number, total: number, write: WriteCount) => string
  readonly withoutObjective: (
    count: number,
    total: number,
    metric: string,
    write: WriteCount,
  ) => string
  readonly withoutParam: (count: number, total: number, param: string, write: WriteCount) => string
  readonly notFinite: (count: number, param: string, write: WriteCount) => string
  readonly allEqual: (param: string, value: string) => string
  readonly objectiveAllEqual: (metric: string, value: string) => string
  readonly oneRun: string
  readonly logAxis: (name: string) => string
  readonly runs: (count: number, write: WriteCount) => string
  readonly run: string
  readonly best: string
  readonly bestIs: (name: string, value: string, metric: string, goal: Goal) => string
  readonly noValue: string
  readonly gpuHours: string
  readonly scatter: {
    readonly title: (metric: string, param: string) => string
    readonly titleAlone: (metric: string) => string
    readonly param: string
    readonly plotKeys: string
    readonly summary: (title: string, runs: string, from: string, to: string) => string
    readonly nothingVaries: string
    readonly noPoint: (param: string, metric: string) => string
    readonly namesLeftOut: (count: number, write: WriteCount) => string
    readonly cursor: (
      run: string,
      metric: string,
      value: string,
      param: string,
      at: string,
    ) => string
  }
  readonly parallel: {
    readonly title: (metric: string) => string
    readonly plotKeys: string
    readonly summary: (title: string, runs: string, axes: string) => string
    readonly within: (count: number, total: number, write: WriteCount) => string
    readonly scroll: string
    readonly axes: string
    readonly axisLow: (axis: string) => string
    readonly axisHigh: (axis: string) => string
    readonly moveLeft: (axis: string) => string
    readonly moveRight: (axis: string) => string
    readonly hide: (axis: string) => string
    readonly addAxis: string
    readonly chooseAxis: string
    readonly clearRanges: string
    readonly noAxes: string
    readonly legend: (metric: string) => string
    readonly worst: string
    readonly hint: string
    /** Under the name of an axis. */
    readonly log: string
  }
  readonly importance: {
    readonly title: (metric: string) => string
    readonly titleAlone: string
    readonly working: (percent: string) => string
    readonly summary: (found: string, params: number, runs: number, write: WriteCount) => string
    readonly summaryNone: (params: number, runs: number, write: WriteCount) => string
    readonly needed: (runs: number, needed: number, write: WriteCount) => string
    readonly noParams: string
    readonly noVariance: string
    readonly undefined: string
    readonly rising: (words: EffectWords) => string
    readonly falling: (words: EffectWords) => string
    readonly notMonotone: (words: EffectWords) => string
    readonly differs: (words: EffectWords) => string
    readonly noneDetected: (runs: number, write: WriteCount) => string
    readonly untested: (runs: number, write: WriteCount) => string
    readonly share: (percent: string) => string
    readonly shareWithinNoise: string
    readonly together: (params: string) => string
    readonly measure: string
    readonly measures: Readonly<Record<ImportanceMeasure, string>>
    readonly aboutMeasure: Readonly<Record<ImportanceMeasure, string>>
    readonly sharesNeed: (needed: number, runs: number, write: WriteCount) => string
    readonly observed: string
    readonly showAll: (count: number, write: WriteCount) => string
    readonly showFew: string
    readonly columns: {
      readonly param: string
      readonly runs: string
      readonly rho: string
      readonly rhoP: string
      readonly xi: string
      readonly xiP: string
      readonly kruskalP: string
      readonly adjustedP: string
      readonly share: string
      readonly finding: string
    }
  }
}

const runs = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'run' : 'runs'}`
const params = (count: number, write: WriteCount): string =>
  `${write(count)} ${count === 1 ? 'parameter' : 'parameters'}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const evidence = ({ coefficient, p, tests, testsText }: EffectWords, name: string): string => {
  const parts = [coefficient === '' ? null : `${name} ${coefficient}`, p]
  const after = tests > 1 ? ` after correction for ${testsText} tests` : ''
  return `(${parts.filter((part) => part !== null).join(', ')}${after})`
}
const better = (end: 'low' | 'high', goal: Goal): string =>
  (end === 'low') === (goal === 'min')
    ? 'Lower values went with better runs.'
    : 'Higher values went with better runs.'

export const paramMessages: ParamMessages = {
  loadingRuns: 'Loading runs…',
  noRuns: 'No runs to show.',
  noneCompleted: (count, write) =>
    count === 1
      ? 'The run is not completed yet.'
      : `None of the ${write(count)} runs is completed yet.`,
  noObjective: (metric) => `No completed run has a finite ${metric}.`,
  notCompleted: (count, total, write) =>
    `${write(count)} of ${runs(total, write)} ${count === 1 ? 'is' : 'are'} not completed and not shown.`,
  withoutObjective: (count, total, metric, write) =>
    `${write(count)} of ${write(total)} completed runs ${count === 1 ? 'has' : 'have'} no finite ${metric}.`,
  withoutParam: (count, total, param, write) =>
    `${write(count)} of ${write(total)} completed runs ${count === 1 ? 'has' : 'have'} no ${param}.`,
  notFinite: (count, param, write) =>
    `${runs(count, write)} ${count === 1 ? 'has' : 'have'} a ${param} that is NaN or infinite.`,
  allEqual: (param, value) =>
    `All of these runs have the same ${param}, ${value}: nothing can be read off it.`,
  objectiveAllEqual: (metric, value) => `All of these runs have the same ${metric}, ${value}.`,
  oneRun: 'One run shows no relation.',
  logAxis: (name) => `${name} (log)`,
  runs,
  run: 'Run',
  best: 'Best',
  bestIs: (name, value, metric, goal) =>
    `${goal === 'min' ? 'Lowest' : 'Highest'} ${metric}: ${name} with ${value}.`,
  noValue: 'no value',
  gpuHours: 'GPU hours',
  scatter: {
    title: (metric, param) => `${metric} against ${param}`,
    titleAlone: (metric) => `${metric} against a parameter`,
    param: 'Parameter',
    plotKeys:
      'Left and right arrows move along the parameter, with Shift by ten; up and down move by ' +
      'value; Home and End go to the ends; Escape clears.',
    summary: (title, count, from, to) =>
      from === to
        ? `${title}: ${count}, all at ${from}.`
        : `${title}: ${count}, from ${from} to ${to}.`,
    nothingVaries: 'No parameter differs between the completed runs.',
    noPoint: (param, metric) => `No completed run has both ${param} and ${metric}.`,
    namesLeftOut: (count, write) =>
      `${write(count)} values: the axis names only those that it has room for.`,
    cursor: (run, metric, value, param, at) => `${run}: ${metric} ${value} at ${param} ${at}`,
  },
  parallel: {
    title: (metric) => `Parameters and ${metric} of each run`,
    plotKeys:
      'Left and right arrows move from run to run, best first, with Shift by ten; Home and End go ' +
      'to the best and the worst; Escape clears. The axes are moved, hidden and limited under ' +
      '"Axes and ranges".',
    summary: (title, count, axes) => `${title}: ${count} on the axes ${axes}.`,
    within: (count, total, write) =>
      count === total
        ? `${runs(total, write)} shown`
        : `${write(count)} of ${runs(total, write)} within the ranges`,
    scroll: 'Axes, scroll sideways',
    axes: 'Axes and ranges',
    axisLow: (axis) => `${axis}: from`,
    axisHigh: (axis) => `${axis}: to`,
    moveLeft: (axis) => `Move ${axis} left`,
    moveRight: (axis) => `Move ${axis} right`,
    hide: (axis) => `Hide ${axis}`,
    addAxis: 'Add an axis',
    chooseAxis: 'Choose…',
    clearRanges: 'Clear ranges',
    noAxes: 'No axis is shown. Add one under "Axes and ranges".',
    legend: (metric) => `Colour by ${metric}; the best run is the thick dashed line with stars`,
    worst: 'Worst',
    log: 'log',
    hint: 'Drag along an axis to keep the runs that cross it there; click it to let go.',
  },
  importance: {
    title: (metric) => `Parameters and ${metric}`,
    titleAlone: 'Parameters and results',
    working: (percent) => `Testing parameters: ${percent}`,
    summary: (found, count, n, write) =>
      `Of ${params(count, write)} among ${write(n)} completed runs, an effect was seen of ${found}.`,
    summaryNone: (count, n, write) =>
      `No effect was seen of any of ${params(count, write)} among ${write(n)} completed runs, which is not the same as no effect.`,
    needed: (count, needed, write) => `${write(count)} of ${write(needed)} completed runs needed.`,
    noParams: 'No parameter differs between the completed runs.',
    noVariance: 'All completed runs have the same value, so nothing can go with it.',
    undefined: 'These runs say nothing about their parameters.',
    rising: (words) =>
      `${capital(words.metric)} rises with ${words.param} ${evidence(words, 'rho')}. ${better('low', words.goal)}`,
    falling: (words) =>
      `${capital(words.metric)} falls with ${words.param} ${evidence(words, 'rho')}. ${better('high', words.goal)}`,
    notMonotone: (words) =>
      `${capital(words.metric)} changes with ${words.param}, but neither only up nor only down ${evidence(words, 'xi')}. Look at its scatter plot.`,
    differs: (words) =>
      `${capital(words.metric)} differs between the values of ${words.param} ${evidence(words, '')}.`,
    noneDetected: (count, write) =>
      `No detectable effect among ${runs(count, write)}, which is not the same as no effect.`,
    untested: (count, write) =>
      `Not tested: ${runs(count, write)} with it are too few, or its values too many, to compare.`,
    share: (percent) => `${percent} of what sets the best runs apart.`,
    shareWithinNoise: 'Its share is within what chance gives.',
    together: (list) => `These vary together and cannot be told apart: ${list}.`,
    measure: 'Bars',
    measures: { correlation: 'Correlation', share: 'Share' },
    aboutMeasure: {
      correlation:
        'Bars: strength of the relation, 0 to 1 (|rho|, or xi where it is not one-directional). Filled where it was detected, outlined where it may be chance; categories have no such number.',
      share:
        'Bars: share of what sets the best runs apart from the rest (PED-ANOVA), 0 to 100 %. No bar where chance gives as much.',
    },
    sharesNeed: (needed, n, write) =>
      `Shares need ${write(needed)} completed runs; there are ${write(n)}.`,
    observed: 'Seen in these runs, not proven: what was changed together can stand for each other.',
    showAll: (count, write) => `Show all ${write(count)} parameters`,
    showFew: 'Show fewer parameters',
    columns: {
      param: 'Parameter',
      runs: 'Runs',
      rho: 'rho',
      rhoP: 'p of rho',
      xi: 'xi',
      xiP: 'p of xi',
      kruskalP: 'p of Kruskal–Wallis',
      adjustedP: 'Smallest p, corrected',
      share: 'Share',
      finding: 'Finding',
    },
  },
}
