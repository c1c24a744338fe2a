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
  const recent = createRecentRecords()

  return (format, record) => {
    const { step, phase, line } = record
    if (step === null && phase !== 'summary') add('no-step', noStepMessage, line)
    if (step !== null) {
      const last = lastSteps[phase].get(format) ?? step
      if (step < last) add('steps-go-back', stepsGoBackMessage, line)
      lastSteps[phase].set(format, step)
    }
    if (recent.holdRepetition(record)) add('repeated', repeatedMessage, line)
    recent.add(record)
  }
}

/** Remembers the last records, each by a number first: that of most others is another one. */
function createRecentRecords() {
  const records: LogRecord[] = []
  const places = new Float64Array(window).fill(NaN)
  const prints: (number | null)[] = Array.from({ length: window }, () => null)
  let next = 0

  const printOf = (index: number): number => {
    const print = prints[index] ?? fingerprint(records[index] as LogRecord)
    prints[index] = print
    return print
  }

  return {
    holdRepetition(record: LogRecord): boolean {
      const place = placeOf(record)
      let print: number | null = null
      for (let index = 0; index < window; index += 1) {
        if (places[index] !== place) continue
        print ??= fingerprint(record)
        if (print === printOf(index) && isRepetition(record, records[index] as LogRecord))
          return true
      }
      return false
    },
    add(record: LogRecord): void {
      records[next] = record
      places[next] = placeOf(record)
      prints[next] = null
      next = (next + 1) % window
    },
  }
}

/** Equal for records of one place; NaN, which equals nothing, where the log names none. */
function placeOf({ step, epoch }: LogRecord): number {
  return step ?? epoch ?? NaN
}

/** Equal for equal metrics in any order, and nearly always different for others. */
function fingerprint({ metrics }: LogRecord): number {
  let print = metrics.size
  for (const value of metrics.values()) print = (print + ((value * 65_537) | 0)) | 0
  return print
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
