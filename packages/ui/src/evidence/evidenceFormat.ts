import { noValue } from '../format/formatNumber.ts'
import type { Formatters } from '../format/formatters.ts'

/** How strongly data speak against chance, in steps that readers of p-values know. */
export type EvidenceStrength = 'very-strong' | 'strong' | 'moderate' | 'weak' | 'none'

const strengths: readonly (readonly [below: number, strength: EvidenceStrength])[] = [
  [0.001, 'very-strong'],
  [0.01, 'strong'],
  [0.05, 'moderate'],
  [0.1, 'weak'],
]

/** Returns what a p-value is called; each step ends below its bound. */
export function evidenceStrength(p: number): EvidenceStrength {
  return strengths.find(([below]) => p < below)?.[1] ?? 'none'
}

/**
 * Returns a p-value as it is printed, with what relates it to `p`: `= 0.012`, `< 0.001`.
 *
 * Two digits that say something, and no more decimals than four: a p-value is never known better.
 */
export function formatP(p: number, { marked }: Formatters): string {
  if (p < 0.001) return marked('< 0.001')
  if (p > 0.99) return marked('> 0.99')
  return marked(`= ${p < 0.01 ? p.toFixed(4) : p.toFixed(p < 0.1 ? 3 : 2)}`)
}

/**
 * Returns a chance in whole percent: `87 %`, and `> 99 %` or `< 1 %` near the ends, where neither
 * simulations nor the models beneath them tell more. Missing: `null` is `–`.
 */
export function formatChance(chance: number | null, { markedPercent }: Formatters): string {
  if (chance === null || !Number.isFinite(chance)) return noValue
  if (chance < 0.01) return `< ${markedPercent('1')}`
  if (chance > 0.99) return `> ${markedPercent('99')}`
  return markedPercent(String(Math.round(chance * 100)))
}

/** Returns how many times: `3.1×`, from ten on in whole numbers. */
export function formatTimes(times: number, formatters: Formatters): string {
  const { marked, metric } = formatters
  if (times < 9.95) return `${marked(times.toFixed(1))}×`
  const whole = Math.round(times)
  return `${whole < 1e4 ? marked(String(whole)) : metric(whole)}×`
}

/** Beyond these the decimals of a number are too many or too few to be read. */
const leastMagnitude = 1e-3
const greatestMagnitude = 1e6

/**
 * Returns a value with half the width of its interval, both to the digits that the interval
 * bears, which are two: `0.2345 ± 0.0041`. Missing: without an interval the value alone.
 */
export function formatPlusMinus(
  value: number,
  interval: readonly [number, number] | null,
  { metric, marked }: Formatters,
): string {
  const half = interval === null ? NaN : (interval[1] - interval[0]) / 2
  if (!Number.isFinite(half) || !Number.isFinite(value)) return metric(value)
  const magnitude = Math.max(Math.abs(value), half)
  if (half <= 0 || magnitude < leastMagnitude || magnitude >= greatestMagnitude) {
    return `${metric(value)} ± ${metric(half)}`
  }
  const decimals = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(half))))
  return marked(`${value.toFixed(decimals).replace('-', '−')} ± ${half.toFixed(decimals)}`)
}
