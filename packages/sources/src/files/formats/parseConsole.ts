import { createLogParser, type LogRecord } from '@runoff/logs'
import type { MetricRow, Parsed, RunContent } from './parsedFile.ts'

/** How much of the end of a log is kept to see how the run ended. */
const tailLength = 32 * 1024

/**
 * Returns the run in what a training script printed, read piece by piece.
 *
 * Status: `completed` where the log closes with the Trainer's summary
 * or Lightning's last words; `cancelled` or `failed`
 * where it ends in a traceback; otherwise `unknown`, since a log that stops may be of a run that
 * was killed as well as of one that goes on.
 */
export async function parseConsole(
  pieces: AsyncIterable<string>,
  fileName: string,
): Promise<Parsed<RunContent>> {
  const parser = createLogParser({ fileName })
  const rows: MetricRow[] = []
  let tail = ''
  for await (const piece of pieces) {
    for (const record of parser.push(piece)) rows.push(rowOf(record))
    tail = (tail + piece).slice(-tailLength)
  }
  for (const record of parser.end()) rows.push(rowOf(record))
  const run = { key: null, rows, facts: { status: statusOf(rows, tail) } }
  // Where points without a step end up is said when they are placed.
  const notices = parser.notices.filter(({ code }) => code !== 'no-step')
  return { content: { kind: 'console', runs: [run] }, notices }
}

function rowOf({ phase, step, epoch, timeMs, metrics }: LogRecord): MetricRow {
  return { phase, step, epoch, timeMs, metrics }
}

function statusOf(rows: readonly MetricRow[], tail: string): string {
  const summary = rows.findLastIndex((row) => row.metrics.has('train_runtime'))
  // A summary with training after it belongs to an earlier training in the same log.
  const isLast = summary >= 0 && rows.slice(summary).every((row) => row.phase !== 'train')
  return isLast ? 'completed' : (endingOf(tail) ?? 'unknown')
}

/** What may follow a traceback: the traceback itself, and lines that were waiting in a buffer. */
const endingLength = 16 * 1024

function endingOf(tail: string): 'completed' | 'cancelled' | 'failed' | null {
  const traceback = tail.lastIndexOf('Traceback (most recent call last)')
  const interrupt = tail.lastIndexOf('KeyboardInterrupt')
  const start = Math.max(traceback, interrupt)
  // Lightning says so when it reached its last epoch or step.
  if (tail.indexOf('`Trainer.fit` stopped: `max_', start + 1) > 0) return 'completed'
  if (start < 0 || tail.length - start > endingLength) return null
  return interrupt > traceback ? 'cancelled' : 'failed'
}
