import { groupBy } from '../../query/groupBy.ts'
import { folderOf, stemOf } from '../paths.ts'
import { metricsOf } from './metricsOf.ts'
import type { RunPiece } from './runParts.ts'

/**
 * Returns the files of each run, where the files of a folder without a state are several runs;
 * `null` where they are one.
 *
 * They are several where the folder holds two consoles, or two tables with one metric in common.
 * Files of one name but for the ending (`a.log`, `a.csv`) are one run all the same.
 */
export function separateRuns(pieces: readonly RunPiece[]): readonly (readonly RunPiece[])[] | null {
  const byKind = groupBy(pieces.filter(hasRows), ({ kind }) => kind)
  const areSeveral = Array.from(byKind).some(
    ([kind, same]) => same.length > 1 && (kind === 'console' || shareMetrics(same)),
  )
  if (!areSeveral) return null
  const byName = groupBy(pieces, ({ path }) => folderAndStem(path))
  return Array.from(byName.values()).filter((same) => same.some(hasRows))
}

/** Whether a file has any metrics. */
export function hasRows({ run }: RunPiece): boolean {
  return run.rows.length > 0
}

/** A path without its ending. */
export function folderAndStem(path: string): string {
  return [folderOf(path), stemOf(path)].filter((part) => part !== '').join('/')
}

function shareMetrics(pieces: readonly RunPiece[]): boolean {
  const seen = new Set<string>()
  return pieces.some((piece) => {
    const metrics = metricsOf(piece)
    const isShared = metrics.some((metric) => seen.has(metric))
    for (const metric of metrics) seen.add(metric)
    return isShared
  })
}
