import type { MetricSeries, Run } from '@runoff/core'
import { visibleText } from '../../format/visibleText.ts'
import { runStyles, type RunStyle } from '../../style/runStyle.ts'

/** What a chart needs to know of a run: any `Run` will do. */
export type ChartRun = Pick<Run, 'id' | 'name'>

/** One curve of a chart. */
export interface ChartLine {
  /** Unique within the chart: a run may have more than one line. */
  readonly key: string
  readonly runId: string
  /** The full name, with everything hidden made visible. */
  readonly name: string
  /** Which phase it is of, where a chart shows more than one. */
  readonly phase: 'train' | 'eval' | null
  readonly series: MetricSeries
  readonly style: RunStyle
}

export interface LineOptions {
  readonly phase?: ChartLine['phase']
  /** Looks given before, which their runs keep. */
  readonly styles?: ReadonlyMap<string, RunStyle> | null
}

/**
 * Returns one line for each series, in the order of the runs; series of runs that are not listed
 * come last, named by their id. A name that two runs share is told apart by the id.
 */
export function linesOf(
  series: ReadonlyMap<string, MetricSeries>,
  runs: readonly ChartRun[],
  options: LineOptions = {},
): readonly ChartLine[] {
  const phase = options.phase ?? null
  const ids = [...new Set([...runs.map((run) => run.id), ...series.keys()])]
  const styles = runStyles(ids, { previous: options.styles })
  const names = namesOf(runs)
  return ids.flatMap((runId) => {
    const own = series.get(runId)
    const style = styles.get(runId)
    if (own === undefined || style === undefined) return []
    const name = names.get(runId) ?? visibleText(runId)
    return [{ key: `${phase ?? 'line'} ${runId}`, runId, name, phase, series: own, style }]
  })
}

function namesOf(runs: readonly ChartRun[]): ReadonlyMap<string, string> {
  const shown = runs.map((run) => ({
    id: run.id,
    name: visibleText(run.name) || visibleText(run.id),
  }))
  const counts = new Map<string, number>()
  for (const { name } of shown) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    shown.map(({ id, name }) => [
      id,
      counts.get(name) === 1 || name === visibleText(id) ? name : `${name} · ${visibleText(id)}`,
    ]),
  )
}
