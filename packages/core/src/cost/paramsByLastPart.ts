import { lastPartOf } from '../run/lastPart.ts'
import type { ParamValue } from '../run/run.ts'
import { compareText } from '../text/compareText.ts'

/**
 * Returns the wanted parameters by the last part of their names, in lower case with `_` between
 * words: `trainer.numNodes` is found as `num_nodes`. Of those that share one, the least nested
 * stays, then the one whose whole name comes first.
 */
export function paramsByLastPart(
  params: ReadonlyMap<string, ParamValue>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ParamValue> {
  const names = [...params.keys()].filter((name) => wanted.has(lastPartOf(name)))
  // The last of those that share a key is the one a Map keeps.
  const ordered = names.toSorted((a, b) => depthOf(b) - depthOf(a) || compareText(b, a))
  return new Map(ordered.map((name) => [lastPartOf(name), params.get(name) ?? null]))
}

function depthOf(name: string): number {
  return name.split('.').length
}
