import type { TableRow } from './readTable.ts'

const between = ' - '

/**
 * Returns a table that W&B exports from a chart, `Step,run - metric,run - metric__MIN,…`, with a
 * column for the runs instead; `null` where a table is none of these. The extremes of what the chart
 * drew as one point are left out.
 */
export function wandbExport(
  names: readonly string[],
  rows: readonly TableRow[],
): { readonly names: readonly string[]; readonly rows: readonly TableRow[] } | null {
  const [place = '', ...columns] = names
  const known = new Set(columns)
  const main = columns.filter((name) => !isExtreme(name, known))
  const isExport =
    main.length > 0 &&
    main.every((name) => name.includes(between)) &&
    main.every((name) => known.has(`${name}__MIN`) && known.has(`${name}__MAX`))
  if (!isExport) return null
  const long = rows.flatMap((row) =>
    main.flatMap((name): TableRow[] => {
      const value = row.get(name)
      const step = row.get(place)
      if (value === undefined || step === undefined) return []
      const cut = name.lastIndexOf(between)
      const metric = name.slice(cut + between.length)
      // W&B's own bookkeeping.
      if (metric.startsWith('_')) return []
      return [
        new Map([
          [place, step],
          ['run', name.slice(0, cut)],
          ['metric', metric],
          ['value', value],
        ]),
      ]
    }),
  )
  return { names: [place, 'run', 'metric', 'value'], rows: long }
}

function isExtreme(name: string, known: ReadonlySet<string>): boolean {
  return (
    (name.endsWith('__MIN') || name.endsWith('__MAX')) && known.has(name.slice(0, -'__MIN'.length))
  )
}
