import { defineSeries } from '../../series/defineSeries.ts'
import type { MetricSeries } from '../../series/series.ts'

/** A series with these values at the steps 1, 2, 3, … */
export function seriesOf(values: readonly number[]): MetricSeries {
  return defineSeries({ steps: values.map((_, i) => i + 1), values })
}

/** Columns as they stand, such as those of a run whose steps go back, which defineSeries joins. */
export function columnsOf(steps: readonly number[], values: readonly number[]): MetricSeries {
  return {
    steps: Float64Array.from(steps),
    values: Float64Array.from(values),
    timesMs: null,
    epochs: null,
    basis: 'full',
    total: steps.length,
  }
}

/** Normal numbers, the same each time: Lehmer's generator, the first two numbers of it thrown away. */
export function normals(seed = 42): () => number {
  const modulus = 2 ** 31 - 1
  let state = seed
  const uniform = (): number => {
    state = (16807 * state) % modulus
    return state / modulus
  }
  const next = (): number => {
    const radius = Math.sqrt(-2 * Math.log(uniform()))
    return radius * Math.cos(2 * Math.PI * uniform())
  }
  next()
  return next
}

/** An autocorrelated row that begins with 0: each value keeps a share of the one before. */
export function autoregression(share: number, length: number): readonly number[] {
  const next = normals()
  const values = [0]
  while (values.length < length) values.push(share * (values.at(-1) ?? 0) + next())
  return values
}

/** Whether every number anywhere in an answer is one, and not `NaN` or infinite. */
export function holdsOnlyFinite(answer: unknown): boolean {
  if (typeof answer === 'number') return Number.isFinite(answer)
  if (typeof answer !== 'object' || answer === null) return true
  return Object.values(answer).every(holdsOnlyFinite)
}

/** Asserts to the compiler, and at run time, that a statistic has an answer. */
export function defined<T extends { readonly kind: string }>(
  answer: T,
): Extract<T, { readonly kind: 'defined' }> {
  if (answer.kind !== 'defined') throw new Error(`no answer: ${JSON.stringify(answer)}`)
  return answer as Extract<T, { readonly kind: 'defined' }>
}
