import {
  defineSeries,
  startAggregate,
  type AggregateOptions,
  type MetricSeries,
} from '@runoff/core'
import { finish } from '@runoff/core/stats'
import { visibleText } from '../../format/visibleText.ts'
import { runStyles } from '../../style/runStyle.ts'
import type { ChartLine } from './chartLine.ts'

/** Runs that one line stands for, such as the seeds of a configuration. */
export interface SeriesGroup {
  readonly id: string
  readonly name: string
  readonly runIds: readonly string[]
}

export interface Grouping extends AggregateOptions {
  readonly groups: readonly SeriesGroup[]
  /** Whether the runs of a group are drawn faintly behind its line. @default 'hidden' */
  readonly members?: 'hidden' | 'shown' | undefined
}

/** A line, and its series along the axis. */
export interface AxisLine {
  readonly line: ChartLine
  readonly onAxis: MetricSeries
}

/**
 * Returns one line for each group, with its band, in the order of the groups; runs of no group come
 * behind, as themselves. A group of one run is that run's line without a band.
 */
export function groupLines(lines: readonly AxisLine[], grouping: Grouping): readonly ChartLine[] {
  const { groups } = grouping
  const grouped = new Set(groups.flatMap(({ runIds }) => runIds))
  const alone = lines.filter(({ line }) => !grouped.has(line.runId)).map(({ line }) => line)
  const styles = runStyles([...groups.map(({ id }) => id), ...alone.map(({ runId }) => runId)])
  const groupLinesOf = membersOf(lines, grouping).flatMap(({ group, members }) => {
    const line = groupLine(group, members, grouping)
    return line === null ? [] : [line]
  })
  return [...groupLinesOf, ...alone].map((line) => ({
    ...line,
    style: styles.get(line.runId) ?? line.style,
  }))
}

function groupLine(
  group: SeriesGroup,
  members: readonly AxisLine[],
  grouping: Grouping,
): ChartLine | null {
  const [first] = members
  if (first === undefined) return null
  const answer = finish(aggregated(seriesOf(members), grouping))
  const { center, low, high, counts } = answer
  return {
    ...first.line,
    key: `${first.line.phase ?? 'line'} group ${group.id}`,
    runId: group.id,
    runIds: members.map(({ line }) => line.runId),
    name: visibleText(group.name) || visibleText(group.id),
    series: center,
    logged: members.flatMap(({ line }) => line.logged),
    ghosts: grouping.members === 'shown' ? seriesOf(members) : [],
    band: members.length < 2 ? null : { low, high, counts },
    members: members.map(({ onAxis }) => onAxis.steps),
    isLive: members.some(({ line }) => line.isLive),
    isOnAxis: true,
  }
}

/** Computes the line of each group, so that `groupLines` finds them: in steps of a few milliseconds. */
export function* prepareGroups(
  lines: readonly AxisLine[],
  grouping: Grouping,
): Generator<number, void> {
  for (const { members } of membersOf(lines, grouping)) {
    yield* aggregated(seriesOf(members), grouping)
  }
}

interface GroupMembers {
  readonly group: SeriesGroup
  readonly members: readonly AxisLine[]
}

/** The lines of each group, those of each phase by themselves. */
function membersOf(lines: readonly AxisLine[], { groups }: Grouping): readonly GroupMembers[] {
  const phases = [...new Set(lines.map(({ line }) => line.phase))]
  return groups.flatMap((group) =>
    phases.map((phase) => {
      const ids = new Set(group.runIds)
      const isMember = ({ line }: AxisLine): boolean => line.phase === phase && ids.has(line.runId)
      return { group, members: lines.filter(isMember) }
    }),
  )
}

function seriesOf(members: readonly AxisLine[]): readonly MetricSeries[] {
  return members.map(({ onAxis }) => onAxis)
}

interface Aggregated {
  readonly members: readonly MetricSeries[]
  readonly center: MetricSeries
  readonly low: MetricSeries
  readonly high: MetricSeries
  readonly counts: Uint32Array
}

/** By the first member: zooming and hiding must not compute anything again. */
const aggregatedBefore = new WeakMap<MetricSeries, Map<string, Aggregated>>()

function* aggregated(
  members: readonly MetricSeries[],
  options: Grouping,
): Generator<number, Aggregated> {
  const { center = 'mean', band = 'ci95', align = 'interpolate' } = options
  const [first = defineSeries([])] = members
  const known = aggregatedBefore.get(first) ?? new Map<string, Aggregated>()
  aggregatedBefore.set(first, known)
  const key = `${center} ${band} ${align}`
  const held = known.get(key)
  if (held !== undefined && isSameList(held.members, members)) return held
  const answer = yield* startAggregate(members, { center, band, align })
  const column = (values: Float64Array): MetricSeries => ({
    ...defineSeries([]),
    steps: answer.x,
    values,
    basis: members.find(({ basis }) => basis !== 'full')?.basis ?? 'full',
    total: answer.x.length,
  })
  const made = {
    members,
    center: column(answer.center),
    low: column(answer.low),
    high: column(answer.high),
    counts: answer.n,
  }
  known.set(key, made)
  return made
}

function isSameList(a: readonly MetricSeries[], b: readonly MetricSeries[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}
