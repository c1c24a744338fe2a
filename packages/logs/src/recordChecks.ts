import type { NoticeBook } from './noticeBook.ts'
import type { LogPhase, LogRecord } from './record.ts'

/** How many records back a repetition is looked for: more than the ranks that share one output. */
const window = 16

/**
 * Returns a function that looks at each record of a log, in its order, and notes what is odd about
 * where it stands: no step, a step that goes back, a record that stood there already. All are kept.
 */
export function createRecordChecks({
  add,
}: Pick<NoticeBook, 'add'>): (format: string, record: LogRecord) => void {
  const lastSteps: Readonly<Record<LogPhase, Map<string, number>>> = {
    train: new Map(),
    eval: new Map(),
    summary: new Map(),
  }
  const recent: LogRecord[] = []
  let next = 0

  return (format, record) => {
    const { step, phase, line } = record
    if (step === null && phase !== 'summary') add('no-step', noStepMessage, line)
    if (step !== null) {
      const last = lastSteps[phase].get(format) ?? step
      if (step < last) add('steps-go-back', stepsGoBackMessage, line)
      lastSteps[phase].set(format, step)
    }
    for (const other of recent) {
      if (other.step !== step || !isRepetition(record, other)) continue
      add('repeated', repeatedMessage, line)
      break
    }
    recent[next] = record
    next = (next + 1) % window
  }
}

const noStepMessage =
  'These records name no step: they can be placed by their epoch or their order alone.'
const stepsGoBackMessage =
  'Steps go back: the run was resumed in this log, or several runs or processes write to it.'
const repeatedMessage =
  'These records repeat one that stands shortly before them, as where every process prints: all are kept.'

/** The same place and the same numbers; without a place, numbers may be equal by chance. */
function isRepetition(record: LogRecord, other: LogRecord): boolean {
  if (record.step !== other.step || record.epoch !== other.epoch) return false
  if (record.phase !== other.phase || record.metrics.size !== other.metrics.size) return false
  if (record.step === null && record.epoch === null) return false
  for (const [name, value] of record.metrics) {
    if (!Object.is(other.metrics.get(name), value)) return false
  }
  return record.metrics.size > 0
}
