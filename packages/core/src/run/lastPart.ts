/** No name that is looked for is longer. */
const maxLength = 60

/**
 * Returns the last part of a nested parameter's name in lower case with `_` between its words:
 * `trainer.numNodes` and `trainer/num-nodes` are `num_nodes`. What lies past 60 characters is cut.
 */
export function lastPartOf(name: string): string {
  const known = lastParts.get(name)
  if (known !== undefined) return known
  if (lastParts.size >= mostKept) lastParts.clear()
  const last = readLastPart(name)
  lastParts.set(name, last)
  return last
}

/** Each of thousands of runs has the same names. */
const lastParts = new Map<string, string>()
const mostKept = 10_000

function readLastPart(name: string): string {
  const from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1
  const last = name.slice(from, from + maxLength)
  return last
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[- ]/g, '_')
    .toLowerCase()
}
