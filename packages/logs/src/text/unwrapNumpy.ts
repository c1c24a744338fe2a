/** Returns the inside of `np.float64(0.5)`, as numpy 2 shows its numbers, and any other text as it is. */
export function unwrapNumpy(written: string): string {
  const open = written.startsWith('np.') ? written.indexOf('(') : -1
  return open !== -1 && written.endsWith(')') ? written.slice(open + 1, -1) : written
}
