import { compareValues } from '../decide/samples.ts'
import type { Objective, Run } from '../run/run.ts'

/** The cheapest of the runs that may be as good as the best. */
export interface CheapestContender {
  readonly run: Run
  /** The contender with the best value, which `timesCheaper` compares with. */
  readonly than: Run
  /** GPU hours of `than` over those of `run`: 1 where they are one run; `null` for 0 hours. */
  readonly timesCheaper: number | null
}

interface Costed {
  readonly run: Run
  readonly value: number
  readonly gpuHours: number
}

interface ContenderOptions {
  readonly objective: Objective
  readonly noise: number
  readonly contenders: readonly Run[] | undefined
}

/**
 * Returns the cheapest of the contenders that have a value and a cost; ties go to the better value,
 * then to the run that comes first.
 *
 * Missing: without `contenders` those within the noise of the best value are taken; without noise,
 * nothing says that two values are as good as each other, and the answer is `null`.
 */
export function cheapestContender(
  rows: readonly Costed[],
  { objective, noise, contenders }: ContenderOptions,
): CheapestContender | null {
  const byValue = rows.toSorted((a, b) => compareValues(a.value, b.value, objective))
  const candidates =
    contenders === undefined ? withinNoise(byValue, noise) : among(byValue, contenders)
  const best = candidates[0]
  const cheapest = candidates.toSorted((a, b) => a.gpuHours - b.gpuHours)[0]
  if (best === undefined || cheapest === undefined) return null
  const times = best.gpuHours / cheapest.gpuHours
  return { run: cheapest.run, than: best.run, timesCheaper: Number.isFinite(times) ? times : null }
}

function withinNoise(byValue: readonly Costed[], noise: number): readonly Costed[] {
  const best = byValue[0]?.value ?? NaN
  return noise === 0 ? [] : byValue.filter(({ value }) => Math.abs(value - best) <= noise)
}

function among(byValue: readonly Costed[], contenders: readonly Run[]): readonly Costed[] {
  return byValue.filter(({ run }) =>
    contenders.some((other) => other.id === run.id && other.source === run.source),
  )
}
