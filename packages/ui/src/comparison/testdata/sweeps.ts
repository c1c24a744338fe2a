import type { RunInput } from '@runoff/core'
import type { MemoryRun } from '@runoff/sources/memory'
import { generatedRun } from './generatedRuns.ts'

interface ConfigurationOptions {
  readonly learningRate: number
  /** What the eval loss of its first seed comes down to; each further one ends a little higher. */
  readonly floor: number
  readonly gpus: number
  readonly run?: RunInput
  readonly steps?: number
}

const seedStep = 0.008

function runOf(options: ConfigurationOptions, seed: number): MemoryRun {
  const { learningRate, floor, gpus, run, steps } = options
  const group = `lr-${learningRate.toExponential()}`
  return generatedRun({
    name: `${group} / seed ${seed}`,
    seed,
    peakLearningRate: learningRate,
    floor: floor + seed * seedStep,
    ...(steps === undefined ? {} : { steps }),
    run: {
      group,
      seed: String(seed),
      params: {
        learning_rate: learningRate,
        lr_scheduler_type: 'cosine',
        per_device_train_batch_size: 8,
        num_gpus: gpus,
        seed,
      },
      ...run,
    },
  })
}

const seeds = [1, 2, 3]
const configuration = (options: ConfigurationOptions): readonly MemoryRun[] =>
  seeds.map((seed) => runOf(options, seed))

const live: Pick<ConfigurationOptions, 'run' | 'steps'> = {
  steps: 1200,
  run: { status: 'running', step: 1200, endedAtMs: null },
}

/** Three seeds each of three learning rates, the first far ahead, and two runs that still go on. */
export const clearSweep: readonly MemoryRun[] = [
  ...configuration({ learningRate: 3e-4, floor: 0.23, gpus: 4 }),
  ...configuration({ learningRate: 1e-4, floor: 0.31, gpus: 4 }),
  ...configuration({ learningRate: 1e-3, floor: 0.42, gpus: 8 }),
  runOf({ learningRate: 3e-3, floor: 0.6, gpus: 4, ...live }, 1),
  runOf({ learningRate: 2e-4, floor: 0.22, gpus: 4, ...live }, 1),
]

/** Three seeds each of three learning rates, of which two do equally well at different costs. */
export const closeSweep: readonly MemoryRun[] = [
  ...configuration({ learningRate: 3e-4, floor: 0.23, gpus: 8 }),
  ...configuration({ learningRate: 2e-4, floor: 0.2305, gpus: 2 }),
  ...configuration({ learningRate: 1e-3, floor: 0.42, gpus: 8 }),
]
