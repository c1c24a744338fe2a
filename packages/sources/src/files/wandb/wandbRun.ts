import { canonicalMetric } from '@runoff/core'
import { readFields, textOf, type Field } from '../binary/protobuf.ts'
import { readConfig } from '../config/readConfig.ts'
import { isBookkeeping } from '../config/readResults.ts'
import type { Config, MetricRow, ParsedRun, RunFacts } from '../formats/parsedFile.ts'
import { historyRows, type HistoryRow } from './historyRows.ts'
import { metricRules } from './stepMetrics.ts'
import { addNumbers, readItem } from './wandbItems.ts'

/** The run that a W&B file tells of, as far as it was read. */
export interface WandbRun {
  /** Takes one record; those of a kind that says nothing of metrics are passed over. */
  add(record: Uint8Array): void
  run(): ParsedRun
}

/** Returns a run without records. */
export function wandbRun(): WandbRun {
  const history: HistoryRow[] = []
  const config = new Map<string, unknown>()
  const summary = new Map<string, number>()
  const rules = metricRules()
  let facts: RunFacts = {}

  const update = (
    fields: readonly Field[],
    take: (item: Field, isRemoved: boolean) => void,
  ): void => {
    for (const field of fields) {
      if (field.number === 1 || field.number === 2) take(field, field.number === 2)
    }
  }
  const updateConfig = (fields: readonly Field[]): void =>
    update(fields, (field, isRemoved) => {
      const item = readItem(field)
      if (item !== null && isRemoved) config.delete(item.name)
      else if (item !== null) config.set(item.name, item.value)
    })
  const updateSummary = (fields: readonly Field[]): void =>
    update(fields, (field, isRemoved) => {
      const item = readItem(field)
      if (item !== null && isRemoved) summary.delete(item.name)
      else if (item !== null) addNumbers(summary, item)
    })

  return {
    add(record) {
      for (const field of readFields(record)) {
        if (field.wire !== 2) continue
        if (field.number === 2) history.push(readHistory(field.bytes))
        else if (field.number === 3) updateSummary(readFields(field.bytes))
        else if (field.number === 5) updateConfig(readFields(field.bytes))
        else if (field.number === 12) rules.add(readFields(field.bytes))
        else if (field.number === 18) facts = { ...facts, status: exitStatus(field.bytes) }
        else if (field.number === 17) {
          const fields = readFields(field.bytes)
          for (const inner of fields) {
            if (inner.number === 4) updateConfig(readFields(inner.bytes))
            if (inner.number === 5) updateSummary(readFields(inner.bytes))
          }
          facts = { ...facts, ...runFacts(fields) }
        }
      }
    },
    run() {
      const goals = Array.from(rules.goals(), ([metric, goal]): readonly [string, string] => {
        return [`goal/${canonicalMetric(metric)}`, goal]
      })
      const tags = new Map([...(facts.tags ?? []), ...goals])
      const whole = summaryRow(summary)
      const logged = historyRows(history, rules)
      const status = facts.status ?? (logged.at(-1)?.phase === 'summary' ? 'completed' : null)
      const rows = [...logged, ...(whole === null ? [] : [whole])]
      return { key: null, rows, facts: { ...facts, status, tags }, config: settingsOf(config) }
    },
  }
}

function readHistory(record: Uint8Array): HistoryRow {
  const numbers = new Map<string, number>()
  let step: number | null = null
  for (const field of readFields(record)) {
    const item = field.number === 1 ? readItem(field) : null
    if (item !== null) addNumbers(numbers, item)
    // A step of zero is not on the wire: the message is there, and empty.
    if (field.number === 2) step = readFields(field.bytes).find((own) => own.number === 1)?.int ?? 0
  }
  return { step: numbers.get('_step') ?? step, numbers }
}

function runFacts(fields: readonly Field[]): RunFacts {
  const text = (number: number): string | null => {
    const field = fields.find((candidate) => candidate.number === number)
    return field === undefined || field.bytes.length === 0 ? null : textOf(field)
  }
  const labels = fields.filter(({ number }) => number === 10).map(textOf)
  const start = fields.find(({ number }) => number === 17)
  const tags = [
    ['project', text(3)],
    ['job_type', text(7)],
    ['sweep', text(12)],
    ['tags', labels.length === 0 ? null : labels.join(', ')],
  ] as const
  return {
    name: text(8),
    group: text(6),
    startedAtMs: start === undefined ? null : timeOf(start),
    tags: new Map(tags.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
  }
}

/** A `google.protobuf.Timestamp`, in milliseconds. */
function timeOf(field: Field): number | null {
  const fields = readFields(field.bytes)
  const at = (number: number): number => fields.find((own) => own.number === number)?.int ?? 0
  const ms = at(1) * 1000 + Math.floor(at(2) / 1e6)
  return ms > 0 ? ms : null
}

function exitStatus(record: Uint8Array): string {
  const code = readFields(record).find(({ number }) => number === 1)?.int ?? 0
  return code === 0 ? 'completed' : 'failed'
}

function summaryRow(summary: ReadonlyMap<string, number>): MetricRow | null {
  const metrics = new Map(Array.from(summary).filter(([name]) => !isBookkeeping(name)))
  if (metrics.size === 0) return null
  return { phase: 'summary', step: null, epoch: null, timeMs: null, metrics }
}

function settingsOf(config: ReadonlyMap<string, unknown>): Config | null {
  const settings = Array.from(config).filter(([name]) => name !== '_wandb')
  return settings.length === 0 ? null : readConfig(new Map(settings))
}
