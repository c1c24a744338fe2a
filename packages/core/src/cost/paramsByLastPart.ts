import type { ParamValue } from '../run/run.ts'
import { compareText } from '../text/compareText.ts'

/** No parameter that is looked for by name has a longer one. */
const maxNameLength = 60

/**
 * Returns parameters by the last part of their names, in lower case with `_` between words:
 * `trainer.numNodes` is found as `num_nodes`. Of those that share one, the least nested stays, then
 * the one whose whole name comes first.
 */
export function paramsByLastPart(
  params: ReadonlyMap<string, ParamValue>,
): ReadonlyMap<string, ParamValue> {
  const depth = (name: string): number => name.split('.').length
  // The last of those that share a key is the one a Map keeps.
  const names = [...params.keys()].toSorted((a, b) => depth(b) - depth(a) || compareText(b, a))
  return new Map(names.map((name) => [lastPartOf(name), params.get(name) ?? null]))
}

function lastPartOf(name: string): string {
  return name
    .slice(name.lastIndexOf('.') + 1)
    .slice(0, maxNameLength)
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
}
