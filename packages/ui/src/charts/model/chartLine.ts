import { isLive, type MetricSeries, type Run } from '@runoff/core'
import { visibleText } from '../../format/visibleText.ts'
import { runStyles, type RunStyle } from '../../style/runStyle.ts'

/** What a chart needs to know of a run: any `Run` will do. */
export interface ChartRun extends Pick<Run, 'id' | 'name'> {
  /** The line of a live run is marked at its end. */
  readonly status?: Run['status']
}

/** What lies about a line that stands for several runs. */
export interface LineBand {
  readonly low: MetricSeries
  readonly high: MetricSeries
  /** How many runs each point was computed from. */
  readonly counts: Uint32Array
}

/** One curve of a chart. */
export interface ChartLine {
  /** Unique within the chart: a run may have more than one line. */
  readonly key: string
  readonly runId: string
  /** The runs that it stands for: its own, or those of its group that are there. */
  readonly runIds: readonly string[]
  /** The full name, with everything hidden made visible. */
  readonly name: string
  /** Which phase it is of, where a chart shows more than one. */
  readonly phase: 'train' | 'eval' | null
  /** What is drawn: as logged, smoothed, or the centre of several runs. */
  readonly series: MetricSeries
  readonly style: RunStyle
  /** The logged series that it was computed from: one, or one of each run it stands for. */
  readonly logged: readonly MetricSeries[]
  /** All series of its run in this chart, also those not drawn now: they tell where it begins. */
  readonly ofRun: readonly MetricSeries[]
  /** Drawn faintly behind it: what was smoothed, or the runs it stands for. */
  readonly ghosts: readonly MetricSeries[]
  readonly band: LineBand | null
  /** Where the points of each run lie that the line stands for; `null` where it is one run's own. */
  readonly members: readonly Float64Array[] | null
  /** Whether its run is still training. */
  readonly isLive: boolean
  /** Whether `steps` hold what the axis counts already, whatever that is. */
  readonly isOnAxis: boolean
}

export interface LineOptions {
  readonly phase?: ChartLine['phase']
  /** Looks given before, which their runs keep. */
  readonly styles?: ReadonlyMap<string, RunStyle> | null
  /** What a run is called that has neither a name nor an id to read. @default its empty id */
  readonly unnamed?: string
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
  const live = new Set(runs.filter(isLiveRun).map(({ id }) => id))
  return ids.flatMap((runId) => {
    const own = series.get(runId)
    const style = styles.get(runId)
    if (own === undefined || style === undefined) return []
    const name = (names.get(runId) ?? visibleText(runId)) || (options.unnamed ?? '')
    return [
      {
        key: `${phase ?? 'line'} ${runId}`,
        runId,
        runIds: [runId],
        name,
        phase,
        series: own,
        style,
        logged: [own],
        ofRun: [own],
        ghosts: [],
        band: null,
        members: null,
        isLive: live.has(runId),
        isOnAxis: false,
      },
    ]
  })
}

function isLiveRun({ status }: ChartRun): boolean {
  return status !== undefined && isLive({ status })
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
