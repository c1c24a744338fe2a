import { numberToJson, type NumberJson } from '../text/numberJson.ts'
import type { RunInput } from './defineRun.ts'
import type { MetricSummary, Run } from './run.ts'

/** A run as plain JSON; `defineRun` reads it back. */
export type RunJson = RunInput & { readonly id: string }

type SummaryJson = Omit<MetricSummary, 'last' | 'min' | 'max'> & {
  readonly last: NumberJson | null
  readonly min: NumberJson | null
  readonly max: NumberJson | null
}

/**
 * Returns a run as plain JSON, with non-finite numbers as text, as JSON has none.
 *
 * A parameter that is not finite comes back as that text, `'Infinity'`; everything else is exact.
 */
export function runToJson(run: Run): RunJson {
  const { metrics, params, tags, ...rest } = run
  return {
    ...rest,
    metrics: Object.fromEntries(
      Array.from(metrics, ([name, summary]) => [name, summaryToJson(summary)]),
    ) as NonNullable<RunInput['metrics']>,
    params: Object.fromEntries(
      Array.from(params, ([name, value]) => [
        name,
        typeof value === 'number' && !Number.isFinite(value) ? numberToJson(value) : value,
      ]),
    ),
    tags: Object.fromEntries(tags),
  }
}

function summaryToJson(summary: MetricSummary): SummaryJson {
  const { last, min, max, ...rest } = summary
  return { ...rest, last: orNull(last), min: orNull(min), max: orNull(max) }
}

function orNull(value: number | null): NumberJson | null {
  return value === null ? null : numberToJson(value)
}
