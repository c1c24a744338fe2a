import type { UndefinedReason } from './answer.ts'

/** Returns why a statistic that needs `needed` finite values can say nothing of these, or `null`. */
export function sampleFault(values: readonly number[], needed: number): UndefinedReason | null {
  if (!values.every(Number.isFinite)) return 'not-finite'
  return values.length < needed ? 'too-few-values' : null
}

/** The same for two samples. */
export function twoSampleFault(
  a: readonly number[],
  b: readonly number[],
  needed: number,
): UndefinedReason | null {
  const faults = [sampleFault(a, needed), sampleFault(b, needed)]
  return (
    faults.find((fault) => fault === 'not-finite') ?? faults.find((fault) => fault !== null) ?? null
  )
}

/** The same for values that belong together in pairs. */
export function pairFault(
  a: readonly number[],
  b: readonly number[],
  needed: number,
): UndefinedReason | null {
  return a.length === b.length ? twoSampleFault(a, b, needed) : 'unequal-lengths'
}

/** Whether all values are the same; true of none. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
