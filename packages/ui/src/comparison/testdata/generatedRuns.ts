import type { RunInput } from '@runoff/core'
import type { MemoryRun } from '@runoff/sources/memory'

/** What makes one generated training differ from another. */
export interface TrainingOptions {
  readonly name: string
  readonly seed: number
  readonly peakLearningRate: number
  /** What the eval loss comes down to. */
  readonly floor: number
  /** The step from which the eval loss rises again. */
  readonly overfitsFrom?: number
  readonly steps?: number
  readonly run?: RunInput
}

const totalSteps = 2000
const warmupSteps = 100
const trainEvery = 10
const evalEvery = 100
const startMs = Date.UTC(2026, 2, 4, 9, 30)
const stepMs = 4200

/** Returns a fine-tuning run with the curves that such a run has; the same ones each time. */
export function generatedRun(options: TrainingOptions): MemoryRun {
  const { name, seed, peakLearningRate, steps = totalSteps } = options
  const random = seededRandom(seed)
  const train = stepsOf(trainEvery, steps).map((step) => ({
    step,
    timeMs: startMs + step * stepMs,
    loss: trainLossAt(step, options) + (random() - 0.5) * 0.12,
    rate: learningRateAt(step, peakLearningRate),
    norm: 0.4 + 2.2 / (1 + step / 60) + random() * 0.5,
    speed: 31 + random() * 2 - (step % 500 === 0 ? 9 : 0),
  }))
  const evals = stepsOf(evalEvery, steps).map((step) => ({
    step,
    loss: evalLossAt(step, options) + (random() - 0.5) * 0.008,
  }))
  const points = (read: (row: (typeof train)[number]) => number) =>
    train.map((row) => ({
      step: row.step,
      value: read(row),
      timeMs: row.timeMs,
      epoch: (row.step / totalSteps) * 3,
    }))
  return {
    id: name,
    name,
    model: 'Qwen/Qwen2.5-7B-Instruct',
    dataset: 'alpaca-cleaned',
    status: 'completed',
    createdAtMs: startMs + seed * 3_600_000,
    startedAtMs: startMs + seed * 3_600_000,
    endedAtMs: startMs + seed * 3_600_000 + steps * stepMs,
    step: steps,
    totalSteps,
    epoch: (steps / totalSteps) * 3,
    totalEpochs: 3,
    params: {
      learning_rate: peakLearningRate,
      per_device_train_batch_size: 8,
      lora: { r: 16, alpha: 32 },
      seed,
    },
    ...options.run,
    series: {
      'train/loss': points((row) => row.loss),
      'eval/loss': evals.map(({ step, loss }) => ({ step, value: loss })),
      'eval/perplexity': evals.map(({ step, loss }) => ({ step, value: Math.exp(loss) })),
      learning_rate: points((row) => row.rate),
      grad_norm: points((row) => row.norm),
      'train/samples_per_second': points((row) => row.speed),
    },
  }
}

/** Five finished runs of one model, of which one overfits. */
export const fiveRuns: readonly MemoryRun[] = [
  generatedRun({ name: 'lr-3e-4 / seed 1', seed: 1, peakLearningRate: 3e-4, floor: 0.2345 }),
  generatedRun({ name: 'lr-3e-4 / seed 2', seed: 2, peakLearningRate: 3e-4, floor: 0.241 }),
  generatedRun({ name: 'lr-1e-4 / seed 1', seed: 3, peakLearningRate: 1e-4, floor: 0.27 }),
  generatedRun({ name: 'lr-1e-4 / seed 2', seed: 4, peakLearningRate: 1e-4, floor: 0.274 }),
  generatedRun({
    name: 'lr-1e-3 / seed 1',
    seed: 5,
    peakLearningRate: 1e-3,
    floor: 0.3,
    overfitsFrom: 900,
  }),
]

/** The same week with runs that stopped, still go, never logged, and failed. */
export const mixedRuns: readonly MemoryRun[] = [
  ...fiveRuns,
  generatedRun({
    name: 'lr-3e-3 / seed 1',
    seed: 6,
    peakLearningRate: 3e-3,
    floor: 0.5,
    steps: 810,
    run: { status: 'failed', step: 812 },
  }),
  { id: 'just started', name: 'just started', status: 'running', metrics: { 'train/loss': 1.9 } },
  { id: 'from a notebook', name: 'from a notebook', status: 'completed' },
]

function stepsOf(every: number, last: number): readonly number[] {
  return Array.from({ length: Math.floor(last / every) }, (_, index) => (index + 1) * every)
}

function trainLossAt(step: number, { floor, overfitsFrom = Infinity }: TrainingOptions): number {
  const fall = floor * 0.92 + 1.6 * Math.exp(-step / 220) + 0.25 * Math.exp(-step / 1200)
  return step > overfitsFrom ? fall - (step - overfitsFrom) * 0.00016 : fall
}

function evalLossAt(step: number, { floor, overfitsFrom = Infinity }: TrainingOptions): number {
  const fall = floor + 1.5 * Math.exp(-step / 200) + 0.22 * Math.exp(-step / 700)
  return step > overfitsFrom ? fall + (step - overfitsFrom) * 0.00022 : fall
}

/** Linear warm-up, then a cosine down to nothing. */
function learningRateAt(step: number, peak: number): number {
  if (step <= warmupSteps) return (peak * step) / warmupSteps
  const share = (step - warmupSteps) / (totalSteps - warmupSteps)
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}

/** Mulberry32: uniform numbers in [0, 1) that are the same in every engine. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
