import type { MetricSeries, Notice } from '@runoff/core'
import type { FormedSeries } from './formSeries.ts'
import type { RunParts, RunPiece } from './runParts.ts'

/** The console of a run that was killed goes on after its last checkpoint, without naming steps. */
export function longerNotices(
  pieces: readonly RunPiece[],
  formed: readonly FormedSeries[],
  series: ReadonlyMap<string, MetricSeries>,
): readonly Notice[] {
  return formed.flatMap((file, i) => {
    let count = 0
    for (const [metric, points] of file.series) {
      const shown = series.get(metric)?.values.length ?? 0
      count = Math.max(count, points.values.length - shown)
    }
    const path = pieces[i]?.path
    if (count === 0 || path === undefined) return []
    const message = `${path} holds ${count} more points than the file its run was read from; they are not shown.`
    return [{ code: 'more-points', message, count, path }]
  })
}

/** One notice for each code, however many metrics it was met in. */
export function eachOnce(notices: FormedSeries['notices']): readonly Notice[] {
  const byCode = new Map<string, Notice>()
  for (const notice of Array.from(notices.values()).flat()) {
    if (!byCode.has(notice.code)) byCode.set(notice.code, notice)
  }
  return [...byCode.values()]
}

/** Says in which file a notice was met, where it does not say so itself. */
export function withPaths(
  notices: readonly Notice[],
  { pieces }: Pick<RunParts, 'pieces'>,
): readonly Notice[] {
  const path = pieces[0]?.path
  return path === undefined ? notices : notices.map((notice) => ({ path, ...notice }))
}
