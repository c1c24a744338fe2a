import type { FormatMessages } from '../format/formatMessages.ts'
import { metricTitle } from '../format/metricName.ts'

/** How a metric is usually shown. */
export interface MetricLook {
  /** What its chart is called, with the unit where there is one: 'GPU memory (GB)'. */
  readonly title: string
  /** What its values count, as far as its name tells: 'GB'. */
  readonly unit: string | null
}

/** What loggers end a name in, and how the unit is written. */
const units: ReadonlyMap<string, string> = new Map([
  ['gb', 'GB'],
  ['gib', 'GiB'],
  ['mb', 'MB'],
  ['mib', 'MiB'],
  ['bytes', 'B'],
  ['ms', 'ms'],
  ['sec', 's'],
  ['secs', 's'],
  ['seconds', 's'],
  ['hours', 'h'],
  ['percent', '%'],
  ['pct', '%'],
  ['watts', 'W'],
  ['celsius', '°C'],
])

/** Rates: their unit is what is done in each second, so that the words say it already. */
const ratePattern = /_per_[a-z]+$/i

/** A name and the unit behind it: `gpu_temp_celsius`. */
const unitPattern = /^(.*[^_/])[_/]([a-z]+)$/i

/**
 * Returns how a metric is usually shown: losses, perplexity, learning rate, gradient norm,
 * throughput and memory by the names that a catalogue has for them, any other by the words of its
 * own name. A unit at the end of a name stands behind the title.
 *
 * Every metric begins on a linear axis, also those that are often looked at on another: what the
 * toolbar says must hold for all charts.
 */
export function metricLook(
  metric: string,
  messages: Pick<FormatMessages, 'metricNames' | 'metricWords' | 'joints'>,
): MetricLook {
  const [, rest, ending] = ratePattern.test(metric) ? [] : (unitPattern.exec(metric) ?? [])
  const unit = units.get(ending?.toLowerCase() ?? '') ?? null
  const isNamed = Object.hasOwn(messages.metricNames, metric)
  if (unit === null || rest === undefined || isNamed) {
    return { title: metricTitle(metric, messages), unit }
  }
  return { title: messages.joints.aside(metricTitle(rest, messages), unit), unit }
}
