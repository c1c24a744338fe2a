import { defineRun, type Run, type RunInput } from '@runoff/core'

const dayMs = 86_400_000
const firstDayMs = Date.UTC(2026, 2, 4, 9, 30)

/** A run of which only what matters to a test is given. */
export function runOf(id: string, input: RunInput = {}): Run {
  return defineRun({ id, status: 'completed', ...input })
}

/** A completed run with this best eval loss. */
export function runWithLoss(id: string, loss: number, input: RunInput = {}): Run {
  return runOf(id, { metrics: { 'eval/loss': loss }, ...input })
}

function fineTune(day: number, id: string, loss: number | null, input: RunInput = {}): Run {
  const startedAtMs = firstDayMs + day * dayMs
  return runOf(id, {
    model: 'Qwen/Qwen2.5-7B-Instruct',
    dataset: 'alpaca-cleaned',
    createdAtMs: startedAtMs,
    startedAtMs,
    endedAtMs: startedAtMs + (2.1 + day / 7) * 3_600_000,
    step: 2000,
    totalSteps: 2000,
    metrics:
      loss === null ? { 'train/loss': 1.1 } : { 'eval/loss': loss, 'train/loss': loss - 0.02 },
    ...input,
  })
}

/** Eight runs of three models in every status that a list of an ordinary week has. */
export const weekOfRuns: readonly Run[] = [
  fineTune(0, 'lr-3e-4 / seed 1', 0.2345),
  fineTune(1, 'lr-3e-4 / seed 2', 0.2431),
  fineTune(2, 'lr-1e-4 / seed 1', 0.2701),
  fineTune(3, 'lr-1e-3 / seed 1', 0.3124, { status: 'failed', step: 812 }),
  fineTune(4, 'lr-1e-4 / seed 2', null, { status: 'running', step: 812, endedAtMs: null }),
  fineTune(5, 'dpo-beta-0.1', 0.4127, {
    model: '/cache/models--meta-llama--Llama-3.1-8B/snapshots/8c22764',
    dataset: 'ultrafeedback',
  }),
  fineTune(6, 'dpo-beta-0.5', 0.5403, {
    model: '/cache/models--meta-llama--Llama-3.1-8B/snapshots/8c22764',
    dataset: 'ultrafeedback',
    status: 'cancelled',
    step: 1400,
  }),
  fineTune(7, 'imported from a notebook', null, { model: null, dataset: null, metrics: {} }),
]

/** Two runs that nobody looks at any more. */
export const archivedRuns: readonly Run[] = [
  fineTune(-8, 'first try', 0.6712, { archived: true }),
  fineTune(-7, 'second try', 0.4411, { archived: true }),
]

/** Any number of runs over five models; the same ones each time. */
export function manyRuns(count: number): readonly Run[] {
  return Array.from({ length: count }, (_, index) =>
    fineTune(-index / 24, `sweep-${String(index).padStart(5, '0')}`, lossAt(index), {
      model: `lab/model-${index % 5}`,
    }),
  )
}

function lossAt(index: number): number {
  return 0.2 + ((index * 7919) % 1000) / 2000
}
