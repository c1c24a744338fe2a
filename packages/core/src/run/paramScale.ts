import { lastPartOf } from './lastPart.ts'

/** Names of parameters that are judged by their factor, however little they were varied. */
const logNames: ReadonlySet<string> = new Set([
  'lr',
  'learning_rate',
  'base_lr',
  'max_lr',
  'min_lr',
  'peak_lr',
  'init_lr',
  'wd',
  'weight_decay',
])

/** A span of two decades is read by factors. */
const logSpan = 100

/**
 * Returns the scale that the numbers of a parameter are read on: `log` for positive numbers that
 * span two decades, or whose name says learning rate or weight decay.
 */
export function paramScale(name: string, finite: ArrayLike<number>): 'linear' | 'log' {
  const all = Array.from(finite)
  const low = all.reduce((a, b) => Math.min(a, b), Infinity)
  const high = all.reduce((a, b) => Math.max(a, b), -Infinity)
  if (low <= 0) return 'linear'
  return high / low >= logSpan || logNames.has(lastPartOf(name)) ? 'log' : 'linear'
}
