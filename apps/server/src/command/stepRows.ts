import type { MetricSeries } from '@runoff/core'

/** A number as JSON can hold it. */
type Cell = number | string

/**
 * Returns the points of a run as one object for each step, in the order of the steps: its run, step,
 * epoch and time where they are known, and the metrics logged at it.
 *
 * Numbers that JSON does not have are texts: `NaN`, `Infinity`, `-Infinity`. Steps that are none but
 * epochs are written as epochs.
 */
export function stepRows(
  run: string,
  series: readonly (readonly [metric: string, series: MetricSeries])[],
): readonly Readonly<Record<string, Cell>>[] {
  const rows = new Map<string, Map<string, Cell>>()
  for (const [metric, { steps, values, epochs, timesMs, stepUnit }] of series) {
    const place = stepUnit === 'epoch' ? 'epoch' : 'step'
    steps.forEach((step, i) => {
      const key = `${place} ${step}`
      const row =
        rows.get(key) ??
        new Map<string, Cell>([
          ['run', run],
          [place, step],
        ])
      rows.set(key, row)
      addKnown(row, 'epoch', epochs?.[i])
      addKnown(row, 'timestamp', timesMs?.[i])
      row.set(metric, cellOf(values[i] ?? NaN))
    })
  }
  const placeOf = (row: ReadonlyMap<string, Cell>): number =>
    Number(row.get('step') ?? row.get('epoch'))
  return Array.from(rows.values())
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((row) => Object.fromEntries(row))
}

function addKnown(row: Map<string, Cell>, name: string, value: number | undefined): void {
  if (value !== undefined && Number.isFinite(value) && !row.has(name)) row.set(name, value)
}

function cellOf(value: number): Cell {
  return Number.isFinite(value) ? value : String(value)
}
