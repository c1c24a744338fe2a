import { boxesPlan } from './boxes.ts'
import type { SmoothingPlan } from './plan.ts'

/**
 * Returns the plan of the plain mean of a window of that many points around each one; an even window
 * has the odd point before it.
 */
export function runningAveragePlan(window: number): SmoothingPlan {
  return boxesPlan(`runningAverage ${window}`, {
    box: { left: window >> 1, right: (window - 1) >> 1, edge: 0 },
    passes: 1,
  })
}
