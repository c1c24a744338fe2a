import { RunoffError, type Notice } from '@runoff/core'
import type { LogFormat } from './format.ts'
import { builtInFormats } from './formats/builtIn.ts'
import { createLineReading, type StartedReader } from './lineReading.ts'
import { createNoticeBook, type NoticeBook } from './noticeBook.ts'
import type { LogRecord } from './record.ts'
import { createRecordChecks } from './recordChecks.ts'
import { createLineSplitter } from './text/lineSplitter.ts'
import { holdsControls, stripControls } from './text/stripControls.ts'

export interface ParseOptions {
  /** A hint for recognising the format. */
  readonly fileName?: string
  /** Formats of your own, tried before the built-in ones. @default [] */
  readonly formats?: readonly LogFormat[]
}

/** Reads a log piece by piece; any cut of the text into chunks gives the same records. */
export interface LogParser {
  /** Returns the records that this chunk completed. */
  push(chunk: string): LogRecord[]
  /** Returns the records of a last line that had no line end; nothing can be pushed after it. */
  end(): LogRecord[]
  /** The formats met so far, such as `huggingface`, in the order they were met. */
  readonly formats: readonly string[]
  /** What was odd so far; complete after `end`. */
  readonly notices: readonly Notice[]
}

/** The most of one line that is read, in characters; far past any line of metrics. */
export const maxLineLength = 1_048_576

/**
 * Returns a parser for one training log, to be fed with text as it comes.
 *
 * Shape: chunks of any size, cut anywhere, in; one record for each set of metrics out, in the order
 * of the log. Units: the log's own. Missing: a step or epoch that the log does not name is `null`.
 * Memory: one line of at most 1,048,576 characters; what lies past that is left out with a notice.
 *
 * @throws {RunoffError} `bad-option` from `push` when the chunk is no text, or comes after `end`.
 */
export function createLogParser(options: ParseOptions = {}): LogParser {
  const notices = createNoticeBook()
  const check = createRecordChecks(notices)
  const found: LogRecord[] = []
  const formats = new Set<string>()
  const readers = startReaders(options, notices)
  const readLine = createLineReading(readers, notices, collect)
  let recordCount = 0
  let isEnded = false
  let hasEnded = false
  let mayHoldControls = false

  function collect(format: string, records: readonly LogRecord[]): void {
    for (const record of records) {
      recordCount += 1
      found.push(record)
      check(format, record)
    }
    formats.add(format)
  }

  const splitter = createLineSplitter(maxLineLength, (raw, number, isCut) => {
    if (isCut) notices.add('line-too-long', lineTooLongMessage, number)
    const text = mayHoldControls ? stripControls(raw) : raw
    if (text !== '') readLine({ text, number })
    hasEnded = true
  })

  /** Pushes one chunk, and knows of each line whether a part of it may hold an escape sequence. */
  const pushChunk = (chunk: string): void => {
    const isControlled = holdsControls(chunk)
    mayHoldControls ||= isControlled
    hasEnded = false
    splitter.push(chunk)
    // What is kept of an unfinished line began in this chunk, unless none ended in it.
    if (hasEnded) mayHoldControls = isControlled
  }

  return {
    push(chunk) {
      checkChunk(chunk, isEnded)
      pushChunk(chunk)
      return found.splice(0)
    },
    end() {
      if (isEnded) return []
      isEnded = true
      splitter.end()
      for (const { format, reader } of readers) {
        const records = reader.end?.() ?? []
        if (records.length > 0) collect(format.name, records)
      }
      if (recordCount === 0) notices.add('no-metrics', noMetricsMessage, null)
      return found.splice(0)
    },
    get formats() {
      return [...formats]
    },
    get notices() {
      return notices.list()
    },
  }
}

const lineTooLongMessage = `A line is longer than ${maxLineLength} characters: the rest of it was not read.`
const noMetricsMessage =
  'No metrics were found: no line of this log is of a format that is known here.'

function startReaders({ fileName, formats = [] }: ParseOptions, notices: NoticeBook) {
  const context = { fileName: fileName ?? null, addNotice: notices.add }
  return [...formats, ...builtInFormats].map((format): StartedReader => ({
    format,
    reader: format.createReader(context),
  }))
}

function checkChunk(chunk: unknown, isEnded: boolean): void {
  if (typeof chunk !== 'string') {
    throw new RunoffError(
      'bad-option',
      `push needs text, and got ${typeof chunk}. Decode bytes with a streaming TextDecoder first.`,
    )
  }
  if (isEnded) {
    throw new RunoffError(
      'bad-option',
      'push was called after end, when the last line is already closed. Create a new parser.',
    )
  }
}
