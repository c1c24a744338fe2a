import { defineRun, type Objective, type Run } from '@runoff/core'
import type { CostRow } from '@runoff/core/stats'
import type { DefinedCost } from '../answers.ts'

export interface CostInput {
  readonly name: string
  readonly value: number
  readonly gpuHours: number
  readonly dominatedBy?: string
  readonly basis?: CostRow['basis']
  readonly price?: number
}

export const runNamed = (name: string): Run => defineRun({ id: name, status: 'completed' })

/** A comparison in which whoever is dominated says by whom. */
export function costOf(
  inputs: readonly CostInput[],
  given: Partial<DefinedCost> = {},
): DefinedCost {
  const objective: Objective = { metric: 'eval/loss', goal: 'min' }
  const rows = inputs.map((input): CostRow => ({
    run: runNamed(input.name),
    value: input.value,
    gpuHours: input.gpuHours,
    basis: input.basis ?? 'reported',
    price: input.price ?? null,
    isOnFront: input.dominatedBy === undefined,
    dominatedBy: input.dominatedBy === undefined ? null : runNamed(input.dominatedBy),
  }))
  return {
    kind: 'defined',
    objective,
    rows,
    front: rows.filter(({ isOnFront }) => isOnFront).map(({ run }) => run),
    cheapestContender: null,
    excluded: [],
    ...given,
  }
}

export const sweep: DefinedCost = costOf(
  [
    { name: 'full fine-tune', value: 0.231, gpuHours: 48.4, price: 96.8 },
    { name: 'lora r=64', value: 0.233, gpuHours: 15.6, price: 31.2 },
    { name: 'lora r=16', value: 0.2478, gpuHours: 7.9, price: 15.8 },
    { name: 'lora r=4', value: 0.281, gpuHours: 5.1, price: 10.2, basis: 'duration' },
    {
      name: 'lora r=64, wd 0',
      value: 0.256,
      gpuHours: 21.3,
      price: 42.6,
      dominatedBy: 'lora r=64',
    },
    { name: 'prefix', value: 0.305, gpuHours: 9.2, price: 18.4, dominatedBy: 'lora r=16' },
  ],
  {
    cheapestContender: {
      run: runNamed('lora r=64'),
      than: runNamed('full fine-tune'),
      timesCheaper: 48.4 / 15.6,
    },
    excluded: [
      { run: runNamed('from a notebook'), reason: 'no-cost' },
      { run: runNamed('just started'), reason: 'no-value' },
    ],
  },
)

export const sweepContenders: readonly Run[] = ['full fine-tune', 'lora r=64'].map(runNamed)
