import type { Notice } from '@runoff/core'
import type { MetricRow, Parsed, RestartPoint, RunContent } from '../formats/parsedFile.ts'
import type { HparamsData } from './hparams.ts'
import { readEvent, type TagPlugins } from './readEvent.ts'

/** The run that the events of one file tell of, as far as they were read. */
export interface EventRun {
  /** Takes one event. */
  add(message: Uint8Array): void
  /** Counts a record that was not read. */
  skip(why: 'damaged' | 'large'): void
  content(end: EventsEnd): Parsed<RunContent>
}

export interface EventsEnd {
  /** Whether the file goes on behind a record whose length is damaged. */
  readonly isBroken: boolean
  /** Whether the last record is not all there. */
  readonly isCut: boolean
}

/** Tags that say at which epoch the others were logged. */
const epochTags: readonly string[] = ['epoch', 'train/epoch']

/** Returns a run without events. */
export function eventRun(): EventRun {
  const rows: MetricRow[] = []
  const restarts: RestartPoint[] = []
  const hparams: HparamsData[] = []
  const epochs = new Map<number, number>()
  const plugins: TagPlugins = new Map()
  let damaged = 0
  return {
    add(message) {
      try {
        const { step, timeMs, scalars, isStart, hparams: said } = readEvent(message, plugins)
        hparams.push(...said)
        if (isStart) restarts.push({ row: rows.length, step })
        if (scalars.size === 0) return
        const epoch = epochTags.map((tag) => scalars.get(tag)).find(Number.isFinite)
        if (epoch !== undefined) epochs.set(step, epoch)
        rows.push({ phase: null, step, epoch: null, timeMs, metrics: scalars })
      } catch {
        damaged++
      }
    },
    skip(why) {
      if (why === 'damaged') damaged++
    },
    content({ isBroken, isCut }) {
      const placed = rows.map((row) => ({ ...row, epoch: epochs.get(row.step ?? NaN) ?? null }))
      const { facts, config } = saidOf(hparams)
      const ended = withSummary(placed)
      const run = {
        key: null,
        rows: ended.rows,
        restarts: [...restarts],
        facts: { ...(ended.isComplete ? { status: 'completed' } : {}), ...facts },
        config,
      }
      const notices = [...damagedNotices(damaged, isBroken), ...(isCut ? [cutTail] : [])]
      return { content: { kind: 'events', runs: [run] }, notices }
    },
  }
}

/** What the Trainer logs last, each with a tag of its own: numbers of the run as a whole. */
const summaryTags: ReadonlySet<string> = new Set([
  'train/train_runtime',
  'train/train_samples_per_second',
  'train/train_steps_per_second',
  'train/train_loss',
  'train/total_flos',
])

/** A run is complete where it logged nothing of a later step than its summary. */
function withSummary(rows: readonly MetricRow[]): {
  readonly rows: readonly MetricRow[]
  readonly isComplete: boolean
} {
  const end = rows.findLast(({ metrics }) => metrics.has('train/train_runtime'))
  if (end === undefined) return { rows, isComplete: false }
  const isSummary = ({ metrics }: MetricRow): boolean =>
    Array.from(metrics.keys()).every((tag) => summaryTags.has(tag))
  return {
    rows: rows.map((row) => (isSummary(row) ? { ...row, phase: 'summary' } : row)),
    isComplete: rows.every(({ step }) => (step ?? 0) <= (end.step ?? 0)),
  }
}

function saidOf(
  hparams: readonly HparamsData[],
): Required<Pick<RunContent['runs'][number], 'facts' | 'config'>> {
  const params = new Map(hparams.flatMap((said) => [...said.params]))
  const last = <T>(read: (said: HparamsData) => T | null): T | null =>
    hparams.map(read).findLast((value) => value !== null) ?? null
  const status = last((said) => said.status)
  return {
    facts: {
      group: last((said) => said.group),
      startedAtMs: last((said) => said.startedAtMs),
      endedAtMs: last((said) => said.endedAtMs),
      ...(status === null ? {} : { status }),
    },
    config: params.size === 0 ? null : Object.fromEntries(params),
  }
}

function damagedNotices(count: number, isBroken: boolean): readonly Notice[] {
  const records = count === 1 ? 'record is' : 'records are'
  return [
    ...(count === 0
      ? []
      : [
          {
            code: 'bad-record',
            message: `${count} ${records} damaged, and left out; all others were read.`,
            count,
          },
        ]),
    ...(isBroken ? [brokenOff] : []),
  ]
}

const brokenOff: Notice = {
  code: 'bad-record',
  message: 'A record has a damaged length; what comes before it was read, what comes after cannot.',
}

/** A file that is being written ends like this as well. */
const cutTail: Notice = {
  code: 'cut-file',
  message: 'The last record breaks off, as that of a run does that goes on or was killed.',
}
