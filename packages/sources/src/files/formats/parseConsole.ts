import type { Notice } from '@runoff/core'
import { createLogParser, type LogRecord } from '@runoff/logs'
import type { FileReading } from '../growth/fileReading.ts'
import { textReading, type TextSink } from '../growth/textReading.ts'
import type { MetricRow, Parsed, RunContent } from './parsedFile.ts'

/** How much of the end of a log is looked at to see how the run ended. */
const tailLength = 32 * 1024

/**
 * Returns a reading of a console that may go on: its parser is kept, and fed with what is new.
 *
 * Status: `completed` where the log closes with the Trainer's summary
 * or Lightning's last words; `cancelled` or `failed`
 * where it ends in a traceback; otherwise `unknown`, since a log that stops may be of a run that
 * was killed as well as of one that goes on.
 */
export function consoleReading(fileName: string): FileReading {
  return textReading(consoleSink(fileName))
}

function consoleSink(fileName: string): TextSink {
  const parser = createLogParser({ fileName })
  const rows: MetricRow[] = []
  let lastLine = 0
  let recent = ''
  /** How many line feeds stand before what is recent. */
  let linesBefore = 0
  const take = (records: readonly LogRecord[]): void => {
    for (const record of records) {
      rows.push(rowOf(record))
      lastLine = Math.max(lastLine, record.line)
    }
  }
  return {
    endsAtReturn: true,
    push(text) {
      take(parser.push(text))
      recent += text
      if (recent.length <= 2 * recentLength) return
      const cut = cutAt(recent, recent.length - recentLength)
      linesBefore += countLines(recent.slice(0, cut))
      recent = recent.slice(cut)
    },
    content(rest, isLast) {
      if (isLast) {
        take(parser.push(rest))
        take(parser.end())
        return contentOf(rows, recent + rest, parser.notices)
      }
      const early = heldBack(recent + rest, fileName, lastLine - linesBefore)
      return contentOf([...rows, ...early], recent + rest, parser.notices)
    },
  }
}

/** No format holds more of a log back than this before it gives a record. */
const recentLength = 64 * 1024

/** Behind the first line end from a place on; at that place where there is none. */
function cutAt(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.indexOf('\r', from) : feed
  return end < 0 ? from : end + 1
}

/**
 * Returns the rows behind a line that a parser would give if the log ended here: some formats wait
 * for the line after, and the last line may be whole though its end is not written yet.
 */
function heldBack(text: string, fileName: string, line: number): readonly MetricRow[] {
  const parser = createLogParser({ fileName })
  const records = [...parser.push(text), ...parser.end()]
  return records.filter((record) => record.line > line).map(rowOf)
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

function rowOf({ phase, step, epoch, timeMs, metrics }: LogRecord): MetricRow {
  return { phase, step, epoch, timeMs, metrics }
}

function contentOf(
  rows: readonly MetricRow[],
  end: string,
  odd: readonly Notice[],
): Parsed<RunContent> {
  const tail = end.slice(-tailLength)
  const run = { key: null, rows, facts: { status: statusOf(rows, tail) } }
  // Where points without a step end up is said when they are placed.
  const notices = odd.filter(({ code }) => code !== 'no-step')
  return { content: { kind: 'console', runs: [run] }, notices }
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
