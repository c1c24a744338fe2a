/** Returns a line of what was measured: how often, and the median, 95th percentile and largest time. */
export function lineOf(name: string, timesMs: readonly number[]): string {
  const sorted = timesMs.toSorted((a, b) => a - b)
  const at = (share: number): string => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    return time === undefined ? '–' : `${time.toFixed(1)} ms`
  }
  const times = `median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`
  return `${name.padEnd(28)} ${sorted.length} times: ${sorted.length === 0 ? 'none' : times}`
}
