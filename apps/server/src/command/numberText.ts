/** Returns a value in so many digits as people compare by: `2.3146`, `1.2e-9`, `NaN`. */
export function metricText(value: number): string {
  return String(Number(value.toPrecision(5)))
}
