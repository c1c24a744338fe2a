import { readNumber } from '@runoff/core'

/** Returns the number that MLflow gives: its database keeps infinity as the largest double. */
export function mlflowNumber(value: unknown): number {
  const number = readNumber(value) ?? NaN
  return Math.abs(number) === Number.MAX_VALUE ? Math.sign(number) * Infinity : number
}
