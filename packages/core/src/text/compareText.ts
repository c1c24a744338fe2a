/**
 * Orders two texts by their UTF-16 code units: the same on every machine, in every locale.
 * Returns a negative number, zero or a positive number, as `Array.prototype.sort` wants it.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
