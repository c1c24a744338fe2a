import { RunoffError, type Notice } from '@runoff/core'
import type { LogFormat, LogReader } from './format.ts'
import { builtInFormats } from './formats/builtIn.ts'
import { createNoticeBook, type NoticeBook } from './noticeBook.ts'
import type { LogRecord } from './record.ts'
import { createLineSplitter } from './text/lineSplitter.ts'
import { stripControls } from './text/stripControls.ts'

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
  const found: LogRecord[] = []
  const formats = new Set<string>()
  const readers = startReaders(options, notices)
  let recordCount = 0
  let isEnded = false

  const collect = (format: string, records: readonly LogRecord[]): void => {
    for (const record of records) {
      recordCount += 1
      found.push(record)
      if (record.step === null && record.phase !== 'summary') {
        notices.add('no-step', noStepMessage, record.line)
      }
    }
    formats.add(format)
  }

  const splitter = createLineSplitter(maxLineLength, (raw, number, isCut) => {
    if (isCut) notices.add('line-too-long', lineTooLongMessage, number)
    const text = stripControls(raw)
    if (text === '') return
    for (const { format, reader } of readers) {
      if (!holdsMark(text, format.marks)) continue
      const records = reader.read({ text, number })
      if (records.length > 0) return collect(format.name, records)
    }
  })

  return {
    push(chunk) {
      checkChunk(chunk, isEnded)
      splitter.push(chunk)
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

const noStepMessage =
  'These records name no step: they can be placed by their epoch or their order alone.'
const lineTooLongMessage = `A line is longer than ${maxLineLength} characters: the rest of it was not read.`
const noMetricsMessage =
  'No metrics were found: no line of this log is of a format that is known here.'

interface StartedReader {
  readonly format: LogFormat
  readonly reader: LogReader
}

function startReaders({ fileName, formats = [] }: ParseOptions, notices: NoticeBook) {
  const context = { fileName: fileName ?? null, addNotice: notices.add }
  return [...formats, ...builtInFormats].map((format): StartedReader => ({
    format,
    reader: format.createReader(context),
  }))
}

function holdsMark(text: string, marks: readonly string[]): boolean {
  return marks.length === 0 || marks.some((mark) => text.includes(mark))
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
