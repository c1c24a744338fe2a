import { defineRun, readNumber, runToJson, type Run, type RunJson } from '@runoff/core'

/** A run in a snapshot. */
export type SnapshotRunJson = RunJson & {
  /** Parameters whose value is a number that JSON has no word for: `'NaN'`, `'-0'`, … */
  readonly oddParams?: Readonly<Record<string, string>>
}

/** Returns a run as plain JSON, nothing of which is lost. */
export function snapshotRunJson(run: Run): SnapshotRunJson {
  const odd = Array.from(run.params).filter(([, value]) => isOdd(value))
  const oddParams = Object.fromEntries(odd.map(([name, value]) => [name, oddText(value)]))
  return withoutNegativeZero({ ...runToJson(run), ...(odd.length === 0 ? {} : { oddParams }) })
}

/**
 * Returns the run that `snapshotRunJson` wrote.
 *
 * @throws {RunoffError} `bad-run` where it has neither an id nor a name.
 */
export function snapshotRun(json: SnapshotRunJson): Run {
  const run = defineRun(json)
  const odd = Object.entries(json.oddParams ?? {}).flatMap(([name, text]) => {
    const value = readNumber(text)
    return value === null ? [] : [[name, value] as const]
  })
  return odd.length === 0 ? run : { ...run, params: new Map([...run.params, ...odd]) }
}

function isOdd(value: unknown): boolean {
  return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
}

function oddText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** In summaries, where text is read as the number it spells. */
function withoutNegativeZero(json: SnapshotRunJson): SnapshotRunJson {
  const metrics = Object.entries(json.metrics ?? {}).map(([name, summary]) => {
    const parts = Object.entries(Object(summary) as Record<string, unknown>)
    const kept = parts.map(([part, value]) => [part, Object.is(value, -0) ? '-0' : value])
    return [name, Object.fromEntries(kept)]
  })
  return { ...json, metrics: Object.fromEntries(metrics) as NonNullable<RunJson['metrics']> }
}
