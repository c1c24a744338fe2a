import { readNumber } from '@runoff/core'
import type { JsonValue } from '../../json/parseTolerantJson.ts'

/** Beside the metrics: how far the run was when they were written. */
const places: ReadonlySet<string> = new Set(['step', 'epoch', 'global_step'])

/**
 * Returns the numbers in a file of results such as `all_results.json`, nested names joined by `/`;
 * the step and the epoch, and a tracker's own bookkeeping (`_step`, `_timestamp`), are left out.
 */
export function readResults(value: JsonValue): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  addNumbers(numbers, value, '', 0)
  return numbers
}

/** Whether a number of this name says how far a run was, or is a tracker's own. */
export function isBookkeeping(name: string): boolean {
  return name.startsWith('_') || places.has(name.slice(name.lastIndexOf('/') + 1))
}

const maxDepth = 12

function addNumbers(
  numbers: Map<string, number>,
  value: JsonValue,
  prefix: string,
  depth: number,
): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return
  for (const [name, inner] of Object.entries(value)) {
    if (isBookkeeping(name)) continue
    const number = readNumber(inner)
    if (number !== null) numbers.set(prefix + name, number)
    else addNumbers(numbers, inner, `${prefix}${name}/`, depth + 1)
  }
}
