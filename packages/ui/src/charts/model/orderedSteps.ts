import { columnMemory } from './columnMemory.ts'

/** What is known of steps that begin at one place of a memory. */
interface Known {
  readonly length: number
  readonly isOrdered: boolean
}

/** A pass over a million steps on every append would cost a frame. */
const known = columnMemory<Known>()

/**
 * Returns whether the steps of a series are finite and never fall, as they must. Where they come from
 * a host that built its columns itself they may not. Of steps that grow only what was added is read.
 */
export function hasOrderedSteps(steps: Float64Array): boolean {
  const before = known.get(steps)
  const isLonger = before !== undefined && before.length <= steps.length
  const isOrdered = isLonger
    ? before.isOrdered && isOrderedFrom(steps, before.length)
    : isOrderedFrom(steps, 0)
  known.set(steps, { length: steps.length, isOrdered })
  return isOrdered
}

/** Returns whether numbers are finite and never fall, from a place on. */
export function isOrderedFrom(x: Float64Array, start: number): boolean {
  let before = start === 0 ? -Number.MAX_VALUE : (x[start - 1] as number)
  for (let i = start; i < x.length; i++) {
    const at = x[i] as number
    // False for NaN and for infinity as well.
    if (!(at >= before && at < Infinity)) return false
    before = at
  }
  return true
}
