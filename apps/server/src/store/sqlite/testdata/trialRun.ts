import { defineSeries, type MetricSeries } from '@runoff/core'

/** What the trial run writes at a step, the same in every process and at every try. */
export function trialPoints(step: number): ReadonlyMap<string, MetricSeries> {
  return new Map([
    ['train/loss', defineSeries([{ step, value: 1 / (step + 1) }])],
    ['eval/loss', defineSeries([{ step, value: step % 7 }])],
  ])
}

/** What it prints at a step: of a different length each time. */
export function trialLine(step: number): string {
  return `step ${step} ${'.'.repeat((step * 37) % 500)}\n`
}

/** What it has printed before a step. */
export function trialLog(steps: number): string {
  return Array.from({ length: steps }, (_, step) => trialLine(step)).join('')
}
