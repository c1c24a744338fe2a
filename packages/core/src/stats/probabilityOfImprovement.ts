import type { Goal } from '../run/run.ts'
import { undefinedFor, type Undefined } from './answer.ts'
import { mannWhitney } from './mannWhitney.ts'
import { mean } from './moments.ts'

export interface ImprovementOptions {
  /** Which end of the metric is better. @default 'max' */
  readonly goal?: Goal
}

export interface ImprovementResult {
  readonly kind: 'defined'
  /** From 0, `a` never better, to 1; 0.5 where neither is. */
  readonly probability: number
}

/**
 * Returns the chance that a run of `a` is better than one of `b` on a task drawn at random, ties
 * counted half.
 *
 * Shape: for each task the values of its runs, the same tasks in the same order on both sides.
 *
 * Missing: `unequal-lengths` where the tasks are not as many, `too-few-values` without a task or for
 * a task without a run, `not-finite`.
 *
 * @see Agarwal et al. (2021), Deep reinforcement learning at the edge of the statistical precipice.
 */
export function probabilityOfImprovement(
  tasksOfA: readonly (readonly number[])[],
  tasksOfB: readonly (readonly number[])[],
  { goal = 'max' }: ImprovementOptions = {},
): ImprovementResult | Undefined {
  if (tasksOfA.length !== tasksOfB.length) return undefinedFor('unequal-lengths')
  if (tasksOfA.length === 0) return undefinedFor('too-few-values')
  const chances: number[] = []
  for (const [task, a] of tasksOfA.entries()) {
    const test = mannWhitney(a, tasksOfB[task] ?? [])
    if (test.kind === 'undefined') return test
    chances.push(goal === 'max' ? 1 - test.probability : test.probability)
  }
  return { kind: 'defined', probability: mean(chances) }
}
