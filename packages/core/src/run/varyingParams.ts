import { compareText } from '../text/compareText.ts'
import { paramKey } from './paramKey.ts'
import type { ParamValue, Run } from './run.ts'

/**
 * Returns the names of the parameters that are not the same in all of the runs, in their order.
 *
 * Equality is that of `diffParams`. Missing: a parameter that some run lacks varies.
 */
export function varyingParams(runs: readonly Run[]): readonly string[] {
  const [first, ...rest] = runs
  if (first === undefined) return []
  const varying = new Set<string>()
  for (const run of rest) {
    const shared = addDifferences(varying, first.params, run.params)
    if (shared < first.params.size) addLacking(varying, first.params, run.params)
  }
  return [...varying].toSorted(compareText)
}

type Params = ReadonlyMap<string, ParamValue>

/** Returns how many of the names the first run has as well. */
function addDifferences(varying: Set<string>, first: Params, params: Params): number {
  let shared = 0
  // Not with for … of, which makes a pair of each of a hundred thousand entries.
  params.forEach((value, name) => {
    const reference = first.get(name)
    if (reference !== undefined) shared++
    if (value === reference || varying.has(name)) return
    if (reference === undefined || paramKey(reference) !== paramKey(value)) varying.add(name)
  })
  return shared
}

function addLacking(varying: Set<string>, first: Params, params: Params): void {
  for (const name of first.keys()) if (!params.has(name)) varying.add(name)
}
