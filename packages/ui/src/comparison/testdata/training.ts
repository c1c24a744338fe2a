import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import type { RunSource } from '@runoff/sources'
import { generatedRun } from './generatedRuns.ts'

const totalSteps = 2000

/** A run that goes on each time someone looks, until it is done, beside one that is done already. */
export interface Training {
  readonly source: RunSource
  /** Trains so many steps more; returns whether it is done. */
  readonly advance: (steps: number) => boolean
}

export function startTraining(): Training {
  let steps = 600
  const done = generatedRun({ name: 'lr-3e-4', seed: 1, peakLearningRate: 3e-4, floor: 0.28 })
  const now = (): RunSource => memorySource({ runs: [done, trained(steps)] })
  let source = now()
  return {
    source: {
      id: 'training',
      listRuns: (query, options) => source.listRuns(query, options),
      readSeries: (requests, options) => source.readSeries(requests, options),
    },
    advance(more) {
      steps = Math.min(totalSteps, steps + more)
      source = now()
      return steps === totalSteps
    },
  }
}

function trained(steps: number): MemoryRun {
  const isDone = steps === totalSteps
  const run = generatedRun({
    name: 'lr-1e-4',
    seed: 2,
    peakLearningRate: 1e-4,
    floor: 0.24,
    steps,
  })
  return isDone ? run : { ...run, status: 'running', endedAtMs: null }
}
