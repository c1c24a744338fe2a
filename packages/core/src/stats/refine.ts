/**
 * Returns where steps from `start` lead: they are taken until they no longer change the value, or
 * until one leads nowhere because what it was computed from is too small a number.
 */
export function refine(start: number, step: (value: number) => number): number {
  let value = start
  for (let round = 0; round < 100; round++) {
    const change = step(value)
    if (!Number.isFinite(change)) break
    value += change
    if (Math.abs(change) <= 1e-15 * Math.abs(value)) break
  }
  return value
}
