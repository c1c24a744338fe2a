/**
 * Returns the rank of each value, from 1 for the smallest; equal values share the mean of theirs.
 *
 * Shape: as the input. The input holds finite numbers.
 */
export function averageRanks(values: readonly number[]): number[] {
  const ranks = values.map(() => 0)
  let before = 0
  for (const places of tiedPlaces(values)) {
    for (const place of places) ranks[place] = before + (places.length + 1) / 2
    before += places.length
  }
  return ranks
}

/** Returns how many values there are of each distinct one, smallest first; all 1 without ties. */
export function tieSizes(values: readonly number[]): number[] {
  return tiedPlaces(values).map((places) => places.length)
}

/** Returns the places of equal values together, the smallest value first. */
export function tiedPlaces(values: readonly number[]): number[][] {
  const order = Array.from(values.keys()).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const groups: number[][] = []
  for (const place of order) {
    const last = groups.at(-1)
    if (last !== undefined && values[last[0] ?? 0] === values[place]) last.push(place)
    else groups.push([place])
  }
  return groups
}
