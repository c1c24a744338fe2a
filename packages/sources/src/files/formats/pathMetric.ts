import { fileNameOf, plotPlace } from '../paths.ts'

/** Returns the columns of a table with the name of the metric that only the table's path tells. */
export function withPathMetric(names: readonly string[], path: string): readonly string[] {
  const tag = exportedTag(fileNameOf(path))
  // TensorBoard names the metric of a table it exports in `run-baseline-tag-Loss_train.csv` alone.
  if (tag !== null && names.join() === 'Wall time,Step,Value') {
    return ['Wall time', 'Step', tag]
  }
  const plot = plotNameOf(path)
  // Old versions of DVCLive head a column with the last part of its metric's name.
  const last = names.at(-1)
  const isShort = plot !== null && last !== undefined && plot.endsWith(`/${last}`)
  return isShort ? [...names.slice(0, -1), plot] : names
}

/** What stands between `-tag-` and the ending, `null` where the name has no such part. */
function exportedTag(name: string): string | null {
  const at = name.indexOf('-tag-')
  return at >= 0 && name.endsWith('.csv') ? name.slice(at + '-tag-'.length, -'.csv'.length) : null
}

/** What stands behind DVC's folder of plots, `train/loss` in `plots/metrics/train/loss.tsv`. */
function plotNameOf(path: string): string | null {
  const place = plotPlace(path)
  return place === null || !path.endsWith('.tsv') ? null : place.name.slice(0, -'.tsv'.length)
}
